import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { planRequirements } from "../plan/plan.js";

const figures = fc.record({
  wanted: fc.integer({ min: 1, max: 40 }),
  free: fc.nat(45),
  minimum: fc.nat(6),
  multiple: fc.integer({ min: 1, max: 4 }),
  least: fc.nat(6),
  most: fc.integer({ min: 6, max: 40 }),
});

/** What a lane from stock ships of a demand, by the plan. */
function shipped({ wanted, free, minimum, multiple, least, most }: Figures): number {
  const plan = planRequirements({
    startDate: "2026-01-05",
    sites: [{ id: "depot" }, { id: "plant" }],
    items: [{ id: "a", decimals: 0 }],
    sources: [
      {
        item: "a",
        site: "depot",
        kind: "transfer",
        from: "plant",
        onlyFromStock: true,
        minimumOrder: minimum,
        orderMultiple: multiple,
        minQuantity: least,
        maxQuantity: most,
      },
    ],
    stock: [{ item: "a", site: "plant", quantity: free }],
    demands: [{ id: "d", item: "a", site: "depot", quantity: wanted, due: "2026-01-09" }],
  });
  const orders = [...plan.orders].map(({ quantity }) => quantity.toNumber());
  expect(orders.length).toBeLessThan(2);
  return orders[0] ?? 0;
}

type Figures = typeof figures extends fc.Arbitrary<infer Given> ? Given : never;

/** The same, tried out one quantity after the other. */
function largest({ wanted, free, minimum, multiple, least, most }: Figures): number {
  const whole = Math.ceil(Math.max(wanted, minimum) / multiple) * multiple;
  for (let start = Math.min(whole, free); start > 0; start--) {
    const isAllowed = start >= minimum && start >= least && start <= most;
    if (isAllowed && start % multiple === 0) return start;
  }
  return 0;
}

describe("As much as fits (K44)", () => {
  test.prop([figures], { numRuns: 100 })(
    "the largest start quantity that is free, covers no more than the lot, and that modifiers and limits allow",
    (of) => {
      expect(shipped(of)).toBe(largest(of));
    },
  );

  test.prop([fc.integer({ min: 1, max: 60 }), fc.nat(60)], { numRuns: 50 })(
    "a maximum cuts it into orders, of which the last is the rest",
    (wanted, free) => {
      const plan = planRequirements({
        startDate: "2026-01-05",
        sites: [{ id: "depot" }, { id: "plant" }],
        items: [{ id: "a", decimals: 0 }],
        itemSites: [{ item: "a", site: "depot", maximumOrder: 10 }],
        sources: [
          { item: "a", site: "depot", kind: "transfer", from: "plant", onlyFromStock: true },
        ],
        stock: [{ item: "a", site: "plant", quantity: free }],
        demands: [{ id: "d", item: "a", site: "depot", quantity: wanted, due: "2026-01-09" }],
      });
      const orders = [...plan.orders].map(({ quantity }) => quantity.toNumber());
      expect(orders.reduce((sum, one) => sum + one, 0)).toBe(Math.min(wanted, free));
      expect(orders.slice(0, -1).every((one) => one === 10)).toBe(true);
    },
  );
});
