import { compareText, isList, oneOf, optional, parseDay, readArgument } from "../../core/index.js";
import type { Plan, PlannedDemand } from "../../mrp/index.js";
import { type CreditHold, creditHolds } from "../demand/index.js";
import { readPromises } from "../promise/booked-argument.js";
import type { BookedPromise } from "../promise/index.js";
import { refuseNoPlan } from "../promise/refuse-no-plan.js";
import type { ReadRecords } from "../records/index.js";
import { readRecordsArgument } from "../records/records-argument.js";
import { type DelayCause, delayCause } from "./delay-cause.js";
import { bookedLines, type OrderedLine, orderedLines } from "./open-lines.js";
import type { OrderLineState, OrderLineStatus } from "./order-line-status.js";

/** How credit holds are told. */
export interface OrderStatusOptions {
  /** The policy by which the plan counts orders on hold; with `"promised"` they stand as all others. */
  readonly credit?: "excluded" | "demandOnly" | "promised" | undefined;
}

/**
 * Tells how each thing that was ordered stands in a plan: in time or late, since when and because of what.
 *
 * A line is late when all of it is there only after the day promised, or requested where none was. The
 * cause is the chain of orders that wait for each other, down to the one that limits (N11).
 *
 * @param plan - the live plan, with the demands of the records or the promises that were booked
 * @param ordered - records that were read: their open orders, call-offs and needs of service; or booked
 * promises
 * @param options - how orders on credit hold stand
 * @returns a status for each, by the id of its demand
 * @throws PlanningInputError when it is no plan
 *
 * Source: rules X2, N11.
 *
 * @example
 * ```ts
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }],
 *   products: [{ id: "bike" }],
 *   orders: [
 *     {
 *       ...{ id: "A", account: "Bell", status: "open", date: "2026-01-02" },
 *       lines: [{ id: "1", product: "bike", quantity: 4, requestedDate: "2026-01-09" }],
 *     },
 *   ],
 * });
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", leadTime: 2 }, { id: "wheel", leadTime: 10 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 *   demands: [{ id: '["order","A","1"]', item: "bike", quantity: 4, due: "2026-01-09" }],
 * });
 * const [line] = orderStatus(plan, records);
 * `${line?.status}, ${line?.daysLate} days`; // => "late, 8 days"
 * line?.cause?.text;
 * // => "It waits for an order of wheel at main, there on 2026-01-15: its lead time from the planning start."
 * ```
 */
export function orderStatus(
  plan: Plan,
  ordered: ReadRecords | readonly BookedPromise[],
  options: OrderStatusOptions = {},
): readonly OrderLineStatus[] {
  const { credit } = readArgument(options, {
    credit: optional(oneOf("excluded", "demandOnly", "promised"), "demandOnly"),
  });
  refuseNoPlan(plan);
  const { lines, records } = whatIsOrdered(ordered, "ordered");
  const holds = records === null ? [] : creditHolds(records, { asOf: plan.startDate }).holds;
  const holdOf = new Map(holds.map((hold) => [hold.order as string, hold]));
  const demands = demandsOf(
    plan,
    lines.map(({ demand }) => demand),
  );
  return lines
    .sort((a, b) => compareText(a.demand, b.demand))
    .map((line) => {
      const hold = line.record?.list === "orders" ? holdOf.get(line.record.id) : undefined;
      const setting = { plan, demand: demands.get(line.demand), isHeld: credit !== "promised" };
      return statusOf(line, hold ?? null, setting);
    });
}

/** What is ordered, of records that were read or promises that were booked; then there are no records. */
export function whatIsOrdered(
  ordered: ReadRecords | readonly BookedPromise[],
  name: string,
): { readonly lines: OrderedLine[]; readonly records: ReadRecords | null } {
  if (isList(ordered)) return { lines: bookedLines(readPromises(ordered, name)), records: null };
  const records = readRecordsArgument(ordered);
  return { lines: orderedLines(records), records };
}

/** The demands of a plan with these ids. */
export function demandsOf(plan: Plan, ids: readonly string[]): ReadonlyMap<string, PlannedDemand> {
  const wanted = new Set(ids);
  const found = new Map<string, PlannedDemand>();
  for (const demand of plan.demands) if (wanted.has(demand.id)) found.set(demand.id, demand);
  return found;
}

interface StatusSetting {
  readonly plan: Plan;
  readonly demand: PlannedDemand | undefined;
  readonly isHeld: boolean;
}

function statusOf(
  line: OrderedLine,
  hold: CreditHold | null,
  { plan, demand, isHeld }: StatusSetting,
): OrderLineStatus {
  const { shipped, quantity, requested, promised } = line;
  const isDone = shipped.gte(quantity);
  const there = isDone ? SHIPPED : dayInPlan(demand, promised ?? requested);
  const inPlan = there.status === "beyondHorizon" ? "notPlanned" : there.status;
  const isStopped = hold !== null && isHeld && inPlan !== "shipped";
  const status: OrderLineState = isStopped ? "held" : inPlan;
  const isLate = there.status === "late" && demand !== undefined;
  let cause: DelayCause | null | undefined;
  return Object.freeze({
    ...{ demand: line.demand, record: line.record, customer: line.customer, status },
    ...{ quantity, shipped, requested, promised },
    ...{ available: there.available, daysLate: there.daysLate },
    daysAfterRequest: daysAfter(there.available, requested),
    hold,
    get cause() {
      if (cause === undefined) cause = isLate ? delayCause(plan, demand.id, demand.due) : null;
      return cause;
    },
  });
}

/** When a demand is there, against the day that was said of it. */
export interface DayInPlan {
  /** `beyondHorizon`: the plan has it, but does not reach so far. */
  readonly status: "onTime" | "late" | "shipped" | "notPlanned" | "beyondHorizon";
  readonly available: string | null;
  readonly daysLate: number | null;
}

const SHIPPED: DayInPlan = { status: "shipped", available: null, daysLate: null };

/** When a demand is there in a plan, and by how many days that is after the day that was said of it. */
export function dayInPlan(demand: PlannedDemand | undefined, said: string | null): DayInPlan {
  if (demand === undefined) return { status: "notPlanned", available: null, daysLate: null };
  if (demand.quantity.isZero()) return SHIPPED;
  const { available } = demand;
  if (available === null && demand.daysLate !== null) {
    return { status: "beyondHorizon", available: null, daysLate: null };
  }
  const daysLate = available === null ? null : daysAfter(available, said ?? demand.due);
  return { status: daysLate === 0 ? "onTime" : "late", available, daysLate };
}

function daysAfter(day: string | null, said: string | null): number | null {
  if (day === null || said === null) return null;
  return Math.max(0, parseDay(day)! - parseDay(said)!);
}
