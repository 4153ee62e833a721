import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { allUnitsDiscount, incrementalDiscount, jointReplenishment } from "../index.js";

const figure = fc.integer({ min: 1, max: 1000 });
const breaks = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 4 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([froms, prices]) => {
    const falling = [...prices].sort((a, b) => b - a);
    return [0, ...froms.sort((a, b) => a - b)].map((from, n) => ({ from, price: falling[n]! }));
  });
const holding = fc.oneof(
  fc.record({ holdingRate: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100) }),
  fc.record({ holdingCost: fc.integer({ min: 1, max: 50 }) }),
);
const problem = fc
  .tuple(fc.record({ fixedCost: figure, demandRate: figure, priceBreaks: breaks }), holding)
  .map(([purchase, cost]) => ({ ...purchase, ...cost }));
type Problem = Parameters<typeof allUnitsDiscount>[0];

/** What a quantity costs in one unit of time, from the definition. */
function costAt(input: Problem, quantity: number, incremental: boolean): number {
  const { fixedCost, demandRate, priceBreaks, holdingRate, holdingCost } = input;
  let paid = 0;
  for (const [n, { from, price }] of priceBreaks.entries()) {
    const next = priceBreaks[n + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (incremental) paid += price * Math.max(0, Math.min(quantity, next) - from);
    else if (quantity >= from) paid = price * quantity;
  }
  const price = paid / quantity;
  const holdingOfUnit = holdingCost ?? (holdingRate ?? 0) * price;
  return demandRate * price + (fixedCost * demandRate) / quantity + (holdingOfUnit * quantity) / 2;
}

const quantities = Array.from({ length: 1500 }, (_, n) => (n + 1) / 2);

describe("Quantity discounts", () => {
  test.prop([problem], { numRuns: runs })("all units: no other quantity costs less", (input) => {
    const { orderQuantity, totalCost, candidates, region } = allUnitsDiscount(input);
    expect(costAt(input, orderQuantity, false)).toBeCloseTo(totalCost, 6);
    const others = quantities.map((quantity) => costAt(input, quantity, false));
    expect(Math.min(...others)).toBeGreaterThanOrEqual(totalCost * (1 - 1e-12));
    expect(candidates).toContainEqual({ orderQuantity, totalCost, region });
  });

  test.prop([problem], { numRuns: runs })("incremental: no other quantity costs less", (input) => {
    const { orderQuantity, totalCost } = incrementalDiscount(input);
    expect(costAt(input, orderQuantity, true)).toBeCloseTo(totalCost, 6);
    const others = quantities.map((quantity) => costAt(input, quantity, true));
    expect(Math.min(...others)).toBeGreaterThanOrEqual(totalCost * (1 - 1e-12));
  });

  test.prop([problem], { numRuns: runs })(
    "a price for all units never costs more than the same price for those beyond its break",
    (input) => {
      const all = allUnitsDiscount(input).totalCost;
      // What is held costs the average price in both, so all units are never dearer.
      expect(all).toBeLessThanOrEqual(incrementalDiscount(input).totalCost * (1 + 1e-12));
    },
  );
});

describe("Joint replenishment", () => {
  const item = fc.record({ fixedCost: figure, holdingCost: figure, demandRate: figure });
  const joint = fc.record({
    sharedFixedCost: figure,
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
  });

  test.prop([joint], { numRuns: runs })(
    "comes to what its multiples cost, and never below the best multiples up to 25",
    (input) => {
      const { cost, orderMultiples } = jointReplenishment(input);
      let best = Number.POSITIVE_INFINITY;
      const costOf = (multiples: readonly number[]) => {
        let fixed = input.sharedFixedCost;
        let hold = 0;
        for (const [n, one] of input.items.entries()) {
          fixed += one.fixedCost / multiples[n]!;
          hold += one.holdingCost * one.demandRate * multiples[n]!;
        }
        return Math.sqrt(2 * fixed * hold);
      };
      const walk = (multiples: readonly number[]): void => {
        if (multiples.length === input.items.length) best = Math.min(best, costOf(multiples));
        else for (let m = 1; m <= 25; m++) walk([...multiples, m]);
      };
      walk([]);
      expect(cost).toBeCloseTo(costOf(orderMultiples), 6);
      expect(Math.min(...orderMultiples)).toBe(1);
      if (Math.max(...orderMultiples) <= 25) {
        expect(cost).toBeGreaterThanOrEqual(best * (1 - 1e-12));
      }
    },
  );

  // Small figures, so that several items have the same fixed cost for their value of demand.
  const small = fc.integer({ min: 1, max: 3 });
  const tied = fc.record({
    sharedFixedCost: small,
    items: fc.array(
      fc.record({ fixedCost: fc.nat({ max: 9 }), holdingCost: small, demandRate: small }),
      { minLength: 2, maxLength: 5 },
    ),
    by: fc.nat({ max: 4 }),
  });

  test.prop([tied], { numRuns: runs })(
    "does not depend on the order in which the items are given",
    ({ sharedFixedCost, items, by }) => {
      const there = jointReplenishment({ sharedFixedCost, items });
      const turned = [...items.slice(by), ...items.slice(0, by)].reverse();
      const multiples = [...there.orderMultiples.slice(by), ...there.orderMultiples.slice(0, by)];
      const back = jointReplenishment({ sharedFixedCost, items: turned });
      expect(back.orderMultiples).toEqual(multiples.reverse());
      expect(back.cost).toBeCloseTo(there.cost, 10);
    },
  );

  test("tries each of the items that cost least to order for their value of demand", () => {
    const items = [
      { fixedCost: 0, holdingCost: 1, demandRate: 1 },
      { fixedCost: 0, holdingCost: 1, demandRate: 9 },
      { fixedCost: 9, holdingCost: 1, demandRate: 1 },
    ];
    const found = jointReplenishment({ sharedFixedCost: 2, items });
    expect(found.cost).toBeCloseTo(Math.sqrt(112), 12);
    expect(jointReplenishment({ sharedFixedCost: 2, items: items.toReversed() }).cost).toBe(
      found.cost,
    );
  });
});
