import { planMovements, planRequirements } from "../../src/mrp/index.js";
import { readInput } from "../../src/mrp/input/read-input.js";
import { planColumns } from "../../src/mrp/plan/plan-columns.js";
import { stateOf } from "../../src/mrp/plan/plan-state.js";
import { sweep } from "../../src/mrp/sweep/sweep.js";
import { fastest, timed } from "../clock.js";
import { collectGarbage } from "../garbage.js";
import {
  bulkColumns,
  bulkRows,
  itemId,
  masterData,
  START_DATE,
  START_DAY,
} from "../planning-input.js";
import type { BenchProblem } from "../problem.js";
import { readProblemFile } from "../problem-file.js";
import { answer } from "./answer.js";

/** Ratios of times to that of a sweep in buffers that were used before. */
export interface InAndOutAnswer {
  readonly rowsIn: number;
  readonly columnsIn: number;
  readonly cursor: number;
  readonly columnsOut: number;
}

const ROUNDS = 3;
const PAIRS = 9;

/** What it costs to hand demands over and to take orders back, measured by the sweep of a problem file. */
export function inAndOut(file: string): InAndOutAnswer {
  const given = readProblemFile(file);
  const plan = planRequirements(masterData(given), { columns: bulkColumns(given) });
  const state = stateOf(plan);
  const { model, orders: arena } = state;
  // A sweep again writes the same into the same buffers.
  const sweepMs = fastest(() => sweep(model, arena), 2 * ROUNDS, 0);
  return {
    rowsIn: rowsInMs(given) / sweepMs,
    columnsIn: columnsInMs(given) / sweepMs,
    cursor: fastest(() => readByPoint(plan), 2 * ROUNDS, 0) / sweepMs,
    columnsOut: fastest(() => planColumns(state), ROUNDS, 0) / sweepMs,
  };
}

/**
 * What all demands as rows add to reading an input of bare items, of several runs in alternation. Reading
 * leaves so much behind that every other run would have to clear away what those before it left, and
 * the difference would tell which ones; so that is done between the runs.
 */
function rowsInMs(given: BenchProblem): number {
  const items = masterData(given).items!.map(({ id, decimals }) => ({ id, decimals }));
  const bare = { startDate: START_DATE, items };
  const full = { ...bare, demands: bulkRows(given).demands };
  let [bareMs, fullMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let n = 0; n < PAIRS; n++) {
    collectGarbage();
    bareMs = Math.min(bareMs, timed(() => readInput(bare)).ms);
    collectGarbage();
    fullMs = Math.min(fullMs, timed(() => readInput(full)).ms);
  }
  return fullMs - bareMs;
}

/** What the same demands as columns add; a thousand items, so that reading these is next to nothing. */
function columnsInMs({ demands }: BenchProblem): number {
  const items = Array.from({ length: 1_000 }, (_, item) => ({ id: itemId(item), decimals: 0 }));
  const bare = { startDate: START_DATE, items };
  const columns = {
    item: demands.item.map((item) => item % items.length),
    day: demands.due.map((due) => due + START_DAY),
    quantity: demands.quantity,
  };
  const bareMs = fastest(() => readInput(bare), 20, 0);
  return fastest(() => readInput(bare, { demands: columns }), 20, 0) - bareMs;
}

/** Reads every order where it stands, stocking point by stocking point. */
function readByPoint(plan: ReturnType<typeof planRequirements>): number {
  const movements = planMovements(plan);
  let sum = 0;
  for (let point = 0; point < movements.pointCount; point++) {
    const { count, due, start, quantity, times } = movements.orders(point);
    for (let k = 0; k < count; k++) sum += (due[k]! - start[k]!) * quantity[k]! * (times?.[k] ?? 1);
  }
  return sum;
}

await answer(inAndOut);
