import type { PlanningInput } from "orlicky";
import { demand, type InterpretationCase, purchase } from "./problem.js";

/** Eight hours a day from Monday to Friday. */
const shop: Pick<PlanningInput, "workCenters" | "sources" | "items"> = {
  workCenters: [
    {
      id: "lathe",
      units: 2,
      shifts: [{ from: "06:00", until: "14:00", days: ["mon", "tue", "wed", "thu", "fri"] }],
    },
    { id: "slow", shifts: [{ from: "22:00", until: "06:00" }], efficiency: 0.5 },
  ],
  sources: [{ item: "a", kind: "make" }],
  items: [{ id: "a", leadTimeBasis: "routing" }],
};

/** A routing that takes so many hours for each unit. */
const turning = (id: string, run: number | string, validFrom?: string) => ({
  id,
  item: "a",
  validFrom,
  operations: [{ id: "10", workCenter: "lathe", run }],
});

const made = (id: string, quantity: number, day: number) => ({
  ...demand(id, quantity, day),
  kind: "production" as const,
  firm: true,
});

const parts: Pick<PlanningInput, "items" | "boms"> = {
  items: [{ id: "a" }, { id: "b" }],
  boms: [{ item: "a", lines: [{ item: "b", quantity: 1 }] }],
};

export const routings: readonly InterpretationCase[] = [
  {
    k: "K52",
    shows: "of routings that no source names the one that is valid and begins last",
    input: {
      ...shop,
      routings: [
        turning("old", 8, "2025-12-01"),
        turning("new", 16, "2026-01-01"),
        turning("next", 24, "2026-01-06"),
      ],
      demands: [demand("d", 1, 20)],
    },
    orders: ["a 1 2026-01-18 > 2026-01-20"],
  },
  {
    k: "K52",
    shows: "the routing that the source names, and no other order has it",
    input: {
      ...shop,
      sources: [
        { id: "first", item: "a", kind: "make", routing: "own", maxQuantity: 1 },
        { id: "second", item: "a", kind: "make", rank: 1 },
      ],
      routings: [turning("own", 24, "2026-01-05"), turning("shared", 4)],
      demands: [demand("d", 1, 20), demand("e", 2, 21)],
    },
    orders: ["a 1 2026-01-17 > 2026-01-20", "a 2 2026-01-20 > 2026-01-21"],
  },
  {
    k: "K54",
    shows: "the lead time follows from set-up and run of the quantity, rounded up once",
    input: {
      ...shop,
      routings: [
        {
          id: "r",
          item: "a",
          operations: [
            { id: "10", workCenter: "lathe", setup: 1, run: 0.25 },
            { id: "20", workCenter: "lathe", setup: 1, run: 0.25 },
          ],
        },
      ],
      demands: [demand("d", 12, 15), demand("e", 13, 20)],
    },
    orders: ["a 12 2026-01-14 > 2026-01-15", "a 13 2026-01-18 > 2026-01-20"],
  },
  {
    k: "K54",
    shows:
      "hours at a work centre by its own day and pace, waiting by the clock, suppliers by days",
    input: {
      ...shop,
      suppliers: [{ id: "smith" }],
      routings: [
        {
          id: "r",
          item: "a",
          operations: [
            { id: "10", workCenter: "slow", queue: 2, setup: 3, move: 6 },
            { id: "20", subcontract: { supplier: "smith", leadTime: 2 }, wait: 6 },
          ],
        },
      ],
      demands: [demand("d", 1, 20)],
    },
    // 2 ÷ 8 + 3 ÷ 0.5 ÷ 8 + 6 ÷ 24 + 2 + 6 ÷ 24 = 3.5
    orders: ["a 1 2026-01-16 > 2026-01-20"],
  },
  {
    k: "K54",
    shows:
      "operations side by side take as long as the longest way, parts of a split as one of them",
    input: {
      ...shop,
      routings: [
        {
          id: "r",
          item: "a",
          operations: [
            { id: "10", workCenter: "lathe", run: 4, split: 2 },
            { id: "20", workCenter: "lathe", run: 1, after: [] },
            { id: "30", workCenter: "lathe", setup: 8, after: ["10", "20"] },
          ],
        },
      ],
      demands: [demand("d", 4, 20)],
    },
    orders: ["a 4 2026-01-18 > 2026-01-20"],
  },
  {
    k: "K54",
    shows: "what is started counts, and days by quantity are added before it is rounded",
    input: {
      ...shop,
      items: [{ id: "a", leadTimeBasis: "routing", leadTimePerUnit: "1/20", yield: 0.5 }],
      routings: [turning("r", 0.4)],
      demands: [demand("d", 5, 20)],
    },
    orders: ["a 5 2026-01-19 > 2026-01-20"],
  },
  {
    k: "K54",
    shows: "a firm order too, and only what is made",
    input: {
      ...shop,
      ...parts,
      items: [{ id: "a", leadTimeBasis: "routing" }, { id: "b" }],
      sources: [
        { item: "a", kind: "make" },
        { item: "a", kind: "buy", rank: -1, minQuantity: 3, leadTime: 1 },
      ],
      routings: [turning("r", 8)],
      supplies: [made("s", 2, 20)],
      demands: [demand("d", 2, 20), demand("e", 3, 21)],
    },
    orders: ["a 3 2026-01-20 > 2026-01-21", "b 2 2026-01-18 > 2026-01-18"],
  },
  {
    k: "K57",
    shows: "it counts for the need that draws it, and its components keep its own dates",
    input: {
      ...parts,
      supplies: [{ ...made("s", 5, 20), scheduled: true, start: "2026-01-17" }],
      demands: [demand("d", 5, 10)],
    },
    orders: ["b 5 2026-01-17 > 2026-01-17"],
    supplies: ["s 2026-01-10 for 2026-01-10"],
    messages: [],
  },
  {
    k: "K57",
    shows: "whatever supplies may do otherwise",
    input: {
      ...parts,
      conventions: { rescheduling: "never", expediteWithin: 1 },
      supplies: [{ ...made("s", 5, 20), scheduled: true }, purchase("p", 5, 8)],
      demands: [demand("d", 10, 10)],
    },
    orders: ["b 5 2026-01-20 > 2026-01-20"],
    supplies: ["p 2026-01-08 for 2026-01-10", "s 2026-01-10 for 2026-01-10"],
    messages: ["defer p from 2026-01-08 to 2026-01-10 quantity 5"],
  },
  {
    k: "K57",
    shows: "it is drawn before supply that may not come so far in",
    input: {
      ...parts,
      conventions: { expediteWithin: 3 },
      supplies: [{ ...made("s", 5, 18), scheduled: true }, purchase("p", 5, 14)],
      demands: [demand("d", 5, 10)],
    },
    orders: ["b 5 2026-01-18 > 2026-01-18"],
    supplies: ["p 2026-01-14 for nothing", "s 2026-01-10 for 2026-01-10"],
    messages: ["cancel p from 2026-01-14 quantity 5"],
  },
];
