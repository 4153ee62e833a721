import { demand, type InterpretationCase, purchase } from "./problem.js";

export const stock: readonly InterpretationCase[] = [
  {
    k: "K6",
    shows: 'safetyStock "leadTime": no floor before a new order can arrive',
    input: {
      conventions: { safetyStock: "leadTime" },
      items: [{ id: "a", leadTime: 3, safetyStock: 10 }],
      demands: [demand("d", 4, 9)],
    },
    orders: ["a 10 2026-01-05 > 2026-01-08", "a 4 2026-01-06 > 2026-01-09"],
  },
  {
    k: "K6",
    shows: 'safetyStock "never": no floor at all, but the reorder point of minMax stays one',
    input: {
      conventions: { safetyStock: "never" },
      items: [
        { id: "a", safetyStock: 10 },
        { id: "b", method: "minMax", reorderPoint: 10 },
      ],
      demands: [demand("d", 4, 9), demand("e", 4, 9, "b")],
    },
    orders: [
      "a 4 2026-01-09 > 2026-01-09",
      "b 10 2026-01-05 > 2026-01-05",
      "b 4 2026-01-09 > 2026-01-09",
    ],
  },
  {
    k: "K7",
    shows: "atOrBelow orders at the floor under fixed lots, not lot for lot",
    input: {
      horizonEnd: "2026-01-06",
      conventions: { trigger: "atOrBelow" },
      items: [
        {
          id: "a",
          onHand: 5,
          safetyStock: 5,
          lotSizing: { rule: "fixedOrderQuantity", quantity: 10 },
        },
        { id: "b", onHand: 5, safetyStock: 5 },
      ],
    },
    orders: ["a 10 2026-01-05 > 2026-01-05"],
  },
  {
    k: "K27",
    shows: "under atOrBelow fixed lots bring stock above the floor; in a segment they need not",
    input: {
      conventions: { trigger: "atOrBelow" },
      items: [{ id: "a", lotSizing: { rule: "fixedOrderQuantity", quantity: 10 } }],
      demands: [demand("common", 10, 6), { ...demand("project", 10, 6), segment: "p" }],
    },
    orders: [
      "a 10 2026-01-05 > 2026-01-05",
      "a 10 2026-01-06 > 2026-01-06",
      "a 10 2026-01-06 > 2026-01-06",
    ],
  },
  {
    k: "K14",
    shows: "the position counts stock that is released later and all open supply",
    input: {
      items: [{ id: "a", method: "reorderPoint", reorderPoint: 10, orderUpTo: 30, leadTime: 2 }],
      stock: [
        { item: "a", quantity: 4 },
        { item: "a", quantity: 3, status: "inspection", availableFrom: "2026-01-20" },
      ],
      supplies: [purchase("po", 2, 25)],
      demands: [demand("to come", 50, 9)],
    },
    orders: ["a 21 2026-01-05 > 2026-01-07"],
    messages: ["belowSafetyStock date 2026-01-09 quantity 25"],
  },
  {
    k: "K14",
    shows: "past-due orders and allocations lower the position, past-due forecast does not",
    input: {
      items: [
        { id: "a", method: "reorderPoint", reorderPoint: 10, orderUpTo: 30, onHand: 20 },
        { id: "b", method: "reorderPoint", reorderPoint: 10, orderUpTo: 30, onHand: 20 },
      ],
      allocations: [{ item: "a", quantity: 6, due: "2026-01-09" }],
      demands: [
        demand("late", 5, 2),
        { ...demand("f", 15, 2, "b"), kind: "forecast", until: "2026-01-09" },
      ],
    },
    orders: ["a 21 2026-01-05 > 2026-01-05"],
  },
  {
    k: "K15",
    shows: "supply drawn for a day is used by the needs of that day, earliest expiry first",
    input: {
      items: [{ id: "a" }],
      stock: [{ item: "a", quantity: 6, expires: "2026-01-09" }],
      supplies: [{ ...purchase("fresh", 4, 6), expires: "2026-01-07" }],
      demands: [demand("d", 8, 6)],
      horizonEnd: "2026-01-12",
    },
    orders: [],
    messages: ["expired date 2026-01-09 quantity 2"],
  },
  {
    k: "K15",
    shows: "supply that is not drawn expires apart",
    input: {
      items: [{ id: "a" }],
      supplies: [{ ...purchase("po", 5, 6), expires: "2026-01-08" }],
      demands: [demand("d", 3, 9)],
    },
    orders: ["a 3 2026-01-09 > 2026-01-09"],
    messages: ["cancel po from 2026-01-06 quantity 5", "expired date 2026-01-08 quantity 5"],
  },
  // Of the 4 owed on the 6th three are of q, which expires, and one is of p, which is drawn first.
  {
    k: "K15",
    shows: "what is owed is made good by what expires first, whatever is drawn first",
    input: {
      horizonEnd: "2026-01-10",
      items: [{ id: "a", planningTimeFence: 1 }],
      supplies: [purchase("p", 3, 6), { ...purchase("q", 3, 6), expires: "2026-01-08" }],
      demands: [demand("d", 4, 5), demand("e", 3, 9)],
    },
    orders: ["a 1 2026-01-09 > 2026-01-09"],
    supplies: ["p 2026-01-06 for 2026-01-06", "q 2026-01-06 for 2026-01-06"],
  },
  // Nine are there for good, nine are on order and expire. Without these the need of the 22nd would lack nine,
  // so they are kept, and the need of the 12th uses them.
  {
    k: "K15",
    shows: "supply that expires is kept where more would be missing without it",
    input: {
      horizonEnd: "2026-02-14",
      items: [{ id: "a", onHand: 9 }],
      supplies: [{ ...purchase("po", 9, 10), expires: "2026-01-20" }],
      demands: [demand("d", 9, 12), demand("e", 9, 22)],
    },
    orders: [],
    supplies: ["po 2026-01-10 for 2026-01-10"],
    messages: [],
  },
  // With nine fewer needed stock serves all, and the need of the 12th takes it.
  {
    k: "K15",
    shows: "supply that expires is not kept where stock would do",
    input: {
      horizonEnd: "2026-02-14",
      items: [{ id: "a", onHand: 18 }],
      supplies: [{ ...purchase("po", 9, 10), expires: "2026-01-20" }],
      demands: [demand("d", 9, 12), demand("e", 9, 22)],
    },
    orders: [],
    messages: ["cancel po from 2026-01-10 quantity 9", "expired date 2026-01-20 quantity 9"],
  },
  // Of three that expire two are needed before the 22nd; the first two by their days are kept.
  {
    k: "K15",
    shows: "of several supplies that expire those are kept that are due first",
    input: {
      horizonEnd: "2026-02-14",
      items: [{ id: "a", onHand: 6 }],
      supplies: [8, 9, 10].map((due) => ({
        ...purchase(`po ${due}`, 3, due),
        expires: "2026-01-20",
      })),
      demands: [demand("d", 6, 12), demand("e", 6, 22)],
    },
    orders: [],
    supplies: [
      "po 8 2026-01-08 for 2026-01-08",
      "po 9 2026-01-09 for 2026-01-09",
      "po 10 2026-01-10 for nothing",
    ],
    messages: ["cancel po 10 from 2026-01-10 quantity 3", "expired date 2026-01-20 quantity 3"],
  },
  {
    k: "K25",
    shows: "in a segment a reorder point is no floor, and its order-up-to level no lot rule",
    input: {
      items: [{ id: "a", method: "minMax", reorderPoint: 10, orderUpTo: 40 }],
      demands: [{ ...demand("d", 3, 6), segment: "p" }],
    },
    orders: ["a 40 2026-01-05 > 2026-01-05", "a 3 2026-01-06 > 2026-01-06"],
  },
  {
    k: "K32",
    shows: "rows that never expire are one amount, made good by what arrives first",
    input: {
      horizonEnd: "2026-01-12",
      items: [{ id: "a" }, { id: "b" }],
      stock: [
        { item: "a", quantity: 3 },
        { item: "a", quantity: -3 },
        { item: "a", quantity: 2, expires: "2026-01-09" },
        { item: "b", quantity: -3 },
        { item: "b", quantity: 2, expires: "2026-01-09" },
      ],
    },
    orders: ["b 1 2026-01-05 > 2026-01-05"],
    messages: ["expired date 2026-01-09 quantity 2"],
  },
  {
    k: "K39",
    shows: "a buffer orders up to the top of green for the net flow at T0, spikes counted whole",
    input: {
      items: [
        {
          id: "a",
          decimals: 0,
          onHand: 30,
          method: "ddmrp",
          leadTime: 4,
          ddmrp: { averageDailyUsage: 5, leadTimeFactor: "1/2", variabilityFactor: "1/2" },
        },
      ],
      supplies: [purchase("po", 5, 9), { ...purchase("far", 2, 9), due: "2026-12-01" }],
      demands: [demand("d", 4, 5), demand("e", 7, 7), demand("spike", 8, 8)],
    },
    // Red 10 + 5, yellow 20, green 10. Net flow 30 + 5 + 2 − 4 − 8 = 25, below 35: up to 45.
    orders: ["a 20 2026-01-05 > 2026-01-09"],
    messages: [],
  },
  {
    k: "K39",
    shows: "its order goes out when what is below it can be there, by working days from T0 on",
    input: {
      horizonEnd: "2026-01-31",
      calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
      sites: [{ id: "main", calendar: "week" }],
      items: [
        {
          id: "a",
          decimals: 0,
          method: "ddmrp",
          leadTime: 1,
          ddmrp: { averageDailyUsage: 1, leadTimeFactor: 1, variabilityFactor: 0 },
        },
        { id: "b", leadTime: 2 },
        { id: "c", leadTime: 5 },
      ],
      boms: [
        { item: "a", lines: [{ item: "b", quantity: 1, offset: -1 }] },
        { item: "b", lines: [{ item: "c", quantity: 1 }] },
      ],
    },
    // c is bought, and done on Saturday the 10th: b goes out on Monday, and is there on Wednesday, the day
    // before a starts. Lead time 1 + 2 + 5 + 1: each zone 9.
    orders: [
      "a 27 2026-01-15 > 2026-01-16",
      "b 27 2026-01-12 > 2026-01-14",
      "c 27 2026-01-07 > 2026-01-12",
    ],
    messages: [],
  },
];
