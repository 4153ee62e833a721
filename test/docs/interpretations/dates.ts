import { demand, type InterpretationCase, purchase, workingWeek } from "./problem.js";

/** Two levels: `a` is made of `c`. */
const made = (a: object, c: object, line: object = {}) => ({
  items: [
    { id: "a", ...a },
    { id: "c", ...c },
  ],
  boms: [{ item: "a", lines: [{ item: "c", quantity: 1, ...line }] }],
});

export const dates: readonly InterpretationCase[] = [
  {
    k: "K47",
    shows: "an order waits for what it needs; forward it takes the day on which it can start",
    input: {
      conventions: { pastDue: "forward" },
      ...made({ leadTime: 2 }, { leadTime: 4 }),
      demands: [demand("d", 10, 6)],
    },
    orders: ["a 10 2026-01-09 > 2026-01-11", "c 10 2026-01-05 > 2026-01-09"],
    messages: ["demandLate d date 2026-01-11 quantity 10"],
  },
  {
    k: "K47",
    shows: "what is needed some working days after the start lets it start as many earlier",
    input: {
      ...workingWeek,
      conventions: { pastDue: "forward" },
      ...made({ leadTime: 5, leadTimeBasis: "calendar" }, { leadTime: 7 }, { offset: 2 }),
      demands: [demand("d", 1, 8)],
    },
    orders: ["a 1 2026-01-08 > 2026-01-13", "c 1 2026-01-05 > 2026-01-12"],
    messages: ["demandLate d date 2026-01-13 quantity 1"],
  },
  {
    k: "K47",
    shows:
      "a need that is there by its own day delays nothing, though its order comes after the day netted",
    input: {
      conventions: { pastDue: "forward" },
      ...made({ leadTime: 4 }, { leadTime: 3, safetyTime: 2 }),
      demands: [demand("d", 1, 12)],
    },
    orders: ["a 1 2026-01-08 > 2026-01-12", "c 1 2026-01-05 > 2026-01-08"],
    messages: [],
  },
  {
    k: "K47",
    shows:
      "under report orders keep their days, and messages say what is late of a demand, and when it is there",
    input: {
      items: [{ id: "a", leadTime: 5, onHand: 3 }],
      demands: [demand("d", 8, 7)],
    },
    orders: ["a 5 2026-01-02 > 2026-01-07"],
    messages: ["demandLate d date 2026-01-10 quantity 5", "startsInPast"],
  },
  {
    k: "K47",
    shows: "what nothing covers is never there; forward its order starts when it can do without it",
    input: {
      conventions: { pastDue: "forward" },
      ...made({ leadTime: 4 }, { method: "unplanned" }),
      demands: [demand("d", 1, 6)],
    },
    orders: ["a 1 2026-01-05 > 2026-01-09"],
    messages: ["belowSafetyStock date 2026-01-05 quantity 1", "demandLate d date null quantity 1"],
  },
  {
    k: "K47",
    shows:
      "a firm order that waits for its components is late too, not before the day on which it counts",
    input: {
      ...made({ leadTime: 2 }, { leadTime: 6 }),
      supplies: [{ ...purchase("mo", 4, 9), kind: "production", firm: true, frozen: true }],
      demands: [demand("d", 4, 9)],
    },
    orders: ["c 4 2026-01-01 > 2026-01-07"],
    messages: ["demandLate d date 2026-01-13 quantity 4", "startsInPast"],
  },
  {
    k: "K47",
    shows: "a demand that was due before T0 is late by its own due day",
    input: {
      items: [{ id: "a", onHand: 2 }],
      demands: [{ ...demand("d", 2, 6), due: "2026-01-02" }],
    },
    messages: ["demandLate d date 2026-01-05 quantity 2", "pastDueDemand d quantity 2"],
  },
];
