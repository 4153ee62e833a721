import { compile } from "../../src/mrp/compile/compile.js";
import { readInput } from "../../src/mrp/input/read-input.js";
import { Arena } from "../../src/mrp/sweep/arena.js";
import { sweep } from "../../src/mrp/sweep/sweep.js";
import { fastest, timed } from "../clock.js";
import { peakBytes } from "../peak-bytes.js";
import { engineOrders, refuseOtherPlan } from "../plan-hash.js";
import { bulkColumns, masterData } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { countRequirements } from "../requirements.js";
import { runYardstick, type YardstickTimes } from "../yardstick.js";
import { answer } from "./answer.js";

/** What is asked for. */
export interface LimitInput {
  readonly file: string;
  readonly yardstick: string | undefined;
  /** How often engine and yardstick take turns. */
  readonly pairs: number;
  /** Of how many sweeps, and of how many rounds of the yardstick, the fastest counts. */
  readonly sweeps: number;
  readonly rounds: number;
  /** Whether compiling and fresh buffers are measured, too. */
  readonly isWhole: boolean;
}

/** The times of the engine, and those of the yardstick right after them. */
export interface LimitPair {
  readonly sweepMs: number;
  readonly freshMs: number;
  readonly compileMs: number;
  readonly yardstick: YardstickTimes | undefined;
}

/** What a process finds. */
export interface LimitAnswer {
  readonly requirements: number;
  readonly compileFirstMs: number;
  readonly sweepFirstMs: number;
  /** Up to the end of the first sweep. */
  readonly peakBytes: number | undefined;
  readonly pairs: readonly LimitPair[];
}

/** Plans a problem file, its demands and supplies handed over as columns, and lets the yardstick do the same. */
export function limit(input: LimitInput): LimitAnswer {
  const { file, yardstick, sweeps, rounds, isWhole } = input;
  const problem = readFile(file);
  const compiled = timed(() => compile(problem));
  const model = compiled.result;
  const first = timed(() => {
    const made = new Arena(model);
    sweep(model, made);
    return made;
  });
  const arena = first.result;
  const peak = peakBytes();
  const pair = (): LimitPair => ({
    sweepMs: fastest(() => sweep(model, arena), sweeps, 200),
    freshMs: isWhole ? fastest(() => sweep(model, new Arena(model)), 3, 0) : Number.NaN,
    compileMs: isWhole ? fastest(() => compile(problem), 12, 0) : Number.NaN,
    yardstick: yardstick === undefined ? undefined : runYardstick(yardstick, file, rounds),
  });
  const pairs = Array.from({ length: input.pairs }, pair);
  const times = pairs[0]?.yardstick;
  if (times !== undefined) refuseOtherPlan(engineOrders(model, arena), times);
  return {
    requirements: countRequirements(model, arena),
    compileFirstMs: compiled.ms,
    sweepFirstMs: first.ms,
    peakBytes: peak,
    pairs,
  };
}

/** The rows of the items are dropped once they are read. */
function readFile(file: string) {
  const given = readProblemFile(file);
  return readInput(masterData(given), bulkColumns(given));
}

await answer(limit);
