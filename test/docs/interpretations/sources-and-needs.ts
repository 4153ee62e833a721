import { demand, type InterpretationCase, purchase } from "./problem.js";

export const sourcesAndNeeds: readonly InterpretationCase[] = [
  {
    k: "K11",
    shows: "a source takes an order only when it takes all of its pieces",
    input: {
      items: [{ id: "a", maximumOrder: 10 }],
      sources: [
        { id: "at least 8", item: "a", kind: "buy", rank: 1, leadTime: 1, minQuantity: 8 },
        { id: "any", item: "a", kind: "buy", rank: 2, leadTime: 2 },
      ],
      demands: [demand("d", 15, 8), demand("e", 19, 9)],
    },
    orders: [
      "a 10 2026-01-06 > 2026-01-08",
      "a 5 2026-01-06 > 2026-01-08",
      "a 10 2026-01-08 > 2026-01-09",
      "a 9 2026-01-08 > 2026-01-09",
    ],
  },
  {
    k: "K11",
    shows: "what has no source is said once",
    input: {
      items: [{ id: "a" }],
      sources: [{ item: "a", kind: "buy", validTo: "2026-01-06" }],
      demands: [demand("d", 1, 7), demand("e", 2, 8)],
    },
    orders: [],
    messages: ["noSource date 2026-01-07 quantity 1"],
  },
  {
    k: "K31",
    shows: "bills that begin on one day are alternates that sources name",
    input: {
      items: [{ id: "a" }, { id: "b" }, { id: "c" }],
      boms: [
        { item: "a", version: "with b", lines: [{ item: "b", quantity: 1 }] },
        { item: "a", version: "with c", lines: [{ item: "c", quantity: 1 }] },
      ],
      sources: [
        { id: "small", item: "a", kind: "make", rank: 1, bomVersion: "with c", maxQuantity: 5 },
        { id: "large", item: "a", kind: "make", rank: 2, bomVersion: "with b" },
      ],
      demands: [demand("d", 4, 6), demand("e", 7, 7)],
    },
    orders: [
      "a 4 2026-01-06 > 2026-01-06",
      "a 7 2026-01-07 > 2026-01-07",
      "b 7 2026-01-07 > 2026-01-07",
      "c 4 2026-01-06 > 2026-01-06",
    ],
  },
  {
    k: "K12",
    shows: "the step of the floor comes first, then allocations, demands, dependent needs",
    input: {
      conventions: { grouping: "demand" },
      items: [{ id: "a", safetyStock: 5 }, { id: "parent" }],
      boms: [{ item: "parent", lines: [{ item: "a", quantity: 1 }] }],
      allocations: [{ item: "a", quantity: 2 }],
      demands: [
        demand("parent", 7, 5, "parent"),
        demand("second", 4, 5),
        { ...demand("first", 3, 5), priority: 1 },
      ],
    },
    orders: [
      "parent 7 2026-01-05 > 2026-01-05",
      "a 5 2026-01-05 > 2026-01-05",
      "a 2 2026-01-05 > 2026-01-05",
      "a 3 2026-01-05 > 2026-01-05",
      "a 4 2026-01-05 > 2026-01-05",
      "a 7 2026-01-05 > 2026-01-05",
    ],
  },
  {
    k: "K16",
    shows: "a phantom gives its own stock first, and passes the rest on, beyond the horizon too",
    input: {
      horizonEnd: "2026-01-09",
      items: [{ id: "top" }, { id: "kit", phantom: true, onHand: 4 }, { id: "a" }],
      boms: [
        { item: "top", lines: [{ item: "kit", quantity: 1, offset: 0 }] },
        {
          item: "kit",
          lines: [
            { item: "a", quantity: 2 },
            { item: "a", quantity: 1, offset: 9 },
          ],
        },
      ],
      demands: [demand("d", 10, 8, "top"), demand("own", 5, 11, "kit")],
    },
    orders: ["top 10 2026-01-08 > 2026-01-08", "a 12 2026-01-08 > 2026-01-08"],
    messages: ["beyondHorizon count 1 quantity 5", "beyondHorizon count 1 quantity 6"],
  },
  {
    k: "K19",
    shows: "with one site its name may be left out, whatever it is",
    input: {
      sites: [{ id: "plant" }],
      items: [{ id: "a" }],
      demands: [demand("d", 1, 6), { ...demand("e", 2, 7), site: "plant" }],
    },
    orders: ["a 1 2026-01-06 > 2026-01-06", "a 2 2026-01-07 > 2026-01-07"],
  },
  {
    k: "K22",
    shows: "an item is planned at the sites that rows name, and at those that ship to them",
    input: {
      sites: [{ id: "shop" }, { id: "plant" }, { id: "idle" }],
      items: [{ id: "a", safetyStock: 5 }],
      sources: [{ item: "a", site: "shop", kind: "transfer", from: "plant" }],
    },
    orders: ["a 5 2026-01-05 > 2026-01-05", "a 10 2026-01-05 > 2026-01-05"],
  },
  {
    k: "K21",
    shows: "of what has come more than there was, nothing is left",
    input: {
      items: [{ id: "a" }],
      supplies: [{ ...purchase("po", 5, 6), completed: 6 }],
      demands: [demand("d", 1, 6)],
    },
    orders: ["a 1 2026-01-06 > 2026-01-06"],
    supplies: [],
    messages: ["inputAdjusted"],
  },
  {
    k: "K21",
    shows: "beyond the horizon, the needs of a parent order on one day count once",
    input: {
      horizonEnd: "2026-01-08",
      items: [{ id: "top" }, { id: "a" }],
      boms: [
        {
          item: "top",
          lines: [
            { item: "a", quantity: 1, offset: 5 },
            { item: "a", quantity: 2, offset: 5 },
            { item: "a", quantity: 1, offset: 6 },
          ],
        },
      ],
      demands: [demand("d", 10, 8, "top")],
    },
    messages: ["beyondHorizon count 2 quantity 40"],
  },
  {
    k: "K42",
    shows:
      "an order takes its own days first, then the latest before it, and what is left is planned",
    input: {
      items: [{ id: "a", forecast: { backward: 7 } }],
      demands: [
        { ...demand("early", 10, 5), until: "2026-01-07", kind: "forecast" },
        { ...demand("late", 10, 8), until: "2026-01-09", kind: "forecast" },
        { ...demand("own", 4, 12), until: "2026-01-13", kind: "forecast" },
        demand("order", 17, 12),
      ],
    },
    // 4 of its own days, 10 of the 8th, 3 of the 5th; 7 of that are left, beside the order itself.
    orders: ["a 7 2026-01-05 > 2026-01-05", "a 17 2026-01-12 > 2026-01-12"],
  },
  {
    k: "K42",
    shows: "a daily spread begins behind the demand fence, and what ends inside it is not planned",
    input: {
      items: [
        { id: "a", decimals: 0, demandTimeFence: 2, forecast: { spread: "daily" } },
        { id: "b", demandTimeFence: 9 },
      ],
      demands: [
        { ...demand("f", 7, 5), until: "2026-01-09", kind: "forecast" },
        { ...demand("g", 5, 6, "b"), kind: "forecast" },
      ],
    },
    orders: [
      "a 3 2026-01-07 > 2026-01-07",
      "a 2 2026-01-08 > 2026-01-08",
      "a 2 2026-01-09 > 2026-01-09",
    ],
    messages: ["inputAdjusted"],
  },
  {
    k: "K42",
    shows: "under mps a demand fence holds no order back, a planning fence does",
    input: {
      horizonEnd: "2026-01-16",
      items: [
        { id: "a", method: "mps", demandTimeFence: 4 },
        { id: "b", method: "mps", demandTimeFence: 4, planningTimeFence: 4 },
      ],
      demands: [
        { ...demand("f", 9, 6), kind: "forecast" },
        demand("order", 5, 7),
        demand("other", 5, 7, "b"),
      ],
    },
    orders: ["a 5 2026-01-07 > 2026-01-07", "b 5 2026-01-09 > 2026-01-09"],
  },
  {
    k: "K72",
    shows: "of an order and of a forecast no more takes part than is said, and both count in full",
    input: {
      items: [{ id: "a" }, { id: "b" }],
      demands: [
        { ...demand("f", 10, 6), kind: "forecast" },
        { ...demand("order", 8, 6), consumption: 3 },
        { ...demand("g", 10, 6, "b"), kind: "forecast", consumption: 4 },
        demand("other", 8, 6, "b"),
      ],
    },
    // 7 of f are left beside the 8; of g 6 stay whatever comes.
    orders: ["a 15 2026-01-06 > 2026-01-06", "b 14 2026-01-06 > 2026-01-06"],
  },
  {
    k: "K72",
    shows:
      "the cap is a share of the whole row, shipped or not, and an order takes no more than is left",
    input: {
      items: ["a", "b"].map((id) => ({ id, forecast: { cap: "1/2" } })),
      demands: [
        { ...demand("f", 10, 6), kind: "forecast", shipped: 4 },
        demand("order", 9, 6),
        { ...demand("g", 10, 6, "b"), kind: "forecast", shipped: 7 },
        demand("other", 9, 6, "b"),
      ],
    },
    // The order takes 5 of the 6 that are left of f, the other one all 3 of g.
    orders: ["a 10 2026-01-06 > 2026-01-06", "b 9 2026-01-06 > 2026-01-06"],
  },
  {
    k: "K72",
    shows: "in another unit it is rounded as the quantity is, and with what is shipped it consumes",
    input: {
      units: [{ id: "piece", decimals: 0 }],
      items: [{ id: "a", unit: "piece", units: [{ unit: "half", contains: "1/2" }] }],
      demands: [
        { ...demand("f", 10, 6), kind: "forecast" },
        { ...demand("order", 9, 6), unit: "half", consumption: 5, shipped: 9 },
      ],
    },
    orders: ["a 7 2026-01-06 > 2026-01-06"],
    messages: ["inputAdjusted"],
  },
];
