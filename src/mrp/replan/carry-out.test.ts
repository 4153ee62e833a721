import { describe, expect, test } from "vitest";
import {
  carryOut,
  changeInput,
  comparePlans,
  type PlanMessage,
  type PlanningInput,
  PlanningInputError,
  planRequirements,
} from "../../index.js";

const startDate = "2026-01-05";
const purchase = { item: "wheel", kind: "purchase" } as const;
const input: PlanningInput = {
  startDate,
  items: [{ id: "wheel" }],
  supplies: [
    { ...purchase, id: "early", quantity: 10, due: "2026-01-09" },
    { ...purchase, id: "late", quantity: 10, due: "2026-01-20", start: "2026-01-06" },
    { ...purchase, id: "idle", quantity: 10, due: "2026-01-21", completed: 3 },
  ],
  demands: [
    { id: "d1", item: "wheel", quantity: 10, due: "2026-01-12" },
    { id: "d2", item: "wheel", quantity: 10, due: "2026-01-14" },
  ],
};
const plan = planRequirements(input);

const issuesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof PlanningInputError) return error.issues;
    throw error;
  }
  return [];
};

describe("Carrying out messages", () => {
  test("moves supplies in and out, without the start that they had, and leaves nothing of what is cancelled", () => {
    const changed = carryOut(plan);
    expect(changed.supplies).toEqual([
      { ...purchase, id: "early", quantity: 10, due: "2026-01-12" },
      { ...purchase, id: "late", quantity: 10, due: "2026-01-14" },
      { ...purchase, id: "idle", quantity: 10, due: "2026-01-21", completed: 10 },
    ]);
    expect([...planRequirements(changed).messages]).toEqual([]);
  });

  test("changes nothing else: the input of the plan stays as it is, and so do its other rows and its horizon", () => {
    const before = structuredClone(input);
    const changed = carryOut(plan);
    expect(input).toEqual(before);
    expect(changed.demands).toBe(input.demands);
    expect(changed.horizonEnd).toBe("2026-01-21");
  });

  test("carries out only the messages that are handed over, as they are or after a journey as JSON", () => {
    const [message] = [...plan.messages].filter(({ code }) => code === "expedite");
    const travelled = JSON.parse(JSON.stringify(message)) as PlanMessage;
    for (const one of [message!, travelled]) {
      expect(carryOut(plan, [one]).supplies?.map(({ due }) => due)).toEqual([
        "2026-01-09",
        "2026-01-14",
        "2026-01-21",
      ]);
    }
    expect(carryOut(plan, []).supplies).toEqual(input.supplies);
  });

  test("refuses a message that is none of the plan's, or no message, with its place", () => {
    const [message] = [...plan.messages].filter(({ code }) => code === "expedite");
    const foreign = { ...message!, to: "2026-01-13" } as PlanMessage;
    expect(issuesOf(() => carryOut(plan, [message!, foreign]))).toMatchObject([
      { code: "contradiction", path: ["messages", 1] },
    ]);
    expect(issuesOf(() => carryOut(plan, [null as never]))).toMatchObject([
      { code: "invalidType", path: ["messages", 0] },
    ]);
    expect(issuesOf(() => carryOut(plan, [{} as never]))).toMatchObject([
      { code: "invalidType", path: ["messages", 0] },
    ]);
    expect(issuesOf(() => carryOut(plan, [{ ...message!, supply: 7n } as never]))).toMatchObject([
      { code: "contradiction", path: ["messages", 0] },
    ]);
    expect(issuesOf(() => carryOut(plan, 5 as never))).toMatchObject([
      { code: "invalidType", path: ["messages"] },
    ]);
    const unreadable = {
      get code() {
        throw new Error("mine");
      },
    };
    expect(issuesOf(() => carryOut(plan, [message!, unreadable as never]))).toMatchObject([
      { code: "invalidType", path: ["messages", 1, "code"] },
    ]);
    expect(issuesOf(() => carryOut(null as never))).toMatchObject([{ code: "invalidType" }]);
    expect(issuesOf(() => carryOut({} as never))).toMatchObject([{ code: "invalidType" }]);
  });

  test("gives a supply its new quantity in the stock unit, and says no more what has come of it", () => {
    const resizing: PlanningInput = {
      startDate,
      conventions: { resize: true },
      items: [{ id: "wheel", unit: "piece", units: [{ unit: "box", contains: 5 }] }],
      supplies: [
        { ...purchase, id: "po", quantity: 3, completed: 1, unit: "box", due: "2026-01-09" },
      ],
      demands: [{ id: "d", item: "wheel", quantity: 14, due: "2026-01-09" }],
    };
    const changed = carryOut(planRequirements(resizing));
    expect(changed.supplies).toEqual([
      { ...purchase, id: "po", quantity: "14", due: "2026-01-09" },
    ]);
    expect(planRequirements(changed).orders.length).toBe(0);
  });

  test("asks for no components any more when a released order is cancelled", () => {
    const released = planRequirements({
      startDate,
      items: [{ id: "bike" }, { id: "wheel" }],
      supplies: [
        {
          id: "mo",
          item: "bike",
          kind: "production",
          quantity: 1,
          due: "2026-01-09",
          components: [{ item: "wheel", quantity: 2 }],
        },
      ],
    });
    expect(released.orders.length).toBe(1);
    expect(planRequirements(carryOut(released)).orders.length).toBe(0);
  });

  test("writes supplies that were given as columns as rows, with their numbers as ids", () => {
    const day = (date: string) => Date.parse(date) / 86_400_000;
    const { supplies: _, ...rest } = input;
    const columns = {
      item: Int32Array.of(0, 0),
      day: Int32Array.of(day("2026-01-09"), day("2026-01-20")),
      quantity: Float64Array.of(10_000_000, 10_500_000),
      frozen: Uint8Array.of(1, 0),
    };
    const changed = carryOut(planRequirements(rest, { columns: { supplies: columns } }));
    expect(changed.supplies).toEqual([
      { ...purchase, id: "0", site: "main", quantity: "10", due: "2026-01-09", frozen: true },
      { ...purchase, id: "1", site: "main", quantity: "10.5", due: "2026-01-14" },
    ]);
    expect(comparePlans(planRequirements(changed), planRequirements(changed)).orders).toEqual([]);
  });

  test("keeps of reservations what a cancelled or smaller supply can still hold", () => {
    const reserved: PlanningInput = {
      ...input,
      reservations: [
        { demand: "d1", supply: "early", quantity: 4 },
        { demand: "d2", supply: "idle", quantity: 2 },
      ],
    };
    expect(carryOut(planRequirements(reserved)).reservations).toEqual([
      { demand: "d1", supply: "early", quantity: 4 },
    ]);
  });
});

describe("What has arrived has passed all operations (K53)", () => {
  const made: PlanningInput = {
    startDate: "2026-01-05",
    workCenters: [{ id: "lathe", shifts: [{ from: "06:00", until: "14:00" }] }],
    items: [{ id: "wheel", decimals: 0 }],
    routings: [
      {
        id: "turning",
        item: "wheel",
        operations: [
          { id: "10", workCenter: "lathe", run: 1 },
          { id: "20", workCenter: "lathe", run: 1 },
        ],
      },
    ],
    supplies: [
      {
        id: "MO",
        item: "wheel",
        quantity: 10,
        due: "2026-01-20",
        kind: "production",
        progress: [
          { operation: "10", completed: 7 },
          { operation: "20", completed: 2 },
        ],
      },
    ],
  };
  const progressOf = (input: PlanningInput) =>
    input.supplies?.[0]?.progress?.map(({ completed }) => Number(completed));

  test("so a cancelled order is done with, and can be planned", () => {
    const changed = carryOut(planRequirements(made));
    expect(progressOf(changed)).toEqual([10, 10]);
    expect([...planRequirements(changed).messages]).toEqual([]);
  });

  test("so a receipt carries the operations that are behind it along", () => {
    const changed = changeInput(made, {
      bookings: [{ kind: "receipt", supply: "MO", quantity: 4 }],
    });
    expect(progressOf(changed)).toEqual([7, 4]);
    expect(planRequirements(changed).supplies.length).toBe(1);
  });
});
