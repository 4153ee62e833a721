import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  comparePlans,
  Decimal,
  dampPlan,
  freezeOrders,
  nervousness,
  type PlanningInput,
} from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { problem, problemWithout } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

const numRuns = Math.ceil(runs / 5);

/**
 * Where frozen orders may leave something to plan, and why:
 * - with a yield the planned order may have started more than its good quantity asks for;
 * - what is free for substitutes and for lanes from stock counts open supply, not planned orders;
 * - what is discontinued gives its open supply, but not its planned orders, to other needs;
 * - an order that a supplier's capacity or `pastDue: "forward"` makes late stands late once frozen;
 * - an order of a buffer that takes longer by its quantity than one of the whole buffer is not counted
 *   on (K39), so such problems are passed over;
 * - under `resize` open supplies grow and shrink by what else is on order.
 */
const BREAKING = [
  "yield",
  "substitutes",
  "stockLanes",
  "discontinued",
  "capacities",
  "forward",
  "resize",
] as const;

/** The same with every second demand twice as large. */
function withMoreDemand(input: PlanningInput, n: number): PlanningInput {
  const demands = (input.demands ?? []).map((row, k) =>
    k % 2 === n % 2 ? { ...row, quantity: new Decimal(row.quantity).times(2).toFixed() } : row,
  );
  return { ...input, demands };
}

describe("Freezing orders", () => {
  test.prop([problemWithout(...BREAKING)], { numRuns })(
    "Once all orders are frozen nothing is left to plan, and none has changed",
    (input) => {
      const rows = [...(input.items ?? []), ...(input.itemSites ?? [])];
      const isBuffered = rows.some(({ method }) => method === "ddmrp");
      fc.pre(!(isBuffered && rows.some((row) => row.leadTimePerUnit !== undefined)));
      const plan = planOf(input);
      // Orders for a stock position may be due after the horizon.
      const frozen = freezeOrders(plan, { until: "2199-12-31", by: "due" });
      const next = planOf({ ...frozen, horizonEnd: plan.horizonEnd });
      const { orders } = comparePlans(plan, next);
      expect(orders.map(({ change, days, quantity }) => [change, days, `${quantity}`])).toEqual(
        [...plan.orders].map(() => ["firmed", 0, "0"]),
      );
    },
    patience,
  );

  // A lane from stock alone is no line of the graph; the firm transfer that it becomes may close a cycle.
  test.prop([problemWithout("stockLanes"), fc.nat(30), fc.nat(1)], { numRuns })(
    "What is frozen stands on its day with its quantity, whatever else is asked for, and nothing proposes to move it",
    (input, days, n) => {
      const plan = planOf(input);
      const frozen = freezeOrders(plan, { days, input: withMoreDemand(input, n) });
      const ids = (frozen.supplies ?? []).slice(input.supplies?.length ?? 0).map(({ id }) => id);
      const next = planOf(frozen);
      const stands = new Map([...next.supplies].map((supply) => [supply.id, supply]));
      const orders = [...plan.orders].filter(({ id }) => ids.includes(id));
      expect(ids.length).toBe(orders.length);
      for (const { id, quantity, due } of orders) {
        const supply = stands.get(id);
        expect([supply?.date, `${supply?.quantity}`, supply?.newQuantity]).toEqual([
          due,
          `${quantity}`,
          null,
        ]);
      }
      const moved = [...next.messages].filter(
        (message) => "supply" in message && ids.includes(message.supply),
      );
      expect(moved).toEqual([]);
    },
    patience,
  );
});

describe("Nervousness", () => {
  test.prop([problem, fc.nat(1), fc.double({ min: 0, max: 0.99, noNaN: true })], { numRuns })(
    "is 0 for the same plan, never above 1, and the same from either plan to the other",
    (input, n, alpha) => {
      const [a, b] = [planOf(input), planOf(withMoreDemand(input, n))];
      expect(nervousness(a, a, { alpha })).toMatchObject({ index: 0, items: [] });
      const [there, back] = [nervousness(a, b, { alpha }), nervousness(b, a, { alpha })];
      expect(back).toEqual(there);
      expect(there.index).toBeGreaterThanOrEqual(0);
      expect(there.index).toBeLessThanOrEqual(1);
      for (const { quantity, days, index } of there.items) {
        expect(quantity + days).toBeGreaterThan(0);
        expect(index).toBeLessThanOrEqual(1);
      }
    },
    patience,
  );
});

describe("Damping by the cost of change", () => {
  const costs = fc.record({
    perChange: fc.nat(50),
    perDay: fc.nat(5),
    perUnit: fc.constantFrom(0, 1, "0.25"),
  });

  test.prop([problem, fc.nat(1), costs], { numRuns })(
    "Old orders are kept where their change costs more than new ones save, and they stand in the plan then",
    (input, n, costsOfChange) => {
      const old = planOf(input);
      const changed = withMoreDemand(input, n);
      planOf(changed);
      const { plan, input: damped, decisions } = dampPlan(old, changed, costsOfChange);
      expect(comparePlans(plan, planOf(damped)).orders).toEqual([]);
      const frozen = (damped.supplies ?? []).slice(input.supplies?.length ?? 0);
      for (const { item, site, segment, kept, saving, price } of decisions) {
        expect(kept).toBe(price.gt(saving));
        const isHere = (row: {
          readonly item: string;
          readonly site?: string | undefined;
          readonly segment?: string | null | undefined;
        }) => row.item === item && row.site === site && (row.segment ?? null) === segment;
        const orders = [...old.orders].filter(
          (order) => isHere(order) && order.due <= plan.horizonEnd,
        );
        expect(frozen.filter(isHere).map(({ due }) => due)).toEqual(
          kept ? orders.map(({ due }) => due) : [],
        );
      }
    },
    patience,
  );
});
