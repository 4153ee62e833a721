import { describe, expect, test } from "vitest";
import { type PlanProgress, planRequirements, planSteps } from "../index.js";
import type { PlanningInput } from "../schema/planning-input.js";

const bike: PlanningInput = {
  startDate: "2026-01-05",
  items: [{ id: "bike", leadTime: 2 }, { id: "wheel" }],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
  demands: [{ id: "d1", item: "bike", quantity: 3, due: "2026-01-16" }],
};

/** Enough orders for several pieces. */
const many: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2027-01-04",
  items: Array.from({ length: 200 }, (_, n) => ({ id: `${n}` })),
  boms: Array.from({ length: 199 }, (_, n) => ({
    item: `${n}`,
    lines: [{ item: `${n + 1}`, quantity: 1 }],
  })),
  demands: Array.from({ length: 365 }, (_, n) => ({
    id: `d${n}`,
    item: "0",
    quantity: 1,
    due: new Date(Date.UTC(2026, 0, 5 + n)).toISOString().slice(0, 10),
  })),
};

function manyDemands(count: number, item = "bike") {
  return Array.from({ length: count }, (_, n) => {
    return { id: `d${n}`, item, quantity: 1, due: "2026-01-16" };
  });
}

describe("Planning piece by piece", () => {
  test("tells what comes next: reading, compiling, then planning level by level", () => {
    const told: PlanProgress[] = [];
    const plan = planRequirements(bike, { onProgress: (progress) => told.push(progress) });
    expect(told[0]).toEqual({ phase: "reading", level: null, levels: null, share: 0 });
    expect(told.at(-1)).toEqual({ phase: "planning", level: 0, levels: 2, share: 0.7 });
    expect([...new Set(told.map(({ phase }) => phase))]).toEqual([
      "reading",
      "compiling",
      "planning",
    ]);
    expect(plan.orders.length).toBe(2);
  });

  test("tells of levels and shares in their order, every few thousand orders", () => {
    const told: PlanProgress[] = [];
    const plan = planRequirements(many, { onProgress: (progress) => told.push(progress) });
    const planning = told.filter(({ phase }) => phase === "planning");
    expect(plan.orders.length).toBe(200 * 365);
    expect(planning.map(({ level }) => level)).toEqual([0, 45, 90, 135, 180]);
    expect(planning.map(({ share }) => share)).toEqual([0.7, 0.7675, 0.835, 0.9025, 0.97]);
  });

  test("tells of reading every few thousand rows, and of compiling", () => {
    const told: PlanProgress[] = [];
    const input = { ...bike, demands: manyDemands(20_000) };
    planRequirements(input, { onProgress: (progress) => told.push(progress) });
    const sharesOf = (phase: string): number[] =>
      told.filter((progress) => progress.phase === phase).map(({ share }) => share);
    // They are checked some thousand at a time, and then read so.
    expect(new Set(sharesOf("reading")).size).toBeGreaterThan((2 * 20_000) / 5_000);
    expect(new Set(sharesOf("compiling")).size).toBeGreaterThan(2);
    expect(Math.max(...sharesOf("reading"))).toBeLessThan(Math.min(...sharesOf("planning")));
  });

  test("rests between rows of forecast of one item", () => {
    const readings = (spread: "first" | "daily"): number => {
      const items = [{ id: "bike", forecast: { spread } }];
      const demands = Array.from({ length: 20 }, (_, n) => ({
        id: `${n}`,
        item: "bike",
        kind: "forecast" as const,
        quantity: 1_000,
        due: "2026-01-05",
        until: "2040-12-31",
      }));
      const told: PlanProgress[] = [];
      const onProgress = (progress: PlanProgress) => told.push(progress);
      planRequirements({ startDate: "2026-01-05", items, demands }, { onProgress });
      return told.filter(({ phase }) => phase === "reading").length;
    };
    expect(readings("daily") - readings("first")).toBeGreaterThanOrEqual(3);
  });

  test("can be stopped between pieces, and says where it was", () => {
    const stop = () => {
      let level: number | null = null;
      const onProgress = (progress: PlanProgress) => {
        level = progress.level;
      };
      return planRequirements(many, { onProgress, shouldStop: () => level === 45 });
    };
    expect(stop).toThrow("Planning was stopped before level 45 of 200 was done");
    const [issue] = errorOf(stop).issues;
    expect(issue).toMatchObject({ code: "stopped", path: ["options", "shouldStop"] });
    expect(() => planRequirements(bike, { shouldStop: () => true })).toThrow("before reading");
    let share = 0;
    const later = {
      onProgress: (progress: { readonly share: number }) => {
        share = progress.share;
      },
      shouldStop: () => share > 0.2,
    };
    expect(() => planRequirements(bike, later)).toThrow("while reading");
  });

  test("an error of the host's own goes through as it is", () => {
    const own = new Error("full disk");
    const onProgress = () => {
      throw own;
    };
    expect(() => planRequirements(bike, { onProgress })).toThrow(own);
  });

  test("a generator plans no further than it is asked, and ends with the plan", () => {
    const steps = planSteps(bike);
    const phases: string[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) phases.push(step.value.phase);
    expect([...new Set(phases)]).toEqual(["reading", "compiling", "planning"]);
    expect(JSON.stringify(step.value)).toBe(JSON.stringify(planRequirements(bike)));
  });

  test("what is wrong is said by the piece that finds it", () => {
    const steps = planSteps({ startDate: "2026-02-30" });
    expect(steps.next().done).toBe(false);
    expect(() => Array.from(steps)).toThrow("2026-02-30");
  });

  test("mistakes are told with their paths wherever the piece began that they lie in", () => {
    const items = Array.from({ length: 1_200 }, (_, n) => ({ id: `${n}`, leadTime: 1 }));
    const demands = manyDemands(9_000, "7");
    const input = { startDate: "2026-01-05", items, demands };
    items[1_100]!.leadTime = "soon" as never;
    items[1_199]!.id = "3";
    demands[4_097]!.quantity = "many" as never;
    demands[4_096]!.item = "nowhere";
    demands[8_999]!.id = demands[1]!.id;
    const wrong = () => planRequirements(input);
    expect(errorOf(wrong).issues.map(({ code, path }) => [code, path])).toEqual([
      ["invalidType", ["items", 1_100, "leadTime"]],
      ["invalidQuantity", ["demands", 4_097, "quantity"]],
      ["duplicateId", ["items", 1_199, "id"]],
      ["unknownId", ["demands", 4_096, "item"]],
      ["duplicateId", ["demands", 8_999, "id"]],
    ]);
  });

  test("an error that a host throws into the generator comes back as it is", () => {
    const steps = planSteps(bike);
    const own = new Error("no more time");
    steps.next();
    steps.next();
    expect(() => steps.throw(own)).toThrow(own);
    expect(steps.next().done).toBe(true);
  });

  test("callbacks that are none are refused, all at once", () => {
    const options = { onProgress: 3, shouldStop: "yes" };
    const wrong = () => planRequirements(bike, options as never);
    expect(errorOf(wrong).issues.map(({ code, path }) => [code, path])).toEqual([
      ["invalidType", ["options", "onProgress"]],
      ["invalidType", ["options", "shouldStop"]],
    ]);
    expect(() => planSteps(bike, { onProgress: () => {} } as never)).toThrow("unknown");
  });

  test("a shouldStop that does not say true or false is refused, as an async one", () => {
    const answers: unknown[] = [Promise.resolve(true), 1, 0, "yes", null, undefined];
    for (const answer of answers) {
      const wrong = () => planRequirements(bike, { shouldStop: (() => answer) as never });
      const [issue, ...more] = errorOf(wrong).issues;
      expect(issue).toMatchObject({ code: "invalidType", path: ["options", "shouldStop"] });
      expect(more).toEqual([]);
    }
    const promise = () => planRequirements(bike, { shouldStop: (async () => false) as never });
    expect(promise).toThrow("async");
    expect(planRequirements(bike, { shouldStop: () => false }).orders.length).toBe(2);
  });
});

function errorOf(run: () => unknown): { readonly issues: readonly Record<string, unknown>[] } {
  try {
    run();
  } catch (error) {
    return error as { readonly issues: readonly Record<string, unknown>[] };
  }
  throw new Error("Nothing was refused.");
}
