import { describe, expect, test } from "vitest";
import { type PlanningInput, planRequirements, replan } from "../index.js";
import { type PlanningShare, sharePlanning } from "./planning-share.js";
import type { SharedPlanMemory } from "./shared-memory.js";

const bike: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-01-30",
  items: [{ id: "bike" }, { id: "bell" }, { id: "wheel" }],
  boms: [
    {
      item: "bike",
      lines: [
        { item: "bell", quantity: 1 },
        { item: "wheel", quantity: 2 },
      ],
    },
  ],
  demands: [
    { id: "d1", item: "bike", quantity: 3, due: "2026-01-07" },
    { id: "d2", item: "wheel", quantity: 3, due: "2026-02-02" },
  ],
};

/** More orders a day than days. */
const manyADay: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-01-08",
  conventions: { grouping: "demand" },
  items: [{ id: "a" }, { id: "b" }],
  boms: [{ item: "a", lines: [{ item: "b", quantity: 2 }] }],
  demands: Array.from({ length: 40 }, (_, n) => ({
    id: `d${n}`,
    item: "a",
    quantity: n + 1,
    due: "2026-01-07",
  })),
};

describe("Planning in several threads", () => {
  test("what one thread has to say stands in the plan that another makes", () => {
    const [one, other] = twoShares(bike);
    one.sweepRange(0, 1);
    other.sweepRange(1, 3);
    const plan = one.plan([structuredClone(other.notes())]);
    expect(plan.messages.length).toBeGreaterThan(0);
    expect([...plan.messages]).toEqual([...planRequirements(bike).messages]);
  });

  test("the plan is made once, and either thread can make it", () => {
    const [one, other] = twoShares(bike);
    one.sweepRange(0, 1);
    other.sweepRange(1, 3);
    const plan = one.plan([other.notes()]);
    expect(one.plan([])).toBe(plan);
    const same = other.plan([one.notes()]);
    expect(JSON.stringify(same)).toBe(JSON.stringify(plan));
  });

  test("replanning leaves the plan and those of other threads as they are", () => {
    const [one, other] = twoShares(bike);
    one.sweepRange(0, 1);
    other.sweepRange(1, 3);
    const plans = [one.plan([other.notes()]), other.plan([one.notes()])];
    const before = JSON.stringify(plans[0]);
    const changed = plans.map((plan, n) =>
      replan(plan, {
        demands: { put: [{ id: "d1", item: "bike", quantity: 5 + n, due: "2026-01-08" }] },
      }),
    );
    expect(changed.map(({ orders }) => orders.at(0)!.quantity.toNumber())).toEqual([5, 6]);
    expect(plans.map((plan) => JSON.stringify(plan))).toEqual([before, before]);
  });

  test("a stocking point that has more orders than its thread took rows for is planned again", () => {
    const share = shareIn(withRows(sharePlanning(manyADay).memory, 320));
    planAll(share);
    expect(share.memory.state[1]).toBe(0);
    expect(JSON.stringify(share.plan([]))).toBe(JSON.stringify(planRequirements(manyADay)));
  });

  test.each<[string, Partial<PlanningInput>]>([
    [
      "another lead time",
      { items: [{ id: "bike", leadTime: 1 }, { id: "bell" }, { id: "wheel" }] },
    ],
    ["other stock", { items: [{ id: "bike", onHand: 1 }, { id: "bell" }, { id: "wheel" }] }],
    [
      "another minimum order",
      { items: [{ id: "bike" }, { id: "bell", minimumOrder: 9 }, { id: "wheel" }] },
    ],
    ["another demand", { demands: [{ ...bike.demands![0]!, quantity: 4 }, bike.demands![1]!] }],
    [
      "another line",
      {
        boms: [
          {
            item: "bike",
            lines: [
              { item: "bell", quantity: 1 },
              { item: "wheel", quantity: 3 },
            ],
          },
        ],
      },
    ],
  ])("a thread that has read %s cannot join", (_, other) => {
    const { memory } = sharePlanning(bike);
    expect(() => sharePlanning({ ...bike, ...other }).join(memory)).toThrow(
      "not that of this problem",
    );
    expect(() => sharePlanning(structuredClone(bike)).join(memory)).not.toThrow();
  });

  test("when there is no room the plan is made by one thread", () => {
    const small = shareIn(withRows(sharePlanning(manyADay).memory, 50));
    planAll(small);
    expect(small.memory.state[1]).toBe(1);
    expect(JSON.stringify(small.plan([]))).toBe(JSON.stringify(planRequirements(manyADay)));
  });

  test("equal orders of one row that another thread has planned are counted", () => {
    const small: PlanningInput = {
      ...bike,
      items: [{ id: "bike", maximumOrder: 1 }, { id: "bell" }, { id: "wheel" }],
    };
    const [one, other] = twoShares(small);
    other.sweepRange(0, 1);
    one.sweepRange(1, 3);
    const plan = one.plan([other.notes()]);
    expect(plan.orders.length).toBe(5);
    expect(JSON.stringify(plan)).toBe(JSON.stringify(planRequirements(small)));
  });

  test.each<[string, Partial<PlanningInput>]>([
    [
      "what suppliers can bring",
      {
        suppliers: [
          { id: "s", capacity: [{ from: "2026-01-05", until: "2026-02-01", quantity: 1 }] },
        ],
        sources: [{ item: "bell", kind: "buy", supplier: "s" }],
      },
    ],
    [
      "substitutes",
      {
        boms: [
          {
            item: "bike",
            lines: [
              {
                item: "bell",
                quantity: 1,
                substitutes: [{ item: "wheel", quantity: 1, priority: 1 }],
              },
            ],
          },
        ],
      },
    ],
    [
      "follow-ups",
      {
        items: [
          { id: "bike" },
          { id: "bell", discontinued: { from: "2026-01-06", followUp: "wheel" } },
          { id: "wheel" },
        ],
      },
    ],
    [
      "phantoms that have stock",
      { items: [{ id: "bike" }, { id: "bell", phantom: true, onHand: 1 }, { id: "wheel" }] },
    ],
  ])("one thread plans %s, for they reach across stocking points", (_, rows) => {
    const input = { ...bike, ...rows };
    const [one, other] = twoShares(input);
    expect(one.isDivisible).toBe(false);
    planAll(other);
    expect(other.notes()).toEqual({ events: [], resized: [] });
    expect(JSON.stringify(one.plan([]))).toBe(JSON.stringify(planRequirements(input)));
  });

  test("an error is that of planning in one piece, and nobody waits for the thread that meets it", () => {
    const tooMany: PlanningInput = {
      ...manyADay,
      conventions: { grouping: "demand", maxOrders: 50 },
    };
    const [one, other] = twoShares(tooMany);
    one.sweepRange(0, 1);
    other.sweepRange(1, 2);
    expect(one.memory.planned[0]).toBe(2);
    const error = errorOf(() => planRequirements(tooMany));
    expect(error).toContain('"b" brings the plan to more than 50 orders');
    expect(errorOf(() => one.plan([other.notes()]))).toBe(error);
  });

  test("ranges that are none, come too early or come twice are refused", () => {
    const [one, other] = twoShares(bike);
    for (const [first, end] of [
      [0, 2],
      [-1, 0],
      [4, 4],
      [-1, -1],
      [1, 4],
      [0.5, 1],
      [1, 0],
      [Number.NaN, 1],
    ] as const) {
      expect(errorOf(() => one.sweepRange(first, end))).toContain("no part of a level");
    }
    for (const text of ["1", 1n, null] as never[])
      expect(errorOf(() => one.sweepRange(0, text))).toContain("must be a number");
    expect(errorOf(() => other.sweepRange(1, 3))).toContain("before the levels above are planned");
    one.sweepRange(0, 1);
    expect(errorOf(() => other.sweepRange(0, 1))).toContain("planned twice");
  });

  test("an empty range of a level, or at its end, is nothing to do", () => {
    const [one, other] = twoShares(bike);
    one.sweepRange(0, 1);
    other.sweepRange(1, 1);
    one.sweepRange(1, 3);
    other.sweepRange(3, 3);
    expect(one.memory.planned[0]).toBe(3);
    expect(JSON.stringify(one.plan([other.notes()]))).toBe(JSON.stringify(planRequirements(bike)));
  });

  test("an empty range waits for no level, and takes no stocking point from others", () => {
    const [one, other] = twoShares(bike);
    for (const point of [0, 1, 2, 3]) other.sweepRange(point, point);
    expect(one.memory.planned[0]).toBe(0);
    planAll(one);
    expect(one.plan([other.notes()]).orders.length).toBe(3);
    sharePlanning({ startDate: "2026-01-05" }).sweepRange(0, 0);
  });

  test("a plan with stocking points or notes missing is refused", () => {
    const [one, other] = twoShares(bike);
    one.sweepRange(0, 1);
    other.sweepRange(1, 2);
    expect(errorOf(() => one.plan([other.notes()]))).toContain(
      "2 of 3 stocking points are planned",
    );
    other.sweepRange(2, 3);
    expect(errorOf(() => one.plan([]))).toContain("notes");
    expect(errorOf(() => one.plan([{}] as never))).toContain("notes");
    expect(errorOf(() => one.plan(undefined as never))).toContain("notes");
    expect(one.plan([other.notes()]).orders.length).toBe(3);
  });

  test("memory of another problem is refused, and what is none", () => {
    const { memory } = sharePlanning(manyADay);
    for (const foreign of [memory, {}, null, 3, { ...memory, due: [1] }]) {
      const refused = errorOf(() => sharePlanning(bike).join(foreign as never));
      expect(refused).toContain("not that of this problem");
    }
    const unreadable = {
      get due() {
        throw new Error("mine");
      },
    };
    expect(errorOf(() => sharePlanning(bike).join(unreadable as never))).toContain(
      "cannot be read",
    );
  });

  test("a share that has begun joins no other", () => {
    const [one] = twoShares(bike);
    expect(errorOf(() => one.join(sharePlanning(bike).memory))).toContain("has a memory already");
  });

  test("nothing to plan is a plan", () => {
    const share = sharePlanning({ startDate: "2026-01-05" });
    expect(share.levels).toEqual([0]);
    expect(share.plan([]).orders.length).toBe(0);
  });
});

function twoShares(input: PlanningInput): [PlanningShare, PlanningShare] {
  const one = sharePlanning(input);
  const other = sharePlanning(input);
  other.join(structuredClone(one.memory));
  return [one, other];
}

function shareIn(memory: SharedPlanMemory): PlanningShare {
  const share = sharePlanning(manyADay);
  share.join(memory);
  return share;
}

function planAll({ levels, sweepRange }: PlanningShare): void {
  for (let level = 0; level + 1 < levels.length; level++) {
    sweepRange(levels[level]!, levels[level + 1]!);
  }
}

/** The same memory with room for fewer rows. */
function withRows(memory: SharedPlanMemory, rows: number): SharedPlanMemory {
  const cut = <Column extends Int32Array | Float64Array>(column: Column): Column =>
    column.subarray(0, Math.min(column.length, rows)) as Column;
  const { due, quantity, startQuantity, repeat, source, start } = memory;
  return {
    ...memory,
    due: cut(due),
    quantity: cut(quantity),
    startQuantity: cut(startQuantity),
    repeat: cut(repeat),
    source: cut(source),
    start: cut(start),
  };
}

function errorOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("Nothing was refused.");
}
