import { demand, type InterpretationCase } from "./problem.js";

const priceBreaks = [
  { from: 10, price: "4.2" },
  { from: 20, price: 4 },
];

export const prices: readonly InterpretationCase[] = [
  {
    k: "K50",
    shows: "the last break that the start quantity reaches prices all of it, below them the price",
    input: {
      currency: "EUR",
      items: [{ id: "a", yield: "0.9" }],
      sources: [{ item: "a", kind: "buy", price: 5, priceBreaks }],
      demands: [demand("d", 8, 6), demand("e", 9, 7), demand("f", 27, 8)],
    },
    prices: ["a 5 × 8.888889 = 44.444445 EUR", "a 4.2 × 10 = 42 EUR", "a 4 × 30 = 120 EUR"],
  },
  {
    k: "K50",
    shows: "below the first break of a source without a price an order has none",
    input: {
      items: [{ id: "a" }, { id: "b" }],
      sources: [{ item: "a", kind: "buy", currency: "CHF", priceBreaks }],
      demands: [demand("d", 9, 6), demand("e", 10, 7), demand("f", 1, 7, "b")],
    },
    prices: ["a without a price", "a 4.2 × 10 = 42 CHF", "b without a price"],
  },
  {
    k: "K50",
    shows: "breaks lie at stock units, and each piece of a lot is priced by itself",
    input: {
      items: [{ id: "a", unit: "piece", units: [{ unit: "box", contains: 5 }] }],
      sources: [
        { item: "a", kind: "buy", price: 5, priceBreaks, orderUnit: "box", maximumOrder: 3 },
      ],
      demands: [demand("d", 18, 6)],
    },
    orders: ["a 15 2026-01-06 > 2026-01-06", "a 5 2026-01-06 > 2026-01-06"],
    prices: ["a 4.2 × 15 = 63", "a 5 × 5 = 25"],
  },
];
