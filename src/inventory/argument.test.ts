import { describe, expect, test } from "vitest";
import type { PlanningInputError } from "../core/index.js";
import { flag, identifier, listOf, objectOf, oneOf, optional, readArgument } from "./argument.js";
import { finite } from "./finite.js";
import * as inventory from "./index.js";
import { abcClassification, economicOrderQuantity, minMaxPolicy, newsvendor } from "./index.js";
import { fraction, nonNegative, positive, wholeNumber } from "./number-argument.js";

/** What a call is refused with: code, path and message of each mistake. */
function mistakes(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    const { name, issues } = error as PlanningInputError;
    expect(name).toBe("PlanningInputError");
    return issues.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`);
  }
  throw new Error("it is not refused");
}

const FIELDS = {
  name: identifier,
  rate: positive,
  level: optional(fraction),
  kind: oneOf("small", "large"),
  isOpen: optional(flag, false),
  rows: listOf(objectOf({ count: wholeNumber(1, 9) })),
};

describe("A refusal of a call", () => {
  test("lists every mistake with field, value and advice", () => {
    const input = {
      name: "",
      rate: -2,
      level: 1,
      kind: "huge",
      isOpen: 1,
      rows: [{ count: 0.5 }, { count: 3, size: 1 }, 7],
      colour: "red",
    };
    expect(mistakes(() => readArgument(input, FIELDS))).toEqual([
      'unknownField colour: The field "colour" is unknown here. Correct its name or leave it out; known are name, rate, level, kind, isOpen, rows.',
      'invalidType name: The name ("") must be a text that is not empty.',
      "outOfRange rate: The rate (-2) must be above 0.",
      "outOfRange level: The level (1) must be above 0 and below 1.",
      'outOfRange kind: The kind ("huge") must be one of "small", "large".',
      "invalidType isOpen: The isOpen (1) must be true or false.",
      "outOfRange rows.0.count: The rows[0].count (0.5) must be a whole number, from 1 to 9.",
      'unknownField rows.1.size: The field "size" is unknown here. Correct its name or leave it out; known are count.',
      "invalidType rows.2: The rows[2] (7) must be { count }.",
    ]);
  });

  test("names what is missing and what it must be", () => {
    expect(mistakes(() => readArgument({}, { rate: positive, list: listOf(flag) }))).toEqual([
      "missingField rate: The rate is missing. It must be a number, above 0.",
      "missingField list: The list is missing. It must be a list.",
    ]);
    expect(mistakes(() => economicOrderQuantity(undefined as never))).toEqual([
      "missingField : The argument is missing. It must be { fixedCost, holdingCost, demandRate }.",
    ]);
  });

  test.each([
    ["null", null],
    ["a text", "fast"],
    ["a list", [1]],
    ["a number", 7],
    ["a function", () => 1],
    ["a symbol", Symbol("s")],
    ["a big integer", 7n],
  ])("tells %s from an object with fields", (_, argument) => {
    const [mistake] = mistakes(() => readArgument(argument, { rate: positive }));
    expect(mistake).toMatch(/^invalidType : The argument \(.*\) must be \{ rate \}\.$/);
  });

  test("says of a number that is none, infinite, too large or too small what it must be", () => {
    const of = (rate: unknown) => mistakes(() => readArgument({ rate }, { rate: positive }))[0];
    expect(of(Number.NaN)).toBe("invalidType rate: The rate (NaN) must be a number, above 0.");
    expect(of(Number.POSITIVE_INFINITY)).toMatch(/^outOfRange rate: .* choose other units\.$/);
    expect(of(1e308)).toBe(
      "outOfRange rate: The rate (1e+308) must be 0 or between 1e-100 and 1e+100 in size; choose other units.",
    );
    expect(of(5e-324)).toMatch(/^outOfRange/);
    expect(of(-0)).toBe("outOfRange rate: The rate (0) must be above 0.");
    expect(of("12")).toBe('invalidType rate: The rate ("12") must be a number, above 0.');
  });

  test("comes of getters and proxies that throw, never their own error", () => {
    const argument = {
      get rate(): number {
        throw new RangeError("mine");
      },
    };
    expect(mistakes(() => readArgument(argument, { rate: positive }))).toEqual([
      "invalidType rate: The rate cannot be read. Give plain values.",
    ]);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(mistakes(() => readArgument(proxy, { rate: positive }))).toEqual([
      "invalidType : The argument cannot be read. Give plain values.",
    ]);
  });

  test("treats __proto__ as any other unknown field", () => {
    const argument = JSON.parse('{"rate": 1, "__proto__": {"rate": 2}}');
    expect(mistakes(() => readArgument(argument, { rate: positive }))[0]).toMatch(
      /^unknownField __proto__/,
    );
  });

  test("does not read a list with thousands of mistakes to its end", () => {
    const errors = mistakes(() =>
      readArgument({ list: new Array(2 ** 32 - 1) }, { list: listOf(flag) }),
    );
    expect(errors).toHaveLength(1001);
    expect(errors.at(-1)).toBe(
      "moreMistakes : There are at least 99000 more mistakes. Correct these first.",
    );
  });

  test("of a result that no number holds says which", () => {
    expect(mistakes(() => finite({ rows: [{ cost: 1 }, { cost: Number.NaN }] }))).toEqual([
      "outOfRange : The rows[1].cost leaves what a floating-point number holds. The figures given lie too far apart; correct them or choose other units.",
    ]);
  });
});

describe("An argument that is sound", () => {
  test("is read once, into values of its own", () => {
    let readings = 0;
    const list = [1, 2];
    const argument = {
      get rate(): number {
        readings += 1;
        return readings;
      },
      list,
    };
    const read = readArgument(argument, { rate: positive, list: listOf(positive) });
    expect(read).toEqual({ rate: 1, list: [1, 2] });
    expect(read.list).not.toBe(list);
    expect(readings).toBe(1);
  });

  test("has no negative zero", () => {
    expect(Object.is(readArgument({ rate: -0 }, { rate: nonNegative }).rate, 0)).toBe(true);
  });
});

describe("What fields say together", () => {
  test("probabilities must sum to 1 and name each demand once", () => {
    const of = (probabilities: { demand: number; probability: number }[]) =>
      mistakes(() =>
        newsvendor({
          demand: { distribution: "discrete", probabilities },
          overageCost: 1,
          underageCost: 1,
        }),
      );
    expect(of([{ demand: 1, probability: 0.4 }])).toEqual([
      "contradiction demand.probabilities: The probabilities sum to 0.4. They must sum to 1.",
    ]);
    expect(
      of([
        { demand: 1, probability: 0.5 },
        { demand: 1, probability: 0.5 },
      ]),
    ).toEqual([
      "contradiction demand.probabilities: The probabilities name a demand twice. Give each demand once.",
    ]);
    expect(of([{ demand: 0, probability: 1 }])).toEqual([
      "contradiction demand.probabilities: There is never any demand. Give one above 0 a probability.",
    ]);
  });

  test("an unknown distribution is told the known ones", () => {
    const demand = { distribution: "gauss", mean: 1 } as never;
    expect(mistakes(() => newsvendor({ demand, overageCost: 1, underageCost: 1 }))).toEqual([
      'outOfRange demand.distribution: The demand.distribution ("gauss") must be one of "normal", "poisson", "discrete".',
    ]);
  });

  test("an id that stands twice is refused", () => {
    const items = [
      { id: "a", value: 1 },
      { id: "a", value: 2 },
    ];
    expect(mistakes(() => abcClassification({ items }))).toEqual([
      'contradiction items.1.id: The id ("a") stands twice. Give each item once.',
    ]);
  });
});

describe("A policy that does not fit", () => {
  test("says which one does: without a cost of ordering two levels are one", () => {
    const demand = { distribution: "poisson", mean: 6 } as const;
    const call = () => minMaxPolicy({ demand, fixedCost: 0, holdingCost: 1, stockoutCost: 4 });
    expect(mistakes(call)).toEqual([
      "outOfRange fixedCost: The fixedCost (0) must be above 0. Where an order costs nothing, one level is best: take baseStock.",
    ]);
  });
});

describe("Demand that never varies", () => {
  const normal = {
    ...{ demandRate: 200, fixedCost: 50, holdingCost: 2 },
    ...{ leadTimeDemandMean: 100, leadTimeDemandDeviation: 0 },
  };
  const review = { demandMean: 10, demandDeviation: 0, reviewPeriod: 4, leadTime: 5 };
  const season = { distribution: "normal", mean: 12, deviation: 0 } as const;

  test.each<[string, () => unknown, string]>([
    [
      "reorderService",
      () => inventory.reorderService({ ...pick(normal), reorderPoint: 100, orderQuantity: 9 }),
      "The leadTimeDemandDeviation (0) must be above 0; what never varies is never short from a reorder point of leadTimeDemandMean on.",
    ],
    [
      "cycleServiceReorderPolicy",
      () => inventory.cycleServiceReorderPolicy({ ...normal, serviceLevel: 0.9 }),
      "The leadTimeDemandDeviation (0) must be above 0; for demand that never varies take economicOrderQuantity, and leadTimeDemandMean as the reorder point.",
    ],
    [
      "periodicReviewPolicy",
      () => inventory.periodicReviewPolicy({ ...review, cycleService: 0.9 }),
      "The demandDeviation (0) must be above 0 where the lead time does not vary either. What never varies needs no policy: order up to demandMean × (reviewPeriod + leadTime).",
    ],
    [
      "minMaxPowerApproximation",
      () =>
        inventory.minMaxPowerApproximation({
          ...{ demandMean: 5, demandDeviation: 0 },
          ...{ fixedCost: 5, holdingCost: 1, stockoutCost: 4 },
        }),
      "The demandDeviation (0) must be above 0; for demand that never varies take minMaxPolicy, with one demand of probability 1.",
    ],
    [
      "newsvendor",
      () => newsvendor({ demand: season, overageCost: 1, underageCost: 4 }),
      'The demand.deviation (0) must be above 0; for demand that never varies take the distribution "discrete", with one demand of probability 1.',
    ],
  ])("is refused by %s, which says what to do instead", (_, call, message) => {
    expect(mistakes(call)).toEqual([expect.stringContaining(message)]);
  });

  test("is what the messages say", () => {
    const demand = {
      distribution: "discrete",
      probabilities: [{ demand: 12, probability: 1 }],
    } as const;
    const bought = newsvendor({ demand, overageCost: 1, underageCost: 4 });
    expect([bought.orderQuantity, bought.cost]).toEqual([12, 0]);
    const costs = { fixedCost: 5, holdingCost: 1, stockoutCost: 4 };
    expect(minMaxPolicy({ demand, ...costs }).expectedBackorders).toBe(0);
  });

  test("has a level for review where the lead time varies", () => {
    const input = { ...review, leadTimeDeviation: 0.5, cycleService: 0.9772498680518208 };
    const found = inventory.periodicReviewPolicy(input);
    expect(found.protectionDemandDeviation).toBe(5);
    expect(found.orderUpTo).toBeCloseTo(100, 9);
  });

  function pick({ leadTimeDemandMean, leadTimeDemandDeviation }: typeof normal) {
    return { leadTimeDemandMean, leadTimeDemandDeviation };
  }
});
