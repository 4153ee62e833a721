import { formatDay } from "../../core/index.js";
import { datesInPlan } from "../plan/order-days.js";
import type { PlanState } from "../plan/plan-state.js";
import { dueOfFirm, startOfRow, wantedStartOfFirm } from "../sweep/link-needs.js";
import type { DelayedOrder } from "./explanation-demand.js";
import { figuresOf } from "./explanation-figures.js";
import { type ExplainedLimit, explainedLimit } from "./explanation-limit.js";
import { orderIdAt } from "./explanation-order.js";
import { ownLimit } from "./explanation-own-limit.js";
import { placeName } from "./explanation-place.js";
import { LIMIT, type Limit } from "./feasible-limit.js";
import { feasibleDatesOf } from "./known-dates.js";

/**
 * From what comes last down to what limits: each order waits for the next one, and the last for what sets
 * its own day, an open supply, or what never comes (K47).
 */
export function delayChain(state: PlanState, from: Limit): DelayedOrder[] {
  const chain: DelayedOrder[] = [];
  const seen = new Set<string>();
  let limit = from;
  while (limit.kind === LIMIT.order || limit.kind === LIMIT.firm) {
    seen.add(keyOf(limit));
    const next = nextOf(state, limit);
    if (seen.has(keyOf(next))) return [...chain, delayedOrder(state, limit, "itself")];
    chain.push(delayedOrder(state, limit, next));
    limit = next;
  }
  return chain;
}

function keyOf({ kind, point, row, repeat }: Limit): string {
  return `${kind} ${point} ${row} ${repeat}`;
}

/** What sets the start of an order. */
function nextOf(state: PlanState, { kind, point, row, repeat }: Limit): Limit {
  const { book } = feasibleDatesOf(state);
  const isFirm = kind === LIMIT.firm;
  const number = isFirm ? book.numberOfFirm(point, row) : book.numberOf(point, row, repeat);
  // Orders of which nobody is late wait for nothing.
  return book.limitOf(point, number) ?? { kind: LIMIT.own, point, row, repeat };
}

/** @param next - what sets its start; `"itself"` where that is an order that stands before it in the chain */
function delayedOrder(state: PlanState, of: Limit, next: Limit | "itself"): DelayedOrder {
  const { model, orders } = state;
  const { point, row, repeat } = of;
  const { book } = feasibleDatesOf(state);
  const isFirm = of.kind === LIMIT.firm;
  const date = (day: number): string => formatDay(day + model.startDay);
  const orNever = (day: number): string | null => (Number.isFinite(day) ? date(day) : null);
  const firm = isFirm ? model.firm.get(point)!.find((order) => order.row === row)! : undefined;
  const start =
    firm === undefined
      ? startOfRow(model, orders, point, row)
      : wantedStartOfFirm(model, orders, point, firm);
  const feasibleDue = isFirm ? book.dueOfFirm(point, row) : book.dueOf(point, row, repeat);
  const own = isFirm ? sizeOf(state, point, row) : orders.quantity[row]!;
  const number = isFirm ? book.numberOfFirm(point, row) : book.numberOf(point, row, repeat);
  const feasibleStart = book.find(point)?.start[number] ?? start;
  return {
    order: isFirm ? null : orderIdAt(state, point, row, repeat),
    supply: isFirm ? model.problem.supplies.id(row) : null,
    ...placeName(state, point),
    quantity: figuresOf(state, point).face(own),
    start: date(start),
    due: date(firm === undefined ? orders.due[row]! : dueOfFirm(model, orders, firm)),
    planned: date(
      firm === undefined
        ? datesInPlan(state, point, row, repeat).due
        : dueOfFirm(model, orders, firm),
    ),
    feasibleStart: Number.isFinite(feasibleDue) ? date(feasibleStart) : null,
    feasibleDue: orNever(feasibleDue),
    limit: limitOf(state, of, next, feasibleStart > start),
  };
}

/** What sets the day of an order, by name. */
function limitOf(
  state: PlanState,
  of: Limit,
  next: Limit | "itself",
  isDelayed: boolean,
): ExplainedLimit {
  if (next === "itself") return { kind: "loop" };
  if (next.kind !== LIMIT.own || isDelayed) return explainedLimit(state, next);
  return of.kind === LIMIT.firm ? { kind: "planned" } : ownLimit(state, of.point, of.row);
}

/** With how much a firm order counts (K33). */
function sizeOf({ model, orders }: PlanState, point: number, row: number): number {
  const { standing, waiting } = model.detail(point);
  const supply = [...standing, ...waiting].find((one) => one.row === row);
  return orders.resized.get(row) ?? supply?.quantity ?? 0;
}
