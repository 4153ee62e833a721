import type { PlanningInput } from "orlicky";

/**
 * A small problem for one interpretation of docs/interpretations.md, and what both planners must
 * make of it.
 */
export interface InterpretationCase {
  readonly k: string;
  /** What the problem shows, in plain words. */
  readonly shows: string;
  readonly input: Omit<PlanningInput, "startDate">;
  /** `item quantity start > due`, in the order of the plan. */
  readonly orders?: readonly string[];
  /** `supply date for wanted`: the day on which it counts, the day for which it is drawn. */
  readonly supplies?: readonly string[];
  /** `code`, then what the message has of supply, demand, from, to, date, count and quantity. */
  readonly messages?: readonly string[];
}

/** Monday; all problems begin on it. */
export const startDate = "2026-01-05";

const demand = (id: string, quantity: number, day: number, item = "a") => ({
  id,
  item,
  quantity,
  due: `2026-01-${`${day}`.padStart(2, "0")}`,
});

const purchase = (id: string, quantity: number, day: number, item = "a") => ({
  ...demand(id, quantity, day, item),
  kind: "purchase" as const,
});

const workingWeek: Pick<PlanningInput, "calendars" | "sites"> = {
  calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
  sites: [{ id: "main", calendar: "week" }],
};

export const cases: readonly InterpretationCase[] = [
  {
    k: "K1",
    shows: "a need is netted early by its safety time, but left out by its own due day",
    input: {
      horizonEnd: "2026-01-10",
      items: [{ id: "a", safetyTime: 2 }],
      demands: [demand("inside", 1, 10), demand("beyond", 2, 11)],
    },
    orders: ["a 1 2026-01-08 > 2026-01-08"],
    messages: ["beyondHorizon count 1 quantity 2"],
  },
  {
    k: "K2",
    shows: "no lead time is the same day, working or not; one day is the working day before",
    input: {
      ...workingWeek,
      items: [{ id: "a" }, { id: "b" }],
      sources: [
        { item: "a", kind: "make", leadTime: 0 },
        { item: "b", kind: "make", leadTime: 1 },
      ],
      demands: [demand("d", 1, 12, "a"), demand("e", 1, 12, "b")],
    },
    orders: ["a 1 2026-01-12 > 2026-01-12", "b 1 2026-01-09 > 2026-01-12"],
  },
  {
    k: "K3",
    shows: "a new order arrives after release, lead and receiving time of the source valid at T0",
    input: {
      conventions: { rescheduling: "achievable" },
      items: [{ id: "a", releaseTime: 1, receivingTime: 1 }],
      sources: [
        { id: "later", item: "a", kind: "buy", leadTime: 0, rank: 1, validFrom: "2026-01-06" },
        { id: "now", item: "a", kind: "buy", leadTime: 2, rank: 2 },
      ],
      supplies: [purchase("po", 5, 20)],
      demands: [demand("d", 5, 9)],
    },
    orders: [],
    supplies: ["po 2026-01-09 for 2026-01-09"],
    messages: ["expedite po from 2026-01-20 to 2026-01-09 quantity 5"],
  },
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
    shows: "inside the fence supply is drawn once, at its end, and no message is said for it",
    input: {
      horizonEnd: "2026-01-10",
      items: [{ id: "a", planningTimeFence: 4 }],
      supplies: [purchase("po", 5, 7)],
      demands: [demand("d", 3, 6), demand("e", 4, 8)],
    },
    orders: ["a 2 2026-01-09 > 2026-01-09"],
    supplies: ["po 2026-01-07 for 2026-01-08"],
    messages: ["fenceShortage date 2026-01-09 quantity 2"],
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
    messages: [],
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
    k: "K20",
    shows: "forecast whose last day is past is dropped and said; one that reaches T0 counts whole",
    input: {
      items: [{ id: "a" }],
      demands: [
        { ...demand("gone", 5, 1), kind: "forecast", until: "2026-01-04" },
        { ...demand("runs", 7, 1), kind: "forecast", until: "2026-01-05" },
      ],
    },
    orders: ["a 7 2026-01-05 > 2026-01-05"],
    messages: ["inputAdjusted"],
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
    k: "K24",
    shows: "in another unit supply is rounded down and demand up, on what is left",
    input: {
      units: [{ id: "piece", decimals: 0 }],
      items: [{ id: "a", unit: "piece", units: [{ unit: "half", contains: "1/2" }] }],
      supplies: [{ ...purchase("po", 5, 6), unit: "half", completed: 2 }],
      demands: [{ ...demand("d", 5, 6), unit: "half", shipped: 2 }],
    },
    orders: ["a 1 2026-01-06 > 2026-01-06"],
    supplies: ["po 2026-01-06 for 2026-01-06"],
    messages: ["inputAdjusted", "inputAdjusted"],
  },
  {
    k: "K26",
    shows: "what has too many digits is rounded half up, towards the larger number",
    input: {
      conventions: { excessDigits: "round" },
      items: [{ id: "a", decimals: 0, onHand: -2.5 }],
      demands: [demand("d", 2.5, 6)],
    },
    orders: ["a 2 2026-01-05 > 2026-01-05", "a 3 2026-01-06 > 2026-01-06"],
    messages: ["inputAdjusted", "inputAdjusted"],
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
];
