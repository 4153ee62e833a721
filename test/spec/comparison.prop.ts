import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  changeInput,
  comparePlans,
  comparisonText,
  Decimal,
  nervousness,
  type Plan,
  type PlanComparison,
  type PlannedOrder,
  type PlanningInput,
  PlanningInputError,
  type PlanningRow,
  replan,
} from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { changeDraft, changesOf } from "../support/random/changes.js";
import { problem, problemWithout } from "../support/random/problem.js";
import { negative, plain, reversed, swapped } from "../support/reversed.js";
import { patience, runs } from "../support/runs.js";

/** What may happen to an input between two plans. */
const changes: readonly ((input: PlanningInput, n: number) => PlanningInput)[] = [
  (input) => input,
  (input, n) => ({ ...input, demands: (input.demands ?? []).filter((_, k) => k % 5 !== n % 5) }),
  (input, n) => ({
    ...input,
    demands: (input.demands ?? []).map((row, k) =>
      k % 3 === n % 3 ? { ...row, quantity: new Decimal(row.quantity).times(2).toFixed() } : row,
    ),
  }),
  (input, n) => ({
    ...input,
    items: (input.items ?? []).map((row, k) => (k % 4 === n % 4 ? withLeadTime(row, n) : row)),
  }),
  (input, n) => ({ ...input, supplies: (input.supplies ?? []).filter((_, k) => k % 3 !== n % 3) }),
];

/** Beside a lead time that follows from a routing another one is a contradiction (K54). */
function withLeadTime(row: PlanningRow<"items">, n: number) {
  return row.phantom || row.leadTimeBasis === "routing" ? row : { ...row, leadTime: n % 9 };
}

/**
 * Two plans: of one input and a changed one, or of inputs that have little in common. What is reserved
 * may not go, so changed inputs have no reservations.
 */
const twoPlans = fc
  .tuple(problemWithout("reservations"), problem, fc.nat(changes.length), fc.nat(20))
  .map(([input, other, k, n]) => {
    const change = changes[k];
    return [input, change === undefined ? other : change(input, n)] as const;
  });

/** An order as a comparison sees it; where orders are late, the numbers in ids may count on. */
function told({ id: _id, release: _, daysLate: __, attributes: ___, ...order }: PlannedOrder) {
  const {
    feasibleStart: _s,
    feasibleDue: _d,
    ...rest
  } = order as PlannedOrder & {
    feasibleStart?: unknown;
    feasibleDue?: unknown;
  };
  return JSON.stringify(rest);
}

function sortedTexts(orders: Iterable<PlannedOrder>): string[] {
  return Array.from(orders, told).sort();
}

/** What differs between a plan and itself. */
const NOTHING = {
  orders: [],
  supplies: [],
  demands: [],
  messages: [],
  items: [],
  periods: [],
};

const numRuns = Math.ceil(runs / 5);

const inAnyOrder = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

function sumOf(plan: Plan, item: string): string {
  return [...plan.orders]
    .filter((order) => order.item === item)
    .reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0))
    .toFixed();
}

describe("Comparing two plans", () => {
  test.prop([twoPlans], { numRuns })(
    "Taking away what was and putting there what is makes the orders of one plan those of the other",
    ([inputA, inputB]) => {
      const [a, b] = [planOf(inputA), planOf(inputB)];
      const { orders } = comparePlans(a, b);
      const left = sortedTexts(a.orders);
      for (const { before, after } of orders) {
        if (before === null) continue;
        // What is the same in both is no difference.
        if (after !== null) expect(told(after)).not.toBe(told(before));
        const at = left.indexOf(told(before));
        expect(at).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
      const came = orders.flatMap(({ after }) => (after === null ? [] : [told(after)]));
      expect([...left, ...came].sort()).toEqual(sortedTexts(b.orders));
    },
    patience,
  );

  test.prop([twoPlans], { numRuns })(
    "The other way round the same differences come out in reverse",
    ([inputA, inputB]) => {
      const [a, b] = [planOf(inputA), planOf(inputB)];
      const [there, back] = [comparePlans(a, b), comparePlans(b, a)];
      expect(plain(back.orders)).toEqual(plain(there.orders.map(reversed)));
      expect(plain(back.supplies)).toEqual(plain(there.supplies.map(reversed)));
      expect(plain(back.demands)).toEqual(plain(there.demands.map(reversed)));
      expect(inAnyOrder(back.messages)).toEqual(
        inAnyOrder(
          there.messages.map(({ change, message }) => ({ change: swapped[change], message })),
        ),
      );
      const turned = (rows: PlanComparison["items"] | PlanComparison["periods"]) =>
        rows.map((row) => ({
          ...row,
          planned: negative(row.planned),
          scheduled: negative(row.scheduled),
        }));
      expect(plain(back.periods)).toEqual(plain(turned(there.periods)));
      expect(back.items.map(({ planned }) => planned.toFixed())).toEqual(
        there.items.map(({ planned }) => negative(planned).toFixed()),
      );
    },
    patience,
  );

  test.prop([problem], { numRuns })(
    "A plan does not differ from itself, nor from a plan of the same input",
    (input) => {
      const plan = planOf(input);
      for (const other of [plan, planOf(structuredClone(input))]) {
        const comparison = comparePlans(plan, other);
        expect(plain(comparison)).toEqual(NOTHING);
        expect(comparisonText(comparison)).toEqual(["nothing differs"]);
      }
    },
    patience,
  );

  test.prop([problem, fc.array(changeDraft, { minLength: 1, maxLength: 3 })], {
    numRuns: Math.ceil(numRuns / 2),
  })(
    "A plan that was replanned differs from the one before as one planned anew does",
    (first, drafts) => {
      const before = planOf(first);
      let after = before;
      let input = first;
      for (const draft of drafts) {
        const changes = changesOf(input, draft);
        input = changeInput(input, changes);
        try {
          after = replan(after, changes);
        } catch (error) {
          if (error instanceof PlanningInputError) return;
          throw error;
        }
      }
      const anew = planOf(input);
      const told = (comparison: PlanComparison) =>
        plain({ ...comparison, messages: inAnyOrder(comparison.messages) });
      expect(told(comparePlans(before, after))).toEqual(told(comparePlans(before, anew)));
      expect(plain(comparePlans(after, anew))).toEqual(NOTHING);
      expect(nervousness(before, after)).toEqual(nervousness(before, anew));
    },
    patience,
  );

  test.prop([twoPlans, fc.constantFrom("day", "week", "month")], { numRuns })(
    "Sums by item say by how much more or less is planned, and periods add up to them",
    ([inputA, inputB], bucket) => {
      const [a, b] = [planOf(inputA), planOf(inputB)];
      const { items, periods, orders } = comparePlans(a, b, { bucket });
      for (const item of new Set(orders.map((row) => row.item))) {
        const here = items.filter((row) => row.item === item);
        const planned = here.reduce((sum, row) => sum.plus(row.planned), new Decimal(0));
        expect(new Decimal(sumOf(a, item)).plus(planned).toFixed()).toBe(sumOf(b, item));
        const summed = periods
          .filter((row) => row.item === item)
          .reduce((sum, row) => sum.plus(row.planned), new Decimal(0));
        expect(summed.toFixed()).toBe(planned.toFixed());
      }
      const counted = items.reduce(
        (sum, row) => sum + row.added + row.removed + row.moved + row.resized + row.resourced,
        0,
      );
      expect(counted).toBe(orders.length);
    },
    patience,
  );
});
