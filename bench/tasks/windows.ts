import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../src/mrp/compile/compile.js";
import { readInput } from "../../src/mrp/input/read-input.js";
import { Arena } from "../../src/mrp/sweep/arena.js";
import { sweep } from "../../src/mrp/sweep/sweep.js";
import { fastest } from "../clock.js";
import { bulkColumns, masterData } from "../planning-input.js";
import { type BenchProblem, RULES } from "../problem.js";
import { readProblemFile, writeProblemFile } from "../problem-file.js";
import { countRequirements } from "../requirements.js";
import { SEED } from "../sizes.js";
import { compileBare, planBare, roomFor } from "../yardstick/in-javascript.js";
import { runYardstick } from "../yardstick.js";
import { answer } from "./answer.js";

/** About a month. */
const DAYS = 30;
const PAIRS = 4;
const ROUNDS = 5;

/** Time for each requirement in windows, divided by that of the problem as it is; a ratio for each pair. */
export interface WindowsAnswer {
  readonly library: readonly number[];
  readonly yardstick: readonly number[];
  /** The yardstick in JavaScript. */
  readonly bare: readonly number[];
}

/**
 * What windows of a month do to the yardsticks, and to the library on the same problem. Orders, and with them
 * requirements, are several times fewer, but there are as many stocking points and links to go through.
 */
export function windows(file: string, yardstick: string | undefined): WindowsAnswer {
  const given = readProblemFile(file);
  const folder = mkdtempSync(join(tmpdir(), "orlicky-windows-"));
  try {
    const path = join(folder, "windows.bin");
    const changed = inWindows(given);
    writeProblemFile(path, changed, SEED);
    const [plain, wide] = [prepared(given), prepared(changed)];
    const [barePlain, bareWide] = [preparedBare(given), preparedBare(changed)];
    const perRequirement = (plainMs: number, wideMs: number): number =>
      wideMs / wide.requirements / (plainMs / plain.requirements);
    const ofC = (program: string): number =>
      perRequirement(
        runYardstick(program, file, ROUNDS).warmMs,
        runYardstick(program, path, ROUNDS).warmMs,
      );
    const pairs = Array.from({ length: PAIRS });
    return {
      library: pairs.map(() => perRequirement(plain.ms(), wide.ms())),
      yardstick: yardstick === undefined ? [] : pairs.map(() => ofC(yardstick)),
      bare: pairs.map(() => perRequirement(barePlain(), bareWide())),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same problem, every item ordered for so many days. */
function inWindows({ items, ...others }: BenchProblem): BenchProblem {
  const rule = items.rule.map(() => RULES.indexOf("periodOrderQuantity"));
  const periodDays = items.periodDays.map(() => DAYS);
  const lotQuantity = items.lotQuantity.map(() => 0);
  return { items: { ...items, rule, periodDays, lotQuantity }, ...others };
}

function prepared(problem: BenchProblem) {
  const model = compile(readInput(masterData(problem), bulkColumns(problem)));
  const arena = sweep(model, new Arena(model));
  return {
    requirements: countRequirements(model, arena),
    ms: () => fastest(() => sweep(model, arena), ROUNDS, 0),
  };
}

function preparedBare(problem: BenchProblem): () => number {
  const model = compileBare(problem);
  const orders = roomFor(model);
  return () => fastest(() => planBare(model, orders), ROUNDS, 0);
}

await answer(windows);
