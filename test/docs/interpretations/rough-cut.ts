import type { PlanningInput, PlanningRow } from "orlicky";
import type { RoughCutOptions } from "orlicky/capacity";
import { demand } from "./problem.js";

/** A small problem for the interpretation of rough cut, and the loads that come out. */
export interface RoughCutCase {
  readonly k: string;
  readonly shows: string;
  readonly input: Omit<PlanningInput, "startDate">;
  readonly options?: RoughCutOptions;
  /** `resource from: load of capacity`, where there is load; `past due` for from. */
  readonly loads: readonly string[];
}

const press = { id: "press", shifts: [{ from: "06:00", until: "14:00" }] };

/** Item `a` takes two of `b`, which is made at the press. */
function pair(
  a: Partial<PlanningRow<"items">>,
  b: Partial<PlanningRow<"items">> = {},
): Omit<PlanningInput, "startDate"> {
  return {
    items: [
      { id: "a", ...a },
      { id: "b", ...b },
    ],
    boms: [{ item: "a", lines: [{ item: "b", quantity: 2 }] }],
    sources: [{ item: "b", kind: "make" }],
    workCenters: [press],
    routings: [
      { id: "r", item: "b", operations: [{ id: "10", workCenter: "press", setup: 1, run: 0.5 }] },
    ],
    demands: [demand("d", 10, 13)],
  };
}

export const roughCuts: readonly RoughCutCase[] = [
  {
    k: "K58",
    shows: "set-ups are spread over the costing lot, here the fixed order quantity of 4",
    input: pair({}, { lotSizing: { rule: "fixedOrderQuantity", quantity: 4 } }),
    loads: ["press 2026-01-12: 15 of 56"],
  },
  {
    k: "K58",
    shows: "stock is not looked at, and a yield divides without rounding",
    input: pair({}, { onHand: 100, yield: "2/3" }),
    loads: ["press 2026-01-12: 35 of 56"],
  },
  {
    k: "K58",
    shows: "six days before the end item is the same week, seven the one before",
    input: pair({ leadTime: 6 }),
    loads: ["press 2026-01-12: 30 of 56"],
  },
  {
    k: "K58",
    shows: "seven days before the end item is the week before",
    input: pair({ leadTime: 7 }),
    loads: ["press 2026-01-05: 30 of 56"],
  },
  {
    k: "K58",
    shows: "what falls before the first bucket is past due",
    input: pair({ leadTime: 14 }),
    loads: ["press past due: 30 of none"],
  },
  {
    k: "K58",
    shows: "a bill lays all in the bucket of the end item",
    input: pair({ leadTime: 14 }),
    options: { by: "bills" },
    loads: ["press 2026-01-12: 30 of 56"],
  },
];
