import { describe, expect, test } from "vitest";
import { addRatios, parseDay, type Ratio, ratioOf } from "../core/index.js";
import {
  hoursADay,
  makeRouting,
  makeWorkCenter,
  makeWorkTime,
  type OperationInput,
  routingLeadTime,
} from "./index.js";

const monday = parseDay("2026-01-05")!;
const of = (num: number, den = 1): Ratio => ratioOf(BigInt(num), BigInt(den));
const noon = [{ from: "12:00", until: "13:00" }];
const saw = makeWorkCenter({
  id: "saw",
  shifts: [{ from: "08:00", until: "17:00", breaks: noon, days: ["mon", "tue", "wed"] }],
  units: 2,
  efficiency: "1/2",
});

function lead(quantity: Ratio, ...operations: readonly Partial<OperationInput>[]) {
  const rows = operations.map((row, n) => ({
    id: `${n}`,
    ...(row.subcontract === undefined ? { workCenter: "saw" } : {}),
    ...row,
  }));
  const input = { id: "r", item: "i", operations: rows };
  return routingLeadTime(makeRouting(input, { workCenter: () => saw }), quantity, monday);
}

describe("The lead time of a routing (K54)", () => {
  test("is summed exactly and rounded up once; hours become days of the work centre", () => {
    // Eight hours a day at half the pace: (2 + 16) ÷ 1/2 ÷ 8 = 4.5 days, 4 h queue, 12 h by the clock.
    const long = lead(of(16), { setup: 2, run: 1, queue: 4, wait: 9, move: 3 });
    expect(long.exactDays).toEqual(of(11, 2));
    expect(long.days).toBe(6);
    expect([long.queueDays, long.setupDays, long.runDays, long.waitMoveDays]).toEqual([
      of(1, 2),
      of(1, 2),
      of(4),
      of(1, 2),
    ]);
  });

  test("goes along the longest way, and says which, with what it is made of", () => {
    const { way, exactDays, ...kinds } = lead(
      of(8),
      { setup: 4 },
      { after: ["0"], run: 1 },
      { after: ["0"], subcontract: { supplier: "Paint", leadTime: 3 }, move: 24 },
      { after: ["1", "2"], teardown: 1 },
    );
    expect(way).toEqual([0, 2, 3]);
    expect(exactDays).toEqual(of(21, 4)); // 1 + 3 + 1 + 1/4
    const { days, ...parts } = kinds;
    expect(days).toBe(6);
    expect(Object.values(parts).reduce(addRatios, of(0))).toEqual(exactDays);
  });

  test("takes the part of a split, batches as they are, and each quantity after its yields", () => {
    expect(lead(of(16), { run: 1, split: 2, setup: 2 }).exactDays).toEqual(of(5, 2));
    expect(lead(of(9), { run: 4, batch: 8 }).exactDays).toEqual(of(2));
    expect(lead(of(16), { yield: 0.5 }, { run: 1 }).runDays).toEqual(of(2));
  });

  test("of no quantity is its set-up, queue and the like", () => {
    expect(lead(of(0), { setup: 4, run: 1, queue: 8 }).exactDays).toEqual(of(2));
    expect(lead(of(1), {}).days).toBe(0);
  });

  test("does not count an overlap", () => {
    const rows = [{ run: 1, transferBatch: 1 }, { run: 1 }];
    expect(lead(of(8), ...rows).exactDays).toEqual(of(4));
  });
});

describe("The hours of a day", () => {
  test("are those of the shifts valid then, over the weekdays on which one begins", () => {
    const time = makeWorkTime({
      shifts: [
        { from: "22:00", until: "06:00", days: ["mon", "fri"], validTo: "2026-01-07" },
        { from: "06:00", until: "10:00", days: ["fri"] },
      ],
      exceptions: [{ date: "2026-01-05", shifts: [] }],
    });
    expect(hoursADay(time, monday)).toEqual(of(10));
    expect(hoursADay(time, monday + 2)).toEqual(of(4));
  });
});
