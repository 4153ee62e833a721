import type { PlanningInput } from "orlicky";
import type { LevellingOptions } from "orlicky/capacity";
import { demand } from "./problem.js";

/** A small problem for the interpretation of levelling, and what is decided by day. */
export interface LevellingCase {
  readonly k: string;
  readonly shows: string;
  readonly input: Omit<PlanningInput, "startDate">;
  readonly options: LevellingOptions;
  /** `remedy order/operation of from to: cost`, an order by the id of its demand. */
  readonly decisions: readonly string[];
}

const shifts = [{ from: "06:00", until: "14:00" }];

type Row<List extends keyof PlanningInput> =
  NonNullable<PlanningInput[List]> extends readonly (infer One)[] ? One : never;

/** A saw of 8 hours a day; each demand takes an hour a piece and has an order of its own. */
function saw(
  demands: readonly Row<"demands">[],
  center: Partial<Row<"workCenters">> = {},
): Omit<PlanningInput, "startDate"> {
  return {
    horizonEnd: "2026-01-16",
    items: [{ id: "a", holdingCost: 2 }],
    sources: [{ item: "a", kind: "make" }],
    workCenters: [{ id: "saw", shifts, ...center }],
    routings: [{ id: "r", item: "a", operations: [{ id: "10", workCenter: "saw", run: 1 }] }],
    demands: demands.map((row) => ({ ...row, segment: row.id })),
  };
}

export const levellings: readonly LevellingCase[] = [
  {
    k: "K60",
    shows: "the least urgent is moved: wanted as late as another, of the larger rank",
    input: saw([
      { ...demand("d", 5, 9), priority: 1 },
      { ...demand("e", 5, 9), priority: 2 },
      { ...demand("f", 8, 8), priority: 3 },
    ]),
    options: { remedies: ["pullAhead"] },
    decisions: ["pullAhead e/10 of 2026-01-08 to 2026-01-06: 20"],
  },
  {
    k: "K60",
    shows:
      "whole operations are moved until the load fits, and the first remedy that can takes each",
    input: saw([demand("d", 5, 6), demand("e", 4, 6), demand("f", 8, 7)]),
    options: { latenessCostPerDay: 10 },
    decisions: ["push d/10 of 2026-01-05 to 2026-01-07: 20"],
  },
  {
    k: "K60",
    shows:
      "overtime is taken for the excess, in whole minutes of all units, and paid for all of them",
    input: saw([demand("d", 5, 7), demand("e", 4, 7)], {
      units: 3,
      utilization: "1/3",
      overtime: [{ from: "2026-01-06T14:00", until: "2026-01-06T16:00" }],
      overtimeCostPerHour: 10,
    }),
    options: { remedies: ["overtime"] },
    decisions: ["overtime d/10 of 2026-01-06 to 1 h: 30"],
  },
];
