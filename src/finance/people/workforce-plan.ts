import { capacityRequirements, LOADS, type LoadSource } from "../../capacity/index.js";
import {
  addRatios,
  type Decimal,
  divideRatios,
  formatDay,
  lazySequence,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  sumOfRatios,
} from "../../core/index.js";
import { type Plan, planInput } from "../../mrp/index.js";
import { percentOf } from "../report/index.js";
import { RowOrigins } from "../report/row-origins.js";
import { peopleHours } from "./people-hours.js";
import { type Skill, skillsOf } from "./skill.js";
import { type WorkCells, workCells } from "./work-cells.js";
import { NEVER, PAST_DUE, type WorkforceBuckets, workforceBuckets } from "./workforce-buckets.js";
import { missingWorkforce } from "./workforce-missing.js";
import { readWorkforceOptions, type WorkforceOptions } from "./workforce-options.js";
import { type PeopleWork, peopleWork, workforceOrders } from "./workforce-orders.js";
import type { WorkforceOutside, WorkforcePlan, WorkforceRow } from "./workforce-rows.js";

/**
 * Plans people: the hours that the orders of a plan need of each skill in each period, against those of
 * the people who are there.
 *
 * An hour of set-up at a work centre takes `setupPeople` hours of people, any other standard hour
 * `runPeople`. The hours lie where the work lies: as the orders need it, or as a schedule or a levelled
 * load has it. People are there on the working days of their site or calendar.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - who works where, who is there, and the length of a period
 * @returns rows that are built when they are read, in hours, and the orders behind each; sums are exact
 * @throws PlanningInputError when it is no plan, and with every mistake of the options
 *
 * Source: K77, law 18; APICS dictionary, "resource planning".
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-01-16",
 *   calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
 *   sites: [{ id: "main", calendar: "week" }],
 *   workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
 *   items: [{ id: "leg" }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [
 *     { id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", setup: 4, run: 0.25 }] },
 *   ],
 *   demands: [{ id: "d1", item: "leg", quantity: 80, due: "2026-01-15" }],
 * });
 * const workforce = workforcePlan(plan, {
 *   skills: [{ skill: "sawyer", workCenter: "saw", runPeople: 3 }],
 *   people: [{ skill: "sawyer", count: 2, hoursPerDay: 8 }],
 * });
 * const rows = [...workforce.rows];
 * rows.map((row) => `${row.from}: ${row.required} of ${row.available} h, ${row.headCountNeeded} of ${row.headCount}`);
 * // => ["2026-01-05: 0 of 80 h, 0 of 2", "2026-01-12: 64 of 80 h, 1.6 of 2"]
 * workforce.drill(rows[1]!).map((row) => `${row.item}: ${row.required} h`); // => ["leg: 64 h"]
 * ```
 */
export function workforcePlan(plan: Plan, options: WorkforceOptions): WorkforcePlan {
  planInput(plan);
  const read = readWorkforceOptions(options);
  const source = (read.loads ?? capacityRequirements(plan))[LOADS];
  const skills = skillsOf(plan, source, read);
  const buckets = workforceBuckets(source, read.bucket);
  const cells = workCells(source, buckets);
  return makePlan(plan, source, skills, buckets, cells);
}

function makePlan(
  plan: Plan,
  source: LoadSource,
  skills: readonly Skill[],
  buckets: WorkforceBuckets,
  cells: WorkCells,
): WorkforcePlan {
  const count = buckets.starts.length - 1;
  const places = new Map(source.workCenters.map(({ id }, place) => [id, place]));
  const workOf = ({ needs }: Skill, bucket: number): PeopleWork =>
    sumOfWork(
      needs.flatMap((need) => {
        const cell = cells[places.get(need.workCenter)!]!.get(bucket);
        return cell === undefined ? [] : [peopleWork(need, cell.load.total, cell.setup.total)];
      }),
    );
  /** Where each row comes from. */
  const origins = new RowOrigins<{ readonly skill: Skill; readonly bucket: number }>(
    "plan of people",
  );
  const outside = (bucket: number): readonly WorkforceOutside[] =>
    Object.freeze(
      skills.flatMap((skill) => {
        const { required, setup } = workOf(skill, bucket);
        if (required.num === 0n) return [];
        const row = { skill: skill.skill, required: ratioToDecimal(required) };
        return [origins.keep({ ...row, setup: ratioToDecimal(setup) }, { skill, bucket })];
      }),
    );
  return Object.freeze({
    rows: lazySequence(skills.length * count, (n) => {
      const skill = skills[Math.floor(n / count)]!;
      const bucket = n % count;
      const row = rowOf(skill, buckets, bucket, workOf(skill, bucket));
      return origins.keep(row, { skill, bucket });
    }),
    pastDue: outside(PAST_DUE),
    neverDone: outside(NEVER),
    missing: missingWorkforce(source, cells, skills),
    drill(row: WorkforceRow | WorkforceOutside) {
      const { skill, bucket } = origins.at(row);
      return workforceOrders(plan, source, buckets, skill.needs, bucket);
    },
  });
}

function rowOf(
  { skill, staff }: Skill,
  { starts }: WorkforceBuckets,
  bucket: number,
  { required, setup }: PeopleWork,
): WorkforceRow {
  const [from, until] = [starts[bucket]!, starts[bucket + 1]!];
  const there = staff && peopleHours(staff, from, until);
  return {
    skill,
    from: formatDay(from),
    until: formatDay(until),
    required: ratioToDecimal(required),
    setup: ratioToDecimal(setup),
    available: there === undefined ? null : ratioToDecimal(there.available),
    balance:
      there === undefined
        ? null
        : ratioToDecimal(addRatios(there.available, { num: -required.num, den: required.den })),
    utilizationPercent: there === undefined ? null : percentOf(required, there.available),
    headCount: there === undefined ? null : ratioToDecimal(there.headCount),
    headCountNeeded: quotient(required, there?.each),
  };
}

function quotient(of: Ratio, by: Ratio | undefined): Decimal | null {
  if (by === undefined || by.num === 0n) return null;
  return ratioToDecimal(divideRatios(of, by));
}

function sumOfWork(work: readonly PeopleWork[]): PeopleWork {
  const required = sumOfRatios(work.map((one) => one.required));
  const setup = sumOfRatios(work.map((one) => one.setup));
  return { required: ratioOf(required.num, required.den), setup: ratioOf(setup.num, setup.den) };
}
