import { demand, type InterpretationCase, purchase } from "./problem.js";

export const lots: readonly InterpretationCase[] = [
  {
    k: "K8",
    shows: "a period's order leaves out what waiting supply could bring by then",
    input: {
      conventions: { expediteWithin: 0 },
      items: [{ id: "a", lotSizing: { rule: "periodOrderQuantity", days: 5 } }],
      supplies: [purchase("po", 10, 8)],
      demands: [demand("d", 10, 6), demand("e", 15, 8)],
    },
    orders: ["a 15 2026-01-06 > 2026-01-06"],
    supplies: ["po 2026-01-08 for 2026-01-08"],
  },
  {
    k: "K9",
    shows: "modifiers work on each lot, and there are as many as the good sum needs",
    input: {
      items: [
        {
          id: "a",
          orderMultiple: 5,
          lotSizing: { rule: "fixedOrderQuantity", quantity: 7, each: true },
        },
      ],
      demands: [demand("d", 25, 6)],
    },
    orders: [
      "a 10 2026-01-06 > 2026-01-06",
      "a 10 2026-01-06 > 2026-01-06",
      "a 10 2026-01-06 > 2026-01-06",
    ],
  },
  {
    k: "K10",
    shows: "orderUpTo of minMax is its lot rule",
    input: {
      items: [{ id: "a", method: "minMax", reorderPoint: 5, orderUpTo: 20, onHand: 5 }],
      demands: [demand("d", 1, 6)],
    },
    orders: ["a 16 2026-01-06 > 2026-01-06"],
  },
  {
    k: "K29",
    shows: "whole order units and multiples meet at the least that is both",
    input: {
      items: [
        {
          id: "a",
          decimals: 0,
          unit: "piece",
          units: [{ unit: "pair", contains: 2 }],
          orderUnit: "pair",
          orderMultiple: "1.5", // pairs: 3 pieces
        },
      ],
      demands: [demand("d", 1, 6)],
    },
    orders: ["a 6 2026-01-06 > 2026-01-06"],
  },
  {
    k: "K30",
    shows: "a maximum that is lowered is said where it is used, once",
    input: {
      sites: [{ id: "x" }, { id: "y" }],
      items: [{ id: "a", orderMultiple: 4, maximumOrder: 10 }],
      demands: [
        { ...demand("d", 9, 6), site: "x" },
        { ...demand("e", 1, 6), site: "y" },
      ],
    },
    orders: [
      "a 8 2026-01-06 > 2026-01-06",
      "a 4 2026-01-06 > 2026-01-06",
      "a 4 2026-01-06 > 2026-01-06",
    ],
    messages: ["inputAdjusted"],
  },
  {
    k: "K34",
    shows: "a rule by cost covers the periods from the shortage on, with costs of the item",
    input: {
      items: [
        {
          id: "a",
          setupCost: 20,
          holdingCost: "0.5",
          lotSizing: { rule: "silverMeal" },
          onHand: 3,
        },
      ],
      demands: [demand("d", 5, 6), demand("e", 9, 7), demand("f", 8, 9), demand("g", 30, 12)],
    },
    // A day costs 20, 12.25, 8.17, then 9.13: the need of the 9th is left to the next lot.
    orders: [
      "a 11 2026-01-06 > 2026-01-06",
      "a 8 2026-01-09 > 2026-01-09",
      "a 30 2026-01-12 > 2026-01-12",
    ],
  },
  {
    k: "K34",
    shows: "an economic lot is a fixed one, rounded up",
    input: {
      items: [
        {
          id: "a",
          decimals: 0,
          lotSizing: {
            rule: "economicOrderQuantity",
            annualDemand: 365,
            setupCost: 10,
            holdingCost: 1,
          },
        },
      ],
      demands: [demand("d", 6, 8)],
    },
    // √(2 × 10 × 365 ÷ 365) = 4.47, so lots of 5.
    orders: ["a 10 2026-01-08 > 2026-01-08"],
  },
];
