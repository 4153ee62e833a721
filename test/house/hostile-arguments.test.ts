import { describe, expect, test } from "vitest";
import * as bom from "../../src/bom/index.js";
import * as capacity from "../../src/capacity/index.js";
import { PlanningInputError } from "../../src/core/index.js";
import * as crmBridge from "../../src/crm-bridge/index.js";
import * as finance from "../../src/finance/index.js";
import * as inventory from "../../src/inventory/index.js";
import * as mps from "../../src/mps/index.js";
import * as mrp from "../../src/mrp/index.js";

/** What fails whatever is asked of it. */
const fail = (): never => {
  throw new Error("mine");
};
const closed = new Proxy({}, { get: fail, has: fail, ownKeys: fail });

const nonsense: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1n,
  "",
  "x",
  "2026-01-05",
  Symbol("s"),
  () => 1,
  {},
  Object.create(null),
  { toString: null },
  { item: 1n },
  new Map(),
  new Date(Number.NaN),
  closed,
  [],
  [null],
  [[]],
  [{}],
  [1n],
  [Symbol("s")],
  [{ id: Symbol("s") }],
  [{ item: 1n }],
  [closed],
];

/** Steps of other functions, which are given what those have read already. */
const INNER = new Set(["consumeForecastCounts", "forecastSteps"]);

/** What a function is called with: each argument alone and several times, and any two together. */
function* callsWith(count: number): Generator<readonly unknown[]> {
  for (const a of nonsense) {
    yield [a];
    yield [a, a, a];
    if (count === 1) continue;
    for (const b of nonsense) {
      yield [a, b];
      if (count > 2) for (const c of [null, {}, 1n, "x"]) yield [a, b, c];
    }
  }
}

/** Runs it to its end, a generator too, and says what comes out that is no refusal. */
function strayError(run: () => unknown): string | undefined {
  try {
    const made = run() as Partial<Iterator<unknown>> | null | undefined;
    for (let n = 0; typeof made?.next === "function" && n < 5; n++) {
      if (made.next().done === true) break;
    }
    return undefined;
  } catch (error) {
    if (error instanceof PlanningInputError) return undefined;
    return String((error as Error).stack ?? error);
  }
}

describe("Nonsense is refused by a PlanningInputError, never stumbled over", () => {
  test.each(Object.entries({ bom, capacity, crmBridge, finance, inventory, mps, mrp }))(
    "by every function of %s",
    (_, floor) => {
      const functions = Object.entries(floor).flatMap(([name, value]) =>
        typeof value === "function" && /^[a-z]/.test(name) && !INNER.has(name)
          ? [[name, value as (...given: readonly unknown[]) => unknown] as const]
          : [],
      );
      expect(functions.length).toBeGreaterThan(5);
      for (const [name, run] of functions) {
        for (const given of callsWith(Math.min(3, run.length + 1))) {
          const stray = strayError(() => run(...given));
          if (stray !== undefined) expect.fail(`${name}: ${stray}`);
        }
      }
    },
  );
});
