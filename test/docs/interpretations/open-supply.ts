import { demand, type InterpretationCase, purchase, workingWeek } from "./problem.js";

export const openSupply: readonly InterpretationCase[] = [
  {
    k: "K4",
    shows: "of supplies of one day the smaller is drawn first",
    input: {
      items: [{ id: "a" }],
      supplies: [purchase("large", 5, 8), purchase("small", 3, 8)],
      demands: [demand("d", 3, 6)],
    },
    orders: [],
    supplies: ["small 2026-01-06 for 2026-01-06", "large 2026-01-08 for nothing"],
    messages: [
      "expedite small from 2026-01-08 to 2026-01-06 quantity 3",
      "cancel large from 2026-01-08 quantity 5",
    ],
  },
  {
    k: "K4",
    shows: "a message speaks of the supply's own due day, also when that is past",
    input: {
      items: [{ id: "a" }],
      supplies: [purchase("late", 5, 2)],
      demands: [demand("d", 5, 8)],
    },
    supplies: ["late 2026-01-05 for 2026-01-08"],
    messages: [
      "pastDueSupply late quantity 5",
      "defer late from 2026-01-02 to 2026-01-08 quantity 5",
    ],
  },
  {
    k: "K5",
    shows:
      "inside the fence supply is drawn that is there by its own day, and no message is said for it",
    input: {
      horizonEnd: "2026-01-10",
      items: [{ id: "a", planningTimeFence: 4 }],
      supplies: [purchase("po", 5, 7)],
      demands: [demand("d", 3, 6), demand("e", 4, 8)],
    },
    orders: ["a 2 2026-01-09 > 2026-01-09"],
    supplies: ["po 2026-01-07 for 2026-01-07"],
    messages: ["fenceShortage date 2026-01-09 quantity 2"],
  },
  // Of the 8 owed on the 6th p brings 5 on that day, and q 3 of its 5 on the 7th: 2 of q expire.
  {
    k: "K5",
    shows: "what is drawn inside the fence serves what is owed from its own day on",
    input: {
      horizonEnd: "2026-01-10",
      items: [{ id: "a", planningTimeFence: 3 }],
      supplies: [
        purchase("p", 5, 6),
        { ...purchase("q", 5, 7), frozen: true, expires: "2026-01-08" },
      ],
      demands: [demand("d", 8, 5), demand("e", 2, 9)],
    },
    orders: ["a 2 2026-01-09 > 2026-01-09"],
    supplies: ["p 2026-01-06 for 2026-01-06", "q 2026-01-07 for nothing"],
    messages: ["expired date 2026-01-08 quantity 2"],
  },
  // Without it the demand of the 5th would wait for q.
  {
    k: "K5",
    shows: "what a day in the fence needs is not cancelled since something else comes by its end",
    input: {
      horizonEnd: "2026-01-10",
      items: [{ id: "a", planningTimeFence: 3 }],
      supplies: [purchase("p", 4, 5), { ...purchase("q", 4, 7), frozen: true }],
      demands: [demand("d", 4, 5)],
    },
    orders: [],
    supplies: ["p 2026-01-05 for 2026-01-05", "q 2026-01-07 for nothing"],
  },
  // Sunday the 11th would have it on Friday the 9th, six days before its own.
  {
    k: "K4",
    shows: "expediteWithin counts from the day to which a supply would be moved in",
    input: {
      ...workingWeek,
      items: [{ id: "a", expediteWithin: 4 }],
      supplies: [purchase("p", 7, 15)],
      demands: [demand("d", 6, 10), demand("e", 1, 11)],
    },
    orders: ["a 6 2026-01-09 > 2026-01-09", "a 1 2026-01-09 > 2026-01-09"],
    supplies: ["p 2026-01-15 for nothing"],
  },
  {
    k: "K23",
    shows: "a fence that reaches beyond the horizon ends with it",
    input: {
      horizonEnd: "2026-01-07",
      items: [{ id: "a", planningTimeFence: 30 }],
      supplies: [purchase("po", 5, 7)],
      demands: [demand("d", 8, 6)],
    },
    orders: [],
    supplies: ["po 2026-01-07 for 2026-01-07"],
    messages: ["fenceShortage date 2026-02-04 quantity 3"],
  },
  {
    k: "K33",
    shows: "the supply drawn last for a shortage is raised, and no new order comes",
    input: {
      conventions: { resize: true },
      items: [{ id: "a", minimumOrder: 4, orderMultiple: 5 }],
      supplies: [purchase("early", 5, 6), purchase("late", 10, 9)],
      demands: [demand("d", 18, 8)],
    },
    orders: [],
    supplies: ["early 2026-01-06 for 2026-01-08", "late 2026-01-08 for 2026-01-08"],
    messages: [
      "defer early from 2026-01-06 to 2026-01-08 quantity 5",
      "increase late from 2026-01-09 to 2026-01-08 quantity 10 newQuantity 15",
    ],
  },
  {
    k: "K33",
    shows: "beyond the maximum order it keeps its quantity, and a new order comes",
    input: {
      conventions: { resize: true },
      items: [{ id: "a", maximumOrder: 12 }],
      supplies: [purchase("po", 10, 8)],
      demands: [demand("d", 13, 8)],
    },
    orders: ["a 3 2026-01-08 > 2026-01-08"],
    messages: [],
  },
  {
    k: "K33",
    shows: "a supply that lifts stock above its level is lowered to it",
    input: {
      conventions: { resize: true },
      items: [{ id: "a", lotSizing: { rule: "orderUpTo", orderUpTo: 20 }, orderMultiple: 6 }],
      supplies: [purchase("po", 50, 8)],
      demands: [demand("d", 5, 8), demand("e", 30, 12)],
    },
    orders: ["a 30 2026-01-12 > 2026-01-12"],
    messages: ["decrease po from 2026-01-08 to 2026-01-08 quantity 50 newQuantity 30"],
  },
  {
    k: "K33",
    shows: "a firm order is exploded with its new quantity; a released one keeps its own",
    input: {
      conventions: { resize: true },
      items: [{ id: "a" }, { id: "b" }, { id: "c" }],
      boms: [
        { item: "a", lines: [{ item: "c", quantity: 2 }] },
        { item: "b", lines: [{ item: "c", quantity: 2 }] },
      ],
      supplies: [
        { ...purchase("firm", 5, 8), kind: "production", firm: true },
        { ...purchase("released", 5, 9, "b"), kind: "production" },
      ],
      demands: [demand("d", 7, 8), demand("e", 7, 9, "b")],
    },
    orders: [
      "b 2 2026-01-09 > 2026-01-09",
      "c 14 2026-01-08 > 2026-01-08",
      "c 4 2026-01-09 > 2026-01-09",
    ],
    messages: ["increase firm from 2026-01-08 to 2026-01-08 quantity 5 newQuantity 7"],
  },
  {
    k: "K41",
    shows: "under a tolerance one supply is moved past another, and what is drawn changes then",
    input: {
      conventions: { deferTolerance: 4 },
      items: [{ id: "a" }],
      supplies: [purchase("first", 3, 8), purchase("second", 8, 11)],
      demands: [demand("d", 8, 13)],
    },
    orders: [],
    // With the first on the 13th the next plan draws the second alone, which is enough.
    messages: ["defer first from 2026-01-08 to 2026-01-13 quantity 3"],
  },
  {
    k: "K17",
    shows: '"never" matches supplies to what new orders leave uncovered',
    input: {
      conventions: { rescheduling: "never" },
      items: [{ id: "a" }],
      supplies: [purchase("unneeded", 10, 10), purchase("early", 5, 11)],
      demands: [demand("d", 10, 7), demand("e", 5, 14)],
    },
    orders: ["a 10 2026-01-07 > 2026-01-07"],
    supplies: ["unneeded 2026-01-10 for 2026-01-14", "early 2026-01-11 for nothing"],
    messages: [
      "defer unneeded from 2026-01-10 to 2026-01-14 quantity 10",
      "cancel early from 2026-01-11 quantity 5",
    ],
  },
  {
    k: "K13",
    shows: "a firm order starts by the lead time of its own source, else of the first of its kind",
    input: {
      items: [{ id: "a" }, { id: "part" }],
      boms: [{ item: "a", lines: [{ item: "part", quantity: 1 }] }],
      sources: [
        { id: "fast", item: "a", kind: "make", rank: 1, leadTime: 1 },
        { id: "slow", item: "a", kind: "make", rank: 2, leadTime: 3 },
      ],
      supplies: [
        { ...purchase("x", 4, 12), kind: "production", firm: true, source: "slow" },
        { ...purchase("y", 6, 12), kind: "production", firm: true },
      ],
      demands: [demand("d", 10, 12)],
    },
    orders: ["part 4 2026-01-09 > 2026-01-09", "part 6 2026-01-11 > 2026-01-11"],
  },
  {
    k: "K13",
    shows: "leadTimePerUnit counts for a firm order, and for the one that is moved in",
    input: {
      items: [{ id: "a", leadTime: 1, leadTimePerUnit: "1/10" }, { id: "part" }],
      boms: [{ item: "a", lines: [{ item: "part", quantity: 1 }] }],
      supplies: [{ ...purchase("x", 20, 20), kind: "production", firm: true }],
      demands: [demand("d", 20, 12)],
    },
    orders: ["part 20 2026-01-09 > 2026-01-09"],
    supplies: ["x 2026-01-12 for 2026-01-12"],
  },
  {
    k: "K28",
    shows: "a shortage without a source is tried again on the day on which one becomes valid",
    input: {
      items: [{ id: "a" }],
      sources: [{ item: "a", kind: "buy", validFrom: "2026-01-09" }],
      demands: [demand("d", 4, 7)],
      horizonEnd: "2026-01-12",
    },
    orders: ["a 4 2026-01-09 > 2026-01-09"],
    messages: ["noSource date 2026-01-07 quantity 4"],
  },
  {
    k: "K28",
    shows: "or when a supply comes within the days from which it may be moved in",
    input: {
      conventions: { expediteWithin: 2 },
      items: [{ id: "a", method: "unplanned" }],
      supplies: [purchase("po", 4, 12)],
      demands: [demand("d", 4, 7)],
    },
    supplies: ["po 2026-01-10 for 2026-01-10"],
  },
];
