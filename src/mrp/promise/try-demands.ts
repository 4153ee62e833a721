import { feasibleDatesOf } from "../explain/known-dates.js";
import { type PlannedDemand, plannedDemand } from "../plan/demand-list.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { readSafely } from "../replan/read-safely.js";
import { replan } from "../replan/replan.js";
import { rowsOfPlan } from "../replan/rows-of-plan.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { brokenDemands } from "./broken-demands.js";
import type { BrokenDemand, DemandTrial } from "./demand-trial.js";

/**
 * Tries demands on a plan: what it would be with them, when they would be there, and whose day they
 * would break (X3). The plan stays as it is, and so may be asked any number of times.
 *
 * The days of the plan are worked out once; those with the demands only where they differ, so that the
 * work grows with the stocking points that change. Where {@link replan} takes a full run, so does this.
 *
 * @param plan - what `planRequirements`, `planFromJSON` or `replan` returned
 * @param demands - rows of the input; those with the id of a demand of the plan stand in its place
 * @returns the plan with the demands, their days, and the other demands that become late
 * @throws PlanningInputError with every mistake of the rows, by their path `demands.put`
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", leadTime: 3, onHand: 10 }],
 *   demands: [{ id: "order 1", item: "bike", quantity: 10, due: "2026-01-07" }],
 * });
 * const trial = tryDemands(plan, [
 *   { id: "order 2", item: "bike", quantity: 4, due: "2026-01-06" },
 * ]);
 * trial.available; // => ["2026-01-05"]
 * trial.broken.map(({ demand, after }) => `${demand}: ${after}`); // => ["order 1: 2026-01-08"]
 * ```
 */
export function tryDemands(plan: Plan, demands: readonly PlanningRow<"demands">[]): DemandTrial {
  const before = stateOf(plan);
  return readSafely({ demands: { put: demands } }, (changes) => {
    // By these the days with the demands can be told.
    feasibleDatesOf(before);
    const after = replan(plan, changes);
    return new Trial(before, after, changes.demands?.put?.map(({ id }) => id) ?? []);
  });
}

/** Works out what is read of it. */
class Trial implements DemandTrial {
  readonly plan: Plan;
  readonly #before: PlanState;
  readonly #after: PlanState;
  readonly #ids: readonly string[];
  #tried: readonly (PlannedDemand | undefined)[] | undefined;
  #broken: readonly BrokenDemand[] | undefined;

  constructor(before: PlanState, after: Plan, ids: readonly string[]) {
    this.plan = after;
    this.#before = before;
    this.#after = stateOf(after);
    this.#ids = ids;
  }

  get available(): readonly (string | null)[] {
    return this.#demands.map((demand) => demand?.available ?? null);
  }

  get isInTime(): boolean {
    const { horizonEnd } = this.plan;
    return this.#demands.every(
      (demand) => demand !== undefined && demand.daysLate === 0 && demand.due <= horizonEnd,
    );
  }

  get broken(): readonly BrokenDemand[] {
    this.#broken ??= brokenDemands(this.#before, this.#after, new Set(this.#ids));
    return this.#broken;
  }

  /** The demands as planned; `undefined`: a forecast that is past. */
  get #demands(): readonly (PlannedDemand | undefined)[] {
    if (this.#tried === undefined) {
      const rows = rowsOfPlan(this.#after);
      this.#tried = this.#ids.map((id) => {
        const row = rows.demand(id);
        return row === undefined ? undefined : plannedDemand(this.#after, row);
      });
    }
    return this.#tried;
  }
}
