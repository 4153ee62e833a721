import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { type Plan, type PlanningInput, planRequirements, replan } from "../../src/index.js";
import { stateOf } from "../../src/mrp/plan/plan-state.js";

setFlagsFromString("--allow-natives-syntax");
const haveSameShape = runInThisContext("(a, b) => %HaveSameMap(a, b)") as (
  a: object,
  b: object,
) => boolean;

/** Rows that make points of every netting. */
const input: PlanningInput = {
  startDate: "2026-01-05",
  items: [
    { id: "bike", leadTime: 1, planningTimeFence: 3 },
    { id: "wheel", leadTime: 2, lotSizing: { rule: "fixedOrderQuantity", quantity: 10 } },
    { id: "kit", phantom: true },
    { id: "rim", method: "reorderPoint", reorderPoint: 3, maximumOrder: 20 },
  ],
  boms: [
    {
      item: "bike",
      lines: [
        { item: "wheel", quantity: 2 },
        { item: "kit", quantity: 1, validTo: "2026-01-16" },
      ],
    },
    { item: "kit", lines: [{ item: "rim", quantity: 2 }] },
  ],
  stock: [{ item: "wheel", quantity: 3, expires: "2026-01-14" }],
  supplies: [{ id: "p", item: "rim", quantity: 4, due: "2026-01-09", kind: "purchase" }],
  demands: [
    { id: "d1", item: "bike", quantity: 3, due: "2026-01-14" },
    { id: "d2", item: "bike", quantity: 5, due: "2026-01-21", kind: "forecast" },
  ],
};

/**
 * Machine code is made for the shapes that objects have, so objects that are made anew with each plan must
 * have the shapes of those before. An object that begins with a spread and adds fields to it has a shape
 * of its own each time, at least in V8: whatever reads it becomes slow, and its machine code is thrown
 * away with the plan.
 */
describe("Plans of one process share the shapes of their objects", () => {
  test("planned anew", () => {
    const make = (): Plan => planRequirements(input);
    for (let n = 0; n < 40; n++) make();
    expect(ownShapes(make(), make())).toEqual([]);
  });

  test("replanned", () => {
    const plan = planRequirements(input);
    const make = (n: number): Plan =>
      replan(plan, {
        demands: { put: [{ id: "d1", item: "bike", quantity: 4 + n, due: "2026-01-14" }] },
      });
    for (let n = 0; n < 40; n++) make(n);
    expect(ownShapes(make(1), make(2))).toEqual([]);
  });

  test("which others do not have", () => {
    expect(haveSameShape({ a: 1 }, { a: 2 })).toBe(true);
    expect(haveSameShape({ a: 1 }, { b: 1 })).toBe(false);
  });
});

/** Where the objects that two plans are made of have not the same shape. */
function ownShapes(a: Plan, b: Plan): string[] {
  const found: string[] = [];
  const seen = new Set<object>();
  const compare = (x: unknown, y: unknown, path: string): void => {
    if (!isObject(x) || !isObject(y) || seen.has(x)) return;
    seen.add(x);
    // A list has one of few shapes, by what it may hold; where it is made, the engine may change its mind.
    if (!Array.isArray(x) && !haveSameShape(x, y)) found.push(path);
    if (ArrayBuffer.isView(x)) return;
    for (const [name, value] of Object.entries(x)) {
      compare(value, (y as Readonly<Record<string, unknown>>)[name], `${path}.${name}`);
    }
  };
  const [one, other] = [stateOf(a), stateOf(b)];
  compare(one.model, other.model, "model");
  compare(one.orders, other.orders, "orders");
  for (let point = 0; point < one.model.points.count; point++) {
    compare(one.model.detail(point), other.model.detail(point), `detail(${point})`);
    compare(one.model.sources.at(point), other.model.sources.at(point), `sources.at(${point})`);
  }
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
