import { describe, expect, test } from "vitest";
import { type Ratio, ratioOf } from "../core/index.js";
import {
  makeRouting,
  makeWorkCenter,
  type OperationInput,
  scheduleForward,
  type TimedOperationsOptions,
  timedOperations,
} from "./index.js";

const shifts = [{ from: "06:00", until: "14:00" }];
const centers = new Map(
  [
    makeWorkCenter({ id: "saw", shifts, units: 3, efficiency: "4/5" }),
    makeWorkCenter({ id: "drill", shifts, units: 2 }),
    makeWorkCenter({ id: "robot", shifts, efficiency: 2 }),
  ].map((center) => [center.id, center]),
);

const of = (num: number, den = 1): Ratio => ratioOf(BigInt(num), BigInt(den));

function routing(...operations: readonly Partial<OperationInput>[]) {
  const rows = operations.map((row, n) => ({
    id: `${10 * (n + 1)}`,
    ...(row.subcontract === undefined ? { workCenter: "saw" } : {}),
    ...row,
  }));
  const input = { id: "r", item: "leg", operations: rows };
  return makeRouting(input, { workCenter: (id) => centers.get(id) });
}

function times(
  rows: readonly Partial<OperationInput>[],
  quantity: Ratio,
  options?: TimedOperationsOptions,
) {
  return timedOperations(routing(...rows), quantity, options);
}

describe("The times of an order's operations (K53)", () => {
  test("load is set-up, run and teardown in exact hours, whatever the efficiency; work is minutes rounded up", () => {
    const [sawing] = times([{ setup: "1/3", run: "1/7", teardown: 0.25 }], of(10));
    expect(sawing!.load).toEqual(of(169, 84)); // 1/3 + 10/7 + 1/4
    expect(sawing!.setupHours).toEqual(of(1, 3));
    expect(sawing!.runHours).toEqual(of(10, 7));
    expect(sawing!.work).toBe(151); // 60 × 169/84 ÷ 4/5 = 150.89
  });

  test("a yield lowers what goes into all later operations, never what goes into its own", () => {
    const rows = [{ run: 1, yield: 0.9 }, { run: 1, yield: "2/3" }, { run: 1 }];
    expect(times(rows, of(10)).map(({ quantity }) => quantity)).toEqual([of(10), of(9), of(6)]);
    expect(routing(...rows).yield).toEqual(of(3, 5));
  });

  test("where ways meet, the yields of both count, and that of an operation before both only once", () => {
    const rows = [
      { yield: 0.5 },
      { after: ["10"], yield: 0.8 },
      { after: ["10"] },
      { after: ["30"], yield: 0.9 },
      { after: ["20", "40"] },
    ];
    const into = times(rows, of(100)).map(({ quantity }) => quantity);
    expect(into).toEqual([of(100), of(50), of(50), of(50), of(36)]);
  });

  test("what is lost above several ways counts once where they meet, however often they do", () => {
    const rows: Partial<OperationInput>[] = [
      { after: [], yield: 0.5 },
      { after: [], yield: 0.8 },
      { after: [], yield: 0.9 },
      { after: ["10", "20"] },
      { after: ["20", "10", "40"], yield: 0.75 },
      { after: ["40", "50"] },
      { after: ["60", "30", "50"] },
    ];
    const into = times(rows, of(1000)).map(({ id, quantity }) => [id, quantity]);
    expect(Object.fromEntries(into)).toEqual({
      10: of(1000),
      20: of(1000),
      30: of(1000),
      40: of(400),
      50: of(400),
      60: of(300),
      70: of(270),
    });
  });

  test("batches are whole: of the part, where the quantity is split", () => {
    const [whole, split] = times(
      [
        { run: 0.5, batch: 8 },
        { run: 0.5, batch: 8, split: 3 },
      ],
      of(50),
    );
    expect(whole!.load).toEqual(of(7, 2)); // 7 batches
    expect(split!.load).toEqual(of(9, 2)); // 3 parts of 16 2/3, 3 batches each
    expect(split!.work).toBe(113); // 90 ÷ 0.8 = 112.5
  });

  test("a split sets up every part, and the parts are worked side by side", () => {
    const [split] = times([{ workCenter: "drill", setup: 1, run: 0.1, split: 2 }], of(100));
    expect([split!.parts, split!.load, split!.work]).toEqual([2, of(12), 360]);
  });

  test("queue, wait and move are minutes rounded up; a queue may be shortened", () => {
    const rows = [{ queue: "1/7", wait: "1/100", move: "1/100" }];
    expect(times(rows, of(1))[0]).toMatchObject({ queue: 9, waitMove: 2, work: 0 });
    expect(times(rows, of(1), { queueFactor: of(1, 2) })[0]!.queue).toBe(5);
    expect(times(rows, of(1), { queueFactor: of(0) })[0]!.queue).toBe(0);
  });

  test("an alternate's set-up, run and efficiency stand in for the operation's own", () => {
    const alternates = [
      { workCenter: "drill", priority: 2 },
      { workCenter: "robot", priority: 1, setup: 3, run: 0.5 },
    ];
    const rows = [{ setup: 1, run: 1, teardown: 1, alternates }];
    const chosen = (place: number) => times(rows, of(4), { alternates: new Map([[0, place]]) })[0]!;
    expect(chosen(0)).toMatchObject({ load: of(6), work: 180, alternate: 0 }); // by priority: robot
    expect(chosen(0).workCenter!.id).toBe("robot");
    expect(chosen(1)).toMatchObject({ load: of(6), work: 360 });
    expect(() => chosen(2)).toThrow('The operation "10" has no alternate 2.');
  });

  test("a supplier's work is no load, and takes days", () => {
    const [first, painted] = times(
      [
        { run: 1, yield: 0.5 },
        { subcontract: { supplier: "Paint", leadTime: 4 }, wait: 2 },
      ],
      of(10),
    );
    expect(first!.work).toBe(750);
    expect(painted).toMatchObject({ load: of(0), work: 0, waitMove: 120, quantity: of(5) });
    expect(painted!.subcontract!.leadTimeDays).toBe(4);
  });

  test("a transfer batch below the quantity overlaps: the first batch with its set-up, the last without", () => {
    const [, drilling] = times(
      [
        { setup: 1, run: 0.1, transferBatch: 10 },
        { workCenter: "drill", setup: 2, run: 0.2 },
      ],
      of(100),
    );
    expect(drilling!.before).toEqual([{ place: 0, overlap: { firstBatch: 150, lastBatch: 120 } }]);
  });

  test("the last batch is worked and cleared away after it has come, by all of the work at most", () => {
    const rows = (teardown: number) => [
      { run: 0.1, transferBatch: 10 },
      { workCenter: "drill", run: 0.2, teardown },
    ];
    const last = (teardown: number, quantity: number) =>
      times(rows(teardown), of(quantity))[1]!.before[0]!.overlap!.lastBatch;
    // 10 × 0.2 hours and the teardown; of 11 no more than 2.2 and it.
    expect([last(0, 100), last(5, 100), last(5, 11)]).toEqual([120, 420, 420]);
  });

  test("a transfer batch that is not below the quantity is the whole lot, and refused where asked for", () => {
    const rows = [{ run: 1, transferBatch: 10 }, { run: 1 }];
    const [sawing, next] = times(rows, of(10));
    expect(sawing!.transferBatchAboveLot).toBe(true);
    expect(next!.before).toEqual([{ place: 0, overlap: undefined }]);
    expect(() => times(rows, of(10), { strict: true })).toThrow(
      'operations[0].transferBatch: The transferBatch of operation "10" is not below its quantity (10).',
    );
    expect(times(rows, of(11), { strict: true })).toHaveLength(2);
  });

  test("neither a split operation nor a supplier overlaps with another", () => {
    const [, second, third] = times(
      [
        { run: 1, transferBatch: 1, split: 2 },
        { run: 1, transferBatch: 1 },
        { subcontract: { supplier: "Paint", leadTime: 1 } },
      ],
      of(10),
    );
    expect(second!.before[0]!.overlap).toBeUndefined();
    expect(third!.before[0]!.overlap).toBeUndefined();
  });

  test("of an order that was begun only what is left: no set-up where some is done, nothing where all is", () => {
    const rows = [
      { setup: 1, run: 1, yield: 0.5 },
      { setup: 1, run: 1 },
      { setup: 1, run: 1 },
    ];
    const completed = new Map([
      [0, of(20)],
      [1, of(4)],
    ]);
    const remaining = { startQuantityLeft: of(12), completed };
    const left = times(rows, of(20), { remaining });
    expect(left.map(({ id, quantity, setupHours }) => [id, quantity, setupHours])).toEqual([
      ["20", of(6), of(0)], // 20 × 0.5 − 4
      ["30", of(6), of(1)], // 12 × 0.5
    ]);
    expect(left.map(({ before }) => before.map(({ place }) => place))).toEqual([[], [0]]);
  });

  test("what is left out is bridged: those after it wait for those before it", () => {
    const completed = new Map([[1, of(5)]]);
    const remaining = { startQuantityLeft: of(5), completed };
    const left = times([{ run: 1 }, { run: 1 }, { run: 1 }], of(5), { remaining });
    expect(left.map(({ id, before }) => [id, before.length])).toEqual([
      ["10", 0],
      ["30", 1],
    ]);
  });
});

describe("Routings of any size", () => {
  test("forty thousand operations in a row are timed and scheduled", () => {
    const count = 40_000;
    const rows = Array.from({ length: count }, () => ({ run: "1/600" }));
    const long = routing(...rows);
    expect(long.order).toHaveLength(count);
    const timed = timedOperations(long, of(10));
    const dates = scheduleForward(timed, 0);
    // Two minutes each at 80 %, eight hours a day.
    expect(dates.at(-1)!.end).toBe(Math.ceil((2 * count) / 480 - 1) * 1440 + 360 + 320);
  });

  test("twenty thousand operations listed last to first are put in order", () => {
    const count = 20_000;
    const rows = Array.from({ length: count }, (_, n) => ({
      id: `${n}`,
      after: n + 1 < count ? [`${n + 1}`] : [],
    }));
    const { order } = routing(...rows);
    expect([order[0], order.at(-1)]).toEqual([count - 1, 0]);
  });

  test("a circle is refused with the ids on it, in the order of work, however long it is", () => {
    const circle = () => routing({ after: ["30"] }, { after: ["10"] }, { after: ["20"] }, {});
    expect(circle).toThrow('in a circle: "10" → "20" → "30" → "10". Correct their after.');
    const rows = Array.from({ length: 20_000 }, (_, n) => (n === 0 ? { after: ["200000"] } : {}));
    expect(() => routing(...rows)).toThrow("in a circle");
    expect(() => routing({ after: ["10"] })).toThrow('in a circle: "10" → "10"');
  });

  test("ids that JavaScript knows otherwise are ids", () => {
    const rows = ["__proto__", "constructor", "toString", "", "10"].filter((id) => id !== "");
    const named = rows.map((id, n) => ({ id, after: n === 0 ? [] : [rows[n - 1]!] }));
    expect(routing(...named).operations.map(({ before }) => before)).toEqual([[], [0], [1], [2]]);
    expect(() => routing({ after: ["valueOf"] })).toThrow('no operation "valueOf"');
    expect(() => routing({ workCenter: "__proto__" })).toThrow('no work centre "__proto__"');
  });

  test("huge and tiny times stay exact, and what no year reaches has no date", () => {
    const tiny = times([{ run: `0.${"0".repeat(50)}1` }], of(1))[0]!;
    expect([tiny.load, tiny.work]).toEqual([ratioOf(1n, 10n ** 51n), 1]);
    const huge = times([{ run: 1e300 }], of(7));
    expect(huge[0]!.load).toEqual(ratioOf(7n * 10n ** 300n, 1n));
    expect(huge[0]!.work).toBe(Number.POSITIVE_INFINITY);
    expect(() => scheduleForward(huge, 0)).toThrow("no such open minute");
    const waiting = times([{ run: 1, wait: "1000000000000" }], of(1));
    expect(() => scheduleForward(waiting, 0)).toThrow("no such open minute");
  });

  test("yields whose product nobody could write are refused", () => {
    const rows = Array.from({ length: 2000 }, () => ({ yield: "0.99" }));
    expect(() => routing(...rows)).toThrow("more than 1000 digits");
  });
});
