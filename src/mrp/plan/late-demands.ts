import { formatDay, quantityToDecimal } from "../../core/index.js";
import type { FeasibleBook } from "../explain/feasible-book.js";
import { LIMIT, type Limit } from "../explain/feasible-limit.js";
import { feasibleDatesOf } from "../explain/known-dates.js";
import type { DemandLateMessage } from "./message.js";
import { orderId, orderIndexOf } from "./order-index.js";
import type { PlanState } from "./plan-state.js";

type Place = Pick<DemandLateMessage, "item" | "site" | "segment">;

/** N11: the demands of a stocking point that are really there only after their due day (K47). */
export function lateDemandMessages(
  state: PlanState,
  point: number,
  place: Place,
): DemandLateMessage[] {
  const { problem, points, startDay } = state.model;
  const { demands } = problem;
  const { decimals } = problem.items[points.item[point]!]!;
  const dates = feasibleDatesOf(state);
  return dates.lateDemands(point).map(({ row, day, quantity, limit }) => {
    const due = demands.day[row]!;
    const isNever = day === Number.POSITIVE_INFINITY;
    const attributes = demands.attributes(row);
    return {
      code: "demandLate",
      ...place,
      demand: demands.id(row),
      due: formatDay(due),
      date: isNever ? null : formatDay(day + startDay),
      days: isNever ? null : day + startDay - due,
      quantity: quantityToDecimal(quantity, decimals),
      limitedBy: limitedBy(state, dates.book, limit),
      ...(attributes === undefined ? {} : { attributes }),
    };
  });
}

/** Follows what comes last down to the order or supply where that ends. */
function limitedBy(
  state: PlanState,
  book: FeasibleBook,
  first: Limit,
): DemandLateMessage["limitedBy"] {
  const seen = new Set<string>();
  for (let limit = first; ; ) {
    seen.add(keyOf(limit));
    const next = nextLimit(book, limit);
    // What waits for itself ends where it would come back.
    if (next === undefined || seen.has(keyOf(next))) return nameOf(state, limit);
    limit = next;
  }
}

function keyOf({ kind, row, repeat }: Limit): string {
  return `${kind} ${row} ${repeat}`;
}

/** What sets the start of an order; nothing where it is the limit itself. */
function nextLimit(book: FeasibleBook, limit: Limit): Limit | undefined {
  const { kind, point, row, repeat } = limit;
  if (kind !== LIMIT.order && kind !== LIMIT.firm) return undefined;
  const order =
    kind === LIMIT.order ? book.numberOf(point, row, repeat) : book.numberOfFirm(point, row);
  const next = book.limitOf(point, order);
  if (next === undefined) return undefined;
  const ends =
    next.kind === LIMIT.own || next.kind === LIMIT.stock || next.kind === LIMIT.uncovered;
  return ends ? undefined : next;
}

function nameOf(
  state: PlanState,
  { kind, point, row, repeat }: Limit,
): DemandLateMessage["limitedBy"] {
  switch (kind) {
    case LIMIT.order:
      return { order: orderId(state, orderIndexOf(state), point, row, repeat), supply: null };
    case LIMIT.firm:
    case LIMIT.supply:
      return { order: null, supply: state.model.problem.supplies.id(row) };
    default:
      return { order: null, supply: null };
  }
}
