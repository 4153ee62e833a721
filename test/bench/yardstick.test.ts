import { describe, expect, test } from "vitest";
import { generateProblem } from "../../bench/generate.js";
import { engineOrders, planHash, refuseOtherPlan } from "../../bench/plan-hash.js";
import { bulkColumns, masterData, planningRows } from "../../bench/planning-input.js";
import type { BenchProblem } from "../../bench/problem.js";
import { SEED } from "../../bench/sizes.js";
import { readBare } from "../../bench/yardstick/from-rows.js";
import { bareOrders, compileBare, planBare, roomFor } from "../../bench/yardstick/in-javascript.js";
import type { YardstickTimes } from "../../bench/yardstick.js";
import { compile } from "../../src/mrp/compile/compile.js";
import { readInput } from "../../src/mrp/input/read-input.js";
import { sweep } from "../../src/mrp/sweep/sweep.js";

const given = generateProblem(500, 4, SEED);

function ofEngine(problem: BenchProblem) {
  const model = compile(readInput(masterData(problem), bulkColumns(problem)));
  return engineOrders(model, sweep(model));
}

function bare(problem: BenchProblem) {
  const model = compileBare(problem);
  const orders = roomFor(model);
  planBare(model, orders);
  // What is planned again in the same room is the same.
  planBare(model, orders);
  return bareOrders(model, orders);
}

describe("The yardstick in JavaScript", () => {
  test("makes the plan of the engine", () => {
    const orders = [...bare(given)];
    expect(orders.length).toBeGreaterThan(10_000);
    expect(orders).toEqual([...ofEngine(given)]);
  });

  test("reads rows as the columns of which they were made", () => {
    // Quantities of lines may have fewer decimals there: their ratios are the same.
    expect(compileBare(readBare(planningRows(given)))).toEqual(compileBare(given));
  });

  test("is not compared with a yardstick that made another plan", () => {
    const times = (hash: string) => ({ hash }) as YardstickTimes;
    const hash = planHash(ofEngine(given));
    expect(() => refuseOtherPlan(bare(given), times(hash))).not.toThrow();
    const { items, ...others } = given;
    const poorer = { items: { ...items, onHand: items.onHand.map(() => 0) }, ...others };
    expect(() => refuseOtherPlan(bare(poorer), times(hash))).toThrow(
      `is not that of the yardstick (${hash}).`,
    );
  });
});
