import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../../core/index.js";
import type { DealHistory } from "./deal-history.js";
import { slipDistribution, slipPercentile } from "./slip-distribution.js";
import { stageCalibration } from "./stage-calibration.js";

const closed = (status: "won" | "lost", stage: string, count: number): DealHistory[] =>
  Array.from({ length: count }, () => ({ stage, status }));

describe("Stages calibrated by what became of deals (K65)", () => {
  test("of those that were in a stage and are closed, so many were won", () => {
    const rows = stageCalibration([
      { stage: "won", status: "won", history: [{ date: "2026-01-05", stage: "offer" }] },
      { stage: "offer", status: "lost" },
      {
        ...{ stage: "lost", status: "lost" },
        history: [
          { date: "2026-01-05", stage: "talk" },
          { date: "2026-01-09", stage: "offer" },
          // It went back and forth, and counts once.
          { date: "2026-01-12", stage: "talk" },
        ],
      },
      { stage: "offer", status: "open" },
    ]);
    expect(
      rows.map(({ stage, won, lost, probability }) => [stage, won, lost, probability]),
    ).toEqual([
      ["lost", 0, 1, "0"],
      ["offer", 1, 2, "1/3"],
      ["talk", 0, 1, "0"],
      ["won", 1, 0, "1"],
    ]);
  });

  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
  // Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 182, 0.2553, 0.3662],
    [15, 133, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 28, 0.0061, 0.1718],
  ])("%s won and %s lost lie as Newcombe has it", (won, lost, low, high) => {
    const deals = [...closed("won", "offer", won), ...closed("lost", "offer", lost)];
    const [offer] = stageCalibration(deals);
    expect(offer!.low).toBeCloseTo(low, 4);
    expect(offer!.high).toBeCloseTo(high, 4);
    const [wider] = stageCalibration(deals, { confidence: 0.99 });
    expect(wider!.low).toBeLessThanOrEqual(offer!.low);
    expect(wider!.high).toBeGreaterThan(offer!.high);
  });

  test("without closed deals there is nothing to say", () => {
    expect(stageCalibration([{ stage: "offer", status: "open" }])).toEqual([]);
  });
});

describe("Slip of close dates (K65)", () => {
  const said = [
    { date: "2026-01-20", stage: "offer", closeDate: "2026-03-10" },
    { date: "2026-01-05", stage: "talk", closeDate: "2026-02-28" },
    { date: "2026-01-02", stage: "talk" },
  ];
  const won = { stage: "won", status: "won", history: said } as const;
  const deals: DealHistory[] = [
    { ...won, closeDate: "2026-03-20", closedDate: "2026-03-15" },
    { ...won, closeDate: "2026-02-26" },
    { ...won, closeDate: "2026-02-28", history: [] },
    { ...won, status: "lost", closeDate: "2026-05-01" },
    { ...won, status: "open", closeDate: "2026-05-01" },
  ];

  test("won deals say by how many days they came later than was said first", () => {
    expect(slipDistribution(deals)).toEqual({ days: [-2, 15], undated: 1 });
  });

  test("or than was said first in a stage", () => {
    expect(slipDistribution(deals, { stage: "offer" })).toEqual({ days: [-12, 5], undated: 1 });
  });

  test("percentiles are by nearest rank", () => {
    const days = [-2, 0, 5, 30];
    const at = (share: number | string) => slipPercentile({ days, undated: 0 }, share);
    expect([0, 0.25, 0.26, "1/2", 0.75, 0.76, 1].map(at)).toEqual([-2, -2, 0, 0, 5, 30, 30]);
    expect(slipPercentile({ days: [], undated: 3 }, 0.5)).toBeNull();
  });
});

describe("What is no history of deals", () => {
  const refusal = (call: () => unknown): string[] => {
    try {
      call();
    } catch (error) {
      if (!(error instanceof PlanningInputError)) throw error;
      return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    }
    return [];
  };

  test("is refused with everything that is wrong", () => {
    const deals = [{ stage: "", status: "maybe", closeDate: "2026-02-30", history: 5 }, null];
    const wrong = [
      "invalidType deals.0.stage",
      "outOfRange deals.0.status",
      "invalidDate deals.0.closeDate",
      "invalidType deals.0.history",
      "invalidType deals.1",
    ];
    expect(refusal(() => stageCalibration(deals as never))).toEqual(wrong);
    expect(refusal(() => slipDistribution(deals as never))).toEqual(wrong);
    expect(refusal(() => stageCalibration([], { confidence: 1 }))).toEqual([
      "outOfRange confidence",
    ]);
    expect(refusal(() => slipPercentile({ days: [1], undated: 0 }, 2))).toEqual([
      "outOfRange share",
    ]);
    const thrower = {
      get stage() {
        throw new Error("mine");
      },
    };
    expect(refusal(() => stageCalibration([thrower] as never))).toEqual(["invalidType deals.0"]);
  });
});
