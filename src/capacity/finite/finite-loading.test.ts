import {
  type FiniteLoadingInput,
  type FiniteOperation,
  type FiniteSchedule,
  finiteLoading,
  loadProfile,
} from "orlicky/capacity";
import { parseMinute } from "orlicky/core";
import { describe, expect, test } from "vitest";

const DAY = [{ from: "08:00", until: "16:00" }];
const CLOCK = [{ from: "00:00", until: "24:00" }];
const start = "2026-01-05T08:00"; // a Monday

/** What is scheduled, one text a part: the times of the first day without their date. */
function rows(input: Omit<FiniteLoadingInput, "start"> & { start?: string }): string[] {
  return rowsOf(finiteLoading({ start, ...input }));
}

function rowsOf({ operations }: FiniteSchedule): string[] {
  return Array.from(
    operations,
    (row) =>
      `${row.job}/${row.operation} ${row.workCenter ?? "–"}#${row.unit ?? "–"} ${short(row.start)} to ${short(row.end)}`,
  );
}

const short = (text: string): string => text.slice(8).replace("05T", "");

const job = (id: string, run: number, more: object = {}, jobMore: object = {}) => ({
  id,
  operations: [{ id: "cut", workCenter: "saw", run, ...more }],
  ...jobMore,
});

const saw = { id: "saw", shifts: CLOCK };

describe("Finite loading by priority", () => {
  const dated = [
    job("a", 2, {}, { due: "2026-01-05T20:00", rank: 2 }),
    job("b", 5, {}, { due: "2026-01-05T16:00", rank: 3 }),
    job("c", 1, {}, { due: "2026-01-05T15:00", rank: 1 }),
  ];
  const order = (priority: FiniteLoadingInput["priority"]) =>
    Array.from(finiteLoading({ start, workCenters: [saw], jobs: dated, priority }).operations)
      .sort((x, y) => (x.start < y.start ? -1 : 1))
      .map((row) => `${row.job} ${row.priority}`);

  test("by rank, the lowest first", () => {
    expect(order("rank")).toEqual(["c 1", "a 2", "b 3"]);
  });

  test("by due date", () => {
    expect(order("earliestDueDate").map((text) => text[0])).toEqual(["c", "b", "a"]);
  });

  test("by critical ratio: time until the due date over work left", () => {
    // a: 12 h ÷ 2 h; b: 8 ÷ 5; c: 7 ÷ 1
    expect(order("criticalRatio")).toEqual(["b 1.6", "a 6", "c 7"]);
  });

  test("by slack: time until the due date less work left, in minutes", () => {
    expect(order("slack")).toEqual(["b 180", "c 360", "a 600"]);
  });

  test("ties fall by rank, due date, job id in code units, and place", () => {
    const jobs = [job("b", 1), job("B", 1), job("a", 1, {}, { rank: 5 })];
    expect(rows({ workCenters: [saw], jobs, priority: "slack" })).toEqual([
      "B/cut saw#1 09:00 to 10:00",
      "a/cut saw#1 08:00 to 09:00",
      "b/cut saw#1 10:00 to 11:00",
    ]);
  });

  test("a job without what the rule goes by comes last and has no priority value", () => {
    const jobs = [job("a", 1), job("b", 1, {}, { due: "2026-01-09T00:00" })];
    const { operations } = finiteLoading({ start, workCenters: [saw], jobs });
    expect(Array.from(operations, ({ start: at, priority }) => [at, priority === null])).toEqual([
      ["2026-01-05T09:00", true],
      ["2026-01-05T08:00", false],
    ]);
  });
});

describe("Finite loading in open time", () => {
  test("work goes on over the night and over a break", () => {
    const shifts = [{ from: "08:00", until: "16:00", breaks: [{ from: "12:00", until: "12:30" }] }];
    expect(rows({ workCenters: [{ id: "saw", shifts }], jobs: [job("a", 9)] })).toEqual([
      "a/cut saw#1 08:00 to 06T09:30",
    ]);
  });

  test("finishWithinShift waits for a shift that is long enough, and nothing overtakes on that unit", () => {
    const center = { id: "saw", shifts: DAY, finishWithinShift: true };
    const jobs = [job("a", 6), job("b", 3), job("c", 1)];
    expect(rows({ workCenters: [center], jobs })).toEqual([
      "a/cut saw#1 08:00 to 14:00",
      "b/cut saw#1 06T08:00 to 06T11:00",
      "c/cut saw#1 06T11:00 to 06T12:00",
    ]);
  });

  test("efficiency changes how long work takes, not its load", () => {
    const { operations } = finiteLoading({
      start,
      workCenters: [{ ...saw, efficiency: "4/5" }],
      jobs: [job("a", 1, { setup: "1/3", teardown: 0.5 })],
    });
    const [row] = operations;
    // (1/3 + 1 + 1/2) ÷ 0.8 h = 137.5 minutes
    expect([row!.end, `${row!.load}`.slice(0, 6), `${row!.setup}`.slice(0, 6)]).toEqual([
      "2026-01-05T10:18",
      "1.8333",
      "0.3333",
    ]);
  });

  test("overtime is used only when asked", () => {
    const overtime = [{ from: "2026-01-05T16:00", until: "2026-01-05T18:00" }];
    const input = { workCenters: [{ id: "saw", shifts: DAY, overtime }], jobs: [job("a", 10)] };
    expect(rows(input)).toEqual(["a/cut saw#1 08:00 to 06T10:00"]);
    expect(rows({ ...input, overtime: true })).toEqual(["a/cut saw#1 08:00 to 18:00"]);
  });

  test("an operation without work takes no unit and no open time", () => {
    const jobs = [job("a", 3), { id: "b", operations: [{ id: "cut", workCenter: "saw" }] }];
    expect(rows({ workCenters: [saw], jobs })).toEqual([
      "a/cut saw#1 08:00 to 11:00",
      "b/cut saw#– 08:00 to 08:00",
    ]);
  });
});

describe("What finite loading waits for", () => {
  test("queue in open time, wait and move by the clock", () => {
    const operations = [
      { id: "cut", workCenter: "saw", run: 2, queue: 7, wait: 1, move: 0.5 },
      { id: "drill", workCenter: "drill", run: 1 },
    ];
    const { operations: found } = finiteLoading({
      start,
      workCenters: [
        { id: "saw", shifts: DAY },
        { id: "drill", shifts: CLOCK },
      ],
      jobs: [{ id: "a", operations }],
    });
    expect(Array.from(found, (row) => [row.queueStart, row.start, row.end, row.available])).toEqual(
      [
        ["2026-01-05T08:00", "2026-01-05T15:00", "2026-01-06T09:00", "2026-01-06T10:30"],
        ["2026-01-06T10:30", "2026-01-06T10:30", "2026-01-06T11:30", "2026-01-06T11:30"],
      ],
    );
  });

  test("release, and the output of another job on a working day", () => {
    const jobs = [
      job("a", 1, {}, { release: "2026-01-09T10:00" }),
      job("b", 1, {}, { materials: [{ job: "a", days: 1, calendar: "office" }] }),
    ];
    const calendars = [{ id: "office", workingDays: ["mon", "tue", "wed", "thu", "fri"] as const }];
    // a ends on Friday at 11:00: Monday is the first working day from then on, Tuesday the next.
    expect(rows({ workCenters: [saw], jobs, calendars })).toEqual([
      "a/cut saw#1 09T10:00 to 09T11:00",
      "b/cut saw#1 13T00:00 to 13T01:00",
    ]);
  });

  test("an operation that takes days begins and ends at midnight", () => {
    const operations = [
      { id: "plate", days: 2, calendar: "office" },
      { id: "cut", workCenter: "saw", run: 1 },
    ];
    const calendars = [{ id: "office", workingDays: ["mon", "wed", "fri"] as const }];
    expect(rows({ workCenters: [saw], calendars, jobs: [{ id: "a", operations }] })).toEqual([
      "a/plate –#– 07T00:00 to 12T00:00",
      "a/cut saw#1 12T00:00 to 12T01:00",
    ]);
  });

  test("parallel operations, and one after both", () => {
    const operations = [
      { id: "left", workCenter: "saw", run: 3 },
      { id: "right", workCenter: "drill", run: 2, after: [] },
      { id: "join", workCenter: "drill", run: 1, after: ["left", "right"] },
    ];
    const workCenters = [saw, { id: "drill", shifts: CLOCK }];
    expect(rows({ workCenters, jobs: [{ id: "a", operations }] })).toEqual([
      "a/left saw#1 08:00 to 11:00",
      "a/right drill#1 08:00 to 10:00",
      "a/join drill#1 11:00 to 12:00",
    ]);
  });

  test("a tool, which an operation holds while it is worked on", () => {
    const jobs = [job("a", 3, { tools: ["jig"] }), job("b", 2, { tools: ["jig"] }), job("c", 1)];
    const input = { workCenters: [{ ...saw, units: 2 }], jobs };
    expect(rows({ ...input, tools: [{ id: "jig" }] })).toEqual([
      "a/cut saw#1 08:00 to 11:00",
      "b/cut saw#1 11:00 to 13:00",
      "c/cut saw#2 08:00 to 09:00",
    ]);
    expect(rows({ ...input, tools: [{ id: "jig", units: 2 }] })[1]).toBe(
      "b/cut saw#2 08:00 to 10:00",
    );
  });
});

describe("How finite loading shares work out", () => {
  test("the lowest free unit takes what is first", () => {
    const jobs = [job("a", 3), job("b", 1), job("c", 1)];
    expect(rows({ workCenters: [{ ...saw, units: 2 }], jobs })).toEqual([
      "a/cut saw#1 08:00 to 11:00",
      "b/cut saw#2 08:00 to 09:00",
      "c/cut saw#2 09:00 to 10:00",
    ]);
  });

  test("the parts of a split lot go side by side as far as there are units, each with its setup", () => {
    const jobs = [job("a", 6, { setup: 1, split: 3 })];
    expect(rows({ workCenters: [{ ...saw, units: 2 }], jobs })).toEqual([
      "a/cut saw#1 08:00 to 11:00",
      "a/cut saw#2 08:00 to 11:00",
      "a/cut saw#1 11:00 to 14:00",
    ]);
  });

  test("an operation overlaps with the next by its transfer batch", () => {
    const operations = [
      {
        id: "cut",
        workCenter: "saw",
        setup: 1,
        run: 4,
        overlap: { firstBatch: 1, lastBatch: 0.5 },
      },
      { id: "drill", workCenter: "drill", run: 2 },
    ];
    const workCenters = [saw, { id: "drill", shifts: CLOCK }];
    // The first batch is there at 10:00; the last one comes at 13:00 and takes half an hour.
    expect(rows({ workCenters, jobs: [{ id: "a", operations }] })[1]).toBe(
      "a/drill drill#1 11:30 to 13:30",
    );
    const slow = [operations[0]!, { ...operations[1]!, run: 6 }];
    expect(rows({ workCenters, jobs: [{ id: "a", operations: slow }] })[1]).toBe(
      "a/drill drill#1 10:00 to 16:00",
    );
  });

  test.each(["forward", "backward"] as const)(
    "the last batch is there before it is worked, and cleared away after it: %s",
    (direction) => {
      const operations = [
        { id: "cut", workCenter: "saw", run: 10, overlap: { firstBatch: 1, lastBatch: "0.1" } },
        { id: "drill", workCenter: "drill", run: 1, teardown: 5 },
      ];
      const workCenters = [saw, { id: "drill", shifts: CLOCK }];
      const jobs = [{ id: "a", due: "2026-01-06T00:00", operations }];
      const [cut, drill] = [...finiteLoading({ start, workCenters, jobs, direction }).operations];
      // The last batch comes when all is cut; 6 minutes, then 5 hours to clear away.
      expect(parseMinute(drill!.end)! - parseMinute(cut!.end)!).toBe(306);
    },
  );

  test("an alternate takes what would end earlier there than next in turn at the first choice", () => {
    const alternates = [{ workCenter: "old saw", run: 4 }];
    const jobs = [job("a", 3), job("b", 2, { alternates }), job("c", 2, { alternates })];
    const workCenters = [saw, { id: "old saw", shifts: CLOCK }];
    // b: 11:00 + 2 h = 13:00 at the saw, 12:00 at the old one; c: next in turn at the saw until 13:00.
    expect(rows({ workCenters, jobs })).toEqual([
      "a/cut saw#1 08:00 to 11:00",
      "b/cut old saw#1 08:00 to 12:00",
      "c/cut saw#1 11:00 to 13:00",
    ]);
  });

  test("setups follow the matrix by what the unit did before", () => {
    const setups = [
      { from: "black", to: "white", hours: 3 },
      { from: "white", to: "white", hours: 0 },
    ];
    const paint = (setupGroup: string) => ({ setup: 1, setupGroup });
    const jobs = [
      job("a", 1, paint("black")),
      job("b", 1, paint("white")),
      job("c", 1, paint("white")),
      job("d", 1, paint("black")),
    ];
    expect(rows({ workCenters: [{ ...saw, setups }], jobs })).toEqual([
      "a/cut saw#1 08:00 to 10:00",
      "b/cut saw#1 10:00 to 14:00",
      "c/cut saw#1 14:00 to 15:00",
      "d/cut saw#1 15:00 to 17:00",
    ]);
  });

  test("a fixed sequence is kept whatever the rule says, at the work centre it names", () => {
    const alternates = [{ workCenter: "old saw", run: 4 }];
    const jobs = [job("a", 3, { alternates }), job("b", 2)];
    const workCenters = [saw, { id: "old saw", shifts: CLOCK }];
    const sequence = [
      { job: "b", operation: "cut" },
      { job: "a", operation: "cut" },
    ];
    expect(rows({ workCenters, jobs, sequence })[0]).toBe("a/cut saw#1 10:00 to 13:00");
    const [first, second] = sequence;
    const named = [first!, { ...second!, workCenter: "old saw" }];
    expect(rows({ workCenters, jobs, sequence: named })[0]).toBe("a/cut old saw#1 08:00 to 12:00");
  });

  test("with infinite capacity nothing waits for units or tools", () => {
    const jobs = [job("a", 3, { tools: ["jig"] }), job("b", 2, { tools: ["jig"] })];
    expect(rows({ workCenters: [saw], tools: [{ id: "jig" }], jobs, infinite: true })).toEqual([
      "a/cut saw#– 08:00 to 11:00",
      "b/cut saw#– 08:00 to 10:00",
    ]);
  });
});

describe("Directions of finite loading", () => {
  const due = "2026-01-05T20:00";

  test("backward: as late as the due date and capacity allow", () => {
    const jobs = [job("a", 2, {}, { due }), job("b", 3, {}, { due })];
    expect(rows({ workCenters: [saw], jobs, direction: "backward" })).toEqual([
      "a/cut saw#1 15:00 to 17:00",
      "b/cut saw#1 17:00 to 20:00",
    ]);
  });

  test("backward: what does not fit before is begun as early as it can be and settled in order", () => {
    const jobs = [job("a", 9, {}, { due, rank: 1 }), job("b", 6, {}, { due, rank: 2 })];
    const schedule = finiteLoading({
      start,
      workCenters: [saw],
      jobs,
      direction: "backward",
      priority: "rank",
    });
    expect(rowsOf(schedule)).toEqual(["a/cut saw#1 08:00 to 17:00", "b/cut saw#1 17:00 to 23:00"]);
    expect(Array.from(schedule.jobs, ({ late }) => late)).toEqual([0, 180]);
  });

  test("backward: what does not end as drafted at its first choice is drafted at its alternate", () => {
    const shifts = (from: string, until: string) => [{ from, until }];
    const workCenters = [
      { id: "night", shifts: shifts("22:00", "06:00") },
      { id: "day", shifts: shifts("06:00", "14:00") },
    ];
    const alternates = [{ workCenter: "day" }];
    const turn = { id: "turn", workCenter: "night", run: 8, alternates };
    const input = {
      start: "2026-01-05T00:00",
      direction: "backward" as const,
      workCenters,
      jobs: [
        {
          id: "a",
          due: "2026-01-07T00:00",
          operations: [{ id: "turn", workCenter: "night", run: 60 }],
        },
        { id: "b", due: "2026-01-09T06:00", operations: [turn] },
      ],
    };
    // b is drafted at night, 8th 22:00 to 9th 06:00; a would begin too early and holds the night, in
    // order of drafted starts, until the 12th: 6 + 6 × 8 + 6 h. By the 9th 06:00 the day ends b on the 8th.
    const held = "a/turn night#1 00:00 to 12T04:00";
    expect(rows(input)).toEqual([held, "b/turn day#1 08T06:00 to 08T14:00"]);
    // What comes before it moves along: at night it would be coated on the 8th, by the day on the 7th.
    const coat = { id: "coat", days: 1 };
    const coated = { id: "b", due: "2026-01-09T06:00", operations: [coat, turn] };
    expect(rows({ ...input, jobs: [input.jobs[0]!, coated] })).toEqual([
      held,
      "b/coat –#– 07T00:00 to 08T00:00",
      "b/turn day#1 08T06:00 to 08T14:00",
    ]);
    // What ends as drafted stays: the alternate would end it earlier, which nobody asks for.
    const short = { ...input.jobs[0]!, operations: [{ ...turn, run: 30, alternates: [] }] };
    expect(rows({ ...input, jobs: [short, input.jobs[1]!] })).toEqual([
      "a/turn night#1 00:00 to 08T06:00",
      "b/turn night#1 08T22:00 to 09T06:00",
    ]);
  });

  test("bidirectional: the bottleneck as early as it can be, what comes before it as late, the rest after it", () => {
    const workCenters = [saw, { id: "drill", shifts: CLOCK }, { id: "oven", shifts: CLOCK }];
    const through = (id: string, cut: number, rank: number) => ({
      id,
      rank,
      operations: [
        { id: "cut", workCenter: "saw", run: cut },
        { id: "bake", workCenter: "oven", run: 4 },
        { id: "drill", workCenter: "drill", run: 1 },
      ],
    });
    const jobs = [through("a", 1, 1), through("b", 2, 2)];
    const input = {
      workCenters: workCenters.map((c) => ({ ...c, units: c.id === "saw" ? 2 : 1 })),
      jobs,
    };
    const both = { direction: "bidirectional", bottleneck: "oven", priority: "rank" } as const;
    expect(rows({ ...input, priority: "rank" })[3]).toBe("b/cut saw#2 08:00 to 10:00");
    expect(rows({ ...input, ...both })).toEqual([
      "a/cut saw#1 08:00 to 09:00",
      "a/bake oven#1 09:00 to 13:00",
      "a/drill drill#1 13:00 to 14:00",
      "b/cut saw#1 11:00 to 13:00",
      "b/bake oven#1 13:00 to 17:00",
      "b/drill drill#1 17:00 to 18:00",
    ]);
  });
});

describe("What cannot be scheduled", () => {
  const left = (input: Omit<FiniteLoadingInput, "start">) =>
    Array.from(
      finiteLoading({ start, ...input }).unscheduled,
      ({ job: id, operation, reason, waitsFor, lackingHours }) =>
        `${id}/${operation} ${reason} ${lackingHours}${waitsFor === null ? "" : ` after ${waitsFor.job}/${waitsFor.operation}`}`,
    );

  test("is what does not end within the horizon, with the hours it lacks, and what depends on it", () => {
    const jobs = [
      { ...job("a", 6) },
      {
        id: "b",
        operations: [
          { id: "cut", workCenter: "saw", run: 4 },
          { id: "drill", workCenter: "saw", run: 1 },
        ],
      },
      job("c", 1, {}, { materials: [{ job: "b" }] }),
      job("d", 2),
    ];
    const input = { workCenters: [{ id: "saw", shifts: DAY }], jobs, end: "2026-01-05T16:00" };
    expect(left(input)).toEqual([
      "b/cut horizon 2",
      "b/drill predecessor 1 after b/cut",
      "c/cut material 1 after b/cut",
    ]);
    // What is shorter and comes after it still fits.
    expect(rows(input)).toEqual(["a/cut saw#1 08:00 to 14:00", "d/cut saw#1 14:00 to 16:00"]);
  });

  test("is nothing that only the setup of the matrix carries over the end, backward: it begins earlier", () => {
    const setups = ["xy", "yx"].map(([from, to]) => ({ from: from!, to: to!, hours: 2 }));
    const made = (id: string, group: string, more: object = {}) => ({
      id,
      due: "2026-01-16T16:00",
      operations: [{ id: "cut", workCenter: "saw", run: 4, setupGroup: group }],
      ...more,
    });
    const input = {
      direction: "backward" as const,
      end: "2026-01-16T16:00",
      workCenters: [{ id: "saw", shifts: DAY, setups }],
      jobs: [made("a", "x"), made("b", "y")],
    };
    expect(left(input)).toEqual([]);
    expect(rows(input)).toEqual(["a/cut saw#1 16T08:00 to 16T14:00", "b/cut saw#1 08:00 to 12:00"]);
    // What brings its material then begins earlier too.
    const waits = { materials: [{ job: "b" }] };
    const chain = {
      ...input,
      jobs: [made("a", "x", waits), { ...made("b", "y"), due: undefined }],
    };
    expect(left(chain)).toEqual([]);
  });

  test.each([7e7, 1e12])("is what waits or is moved on beyond the calendar: %d hours", (hours) => {
    const directions = [
      { direction: "forward" },
      { direction: "backward" },
      { direction: "bidirectional", bottleneck: "saw" },
      { sequence: [{ job: "a", operation: "cut" }] },
    ] as const;
    for (const more of [{ wait: hours }, { move: hours }]) {
      const due = "2026-02-01T00:00";
      const jobs = [
        job("a", 1, more, { due }),
        job("b", 1, {}, { due, materials: [{ job: "a" }] }),
      ];
      for (const way of directions) {
        const sequence =
          "sequence" in way ? [...way.sequence, { job: "b", operation: "cut" }] : undefined;
        expect(left({ workCenters: [saw], jobs, ...way, ...(sequence && { sequence }) })).toEqual([
          "a/cut horizon 0",
          "b/cut material 1 after a/cut",
        ]);
      }
      const days = [{ id: "a", operations: [{ id: "coat", days: 2, ...more }] }];
      expect(left({ workCenters: [saw], jobs: days })).toEqual(["a/coat horizon 0"]);
    }
  });

  test.each([7e7, 1e15])(
    "is what queues beyond the calendar, alike from all ends: %d hours",
    (queue) => {
      const due = "2026-02-01T00:00";
      const workCenters = [saw, { id: "drill", shifts: CLOCK }];
      const drill = { id: "drill", workCenter: "drill", run: 1, queue };
      const drilled = (first: FiniteOperation) => ({ id: "a", due, operations: [first, drill] });
      const ways = [
        { direction: "forward" },
        { direction: "backward" },
        { direction: "bidirectional", bottleneck: "drill" },
      ] as const;
      for (const way of ways) {
        const cut = { id: "cut", workCenter: "saw", run: 1 };
        expect(left({ workCenters, jobs: [drilled(cut)], ...way })).toEqual(["a/drill horizon 1"]);
        const coat = { id: "coat", days: 2, calendar: "office" };
        const calendars = [{ id: "office", workingDays: ["mon", "tue"] as const }];
        const days = { workCenters, calendars, jobs: [drilled(coat)], ...way };
        expect(left(days)).toEqual(["a/drill horizon 1"]);
      }
    },
  );

  test("is nothing whose queue would have begun before its work centre first opened: it begins as early as it can", () => {
    const shifts = [{ from: "08:00", until: "16:00", validFrom: "2026-01-05" }];
    const operations = [
      { id: "cut", workCenter: "saw", run: 1 },
      { id: "drill", workCenter: "drill", run: 1, queue: 24 },
    ];
    const giver = { id: "a", due: "2026-01-07T16:00", operations };
    const office = { id: "office", workingDays: ["mon", "tue", "wed", "thu", "fri"] as const };
    const materials = [{ job: "a", days: 1, calendar: "office" }];
    const input = {
      direction: "backward" as const,
      workCenters: [saw, { id: "drill", shifts }],
      calendars: [office],
      jobs: [giver, job("b", 1, {}, { materials, due: "2026-01-09T16:00" })],
    };
    expect(left(input)).toEqual([]);
    expect(rows(input).slice(0, 2)).toEqual([
      "a/cut saw#1 08:00 to 09:00",
      "a/drill drill#1 08T09:00 to 08T10:00",
    ]);
  });

  test("is what needs material whose calendar has no such day", () => {
    const calendars = [
      { id: "none", workingDays: [], exceptions: [{ date: "2026-01-06", working: true }] },
      { id: "office", workingDays: ["mon", "tue"] as const },
    ];
    const materials = [{ job: "a", days: 1, calendar: "none" }];
    const coat = { id: "coat", days: 2, calendar: "office" };
    const jobs = [
      job("a", 1),
      job("b", 1, {}, { materials }),
      { id: "c", materials, operations: [coat] },
    ];
    expect(left({ workCenters: [saw], calendars, jobs })).toEqual([
      "b/cut horizon 1",
      "c/coat noWorkTime 0",
    ]);
  });

  test("is work longer than every shift that must be finished within one", () => {
    const center = { id: "saw", shifts: DAY, finishWithinShift: true };
    expect(left({ workCenters: [center], jobs: [job("a", 10), job("b", 1)] })).toEqual([
      "a/cut shiftTooShort 2",
    ]);
  });

  describe("is work longer than every shift that it can still use", () => {
    // Ten hours from the 6th on, by days of eight; a longer shift before or after helps only where
    // one could wait for it.
    const center = { id: "saw", shifts: DAY, finishWithinShift: true };
    const jobs = [job("a", 10, {}, { release: "2026-01-06T00:00" })];
    const long = [{ from: "06:00", until: "20:00" }];
    const at = (more: object, input: object = {}) =>
      left({ workCenters: [{ ...center, ...more }], jobs, overtime: true, ...input });
    const overtime = (from: string, until: string) => [{ from, until }];
    const end = "2026-02-01T00:00";
    const tooShort = ["a/cut shiftTooShort 2"];

    test("whatever overtime lies before its release, with and without a horizon", () => {
      const late = overtime("2026-01-05T16:00", "2026-01-05T22:00");
      expect(at({ overtime: late })).toEqual(tooShort);
      expect(at({ overtime: late }, { end })).toEqual(tooShort);
      const early = overtime("2026-01-05T05:00", "2026-01-05T08:00");
      expect(at({ overtime: early })).toEqual(tooShort);
      expect(at({ overtime: overtime("2026-01-07T05:00", "2026-01-07T08:00") })).toEqual([]);
    });

    test("whatever a day that is an exception was like before, or shifts that are over", () => {
      for (const date of ["2026-01-05", "2025-01-05"]) {
        expect(at({ exceptions: [{ date, shifts: long }] })).toEqual(tooShort);
      }
      const validTo = "2026-01-06";
      const shifts = [
        { ...long[0]!, validTo },
        { ...DAY[0]!, validFrom: validTo },
      ];
      expect(at({ shifts })).toEqual(tooShort);
      expect(at({ exceptions: [{ date: "2026-01-07", shifts: long }] })).toEqual([]);
    });

    test("but not where a later horizon would help", () => {
      const exceptions = [{ date: "2026-03-05", shifts: long }];
      expect(at({ exceptions }, { end })).toEqual(["a/cut horizon 10"]);
      expect(at({ overtime: overtime("2026-03-05T16:00", "2026-03-05T22:00") }, { end })).toEqual([
        "a/cut horizon 10",
      ]);
    });

    test("of the shift in which it is, what is left", () => {
      // Five hours from 12:00 on: four are left of the day's eight, and four has every day after it.
      const shifts = [{ from: "08:00", until: "12:00" }];
      const exceptions = [{ date: "2026-01-05", shifts: DAY }];
      const late = [job("a", 5, {}, { release: "2026-01-05T12:00" })];
      expect(at({ shifts, exceptions }, { jobs: late })).toEqual(["a/cut shiftTooShort 1"]);
    });

    test("but not where it was only kept back, backward: it begins earlier", () => {
      const exceptions = ["2026-01-06", "2026-01-07"].map((date) => ({ date, shifts: long }));
      // b is drafted on the 7th from 10:00 to 20:00, but that day a, late, must take from 06:00 to 18:00.
      const both = [
        job("a", 12, {}, { release: "2026-01-07T00:00", due: "2026-01-06T00:00" }),
        job("b", 10, {}, { due: "2026-01-07T20:00" }),
      ];
      const input = { jobs: both, direction: "backward" as const };
      expect(at({ exceptions }, input)).toEqual([]);
      expect(rows({ workCenters: [{ ...center, exceptions }], ...input })[1]).toBe(
        "b/cut saw#1 06T06:00 to 06T16:00",
      );
    });

    test("with the setup that the matrix asks of it", () => {
      const setups = [{ from: "x", to: "y", hours: 3 }];
      const made = (id: string, setupGroup: string) =>
        job(id, 6, { setupGroup }, { due: `2026-01-0${id}T00:00` });
      const input = { jobs: [made("6", "x"), made("7", "y")] };
      expect(at({ setups }, input)).toEqual(["7/cut shiftTooShort 1"]);
      const sequence = ["6", "7"].map((id) => ({ job: id, operation: "cut" }));
      expect(at({ setups }, { ...input, sequence })).toEqual(["7/cut shiftTooShort 1"]);
    });
  });

  test("is work at a centre that does not open again", () => {
    const shifts = [{ from: "08:00", until: "16:00", validTo: "2026-01-06" }];
    expect(left({ workCenters: [{ id: "saw", shifts }], jobs: [job("a", 10)] })).toEqual([
      "a/cut noWorkTime 2",
    ]);
  });

  test("leaves the job without an end, and the schedule with that of the rest", () => {
    const schedule = finiteLoading({
      start,
      end: "2026-01-05T10:00",
      workCenters: [saw],
      jobs: [job("a", 1, {}, { due: start }), job("b", 4, {}, { due: start })],
    });
    expect(Array.from(schedule.jobs, ({ id, end, late }) => [id, end, late])).toEqual([
      ["a", "2026-01-05T09:00", 60],
      ["b", null, null],
    ]);
    expect([schedule.end, schedule.makespan]).toEqual(["2026-01-05T09:00", 60]);
  });
});

describe("The load of a finite schedule", () => {
  test("lies where its operations do; what has no place stands apart", () => {
    const shifts = [{ from: "08:00", until: "16:00" }];
    const schedule = finiteLoading({
      start: "2026-01-05T00:00",
      end: "2026-01-08T00:00",
      workCenters: [{ id: "saw", shifts, utilization: "1/2" }],
      jobs: [
        { id: "a", operations: [{ id: "cut", workCenter: "saw", setup: 3, run: 9 }] },
        { id: "b", operations: [{ id: "cut", workCenter: "saw", run: 13 }] },
        { id: "c", operations: [{ id: "coat", days: 1 }] },
      ],
    });
    const { rows, neverDone } = loadProfile(schedule, { bucket: "day" });
    expect(
      Array.from(rows, ({ from, load, setup, capacity }) => `${from} ${load} ${setup} ${capacity}`),
    ).toEqual(["2026-01-05 8 2 4", "2026-01-06 4 1 4"]);
    expect(neverDone.map(({ workCenter, load }) => `${workCenter} ${load}`)).toEqual(["saw 13"]);
  });

  test("lacks all the hours beyond the horizon, however many, at a work centre that opens every day", () => {
    const lacking = (run: number) =>
      Array.from(
        finiteLoading({
          start: "2026-01-05T00:00",
          workCenters: [{ id: "saw", shifts: DAY }],
          jobs: [job("a", run)],
        }).unscheduled,
        ({ reason, lackingHours }) => `${reason} ${lackingHours}`,
      );
    const open = 508_384;
    expect(lacking(600_000)).toEqual([`horizon ${600_000 - open}`]);
    expect(lacking(1e9)).toEqual([`horizon ${1e9 - open}`]);
    expect(lacking(2e10)).toEqual([`horizon ${2e10 - open}`]);
    expect(lacking(1e12)).toEqual([`horizon ${1e12 - open}`]);
    expect(lacking(1e280)[0]).toMatch(/^horizon /);
  });
});
