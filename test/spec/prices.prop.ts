import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { explainOrder, type PlannedOrder, type PlanningInput } from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

const priced = problemOf({ with: ["prices", "sources"], without: [] });

/** The row of the source of an order; one without a row states no price. */
function sourceOf({ sources = [] }: PlanningInput, order: PlannedOrder) {
  return sources.find(({ id, item, site = "main", kind }) =>
    order.source === null
      ? id === undefined && item === order.item && site === order.site && kind === order.kind
      : id === order.source,
  );
}

/** Whether a source asks less, or as much, from each break on. */
function falls(source: NonNullable<ReturnType<typeof sourceOf>>): boolean {
  const { price, priceBreaks = [] } = source;
  const asked = [...(price === undefined ? [] : [price]), ...priceBreaks.map((one) => one.price)];
  return asked.every((one, n) => n === 0 || Number(one) <= Number(asked[n - 1]));
}

/** Whether something says how large an order may be at most. */
function mayBeCut(input: PlanningInput): boolean {
  return /"(maximumOrder|maxQuantity)"/.test(JSON.stringify(input));
}

/** Whether something says how small an order may be, or of what it is a multiple. */
function mayBeRaised(input: PlanningInput): boolean {
  return /"(minimumOrder|minQuantity|orderMultiple|orderUnit)"/.test(JSON.stringify(input));
}

describe("Prices", () => {
  test.prop([priced], { numRuns: runs })(
    "The amount of every order is its unit price × its start quantity, in a price of its source",
    (input) => {
      for (const order of planOf(input).orders) {
        const source = sourceOf(input, order);
        const asked = [source?.price, ...(source?.priceBreaks ?? []).map(({ price }) => price)];
        const { price } = order;
        if (price === null) {
          expect(source?.price).toBeUndefined();
          continue;
        }
        expect(`${price.amount}`).toBe(`${price.unit.times(order.startQuantity)}`);
        expect(asked.some((one) => one !== undefined && price.unit.eq(one))).toBe(true);
        expect(price.currency).toBe(source?.currency ?? input.currency ?? null);
      }
    },
    patience,
  );

  test.prop([priced], { numRuns: runs })(
    "Where the breaks of a source fall, a larger order from it never has a higher unit price",
    (input) => {
      const orders = new Map<object, PlannedOrder[]>();
      for (const order of planOf(input).orders) {
        const source = sourceOf(input, order);
        if (source === undefined || order.price === null || !falls(source)) continue;
        orders.set(source, [...(orders.get(source) ?? []), order]);
      }
      for (const of of orders.values()) {
        of.sort((a, b) => a.startQuantity.cmp(b.startQuantity));
        const units = of.map(({ price }) => price!.unit);
        expect(units.every((unit, n) => n === 0 || unit.lte(units[n - 1]!))).toBe(true);
      }
    },
    patience,
  );

  test.prop([priced], { numRuns: Math.ceil(runs / 2) })(
    "An explanation gives the price of its order, the break that it reaches, and how much is missing to the next",
    (input) => {
      const plan = planOf(input);
      for (const order of plan.orders) {
        const step = explainOrder(plan, order.id).steps.find((one) => one.step === "source")!;
        expect(step.price?.order ?? null).toEqual(order.price);
        const breaks = sourceOf(input, order)?.priceBreaks ?? [];
        const isReached = (one: (typeof breaks)[number]) => order.startQuantity.gte(one.from);
        const reached = breaks.filter(isReached).at(-1);
        const missed = breaks.find((one) => !isReached(one));
        expect(step.price?.from?.toNumber()).toBe(reached && Number(reached.from));
        const next = step.price?.next ?? undefined;
        // One that no order of the source can reach is not told.
        if (next === undefined && mayBeCut(input)) continue;
        expect(next?.from.toNumber()).toBe(missed && Number(missed.from));
        if (missed === undefined || next === undefined) continue;
        expect(`${next.unit}`).toBe(`${order.quantity.times(0).plus(missed.price)}`);
        const reaching = next.more.plus(order.startQuantity);
        if (mayBeRaised(input)) expect(reaching.gte(next.from)).toBe(true);
        else expect(`${reaching}`).toBe(`${next.from}`);
      }
    },
    patience,
  );
});
