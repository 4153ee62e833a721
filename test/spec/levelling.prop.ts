import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  capacityRequirements,
  type LeveledLoad,
  type LevellingDecision,
  type LevellingOptions,
  LOADS,
  type Loaded,
  levelLoad,
  loadProfile,
} from "../../src/capacity/index.js";
import { loadTable } from "../../src/capacity/requirements/load-table.js";
import { centerCapacity } from "../../src/capacity/rough-cut/center-capacity.js";
import { soonestDays } from "../../src/capacity/schedule/soonest-days.js";
import { addRatios, Decimal, type Ratio, ratioToDecimal } from "../../src/core/index.js";
import { type Plan, type PlanningInput, planRequirements } from "../../src/index.js";
import { materialFlow, planInput } from "../../src/mrp/index.js";
import { planOf } from "../support/plan-of.js";
import { crowdedShop } from "../support/random/crowded-shop.js";
import { problemOf } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

const bucket = fc.constantFrom("day" as const, "week" as const);

const options: fc.Arbitrary<LevellingOptions> = fc.record(
  {
    bucket: fc.constantFrom("day" as const, "day" as const, "week" as const, "month" as const),
    remedies: fc.shuffledSubarray(["pullAhead", "alternate", "overtime", "push"] as const, {
      minLength: 1,
    }),
    latenessCostPerDay: fc.constantFrom(0, 7),
  },
  { requiredKeys: ["latenessCostPerDay"], noNullPrototype: true },
);

const NOTHING: Ratio = { num: 0n, den: 1n };
const minus = ({ num, den }: Ratio): Ratio => ({ num: -num, den });
const isMore = (a: Ratio, b: Ratio): boolean => a.num * b.den > b.num * a.den;

/** By work centre and first day of a bucket: exact load above capacity. */
function overloads(of: Loaded, by: "day" | "week" | "month"): ReadonlyMap<string, Ratio> {
  const source = of[LOADS];
  const { buckets, cells } = loadTable(source, by);
  const found = new Map<string, Ratio>();
  for (const [place, center] of source.workCenters.entries()) {
    for (const [n, { load }] of cells[place]!) {
      if (n < 0) continue;
      const [from, until] = [buckets.starts[n]!, buckets.starts[n + 1]!];
      const excess = addRatios(load.sum, minus(centerCapacity(center, from, until)));
      if (excess.num > 0n) found.set(`${center.id} ${from}`, excess);
    }
  }
  return found;
}

function sumOf(ratios: Iterable<Ratio>): Ratio {
  return [...ratios].reduce(addRatios, NOTHING);
}

interface Where {
  readonly workCenter: string | undefined;
  readonly load: Ratio;
}

/** Where each operation of each order is worked, and its hours. */
function operationsOf(of: Loaded): ReadonlyMap<string, Where> {
  const source = of[LOADS];
  return new Map(
    Array.from({ length: source.length }, (_, n): [string, Where] => {
      const workCenter = source.workCenters[source.workCenter(n)]?.id;
      const { order, supply } = source.of(n);
      const key = JSON.stringify([order, supply, source.operation(n)]);
      return [key, { workCenter, load: source.load(n) }];
    }),
  );
}

const nameOf = ({ order, supply }: { order: string | null; supply: string | null }): string =>
  JSON.stringify([order, supply]);

const DAY = 86_400_000;
const dayOf = (date: string): number => Date.parse(date) / DAY;

function neverWorse(plan: Plan, choice: LevellingOptions): void {
  const by = choice.bucket ?? "week";
  const before = overloads(capacityRequirements(plan), by);
  const after = overloads(levelLoad(plan, choice), by);
  expect(isMore(sumOf(after.values()), sumOf(before.values()))).toBe(false);
  expect([...after.keys()].filter((key) => !before.has(key))).toEqual([]);
}

/** Set-up and run of what an order of a crowded shop starts, at another work centre. */
function hoursElsewhere(input: PlanningInput, plan: Plan, one: LevellingDecision): string {
  const { quantity } = [...plan.orders].find(({ id }) => id === one.order)!;
  const { operations } = input.routings!.find(({ item }) => item === one.item)!;
  const { setup, alternates } = operations.find(({ id }) => id === one.operation)!;
  const other = alternates![0]!;
  return `${quantity.times(`${other.run}`).plus(`${other.setup ?? setup}`)}`;
}

function conserved(plan: Plan, leveled: LeveledLoad): void {
  const before = operationsOf(capacityRequirements(plan));
  const after = operationsOf(leveled);
  expect(after.size).toBe(before.size);
  for (const [key, { workCenter, load }] of after) {
    const [order, supply, operation] = JSON.parse(key);
    const moved = leveled.decisions.filter(
      (one) =>
        one.remedy === "alternate" &&
        one.order === order &&
        one.supply === supply &&
        one.operation === operation,
    );
    const last = moved[moved.length - 1];
    const own = before.get(key)!;
    const wanted =
      last?.remedy === "alternate"
        ? [last.to, `${last.hoursThere}`]
        : [own.workCenter, `${ratioToDecimal(own.load)}`];
    expect([workCenter, `${ratioToDecimal(load)}`]).toEqual(wanted);
  }
}

/** What the orders, alternates and overtime of a crowded shop cost, from where they stand in the end. */
function costOf(plan: Plan, leveled: LeveledLoad, latenessCost: number): string {
  const centers = new Map(
    leveled[LOADS].workCenters.map((center) => [
      center.id,
      {
        cost: ratioToDecimal(center.costPerHour!),
        overtimeCost: ratioToDecimal(center.overtimeCostPerHour!).times(center.units),
      },
    ]),
  );
  const holding = new Map(planCosts.get(plan)!);
  const quantities = new Map([...plan.orders].map(({ id, quantity }) => [id, quantity]));
  let cost = new Decimal(0);
  for (const { order, item, dueBefore, due, wanted } of leveled.orders) {
    const early = (date: string) => Math.max(0, dayOf(wanted) - dayOf(date));
    const late = (date: string) => Math.max(0, dayOf(date) - dayOf(wanted));
    const days = quantities.get(order!)!.times(early(due) - early(dueBefore));
    cost = cost.plus(days.times(holding.get(item)!));
    cost = cost.plus(latenessCost * (late(due) - late(dueBefore)));
  }
  const before = operationsOf(capacityRequirements(plan));
  for (const [key, { workCenter, load }] of operationsOf(leveled)) {
    const own = before.get(key)!;
    const hourly = (of: Where) => centers.get(of.workCenter!)!.cost.times(ratioToDecimal(of.load));
    if (own.workCenter !== workCenter) {
      cost = cost.plus(hourly({ workCenter, load })).minus(hourly(own));
    }
  }
  for (const { workCenter, from, until } of leveled.overtime) {
    const hours = new Decimal(Date.parse(`${until}Z`) - Date.parse(`${from}Z`)).div(3_600_000);
    cost = cost.plus(hours.times(centers.get(workCenter)!.overtimeCost));
  }
  return cost.toFixed(20);
}

const planCosts = new WeakMap<Plan, (readonly [string, string])[]>();

/** When something of the material of an order is there, by its name: before levelling, and after. */
interface MaterialDay {
  readonly taker: string;
  readonly before: number;
  readonly after: number;
}

/** When the material of each order is there, as orders with a routing stand before and in the end. */
function materialDays(plan: Plan, leveled: LeveledLoad): readonly MaterialDay[] {
  const flow = materialFlow(plan);
  const name = (n: number): string =>
    n < flow.orders
      ? nameOf({ order: plan.orders.at(n)!.id, supply: null })
      : nameOf({ order: null, supply: plan.supplies.at(n - flow.orders)!.id });
  const due = new Map(
    [...capacityRequirements(plan).orders].map((row) => [nameOf(row), dayOf(row.realDue!)]),
  );
  const moved = new Map(leveled.orders.map((row) => [nameOf(row), dayOf(row.due)]));
  const numbers = Array.from({ length: flow.orders + flow.supplies }, (_, n) => n);
  const jobOf = Int32Array.from(numbers, (n) => (due.has(name(n)) ? n : -1));
  const startDay = dayOf(planInput(plan).startDate);
  const soonest = soonestDays({ startDay }, flow, jobOf);
  const days: MaterialDay[] = [];
  for (let p = 0; p < flow.length; p++) {
    const [taker, giver] = [flow.taker[p]!, flow.giver[p]!];
    if (taker < 0) continue;
    const before = (giver < 0 ? undefined : due.get(name(giver))) ?? soonest[p]!;
    const after = (giver < 0 ? undefined : moved.get(name(giver))) ?? before;
    days.push({ taker: name(taker), before, after });
  }
  return days;
}

/** The same rows the other way round. */
function turned(input: PlanningInput): PlanningInput {
  const lists = Object.entries(input).filter(([, rows]) => Array.isArray(rows));
  return {
    ...input,
    ...Object.fromEntries(lists.map(([name, rows]) => [name, [...(rows as unknown[])].reverse()])),
  };
}

describe("Levelling", () => {
  test.prop([crowdedShop, options], { numRuns: runs / 2 })(
    "never makes it worse: overloads are no more in sum, and nothing is overloaded that was not",
    (input, choice) => neverWorse(planRequirements(input), choice),
  );

  test.prop([problemOf({ with: ["routings"], without: ["loops"] }), options], {
    numRuns: runs / 2,
  })("never makes it worse, and loses no load, whatever the plan is like", (input, choice) => {
    const plan = planOf(input);
    neverWorse(plan, choice);
    conserved(plan, levelLoad(plan, choice));
  });

  test.prop([crowdedShop, options], { numRuns: runs / 2 })(
    "conserves the load of each operation, but for alternates, whose own times count",
    (input, choice) => {
      const plan = planRequirements(input);
      const leveled = levelLoad(plan, choice);
      conserved(plan, leveled);
      for (const one of leveled.decisions) {
        if (one.remedy !== "alternate") continue;
        expect(`${one.hoursThere}`).toBe(hoursElsewhere(input, plan, one));
      }
    },
  );

  test.prop([crowdedShop, options], { numRuns: runs / 2 })(
    "costs what the decisions cost together: days too early and too late, hours elsewhere, overtime",
    (input, choice) => {
      const plan = planRequirements(input);
      planCosts.set(
        plan,
        (input.items ?? []).map(({ id, holdingCost }) => [id, `${holdingCost}`] as const),
      );
      const leveled = levelLoad(plan, choice);
      const sum = leveled.decisions.reduce((cost, one) => cost.plus(one.cost!), new Decimal(0));
      expect(sum.toFixed(20)).toBe(leveled.cost?.toFixed(20));
      expect(sum.toFixed(20)).toBe(costOf(plan, leveled, Number(choice.latenessCostPerDay)));
    },
  );

  test.prop([crowdedShop, options], { numRuns: runs / 2 })(
    "begins no order before the planning start or before its material is there",
    (input, choice) => {
      const plan = planRequirements(input);
      const leveled = levelLoad(plan, choice);
      const starts = new Map(leveled.orders.map((row) => [nameOf(row), dayOf(row.start)]));
      for (const start of starts.values()) {
        expect(start).toBeGreaterThanOrEqual(dayOf(input.startDate));
      }
      for (const { taker, after } of materialDays(plan, leveled)) {
        expect(starts.get(taker) ?? after).toBeGreaterThanOrEqual(after);
      }
    },
  );

  test.prop([crowdedShop, options], { numRuns: runs / 2 })(
    "moves on whatever waits for what it moved: what stays does not begin before material that comes later now",
    (input, choice) => {
      const plan = planRequirements(input);
      const leveled = levelLoad(plan, choice);
      const starts = new Map(
        [...capacityRequirements(plan).orders].map((row) => [nameOf(row), dayOf(row.start!)]),
      );
      for (const row of leveled.orders) starts.set(nameOf(row), dayOf(row.start));
      for (const { taker, before, after } of materialDays(plan, leveled)) {
        if (after > before) expect(starts.get(taker) ?? after).toBeGreaterThanOrEqual(after);
      }
    },
  );

  test.prop([crowdedShop, options], { numRuns: runs / 2 })(
    "keeps the order of operations: none begins before the one before it has ended",
    (input, choice) => {
      for (const { operations } of levelLoad(planRequirements(input), choice).orders) {
        for (const [n, { start, end }] of operations.entries()) {
          expect(start <= end).toBe(true);
          if (n > 0) expect(operations[n - 1]!.end <= start).toBe(true);
        }
      }
    },
  );

  test.prop([crowdedShop, options], { numRuns: runs / 4 })(
    "tells every overload that is left, with what was tried for each operation in it",
    (input, choice) => {
      const { rest, profile } = levelLoad(planRequirements(input), choice);
      const left = [...profile.rows].filter(({ overload }) => !overload.isZero());
      expect(
        rest.map(({ workCenter, from, excess }) => `${workCenter} ${from} ${excess}`).sort(),
      ).toEqual(
        left.map(({ workCenter, from, overload }) => `${workCenter} ${from} ${overload}`).sort(),
      );
      for (const { operations, load } of rest) {
        const hours = operations.reduce((sum, one) => sum.plus(one.hours), new Decimal(0));
        expect(hours.toFixed(20)).toBe(load.toFixed(20));
      }
    },
  );

  test.prop([crowdedShop, options, bucket], { numRuns: runs / 4 })(
    "is the same in whatever order the rows of the input stand",
    (input, choice, by) => {
      const decided = (of: typeof input) => {
        const leveled = levelLoad(planRequirements(of), { ...choice, bucket: by });
        const { decisions, orders, overtime, rest } = leveled;
        return JSON.stringify({ decisions, orders, overtime, rest });
      };
      expect(decided(turned(input))).toBe(decided(input));
      expect(decided(input)).toBe(decided(input));
    },
  );
});

describe("A leveled load", () => {
  test.prop([crowdedShop, options], { numRuns: runs / 4 })(
    "has the profile that is asked of it afterwards",
    (input, choice) => {
      const leveled = levelLoad(planRequirements(input), choice);
      const by = choice.bucket ?? "week";
      expect(JSON.stringify([...loadProfile(leveled, { bucket: by }).rows])).toBe(
        JSON.stringify([...leveled.profile.rows]),
      );
    },
  );
});
