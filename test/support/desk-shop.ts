import { type Plan, type PlanningInput, planRequirements } from "../../src/index.js";

/** A shift of eight hours. */
export const day = { from: "08:00", until: "16:00" };

/** Desks of three boards, all cut on one saw, 2 hours a desk and a quarter of an hour a board. */
export const shop: PlanningInput = {
  startDate: "2026-01-05",
  calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
  sites: [{ id: "works", calendar: "week" }],
  items: [
    { id: "desk", leadTime: 2 },
    { id: "board", leadTime: 1 },
    { id: "wood", leadTime: 3 },
  ],
  sources: [{ item: "wood", kind: "buy", leadTime: 3, leadTimeBasis: "working" }],
  boms: [
    { item: "desk", lines: [{ item: "board", quantity: 3 }] },
    { item: "board", lines: [{ item: "wood", quantity: 1 }] },
  ],
  workCenters: [{ id: "saw", shifts: [day] }],
  routings: [
    { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw", run: 2 }] },
    { id: "board", item: "board", operations: [{ id: "cut", workCenter: "saw", run: 0.25 }] },
  ],
  stock: [{ item: "wood", quantity: 30 }],
  demands: [
    { id: "first", item: "desk", quantity: 4, due: "2026-01-09", priority: 2 },
    { id: "second", item: "desk", quantity: 4, due: "2026-01-12", priority: 1 },
  ],
};

/** Desks and boards that need nothing. */
export const alone: Partial<PlanningInput> = {
  boms: [],
  sources: [
    { item: "desk", kind: "make" },
    { item: "board", kind: "make" },
  ],
};

/** The plan of the desks, with other rows where they are given. */
export const plan = (changes: Partial<PlanningInput> = {}): Plan =>
  planRequirements({ ...shop, ...changes });
