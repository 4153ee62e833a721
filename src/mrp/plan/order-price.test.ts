import { describe, expect, test } from "vitest";
import {
  type PlanningInput,
  type PlanningRow,
  planFromJSON,
  planRequirements,
  replan,
} from "../../index.js";

type Source = PlanningRow<"sources">;
type Wheel = Partial<PlanningRow<"items">>;

/** A plan of one demand for wheels that are bought from one source. */
const planOf = (
  quantity: number | string,
  source: Partial<Source>,
  wheel: Wheel = {},
  more: Partial<PlanningInput> = {},
) =>
  planRequirements({
    startDate: "2026-01-05",
    items: [{ id: "wheel", ...wheel }],
    sources: [{ item: "wheel", kind: "buy", ...source }],
    demands: [{ id: "d", item: "wheel", quantity, due: "2026-01-16" }],
    ...more,
  });

/** Prices of the orders, unit × start quantity = amount currency. */
const pricesOf = (...problem: Parameters<typeof planOf>) =>
  Array.from(planOf(...problem).orders, ({ startQuantity, price }) =>
    price === null
      ? null
      : `${price.unit} × ${startQuantity} = ${price.amount} ${price.currency ?? "of no currency"}`,
  );

const breaks = [
  { from: 10, price: "4.20" },
  { from: "50", price: 3.999 },
];

describe("The price of an order", () => {
  test("is the last break that it reaches, for all of it", () => {
    const source = { price: 5, priceBreaks: breaks, currency: "EUR" };
    expect(pricesOf("9.99", source)).toEqual(["5 × 9.99 = 49.95 EUR"]);
    expect(pricesOf(10, source)).toEqual(["4.2 × 10 = 42 EUR"]);
    expect(pricesOf("49.999999", source)).toEqual(["4.2 × 49.999999 = 209.9999958 EUR"]);
    expect(pricesOf(50, source)).toEqual(["3.999 × 50 = 199.95 EUR"]);
    expect(pricesOf(5000, source)).toEqual(["3.999 × 5000 = 19995 EUR"]);
  });

  test("below the first break of a source without a price there is none", () => {
    expect(pricesOf(9, { priceBreaks: breaks })).toEqual([null]);
    expect(pricesOf(10, { priceBreaks: breaks })).toEqual(["4.2 × 10 = 42 of no currency"]);
    expect(pricesOf(9, { priceBreaks: [{ from: 0, price: 0 }] })).toEqual([
      "0 × 9 = 0 of no currency",
    ]);
  });

  test("is that of the start quantity, not of the good one", () => {
    expect(pricesOf(9, { price: 5, priceBreaks: breaks }, { yield: "0.9" })).toEqual([
      "4.2 × 10 = 42 of no currency",
    ]);
  });

  test("counts breaks in stock units, whatever the unit that is ordered in", () => {
    const inBoxes = { price: 5, priceBreaks: breaks, orderUnit: "box" };
    const wheel = { unit: "piece", units: [{ unit: "box", contains: 12 }] };
    expect(pricesOf(1, inBoxes, wheel)).toEqual(["4.2 × 12 = 50.4 of no currency"]);
  });

  test("is that of each order by itself, also where a maximum cuts a lot", () => {
    expect(pricesOf(14, { price: 5, priceBreaks: breaks, maximumOrder: 10 })).toEqual([
      "4.2 × 10 = 42 of no currency",
      "5 × 4 = 20 of no currency",
    ]);
  });

  test("is in the currency of its source, else in that of the input", () => {
    const inEuro = { currency: "EUR" };
    expect(pricesOf(2, { price: 5, currency: "CHF" }, {}, inEuro)).toEqual(["5 × 2 = 10 CHF"]);
    expect(pricesOf(2, { price: 5 }, {}, inEuro)).toEqual(["5 × 2 = 10 EUR"]);
  });

  test("there is none where the source states none, or is none of the input", () => {
    expect(pricesOf(2, {}, {}, { currency: "EUR" })).toEqual([null]);
    expect(pricesOf(2, { kind: "make", price: 5 })).toEqual(["5 × 2 = 10 of no currency"]);
    expect(pricesOf(2, {}, {}, { sources: [] })).toEqual([null]);
  });

  test("is exact, however many digits it has", () => {
    const price = `${"9".repeat(60)}.${"1".repeat(30)}`;
    const [order] = planOf("7.000003", { price }).orders;
    const digits = BigInt(`${"9".repeat(60)}${"1".repeat(30)}`) * 7_000_003n;
    expect(order?.price?.amount.toFixed()).toBe(`${digits}`.replace(/(?=\d{36}$)/, "."));
    expect(order?.price?.unit.toFixed()).toBe(price);
  });

  test("is another one once its source is said to ask another, though nothing else changes", () => {
    const plan = planOf(10, { id: "smith", price: 5 });
    const dearer = { change: [{ id: "smith", item: "wheel", price: 6, currency: "EUR" }] };
    expect(replan(plan, { sources: dearer }).orders.at(0)?.price).toEqual(
      planOf(10, { id: "smith", price: 6, currency: "EUR" }).orders.at(0)?.price,
    );
    expect(replan(plan, { currency: "CHF" }).orders.at(0)?.price?.currency).toBe("CHF");
    expect(`${plan.orders.at(0)?.price?.unit}`).toBe("5");
  });

  test("goes with a plan that is written and read again", () => {
    const plan = planOf(10, { price: 5, priceBreaks: breaks, currency: "EUR" });
    const text = JSON.stringify(plan);
    expect(JSON.parse(text).orders[0].price).toEqual({
      unit: "4.2",
      amount: "42",
      currency: "EUR",
    });
    expect(planFromJSON(text).orders.at(0)?.price).toEqual(plan.orders.at(0)?.price);
    expect(() => planFromJSON(text.replace('"amount":"42"', '"amount":"4"'))).toThrow("Order 0");
  });
});
