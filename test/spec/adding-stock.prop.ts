import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { Decimal } from "../../src/core/index.js";
import type { Plan } from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { PLAIN, problemWithout } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

/**
 * Plain problems under lot-for-lot: besides lot rules and modifiers, a reorder point sizes by a rule
 * of its own, a source for small or large orders only may be passed over for a make, as one whose
 * turn it is by its share or whose supplier has no capacity left; and a firm order that need not be
 * moved in splits the orders below it, each of which is rounded up. Under `resize` an open supply grows
 * instead of an order, but not where one that must keep its quantity is drawn for the same shortage
 * (K33): stock that moves that shortage may so bring an order in place of the growth.
 */
const lotForLot = problemWithout(
  ...PLAIN,
  "lotSizing",
  "modifiers",
  "methods",
  "limitedSources",
  "firmOrders",
  "quotas",
  "capacities",
  "resize",
);

describe("Adding stock", () => {
  test.prop([lotForLot, fc.nat(), fc.integer({ min: 1, max: 20 })], { numRuns: runs })(
    "In plain problems under lot-for-lot, adding stock never adds to the total quantity ordered",
    (input, number, quantity) => {
      const plan = planOf(input);
      fc.pre(plan.orders.length > 0);
      const { item, site, segment } = plan.orders.at(number % plan.orders.length)!;
      const row = { item, site: input.sites ? site : undefined, segment: segment ?? undefined };
      const more = { ...input, stock: [...(input.stock ?? []), { ...row, quantity }] };
      const before = totals(plan);
      for (const [name, total] of totals(planOf(more))) {
        expect(total.lte(before.get(name) ?? 0)).toBe(true);
      }
    },
  );
});

function totals(plan: Plan): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { item, startQuantity } of plan.orders) {
    sums.set(item, startQuantity.plus(sums.get(item) ?? new Decimal(0)));
  }
  return sums;
}
