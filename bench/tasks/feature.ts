import { compile } from "../../src/mrp/compile/compile.js";
import { readInput } from "../../src/mrp/input/read-input.js";
import { Arena } from "../../src/mrp/sweep/arena.js";
import { sweep } from "../../src/mrp/sweep/sweep.js";
import { fastest } from "../clock.js";
import { FEATURES, type FeatureName, type Given } from "../features.js";
import { bulkColumns, masterData, planningRows } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { countRequirements } from "../requirements.js";
import { answer } from "./answer.js";

/** What is asked for. */
export interface FeatureInput {
  readonly file: string;
  readonly feature: FeatureName;
  /** Whether demands and supplies are handed over as columns, else as rows. */
  readonly hasColumns: boolean;
  /** How often the problem with the feature and that without it take turns. */
  readonly pairs: number;
  /** Of how many sweeps the fastest counts. */
  readonly sweeps: number;
}

/** The time with the feature divided by the time without it, a ratio for each pair. */
export interface FeatureAnswer {
  readonly perRequirement: readonly number[];
  readonly perRow: readonly number[];
  /** How many orders a row stands for. */
  readonly ordersByRow: number;
}

/** Sweeps a problem with a feature and without it, in turns and in buffers that were used before. */
export function feature(asked: FeatureInput): FeatureAnswer {
  const problem = readProblemFile(asked.file);
  const given: Given = asked.hasColumns
    ? { input: masterData(problem), columns: bulkColumns(problem) }
    : { input: planningRows(problem), columns: undefined };
  const plain = prepared(given);
  const changed = prepared(FEATURES[asked.feature].use(given));
  const times = Array.from({ length: asked.pairs }, () => {
    const plainMs = fastest(plain.sweep, asked.sweeps, 0);
    return fastest(changed.sweep, asked.sweeps, 0) / plainMs;
  });
  return {
    perRequirement: times.map((time) => (time * plain.requirements) / changed.requirements),
    perRow: times.map((time) => (time * plain.rows) / changed.rows),
    ordersByRow: changed.orders / changed.rows,
  };
}

/** What was swept once. */
interface Prepared {
  readonly sweep: () => void;
  readonly requirements: number;
  readonly rows: number;
  readonly orders: number;
}

function prepared({ input, columns }: Given): Prepared {
  const model = compile(readInput(input, columns));
  const arena = new Arena(model);
  sweep(model, arena);
  const requirements = countRequirements(model, arena);
  const { used: rows, orders } = arena;
  return { sweep: () => sweep(model, arena), requirements, rows, orders };
}

await answer(feature);
