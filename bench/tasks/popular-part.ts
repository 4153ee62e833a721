import { compile } from "../../src/mrp/compile/compile.js";
import { readInput } from "../../src/mrp/input/read-input.js";
import { Arena } from "../../src/mrp/sweep/arena.js";
import { sweep } from "../../src/mrp/sweep/sweep.js";
import { fastest } from "../clock.js";
import { bulkColumns, masterData } from "../planning-input.js";
import type { BenchProblem } from "../problem.js";
import { readProblemFile } from "../problem-file.js";
import { drawsFrom } from "../random.js";
import { SEED } from "../sizes.js";
import { answer } from "./answer.js";

const PARENTS = 2_000;
const DEMANDS = 50;
const DAYS = 250;

/** The time of a sweep for each order where all parents share one part, divided by that of a problem file. */
export function popularPart(file: string): number {
  const usual = prepared(readProblemFile(file));
  const popular = prepared(onePart());
  const usualMs = fastest(usual.sweep, 20);
  return (fastest(popular.sweep, 20) * usual.orders) / (usualMs * popular.orders);
}

function prepared(problem: BenchProblem): { readonly sweep: () => void; readonly orders: number } {
  const model = compile(readInput(masterData(problem), bulkColumns(problem)));
  const arena = new Arena(model);
  sweep(model, arena);
  return { sweep: () => sweep(model, arena), orders: arena.orders };
}

/** Item 0 is the part of all others, each of which is in demand on many days. */
function onePart(): BenchProblem {
  const draws = drawsFrom(SEED);
  const items = PARENTS + 1;
  const demands = PARENTS * DEMANDS;
  const parents = Int32Array.from({ length: PARENTS }, (_, n) => n + 1);
  const all = (value: number): Int32Array => new Int32Array(PARENTS).fill(value);
  return {
    days: DAYS,
    items: {
      onHand: new Float64Array(items),
      safetyStock: new Float64Array(items),
      lotQuantity: new Float64Array(items),
      minimumOrder: new Float64Array(items),
      orderMultiple: new Float64Array(items),
      decimals: new Int32Array(items),
      leadTime: Int32Array.from({ length: items }, () => draws.whole(1, 10)),
      rule: new Int32Array(items),
      periodDays: new Int32Array(items),
    },
    lines: {
      parent: parents,
      component: all(0),
      quantity: all(2),
      quantityDecimals: all(0),
      scrap: all(0),
    },
    demands: {
      item: Int32Array.from({ length: demands }, (_, n) => 1 + (n % PARENTS)),
      // A parent's demands lie on different days.
      due: Int32Array.from(
        { length: demands },
        (_, n) => Math.floor(n / PARENTS) * (DAYS / DEMANDS) + draws.whole(0, 4),
      ),
      quantity: Float64Array.from({ length: demands }, () => draws.whole(1, 100)),
    },
    supplies: {
      item: new Int32Array(0),
      due: new Int32Array(0),
      quantity: new Float64Array(0),
    },
  };
}

await answer(popularPart);
