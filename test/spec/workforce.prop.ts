import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type Calendar,
  EVERY_DAY,
  isWorkingDay,
  makeCalendar,
  parseDay,
  type Ratio,
  ratioToDecimal,
  type Weekday,
} from "../../src/core/index.js";
import {
  capacityRequirements,
  Decimal,
  loadProfile,
  type PlanningInput,
  PlanningInputError,
  type WorkforceOptions,
  type WorkforceOutside,
  type WorkforcePlan,
  workforcePlan,
} from "../../src/index.js";
import { operationsOf } from "../reference/capacity/operations.js";
import { productionsOf } from "../reference/capacity/productions.js";
import { planned, type PlanningInput as ReferenceInput } from "../reference/index.js";
import { plus, readRatio, times, ZERO } from "../reference/numbers.js";
import { spoiled } from "../support/hostile.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: Math.ceil(runs / 16) };

/** Problems with a shop floor. */
const shopProblem = problemOf({ with: ["routings"], without: ["loops"] });

const figures = fc.infiniteStream(fc.nat(5));
const PEOPLE = [undefined, 0, "1/3", "0.7", 2, 1] as const;

/** Who works where: most work centres need one skill, some two, some nobody. */
function skillsOf({ workCenters = [] }: PlanningInput, draws: Iterator<number>) {
  const next = (): number => draws.next().value as number;
  return workCenters.flatMap(({ id: workCenter }) =>
    ["welder", "setter"]
      .filter(() => next() > 1)
      .map((skill) => ({
        skill,
        workCenter,
        setupPeople: PEOPLE[next()],
        runPeople: PEOPLE[next()],
      })),
  );
}

const bucket = fc.constantFrom("day", "week", "month", "quarter", "year");

const near = (value: Decimal): string => value.toDecimalPlaces(30).toFixed();

const sumOf = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, one) => sum.plus(one), new Decimal(0));

const all = ({ rows, pastDue, neverDone }: WorkforcePlan): readonly WorkforceOutside[] => [
  ...rows,
  ...pastDue,
  ...neverDone,
];

/** Hours of people by skill, from start quantities and the rows of routings (K53). */
function hoursOf(
  input: PlanningInput,
  skills: ReturnType<typeof skillsOf>,
): ReadonlyMap<string, Ratio> {
  const hours = new Map<string, Ratio>();
  const { points, planned: orders } = planned(input as ReferenceInput);
  for (const { order, routing, work } of productionsOf(points, orders)) {
    for (const operation of operationsOf(routing, work, { isWithNothing: order !== null })) {
      const { row, parts, setup, processing, teardown } = operation;
      for (const { skill, workCenter, setupPeople = 1, runPeople = 1 } of skills) {
        if (workCenter !== row.workCenter) continue;
        const ofPart = plus(
          times(setup, readRatio(setupPeople)),
          times(plus(processing, teardown), readRatio(runPeople)),
        );
        const count = { num: BigInt(parts), den: 1n };
        hours.set(skill, plus(hours.get(skill) ?? ZERO, times(ofPart, count)));
      }
    }
  }
  return hours;
}

describe("The hours of people", () => {
  test.prop([shopProblem, figures, bucket], cases)(
    "of a skill, over all periods with past due and never done, are those of set-up and run of all orders at their start quantities, times the people for each",
    (input, draws, by) => {
      const skills = skillsOf(input, draws);
      const workforce = workforcePlan(planOf(input), { skills, bucket: by });
      const hours = hoursOf(input, skills);
      for (const skill of new Set(skills.map((row) => row.skill))) {
        const own = all(workforce).filter((row) => row.skill === skill);
        expect(near(sumOf(own.map(({ required }) => required)))).toBe(
          near(ratioToDecimal(hours.get(skill) ?? ZERO)),
        );
      }
    },
    patience,
  );

  test.prop([shopProblem, figures, bucket], cases)(
    "of a row are those of the orders behind it, for any length of periods; no hour is behind two rows",
    (input, draws, by) => {
      const workforce = workforcePlan(planOf(input), {
        skills: skillsOf(input, draws),
        bucket: by,
      });
      for (const row of all(workforce)) {
        const orders = workforce.drill(row);
        expect(near(sumOf(orders.map(({ required }) => required)))).toBe(near(row.required));
        expect(near(sumOf(orders.map(({ setup }) => setup)))).toBe(near(row.setup));
        for (const { required, operations } of orders) {
          expect([required.isPositive(), operations.length > 0]).toEqual([true, true]);
        }
      }
    },
    patience,
  );

  test.prop([shopProblem, fc.constantFrom("day", "week", "month")], cases)(
    "are the load of a work centre where one person works there, period by period",
    (input, by) => {
      const loads = capacityRequirements(planOf(input));
      const skills = (input.workCenters ?? []).map(({ id }) => ({ skill: id, workCenter: id }));
      const workforce = workforcePlan(planOf(input), { skills, bucket: by, loads });
      const profile = loadProfile(loads, { bucket: by });
      expect(
        Array.from(workforce.rows, (row) => `${row.skill} ${row.from} ${row.required}`),
      ).toEqual(Array.from(profile.rows, (row) => `${row.workCenter} ${row.from} ${row.load}`));
      const outside = (rows: readonly WorkforceOutside[]) =>
        rows.map(({ skill, required, setup }) => `${skill} ${required} ${setup}`);
      expect(outside(workforce.pastDue)).toEqual(
        profile.pastDue
          .filter(({ load }) => !load.isZero())
          .map(({ workCenter, load, setup }) => `${workCenter} ${load} ${setup}`),
      );
      expect(outside(workforce.neverDone)).toEqual(
        profile.neverDone.map(({ workCenter, load, setup }) => `${workCenter} ${load} ${setup}`),
      );
    },
    patience,
  );
});

/** The calendars and sites of an input that people can work by. */
function calendarsOf(input: PlanningInput): readonly (readonly [object, Calendar])[] {
  const calendars = (input.calendars ?? []).map(({ id, workingDays, exceptions = [] }) =>
    makeCalendar(
      id,
      workingDays as readonly Weekday[] | undefined,
      exceptions.map(({ date, working }) => ({ day: parseDay(date)!, working })),
    ),
  );
  const named = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const sites = (input.sites ?? [{ id: "main", calendar: undefined }]).map(
    ({ id, calendar }) => [{ site: id }, named.get(calendar ?? "") ?? EVERY_DAY] as const,
  );
  return [...sites, ...calendars.map((one) => [{ calendar: one.id }, one] as const)];
}

describe("The people who are there", () => {
  test.prop([shopProblem, figures, bucket, fc.nat(40), fc.nat(30)], cases)(
    "have their hours on the days on which their site or calendar works, from their first day on until after their last",
    (input, draws, by, first, length) => {
      const [center] = input.workCenters ?? [];
      fc.pre(center !== undefined);
      const next = (): number => draws.next().value as number;
      const start = parseDay(input.startDate)!;
      const dates = { from: start + first - 10, until: start + first - 10 + length };
      const text = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
      const rows = calendarsOf(input).map(([where, calendar]) => {
        const figures = { count: next(), hoursPerDay: ["7.5", 8, "1/3"][next() % 3]! };
        return {
          where,
          calendar,
          figures,
          isShort: next() > 2,
          utilization: ["1", "0.85"][next() % 2]!,
        };
      });
      const people = rows.map(({ where, figures, isShort, utilization }) => ({
        skill: "welder",
        ...where,
        ...figures,
        utilization,
        ...(isShort ? { from: text(dates.from), until: text(dates.until) } : {}),
      }));
      const skills = [{ skill: "welder", workCenter: center.id }];
      const workforce = workforcePlan(planOf(input), { skills, people, bucket: by });
      for (const row of workforce.rows) {
        let hours = ZERO;
        for (let day = parseDay(row.from)!; day < parseDay(row.until)!; day++) {
          for (const { calendar, figures, isShort, utilization } of rows) {
            const isThere = !isShort || (day >= dates.from && day < dates.until);
            if (!isThere || !isWorkingDay(calendar, day)) continue;
            const ofOne = times(readRatio(figures.hoursPerDay), readRatio(utilization));
            hours = plus(hours, times(ofOne, readRatio(figures.count)));
          }
        }
        expect(`${row.available}`).toBe(`${ratioToDecimal(hours)}`);
        expect(near(row.balance!.plus(row.required))).toBe(near(row.available!));
        if (row.headCountNeeded === null || row.headCount!.isZero()) continue;
        // So many people have as many hours as are needed.
        const needed = row.available!.div(row.headCount!).times(row.headCountNeeded);
        expect(needed.toDecimalPlaces(20).toFixed()).toBe(
          row.required.toDecimalPlaces(20).toFixed(),
        );
      }
    },
    patience,
  );

  const plan = planOf({
    startDate: "2026-01-05",
    workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
    items: [{ id: "leg" }],
  });
  const sound = {
    skills: [{ skill: "sawyer", workCenter: "saw", setupPeople: 2, runPeople: "1/3" }],
    people: [
      {
        ...{ skill: "sawyer", count: 2, hoursPerDay: 8, site: "main" },
        ...{ from: "2026-01-01", until: "2026-02-01", utilization: "0.9", efficiency: 1 },
      },
    ],
    bucket: "month",
  };
  test.prop([spoiled(sound)], { numRuns: runs })(
    "are planned, or there is a list of mistakes, whatever is asked",
    (options) => {
      try {
        expect(workforcePlan(plan, options as WorkforceOptions).rows.toJSON()).toBeDefined();
      } catch (error) {
        expect((error as Error).name).toBe(PlanningInputError.name);
      }
    },
  );
});
