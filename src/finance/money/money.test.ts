import { describe, expect, test } from "vitest";
import {
  addMoney,
  allocateMoney,
  compareMoney,
  type DatedRate,
  exchangeMoney,
  inventoryValue,
  type Money,
  money,
  PlanningInputError,
  planLedger,
  planRequirements,
  rateBook,
  roundMoney,
  scaleMoney,
  standardCosts,
  subtractMoney,
  sumMoney,
} from "../../index.js";

function codesOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    expect((error as PlanningInputError).name).toBe(PlanningInputError.name);
    return (error as PlanningInputError).issues.map(({ code }) => code);
  }
  return [];
}

const text = ({ amount, currency }: Money): string => `${amount.toFixed()} ${currency}`;
const third = scaleMoney(money("EUR", 1), "1/3");

describe("Money", () => {
  test("is the decimal that is written, and a fraction stays one", () => {
    expect(text(money("EUR", "12.50"))).toBe("12.5 EUR");
    expect(text(sumMoney("EUR", [money("EUR", 0.1), money("EUR", 0.2)]))).toBe("0.3 EUR");
    expect(text(sumMoney("EUR", [third, third, third]))).toBe("1 EUR");
    expect(compareMoney(subtractMoney(money("EUR", 1), third), scaleMoney(third, 2))).toBe(0);
    expect(text(sumMoney("EUR", []))).toBe("0 EUR");
  });

  test("that comes back from JSON is what is written there", () => {
    const back = JSON.parse(JSON.stringify(money("EUR", "0.10"))) as Money;
    expect(back).toEqual({ amount: "0.1", currency: "EUR" });
    expect(text(addMoney(back, money("EUR", 1)))).toBe("1.1 EUR");
  });

  test("of two currencies is refused together, whatever is done", () => {
    const [euros, dollars]: readonly Money[] = [money("EUR", 1), money("USD", 1)];
    const together: readonly (() => unknown)[] = [
      () => addMoney(euros!, dollars!),
      () => subtractMoney(euros!, dollars!),
      () => compareMoney(euros!, dollars!),
      () => sumMoney("EUR", [euros, dollars] as Money<"EUR">[]),
    ];
    for (const make of together) expect(codesOf(make)).toEqual(["currencyMismatch"]);
  });

  test("is exchanged by the latest rate not after the day; an inverse is not made up", () => {
    const rates = [
      { from: "USD", to: "EUR", rate: "1/3" },
      { from: "USD", to: "EUR", rate: "0.9", date: "2026-02-01" },
    ];
    const on = (day: string) => exchangeMoney(money("USD", 30), { to: "EUR", rates, on: day });
    expect([text(on("2026-01-31")), text(on("2026-02-01"))]).toEqual(["10 EUR", "27 EUR"]);
    const back = () => exchangeMoney(money("EUR", 1), { to: "USD", rates, on: "2026-02-01" });
    expect(codesOf(back)).toEqual(["noRate"]);
  });

  test.each([
    ["0.125", "0.13", "0.12"],
    ["0.135", "0.14", "0.14"],
    ["-0.125", "-0.13", "-0.12"],
    ["0.1251", "0.13", "0.13"],
    ["-0.004", "0", "0"],
    ["1/3", "0.33", "0.33"],
  ])("%s is rounded to %s half up, to %s half even", (amount, up, even) => {
    const given = money("EUR", amount);
    expect(roundMoney(given, { decimals: 2 }).amount.toFixed()).toBe(up);
    expect(roundMoney(given, { decimals: 2, mode: "halfEven" }).amount.toFixed()).toBe(even);
  });

  test("is exchanged by no rate of a day that has two, nor by one from a currency to itself", () => {
    const usd = { from: "USD", to: "EUR", rate: "0.9" };
    const dated = { ...usd, date: "2026-01-01" };
    const refused = (rates: readonly DatedRate[]): readonly string[] => {
      const texts: string[] = [];
      const asked = { to: "EUR", rates, on: "2026-02-01" };
      const plan = planRequirements({ startDate: "2026-01-05", currency: "EUR", items: [] });
      const calls = [
        () => exchangeMoney(money("EUR", 10), asked),
        () => rateBook(rates),
        () => standardCosts(plan, { rates }),
        () => planLedger(plan, { costs: standardCosts(plan), rates }),
        () => inventoryValue(plan, { costs: standardCosts(plan), rates }),
      ];
      for (const call of calls) {
        try {
          call();
          texts.push("none");
        } catch (error) {
          const { issues } = error as PlanningInputError;
          texts.push(issues.map(({ code, path }) => `${code} ${path.join(".")}`).join(", "));
        }
      }
      return [...new Set(texts)];
    };
    expect(refused([usd, dated, { ...usd, date: "2026-01-02", rate: 9 }])).toEqual(["none"]);
    expect(refused([dated, dated, { ...dated, rate: "9/10" }])).toEqual(["none"]);
    expect(refused([usd, { ...usd, from: "EUR", to: "USD", rate: 2 }])).toEqual(["none"]);
    expect(refused([usd, dated, { ...usd, rate: 9 }])).toEqual(["contradiction rates.2.rate"]);
    expect(refused([{ ...dated, rate: 9 }, usd, dated])).toEqual(["contradiction rates.2.rate"]);
    expect(refused([{ from: "EUR", to: "EUR", rate: 1 }])).toEqual(["none"]);
    expect(refused([{ from: "EUR", to: "EUR", rate: 2 }])).toEqual(["contradiction rates.0.rate"]);
    const same = () => rateBook([dated, { ...dated, rate: 9 }]);
    expect(same).toThrow("from 2026-01-01 on");
  });

  test("is split so that the parts add up; what is left goes to those that lost most", () => {
    const parts = (amount: string, weights: readonly (number | string)[], decimals = 2) =>
      allocateMoney(money("EUR", amount), weights, { decimals }).map((part) => `${part.amount}`);
    expect(parts("100", [1, 1, 1])).toEqual(["33.34", "33.33", "33.33"]);
    expect(parts("0.05", [3, 7])).toEqual(["0.02", "0.03"]);
    expect(parts("-100", [1, 1, 1])).toEqual(["-33.34", "-33.33", "-33.33"]);
    expect(parts("10", ["1/3", 0, "2/3"], 0)).toEqual(["3", "0", "7"]);
  });

  test("that is none, or cannot be split or rounded, is refused with what is wrong", () => {
    const euro = money("EUR", 1);
    expect(codesOf(() => money("", Number.NaN))).toEqual(["invalidType", "invalidQuantity"]);
    expect(codesOf(() => addMoney(euro, 3 as never))).toEqual(["invalidType"]);
    for (const none of [null, 3] as never[]) {
      expect(codesOf(() => addMoney(none, euro))).toEqual(["invalidType"]);
      expect(codesOf(() => subtractMoney(none, euro))).toEqual(["invalidType"]);
      expect(codesOf(() => scaleMoney(none, 2))).toEqual(["invalidType"]);
      expect(codesOf(() => sumMoney("EUR", none))).toEqual(["invalidType"]);
    }
    expect(codesOf(() => scaleMoney(euro, "a half"))).toEqual(["invalidQuantity"]);
    expect(codesOf(() => allocateMoney(euro, [0, 0], { decimals: 2 }))).toEqual(["contradiction"]);
    expect(codesOf(() => allocateMoney(euro, [], { decimals: 2 }))).toEqual(["outOfRange"]);
    expect(codesOf(() => allocateMoney(euro, [-1, 2], { decimals: 2 }))).toEqual(["outOfRange"]);
    expect(codesOf(() => roundMoney(euro, { decimals: 13 }))).toEqual(["outOfRange"]);
    expect(codesOf(() => roundMoney(euro, { decimals: 2, mode: "up" as never }))).toEqual([
      "outOfRange",
    ]);
  });
});
