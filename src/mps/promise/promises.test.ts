import { describe, expect, test } from "vitest";
import { mistakesOf } from "../../../test/support/mps/mistakes-of.js";
import {
  availableToPromise,
  backwardPromise,
  type PromiseProfileInput,
  promiseProfile,
} from "../index.js";

describe("Available-to-promise", () => {
  const short = { onHand: 10, supply: [0, 20, 0, 30], orders: [4, 10, 5, 45] };
  const of = (method: Parameters<typeof availableToPromise>[0]["method"], more = {}) =>
    availableToPromise({ method, ...short, ...more }).map(String);

  test("discrete: a shortage is taken from earlier receipts, nearest first", () => {
    expect(of("discrete")).toEqual(["0", "0", "null", "-4"]);
    expect(of("discrete", { orders: [4, 10, 5, 38] })).toEqual(["3", "0", "null", "0"]);
  });

  test("discrete: a shortage may be shown where it is", () => {
    expect(of("discrete", { shortage: "shown" })).toEqual(["6", "5", "null", "-15"]);
  });

  test("cumulative: what is there after all orders so far; with look-ahead nothing that is needed later", () => {
    expect(of("cumulative")).toEqual(["6", "16", "11", "-4"]);
    expect(of("cumulativeLookAhead")).toEqual(["0", "0", "0", "0"]);
    expect(of("cumulativeLookAhead", { infiniteSupplyFence: 3 })).toEqual([
      "6",
      "11",
      "11",
      "unlimited",
    ]);
  });

  test("backward: each period alone, a shortage from the surplus before it", () => {
    expect(of("backward")).toEqual(["0", "0", "0", "-4"]);
    expect(of("backward", { orders: [4, 10, 5, 20] })).toEqual(["6", "5", "0", "10"]);
    expect(of("backwardAccumulated", { orders: [4, 10, 5, 20] })).toEqual(["6", "11", "11", "21"]);
  });

  test("backward: an order is taken from the latest period that has all of it", () => {
    const orders = [4, 10, 5, 20];
    const ask = { onHand: 10, supply: short.supply, orders, quantity: 6, requestedPeriod: 2 };
    const alone = backwardPromise(ask);
    expect([alone.period, alone.atp.join(" ")]).toEqual([0, "0 5 0 10"]);
    const together = backwardPromise({ ...ask, accumulate: true });
    expect([together.period, together.atp.join(" ")]).toEqual([2, "5 5 5 15"]);
    const none = backwardPromise({ ...ask, quantity: 12 });
    expect([none.period, none.atp.join(" ")]).toEqual([null, "6 5 0 10"]);
  });

  test("refuses negative quantities and lists that do not fit, each by its place", () => {
    const wrong = { method: "discrete", supply: [-1, 2], orders: [0, -2] } as const;
    expect(mistakesOf(() => availableToPromise(wrong))).toEqual([
      "supply.0: outOfRange",
      "orders.1: outOfRange",
    ]);
    const other = { method: "backward", supply: [1, 2], orders: [0] } as const;
    expect(mistakesOf(() => availableToPromise(other))).toEqual(["orders: contradiction"]);
    const beyond = { supply: [1], orders: [1], quantity: 0, requestedPeriod: 1 };
    expect(mistakesOf(() => backwardPromise(beyond))).toEqual([
      "requestedPeriod: outOfRange",
      "quantity: outOfRange",
    ]);
  });
});

describe("A profile of promises", () => {
  const input: PromiseProfileInput = {
    startDate: "2026-01-05",
    onHand: 20,
    supply: [
      { date: "2026-01-12", quantity: 50 },
      { date: "2026-01-26", quantity: 50 },
    ],
    orders: [{ date: "2026-01-20", quantity: 40 }],
  };
  const profile = promiseProfile(input);

  test("promises of a day what no later day needs", () => {
    const days = ["2026-01-05", "2026-01-12", "2026-01-26", "2199-12-31"];
    expect(days.map((day) => Number(profile.promiseQuantity(day)))).toEqual([20, 30, 80, 80]);
  });

  test("finds the first day that has all of a quantity", () => {
    expect([20, 21, 30, 31, 80, 81].map((quantity) => profile.promiseDate(quantity))).toEqual([
      "2026-01-05",
      "2026-01-12",
      "2026-01-12",
      "2026-01-26",
      "2026-01-26",
      undefined,
    ]);
    expect(profile.promiseDate(5, "2026-01-08")).toBe("2026-01-08");
  });

  test("gives in parts what it cannot give at once", () => {
    const { deliveries, open } = profile.promiseParts(90);
    const parts = deliveries.map(({ date, quantity }) => `${date}: ${quantity}`);
    expect(parts).toEqual(["2026-01-05: 20", "2026-01-12: 10", "2026-01-26: 50"]);
    expect(Number(open)).toBe(10);
  });

  test("refuses a promise that would break an order or an earlier promise", () => {
    const booked = profile.book({ date: "2026-01-12", quantity: 25 });
    expect(Number(booked.promiseQuantity("2026-01-05"))).toBe(5);
    const tooMuch = { date: "2026-01-05", quantity: 6 };
    expect(() => booked.book(tooMuch)).toThrow("The quantity (6) must be at most 5");
    expect(mistakesOf(() => booked.book(tooMuch))).toEqual(["quantity: contradiction"]);
  });

  test("gives back what is released, and releases nothing that is not booked on the day", () => {
    const booked = profile.book({ date: "2026-01-12", quantity: 25 });
    const released = booked.release({ date: "2026-01-12", quantity: 10 });
    expect(Number(released.promiseQuantity("2026-01-05"))).toBe(15);
    const wrong = { date: "2026-01-13", quantity: 10 };
    expect(mistakesOf(() => released.release(wrong))).toEqual(["quantity: contradiction"]);
    const more = { date: "2026-01-12", quantity: 16 };
    expect(mistakesOf(() => released.release(more))).toEqual(["quantity: contradiction"]);
  });

  test("has no limit from the infinite-supply fence on", () => {
    const open = promiseProfile({ ...input, infiniteSupplyFence: "2026-01-19" });
    expect(Number(open.promiseQuantity("2026-01-18"))).toBe(70);
    expect(open.promiseQuantity("2026-01-19")).toBe("unlimited");
    expect(open.promiseDate(1000)).toBe("2026-01-19");
    const booked = open.book({ date: "2026-01-20", quantity: 1000 });
    expect(Number(booked.promiseQuantity("2026-01-05"))).toBe(20);
  });

  test("counts what is past due on the first day, for as many days as asked", () => {
    const late = {
      ...input,
      supply: [
        { date: "2026-01-01", quantity: 7 },
        { date: "2025-12-01", quantity: 100 },
      ],
      orders: [
        { date: "2025-12-31", quantity: 4 },
        { date: "2025-11-30", quantity: 9 },
      ],
    };
    expect(Number(promiseProfile(late).promiseQuantity("2026-01-05"))).toBe(20 + 107 - 13);
    const some = promiseProfile({ ...late, pastDueSupplyDays: 4, pastDueOrderDays: 5 });
    expect(Number(some.promiseQuantity("2026-01-05"))).toBe(20 + 7 - 4);
    expect([some.ignored.supply, some.ignored.orders].map(Number)).toEqual([100, 9]);
  });

  test("refuses what is wrong, all at once", () => {
    const wrong = {
      startDate: "2026-01-05",
      supply: [{ date: "2026-01-32", quantity: -1 }],
      orders: [{ date: "2026-01-06", quantity: "many" }],
    };
    expect(mistakesOf(() => promiseProfile(wrong))).toEqual([
      "supply.0.date: invalidDate",
      "supply.0.quantity: outOfRange",
      "orders.0.quantity: invalidQuantity",
    ]);
    const crossing = { ...input, infiniteSupplyFence: "2026-01-04" };
    expect(mistakesOf(() => promiseProfile(crossing))).toEqual([
      "infiniteSupplyFence: contradiction",
    ]);
    expect(mistakesOf(() => profile.promiseDate("0.5", "2026-01-04"))).toEqual([
      "notBefore: outOfRange",
      "quantity: tooFine",
    ]);
    expect(mistakesOf(() => profile.promiseQuantity("tomorrow"))).toEqual(["date: invalidDate"]);
  });

  test("can be asked by questions that were taken out of it", () => {
    const { promiseDate, promiseQuantity, promiseParts, book, release } = promiseProfile({
      startDate: "2026-01-05",
      onHand: 5,
      supply: [],
      orders: [],
    });
    expect(promiseDate(5)).toBe("2026-01-05");
    expect(`${promiseQuantity("2026-01-05")}`).toBe("5");
    expect(promiseParts(5).deliveries).toHaveLength(1);
    expect(`${book({ date: "2026-01-05", quantity: 2 }).promiseQuantity("2026-01-05")}`).toBe("3");
    expect(mistakesOf(() => release({ date: "2026-01-05", quantity: 2 }))).toEqual([
      "quantity: contradiction",
    ]);
  });

  test("never changes", () => {
    const profile = promiseProfile({ startDate: "2026-01-05", onHand: 5, supply: [], orders: [] });
    expect(() => Object.assign(profile, { startDate: "2027-01-01" })).toThrow(TypeError);
    expect(() => Object.assign(profile, { promiseDate: () => "2027-01-01" })).toThrow(TypeError);
    expect(() => Object.assign(profile.ignored, { supply: profile })).toThrow(TypeError);
    expect(profile.promiseDate(1)).toBe("2026-01-05");
  });
});
