import { workOn } from "../../core/index.js";
import type { PlanningIssue } from "../input/issues.js";
import type { PlanningInput } from "../schema/planning-input.js";

/** The lists of an input of which a part has some rows; it has all calendars, units and sites. */
export const PARTED_LISTS = [
  "items",
  "itemSites",
  "sources",
  "boms",
  "suppliers",
  "workCenters",
  "tools",
  "routings",
  "stock",
  "supplies",
  "demands",
  "allocations",
  "reservations",
] as const;

/** A list of the input whose rows are given to parts. */
export type PartedList = (typeof PARTED_LISTS)[number];

/** By list: where each row of a part stands in the whole input. */
export type PartRows = Readonly<Partial<Record<PartedList, readonly number[]>>>;

/** A part of a problem that is planned by itself, see {@link partition}. */
export interface InputPart {
  /** A planning input of its own, with the horizon of the whole one. */
  readonly input: PlanningInput;
  readonly rows: PartRows;
  /** About how many requirements planning it will net. */
  readonly requirements: number;
}

/**
 * Mistakes that planning a part found, with paths of the whole input.
 *
 * What is wrong with rows is told by `partition` already; this is for what only planning finds, as
 * quantities that grow too large.
 *
 * @param part - what `partition` returned
 * @param issues - those of the `PlanningInputError` that planning the part has thrown
 * @returns the same issues; their messages name ids, and stay
 *
 * @example
 * ```ts
 * const [, second] = partition({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", onHand: -9 }, { id: "lamp" }],
 * });
 * const found = { code: "quantityOverflow", path: ["items", 0], message: "…" } as const;
 * issuesInWhole(second!, [found])[0]!.path; // => ["items", 1]
 * ```
 */
export function issuesInWhole(
  part: Pick<InputPart, "rows">,
  issues: readonly PlanningIssue[],
): PlanningIssue[] {
  return workOn(part, "part", "one that partition returned", ({ rows }) =>
    workOn(issues, "issues", "those of a PlanningInputError", (all) =>
      all.map((issue) => {
        const [list, row, ...rest] = issue.path;
        const inWhole = typeof row === "number" ? rows[list as PartedList]?.[row] : undefined;
        return inWhole === undefined ? issue : { ...issue, path: [list!, inWhole, ...rest] };
      }),
    ),
  );
}
