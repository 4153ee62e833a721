import { fc, test } from "@fast-check/vitest";
import { type FiniteLoadingInput, type FiniteSchedule, finiteLoading } from "orlicky/capacity";
import { formatMinute } from "orlicky/core";
import {
  makeRouting,
  makeWorkCenter,
  scheduleBackward,
  scheduleForward,
  timedOperations,
  type WorkCenterInput,
} from "orlicky/routing";
import { describe, expect } from "vitest";
import { allOrders, allSequences } from "../support/finite/all-sequences.js";
import { checkSchedule } from "../support/finite/check-schedule.js";
import { minuteOf, OpenTable } from "../support/finite/open-table.js";
import { flowOf, randomFlow } from "../support/finite/random-flow.js";
import {
  at,
  directions,
  EVERYTHING,
  randomShop,
  someSequence,
} from "../support/finite/random-shop.js";
import { runs } from "../support/runs.js";

/** A shop is large, and says much in one case. */
const some = Math.ceil(runs / 2);
const PLAIN = { ...EVERYTHING, alternates: false, matrix: false };
const draws = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 24 });
const rules = fc.constantFrom("rank", "earliestDueDate", "criticalRatio", "slack");

/** When each job ends, as minutes; never for one that does not. */
function ends(schedule: FiniteSchedule): number[] {
  return Array.from(schedule.jobs, ({ end }) =>
    end === null ? Number.POSITIVE_INFINITY : minuteOf(end),
  );
}

/** Work that holds a work centre from the start on, and an operation there that another could do too. */
const heldAtFirstChoice = fc.record({
  shifts: fc.tuple(someShifts(), someShifts()),
  held: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }),
  run: fc.integer({ min: 1, max: 20 }),
  slow: fc.integer({ min: 1, max: 30 }),
  days: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
  due: fc.integer({ min: 1, max: 10 * 24 }),
});

/** Work at a centre whose shifts change, and a day of which is an exception or has overtime. */
const withinOneShift = fc.record({
  center: fc
    .tuple(
      someShifts(),
      someShifts(),
      fc.nat({ max: 20 }),
      fc.nat({ max: 20 }),
      fc.nat({ max: 23 }),
    )
    .map(([before, after, change, day, hour]) => {
      const date = (of: number): string => at(of * 1440).slice(0, 10);
      return {
        shifts: [
          ...before!.map((shift) => ({ ...shift, validTo: date(change) })),
          ...after!.map((shift) => ({ ...shift, validFrom: date(change + 1) })),
        ],
        ...(hour % 2 === 0
          ? { exceptions: [{ date: date(day), shifts: [{ from: "06:00", until: "21:00" }] }] }
          : {
              overtime: [
                { from: at(day * 1440 + hour * 60), until: at(day * 1440 + hour * 60 + 200) },
              ],
            }),
      };
    }),
  release: fc.nat({ max: 25 * 1440 }),
  work: fc.integer({ min: 1, max: 1000 }),
  end: fc.option(fc.integer({ min: 1440, max: 30 * 1440 }), { nil: undefined }),
});

function someShifts(): fc.Arbitrary<WorkCenterInput["shifts"]> {
  return fc.constantFrom(
    [{ from: "00:00", until: "24:00" }],
    [{ from: "22:00", until: "06:00" }],
    [{ from: "06:00", until: "14:00" }],
    [{ from: "08:00", until: "12:00", breaks: [{ from: "09:00", until: "09:30" }] }],
  );
}

const dated = (input: FiniteLoadingInput): string[] =>
  Array.from(
    finiteLoading(input).operations,
    ({ job, operation, queueStart, start, end }) =>
      `${job} ${operation} ${queueStart} ${start} ${end}`,
  );

describe("Finite loading", () => {
  test.prop([randomShop(), directions], { numRuns: runs })(
    "In no minute does a work centre do more than it has units or a tool work at more places than there are, nothing is worked on in closed time or before its release, material or predecessor, and setups follow the matrix",
    (shop, direction) => {
      const input = { ...shop, ...direction };
      checkSchedule(input, finiteLoading(input));
    },
  );

  test.prop([randomShop(), draws], { numRuns: some })(
    "A fixed sequence keeps all that too",
    (shop, numbers) => {
      const input = { ...shop, sequence: someSequence(shop, numbers) };
      checkSchedule(input, finiteLoading(input));
    },
  );

  test.prop([randomShop({ ...PLAIN, rareShifts: false }), draws, fc.nat({ max: 2 })], {
    numRuns: some,
  })("A unit more makes no job end later under one fixed sequence", (shop, numbers, which) => {
    const input = { ...shop, sequence: someSequence(shop, numbers) };
    const workCenters = shop.workCenters.map((center, k) =>
      k === which ? { ...center, units: center.units! + 1 } : center,
    );
    const [less, more] = [input, { ...input, workCenters }].map((one) => finiteLoading(one));
    const before = ends(less!);
    if (less!.unscheduled.length === 0) {
      expect(more!.makespan).toBeLessThanOrEqual(less!.makespan);
    }
    for (const [k, end] of ends(more!).entries()) expect(end).toBeLessThanOrEqual(before[k]!);
  });

  test.prop(
    [randomShop({ ...PLAIN, overlap: false, rareShifts: false }), draws, fc.nat({ max: 2 })],
    { numRuns: some },
  )("A shift longer makes no job end later under one fixed sequence", (shop, numbers, which) => {
    const input = { ...shop, sequence: someSequence(shop, numbers), overtime: true };
    const less = shop.workCenters.map(({ overtime, ...center }) => center);
    const overtime = [{ from: at(16 * 60), until: at(19 * 60) }];
    const more = less.map((center, k) => (k === which ? { ...center, overtime } : center));
    const [short, long] = [less, more].map((workCenters) =>
      finiteLoading({ ...input, workCenters }),
    );
    // What fits no short shift leaves its place to others.
    if (short!.unscheduled.length > 0) return;
    const before = ends(short!);
    expect(long!.makespan).toBeLessThanOrEqual(short!.makespan);
    for (const [k, end] of ends(long!).entries()) expect(end).toBeLessThanOrEqual(before[k]!);
  });

  test.prop([randomShop({ ...PLAIN, split: false, rareShifts: false })], { numRuns: some })(
    "No priority rule ends earlier than the best of the sequences: its own, replayed, ends no later",
    (shop) => {
      const schedule = finiteLoading(shop);
      const begun = Array.from(schedule.operations).filter(
        ({ workCenter, part }) => workCenter !== null && part === 1,
      );
      const places = new Map(begun.map((row, k) => [row, k]));
      begun.sort(
        (a, b) => minuteOf(a.start) - minuteOf(b.start) || places.get(a)! - places.get(b)!,
      );
      const order = begun.map(({ job, operation }) => ({ job, operation }));
      const isWhole = schedule.unscheduled.length === 0 && isInOrder(shop, order);
      fc.pre(isWhole);
      const replayed = ends(finiteLoading({ ...shop, sequence: order }));
      for (const [k, end] of ends(schedule).entries())
        expect(replayed[k]!).toBeLessThanOrEqual(end);
    },
  );

  test.prop([randomFlow], { numRuns: some })(
    "With infinite capacity each job is scheduled as if it were alone: forward from its release as the routings do it",
    (flow) => {
      const { routing, workCenter, quantity } = flow;
      const lookups = { workCenter: (id: string) => centers.get(id) };
      const centers = new Map(
        flow.workCenters.map((center) => [center.id, makeWorkCenter(center, workCenter)]),
      );
      const timed = timedOperations(makeRouting(routing, lookups), quantity);
      const from = minuteOf(flow.release);
      const dates = scheduleForward(timed, from);
      const input = { ...flowOf(flow), infinite: true };
      expect(dated({ ...input, start: flow.release }).sort()).toEqual(datesText(timed, dates));
    },
  );

  test.prop([randomFlow], { numRuns: some })(
    "With infinite capacity each job is scheduled backward from its due date as the routings do it, or forward where that would begin too early",
    (flow) => {
      const centers = new Map(
        flow.workCenters.map((center) => [center.id, makeWorkCenter(center, flow.workCenter)]),
      );
      const lookups = { workCenter: (id: string) => centers.get(id) };
      const timed = timedOperations(makeRouting(flow.routing, lookups), flow.quantity);
      const back = scheduleBackward(timed, minuteOf(flow.due));
      const isEarly = back.some(({ queueStart }) => queueStart < minuteOf(flow.release));
      const dates = isEarly ? scheduleForward(timed, minuteOf(flow.release)) : back;
      const input = flowOf(flow);
      // A job that is due at once is always too early, so that all is settled forward.
      const early = {
        id: "early",
        due: flow.release,
        operations: [{ id: "cut", workCenter: "saw", run: 1 }],
      };
      const loaded = {
        ...input,
        jobs: [...input.jobs, early],
        start: flow.release,
        infinite: true,
        direction: "backward" as const,
      };
      const rows = dated(loaded).filter((row) => row.startsWith("flow "));
      expect(rows.sort()).toEqual(datesText(timed, dates));
    },
  );

  test.prop([randomFlow], { numRuns: some })(
    "Backward and then forward from where that begins meet: backward from there and forward again ends the same",
    (flow) => {
      const input = flowOf(flow);
      const { release: _, ...job } = input.jobs[0]!;
      const backward = (due: string): string =>
        finiteLoading({
          ...input,
          start: at(-60 * 1440),
          infinite: true,
          direction: "backward",
          jobs: [{ ...job, due }],
        }).jobs.at(0)!.start!;
      const forward = (release: string): string =>
        finiteLoading({
          ...input,
          start: at(-60 * 1440),
          infinite: true,
          jobs: [{ ...job, release }],
        }).jobs.at(0)!.end!;
      const end = forward(backward(flow.due));
      expect(end <= flow.due).toBe(true);
      expect(forward(backward(end))).toBe(end);
    },
  );

  test.prop(
    [
      fc.array(fc.record({ run: fc.integer({ min: 1, max: 9 }), due: fc.nat({ max: 40 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
    ],
    { numRuns: some },
  )(
    "On one machine the earliest due date first has the least maximum lateness of all sequences (Jackson)",
    (rows) => {
      const jobs = rows.map(({ run, due }, n) => ({
        id: `job${n}`,
        due: at(due * 60),
        operations: [{ id: "only", workCenter: "saw", run }],
      }));
      const input = {
        start: at(0),
        workCenters: [{ id: "saw", shifts: [{ from: "00:00", until: "24:00" }] }],
        jobs,
      };
      const lateness = (order: readonly number[]): number => {
        let [now, most] = [0, Number.NEGATIVE_INFINITY];
        for (const n of order) {
          now += rows[n]!.run;
          most = Math.max(most, now - rows[n]!.due);
        }
        return most;
      };
      const least = Math.min(...allOrders(rows.length).map(lateness));
      const late = Array.from(
        finiteLoading({ ...input, priority: "earliestDueDate" }).jobs,
        ({ end, due }) => (minuteOf(end!) - minuteOf(due!)) / 60,
      );
      expect(Math.max(...late)).toBe(least);
    },
  );

  test.prop(
    [
      fc.array(
        fc.array(fc.record({ machine: fc.nat({ max: 1 }), run: fc.integer({ min: 1, max: 9 }) }), {
          minLength: 1,
          maxLength: 2,
        }),
        { minLength: 1, maxLength: 3 },
      ),
      rules,
    ],
    { numRuns: some },
  )(
    "On tiny job shops a rule gives one of the schedules of all sequences, and none of these ends before the best of them",
    (rows, priority) => {
      const jobs = rows.map((operations, n) => ({
        id: `job${n}`,
        due: at(60 * (n + 5)),
        operations: operations.map(({ machine, run }, k) => ({
          id: `op${k}`,
          workCenter: `m${machine}`,
          run,
        })),
      }));
      const input = {
        start: at(0),
        workCenters: [0, 1].map((n) => ({
          id: `m${n}`,
          shifts: [{ from: "00:00", until: "24:00" }],
        })),
        jobs,
      };
      const all = allSequences(rows.map(({ length }) => length)).map((order) => {
        const sequence = order.map(([job, k]) => ({ job: `job${job}`, operation: `op${k}` }));
        const schedule = finiteLoading({ ...input, sequence });
        // A schedule in a sequence is the plain recurrence of heads; told here once more.
        expect(schedule.makespan / 60).toBe(makespanOf(rows, order));
        return schedule;
      });
      const textOf = (schedule: FiniteSchedule): string =>
        Array.from(schedule.operations, ({ start, end }) => `${start} ${end}`).join();
      const byRule = finiteLoading({ ...input, priority });
      expect(all.map(textOf)).toContain(textOf(byRule));
      expect(byRule.makespan).toBeGreaterThanOrEqual(
        Math.min(...all.map(({ makespan }) => makespan)),
      );
    },
  );

  test.prop([heldAtFirstChoice], { numRuns: runs })(
    "Backward, what moves to an alternate that nobody else uses is in time wherever it could be, alone there",
    ({ shifts, held, run, slow, days, due }) => {
      const operation = { id: "turn", workCenter: "first", run };
      const alternates = [{ workCenter: "other", run: slow }];
      const coat = days === undefined ? [] : [{ id: "coat", days }];
      const late = held.map((hours, n) => ({
        id: `held${n}`,
        due: at(0),
        operations: [{ ...operation, run: hours }],
      }));
      const free = {
        id: "free",
        due: at(due * 60),
        operations: [...coat, { ...operation, alternates }],
      };
      const input = {
        start: at(0),
        direction: "backward" as const,
        workCenters: ["first", "other"].map((id, k) => ({ id, shifts: shifts[k]! })),
        jobs: [...late, free],
      };
      const rows = Array.from(finiteLoading(input).operations).filter(({ job }) => job === "free");
      // At the alternate alone: so many open minutes back from the due date, then whole days.
      const open = OpenTable.of(input, input.workCenters[1]!);
      let begin = minuteOf(free.due);
      for (let left = slow * 60; left > 0 && begin > minuteOf(at(0)); )
        if (open.isOpen(--begin)) left--;
      const couldBe = open.openBetween(begin, minuteOf(free.due)) === slow * 60;
      if (days !== undefined) begin = (Math.floor(begin / 1440) - days) * 1440;
      fc.pre(couldBe && begin >= minuteOf(at(0)));
      const turned = rows.at(-1)!;
      if (turned.workCenter === "other") expect(turned.end <= free.due).toBe(true);
    },
  );

  test.prop([withinOneShift], { numRuns: runs })(
    "Work that is to be finished within one shift is in the first that has so much left of it, or lacks what the longest of those left is too short by",
    ({ center, release, work, end }) => {
      const operations = [{ id: "bake", workCenter: "oven", run: `${work}/60` }];
      const input = {
        start: at(0),
        ...(end === undefined ? {} : { end: at(end) }),
        overtime: true,
        workCenters: [{ id: "oven", finishWithinShift: true, ...center }],
        jobs: [{ id: "cake", release: at(release), operations }],
      };
      const { operations: placed, unscheduled } = finiteLoading(input);
      const found = placed.at(0)?.end ?? [
        unscheduled.at(0)!.reason,
        `${unscheduled.at(0)!.lackingHours.times(60).toFixed(0)}`,
      ];
      // From the release on, shift by shift: all that changes lies within 40 days.
      const open = OpenTable.of(input, input.workCenters[0]!);
      const [first, last] = [minuteOf(at(release)), minuteOf(at(60 * 1440))];
      let [longest, left] = [0, 0];
      let done: number | undefined;
      for (let minute = first, before = first; minute < last && done === undefined; minute++) {
        if (!open.isOpen(minute)) continue;
        left = left > 0 && open.isOneShift(before, minute + 1) ? left + 1 : 1;
        before = minute;
        longest = Math.max(longest, left);
        if (left === work) done = minute + 1;
      }
      const isInTime = done !== undefined && (end === undefined || done <= minuteOf(at(end)));
      if (isInTime) expect(found).toBe(formatMinute(done!));
      else if (done !== undefined) expect(found[0]).toBe("horizon");
      else if (longest === 0) expect(found).toEqual(["noWorkTime", `${work}`]);
      else expect(found).toEqual(["shiftTooShort", `${work - longest}`]);
    },
  );

  test.prop([randomShop(), directions, fc.func(fc.nat({ max: 100 }))], { numRuns: some })(
    "The order of the rows changes nothing",
    (shop, direction, keyOf) => {
      const shuffled = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
        rows
          .map((row) => ({ row, key: keyOf(row.id) }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
      const other = {
        ...shop,
        workCenters: shuffled(shop.workCenters),
        tools: shuffled(shop.tools ?? []),
        jobs: shuffled(shop.jobs),
      };
      const [first, second] = [shop, other].map((one) =>
        JSON.stringify(finiteLoading({ ...one, ...direction })),
      );
      expect(second).toBe(first);
    },
  );
});

function datesText(
  timed: ReturnType<typeof timedOperations>,
  dates: ReturnType<typeof scheduleForward>,
): string[] {
  return timed
    .flatMap(({ id, parts }, k) => {
      const { queueStart, start, end } = dates[k]!;
      const text = [queueStart, start, end].map((minute) => formatMinute(minute)).join(" ");
      return Array.from({ length: parts }, () => `flow ${id} ${text}`);
    })
    .sort();
}

/** Whether operations without work, which stand at one minute with what follows, kept their order. */
function isInOrder(
  { jobs }: FiniteLoadingInput,
  order: readonly { readonly job: string; readonly operation: string }[],
): boolean {
  const place = new Map(order.map(({ job, operation }, k) => [`${job} ${operation}`, k]));
  return jobs.every((job) =>
    job.operations.every((operation, k) =>
      (operation.after ?? (k === 0 ? [] : [job.operations[k - 1]!.id])).every((id) => {
        const [first, next] = [id, operation.id].map((one) => place.get(`${job.id} ${one}`));
        return first === undefined || next === undefined || first < next;
      }),
    ),
  );
}

/** The end of a sequence: each operation begins when its machine and its job are free. */
function makespanOf(
  rows: readonly (readonly { readonly machine: number; readonly run: number }[])[],
  order: readonly (readonly [number, number])[],
): number {
  const machines = [0, 0];
  const jobs = rows.map(() => 0);
  for (const [job, k] of order) {
    const { machine, run } = rows[job]![k]!;
    const end = Math.max(machines[machine]!, jobs[job]!) + run;
    machines[machine] = end;
    jobs[job] = end;
  }
  return Math.max(...jobs);
}
