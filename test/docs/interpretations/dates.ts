import { demand, type InterpretationCase, purchase, workingWeek } from "./problem.js";

/** Two levels: `a` is made of `c`. */
const made = (a: object, c: object, line: object = {}) => ({
  items: [
    { id: "a", ...a },
    { id: "c", ...c },
  ],
  boms: [{ item: "a", lines: [{ item: "c", quantity: 1, ...line }] }],
});

/** A supplier that works on Wednesdays: 2025-12-31, then the 7th, the 14th. */
const wednesdays = {
  calendars: [
    { id: "wednesdays", workingDays: ["wed"] },
    { id: "thursdays", workingDays: ["thu"] },
  ],
  suppliers: [{ id: "V", calendar: "wednesdays" }],
} satisfies Partial<InterpretationCase["input"]>;

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
    // The start for the 8th is 2025-12-31, so it is the 7th, and two days on is the 9th, not the 7th.
    k: "K47",
    shows: "calendar days are counted on from a day on which the supplier works",
    input: {
      ...wednesdays,
      items: [{ id: "a" }],
      sources: [{ item: "a", kind: "buy", supplier: "V", leadTime: 2 }],
      demands: [demand("d", 10, 8)],
    },
    orders: ["a 10 2025-12-31 > 2026-01-08"],
    messages: ["demandLate d date 2026-01-09 quantity 10", "startsInPast"],
  },
  {
    k: "K47",
    shows: "an order that starts on the last such day backward starts there forward too",
    input: {
      ...wednesdays,
      conventions: { pastDue: "forward" },
      items: [{ id: "a" }],
      sources: [{ item: "a", kind: "buy", supplier: "V", leadTime: 2 }],
      demands: [demand("d", 10, 8), demand("e", 1, 9)],
    },
    orders: ["a 10 2026-01-07 > 2026-01-09", "a 1 2026-01-07 > 2026-01-09"],
    messages: ["demandLate d date 2026-01-09 quantity 10"],
  },
  {
    // Backward: 2025-12-31. The transfer starts on the 7th; from the 7th, the 10th.
    k: "K47",
    shows: "what is transferred starts on a day on which the site works that ships",
    input: {
      ...wednesdays,
      sites: [{ id: "main" }, { id: "depot", calendar: "wednesdays" }],
      conventions: { pastDue: "forward" },
      items: [{ id: "a" }],
      sources: [{ item: "a", site: "main", kind: "transfer", from: "depot", leadTime: 3 }],
      stock: [{ item: "a", site: "depot", quantity: 4 }],
      demands: [{ ...demand("d", 4, 9), site: "main" }],
    },
    orders: ["a 4 2026-01-07 > 2026-01-10"],
    messages: ["demandLate d date 2026-01-10 quantity 4"],
  },
  {
    // Thursdays are 2026-01-01 and the 8th; from the 8th, the 10th.
    k: "K47",
    shows: "the calendar of the source goes before that of the supplier",
    input: {
      ...wednesdays,
      conventions: { pastDue: "forward" },
      items: [{ id: "a" }],
      sources: [{ item: "a", kind: "buy", supplier: "V", calendar: "thursdays", leadTime: 2 }],
      demands: [demand("d", 1, 9)],
    },
    orders: ["a 1 2026-01-08 > 2026-01-10"],
    messages: ["demandLate d date 2026-01-10 quantity 1"],
  },
  {
    // Both start on the day after the planning start: no day is counted, or working days (K2).
    k: "K47",
    shows: "without a lead time, and where working days count, the start may be any day",
    input: {
      ...wednesdays,
      conventions: { pastDue: "forward" },
      items: [
        { id: "a", releaseTime: 1 },
        { id: "b", releaseTime: 1 },
      ],
      sources: [
        { item: "a", kind: "buy", supplier: "V", leadTime: 0 },
        { item: "b", kind: "buy", supplier: "V", leadTime: 1, leadTimeBasis: "working" },
      ],
      demands: [demand("d", 1, 5), demand("e", 1, 6, "b")],
    },
    orders: ["a 1 2026-01-06 > 2026-01-06", "b 1 2026-01-06 > 2026-01-07"],
    messages: [
      "demandLate d date 2026-01-06 quantity 1",
      "demandLate e date 2026-01-07 quantity 1",
    ],
  },
  {
    // c is there on the 6th, when the site that makes does not work: the 7th, and two days on.
    k: "K47",
    shows: "what waits for what it needs starts on such a day after that",
    input: {
      ...wednesdays,
      conventions: { pastDue: "forward" },
      items: [{ id: "a" }, { id: "c", leadTime: 1 }],
      boms: [{ item: "a", lines: [{ item: "c", quantity: 1 }] }],
      sources: [
        {
          item: "a",
          kind: "make",
          calendar: "wednesdays",
          leadTime: 2,
          leadTimeBasis: "calendar",
        },
      ],
      demands: [demand("d", 1, 8)],
    },
    orders: ["a 1 2026-01-07 > 2026-01-09", "c 1 2026-01-05 > 2026-01-06"],
    messages: ["demandLate d date 2026-01-09 quantity 1"],
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
