import { describe, expect, test } from "vitest";
import {
  masterSchedule,
  type PlannedMasterSchedule,
  type PlanningInput,
  PlanningInputError,
  planFromJSON,
  planRequirements,
} from "../../index.js";

const input: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-02-01",
  items: [
    {
      id: "bike",
      onHand: 12,
      method: "mps",
      demandTimeFence: 7,
      planningTimeFence: 14,
      lotSizing: { rule: "fixedOrderQuantity", quantity: 20 },
      forecast: { spread: "daily" },
    },
    { id: "wheel", onHand: 1 },
  ],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
  demands: [
    ...["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"].map((due, n) => ({
      id: `week ${n + 1}`,
      item: "bike",
      quantity: 10,
      due,
      until: `2026-0${n === 3 ? 2 : 1}-${["11", "18", "25", "01"][n]}`,
      kind: "forecast" as const,
    })),
    { id: "o1", item: "bike", quantity: 6, due: "2026-01-06" },
    { id: "o2", item: "bike", quantity: 13, due: "2026-01-14" },
    { id: "o3", item: "bike", quantity: 4, due: "2026-01-22" },
    { id: "spare", item: "wheel", quantity: 3, due: "2026-01-20", kind: "service" },
  ],
  supplies: [{ id: "lot 1", item: "bike", quantity: 20, due: "2026-01-13", kind: "production" }],
};
const plan = planRequirements(input);
const figures = ({ rows }: PlannedMasterSchedule) =>
  rows.map((row) => [
    row.zone,
    ...[row.forecast, row.orders, row.dependent, row.mps, row.projectedAvailable].map(Number),
    row.discreteAvailableToPromise?.toNumber() ?? null,
    row.cumulativeAvailableToPromise.toNumber(),
  ]);

const boo = (): never => {
  throw new Error("boo");
};
const unreadable = Object.defineProperty({}, "bucket", { enumerable: true, get: boo });
const unlisted = new Proxy({}, { ownKeys: boo });

describe("The master schedule of a plan", () => {
  const weeks = masterSchedule(plan, "bike", { bucket: "week" });

  test("shows orders alone inside the demand fence, forecast that is left after it, and what can be promised", () => {
    expect(figures(weeks)).toEqual([
      // zone, forecast, orders, for other items, MPS, stock, ATP, cumulative ATP
      ["frozen", 0, 6, 0, 0, 6, 6, 6],
      ["slushy", 0, 13, 0, 20, 13, 3, 9],
      ["liquid", 6, 4, 0, 0, 3, null, 9],
      ["liquid", 10, 0, 0, 20, 13, 20, 29],
    ]);
  });

  test("tells apart what customers order of a component and what its parents need of it", () => {
    const { rows } = masterSchedule(plan, "wheel", { bucket: "month" });
    expect(rows.map(({ orders, dependent }) => [Number(orders), Number(dependent)])).toEqual([
      [3, 40],
      [0, 0],
    ]);
  });

  test("is the same after a journey as JSON", () => {
    const again = planFromJSON(JSON.parse(JSON.stringify(plan)));
    expect(masterSchedule(again, "bike", { bucket: "week" })).toEqual(weeks);
  });

  test("begins its weeks as the conventions say", () => {
    const sundays = planRequirements({ ...input, conventions: { weekStart: "sun" } });
    const { rows } = masterSchedule(sundays, "bike", { bucket: "week" });
    expect(rows.map(({ date }) => date)).toEqual([
      "2026-01-05",
      "2026-01-11",
      "2026-01-18",
      "2026-01-25",
      "2026-02-01",
    ]);
  });

  test.each<[string, unknown, string]>([
    ["an item that is not there", ["boat", {}], "unknownId"],
    ["a site that is not there", ["bike", { site: "moon" }], "unknownId"],
    ["a bucket that is none", ["bike", { bucket: "year" }], "invalidType"],
    ["an option that is none", ["bike", { size: 1 }], "unknownField"],
    ["an option that cannot be read", ["bike", unreadable], "invalidType"],
    ["options that cannot be listed", ["bike", unlisted], "invalidType"],
  ])("refuses %s", (_, given, code) => {
    const [item, options] = given as [string, object];
    const refused = () => masterSchedule(plan, item, options);
    expect(refused).toThrow(PlanningInputError);
    expect(refused).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }),
    );
  });

  test("refuses quantities that cannot be added up exactly, though each can be planned with", () => {
    const large = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "grain", decimals: 9, onHand: 5_000_000 }],
      demands: [{ id: "d", item: "grain", quantity: 5_000_000, due: "2026-01-05" }],
    });
    expect(() => masterSchedule(large, "grain")).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: "quantityOverflow", path: ["items", 0] })],
      }),
    );
  });
});

describe("What can be promised of what expires (K15)", () => {
  const weekly = (more: Partial<PlanningInput>) => {
    const planned = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-02-15",
      items: [{ id: "milk" }],
      stock: [{ item: "milk", quantity: 100, expires: "2026-01-27" }],
      demands: [{ id: "o1", item: "milk", quantity: 30, due: "2026-01-15" }],
      ...more,
    });
    const { rows } = masterSchedule(planned, "milk", { bucket: "week" });
    return {
      stock: rows.map((row) => Number(row.projectedAvailable)),
      discrete: rows.map((row) => row.discreteAvailableToPromise?.toNumber() ?? null),
      cumulative: rows.map((row) => Number(row.cumulativeAvailableToPromise)),
    };
  };

  // 30 of the 100 are used before January 27, and 70 can be promised until the 26th.
  test("is all that no order needs before the expiry", () => {
    const { stock, discrete, cumulative } = weekly({});
    expect(stock).toEqual([100, 70, 70, 0, 0, 0]);
    expect(discrete).toEqual([70, null, null, null, null, null]);
    expect(cumulative).toEqual([70, 70, 70, 0, 0, 0]);
  });

  // The 40 that come on February 3 never expire, and 25 of them are ordered for the 10th.
  test("is nothing of it afterwards, when orders live from what comes", () => {
    const { discrete, cumulative } = weekly({
      demands: [
        { id: "o1", item: "milk", quantity: 30, due: "2026-01-15" },
        { id: "o2", item: "milk", quantity: 25, due: "2026-02-10" },
      ],
      supplies: [{ id: "po", item: "milk", quantity: 40, due: "2026-02-03", kind: "purchase" }],
    });
    expect(discrete).toEqual([70, null, null, null, 15, null]);
    expect(cumulative).toEqual([70, 70, 70, 0, 15, 15]);
  });

  // What comes on the 13th is good until the 20th: the order takes all 20 of it, and 10 of the 100. So 90 of
  // the 100 can be promised at once, and then nothing more.
  test("is the most at once, orders taking what comes later", () => {
    const { discrete, cumulative } = weekly({
      supplies: [
        {
          ...{ id: "po", item: "milk", quantity: 20, due: "2026-01-13", expires: "2026-01-20" },
          kind: "purchase",
          frozen: true,
        },
      ],
    });
    expect(discrete).toEqual([90, 0, null, null, null, null]);
    expect(cumulative).toEqual([90, 90, 90, 0, 0, 0]);
  });

  // Forecast takes nothing: what it was to use can be promised, and nothing of what has expired.
  test("is not less by forecast", () => {
    const { discrete, cumulative } = weekly({
      demands: [
        { id: "f", item: "milk", quantity: 60, due: "2026-01-20", kind: "forecast" },
        { id: "o1", item: "milk", quantity: 30, due: "2026-01-15" },
      ],
    });
    expect(discrete).toEqual([70, null, null, null, null, null]);
    expect(cumulative).toEqual([70, 70, 70, 0, 0, 0]);
  });
});
