import { describe, expect, test } from "vitest";
import { Decimal, type PlanningInputError } from "../../core/index.js";
import { combineForecasts } from "./combine-forecasts.js";
import { delphiEstimate } from "./delphi-estimate.js";
import { forecastAccuracy } from "./forecast-accuracy.js";

const week = { from: "2026-03-02", until: "2026-03-08" };
const sources = [
  { id: "sales", percentage: 25 },
  { id: "model", percentage: 75 },
];

function refusalOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    return (error as PlanningInputError).issues.map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );
  }
  return [];
}

describe("Forecasts of several sources and versions", () => {
  const forecasts = [
    { source: "sales", version: 1, ...week, quantity: 90 },
    { source: "model", ...week, quantity: 100 },
    { source: "sales", version: 3, ...week, quantity: 120 },
    { source: "sales", version: 2, ...week, quantity: 108 },
  ];

  test("are weighed by the percentages of the sources, the newest version of each", () => {
    const [row] = combineForecasts({ forecasts, sources });
    expect([`${row?.quantity}`, `${row?.least}`, `${row?.most}`]).toEqual(["105", "100", "120"]);
    expect(row?.id).toBe('[null,"2026-03-02","2026-03-08"]');
  });

  test("older versions count less and less by the decay", () => {
    // (120 + 108 ÷ 2 + 90 ÷ 4) ÷ (1 + 1 ÷ 2 + 1 ÷ 4) = 786 ÷ 7
    const [row] = combineForecasts({ forecasts, sources, decay: 0.5, decimals: 3 });
    expect(`${row?.quantity}`).toBe("103.071"); // 786 ÷ 28 + 75
  });

  test("the mean lies between the least and the most that was said, all of them rounded alike", () => {
    const said = [42, 40].map((quantity, n) => ({
      source: "s",
      version: n + 1,
      ...week,
      quantity,
    }));
    const one = [{ id: "s", percentage: 100 }];
    const figures = (input: object) => {
      const [row] = combineForecasts({ forecasts: said, sources: one, ...input });
      return [row?.quantity, row?.least, row?.most].map(String);
    };
    expect(figures({ decay: "0.5" })).toEqual(["41", "40", "42"]);
    // Without a decay the newest version alone was said.
    expect(figures({})).toEqual(["40", "40", "40"]);
    expect(figures({ decimals: 2, decay: "1/3", forecasts: said })).toEqual(["40.5", "40", "42"]);
    const fine = [{ source: "s", ...week, quantity: "40.5" }];
    expect(figures({ forecasts: fine })).toEqual(["41", "41", "41"]);
  });

  test("of thousands of sources with percentages that are fractions add up", () => {
    const many = Array.from({ length: 3000 }, (_, n) => {
      const odd = 1_000_003 + n - (n % 2);
      const part = n % 2 === 0 ? 1 : odd - 1;
      return { id: `${n}`, percentage: `${200 * part}/${odd * 3000}` };
    });
    const same = many.map(({ id }) => ({ source: id, ...week, quantity: 7 }));
    const [row] = combineForecasts({ forecasts: same, sources: many });
    expect([row?.quantity, row?.least, row?.most].map(String)).toEqual(["7", "7", "7"]);
  });

  test("are kept apart by key and period, in their order", () => {
    const both = (key: string, from: string) =>
      sources.map(({ id }) => ({ source: id, key, from, quantity: 4 }));
    const rows = combineForecasts({
      forecasts: [
        ...both("south", "2026-03-03"),
        ...both("north", "2026-03-03"),
        ...both("north", "2026-03-02"),
      ],
      sources,
    });
    expect(rows.map(({ key, from }) => `${key} ${from}`)).toEqual([
      "north 2026-03-02",
      "north 2026-03-03",
      "south 2026-03-03",
    ]);
  });

  test("a source that says nothing of a period is refused, or the others count in its place", () => {
    const alone = forecasts.filter(({ source }) => source === "sales");
    expect(refusalOf(() => combineForecasts({ forecasts: alone, sources }))).toEqual([
      "contradiction forecasts",
    ]);
    const [row] = combineForecasts({ forecasts: alone, sources, missing: "others" });
    expect(`${row?.quantity}`).toBe("120");
  });

  test("percentages that are not 100 in all, unknown sources and equal versions are refused", () => {
    const wrong = [
      { source: "sales", ...week, quantity: 90 },
      { source: "sales", ...week, quantity: 91 },
      { source: "oracle", ...week, quantity: 1 },
    ];
    const halves = [{ id: "sales", percentage: 50 }];
    expect(refusalOf(() => combineForecasts({ forecasts: wrong, sources: halves }))).toEqual([
      "contradiction sources",
      "unknownId forecasts.2.source",
      "contradiction forecasts.1.version",
    ]);
  });
});

describe("A Delphi inquiry", () => {
  const said = (...estimates: number[]) =>
    estimates.map((estimate, n) => ({ id: `${n}`, estimate }));

  test("gives the median and the quartiles of each round, and who lies outside", () => {
    const [round] = delphiEstimate({ rounds: [said(200, 80, 120, 100, 90)] }).rounds;
    const { median, lowerQuartile, upperQuartile, interquartileRange } = round!;
    expect([median, lowerQuartile, upperQuartile, interquartileRange].map(Number)).toEqual([
      100, 90, 120, 30,
    ]);
    expect(round?.outside).toEqual(["0", "1"]);
  });

  test("ends with the first round in which the quartiles lie close enough", () => {
    const rounds = [said(80, 100, 120, 200), said(100, 105, 110, 120), said(1, 2, 3, 4)];
    const { agreedIn, estimate } = delphiEstimate({ rounds });
    expect([agreedIn, `${estimate}`]).toEqual([2, "107.5"]);
    expect(delphiEstimate({ rounds, agreement: 0 })).toMatchObject({
      agreedIn: null,
      estimate: null,
    });
  });

  test("an expert speaks once in a round", () => {
    const rounds = [[...said(1), ...said(2)]];
    expect(refusalOf(() => delphiEstimate({ rounds }))).toEqual(["duplicateId rounds.0.1.id"]);
  });
});

describe("Measures of a forecast", () => {
  test("Heizer & Render, Operations Management, tracking signal: 35 ÷ 14.2", () => {
    const { trackingSignal, meanAbsoluteError, bias } = forecastAccuracy({
      actual: [90, 95, 115, 100, 125, 140],
      forecast: [100, 100, 100, 110, 110, 110],
    });
    expect(meanAbsoluteError).toBeCloseTo(14.1667, 4);
    expect(bias).toBeCloseTo(35 / 6, 12);
    expect(trackingSignal).toBeCloseTo(2.4706, 4);
  });

  test("percentages leave out periods in which nothing came, and say how many", () => {
    const accuracy = forecastAccuracy({ actual: [0, 50, 100], forecast: [10, 40, 125] });
    expect(accuracy.meanAbsolutePercentageError).toBeCloseTo((20 + 25) / 2, 12);
    expect(accuracy.periodsWithoutPercentage).toBe(1);
    expect(accuracy.weightedAbsolutePercentageError).toBeCloseTo((100 * 45) / 150, 12);
  });

  test("the scaled error is that of the naive forecast when it is 1", () => {
    const actual = [10, 12, 9, 15];
    const naive = { actual: actual.slice(1), forecast: actual.slice(0, -1), history: actual };
    expect(forecastAccuracy(naive).meanAbsoluteScaledError).toBe(1);
    const seasonal = { actual: [4, 8], forecast: [5, 9], history: [2, 5, 4, 8], seasonLength: 2 };
    expect(forecastAccuracy(seasonal).meanAbsoluteScaledError).toBeCloseTo(1 / 2.5, 12);
  });

  test("where something cannot be said it is null; a perfect forecast has no signal", () => {
    expect(
      forecastAccuracy({ actual: [new Decimal(0), "50", 100], forecast: ["10", 40, "250/2"] }),
    ).toEqual(forecastAccuracy({ actual: [0, 50, 100], forecast: [10, 40, 125] }));
    expect(forecastAccuracy({ actual: [0], forecast: [0] })).toEqual({
      bias: 0,
      meanAbsoluteError: 0,
      meanAbsolutePercentageError: null,
      periodsWithoutPercentage: 1,
      weightedAbsolutePercentageError: null,
      meanAbsoluteScaledError: null,
      trackingSignal: 0,
    });
  });

  test("both must be of the same periods", () => {
    expect(refusalOf(() => forecastAccuracy({ actual: [1, 2], forecast: [1] }))).toEqual([
      "contradiction forecast",
    ]);
  });
});
