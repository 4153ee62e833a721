import { demand, type InterpretationCase, purchase } from "./problem.js";

const counted = (...ids: readonly string[]) => ids.map((id) => ({ id, decimals: 0 }));

/** Co-products, substitutes, discontinued items and loops. */
export const relations: readonly InterpretationCase[] = [
  {
    k: "K83",
    shows: "components of one parent stand together, in the order of the last parents of each",
    input: {
      items: counted("bolt", "cart", "axle", "rim", "desk"),
      boms: [
        { item: "cart", lines: ["rim", "axle"].map((item) => ({ item, quantity: 1 })) },
        { item: "desk", lines: ["bolt", "rim"].map((item) => ({ item, quantity: 1 })) },
      ],
      demands: [demand("d", 1, 7, "cart"), demand("e", 1, 7, "desk")],
    },
    orders: ["cart 1", "desk 1", "axle 1", "bolt 1", "rim 2"].map(
      (order) => `${order} 2026-01-07 > 2026-01-07`,
    ),
  },
  {
    k: "K35",
    shows: "each order brings its co-products, rounded down once",
    input: {
      items: [{ id: "a", maximumOrder: 5 }, ...counted("by")],
      boms: [{ item: "a", output: 10, lines: [], coProducts: [{ item: "by", quantity: 3 }] }],
      demands: [demand("d", 10, 7), demand("e", 5, 7, "by")],
    },
    orders: [
      "a 5 2026-01-07 > 2026-01-07",
      "a 5 2026-01-07 > 2026-01-07",
      "by 3 2026-01-07 > 2026-01-07",
    ],
  },
  {
    k: "K35",
    shows: "a firm order that is moved in brings them on the day on which it counts",
    input: {
      items: counted("a", "by"),
      boms: [{ item: "a", lines: [], coProducts: [{ item: "by", quantity: 1 }] }],
      supplies: [{ ...purchase("f", 4, 14), kind: "production", firm: true }],
      demands: [demand("d", 4, 8), demand("e", 4, 8, "by")],
    },
    orders: [],
    supplies: ["f 2026-01-08 for 2026-01-08"],
  },
  {
    k: "K40",
    shows: "an order is as large as the largest need, and no larger",
    input: {
      items: counted("a", "by", "waste"),
      boms: [
        {
          item: "a",
          output: 10,
          lines: [],
          coProducts: [
            { item: "by", quantity: 3 },
            { item: "waste", quantity: 5 },
          ],
          drivenBy: "largestNeed",
        },
      ],
      demands: [
        demand("d", 4, 7),
        demand("e", 5, 7, "by"), // 17 bring 5.1
        demand("f", 8, 7, "waste"), // 16 would do
        demand("g", 14, 8),
        demand("h", 1, 9, "by"),
      ],
    },
    orders: [
      "a 17 2026-01-07 > 2026-01-07",
      "a 1 2026-01-08 > 2026-01-08",
      "a 4 2026-01-09 > 2026-01-09",
    ],
  },
  {
    k: "K40",
    shows: "what several orders lose by rounding is left to the co-product itself, once",
    input: {
      items: [{ id: "a", decimals: 0, maximumOrder: 5 }, ...counted("by")],
      boms: [
        {
          item: "a",
          output: 10,
          lines: [],
          coProducts: [{ item: "by", quantity: 3 }],
          drivenBy: "largestNeed",
        },
      ],
      demands: [demand("d", 3, 7, "by"), demand("e", 1, 12, "by")],
    },
    orders: [
      "a 5 2026-01-07 > 2026-01-07",
      "a 5 2026-01-07 > 2026-01-07",
      "a 4 2026-01-12 > 2026-01-12",
      "by 1 2026-01-07 > 2026-01-07",
    ],
  },
  {
    k: "K40",
    shows: "needs of a co-product by other items and in a segment drive the lead item",
    input: {
      items: counted("a", "by", "top"),
      boms: [
        {
          item: "a",
          lines: [],
          coProducts: [{ item: "by", quantity: 1 }],
          drivenBy: "largestNeed",
        },
        { item: "top", lines: [{ item: "by", quantity: 2 }] },
      ],
      demands: [demand("d", 3, 7, "top"), { ...demand("e", 5, 8, "by"), segment: "s" }],
    },
    orders: [
      "top 3 2026-01-07 > 2026-01-07",
      "a 6 2026-01-07 > 2026-01-07",
      "a 5 2026-01-08 > 2026-01-08",
    ],
  },
  {
    k: "K40",
    shows: "supply of a co-product counts on its own day and is not moved for the lead item",
    input: {
      items: counted("a", "by"),
      boms: [
        {
          item: "a",
          lines: [],
          coProducts: [{ item: "by", quantity: 1 }],
          drivenBy: "largestNeed",
        },
      ],
      supplies: [purchase("s", 4, 8, "by")],
      demands: [demand("d", 4, 7, "by")],
    },
    orders: ["a 4 2026-01-07 > 2026-01-07"],
    messages: ["cancel s from 2026-01-08 quantity 4"],
  },
  {
    k: "K36",
    shows: "takers go by day, a need is not split, and what is granted is no longer free",
    input: {
      items: [...counted("a", "part"), { id: "other", onHand: 10 }],
      boms: [
        {
          item: "a",
          lines: [
            {
              item: "part",
              quantity: 1,
              substitutes: [{ item: "other", quantity: 1, priority: 1 }],
            },
          ],
        },
      ],
      demands: [demand("d", 6, 7), demand("e", 6, 8), demand("f", 4, 9)],
    },
    orders: [
      "a 6 2026-01-07 > 2026-01-07",
      "a 6 2026-01-08 > 2026-01-08",
      "a 4 2026-01-09 > 2026-01-09",
      "part 6 2026-01-08 > 2026-01-08",
    ],
  },
  {
    k: "K36",
    shows: "what expires is free until then, as far as no need before it takes it",
    input: {
      items: counted("a", "part", "other"),
      boms: [
        {
          item: "a",
          lines: [
            {
              item: "part",
              quantity: 1,
              substitutes: [{ item: "other", quantity: 1, priority: 1 }],
            },
          ],
        },
      ],
      stock: [{ item: "other", quantity: 10, expires: "2026-01-20" }],
      demands: [demand("d", 7, 7), demand("e", 1, 8), demand("f", 3, 12, "other")],
    },
    orders: [
      "a 7 2026-01-07 > 2026-01-07",
      "a 1 2026-01-08 > 2026-01-08",
      "part 1 2026-01-08 > 2026-01-08",
    ],
  },
  // Of 10 six are above the safety stock. The seventh is bought, and no safety stock is ordered again.
  {
    k: "K36",
    shows: "a safety stock is not free, also of what expires",
    input: {
      horizonEnd: "2026-01-16",
      items: [
        ...counted("a", "part"),
        { id: "other", onHand: 10, safetyStock: 4 },
        ...counted("b", "plug"),
        { id: "fresh", safetyStock: 4 },
      ],
      stock: [{ item: "fresh", quantity: 10, expires: "2026-01-12" }],
      boms: [["a", "part", "other"] as const, ["b", "plug", "fresh"] as const].map(
        ([item, preferred, substitute]) => ({
          item,
          lines: [
            {
              ...{ item: preferred, quantity: 1 },
              substitutes: [{ item: substitute, quantity: 1, priority: 1 }],
            },
          ],
        }),
      ),
      demands: ["a", "b"].flatMap((item) => [
        demand(`${item} 1`, 6, 7, item),
        demand(`${item} 2`, 1, 8, item),
      ]),
    },
    orders: [
      "a 6 2026-01-07 > 2026-01-07",
      "a 1 2026-01-08 > 2026-01-08",
      "b 6 2026-01-07 > 2026-01-07",
      "b 1 2026-01-08 > 2026-01-08",
      "part 1 2026-01-08 > 2026-01-08",
      "plug 1 2026-01-08 > 2026-01-08",
      "fresh 4 2026-01-12 > 2026-01-12", // four expire
    ],
  },
  {
    k: "K36",
    shows: "the safety stock of the preferred item is not free either: a substitute goes before it",
    input: {
      items: [
        ...counted("a"),
        { id: "part", onHand: 10, safetyStock: 10 },
        { id: "other", onHand: 5 },
      ],
      boms: [
        {
          item: "a",
          lines: [
            {
              item: "part",
              quantity: 1,
              substitutes: [{ item: "other", quantity: 1, priority: 1 }],
            },
          ],
        },
      ],
      demands: [demand("d", 5, 7)],
    },
    orders: ["a 5 2026-01-07 > 2026-01-07"],
  },
  {
    k: "K37",
    shows: "what is missing is taken off the last needs of the day, each part rounded up once",
    input: {
      items: [
        ...counted("a", "b", "new"),
        {
          id: "old",
          decimals: 0,
          onHand: 3,
          discontinued: { from: "2026-01-05", followUp: "new", factor: "1/2" },
        },
      ],
      boms: ["a", "b"].map((item) => ({ item, lines: [{ item: "old", quantity: 1 }] })),
      demands: [demand("d", 5, 7), demand("e", 5, 7, "b")],
    },
    orders: [
      "a 5 2026-01-07 > 2026-01-07",
      "b 5 2026-01-07 > 2026-01-07",
      "new 4 2026-01-07 > 2026-01-07", // 5 of b are 3, 2 of a are 1
    ],
  },
  {
    k: "K37",
    shows: "from the last day on there is no floor, and independent demand stays",
    input: {
      items: [
        ...counted("new"),
        { id: "a", safetyStock: 3, discontinued: { from: "2026-01-08", followUp: "new" } },
      ],
      demands: [demand("d", 2, 7), demand("e", 5, 8)],
    },
    orders: ["a 3 2026-01-05 > 2026-01-05", "a 2 2026-01-07 > 2026-01-07"],
    messages: ["noSource date 2026-01-08 quantity 2"],
  },
  {
    k: "K38",
    shows: "on a loop nothing is ordered, and what is missing is said",
    input: {
      conventions: { cycles: "stockOnly" },
      items: [...counted("top", "b"), { id: "a", onHand: 3 }],
      boms: [
        { item: "top", lines: [{ item: "a", quantity: 1 }] },
        { item: "a", lines: [{ item: "b", quantity: 1 }] },
        { item: "b", lines: [{ item: "a", quantity: 1 }] },
      ],
      demands: [demand("d", 5, 7, "top")],
    },
    orders: ["top 5 2026-01-07 > 2026-01-07"],
    messages: ["noSource date 2026-01-07 quantity 2"],
  },
  {
    k: "K40",
    shows: "a co-product that is scheduled has its floor like any other",
    input: {
      items: [{ id: "a" }, { id: "by", decimals: 0, method: "mps", safetyStock: 1 }],
      boms: [
        {
          item: "a",
          lines: [],
          coProducts: [{ item: "by", quantity: "1/2" }],
          drivenBy: "largestNeed",
        },
      ],
      demands: [demand("d", 1, 7, "by")],
    },
    orders: ["a 2 2026-01-05 > 2026-01-05", "a 2 2026-01-07 > 2026-01-07"],
  },
];
