import { demand, type InterpretationCase, purchase } from "./problem.js";

export const messages: readonly InterpretationCase[] = [
  {
    k: "K49",
    shows: "an order whose release time began today goes out; one that had to start before is late",
    input: {
      items: [
        { id: "a", leadTime: 2, releaseTime: 3 },
        { id: "b", leadTime: 9 },
        { id: "c", leadTime: 1 },
      ],
      demands: [demand("d", 4, 10), demand("e", 5, 10, "b"), demand("f", 6, 10, "c")],
    },
    messages: ["releaseNow quantity 4", "startsInPast"],
  },
  {
    k: "K49",
    shows: "stock that no need takes is too much, but for the floor",
    input: {
      items: [{ id: "a", onHand: 10, safetyStock: 3 }],
      demands: [demand("d", 4, 7)],
    },
    messages: ["excess quantity 3"],
  },
  {
    k: "K49",
    shows: "what a floor asks for meanwhile is needed, though the last one asks for less",
    input: {
      items: [
        {
          id: "a",
          onHand: 12,
          safetyStock: [
            { from: "2026-01-07", quantity: 20 },
            { from: "2026-01-10", quantity: 5 },
          ],
        },
        { id: "b", onHand: 12, safetyStock: [{ from: "2026-01-07", quantity: 9 }] },
      ],
    },
    messages: ["excess quantity 3"],
  },
  {
    k: "K49",
    shows: "what came last is there at the end: a supply that stands, not the order before it",
    input: {
      items: [{ id: "a", leadTime: 1 }],
      supplies: [{ ...purchase("po", 10, 12), frozen: true }],
      demands: [demand("d", 10, 8)],
    },
    messages: ["excess quantity 10"],
  },
  {
    k: "K49",
    shows: "what is left of a planned lot that came last is not meant",
    input: {
      items: [{ id: "a", leadTime: 1, lotSizing: { rule: "fixedOrderQuantity", quantity: 50 } }],
      supplies: [purchase("po", 10, 12), purchase("later", 5, 13)],
      demands: [demand("d", 20, 14)],
    },
    messages: [
      "defer po from 2026-01-12 to 2026-01-14 quantity 10",
      "defer later from 2026-01-13 to 2026-01-14 quantity 5",
    ],
  },
  {
    k: "K49",
    shows: "an order-up-to level is what is meant to be there, and what is to be cancelled is not",
    input: {
      items: [{ id: "a", onHand: 10, lotSizing: { rule: "orderUpTo", orderUpTo: 8 } }],
      supplies: [purchase("po", 4, 7)],
      demands: [demand("d", 1, 7)],
    },
    messages: ["cancel po from 2026-01-07 quantity 4", "excess quantity 1"],
  },
];
