import { compile } from "../compile/compile.js";
import type { Model } from "../compile/model.js";
import type { PlanningColumns } from "../input/columns.js";
import { readInput } from "../input/read-input.js";
import { Arena } from "../sweep/arena.js";
import { type SweepStep, sweepSteps } from "../sweep/sweep.js";
import type { PlanState } from "./plan-state.js";

/** How far planning has come. */
export interface PlanProgress {
  /** What comes next: the rows are read, compiled, and planned level by level. */
  readonly phase: "reading" | "compiling" | "planning";
  /** The low-level code that comes next; `null` before planning. */
  readonly level: number | null;
  /** How many levels there are; `null` before planning. */
  readonly levels: number | null;
  /** Stocking points that are planned ÷ all, from 0 to 1; it may leap where a second pass is not needed. */
  readonly share: number;
}

/** Rows of orders between two rests: a few milliseconds' work. */
export const ROWS_A_STEP = 16_384;

/**
 * Plans, and rests between pieces of the work.
 *
 * @param rows - of orders between two rests, about
 */
export function* stateSteps(
  input: unknown,
  columns: PlanningColumns | undefined,
  rows: number,
): Generator<PlanProgress, PlanState> {
  const before = { level: null, levels: null, share: 0 };
  yield Object.freeze({ phase: "reading", ...before });
  const problem = readInput(input, columns);
  yield Object.freeze({ phase: "compiling", ...before });
  const model = compile(problem);
  yield progress(model, { planned: 0, pass: 1 });
  const orders = new Arena(model);
  for (const step of sweepSteps(model, orders, rows)) yield progress(model, step);
  return { model, orders, given: () => model.problem };
}

function progress({ points, capacities }: Model, { planned, pass }: SweepStep): PlanProgress {
  const { count, level } = points;
  const passes = capacities.size === 0 ? 1 : 2;
  return Object.freeze({
    phase: "planning",
    level: level[planned] ?? null,
    levels: count === 0 ? 0 : level[count - 1]! + 1,
    share: count === 0 ? 0 : ((pass - 1) * count + planned) / (passes * count),
  });
}
