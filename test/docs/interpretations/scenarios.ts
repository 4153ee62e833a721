import {
  costPercentiles,
  drawScenarios,
  enumerateScenarios,
  planScenarios,
  readCrmRecords,
  requirementPercentiles,
  type ScenarioPolicy,
  slipDistribution,
  stageCalibration,
} from "orlicky";

/** A case of what scenarios and the history of deals come to: what is asked, and what is answered. */
export interface ScenarioCase {
  readonly k: string;
  readonly shows: string;
  readonly ask: () => unknown;
  readonly answer: unknown;
}

const policy: ScenarioPolicy = {
  asOf: "2026-01-05",
  needDate: { from: "requested" },
  forecast: { prefer: "adjusted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "excluded",
};

/** A deal of so many pieces of the item a for 12 January. */
function records(...deals: readonly (readonly [id: string, probability: string, count: number])[]) {
  return readCrmRecords({
    accounts: [{ id: "Ada" }],
    products: [{ id: "a", decimals: 0 }],
    opportunities: deals.map(([id, probability, quantity]) => ({
      ...{ id, account: "Ada", stage: "offer", status: "open", probability },
      ...{ closeDate: "2026-01-09", requestedDate: "2026-01-12" },
      lines: [{ id: "1", product: "a", quantity }],
    })),
  });
}

const names = ({ outcomes }: ReturnType<typeof enumerateScenarios>) =>
  outcomes.map(({ coming, weight }) => {
    const deals = coming.map(({ deal, slipDays }) => `${JSON.parse(deal)[1]} +${slipDays}`);
    return `${deals.join(", ") || "none"}: ${weight}`;
  });

const planned = planScenarios(
  enumerateScenarios(records(["x", "1/2", 3], ["y", "1/4", 2]), policy),
  {
    startDate: policy.asOf,
    items: [
      { id: "a", decimals: 0 },
      { id: "b", decimals: 0, unitCost: 7 },
    ],
    boms: [{ item: "a", lines: [{ item: "b", quantity: 2 }] }],
  },
  { bucket: "week" },
);

export const scenarios: readonly ScenarioCase[] = [
  {
    k: "K65",
    shows: "each deal comes as a whole or not, late by one of the days",
    ask: () =>
      names(
        enumerateScenarios(records(["y", "1", 2], ["x", "1/3", 3]), policy, { slip: [0, 0, 5] }),
      ),
    // x: 6 of 9 it does not come, 2 it is in time, 1 late; y: 2 of 3 in time, 1 late.
    answer: [
      "y +0: 12",
      "y +5: 6",
      "x +0, y +0: 4",
      "x +0, y +5: 2",
      "x +5, y +0: 2",
      "x +5, y +5: 1",
    ],
  },
  {
    k: "K65",
    shows: "a deal comes when its number lies below probability × 2^32",
    // The first numbers of seed 0 are 1363572419 and 808754475, each followed by one for the slip.
    ask: () =>
      ["1363572419/4294967296", "1363572420/4294967296"].map((probability) =>
        names(
          drawScenarios(records(["x", probability, 1]), policy, {
            seed: 0,
            draws: 1,
            slip: [0, 9],
          }),
        ),
      ),
    answer: [["none: 1"], ["x +0: 1"]],
  },
  {
    k: "K65",
    shows: "a percentile is the least figure up to which lies that share",
    // 0: 3/8, 2: 1/8, 3: 3/8, 5: 1/8 pieces of a; of b twice as many at 7.
    ask: () => ({
      needs: requirementPercentiles(planned, ["3/8", 0.5, "7/8", "0.876"]).map(
        ({ item, date, quantities }) => `${item} ${date}: ${quantities}`,
      ),
      costs: costPercentiles(planned, [0.5, 1]).currencies.map(({ amounts }) => `${amounts}`),
    }),
    answer: {
      needs: ["a 2026-01-12: 0,2,3,5", "b 2026-01-12: 0,4,6,10"],
      costs: ["28,70"],
    },
  },
  {
    k: "K65",
    shows: "a deal counts once in each stage, and slips from what was said first",
    ask: () => {
      const deal = {
        ...{ stage: "won", status: "won" as const, closeDate: "2026-01-20" },
        history: [
          { date: "2026-01-08", stage: "offer", closeDate: "2026-01-16" },
          { date: "2026-01-02", stage: "offer", closeDate: "2026-01-09" },
        ],
      };
      const stages = stageCalibration([deal, { stage: "offer", status: "lost" }]);
      return [
        stages.map(({ stage, probability }) => `${stage} ${probability}`),
        slipDistribution([deal]).days,
      ];
    },
    answer: [["offer 0.5", "won 1"], [11]],
  },
];
