import { finiteLoading } from "orlicky/capacity";
import { formatPath, type Issue } from "orlicky/core";
import { describe, expect, test } from "vitest";

const shifts = [{ from: "08:00", until: "16:00" }];
const workCenters = [
  { id: "drill", shifts },
  { id: "saw", shifts },
];
const sound = {
  start: "2026-01-05T08:00",
  workCenters,
  jobs: [{ id: "a", operations: [{ id: "cut", workCenter: "saw", run: 1 }] }],
};

/** Everything for which an input is refused: path and code, and what the message says. */
function issuesOf(input: unknown): readonly Issue[] {
  try {
    finiteLoading(input as Parameters<typeof finiteLoading>[0]);
  } catch (error) {
    const { name, issues } = error as { name: string; issues: readonly Issue[] };
    expect(name).toBe("PlanningInputError");
    return issues;
  }
  return [];
}

const refusals = (input: unknown): string[] =>
  issuesOf(input).map(({ path, code }) => `${formatPath(path)} ${code}`);

const withOperations = (...operations: object[]) => ({ ...sound, jobs: [{ id: "a", operations }] });

/** A list of which the first entry cannot be read. */
const unreadable = (): unknown[] =>
  Object.defineProperty([], "0", {
    get: () => {
      throw new Error("This cannot be read.");
    },
  });

describe("Finite loading refuses, all at once and each by name,", () => {
  test("rows that cannot be read, once each, and lists that nobody may ask", () => {
    const rows = { ...sound, jobs: unreadable(), workCenters: unreadable() };
    expect(refusals(rows)).toEqual(["workCenters[0] invalidType", "jobs[0] invalidType"]);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(refusals({ ...sound, jobs: proxy })).toEqual(["jobs invalidType"]);
  });

  test("what is not there or of another kind", () => {
    expect(refusals(sound)).toEqual([]);
    expect(refusals(undefined)).toEqual(["(input) missingField"]);
    expect(refusals({})).toEqual([
      "start missingField",
      "workCenters missingField",
      "jobs missingField",
    ]);
    expect(
      refusals({
        start: "2026-01-05",
        end: "2026-01-05T25:00",
        workCenters: [{ id: "saw", shifts: [], units: 0 }],
        tools: [{ id: "jig", units: 0 }, { id: "jig" }],
        calendars: [{ id: "office", workingDays: ["monday"] }],
        jobs: [{ id: "", rank: 0.5, release: 5, due: "soon", operations: [] }],
        direction: "sideways",
        priority: "first",
        infinite: 1,
        colour: "red",
      }),
    ).toEqual([
      "colour unknownField",
      "start invalidDate",
      "end invalidDate",
      "tools[0].units outOfRange",
      "calendars[0].workingDays[0] outOfRange",
      "direction outOfRange",
      "priority outOfRange",
      "infinite invalidType",
      "tools[1].id duplicateId",
      "workCenters[0].units outOfRange",
      "workCenters[0].shifts missingField",
      "jobs[0].id invalidType",
      "jobs[0].operations outOfRange",
      "jobs[0].rank invalidType",
      "jobs[0].release invalidType",
      "jobs[0].due invalidDate",
    ]);
  });

  test("negative times", () => {
    const operations = [
      { id: "cut", workCenter: "lathe", setup: -1, run: "x", queue: "-1/2", tools: ["jig"] },
      { id: "go", workCenter: "saw", split: 0, teardown: null, wait: -1, move: Number.NaN },
      { id: "plate", days: -1, calendar: "moon" },
    ];
    expect(refusals(withOperations(...operations))).toEqual([
      "jobs[0].operations[0].setup outOfRange",
      "jobs[0].operations[0].run invalidQuantity",
      "jobs[0].operations[0].queue outOfRange",
      "jobs[0].operations[1].wait outOfRange",
      "jobs[0].operations[1].move invalidQuantity",
      "jobs[0].operations[1].split outOfRange",
      "jobs[0].operations[1].teardown invalidType",
      "jobs[0].operations[2].days outOfRange",
    ]);
  });

  test("ids that nothing has, where the rows are sound", () => {
    const operations = [
      { id: "cut", workCenter: "lathe", tools: ["jig"] },
      { id: "go", workCenter: "saw", after: ["mill"], alternates: [{ workCenter: "lathe" }] },
      { id: "plate", days: 1, calendar: "moon" },
    ];
    const jobs = [{ id: "a", operations, materials: [{ job: "z", calendar: "moon" }] }];
    const centers = [...workCenters, { id: "press", shifts, calendar: "moon" }];
    const settings = { direction: "bidirectional", bottleneck: "lathe" };
    expect(refusals({ ...sound, workCenters: centers, jobs, ...settings })).toEqual([
      "workCenters[2].calendar unknownId",
      "jobs[0].operations[0].workCenter unknownId",
      "jobs[0].operations[0].tools[0] unknownId",
      "jobs[0].operations[1].alternates[0].workCenter unknownId",
      "jobs[0].operations[2].calendar unknownId",
      "jobs[0].operations[1].after[0] unknownId",
      "jobs[0].materials[0].calendar unknownId",
      "jobs[0].materials[0].job unknownId",
      "bottleneck unknownId",
    ]);
  });

  test("no id because the row that has it is wrong", () => {
    const cut = { id: "cut", workCenter: "saw", run: 1, tools: ["jig"] };
    const plate = { id: "plate", days: 1, calendar: "office" };
    const jobs = [
      { id: "a", operations: [cut, plate], materials: [{ job: "b" }] },
      { id: "b", operations: [cut], colour: "red" },
    ];
    const wrong = {
      ...withOperations(cut, plate),
      jobs,
      workCenters: [{ id: "saw", shifts, effciency: 1, calendar: "office" }],
      tools: [{ id: "jig", units: 0 }],
      calendars: [{ id: "office", workingDays: ["monday"] }],
      direction: "bidirectional",
      bottleneck: "saw",
    };
    expect(refusals(wrong)).toEqual([
      "tools[0].units outOfRange",
      "calendars[0].workingDays[0] outOfRange",
      "workCenters[0].effciency unknownField",
      "jobs[1].colour unknownField",
    ]);
  });

  test("operations that are nowhere, or in two ways at once", () => {
    const operations = [
      { id: "cut" },
      { id: "plate", days: 1, workCenter: "saw", run: 1, tools: [] },
      {
        id: "drill",
        workCenter: "saw",
        calendar: "office",
        split: 2,
        overlap: { firstBatch: 1, lastBatch: 1 },
      },
      { id: "mill", workCenter: "saw", alternates: [{ workCenter: "saw" }] },
    ];
    const calendars = [{ id: "office" }];
    expect(refusals({ ...withOperations(...operations), calendars })).toEqual([
      "jobs[0].operations[0].workCenter missingField",
      "jobs[0].operations[1].days contradiction",
      "jobs[0].operations[1].run contradiction",
      "jobs[0].operations[1].tools contradiction",
      "jobs[0].operations[2].calendar contradiction",
      "jobs[0].operations[2].overlap contradiction",
      "jobs[0].operations[3].alternates[0].workCenter contradiction",
    ]);
  });

  test("operations and jobs that wait for themselves, with the ids round", () => {
    const operations = [
      { id: "a", workCenter: "saw", after: ["c"] },
      { id: "b", workCenter: "saw" },
      { id: "c", workCenter: "saw" },
    ];
    const [issue] = issuesOf(withOperations(...operations));
    expect([issue?.code, issue?.circle]).toEqual(["contradiction", ["a", "b", "c", "a"]]);
    const needing = (id: string, job: string) => ({ ...sound.jobs[0]!, id, materials: [{ job }] });
    const [second] = issuesOf({ ...sound, jobs: [needing("a", "b"), needing("b", "a")] });
    expect([second?.code, second?.circle]).toEqual(["contradiction", ["a", "b", "a"]]);
    expect(refusals({ ...sound, jobs: [needing("a", "z")] })).toEqual([
      "jobs[0].materials[0].job unknownId",
    ]);
  });

  test("ids that stand twice", () => {
    const cut = { id: "cut", workCenter: "saw" };
    const twice = {
      ...sound,
      workCenters: [...workCenters, workCenters[0]],
      jobs: [
        { id: "a", operations: [cut, cut] },
        { id: "a", operations: [{ ...cut, after: [] }] },
      ],
    };
    expect(refusals(twice)).toEqual([
      "workCenters[2].id duplicateId",
      "jobs[0].operations[1].id duplicateId",
      "jobs[1].id duplicateId",
    ]);
  });

  test("ids that stand twice, also beside other mistakes", () => {
    const cut = { id: "cut", workCenter: "saw", run: -1 };
    const twice = {
      ...sound,
      workCenters: [{ id: "saw", shifts, units: 0 }, { id: "saw" }, null],
      jobs: [{ id: "a", operations: [cut, null, cut] }],
    };
    expect(refusals(twice)).toEqual([
      "workCenters[0].units outOfRange",
      "workCenters[1].shifts missingField",
      "workCenters[2] invalidType",
      "workCenters[1].id duplicateId",
      "jobs[0].operations[0].run outOfRange",
      "jobs[0].operations[1] invalidType",
      "jobs[0].operations[2].run outOfRange",
      "jobs[0].operations[2].id duplicateId",
    ]);
  });

  test("one work centre for an operation twice, also where it is wrong", () => {
    const cut = { id: "cut", workCenter: "saw", alternates: [{ workCenter: "saw" }] };
    const wrong = { ...withOperations(cut), workCenters: [{ id: "saw", shifts, units: 0 }] };
    expect(refusals(wrong)).toEqual([
      "workCenters[0].units outOfRange",
      "jobs[0].operations[0].alternates[0].workCenter contradiction",
    ]);
  });

  test("last batches at operations that do not come next, or at too few of those that do", () => {
    const lastBatch = [{ operation: "c", hours: 1 }];
    const operations = [
      { id: "a", workCenter: "saw", run: 2, overlap: { firstBatch: 1, lastBatch } },
      { id: "b", workCenter: "drill" },
      { id: "c", workCenter: "drill" },
    ];
    expect(refusals(withOperations(...operations))).toEqual([
      "jobs[0].operations[0].overlap.lastBatch unknownId",
      "jobs[0].operations[0].overlap.lastBatch missingField",
    ]);
  });

  test("settings that do not go together", () => {
    expect(refusals({ ...sound, end: sound.start })).toEqual(["end contradiction"]);
    expect(refusals({ ...sound, direction: "bidirectional" })).toEqual(["bottleneck missingField"]);
    expect(refusals({ ...sound, bottleneck: "lathe" })).toEqual(["bottleneck contradiction"]);
    expect(
      refusals({ ...sound, direction: "bidirectional", bottleneck: "saw", infinite: true }),
    ).toEqual(["infinite contradiction"]);
    expect(refusals({ ...sound, direction: "backward" })).toEqual(["jobs[0].due missingField"]);
    expect(refusals({ ...sound, direction: "backward", end: "2026-02-01T00:00" })).toEqual([]);
    const sequence = [{ job: "a", operation: "cut" }];
    expect(refusals({ ...sound, sequence, infinite: true, direction: "backward" })).toEqual([
      "sequence contradiction",
      "sequence contradiction",
    ]);
  });

  test("a sequence that is none of these operations in an order that can be", () => {
    const operations = [
      { id: "cut", workCenter: "saw" },
      { id: "plate", days: 1 },
      { id: "drill", workCenter: "drill", alternates: [{ workCenter: "saw" }] },
    ];
    const jobs = [
      { id: "a", operations },
      { id: "b", operations: operations.slice(0, 1), materials: [{ job: "a" }] },
    ];
    const of = (...sequence: [string, string, string?][]) =>
      refusals({
        ...sound,
        jobs,
        sequence: sequence.map(([job, operation, workCenter]) => ({ job, operation, workCenter })),
      });
    expect(of(["a", "cut"], ["a", "drill", "saw"], ["b", "cut"])).toEqual([]);
    expect(of(["a", "drill"], ["a", "cut"], ["b", "cut"])).toEqual(["sequence[0] contradiction"]);
    expect(of(["b", "cut"], ["a", "cut"], ["a", "drill"])).toEqual(["sequence[0] contradiction"]);
    expect(
      of(["a", "cut"], ["a", "cut", "drill"], ["a", "plate"], ["z", "cut"], ["b", "mill"]),
    ).toEqual([
      "sequence[1].workCenter contradiction",
      "sequence[1].operation duplicateId",
      "sequence[2].operation contradiction",
      "sequence[3].job unknownId",
      "sequence[4].operation unknownId",
      "sequence contradiction",
      "sequence contradiction",
    ]);
  });

  test("a hundred thousand bad rows, of which it tells the first thousand and how many there are", () => {
    const jobs = Array.from({ length: 100_000 }, (_, n) => ({
      id: `${n}`,
      operations: [{ id: "cut", workCenter: "lathe" }],
    }));
    const issues = issuesOf({ ...sound, jobs });
    expect(issues.length).toBe(1001);
    expect(issues.at(-1)).toMatchObject({ code: "moreMistakes", count: 99_000 });
  });

  test("what cannot be read", () => {
    const row = {
      get id(): string {
        throw new Error("mine");
      },
    };
    expect(refusals({ ...sound, jobs: [row] })).toEqual(["jobs[0] invalidType"]);
    expect(refusals({ ...sound, jobs: [null, 5] })).toEqual([
      "jobs[0] invalidType",
      "jobs[1] invalidType",
    ]);
  });
});
