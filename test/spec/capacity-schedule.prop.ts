import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { parseMinute } from "../../src/core/index.js";
import {
  applySchedule,
  capacityRequirements,
  type JobSchedule,
  type OperationSchedule,
  type OrderRequirement,
  type Plan,
  type PlanningInput,
  type PlanSchedule,
  pegs,
  planInput,
  planWithCapacity,
  scheduleOrders,
  stockingPoints,
} from "../../src/index.js";
import { capacityModel, materialFlow } from "../../src/mrp/index.js";
import { openMinutesUpTo } from "../../src/routing/index.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import type { Feature } from "../support/random/scene.js";
import { patience, runs } from "../support/runs.js";

const numRuns = Math.ceil(runs / 4);

const direction = fc.constantFrom("backward", "forward");
const priority = fc.constantFrom("rank", "earliestDueDate", "criticalRatio", "slack");
const options = fc.record({ direction, priority }, { noNullPrototype: true });

const shopProblem = (...without: Feature[]): fc.Arbitrary<PlanningInput> =>
  problemOf({ with: ["routings"], without });

/** From where on, and up to where, so many of something are in use; times are texts. */
interface Use {
  readonly start: string;
  readonly end: string;
}

/** The most that are in use at once. */
function mostAtOnce(uses: readonly Use[]): number {
  const steps = uses
    .flatMap(({ start, end }) => (start < end ? [`${start} +`, `${end} -`] : []))
    // What ends goes before what begins at the same minute.
    .sort((a, b) => (a.slice(0, 16) === b.slice(0, 16) ? (a < b ? 1 : -1) : a < b ? -1 : 1));
  let [now, most] = [0, 0];
  for (const step of steps) {
    now += step.endsWith("+") ? 1 : -1;
    most = Math.max(most, now);
  }
  return most;
}

function byKey(
  rows: Iterable<OperationSchedule>,
  keysOf: (row: OperationSchedule) => readonly string[],
): ReadonlyMap<string, OperationSchedule[]> {
  const groups = new Map<string, OperationSchedule[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

/** The tools that an operation holds, from the rows of the input. */
function toolsOf({ routings = [] }: PlanningInput): (row: OperationSchedule) => readonly string[] {
  const tools = new Map(
    routings.flatMap(({ id, operations }) =>
      operations.map((row) => [JSON.stringify([id, row.id]), row.tools ?? []] as const),
    ),
  );
  return ({ routing, operation }) => tools.get(JSON.stringify([routing, operation])) ?? [];
}

/**
 * Orders that begin before something pegged to them is there, by the pegs of their plan.
 *
 * @param isPlanned - whether planned orders that are not scheduled come on the days of the plan; else
 * they may be ordered for another day
 */
function beforeMaterial(plan: Plan, { jobs }: PlanSchedule, isPlanned: boolean): string[] {
  const start = new Map<string, string>();
  const due = new Map<string, string>();
  for (const job of jobs) {
    const key = JSON.stringify([job.order, job.supply]);
    start.set(key, job.start);
    due.set(key, job.due);
  }
  const feasible = new Map(
    Array.from(plan.orders, ({ id, feasibleDue }) => [JSON.stringify([id, null]), feasibleDue]),
  );
  const found: string[] = [];
  for (const point of stockingPoints(plan)) {
    for (const { need, supply } of pegs(plan, point.item, point)) {
      if (need.kind !== "order" && need.kind !== "supply") continue;
      const key = JSON.stringify(need.kind === "order" ? [need.id, null] : [null, need.id]);
      const begin = start.get(key);
      if (begin === undefined) continue;
      const giver =
        supply.kind === "order"
          ? JSON.stringify([supply.id, null])
          : supply.kind === "supply"
            ? JSON.stringify([null, supply.id])
            : "";
      if (supply.kind === "order" && !due.has(giver) && !isPlanned) continue;
      const counts = supply.kind === "stock" || supply.kind === "supply" ? supply.date : null;
      const there = due.get(giver) ?? feasible.get(giver) ?? counts ?? "never";
      if (supply.kind !== "coProduct" && there > begin) {
        found.push(`${key} begins on ${begin}, ${giver || supply.kind} is there on ${there}`);
      }
    }
  }
  return found;
}

/**
 * By order or supply the requirements of those that are scheduled backward, wanted on their day in the
 * plan, and begin, like all with which they are linked by material, not before theirs is there.
 */
function withoutLateMaterial(
  plan: Plan,
  { jobs }: PlanSchedule,
): ReadonlyMap<string, OrderRequirement> {
  const flow = materialFlow(plan);
  const rows = [...plan.orders, ...plan.supplies];
  const keys = rows.map(({ id }, n) => JSON.stringify(n < flow.orders ? [id, null] : [null, id]));
  const required = new Map(
    Array.from(capacityRequirements(plan).orders, (row) => [
      JSON.stringify([row.order, row.supply]),
      row,
    ]),
  );
  const wanted = new Map(
    Array.from(jobs, (job) => [JSON.stringify([job.order, job.supply]), job.wanted]),
  );
  const dayOf = (text: string): number => Date.parse(text.slice(0, 10)) / 86_400_000;
  const horizonEnd = dayOf(plan.horizonEnd);
  const isBad = keys.map((key, n) => {
    // What was scheduled to begin after the horizon stays there (N12).
    if ((flow.scheduledStart(n) ?? horizonEnd) > horizonEnd) return true;
    const row = required.get(key);
    if (row === undefined) return wanted.has(key);
    const { direction, start, due } = row;
    return direction === "forward" || start === null || wanted.get(key) !== due;
  });
  const links: (readonly [number, number])[] = [];
  for (let p = 0; p < flow.length; p++) {
    const [taker, giver] = [flow.taker[p]!, flow.giver[p]!];
    const row = taker < 0 ? undefined : required.get(keys[taker]!);
    if (taker < 0 || isBad[taker] === true || row === undefined) {
      if (taker >= 0 && giver >= 0) links.push([taker, giver]);
      continue;
    }
    const made = giver < 0 ? undefined : required.get(keys[giver]!);
    if (giver >= 0) links.push([taker, giver]);
    const there = made === undefined ? flow.day[p]! : dayOf(made.realDue ?? "9999-12-31");
    if (there > dayOf(row.start!)) isBad[taker] = true;
  }
  const isScheduled = keys.map((key) => wanted.has(key));
  for (let changes = 1; changes > 0; ) {
    changes = 0;
    for (const [a, b] of links) {
      if (!isScheduled[a]! || !isScheduled[b]! || isBad[a] === isBad[b]) continue;
      [isBad[a], isBad[b]] = [true, true];
      changes++;
    }
  }
  return new Map(
    keys.flatMap((key, n) => {
      const row = required.get(key);
      return row === undefined || isBad[n]! ? [] : [[key, row] as const];
    }),
  );
}

/** Ids and days of the open supplies of an input. */
function daysOf({ supplies = [] }: PlanningInput) {
  return supplies.map(({ id, start, due }) => ({ id, start, due }));
}

/**
 * Where feeding a schedule back may order something again, and why: open supply that may not be moved in
 * comes later than it is needed (frozen, `rescheduling`, `expediteWithin`, fences); what is left to be
 * planned is sized, split or chosen anew (lot sizes, modifiers, quotas, substitutes, lanes from stock,
 * discontinued items), or is more orders than before (fixed lines); a firm order starts what its good quantity asks for (yield), or expires; needs
 * move over the horizon, or into other prices of time (dated bills and sources, reorder points, buffers).
 */
const REORDERING = [
  "buffers",
  "coProducts",
  "conventions",
  "datedBills",
  "datedSources",
  "discontinued",
  "expediteWithin",
  "expiry",
  "fences",
  "fixedLines",
  "forward",
  "frozen",
  "limitedSources",
  "lineMultiples",
  "loops",
  "lotSizing",
  "methods",
  "modifiers",
  "phantomStock",
  "quotas",
  "reservations",
  "resize",
  "safetyStock",
  "sources",
  "stockLanes",
  "substitutes",
  "yield",
] as const satisfies readonly Feature[];

describe("Feeding back", () => {
  test.prop([shopProblem(), options], { numRuns })(
    "In the schedule of a plan no work centre works on more at once than it has units, and no tool is held more often than there are of it (C4)",
    (input, choice) => {
      const { operations } = scheduleOrders(planOf(input), choice);
      const units = new Map((input.workCenters ?? []).map(({ id, units: n }) => [id, n ?? 1]));
      const tools = new Map((input.tools ?? []).map(({ id, units: n }) => [id, n ?? 1]));
      const atCenters = byKey(operations, ({ workCenter }) =>
        workCenter === null ? [] : [workCenter],
      );
      for (const [id, rows] of atCenters)
        expect(mostAtOnce(rows)).toBeLessThanOrEqual(units.get(id)!);
      for (const [id, rows] of byKey(operations, toolsOf(input))) {
        expect(mostAtOnce(rows)).toBeLessThanOrEqual(tools.get(id)!);
      }
    },
    patience,
  );

  test.prop([shopProblem("offsets", "components"), options], { numRuns })(
    "No order of a plan begins before all that is pegged to it is there, but for what may be ordered earlier (C4)",
    (input, choice) => {
      const plan = planOf(input);
      expect(beforeMaterial(plan, scheduleOrders(plan, choice), false)).toEqual([]);
    },
    patience,
  );

  test.prop([problemOf({ with: ["routings", "offsets", "components"], without: [] }), options], {
    numRuns: 2 * runs,
  })(
    "What needs an order that has no place has none either, also where it needs it only some days after its begin (C4)",
    (input, choice) => {
      const plan = planOf(input);
      const { jobs, unscheduled } = scheduleOrders(plan, { ...choice, until: plan.horizonEnd });
      const flow = materialFlow(plan);
      const keys = [...plan.orders, ...plan.supplies].map(({ id }, n) =>
        JSON.stringify(n < flow.orders ? [id, null] : [null, id]),
      );
      const keysOf = (rows: Iterable<Pick<JobSchedule, "order" | "supply">>): ReadonlySet<string> =>
        new Set(Array.from(rows, ({ order, supply }) => JSON.stringify([order, supply])));
      const [placed, lost] = [keysOf(jobs), keysOf(unscheduled)];
      for (let p = 0; p < flow.length; p++) {
        const [taker, giver] = [keys[flow.taker[p]!], keys[flow.giver[p]!]];
        if (placed.has(taker ?? "")) expect(lost).not.toContain(giver);
      }
    },
    patience,
  );

  test.prop([shopProblem(), options], { numRuns })(
    "Every order with a routing is scheduled once, or named with what it lacks",
    (input, choice) => {
      const plan = planOf(input);
      const { jobs, unscheduled } = scheduleOrders(plan, choice);
      const named = [...jobs, ...unscheduled].map(({ order, supply }) =>
        JSON.stringify([order, supply]),
      );
      expect(new Set(named).size).toBe(named.length);
      const required = Array.from(capacityRequirements(plan).orders, ({ order, supply }) =>
        JSON.stringify([order, supply]),
      );
      expect(named).toEqual(expect.arrayContaining(required));
      for (const { reason, lackingHours, waitsFor } of unscheduled) {
        expect(lackingHours.gte(0)).toBe(true);
        if (waitsFor !== null) expect(["material", "horizon", "noWorkTime"]).toContain(reason);
      }
    },
    patience,
  );

  test.prop([shopProblem("offsets", "components"), direction], { numRuns: Math.ceil(numRuns / 2) })(
    "Plan and schedule agree in the end, or it is said what still changes (C4)",
    (input, way) => {
      planOf(input);
      const { plan, schedule, converged, differences, rounds } = planWithCapacity(input, {
        direction: way,
        rounds: 5,
      });
      expect(converged).toBe(differences.length === 0);
      expect(converged || rounds <= 5).toBe(true);
      if (!converged) return;
      expect(daysOf(applySchedule(plan, schedule))).toEqual(daysOf(planInput(plan)));
      expect(beforeMaterial(plan, schedule, true)).toEqual([]);
    },
    patience,
  );

  test.prop([problemOf({ with: ["routings"], without: REORDERING }), direction], {
    numRuns: Math.ceil(numRuns / 2),
  })(
    "What is scheduled is not ordered again: but for what could not be scheduled the plan with its dates orders no more of any item, each order rounded up (K57)",
    (input, way) => {
      const plan = planOf(input);
      const schedule = scheduleOrders(plan, { direction: way });
      const horizon = { horizonEnd: "2026-12-31" };
      const next = planOf({ ...applySchedule(plan, schedule), ...horizon });
      const before = planOf({ ...planInput(plan), ...horizon });
      const quantities = (of: Plan): Map<string, number> => {
        const sums = new Map<string, number>();
        for (const { item, site, segment, quantity } of of.orders) {
          const key = JSON.stringify([item, site, segment]);
          sums.set(key, (sums.get(key) ?? 0) + Number(quantity));
        }
        return sums;
      };
      // Needs that fall on one day no longer are rounded up to whole counts one by one.
      const rounded = new Map<string, number>();
      for (const { item, site, segment } of next.orders) {
        const key = JSON.stringify([item, site, segment]);
        rounded.set(key, (rounded.get(key) ?? 0) + 1);
      }
      const then = quantities(before);
      for (const { order, item, site, segment, quantity } of schedule.jobs) {
        const key = JSON.stringify([item, site, segment]);
        if (order !== null) then.set(key, (then.get(key) ?? 0) - Number(quantity));
      }
      for (const [key, quantity] of quantities(next)) {
        const rounding = rounded.get(key) ?? 0;
        expect(quantity).toBeLessThanOrEqual((then.get(key) ?? 0) + rounding + 1e-6);
      }
    },
    patience,
  );

  test.prop([shopProblem("offsets", "components")], { numRuns })(
    "With infinite capacity an order is made when its requirements say, where no material is late (C3, C4)",
    (input) => {
      const plan = planOf(input);
      const schedule = scheduleOrders(plan, { infinite: true });
      const inTime = withoutLateMaterial(plan, schedule);
      for (const { order, supply, begin, end, due } of schedule.jobs) {
        const row = inTime.get(JSON.stringify([order, supply]));
        if (row === undefined) continue;
        expect({ begin, end }).toEqual({ begin: row.start, end: row.end });
        // Ended a day off before, it may be used earlier than the plan wants it.
        expect(due <= row.realDue!).toBe(true);
      }
    },
    patience,
  );

  test.prop([shopProblem(), direction], { numRuns })(
    "With infinite capacity no late order waits for a work centre, a tool or a shift (C4)",
    (input, along) => {
      const { jobs } = scheduleOrders(planOf(input), { infinite: true, direction: along });
      for (const { limit } of jobs) {
        expect(["workCenter", "tool", "shift"]).not.toContain(limit?.kind);
      }
    },
    patience,
  );

  test.prop([shopProblem(), options], { numRuns })(
    "A late order waits for a work centre up to the end of what is worked there (C4)",
    (input, chosen) => {
      const plan = planOf(input);
      const { jobs, operations } = scheduleOrders(plan, chosen);
      const centers = new Map(capacityModel(plan).workCenters.map((center) => [center.id, center]));
      const atCenters = byKey(operations, ({ workCenter }) => [workCenter ?? ""]);
      for (const { limit } of jobs) {
        if (limit?.kind !== "workCenter") continue;
        const { workTime } = centers.get(limit.workCenter)!;
        // By open minutes: it may be closed from the end of the one to the begin of the other.
        const open = (text: string) => openMinutesUpTo(workTime, parseMinute(text)!);
        const ends = atCenters.get(limit.workCenter)?.map(({ end }) => open(end));
        expect(ends).toContain(open(limit.until));
      }
    },
    patience,
  );

  test.prop([shopProblem(), direction], { numRuns: Math.ceil(numRuns / 2) })(
    "A late order is held up by its own time only if it begins as soon as it is open after the planning start (C4)",
    (input, along) => {
      planOf(input);
      const { plan, schedule } = planWithCapacity(input, { direction: along, rounds: 5 });
      const centers = new Map(capacityModel(plan).workCenters.map((center) => [center.id, center]));
      const start = parseMinute(`${plan.startDate}T00:00`)!;
      const keyOf = ({ order, supply }: Pick<JobSchedule, "order" | "supply">) =>
        JSON.stringify([order, supply]);
      const ofJobs = byKey(schedule.operations, (row) => [keyOf(row)]);
      for (const job of schedule.jobs) {
        const rows = ofJobs.get(keyOf(job)) ?? [];
        if (job.limit?.kind !== "ownTime" || rows.length === 0) continue;
        const isFirst = rows.some(({ workCenter }) => {
          // A supplier begins on a day of its calendar.
          if (workCenter === null) return true;
          const { workTime } = centers.get(workCenter)!;
          const [from, until] = [start, parseMinute(job.begin)!];
          return openMinutesUpTo(workTime, from) === openMinutesUpTo(workTime, until);
        });
        expect(isFirst).toBe(true);
      }
    },
    patience,
  );

  test.prop([problemOf({ with: ["routings", "offsets"], without: [] }), options], { numRuns })(
    "A late order waits for another until the day on which that is there (C4)",
    (input, chosen) => {
      const { jobs } = scheduleOrders(planOf(input), chosen);
      const keyOf = (of: { readonly order: string | null; readonly supply: string | null }) =>
        JSON.stringify([of.order, of.supply]);
      const dueOf = new Map(Array.from(jobs, (job) => [keyOf(job), job.due]));
      for (const { limit } of jobs) {
        const due = limit?.kind === "material" ? dueOf.get(keyOf(limit)) : undefined;
        if (due !== undefined && limit?.kind === "material") expect(limit.date).toBe(due);
      }
    },
    patience,
  );

  test.prop([problemOf({ without: ["routings", "scheduled"] })], { numRuns })(
    "Where nothing has a routing, nothing is scheduled, and demands are there on the days that the plan has (N11)",
    (input) => {
      const plan = planOf(input);
      const { jobs, demands, end } = scheduleOrders(plan);
      expect([jobs.length, end]).toEqual([0, null]);
      expect(
        Array.from(demands, ({ id, available, daysLate }) => ({ id, available, daysLate })),
      ).toEqual(
        Array.from(plan.demands, ({ id, available, daysLate }) => ({
          id,
          available,
          daysLate: available === null ? null : daysLate,
        })),
      );
    },
    patience,
  );
});
