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

describe("Planning piece by piece", () => {
  test("tells what comes next: reading, compiling, then planning level by level", () => {
    const told: PlanProgress[] = [];
    const plan = planRequirements(bike, { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { phase: "reading", level: null, levels: null, share: 0 },
      { phase: "compiling", level: null, levels: null, share: 0 },
      { phase: "planning", level: 0, levels: 2, share: 0 },
    ]);
    expect(plan.orders.length).toBe(2);
  });

  test("tells of levels and shares in their order, every few thousand orders", () => {
    const told: PlanProgress[] = [];
    const plan = planRequirements(many, { onProgress: (progress) => told.push(progress) });
    const planning = told.filter(({ phase }) => phase === "planning");
    expect(plan.orders.length).toBe(200 * 365);
    expect(planning.map(({ level }) => level)).toEqual([0, 45, 90, 135, 180]);
    expect(planning.map(({ share }) => share)).toEqual([0, 0.225, 0.45, 0.675, 0.9]);
  });

  test("can be stopped between pieces, and says where it was", () => {
    const stop = () => {
      let asked = 0;
      return planRequirements(many, { shouldStop: () => ++asked === 4 });
    };
    expect(stop).toThrow("Planning was stopped before level 45 of 200 was done");
    const [issue] = errorOf(stop).issues;
    expect(issue).toMatchObject({ code: "stopped", path: ["options", "shouldStop"] });
    expect(() => planRequirements(bike, { shouldStop: () => true })).toThrow("before reading");
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
    expect(steps.next().value).toMatchObject({ phase: "reading" });
    expect(steps.next().value).toMatchObject({ phase: "compiling" });
    expect(steps.next().value).toMatchObject({ phase: "planning" });
    const last = steps.next();
    expect(last.done && JSON.stringify(last.value)).toBe(JSON.stringify(planRequirements(bike)));
  });

  test("what is wrong is said by the piece that finds it", () => {
    const steps = planSteps({ startDate: "2026-02-30" });
    steps.next();
    expect(() => steps.next()).toThrow("2026-02-30");
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
});

function errorOf(run: () => unknown): { readonly issues: readonly Record<string, unknown>[] } {
  try {
    run();
  } catch (error) {
    return error as { readonly issues: readonly Record<string, unknown>[] };
  }
  throw new Error("Nothing was refused.");
}
