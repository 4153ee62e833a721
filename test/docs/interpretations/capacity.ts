import type { PlanningInput } from "orlicky";
import type { RequirementOptions } from "orlicky/capacity";
import { demand } from "./problem.js";

/** A small problem for one interpretation of capacity, and what engine and reference make of it. */
export interface CapacityCase {
  readonly k: string;
  readonly shows: string;
  readonly input: Omit<PlanningInput, "startDate">;
  readonly options?: RequirementOptions;
  /** `operation at work centre start > end: load`, in the order of the routing. */
  readonly operations?: readonly string[];
  /** `direction end: real due day, days late`, by order. */
  readonly dates?: readonly string[];
  /** `work centre from > until: load of capacity`, by day, where there is load; `past due` for from. */
  readonly loads?: readonly string[];
  /** `work centre from > until: excess`, by week. */
  readonly overloads?: readonly string[];
}

const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;

/** Eight hours a day. */
const day = { from: "06:00", until: "14:00" };

type Row<List extends keyof PlanningInput> =
  NonNullable<PlanningInput[List]> extends readonly (infer One)[] ? One : never;

/** One item `a`, made at one work centre `saw` by these operations. */
function shop(
  center: Partial<Row<"workCenters">>,
  operations: readonly Partial<Row<"routings">["operations"][number]>[],
  quantity = 1,
  due = 9,
): Omit<PlanningInput, "startDate"> {
  return {
    horizonEnd: "2026-01-16",
    items: [{ id: "a" }],
    sources: [{ item: "a", kind: "make", leadTime: 1 }],
    workCenters: [{ id: "saw", shifts: [day], ...center }],
    routings: [
      {
        id: "r",
        item: "a",
        operations: operations.map((row, n) => ({
          id: `${10 * (n + 1)}`,
          ...(row.subcontract === undefined ? { workCenter: "saw" } : {}),
          ...row,
        })),
      },
    ],
    demands: [demand("d", quantity, due)],
  };
}

export const capacity: readonly CapacityCase[] = [
  {
    k: "K51",
    shows:
      "a shift over midnight belongs to the date on which it begins, a break in it may lie on the next",
    input: shop(
      {
        shifts: [
          {
            from: "22:00",
            until: "06:00",
            breaks: [{ from: "02:00", until: "02:30" }],
            days: ["mon", "wed"],
          },
        ],
      },
      [{ run: 9 }],
    ),
    // 7.5 h of Wednesday's shift, which ends on Thursday, and 1.5 h of Monday's.
    operations: ["10 at saw 2026-01-06T04:30 > 2026-01-08T06:00: 9"],
    loads: [
      "saw 2026-01-06 > 2026-01-07: 1.5 of 5.5",
      "saw 2026-01-07 > 2026-01-08: 2 of 2",
      "saw 2026-01-08 > 2026-01-09: 5.5 of 5.5",
    ],
  },
  {
    k: "K51",
    shows: "an exception goes before the calendar, and the calendar before the shifts",
    input: {
      ...shop(
        {
          calendar: "week",
          exceptions: [
            { date: "2026-01-04", shifts: [{ from: "08:00", until: "12:00" }] },
            { date: "2026-01-07", shifts: [] },
            { date: "2026-01-10", shifts: [{ from: "08:00", until: "10:00" }] },
          ],
        },
        [{ run: 19 }],
        1,
        12,
      ),
      calendars: [
        {
          id: "week",
          workingDays: [...weekdays],
          exceptions: [{ date: "2026-01-08", working: false }],
        },
      ],
    },
    // Closed on the 7th and the 8th, two hours on Saturday.
    operations: ["10 at saw 2026-01-05T13:00 > 2026-01-10T10:00: 19"],
  },
  {
    k: "K51",
    shows: "overtime is not open time",
    input: shop({ overtime: [{ from: "2026-01-08T14:00", until: "2026-01-08T18:00" }] }, [
      { run: 4 },
    ]),
    operations: ["10 at saw 2026-01-08T10:00 > 2026-01-08T14:00: 4"],
    loads: ["saw 2026-01-08 > 2026-01-09: 4 of 8"],
  },
  {
    k: "K53",
    shows: "load is set-up, run and teardown whatever the efficiency, which makes the work longer",
    input: shop({ efficiency: "4/5" }, [{ setup: 1, run: 0.25, teardown: 0.5 }], 2),
    // 2 h ÷ 4/5
    operations: ["10 at saw 2026-01-08T11:30 > 2026-01-08T14:00: 2"],
    loads: ["saw 2026-01-08 > 2026-01-09: 2 of 6.4"],
  },
  {
    k: "K53",
    shows: "yields lower what goes into later operations, never rounded; parts are set up each",
    input: {
      ...shop(
        { units: 2 },
        [
          { run: 0.5, yield: 0.5 },
          { setup: 1, run: 1, split: 2 },
        ],
        3,
      ),
      items: [{ id: "a", yield: 0.5 }],
    },
    operations: [
      "10 at saw 2026-01-08T08:30 > 2026-01-08T11:30: 3",
      "20 at saw 2026-01-08T11:30 > 2026-01-08T14:00: 5",
    ],
  },
  {
    k: "K53",
    shows:
      "a transfer batch lets the next begin before the rest is done, and it ends after the last batch",
    input: shop({}, [{ setup: 1, run: 1, transferBatch: 2 }, { run: 0.5 }], 4, 9),
    // The first of two batches is there after 3 h; the last takes an hour after the end of all.
    operations: [
      "10 at saw 2026-01-08T08:00 > 2026-01-08T13:00: 5",
      "20 at saw 2026-01-08T12:00 > 2026-01-08T14:00: 2",
    ],
  },
  {
    k: "K53",
    shows: "what comes after the last batch is its run and the teardown",
    input: shop(
      {},
      [
        { run: 1, transferBatch: 1 },
        { run: 0.5, teardown: 2 },
      ],
      4,
      9,
    ),
    // All is done at 11:30, the last one of the next takes half an hour, then it is cleared away.
    operations: [
      "10 at saw 2026-01-08T07:30 > 2026-01-08T11:30: 4",
      "20 at saw 2026-01-08T10:00 > 2026-01-08T14:00: 4",
    ],
  },
  {
    k: "K53",
    shows: "a supplier takes whole days of its calendar",
    input: {
      ...shop({}, [{ run: 1 }, { subcontract: { supplier: "smith", leadTime: 2 } }], 1, 12),
      calendars: [{ id: "week", workingDays: [...weekdays] }],
      suppliers: [{ id: "smith", calendar: "week" }],
    },
    // From Thursday 00:00 to Monday 00:00.
    operations: [
      "10 at saw 2026-01-07T13:00 > 2026-01-07T14:00: 1",
      "20 at none 2026-01-08T00:00 > 2026-01-12T00:00: 0",
    ],
  },
  {
    k: "K53",
    shows: "a supplier that gets its work on a day off begins on the next working day",
    input: {
      ...shop({}, [{ run: 40 }, { subcontract: { supplier: "smith", leadTime: 2 } }]),
      calendars: [{ id: "week", workingDays: [...weekdays] }],
      suppliers: [{ id: "smith", calendar: "week" }],
    },
    // It is there on Saturday, and two whole days from Monday on are over on Wednesday.
    operations: [
      "10 at saw 2026-01-05T06:00 > 2026-01-09T14:00: 40",
      "20 at none 2026-01-12T00:00 > 2026-01-14T00:00: 0",
    ],
  },
  {
    k: "K53",
    shows: "of an order that was begun only what is left, without the set-up of what is under way",
    input: {
      ...shop(
        {},
        [
          { setup: 1, run: 0.5 },
          { setup: 1, run: 0.5 },
          { setup: 1, run: 0.5 },
        ],
        8,
        9,
      ),
      supplies: [
        {
          ...demand("s", 8, 9),
          kind: "production",
          progress: [
            { operation: "10", completed: 8 },
            { operation: "20", completed: 6 },
          ],
        },
      ],
    },
    operations: [
      "20 at saw 2026-01-08T08:00 > 2026-01-08T09:00: 1",
      "30 at saw 2026-01-08T09:00 > 2026-01-08T14:00: 5",
    ],
  },
  {
    k: "K55",
    shows:
      "each operation as late as possible, the last moved on before the day on which it is there",
    input: shop(
      {},
      [
        { run: 3, wait: 8, move: 8 },
        { queue: 2, run: 6, move: 12 },
      ],
      1,
      9,
    ),
    // The second queues from the 7th, 12:00; sixteen hours before that the first must have ended.
    operations: [
      "10 at saw 2026-01-06T11:00 > 2026-01-06T14:00: 3",
      "20 at saw 2026-01-08T06:00 > 2026-01-08T12:00: 6",
    ],
    dates: ["backward 2026-01-09T00:00: 2026-01-09, 0"],
  },
  {
    k: "K55",
    shows:
      "what would begin before T0 is scheduled forward from there, and there on the next working day",
    input: {
      ...shop({}, [{ queue: 8, run: 40 }], 1, 9),
      calendars: [{ id: "week", workingDays: [...weekdays] }],
      sites: [{ id: "main", calendar: "week" }],
    },
    operations: ["10 at saw 2026-01-06T06:00 > 2026-01-12T14:00: 40"],
    dates: ["forward 2026-01-12T14:00: 2026-01-13, 4"],
  },
  {
    k: "K55",
    shows: "an open order that is drawn for a day off is wanted on the receipt day of that",
    input: {
      ...shop({}, [{ run: 8 }], 5, 11),
      calendars: [{ id: "week", workingDays: [...weekdays] }],
      sites: [{ id: "main", calendar: "week" }],
      supplies: [{ id: "s", item: "a", quantity: 5, due: "2026-01-08", kind: "production" }],
    },
    dates: ["forward 2026-01-09T14:00: 2026-01-12, 3"],
  },
  {
    k: "K55",
    shows: "first queues are shortened, in turn",
    input: shop({}, [{ queue: 8, run: 28 }], 1, 9),
    options: { queueReduction: ["3/4", "1/2", 0] },
    operations: ["10 at saw 2026-01-05T10:00 > 2026-01-08T14:00: 28"],
    dates: ["backward 2026-01-08T14:00: 2026-01-09, 0"],
  },
  {
    k: "K55",
    shows: "then the receiving time is worked too",
    input: {
      ...shop({}, [{ queue: 8, run: 28 }], 1, 9),
      items: [{ id: "a", receivingTime: 1 }],
    },
    options: { queueReduction: [0], giveUpReceivingTime: true },
    operations: ["10 at saw 2026-01-05T10:00 > 2026-01-08T14:00: 28"],
    dates: ["backward 2026-01-08T14:00: 2026-01-09, 0"],
  },
  {
    k: "K55",
    shows: "or it stays in the past, where that is asked for",
    input: shop({}, [{ run: 40 }], 1, 9),
    options: { startsInPast: "keep" },
    operations: ["10 at saw 2026-01-04T06:00 > 2026-01-08T14:00: 40"],
    dates: ["backward 2026-01-08T14:00: 2026-01-09, 0"],
    loads: [
      "saw past due > 2026-01-05: 8 of 0",
      ...[5, 6, 7, 8].map(
        (n) => `saw 2026-01-0${n} > 2026-01-${`${n + 1}`.padStart(2, "0")}: 8 of 8`,
      ),
    ],
  },
  {
    k: "K56",
    shows: "load lies evenly on the minutes of work, all parts at once; capacity is standard hours",
    input: shop(
      { units: 3, efficiency: 1.25, utilization: 0.8 },
      [{ setup: 1, run: 0.5, split: 2 }],
      46,
      9,
    ),
    // 2 × (1 + 11.5) h are worked in 10 h of open time, 8 of them on the 8th.
    loads: ["saw 2026-01-07 > 2026-01-08: 5 of 24", "saw 2026-01-08 > 2026-01-09: 20 of 24"],
  },
  {
    k: "K56",
    shows: "an overload is load above capacity, in a bucket that begins no earlier than T0",
    input: {
      ...shop({ shifts: [{ ...day, days: ["thu"] }] }, [{ run: 5 }]),
      demands: [demand("d", 1, 9), { ...demand("e", 1, 9), segment: "own" }],
    },
    overloads: ["saw 2026-01-05 > 2026-01-12: 2"],
  },
];
