import { compileSteps } from "../compile/compile.js";
import type { Model } from "../compile/model.js";
import { asPart, type Steps } from "../input/chunks.js";
import type { PlanningColumns } from "../input/columns.js";
import { readSteps } from "../input/read-input.js";
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
  /**
   * How much of the work is done, from 0 up to 1, which it does not reach: what is told comes next, and
   * when nothing does the plan is there. It never goes back; it leaps over what an input does not ask for.
   * Within a phase it goes by rows, and in the last one by stocking points.
   */
  readonly share: number;
}

/** Rows of orders between two rests: a few milliseconds' work. */
export const ROWS_A_STEP = 16_384;

/** The share of the work at which reading ends, and at which compiling ends: about so of a large problem. */
const IS_READ = 0.6;
const IS_COMPILED = 0.7;

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
  yield before("reading", 0);
  const reading = asPart(0, IS_READ, readSteps(input, columns));
  const problem = yield* told("reading", reading);
  yield before("compiling", IS_READ);
  const model = yield* told("compiling", asPart(IS_READ, IS_COMPILED, compileSteps(problem)));
  yield progress(model, { planned: 0, pass: 1 });
  const orders = new Arena(model);
  for (const step of sweepSteps(model, orders, rows)) yield progress(model, step);
  return { model, orders, given: () => model.problem };
}

/** Tells of work before planning. */
function* told<Result>(
  phase: PlanProgress["phase"],
  work: Steps<Result>,
): Generator<PlanProgress, Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield before(phase, step.value);
  }
}

function before(phase: PlanProgress["phase"], share: number): PlanProgress {
  return Object.freeze({ phase, level: null, levels: null, share });
}

function progress({ points, capacities }: Model, { planned, pass }: SweepStep): PlanProgress {
  const { count, level } = points;
  const passes = capacities.size === 0 ? 1 : 2;
  const done = count === 0 ? 0 : ((pass - 1) * count + planned) / (passes * count);
  return Object.freeze({
    phase: "planning",
    level: level[planned] ?? null,
    levels: count === 0 ? 0 : level[count - 1]! + 1,
    share: IS_COMPILED + (1 - IS_COMPILED) * done,
  });
}
