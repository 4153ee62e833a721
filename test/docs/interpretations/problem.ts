import type { PlanningInput, PlanningIssueCode } from "orlicky";

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
  /** `quantity of supply for need` of item `a`, planned orders by their due day. */
  readonly pegs?: readonly string[];
  /** `item unit price × start quantity = amount currency`, in the order of the plan. */
  readonly prices?: readonly string[];
  /** `code`, then what the message has of supply, demand, from, to, date, count and quantity. */
  readonly messages?: readonly string[];
}

/** A problem that an interpretation refuses. */
export interface RefusedCase {
  readonly k: string;
  readonly shows: string;
  readonly input: Omit<PlanningInput, "startDate">;
  readonly code: PlanningIssueCode;
  readonly path: readonly (string | number)[];
}

/** Monday; all problems begin on it. */
export const startDate = "2026-01-05";

/** A demand of January 2026. */
export const demand = (id: string, quantity: number, day: number, item = "a") => ({
  id,
  item,
  quantity,
  due: `2026-01-${`${day}`.padStart(2, "0")}`,
});

/** An open purchase that is due in January 2026. */
export const purchase = (id: string, quantity: number, day: number, item = "a") => ({
  ...demand(id, quantity, day, item),
  kind: "purchase" as const,
});

/** One site that works from Monday to Friday. */
export const workingWeek: Pick<PlanningInput, "calendars" | "sites"> = {
  calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
  sites: [{ id: "main", calendar: "week" }],
};
