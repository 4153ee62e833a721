import { compareText, type Decimal, ratioOf, ratioToDecimal } from "../../core/index.js";
import type { Plan, PlannedDemand } from "../../mrp/index.js";
import { promisesIn } from "../promise/former-promise.js";
import type { BookedPromise } from "../promise/index.js";
import { refuseNoPlan } from "../promise/refuse-no-plan.js";
import type { ReadRecords } from "../records/index.js";
import { type DayInPlan, dayInPlan, demandsOf, whatIsOrdered } from "./order-status.js";
import { successorsOf } from "./promise-successors.js";

/**
 * What became of a promise from one plan to the next: `kept`, in time in both; `broken`, late now;
 * `recovered`, in time again; `stillLate`; `gone`, the second plan does not have it; `new`, the first one
 * did not.
 */
export type PromiseState = "kept" | "broken" | "recovered" | "stillLate" | "gone" | "new";

/** A promise, and when it is there in each plan. */
export interface PromiseKept {
  readonly demand: string;
  readonly promised: string;
  readonly state: PromiseState;
  readonly before: string | null;
  readonly after: string | null;
  /** Days after the day promised; `null`: never there, or not planned. */
  readonly daysLate: { readonly before: number | null; readonly after: number | null };
}

/** How steady promises are from one plan to the next. */
export interface PromiseStability {
  /** By the id of the demand. */
  readonly promises: readonly PromiseKept[];
  readonly counts: Readonly<Record<PromiseState, number>>;
  /** Of those that were in time the part that still is; `null`: none was. */
  readonly stability: Decimal | null;
}

/**
 * Compares two plans by what was promised: which promises are kept, which broken, which recovered.
 *
 * Of records, a line of an order is the same promise as the one that was booked for its quote, or for
 * itself: a plan may have the one or the other. Only records say of which quote an order is, so that
 * booked promises are known by their own demands alone: once the CRM has written their orders, give its
 * records, or they are gone.
 *
 * @param before - the plan before the run
 * @param after - the plan after it
 * @param promised - promises, as `acceptPromise` returned them, or records that were read: their open lines
 * with a day promised
 * @returns a row for each promise, how many there are of each state, and the part that was kept
 * @throws PlanningInputError when one is no plan
 *
 * Source: rules X2, X3; K71.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-02-27",
 *   items: [{ id: "bike", leadTime: 10 }],
 *   supplies: [{ id: "po", item: "bike", quantity: 4, due: "2026-01-08", kind: "purchase" }],
 *   sources: [{ item: "bike", kind: "buy" }],
 * });
 * const lines = [{ id: "1", item: "bike", quantity: 4, requestedDate: "2026-01-09" }];
 * const promise = promiseDelivery(plan, { id: "R", delivery: "whole", lines });
 * const { plan: before, booked } = acceptPromise(plan, promise);
 * const after = replan(before, { supplies: { remove: ["po"] } });
 * const { promises, stability } = promiseStability(before, after, booked);
 * promises.map(({ state, daysLate }) => `${state}, ${daysLate.after} days`); // => ["broken, 6 days"]
 * `${stability}`; // => "0"
 * ```
 */
export function promiseStability(
  before: Plan,
  after: Plan,
  promised: ReadRecords | readonly BookedPromise[],
): PromiseStability {
  refuseNoPlan(before);
  refuseNoPlan(after);
  const ordered = whatIsOrdered(promised, "promised");
  const lines = ordered.lines.flatMap(({ demand, promised: date }) =>
    date === null ? [] : [{ demand, date }],
  );
  const { records } = ordered;
  const [was, is] = [demandsIn(before, lines, records), demandsIn(after, lines, records)];
  let inTime = 0;
  const promises = lines
    .sort((a, b) => compareText(a.demand, b.demand))
    .map(({ demand, date }): PromiseKept => {
      const [one, other] = [dayInPlan(was.get(demand), date), dayInPlan(is.get(demand), date)];
      if (isPlanned(one.status) && one.status !== "late") inTime++;
      return Object.freeze({
        ...{ demand, promised: date, before: one.available, after: other.available },
        state: stateOf(one.status, other.status),
        daysLate: { before: one.daysLate, after: other.daysLate },
      });
    });
  const counts = { kept: 0, broken: 0, recovered: 0, stillLate: 0, gone: 0, new: 0 };
  for (const { state } of promises) counts[state]++;
  return Object.freeze({
    promises: Object.freeze(promises),
    counts: Object.freeze(counts),
    stability: inTime === 0 ? null : ratioToDecimal(ratioOf(BigInt(counts.kept), BigInt(inTime))),
  });
}

interface PromisedDemand {
  readonly demand: string;
  readonly date: string;
}

/** The demands of a plan, by the ids that are asked for; of an order also the promise that it came from. */
function demandsIn(
  plan: Plan,
  lines: readonly PromisedDemand[],
  records: ReadRecords | null,
): ReadonlyMap<string, PlannedDemand> {
  const ids = lines.map(({ demand }) => demand);
  const found = new Map(demandsOf(plan, ids));
  if (records === null || ids.every((id) => found.has(id))) return found;
  const known = promisesIn(plan);
  const own = demandsOf(
    plan,
    known.map(({ demand }) => demand),
  );
  for (const [id, { demand }] of successorsOf(known, records, plan)) {
    const one = own.get(id);
    if (one !== undefined && !found.has(demand)) found.set(demand, one);
  }
  return found;
}

function stateOf(before: DayInPlan["status"], after: DayInPlan["status"]): PromiseState {
  if (!isPlanned(after)) return "gone";
  if (!isPlanned(before)) return "new";
  if (before === "late") return after === "late" ? "stillLate" : "recovered";
  return after === "late" ? "broken" : "kept";
}

function isPlanned(status: DayInPlan["status"]): boolean {
  return status !== "notPlanned" && status !== "beyondHorizon";
}
