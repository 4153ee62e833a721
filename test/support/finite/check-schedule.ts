/**
 * Whether a schedule keeps every rule of finite loading, told minute by minute and without any code of
 * the library: open time is a table of minutes that is filled shift by shift.
 */
import type {
  FiniteJob,
  FiniteLoadingInput,
  FiniteOperation,
  FiniteSchedule,
  ScheduledOperation,
} from "orlicky/capacity";
import { expect } from "vitest";
import { type Fraction, fraction, minutesOf } from "./fraction.js";
import { isOpenDay, minuteOf, OpenTable, usableFrom } from "./open-table.js";

interface Row {
  readonly given: FiniteOperation;
  readonly job: FiniteJob;
  readonly row: ScheduledOperation;
  readonly queueStart: number;
  readonly start: number;
  readonly end: number;
  readonly available: number;
}

/** Fails where a schedule breaks a rule. */
export function checkSchedule(input: FiniteLoadingInput, schedule: FiniteSchedule): void {
  const rows = readRows(input, schedule);
  checkAllAreThere(input, schedule);
  checkWork(input, rows);
  if (input.infinite !== true) {
    checkUnits(input, rows);
    checkTools(input, rows);
  }
  checkOrder(input, schedule, rows);
}

function readRows(input: FiniteLoadingInput, schedule: FiniteSchedule): Row[] {
  const jobs = new Map(input.jobs.map((job) => [job.id, job]));
  return Array.from(schedule.operations, (row) => {
    const job = jobs.get(row.job)!;
    const given = job.operations.find(({ id }) => id === row.operation)!;
    const { queueStart, start, end, available } = row;
    return {
      given,
      job,
      row,
      queueStart: minuteOf(queueStart),
      start: minuteOf(start),
      end: minuteOf(end),
      available: minuteOf(available),
    };
  });
}

/** Every part of every operation is scheduled or said not to be, once. */
function checkAllAreThere(input: FiniteLoadingInput, schedule: FiniteSchedule): void {
  const wanted = input.jobs.flatMap(({ id, operations }) =>
    operations.flatMap((operation) =>
      Array.from({ length: operation.split ?? 1 }, (_, k) => `${id} ${operation.id} ${k + 1}`),
    ),
  );
  const nameOf = (row: { job: string; operation: string; part: number }): string =>
    `${row.job} ${row.operation} ${row.part}`;
  const found = [
    ...Array.from(schedule.operations, nameOf),
    ...Array.from(schedule.unscheduled, nameOf),
  ];
  expect(found.sort()).toEqual(wanted.sort());
  const lost = new Set(
    Array.from(schedule.unscheduled, ({ job, operation }) => `${job} ${operation}`),
  );
  for (const { waitsFor, reason } of schedule.unscheduled) {
    expect(waitsFor !== null).toBe(reason === "predecessor" || reason === "material");
    if (waitsFor !== null) expect(lost).toContain(`${waitsFor.job} ${waitsFor.operation}`);
  }
}

/** Each part is worked on for as long as it takes, in open time, within a shift where that is asked. */
function checkWork(input: FiniteLoadingInput, rows: readonly Row[]): void {
  const before = groupsBefore(input, rows);
  for (const one of rows) {
    const { given, row, queueStart, start, end, available } = one;
    const center = input.workCenters.find(({ id }) => id === row.workCenter);
    expect(queueStart).toBeGreaterThanOrEqual(minuteOf(input.start));
    expect(start).toBeGreaterThanOrEqual(queueStart);
    expect(end).toBeLessThanOrEqual(
      input.end === undefined ? Number.POSITIVE_INFINITY : minuteOf(input.end),
    );
    const after = fraction(given.wait ?? 0).plus(fraction(given.move ?? 0));
    expect(available - end).toBe(minutesOf(after));
    if (center === undefined) {
      expect(given.days).toBeDefined();
      expect([start % 1440, end % 1440]).toEqual([0, 0]);
      const open = countDays(input, given.calendar, start / 1440, end / 1440);
      expect(open).toBe(given.days);
      continue;
    }
    const time = OpenTable.of(input, center);
    const setup = setupOf(input, one, before.get(row) ?? null);
    expect(`${row.setup}`).toBe(setup.text());
    const alternate = given.alternates?.find(({ workCenter }) => workCenter === center.id);
    const run = fraction(alternate?.run ?? given.run ?? 0).over(fraction(given.split ?? 1));
    const load = setup.plus(run).plus(fraction(given.teardown ?? 0));
    expect(`${row.load}`).toBe(load.text());
    const work = minutesOf(load.over(fraction(center.efficiency ?? 1)));
    expect(time.openBetween(queueStart, start)).toBeGreaterThanOrEqual(
      minutesOf(fraction(given.queue ?? 0)),
    );
    if (work === 0) {
      expect(end).toBe(start);
      continue;
    }
    expect([time.isOpen(start), time.isOpen(end - 1)]).toEqual([true, true]);
    expect(time.openBetween(start, end)).toBe(work);
    if (center.finishWithinShift === true && input.infinite !== true) {
      expect(time.isOneShift(start, end)).toBe(true);
    }
  }
}

/** No unit does two things at once, and there are no more units than the centre has. */
function checkUnits(input: FiniteLoadingInput, rows: readonly Row[]): void {
  for (const { id, units = 1 } of input.workCenters) {
    const here = rows.filter(({ row, start, end }) => row.workCenter === id && end > start);
    for (const { row } of here) expect(row.unit).toBeLessThanOrEqual(units);
    expect(mostAtOnce(here)).toBeLessThanOrEqual(units);
    for (let unit = 1; unit <= units; unit++) {
      expect(mostAtOnce(here.filter(({ row }) => row.unit === unit))).toBeLessThanOrEqual(1);
    }
  }
}

function checkTools(input: FiniteLoadingInput, rows: readonly Row[]): void {
  for (const { id, units = 1 } of input.tools ?? []) {
    const here = rows.filter(
      ({ given, start, end }) => given.tools?.includes(id) === true && end > start,
    );
    expect(mostAtOnce(here)).toBeLessThanOrEqual(units);
  }
}

/** How many of these lie on one minute at most. */
function mostAtOnce(rows: readonly Row[]): number {
  const events = rows.flatMap(({ start, end }) => [
    { minute: start, change: 1 },
    { minute: end, change: -1 },
  ]);
  events.sort((a, b) => a.minute - b.minute || a.change - b.change);
  let [now, most] = [0, 0];
  for (const { change } of events) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}

/** Nothing begins before release, materials and what comes before it. */
function checkOrder(
  input: FiniteLoadingInput,
  schedule: FiniteSchedule,
  rows: readonly Row[],
): void {
  const rowsOf = (job: string, operation: string): Row[] =>
    rows.filter(({ row }) => row.job === job && row.operation === operation);
  const ends = new Map(Array.from(schedule.jobs, ({ id, end }) => [id, end]));
  for (const one of rows) {
    const { job, given, queueStart } = one;
    if (job.release !== undefined) expect(queueStart).toBeGreaterThanOrEqual(minuteOf(job.release));
    for (const material of job.materials ?? []) {
      const end = ends.get(material.job);
      expect(end).not.toBeNull();
      expect(queueStart).toBeGreaterThanOrEqual(usableFrom(input, material, minuteOf(end!)));
    }
    const place = job.operations.indexOf(given);
    for (const id of given.after ?? (place === 0 ? [] : [job.operations[place - 1]!.id])) {
      const first = rowsOf(job.id, id);
      expect(first.length).toBe(first[0]?.given.split ?? 1);
      for (const earlier of first) checkLink(input, earlier, one);
    }
  }
}

function checkLink(input: FiniteLoadingInput, earlier: Row, later: Row): void {
  const { overlap } = earlier.given;
  const [from, to] = [earlier.row.workCenter, later.row.workCenter].map((name) =>
    input.workCenters.find(({ id }) => id === name),
  );
  if (overlap === undefined || from === undefined || to === undefined) {
    expect(later.queueStart).toBeGreaterThanOrEqual(earlier.available);
    return;
  }
  const after = earlier.available - earlier.end;
  const first = fraction(overlap.firstBatch)
    .times(shareThere(earlier))
    .plus(ownSetup(input, earlier));
  const minutes = minutesOf(first.over(fraction(from.efficiency ?? 1)));
  const batchDone = OpenTable.of(input, from).passed(earlier.start, minutes);
  expect(later.queueStart).toBeGreaterThanOrEqual(Math.min(batchDone + after, earlier.available));
  expect(later.end).toBeGreaterThanOrEqual(earlier.available);
  const last = fraction(overlap.lastBatch as number)
    .times(shareThere(later))
    .plus(fraction(later.given.teardown ?? 0));
  const time = OpenTable.of(input, to);
  const whole = time.openBetween(later.start, later.end);
  const needed = Math.min(whole, minutesOf(last.over(fraction(to.efficiency ?? 1))));
  expect(
    time.openBetween(Math.max(earlier.available, later.start), later.end),
  ).toBeGreaterThanOrEqual(needed);
}

/** By how much the run differs where it is worked from that of the first choice. */
function shareThere({ given, row }: Row): Fraction {
  const run = given.alternates?.find(({ workCenter }) => workCenter === row.workCenter)?.run;
  const own = fraction(given.run ?? 0);
  return run === undefined || own.isZero() ? fraction(1) : fraction(run).over(own);
}

function ownSetup(input: FiniteLoadingInput, { row }: Row): Fraction {
  void input;
  return fraction(row.setup.toFixed());
}

function setupOf(input: FiniteLoadingInput, { given, row }: Row, before: string | null): Fraction {
  const center = input.workCenters.find(({ id }) => id === row.workCenter)!;
  const alternate = given.alternates?.find(({ workCenter }) => workCenter === row.workCenter);
  const own = fraction(alternate?.setup ?? given.setup ?? 0);
  if (input.infinite === true || before === null || given.setupGroup === undefined) return own;
  const change = center.setups?.find(({ from, to }) => from === before && to === given.setupGroup);
  return change === undefined ? own : fraction(change.hours as number);
}

/** The group of what was done right before each on its unit. */
function groupsBefore(
  input: FiniteLoadingInput,
  rows: readonly Row[],
): ReadonlyMap<ScheduledOperation, string | null> {
  const groups = new Map<ScheduledOperation, string | null>();
  for (const { id } of input.workCenters) {
    const here = rows.filter(({ row }) => row.workCenter === id && row.unit !== null);
    here.sort((a, b) => a.start - b.start || a.end - b.end);
    const last = new Map<number | null, string | null>();
    for (const { row, given } of here) {
      groups.set(row, last.get(row.unit) ?? null);
      last.set(row.unit, given.setupGroup ?? null);
    }
  }
  return groups;
}

function countDays(
  input: FiniteLoadingInput,
  calendar: string | undefined,
  from: number,
  until: number,
): number {
  let days = 0;
  for (let day = from; day < until; day++) if (isOpenDay(input, calendar, day)) days++;
  return days;
}
