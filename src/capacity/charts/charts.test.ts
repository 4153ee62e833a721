import { describe, expect, test } from "vitest";
import { renderChart } from "../../../test/support/render-chart.js";
import { PlanningInputError } from "../../core/index.js";
import { finiteLoading } from "../finite/index.js";
import { roughCutByBills } from "../rough-cut/index.js";
import { ganttChart, ganttMermaid, ganttRows, loadChart, loadMermaid } from "./index.js";

const shifts = [{ from: "08:00", until: "16:00" }];

const schedule = finiteLoading({
  start: "2026-01-05T08:00",
  workCenters: [
    { id: "saw", shifts, units: 2 },
    { id: "drill", shifts },
  ],
  jobs: ["A", "B", "C"].map((id, rank) => ({
    id,
    rank,
    due: id === "C" ? "2026-01-05T09:00" : "2026-01-09T00:00",
    operations: [
      { id: "10", workCenter: "saw", run: 2 },
      { id: "20", workCenter: "drill", run: 1.5 },
      { id: "30", days: 1 },
    ],
  })),
  priority: "rank",
});

const load = roughCutByBills({
  schedule: [{ item: "radio", quantities: [450, 890], pastDue: 10 }],
  bills: [
    { item: "radio", resource: "assembly", amount: 0.3 },
    { item: "radio", resource: "test", amount: 0.1 },
  ],
  resources: [{ id: "assembly", capacity: 160 }, { id: "test" }],
});

/** Ids that would do harm if they were taken for anything but texts. */
const HOSTILE = [
  'a"]; n0 -->|x| evil["',
  "section 5",
  "2026-01-05",
  "a:crit, 2026-01-01T00:00, 1h",
  "%% a\nclick b",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "toString",
  "datum.isLate ? 1 : 2",
  "",
];

/** Paths of the mistakes of a call. */
function mistakes(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(PlanningInputError);
    return (error as PlanningInputError).issues.map(({ path }) => path.join("."));
  }
  return [];
}

/** How many shapes the picture has of a mark. */
function marks(svg: string, mark: "bar" | "tick"): number {
  return svg.split(`aria-roledescription="${mark}"`).length - 1;
}

describe("Rows of a Gantt chart", () => {
  test("stand by work centre, unit and time; what takes no work centre stands last", () => {
    const rows = ganttRows(schedule);
    expect(rows.map(({ lane, job, start }) => `${lane}: ${job} ${start}`)).toEqual([
      "drill: A 2026-01-05T10:00",
      "drill: B 2026-01-05T11:30",
      "drill: C 2026-01-05T13:00",
      "saw 1: A 2026-01-05T08:00",
      "saw 1: C 2026-01-05T10:00",
      "saw 2: B 2026-01-05T08:00",
      "elsewhere 1: A 2026-01-06T00:00",
      "elsewhere 2: B 2026-01-06T00:00",
      "elsewhere 3: C 2026-01-06T00:00",
    ]);
    expect(rows.filter(({ isLate }) => isLate).map(({ job }) => job)).toEqual(["C", "C", "C"]);
  });

  test("have lanes that are never named alike, whatever the ids of the work centres are", () => {
    const shifts = [{ from: "06:00", until: "14:00" }];
    const clashing = finiteLoading({
      start: "2026-01-05T06:00",
      workCenters: [
        { id: "saw", shifts, units: 2 },
        { id: "saw 1", shifts },
        { id: "saw (2)", shifts },
        { id: "elsewhere", shifts },
      ],
      jobs: ["saw", "saw", "saw 1", "saw (2)", "elsewhere"].map((workCenter, n) => ({
        id: `${n}`,
        operations: [{ id: "10", workCenter, run: 2 }, ...(n === 0 ? [{ id: "20", days: 1 }] : [])],
      })),
    });
    expect(ganttRows(clashing).map(({ lane, job }) => `${lane}: ${job}`)).toEqual([
      "elsewhere: 4",
      "saw ((1)): 0",
      "saw ((2)): 1",
      "saw (2): 3",
      "saw 1: 2",
      "(elsewhere): 0",
    ]);
    const lanes = ganttChart(clashing).data.values.map(({ lane }) => lane);
    expect(new Set(lanes).size).toBe(6);
    expect(ganttMermaid(clashing).match(/section .*/g)).toHaveLength(6);
  });

  test("are the same after the schedule went through JSON", () => {
    const { operations, jobs } = JSON.parse(JSON.stringify(schedule));
    expect(ganttRows({ operations, jobs })).toEqual(ganttRows(schedule));
  });
});

describe("A Gantt chart in Vega-Lite", () => {
  test("is compiled without a warning, and drawn with a bar for each row", async () => {
    const { svg, warnings } = await renderChart(ganttChart(schedule));
    expect(warnings).toEqual([]);
    expect(marks(svg, "bar")).toBe(9);
    for (const text of ["saw 1", "saw 2", "drill", "elsewhere", "job"]) expect(svg).toContain(text);
  });

  test("is drawn alike each time, and is plain data", async () => {
    const spec = ganttChart(schedule);
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect((await renderChart(spec)).svg).toBe((await renderChart(ganttChart(schedule))).svg);
  });

  test("shows times as they are written, whatever the clock of the machine", () => {
    const { encoding, data } = ganttChart(schedule) as never as {
      encoding: { x: { scale: { type: string } } };
      data: { format: { parse: { start: string } } };
    };
    expect(encoding.x.scale.type).toBe("utc");
    expect(data.format.parse.start).toBe("utc:'%Y-%m-%dT%H:%M'");
  });

  test("takes any text for an id", async () => {
    const operations = HOSTILE.map((id) => ({
      job: id,
      operation: id,
      workCenter: id,
      unit: 1,
      part: 1,
      start: "2026-01-05T08:00",
      end: "2026-01-05T09:00",
    }));
    const hostile = { operations, jobs: HOSTILE.map((id) => ({ id, late: null })) };
    const { svg, warnings } = await renderChart(ganttChart(hostile));
    expect(warnings).toEqual([]);
    expect(marks(svg, "bar")).toBe(HOSTILE.length);
    expect(svg).not.toContain("<script>");
  });

  test("of an empty schedule is an empty chart", async () => {
    const { svg } = await renderChart(ganttChart({ operations: [], jobs: [] }));
    expect(marks(svg, "bar")).toBe(0);
  });
});

describe("A chart of load in Vega-Lite", () => {
  test("has for each bucket what fits, and the overload on top of it", () => {
    const { values } = loadChart(load).data;
    expect(
      values.map(({ lane, bucket, part, hours }) => `${lane} ${bucket} ${part} ${hours}`),
    ).toEqual([
      "assembly past due past due 3",
      "assembly 1 load 135",
      "assembly 2 load 160",
      "assembly 2 overload 107",
      "test past due past due 1",
      "test 1 load 45",
      "test 2 load 89",
    ]);
  });

  test("is compiled without a warning, and drawn with its bars and the capacity", async () => {
    const { svg, warnings } = await renderChart(loadChart(load));
    expect(warnings).toEqual([]);
    expect(marks(svg, "bar")).toBe(7);
    // Of two buckets the capacity is known.
    expect(marks(svg, "tick")).toBe(2);
    for (const text of ["assembly", "test", "past due", "overload"]) expect(svg).toContain(text);
  });

  test("says what is counted: hours, or the unit of a resource", async () => {
    const yard = { resource: "yard", from: null, period: 1, load: 2, capacity: 3 };
    const saw = { workCenter: "saw", from: "2026-01-05", load: 1, capacity: 2 };
    const { svg } = await renderChart(loadChart({ rows: [{ ...yard, unit: "m²" }, saw] }));
    for (const unit of ["m²", "hours"]) expect(svg).toContain(`>${unit}</text>`);
  });

  test("takes any text for an id", async () => {
    const rows = HOSTILE.map((id) => ({
      workCenter: id,
      from: "2026-01-05",
      load: 2,
      capacity: 1,
    }));
    const { svg, warnings } = await renderChart(loadChart({ rows }));
    expect(warnings).toEqual([]);
    expect([marks(svg, "bar"), marks(svg, "tick")]).toEqual([2 * HOSTILE.length, HOSTILE.length]);
    expect(svg).not.toContain("<script>");
  });

  test("tells work centres of one name at two sites apart", () => {
    const row = { workCenter: "saw", from: "2026-01-05", load: 1, capacity: 2 };
    const rows = [
      { ...row, site: "north" },
      { ...row, site: "south" },
    ];
    expect(loadChart({ rows }).data.values.map(({ lane }) => lane)).toEqual([
      "saw (north)",
      "saw (south)",
    ]);
  });
});

describe("The same in Mermaid", () => {
  test("is a section for each lane, and marks late jobs", () => {
    expect(ganttMermaid(schedule).split("\n").slice(0, 7)).toEqual([
      "gantt",
      "  dateFormat YYYY-MM-DDTHH:mm",
      "  axisFormat %m-%d %H:%M",
      "  section drill",
      "  A 10 :2026-01-05T10:00, 2026-01-05T11:30".replace("10 :", "20 :"),
      "  B 20 :2026-01-05T11:30, 2026-01-05T13:00",
      "  C 20 :crit, 2026-01-05T13:00, 2026-01-05T14:30",
    ]);
  });

  test("is a chart for each resource, without a line where a capacity is not known", () => {
    expect(loadMermaid(load).map(({ text }) => text.split("\n"))).toEqual([
      [
        "xychart-beta",
        '  title "assembly"',
        '  x-axis ["past due", "1", "2"]',
        '  y-axis "hours" 0 --> 267',
        "  bar [3, 135, 267]",
        "  line [0, 160, 160]",
      ],
      [
        "xychart-beta",
        '  title "test"',
        '  x-axis ["past due", "1", "2"]',
        '  y-axis "hours" 0 --> 89',
        "  bar [1, 45, 89]",
      ],
    ]);
  });

  test("lets no id end a label or begin a statement", () => {
    const operations = HOSTILE.map((id) => ({
      job: id,
      operation: id,
      workCenter: id,
      unit: 1,
      part: 1,
      start: "2026-01-05T08:00",
      end: "2026-01-05T09:00",
    }));
    const jobs = HOSTILE.map((id) => ({ id, late: null }));
    const [, , , ...lines] = ganttMermaid({ operations, jobs }).split("\n");
    const task =
      /^ {2}(?:\p{L}|#\d+;)(?:[\p{L}\p{M}\p{N} ._/-]|#\d+;)* :2026-01-05T08:00, 2026-01-05T09:00$/u;
    const section = /^ {2}section (?:[\p{L}\p{M}\p{N} ._/-]|#\d+;)*$/u;
    expect(lines).toHaveLength(2 * HOSTILE.length);
    for (const line of lines) expect(line).toMatch(line.startsWith("  section ") ? section : task);
    const tasks = lines.filter((line) => line.endsWith("2026-01-05T09:00"));
    expect(tasks).toHaveLength(HOSTILE.length);
    expect(tasks.filter((line) => line.startsWith("  section"))).toEqual([]);
    const rows = HOSTILE.map((id) => ({
      workCenter: id,
      unit: id,
      from: "2026-01-05",
      load: 1,
      capacity: null,
    }));
    for (const { text } of loadMermaid({ rows })) {
      expect(text.split("\n")).toHaveLength(5);
      expect(text.split("\n")[1]).toMatch(/^ {2}title "[^"\n;]*(?:#\d+;[^"\n;]*)*"$/);
      expect(text.split("\n")[3]).toMatch(/^ {2}y-axis "[^"\n;]*(?:#\d+;[^"\n;]*)*" 0 --> 1$/);
    }
  });
});

describe("A chart of load refuses", () => {
  test("rows that cannot be read", () => {
    const load = {
      rows: [],
      get pastDue(): never {
        throw new Error("This cannot be read.");
      },
    };
    expect(() => loadChart(load)).toThrow(PlanningInputError);
  });

  const row = { workCenter: "saw", from: "2026-01-05", load: 1, capacity: 2 };

  test.each([
    ["a row without a name", { rows: [{ ...row, workCenter: undefined }] }, "rows.0.workCenter"],
    ["a bucket that is no day", { rows: [row, { ...row, from: "garbage" }] }, "rows.1.from"],
    ["a bucket with neither day nor number", { rows: [{ ...row, from: null }] }, "rows.0.period"],
    ["past due of no name", { rows: [row], pastDue: [{ load: 1 }] }, "pastDue.0.workCenter"],
  ])("%s", (_, load, path) => {
    for (const draw of [loadChart, loadMermaid]) {
      expect(mistakes(() => draw(load as never))).toEqual([path]);
    }
  });
});

describe("A Gantt chart refuses", () => {
  const operation = {
    job: "A",
    operation: "10",
    workCenter: "saw",
    unit: 1,
    part: 1,
    start: "2026-01-05T08:00",
    end: "2026-01-05T08:00",
  };
  const jobs = [{ id: "A", late: null }];

  test("an operation of a job that is not there, and one that ends before it starts", () => {
    const operations = [
      operation,
      { ...operation, job: "B" },
      { ...operation, end: "2026-01-05T07:59" },
    ];
    for (const draw of [ganttRows, ganttChart, ganttMermaid]) {
      expect(mistakes(() => draw({ operations, jobs }))).toEqual([
        "operations.1.job",
        "operations.2.end",
      ]);
      expect(() => draw({ operations: [operation], jobs })).not.toThrow();
    }
  });
});

describe("A chart refuses", () => {
  test.each([
    ["nothing", undefined],
    ["a list", []],
    ["rows that are none", { rows: [1], operations: [1], jobs: [] }],
    ["times that are no texts", { rows: 7, operations: [{ job: "A" }], jobs: [] }],
  ])("%s", (_, argument) => {
    for (const draw of [loadChart, loadMermaid, ganttRows, ganttChart, ganttMermaid]) {
      expect(() => draw(argument as never)).toThrow(PlanningInputError);
    }
  });
});
