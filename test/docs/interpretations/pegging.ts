import { demand, type InterpretationCase, purchase } from "./problem.js";

export const pegging: readonly InterpretationCase[] = [
  {
    k: "K48",
    shows: "the first need takes the first supply, whatever the days; what is left has a name",
    input: {
      items: [{ id: "a", onHand: 4, safetyStock: 2, orderMultiple: 5 }],
      supplies: [{ ...purchase("po", 3, 12), frozen: true }],
      demands: [demand("d", 6, 7), demand("e", 3, 14)],
    },
    pegs: [
      "4 of stock for d",
      "2 of 2026-01-07 for d",
      "3 of 2026-01-07 for e",
      "1 of po for excess",
      "2 of po for safetyStock",
    ],
  },
  {
    k: "K48",
    shows: "negative stock is a need before all others, what nothing covers is uncovered",
    input: {
      items: [{ id: "a", onHand: -2, method: "unplanned" }],
      supplies: [{ ...purchase("po", 3, 12), frozen: true }],
      demands: [demand("d", 4, 7)],
    },
    pegs: ["2 of po for negativeStock", "1 of po for d", "3 of uncovered for d"],
  },
  {
    k: "K48",
    shows: "reservations come first, of supplies before stock; netting does not look at them",
    input: {
      items: [{ id: "a", onHand: 5 }],
      supplies: [{ ...purchase("po", 5, 12), frozen: true }],
      demands: [demand("d", 5, 7), demand("e", 5, 14)],
      reservations: [
        { demand: "e", quantity: 2 },
        { demand: "d", supply: "po", quantity: 1 },
      ],
    },
    orders: [],
    pegs: ["3 of stock for d", "2 of po for d", "2 of stock for e", "3 of po for e"],
  },
  {
    k: "K48",
    shows: "what expires first of what is there goes first; what expired is for nobody",
    input: {
      items: [{ id: "a" }],
      stock: [
        { item: "a", quantity: 3 },
        { item: "a", quantity: 3, expires: "2026-01-08" },
      ],
      demands: [demand("d", 2, 7), demand("e", 3, 9)],
    },
    orders: [],
    pegs: ["2 of stock for d", "3 of stock for e", "1 of stock for expired"],
  },
  {
    k: "K48",
    shows: "an order up to a level has what it brings beyond the needs for that level",
    input: {
      items: [{ id: "a", lotSizing: { rule: "orderUpTo", orderUpTo: 10 } }],
      demands: [demand("d", 4, 7)],
    },
    pegs: ["4 of 2026-01-07 for d", "10 of 2026-01-07 for targetLevel"],
  },
  {
    k: "K48",
    shows: "supply after the horizon stands last, and may cover what is needed within it",
    input: {
      horizonEnd: "2026-01-10",
      conventions: { rescheduling: "never" },
      items: [{ id: "a", method: "unplanned" }],
      supplies: [purchase("po", 3, 12)],
      demands: [demand("d", 2, 7)],
    },
    pegs: ["2 of po for d", "1 of po for excess"],
  },
];
