import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { PlanningInput } from "../../src/index.js";
import { byEngine, byReference } from "../support/compare-plans.js";
import { patience, runs } from "../support/runs.js";

const START = Date.parse("2026-02-02");
const date = (day: number): string => new Date(START + day * 86_400_000).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 24 });
const amount = fc.integer({ min: 1, max: 30 });
const site = fc.constantFrom("a", "b");
const rows = <T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(row, { minLength: 1, maxLength: 5 });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

const shelf = fc.record({
  stock: rows(fc.record({ site, amount, expires: some(day) })),
  supplies: fc.array(fc.record({ site, amount, due: day, days: some(day), frozen: fc.boolean() }), {
    maxLength: 3,
  }),
  needs: rows(fc.record({ site, amount, due: day })),
  made: rows(fc.record({ site, amount, due: day })),
  asked: site,
  floor: fc.constantFrom(0, 0, 5, 12),
  lot: fc.constantFrom(1, 7, 20),
  isBought: fc.boolean(),
  fence: fc.constantFrom(0, 0, 3, 8),
  expediteWithin: fc.constantFrom(undefined, undefined, 0, 4),
  restsAtWeekends: fc.boolean(),
  rescheduling: fc.constantFrom<"assume" | "achievable" | "never">("assume", "achievable", "never"),
});

/** Two sites that have stock which expires: a lane from stock, substitutes, a co-product. */
function inputOf(one: typeof shelf extends fc.Arbitrary<infer T> ? T : never): PlanningInput {
  const shipping = one.asked === "a" ? "b" : "a";
  const buy = { item: "S", kind: "buy" as const };
  return {
    startDate: date(0),
    horizonEnd: date(26),
    calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
    sites: ["a", "b"].map((id) => ({ id, ...(one.restsAtWeekends ? { calendar: "week" } : {}) })),
    items: [
      { id: "F" },
      { id: "P" },
      {
        ...{ id: "S", decimals: 0, planningTimeFence: one.fence },
        ...(one.expediteWithin === undefined ? {} : { expediteWithin: one.expediteWithin }),
      },
    ],
    itemSites: [{ item: "S", site: shipping, safetyStock: one.floor, orderMultiple: one.lot }],
    sources: [
      { item: "S", site: one.asked, kind: "transfer", from: shipping, onlyFromStock: true },
      { ...buy, site: one.asked, rank: 9, leadTime: 2 },
      ...(one.isBought ? [{ ...buy, site: shipping, leadTime: 3 }] : []),
      ...["a", "b"].map((at) => ({ item: "F", site: at, kind: "make" as const })),
      ...["a", "b"].map((at) => ({ item: "P", site: at, kind: "buy" as const })),
    ],
    boms: ["a", "b"].map((at) => ({
      ...{ item: "F", site: at },
      lines: [{ item: "P", quantity: 1, substitutes: [{ item: "S", quantity: 1, priority: 1 }] }],
    })),
    stock: one.stock.map(({ amount: quantity, expires, ...at }) => ({
      ...{ item: "S", quantity, ...at },
      ...(expires === undefined ? {} : { expires: date(expires) }),
    })),
    supplies: one.supplies.map(({ amount: quantity, due, days, frozen, ...at }, n) => ({
      ...{ id: `s${n}`, item: "S", kind: "purchase" as const },
      ...{ quantity, due: date(due), site: at.site, frozen },
      ...(days === undefined ? {} : { expires: date(due + days) }),
    })),
    demands: [
      ...one.needs.map(({ amount: quantity, due, ...at }, n) => ({
        ...{ id: `n${n}`, item: "S", quantity, due: date(due), ...at },
      })),
      ...one.made.map(({ amount: quantity, due, ...at }, n) => ({
        ...{ id: `f${n}`, item: "F", quantity, due: date(due), ...at },
      })),
    ],
    conventions: { rescheduling: one.rescheduling },
  };
}

describe("Stock that expires", () => {
  test.prop([shelf], { numRuns: runs })(
    "The engine ≡ the reference planner where lanes from stock and substitutes ask for it (K36, K44)",
    (one) => {
      const input = inputOf(one);
      const plan = byEngine(input);
      expect(plan).not.toHaveProperty("refused");
      expect(plan).toEqual(byReference(input));
    },
    patience,
  );
});
