import { isPlainObject, WEEKDAYS } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { EXPECTED } from "../schema/values.js";
import { type IssueList, show } from "./issues.js";
import { type Conventions, NEVER } from "./problem.js";

/** At most this many planned orders unless the input says otherwise (chapter L). */
const MOST_ORDERS = 10_000_000;

/** M1, K33: what is never moved in by the plan has no quantity proposed either. */
export function checkConventions(
  conventions: NonNullable<PlanningInput["conventions"]>,
  issues: IssueList,
): void {
  if (!isPlainObject(conventions)) {
    // All of them may be left out, so what has no fields at all has the shape of none that is given.
    const message = `The conventions (${show(conventions)}) must be ${EXPECTED.fields}.`;
    issues.add("invalidType", ["conventions"], message);
    return;
  }
  const { rescheduling, resize } = conventions;
  if (!resize || rescheduling !== "never") return;
  const message =
    'The resize (true) contradicts rescheduling "never", under which every supply stands as it is. Choose "assume" or "achievable", or leave resize out.';
  issues.add("contradiction", ["conventions", "resize"], message);
}

/** The choices of a run; what the input leaves open takes the canonical value. */
export function readConventions(given: PlanningInput["conventions"] = {}): Conventions {
  return {
    grouping: given.grouping ?? "day",
    rescheduling: given.rescheduling ?? "assume",
    expediteWithin: given.expediteWithin ?? NEVER,
    resize: given.resize ?? false,
    safetyStock: given.safetyStock ?? "floor",
    excessDigits: given.excessDigits ?? "reject",
    pastDue: given.pastDue ?? "report",
    trigger: given.trigger ?? "below",
    maxOrders: given.maxOrders ?? MOST_ORDERS,
    effectivity: given.effectivity ?? "start",
    phantomStock: given.phantomStock ?? "net",
    deferTolerance: given.deferTolerance ?? 0,
    cycles: given.cycles ?? "reject",
    pastForecastDays: given.pastForecastDays ?? 0,
    weekStart: WEEKDAYS.indexOf(given.weekStart ?? "mon"),
  };
}
