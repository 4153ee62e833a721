import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type AllocationQuotas,
  acceptPromise,
  type BookedPromise,
  cancelPromise,
  changeInput,
  Decimal,
  type Plan,
  type PlanChanges,
  type PlanningInput,
  PlanningInputError,
  type PromiseOptions,
  type PromiseRequest,
  planInput,
  planRequirements,
  promiseDelivery,
  replan,
  scheduleOrders,
  stockingPoints,
  tryDemands,
} from "../../src/index.js";
import { type PlanningInput as ReferenceInput, referencePlan } from "../reference/index.js";
import { plainPlan } from "../support/compare-plans.js";
import { planOf } from "../support/plan-of.js";
import { type ChangeDraft, changeDraft, changesOf } from "../support/random/changes.js";
import { crowdedShop } from "../support/random/crowded-shop.js";
import { PLAIN, problem, problemWithout } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

const lineDraft = fc.record({
  place: fc.nat(99),
  quantity: fc.integer({ min: 1, max: 24 }),
  day: fc.integer({ min: -2, max: 30 }),
});

const requestDraft = fc.record({
  delivery: fc.constantFrom("whole", "partial", "shipTogether", "fillOrCancel"),
  priority: fc.option(fc.nat(3), { nil: undefined }),
  customerClass: fc.constantFrom("A", "B", undefined),
  lines: fc.array(lineDraft, { minLength: 1, maxLength: 3 }),
});

type RequestDraft = typeof requestDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** A day so many days after another. */
function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A request for stocking points that the plan has. */
function requestOf(plan: Plan, id: string, { lines, ...of }: RequestDraft): PromiseRequest {
  const points = stockingPoints(plan);
  return {
    id,
    ...of,
    lines: lines.map(({ place, quantity, day }, n) => {
      const { item, site, segment } = points[place % points.length]!;
      return {
        id: `${n}`,
        item,
        site,
        ...(segment === null ? {} : { segment }),
        quantity,
        requestedDate: later(plan.startDate, day),
      };
    }),
  };
}

/** What is made of it; what grows beyond a limit is no case. */
function unlessTooMuch<Result>(make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    const codes = error.issues.map(({ code }) => code);
    fc.pre(codes.every((code) => code !== "tooManyOrders" && code !== "quantityOverflow"));
    throw error;
  }
}

/** Days as they compare: what is never there comes last, what is not to come first. */
const dayOf = (row: { readonly available: string | null; readonly daysLate: number | null }) =>
  row.daysLate === null ? "never" : (row.available ?? "");

/** Demands, forecasts left out, and when they are there. */
function daysOf(plan: Plan): ReadonlyMap<string, { readonly due: string; readonly day: string }> {
  const orders = [...plan.demands].filter(({ consumed }) => consumed === null);
  return new Map(orders.map((row) => [row.id, { due: row.due, day: dayOf(row) }]));
}

/** X3: what was promised comes by its day, or no later than before. */
function expectUnbroken(before: ReturnType<typeof daysOf>, after: ReturnType<typeof daysOf>) {
  for (const [id, { due, day }] of before) {
    const now = after.get(id)?.day ?? "gone";
    expect(now <= due || now <= day ? "kept" : { id, due, day, now }).toBe("kept");
  }
}

/** The same by the reference planner. */
function referenceDays(input: PlanningInput): ReturnType<typeof daysOf> {
  const { demandDates, lateDemands } = referencePlan(input as unknown as ReferenceInput);
  const never = new Set(lateDemands.flatMap((row) => (row.date === null ? [row.demand] : [])));
  const rows = (input.demands ?? []).filter(({ kind }) => kind !== "forecast");
  return new Map(
    rows.map(({ id, due }) => {
      const day = never.has(id) ? "never" : (demandDates.get(id) ?? "");
      return [id, { due, day }];
    }),
  );
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ask: requestDraft }) },
  { weight: 1, arbitrary: fc.record({ cancel: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ change: changeDraft }) },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function changed(plan: Plan, draft: ChangeDraft): { plan: Plan; changes: PlanChanges } | undefined {
  const changes = changesOf(planInput(plan), draft);
  try {
    return { plan: replan(plan, changes), changes };
  } catch (error) {
    if (error instanceof PlanningInputError) return undefined;
    throw error;
  }
}

/** Promises, cancellations and changes one after the other; each promise keeps those before it. */
function expectKept(first: PlanningInput, steps: readonly Step[], options: PromiseOptions): void {
  let plan = planOf(first);
  fc.pre(stockingPoints(plan).length > 0);
  let booked: BookedPromise[] = [];
  for (const [n, one] of steps.entries()) {
    if ("ask" in one) {
      const request = requestOf(plan, `r${n}`, one.ask);
      const promise = unlessTooMuch(() => promiseDelivery(plan, request, options));
      if (promise.outcome === "refused") continue;
      const before = daysOf(plan);
      const accepted = acceptPromise(plan, promise);
      const after = daysOf(accepted.plan);
      expectUnbroken(before, after);
      for (const { demand, date } of accepted.booked) {
        expect(after.get(demand)).toMatchObject({ due: date });
        expect((after.get(demand)?.day ?? "gone") <= date).toBe(true);
      }
      plan = accepted.plan;
      booked.push(...accepted.booked);
    } else if ("cancel" in one) {
      const demands = new Set([...plan.demands].map(({ id }) => id));
      booked = booked.filter(({ demand }) => demands.has(demand));
      if (booked.length === 0) continue;
      const gone = booked.splice(one.cancel % booked.length, 1);
      plan = cancelPromise(plan, gone).plan;
      expect([...plan.demands].some(({ id }) => id === gone[0]?.demand)).toBe(false);
    } else {
      plan = changed(plan, one.change)?.plan ?? plan;
    }
  }
}

const quotaDraft = fc.record({
  unlisted: fc.constantFrom("refuse", "unlimited"),
  rows: fc.array(
    fc.record({
      place: fc.option(fc.nat(9), { nil: undefined }),
      customerClass: fc.constantFrom("A", "B", undefined),
      from: fc.nat(12),
      days: fc.nat(20),
      quantity: fc.nat(40),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

/** Wanted while little can be made yet. */
const soon = fc.record({
  place: fc.nat(99),
  quantity: fc.integer({ min: 1, max: 60 }),
  day: fc.integer({ min: -1, max: 6 }),
});

const dated = fc.record({
  item: fc.nat(2),
  quantity: fc.integer({ min: 1, max: 30 }),
  day: fc.integer({ min: 1, max: 28 }),
});

/** Bicycles of frames and wheels, of which some are there, some come, and more would take long. */
const shortOfParts: fc.Arbitrary<PlanningInput> = fc
  .record({
    items: fc.tuple(...[4, 30, 30].map((longest) => fc.tuple(fc.nat(longest), fc.nat(30)))),
    supplies: fc.array(dated, { maxLength: 5 }),
    demands: fc.array(dated, { maxLength: 5 }),
  })
  .map(({ items, supplies, demands }) => {
    const ids = ["bicycle", "frame", "wheel"];
    const startDate = "2026-01-05";
    const row = ({ item, quantity, day }: (typeof supplies)[number], n: number) => ({
      id: `${n}`,
      item: ids[item]!,
      quantity,
      due: later(startDate, day),
    });
    return {
      startDate,
      horizonEnd: later(startDate, 40),
      items: items.map(([leadTime, onHand], n) => ({ id: ids[n]!, leadTime, onHand })),
      boms: [
        {
          item: "bicycle",
          lines: [
            { item: "frame", quantity: 1 },
            { item: "wheel", quantity: 2 },
          ],
        },
      ],
      supplies: supplies.map((one, n) => ({ ...row(one, n), kind: "purchase", frozen: true })),
      demands: demands.map(row),
    };
  });

const WHOLE = { delivery: "whole", priority: undefined, customerClass: undefined } as const;

/** The plan without forecast, and without demands that are late. */
function inTime(input: PlanningInput): Plan {
  const plan = planOf(input);
  const isKept = new Map(
    Array.from(plan.demands, (row) => [row.id, row.daysLate === 0 && row.consumed === null]),
  );
  const demands = (input.demands ?? []).filter(({ id }) => isKept.get(id));
  const isWhole = demands.length === (input.demands ?? []).length;
  return isWhole ? plan : inTime({ ...input, demands });
}

/** Plain problems under lot-for-lot in which every need is for demands. */
const lotForLot = problemWithout(
  ...PLAIN,
  "lotSizing",
  "modifiers",
  "methods",
  "limitedSources",
  "firmOrders",
  "scheduled",
  "quotas",
  "capacities",
  "reservations",
  "safetyStock",
  "allocations",
  "components",
  "negativeStock",
);

describe("Promises (X2, X3)", () => {
  test.prop([problem, fc.array(step, { minLength: 2, maxLength: 8 })], {
    numRuns: Math.ceil(runs / 12),
  })(
    "Promises are there by their days and never break an earlier one, over any sequence of promises, cancellations and changes",
    (input, steps) => expectKept(input, steps, {}),
    patience,
  );

  test.prop([problem, requestDraft], { numRuns: Math.ceil(runs / 12) })(
    "Promise ≡ regeneration: a full run over the input with the accepted order confirms its days, and breaks nobody",
    (input, draft) => {
      const plan = planOf(input);
      fc.pre(stockingPoints(plan).length > 0);
      const promise = unlessTooMuch(() => promiseDelivery(plan, requestOf(plan, "new", draft)));
      fc.pre(promise.outcome !== "refused");
      const { plan: next, changes, booked } = acceptPromise(plan, promise);
      const regenerated = changeInput(input, changes);
      const full = planRequirements(regenerated);
      expect(plainPlan(regenerated, next)).toEqual(plainPlan(regenerated, full));
      const days = daysOf(full);
      for (const { demand, date } of booked) {
        expect((days.get(demand)?.day ?? "gone") <= date).toBe(true);
      }
      expectUnbroken(daysOf(plan), days);
    },
    patience,
  );

  test.prop([problem, requestDraft], { numRuns: Math.ceil(runs / 12) })(
    "The reference planner confirms the days of a promise as well, and breaks nobody",
    (input, draft) => {
      const plan = planOf(input);
      fc.pre(stockingPoints(plan).length > 0);
      const promise = unlessTooMuch(() => promiseDelivery(plan, requestOf(plan, "new", draft)));
      fc.pre(promise.outcome !== "refused");
      const { changes, booked } = acceptPromise(plan, promise);
      const days = referenceDays(changeInput(input, changes));
      for (const { demand, date } of booked) {
        expect((days.get(demand)?.day ?? "gone") <= date).toBe(true);
      }
      expectUnbroken(referenceDays(input), days);
    },
    patience,
  );

  test.prop([lotForLot, fc.array(soon, { minLength: 1, maxLength: 3 })], {
    numRuns: Math.ceil(runs / 12),
  })(
    "In plain problems under lot-for-lot in which every need is for demands and nothing is late, the earliest day is the first of all days that holds",
    (input, lines) => {
      const plan = inTime({ ...input, horizonEnd: later(input.startDate, 30) });
      fc.pre(stockingPoints(plan).length > 0);
      for (const line of lines) {
        const request = requestOf(plan, "new", { ...WHOLE, lines: [line] });
        const [found] = unlessTooMuch(() => promiseDelivery(plan, request)).lines;
        expect(found?.earliestFullDate ?? null).toBe(bruteForce(plan, request));
      }
    },
    patience,
  );

  test.prop([shortOfParts, soon], { numRuns: Math.ceil(runs / 4) })(
    "Where open supply stands between stock and new orders, the earliest day is the first of all days that holds",
    (input, line) => {
      const plan = inTime(input);
      const request = requestOf(plan, "new", { ...WHOLE, lines: [line] });
      const [found] = promiseDelivery(plan, request).lines;
      expect(found?.earliestFullDate ?? null).toBe(bruteForce(plan, request));
    },
    patience,
  );

  test.prop([problem, soon], { numRuns: Math.ceil(runs / 12) })(
    "Where every day is tried, the earliest day is the first of all days that holds, in any problem",
    (input, line) => {
      const plan = planOf(input);
      fc.pre(stockingPoints(plan).length > 0);
      const request = requestOf(plan, "new", { ...WHOLE, lines: [line] });
      const options = { everyDay: true };
      const [found] = unlessTooMuch(() => promiseDelivery(plan, request, options)).lines;
      expect(found?.earliestFullDate ?? null).toBe(bruteForce(plan, request));
    },
    patience,
  );

  test.prop([problem, quotaDraft, fc.array(requestDraft, { minLength: 1, maxLength: 5 })], {
    numRuns: Math.ceil(runs / 12),
  })(
    "Quotas are never exceeded",
    (input, quotas, drafts) => {
      let plan = planOf(input);
      fc.pre(stockingPoints(plan).length > 0);
      const rows = quotas.rows.map(({ place, from, days, ...row }) => {
        const points = stockingPoints(plan);
        const first = later(plan.startDate, from);
        const item = place === undefined ? {} : { item: points[place % points.length]!.item };
        return { ...row, ...item, from: first, until: later(first, days) };
      });
      const read: AllocationQuotas = { ...quotas, rows };
      const booked: BookedPromise[] = [];
      for (const [n, draft] of drafts.entries()) {
        const request = requestOf(plan, `r${n}`, draft);
        const promise = unlessTooMuch(() => promiseDelivery(plan, request, { quotas: read }));
        if (promise.outcome === "refused") continue;
        const accepted = acceptPromise(plan, promise);
        plan = accepted.plan;
        booked.push(...accepted.booked);
      }
      for (const row of read.rows) {
        const inRow = booked.filter((one) => isIn(row, one));
        const sum = inRow.reduce((total, { quantity }) => total.plus(quantity), new Decimal(0));
        expect(sum.lte(row.quantity)).toBe(true);
      }
      if (read.unlisted === "refuse") {
        expect(booked.filter((one) => !read.rows.some((row) => isIn(row, one)))).toEqual([]);
      }
    },
    patience,
  );

  test.prop([problem, requestDraft], { numRuns: Math.ceil(runs / 12) })(
    "The same question twice gives the same answer, and changes nothing of the plan",
    (input, draft) => {
      const plan = planOf(input);
      fc.pre(stockingPoints(plan).length > 0);
      const request = requestOf(plan, "new", draft);
      const before = plainPlan(input, planOf(input));
      const ask = () => JSON.stringify(unlessTooMuch(() => promiseDelivery(plan, request)));
      expect(ask()).toBe(ask());
      expect(plainPlan(input, plan)).toEqual(before);
    },
    patience,
  );

  test.prop([crowdedShop, fc.array(requestDraft, { minLength: 1, maxLength: 4 })], {
    numRuns: Math.ceil(runs / 16),
  })(
    "With finite work centres, promises are there in the schedule by their days and make no earlier one later",
    (input, drafts) => {
      let plan = planOf(input);
      const days = () => {
        const orders = [...scheduleOrders(plan).demands];
        return new Map(orders.map((row) => [row.id, { due: row.due, day: dayOf(row) }]));
      };
      for (const [n, draft] of drafts.entries()) {
        const request = requestOf(plan, `r${n}`, draft);
        const promise = promiseDelivery(plan, request, { capacity: {} });
        if (promise.outcome === "refused") continue;
        const before = days();
        const accepted = acceptPromise(plan, promise);
        plan = accepted.plan;
        const after = days();
        expectUnbroken(before, after);
        for (const { demand, date } of accepted.booked) {
          expect((after.get(demand)?.day ?? "gone") <= date).toBe(true);
        }
      }
    },
    patience,
  );
});

/** The first of all days on which a request of one line holds, by trying each. */
function bruteForce(plan: Plan, request: PromiseRequest): string | null {
  const { item, site, segment, quantity, requestedDate } = request.lines[0]!;
  const [, from = requestedDate] = [requestedDate, plan.startDate].sort();
  // The id as well: on one day demands of one priority are served by it (T2).
  const row = {
    id: JSON.stringify([request.id, "0", 0]),
    item,
    site,
    segment,
    quantity: `${quantity}`,
  };
  for (let due = from; due <= plan.horizonEnd; due = later(due, 1)) {
    const { isInTime, broken } = tryDemands(plan, [{ ...row, due, priority: request.priority }]);
    if (isInTime && broken.length === 0) return due;
  }
  return null;
}

function isIn(row: AllocationQuotas["rows"][number], promise: BookedPromise): boolean {
  return (
    (row.item ?? promise.item) === promise.item &&
    (row.customerClass ?? promise.customerClass) === promise.customerClass &&
    row.from <= promise.date &&
    promise.date <= row.until
  );
}
