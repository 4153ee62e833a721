import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  comparePlans,
  type DampingDecision,
  Decimal,
  dampPlan,
  formatDay,
  freezeOrders,
  nervousness,
  type Plan,
  type PlannedOrder,
  type PlanningInput,
  parseDay,
} from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { problem, problemWithout } from "../support/random/problem.js";
import { plain, reversed } from "../support/reversed.js";
import { patience, runs } from "../support/runs.js";

const numRuns = Math.ceil(runs / 5);

/**
 * Where frozen orders may leave something to plan, and why:
 * - with a yield the planned order may have started more than its good quantity asks for;
 * - what is free for substitutes and for lanes from stock counts open supply, not planned orders;
 * - what is discontinued gives its open supply, but not its planned orders, to other needs;
 * - an open supply that expires is drawn for less where a lot for several days stands before it, and may
 *   then be gone before it is needed; so supplies have no expiry here;
 * - co-products of a late order come on its own day once it is frozen (K57), so problems with both are
 *   passed over;
 * - under `resize` open supplies grow and shrink by what else is on order.
 */
const BREAKING = ["yield", "substitutes", "stockLanes", "discontinued", "resize"] as const;

/**
 * What comes later than wanted is frozen as scheduled (K57): nothing moves it in, but it may be deferred or
 * cancelled where no need draws it any more, and under `resize` its quantity may change.
 */
const isLate = ({ daysLate }: PlannedOrder): boolean => daysLate > 0;

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
    (problem) => {
      const supplies = (problem.supplies ?? []).map(({ expires: _, ...row }) => row);
      const input = { ...problem, supplies };
      const plan = planOf(input);
      const hasCoProducts = (input.boms ?? []).some(({ coProducts = [] }) => coProducts.length > 0);
      fc.pre(!(hasCoProducts && [...plan.orders].some(isLate)));
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
      if (frozen.conventions?.resize) fc.pre(!orders.some(isLate));
      for (const { id, quantity, due } of orders) {
        const supply = stands.get(id);
        expect([supply?.arrives, `${supply?.quantity}`, supply?.newQuantity]).toEqual([
          due,
          `${quantity}`,
          null,
        ]);
      }
      const late = new Set(ids.filter((_, k) => isLate(orders[k]!)));
      const moved = [...next.messages].filter(
        (message) =>
          "supply" in message &&
          ids.includes(message.supply) &&
          !(late.has(message.supply) && (message.code === "defer" || message.code === "cancel")),
      );
      expect(moved).toEqual([]);
    },
    patience,
  );
});

/** The same with more asked for on the days of some demands, or with some of them gone. */
function withOtherDemand(input: PlanningInput, n: number, round: number): PlanningInput {
  const demands = input.demands ?? [];
  if (n === 3) return { ...input, demands: demands.filter((_, k) => k % 4 !== 1) };
  if (n === 2) return withMoreDemand(input, round % 2);
  const more = demands
    .filter((_, k) => k % 2 === n)
    .map((row) => ({ ...row, id: `${row.id}/${round}` }));
  return { ...input, demands: [...demands, ...more] };
}

/** What is reserved may not go, and a firm transfer may close a cycle that a lane from stock alone does not. */
const thatMayBeFrozen = problemWithout("reservations", "stockLanes");
const rounds = fc.array(fc.record({ days: fc.integer({ min: -9, max: 30 }), n: fc.nat(3) }), {
  minLength: 2,
  maxLength: 4,
});

describe("Freezing again and again", () => {
  test.prop([thatMayBeFrozen, rounds], { numRuns })(
    "Each frozen supply is known as the very order it was frozen from, whatever was frozen before",
    (first, changes) => {
      let input = first;
      for (const [round, { days, n }] of changes.entries()) {
        const before = planOf(input);
        const changed = withOtherDemand(input, n, round);
        const until = formatDay(parseDay(before.startDate)! + days);
        const frozen = freezeOrders(before, { until, input: changed });
        const rows = (frozen.supplies ?? []).slice(changed.supplies?.length ?? 0);
        const orders = [...before.orders].filter(({ start }) => start <= until);
        expect(rows.map(({ item, quantity, due }) => [item, quantity, due])).toEqual(
          orders.map(({ item, quantity, due }) => [item, `${quantity}`, due]),
        );
        const pairs = orders.map(({ id }, k) => [id, rows[k]!.id]).sort();
        const after = planOf(frozen);
        const there = comparePlans(before, after);
        const firmed = there.orders.filter(({ change }) => change === "firmed");
        expect(firmed.map((of) => [of.before?.id, of.supply?.id]).sort()).toEqual(pairs);
        expect(there.supplies.filter(({ change }) => change === "added")).toEqual([]);
        const back = comparePlans(after, before).orders;
        const unfirmed = back.filter(({ change }) => change === "unfirmed");
        expect(unfirmed.map((of) => [of.after?.id, of.supply?.id]).sort()).toEqual(pairs);
        expect(plain(back)).toEqual(plain(there.orders.map(reversed)));
        input = frozen;
      }
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

type Place = Pick<DampingDecision, "item" | "site" | "segment">;

function isAt(
  row: { readonly [Field in keyof Place]?: Place[Field] | undefined },
  { item, site, segment }: Place,
): boolean {
  return row.item === item && row.site === site && (row.segment ?? null) === segment;
}

/** What the orders of a stocking point cost that are not as they were; made firm they are. */
function costOfChanges(
  old: Plan,
  plan: Plan,
  point: Place,
  { perChange, perDay, perUnit }: { perChange: number; perDay: number; perUnit: number | string },
): Decimal {
  return comparePlans(old, plan)
    .orders.filter((row) => isAt(row, point))
    .filter(({ change, days, quantity }) => !/firmed/.test(change) || days !== 0 || +quantity !== 0)
    .reduce(
      (sum, { days, quantity }) =>
        sum.plus(perChange + perDay * Math.abs(days)).plus(quantity.abs().times(perUnit)),
      new Decimal(0),
    );
}

describe("Damping by the cost of change", () => {
  const costs = fc.record({
    perChange: fc.nat(50),
    perDay: fc.nat(5),
    perUnit: fc.constantFrom(0, 1, "0.25"),
  });

  test.prop([thatMayBeFrozen, fc.nat(30), fc.nat(3), costs], { numRuns })(
    "The price is what changes of orders cost anew, less what they cost when the old ones are kept",
    (first, days, n, costsOfChange) => {
      const input = freezeOrders(planOf(first), { days, input: withOtherDemand(first, 0, 0) });
      const old = planOf(input);
      if (first.conventions?.resize) fc.pre(![...old.orders].some(isLate));
      let next = withOtherDemand(input, n, 1);
      planOf(next);
      for (const { kept, price, ...point } of dampPlan(old, next, costsOfChange).decisions) {
        const anew = planOf(next);
        const orders = [...old.orders].filter(
          (order) =>
            isAt(order, point) && order.due >= anew.startDate && order.due <= anew.horizonEnd,
        );
        const until = anew.horizonEnd;
        const frozen = freezeOrders(old, { until, by: "due", items: [point.item] }).supplies ?? [];
        const added = frozen
          .slice(input.supplies?.length ?? 0)
          .filter((row) => isAt(row, point) && row.due >= anew.startDate);
        expect(added.map(({ due, quantity }) => [due, quantity])).toEqual(
          orders.map(({ due, quantity }) => [due, `${quantity}`]),
        );
        const supplies = [...(next.supplies ?? []), ...added];
        const asKept = planOf({ ...next, supplies });
        const costOf = (plan: Plan) => costOfChanges(old, plan, point, costsOfChange);
        expect(price.toFixed()).toBe(costOf(anew).minus(costOf(asKept)).toFixed());
        // What is kept costs nothing: each old order is there, as firm, on its day.
        const ids = new Set(orders.map(({ id }) => id));
        const ofOld = comparePlans(old, asKept).orders.filter(({ before }) =>
          ids.has(`${before?.id}`),
        );
        expect(
          ofOld.map(({ change, days: moved, quantity }) => [change, moved, +quantity]),
        ).toEqual(orders.map(() => ["firmed", 0, 0]));
        if (kept) next = { ...next, supplies };
      }
    },
    patience,
  );

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
        const isHere = (row: Parameters<typeof isAt>[0]) => isAt(row, { item, site, segment });
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
