import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  Decimal,
  explainOrder,
  formatDay,
  freezeOrders,
  type Plan,
  type PlannedOrder,
  type PlanningInput,
  parseDay,
} from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { buffer, writeBuffer } from "../support/random/ddmrp.js";
import { problemOf } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

const numRuns = Math.ceil(runs / 2);

/** The same with some of its items planned by buffers. */
function withBuffers(
  of: fc.Arbitrary<PlanningInput>,
  figures: fc.Arbitrary<ReturnType<typeof writeBuffer>>,
): fc.Arbitrary<PlanningInput> {
  const some = fc.array(fc.option(figures, { freq: 2 }), { minLength: 9, maxLength: 9 });
  return fc.tuple(of, some).map(([input, drawn]) => {
    const items = (input.items ?? []).map((row, n) =>
      row.phantom === true ? row : { ...row, ...drawn[n % drawn.length] },
    );
    const buffered = new Set(items.flatMap(({ id, method }) => (method === "ddmrp" ? [id] : [])));
    // The buffer of an item would contradict another method at a site.
    const itemSites = (input.itemSites ?? []).map((row) => {
      const { method: _, ...others } = row;
      return buffered.has(row.item) ? others : row;
    });
    return { ...input, items, itemSites };
  });
}

const buffers = buffer.map(writeBuffer);

const pointOf = ({ item, site, segment }: PlannedOrder): string =>
  JSON.stringify([item, site, segment]);

/** What the buffers that have ordered saw, and how much they ordered, by stocking point. */
function ordersOfBuffers(plan: Plan) {
  const found = new Map<string, { flow: Flow; quantity: Decimal }>();
  for (const order of plan.orders) {
    const flow = explainOrder(plan, order.id).steps.find(({ step }) => step === "netFlow");
    if (flow?.step !== "netFlow") continue;
    const before = found.get(pointOf(order))?.quantity ?? new Decimal(0);
    found.set(pointOf(order), { flow, quantity: before.plus(order.quantity) });
  }
  return found;
}

type Step = ReturnType<typeof explainOrder>["steps"][number];
type Flow = Extract<Step, { step: "netFlow" }>;

/**
 * Where supply goes, or another bill or source holds from the next day on: with expiry and dated rows. A
 * co-product of a late order comes on its own day once it is frozen, perhaps after the horizon (K57). What
 * is reserved may not go, and a firm transfer may close a cycle that a lane from stock alone does not.
 */
const CHANGING = [
  "coProducts",
  "datedBills",
  "datedSources",
  "discontinued",
  "expiry",
  "reservations",
  "stockLanes",
] as const;

const orderedBuffers = withBuffers(
  problemOf({
    with: [
      "calendars",
      "capacities",
      "forward",
      "leadTimePerUnit",
      "modifiers",
      "sources",
      "yield",
    ],
    without: ["methods", "resize", "routings", ...CHANGING],
  }),
  buffers,
);

/** The same where most sites work on weekdays only. */
function onWeekdays(input: PlanningInput): PlanningInput {
  const week = { id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] as const };
  const sites = input.sites ?? [{ id: "main" }];
  return {
    ...input,
    calendars: [...(input.calendars ?? []), week],
    sites: sites.map((site) => ({ calendar: week.id, ...site })),
  };
}

/** Lead times are those of T0, without a quantity; nothing is needed but by buffers. */
const waitingBuffers = withBuffers(
  problemOf({
    with: ["calendars", "chain", "offsets", "receivingAndRelease"],
    without: [
      "capacities",
      "coProducts",
      "datedBills",
      "datedSources",
      "discontinued",
      "leadTimePerUnit",
      "limitedSources",
      "methods",
      "negativeStock",
      "quotas",
      "reservations",
      "routings",
      "safetyStock",
      "safetyTime",
      "stockLanes",
      "substitutes",
      "supplies",
    ],
  }),
  buffer.map((of) => writeBuffer({ ...of, decoupledLeadTime: undefined })),
).map(onWeekdays);

describe("Buffers (K39)", () => {
  test.prop([orderedBuffers, fc.nat(1)], { numRuns })(
    "A buffer that has ordered orders nothing the next morning when nothing else has changed: all that it ordered counts, and only more demand makes it order again",
    (input, days) => {
      const plan = planOf(input);
      const unserved = new Set(
        [...plan.messages].flatMap((one) => (one.code === "noSource" ? [one.item] : [])),
      );
      const first = ordersOfBuffers(plan);
      fc.pre(first.size > 0);
      const frozen = freezeOrders(plan, { until: "2199-12-31" });
      const startDate = formatDay(parseDay(plan.startDate)! + days);
      fc.pre(startDate <= plan.horizonEnd);
      const next = planOf({ ...frozen, startDate, horizonEnd: plan.horizonEnd });
      const second = ordersOfBuffers(next);
      for (const order of next.orders) {
        const before = first.get(pointOf(order));
        const now = second.get(pointOf(order));
        if (before === undefined || now === undefined || unserved.has(order.item)) continue;
        const supply = before.flow.onHand.plus(before.flow.onOrder).plus(before.quantity);
        expect(+now.flow.onHand.plus(now.flow.onOrder).minus(supply)).toBeGreaterThanOrEqual(0);
        expect(+now.flow.qualifiedDemand).toBeGreaterThan(+before.flow.qualifiedDemand);
      }
    },
    patience,
  );

  test.prop([waitingBuffers], { numRuns })(
    "An order of a buffer goes out so late that nothing below it has to start in the past",
    (problem) => {
      const { demands: _, allocations: __, ...others } = problem;
      // At the floor something is ordered that nobody needs.
      const { trigger: ___, ...conventions } = others.conventions ?? {};
      const plan = planOf({ ...others, conventions });
      fc.pre(plan.orders.length > 0);
      expect([...plan.messages].filter(({ code }) => code === "startsInPast")).toEqual([]);
    },
    patience,
  );
});
