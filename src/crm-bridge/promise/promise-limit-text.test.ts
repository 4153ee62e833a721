import {
  acceptPromise,
  Decimal,
  PlanningInputError,
  type PromiseLimit,
  planRequirements,
  promiseDelivery,
  promiseLimitText,
} from "orlicky";
import { describe, expect, test } from "vitest";

const job = { item: "bike", site: "main", segment: null, order: "9", supply: null } as const;
const part = { item: "wheel", site: "main", segment: null, kind: "material" } as const;

const WORDS: readonly (readonly [PromiseLimit, string])[] = [
  [{ kind: "past", date: "2026-01-05" }, "It is wanted before the planning start, 2026-01-05."],
  [{ kind: "horizon", date: "2026-02-27" }, "Nothing is promised after 2026-02-27."],
  [{ kind: "hold", customer: "Bell" }, "The customer Bell is on hold."],
  [
    { kind: "quota", row: 1, left: new Decimal(3) },
    "The quota quotas.rows[1] leaves 3 for that day.",
  ],
  [{ kind: "quota", row: null, left: new Decimal(0) }, "No quota is for it on that day."],
  [
    { ...part, order: "7", supply: null, date: "2026-01-15", because: { kind: "leadTime" } },
    "It waits for an order of wheel at main, there on 2026-01-15: its lead time from the planning start.",
  ],
  [
    {
      ...{ ...part, order: null, supply: "po" },
      ...{ date: null, because: { kind: "supply", supply: "po" } },
    },
    "It waits for po (wheel at main), never there: an open supply.",
  ],
  [
    {
      ...{ ...part, order: null, supply: null, date: null },
      because: {
        ...{ kind: "uncovered", item: "wheel", site: "main", segment: null },
        method: "reorderPoint",
      },
    },
    "It waits for stock of wheel at main, never there: nothing covers it within the horizon, and as reorderPoint it is not ordered for needs.",
  ],
  [
    { ...job, kind: "workCenter", workCenter: "saw", operation: "10", until: "2026-01-09 12:00" },
    "It waits for an order of bike at main, for whose operation 10 no unit of saw is free before 2026-01-09 12:00.",
  ],
  [
    { ...job, kind: "tool", tools: ["jig", "die"], operation: "10", until: "2026-01-09 12:00" },
    "It waits for an order of bike at main, whose operation 10 has a tool (jig, die) on 2026-01-09 12:00 only.",
  ],
  [
    { ...job, kind: "shift", workCenter: "saw", operation: "10", until: "2026-01-09 08:00" },
    "It waits for an order of bike at main, whose operation 10 fits into a shift of saw on 2026-01-09 08:00 only.",
  ],
  [
    { ...job, kind: "held", date: "2026-01-09" },
    "It waits for an order of bike at main, which is held to 2026-01-09.",
  ],
  [
    { ...job, kind: "ownTime", order: null, supply: "wo" },
    "It waits for wo (bike at main), whose operations take that long from the planning start.",
  ],
  [
    { ...job, kind: "unscheduled", operation: null },
    "It waits for an order of bike at main, which has no place within the horizon.",
  ],
  [
    { ...job, kind: "unscheduled", operation: "20" },
    "It waits for an order of bike at main, whose operation 20 has no place within the horizon.",
  ],
];

/** What a limit is refused for. */
function issuesOf(limit: unknown): string[] {
  try {
    promiseLimitText(limit as never);
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
  return [];
}

describe("Promise: what limits it, in words", () => {
  test.each(WORDS)("%j", (limit, text) => {
    expect(promiseLimitText(limit)).toBe(text);
  });

  test.each(WORDS)("%j says the same when it was written and read back", (limit, text) => {
    expect(promiseLimitText(JSON.parse(JSON.stringify(limit)))).toBe(text);
  });

  test.each<[unknown, string[]]>([
    [{}, ["invalidType limit"]],
    [0, ["invalidType limit"]],
    ["x", ["invalidType limit"]],
    [[], ["invalidType limit"]],
    [null, ["invalidType limit"]],
    [undefined, ["invalidType limit"]],
    [{ kind: "toString" }, ["invalidType limit"]],
    [{ kind: "past" }, ["missingField limit.date"]],
    [{ ...part, order: null, supply: null, date: null }, ["missingField limit.because"]],
    [
      { ...part, order: null, supply: null, date: null, because: { kind: "fence" } },
      ["missingField limit.because.date"],
    ],
    [
      {
        ...{ kind: "promise", demand: "d", due: "2026-01-09", before: null, after: null },
        because: { kind: "past", date: "2026-01-05" },
      },
      ["invalidType limit.because"],
    ],
    [
      { ...job, kind: "tool", tools: 3, operation: "10", until: "2026-01-09" },
      ["invalidType limit.tools"],
    ],
  ])("%j is no limit", (none, issues) => {
    expect(issuesOf(none)).toEqual(issues);
  });

  test("a limit that cannot be read is none", () => {
    const limit = {
      kind: "hold",
      get customer() {
        throw new Error("mine");
      },
    };
    expect(issuesOf(limit)).toEqual(["invalidType limit"]);
  });

  test("what was promised before is named, with what it would wait for", () => {
    const plan = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-02-27",
      items: [{ id: "bike", onHand: 4, leadTime: 10 }],
      sources: [{ item: "bike", kind: "buy" }],
    });
    const ask = (id: string, day: string) => ({
      ...{ id, delivery: "whole" as const },
      lines: [{ id: "1", item: "bike", quantity: 3, requestedDate: day }],
    });
    const first = acceptPromise(plan, promiseDelivery(plan, ask("a", "2026-01-09"))).plan;
    const [line] = promiseDelivery(first, ask("b", "2026-01-07")).lines;
    expect(line?.limit && promiseLimitText(line.limit)).toBe(
      '["a","1",0], promised for 2026-01-09, would be there on 2026-01-15 only. It waits for an order of bike at main, there on 2026-01-15: its lead time from the planning start.',
    );
  });
});
