import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { operations, writeOperations } from "../../test/support/random/operations.js";
import { workCenter, writeWorkCenters } from "../../test/support/random/work-centers.js";
import { runs } from "../../test/support/runs.js";
import {
  type Calendar,
  formatDay,
  formatMinute,
  MINUTES_A_DAY,
  makeCalendar,
  parseDay,
  parseMinute,
} from "../core/index.js";
import {
  makeRouting,
  makeWorkCenter,
  minuteOfOpen,
  type OperationDates,
  openMinutesUpTo,
  type Routing,
  scheduleBackward,
  scheduleForward,
  startOfOpen,
  type TimedOperation,
  timedOperations,
  type WorkCenter,
  type WorkCenterInput,
} from "./index.js";

const office: Calendar = makeCalendar("office", ["mon", "tue", "wed", "fri"]);
const today = parseDay("2026-01-07")!;

const problem = fc.record({
  centers: fc.array(workCenter, { minLength: 3, maxLength: 3 }),
  operations,
  quantity: fc.record({ num: fc.bigInt(0n, 900n), den: fc.constantFrom(1n, 7n, 100n) }),
  end: fc.integer({ min: 0, max: 20_000 }),
});

/** The order's operations with their times, unless the shifts drawn are none. */
function timed(random: typeof problem extends fc.Arbitrary<infer P> ? P : never) {
  const date = (offset: number) => formatDay(today + offset);
  const rows = writeWorkCenters({ date, sites: [], calendars: [] }, random.centers);
  const centers = new Map<string, WorkCenter>();
  try {
    for (const row of rows) {
      centers.set(row.id, makeWorkCenter(row as unknown as WorkCenterInput));
    }
  } catch {
    return undefined;
  }
  const floor = {
    centers: [...centers.keys()],
    units: (center: string) => centers.get(center)!.units,
    suppliers: ["Smith"],
    tools: ["jig"],
    decimals: 0,
    yield: "9/10",
    strangeIds: false,
  };
  const routing: Routing = makeRouting(
    { id: "r", item: "i", operations: writeOperations(random.operations, floor) } as never,
    { workCenter: (id) => centers.get(id), supplierCalendar: () => office },
  );
  return timedOperations(routing, random.quantity);
}

/** What is wrong with the dates of an operation by itself, and with those before it. */
function faults(operations: readonly TimedOperation[], dates: readonly OperationDates[]): string[] {
  return operations.flatMap((operation, n) => {
    const { queueStart, start, end, available } = dates[n]!;
    const { workCenter, work, queue, waitMove, before, id } = operation;
    const found: string[] = [];
    const must = (holds: boolean, what: string) => {
      if (!holds) found.push(`${id}: ${what}`);
    };
    must(queueStart <= start && start <= end, "in order");
    must(available === end + waitMove, "available after wait and move");
    if (workCenter === undefined) {
      must(start % MINUTES_A_DAY === 0 && end % MINUTES_A_DAY === 0, "whole days");
    } else {
      const { workTime } = workCenter;
      const count = (minute: number) => openMinutesUpTo(workTime, minute);
      must(count(end) - count(start) === work, "worked in open minutes, without a pause");
      must(count(start) - count(queueStart) >= queue, "queued long enough");
      must(work === 0 || startOfOpen(workTime, count(start)) === start, "starts in an open minute");
      must(work === 0 || minuteOfOpen(workTime, count(end)) === end, "ends after an open minute");
    }
    for (const { place, overlap } of before) {
      const earlier = operations[place]!;
      const first = dates[place]!;
      if (overlap === undefined) {
        must(queueStart >= first.available, `after ${earlier.id}`);
        continue;
      }
      const time = earlier.workCenter!.workTime;
      const ready = queueStart - earlier.waitMove;
      const passed = openMinutesUpTo(time, ready) - openMinutesUpTo(time, first.start);
      const isStarted = ready >= first.start;
      must(isStarted && passed >= overlap.firstBatch, `after the first batch of ${earlier.id}`);
      const own = workCenter!.workTime;
      const last = openMinutesUpTo(own, end) - openMinutesUpTo(own, first.available);
      must(end >= first.available && last >= overlap.lastBatch, `ends after ${earlier.id}`);
    }
    return found;
  });
}

describe("One order's operations", () => {
  test.prop([problem], { numRuns: runs })(
    "forward: none before its centre, its queue and those before it let it, from the start on",
    (random) => {
      const operations = timed(random);
      if (operations === undefined) return;
      const from = today * MINUTES_A_DAY + random.end;
      const dates = scheduleForward(operations, from);
      expect(faults(operations, dates)).toEqual([]);
      expect(dates.filter(({ queueStart }) => queueStart < from)).toEqual([]);
    },
  );

  test.prop([problem], { numRuns: runs })(
    "backward: none later than its centre, its queue and those after it let it, up to the end",
    (random) => {
      const operations = timed(random);
      if (operations === undefined) return;
      const end = today * MINUTES_A_DAY + random.end;
      const dates = scheduleBackward(operations, end);
      expect(faults(operations, dates)).toEqual([]);
      expect(dates.filter(({ available }) => available > end)).toEqual([]);
    },
  );

  test.prop([problem], { numRuns: runs })(
    "backward and from there forward meet: none is later than backward, and the order is done in time",
    (random) => {
      const operations = timed(random);
      if (operations === undefined) return;
      const end = today * MINUTES_A_DAY + random.end;
      const late = scheduleBackward(operations, end);
      const from = Math.min(...late.map(({ queueStart }) => queueStart));
      const early = scheduleForward(operations, from);
      for (const [n, dates] of early.entries()) {
        expect(dates.start).toBeLessThanOrEqual(late[n]!.start);
        expect(dates.end).toBeLessThanOrEqual(late[n]!.end);
      }
      // And back again from where it was done: as late as that allows, but never before the start.
      const done = Math.max(...early.map(({ available }) => available));
      const again = scheduleBackward(operations, done);
      expect(Math.min(...again.map(({ queueStart }) => queueStart))).toBeGreaterThanOrEqual(from);
    },
  );

  test("forward: a supplier that gets its work on days off begins on the next working day", () => {
    const subcontract = { supplier: "Paint", leadTime: 1 };
    const routing = makeRouting(
      { id: "r", item: "i", operations: [{ id: "10", subcontract }] },
      { workCenter: () => undefined, supplierCalendar: () => office },
    );
    const list = timedOperations(routing, { num: 1n, den: 1n });
    const days = (from: string) => {
      const [dates] = scheduleForward(list, parseMinute(from)!);
      const [back] = scheduleBackward(list, dates!.end);
      expect(back).toEqual(dates);
      return [dates!.start, dates!.end].map((minute) => formatMinute(minute).slice(0, 10));
    };
    // Off on Thursday 8 and at the weekend.
    expect(days("2026-01-07T00:00")).toEqual(["2026-01-07", "2026-01-09"]);
    expect(days("2026-01-07T10:00")).toEqual(["2026-01-09", "2026-01-12"]);
    expect(days("2026-01-10T00:00")).toEqual(["2026-01-12", "2026-01-13"]);
    expect(days("2026-01-11T00:00")).toEqual(["2026-01-12", "2026-01-13"]);
  });

  test("backward: where the first batch takes no time, it is there with the start of the work", () => {
    const shop = [
      makeWorkCenter({ id: "early", shifts: [{ from: "06:00", until: "14:00" }] }),
      makeWorkCenter({ id: "night", shifts: [{ from: "00:00", until: "08:00" }] }),
    ];
    const rows = [
      { id: "10", workCenter: "early", teardown: 0.25, transferBatch: 1 },
      { id: "20", workCenter: "night", setup: 2.25 },
    ];
    const routing = makeRouting(
      { id: "r", item: "i", operations: rows },
      { workCenter: (id) => shop.find((center) => center.id === id) },
    );
    const list = timedOperations(routing, { num: 2n, den: 1n });
    const dates = scheduleBackward(list, (today + 1) * MINUTES_A_DAY);
    expect(faults(list, dates)).toEqual([]);
    // The second begins at 05:45; the last open minute of the first before that is of the day before.
    expect(dates[0]!.start).toBe((today - 1) * MINUTES_A_DAY + 839);
  });

  test.prop([problem], { numRuns: runs })(
    "a transfer batch never makes an order later",
    (random) => {
      const operations = timed(random);
      if (operations === undefined) return;
      const whole = operations.map((operation) => ({
        ...operation,
        before: operation.before.map(({ place }) => ({ place, overlap: undefined })),
      }));
      const from = today * MINUTES_A_DAY + random.end;
      const [fast, slow] = [operations, whole].map((list) =>
        Math.max(...scheduleForward(list, from).map(({ available }) => available)),
      );
      expect(fast).toBeLessThanOrEqual(slow!);
    },
  );
});
