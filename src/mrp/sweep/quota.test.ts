import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { planRequirements } from "../plan/plan.js";
import type { PlanningRow } from "../schema/planning-input.js";

type Source = PlanningRow<"sources">;

/** One demand of "a", which is bought by quota; lead times tell the sources apart. */
function lotBy(shares: readonly (number | string)[], quantity: number, more: Partial<Source> = {}) {
  const plan = planRequirements({
    startDate: "2026-01-05",
    items: [{ id: "a", decimals: 0 }],
    suppliers: shares.map((_, n) => ({ id: `s${n}` })),
    sources: shares.map((share, n) => ({
      item: "a",
      kind: "buy" as const,
      supplier: `s${n}`,
      share,
      minimumSplit: 1,
      ...more,
    })),
    demands: [{ id: "d", item: "a", quantity, due: "2026-01-20" }],
  });
  return [...plan.orders].map((order) => ({
    source: Number(order.supplier!.slice(1)),
    quantity: order.quantity.toNumber(),
  }));
}

describe("Split by share (K43)", () => {
  test("what is left over goes to the parts that lost most, of equal ones to the first", () => {
    expect(lotBy([1, 1, 1], 10).map(({ quantity }) => quantity)).toEqual([4, 3, 3]);
    expect(lotBy(["1/6", "1/2", "1/3"], 10).map(({ quantity }) => quantity)).toEqual([2, 5, 3]);
  });

  test("who would get nothing gets no order", () => {
    expect(lotBy([100, 1, 100], 3)).toEqual([
      { source: 0, quantity: 2 },
      { source: 2, quantity: 1 },
    ]);
  });

  test("who would get all of it gets it, though another is behind its share", () => {
    expect(lotBy([1, 30], 10)).toEqual([{ source: 1, quantity: 10 }]);
  });

  test("a lot of which some part is not taken goes to one source", () => {
    expect(lotBy([1, 1], 10, { minQuantity: 6 })).toEqual([{ source: 0, quantity: 10 }]);
  });

  property.prop(
    [fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }), fc.nat(50)],
    {
      numRuns: 50,
    },
  )("parts add up to the lot, and none is off its exact share by one or more", (shares, more) => {
    const lot = more + 2;
    const parts = lotBy(shares, lot);
    const sum = shares.reduce((all, share) => all + share, 0);
    expect(parts.reduce((all, { quantity }) => all + quantity, 0)).toBe(lot);
    if (parts.length < 2) return;
    for (const { source, quantity } of parts) {
      expect(Math.abs(quantity * sum - lot * shares[source]!)).toBeLessThan(sum);
    }
  });
});

describe("One source a lot (K43)", () => {
  test("shares are kept over time, counting what stood before", () => {
    const plan = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "a" }],
      suppliers: [{ id: "one" }, { id: "two" }],
      sources: [
        { item: "a", kind: "buy", supplier: "one", share: 3, quotaBase: 30 },
        { item: "a", kind: "buy", supplier: "two", share: 1 },
      ],
      demands: Array.from({ length: 8 }, (_, n) => ({
        id: `d${n}`,
        item: "a",
        quantity: 5,
        due: `2026-01-${n + 10}`,
      })),
    });
    // Served by share: 10 and 0, 10 and 5, 10 and 10, 11⅔ and 10, 11⅔ and 15, 13⅓, 15 and 15, 16⅔ and 15.
    const turns = [...plan.orders].map(({ supplier }) => supplier).join(" ");
    expect(turns).toBe("two two one two one one one two");
  });
});
