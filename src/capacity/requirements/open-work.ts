import {
  addWorkingDays,
  type Day,
  type Decimal,
  ONE,
  parseDay,
  parseRatio,
  type Ratio,
} from "../../core/index.js";
import type { CapacityModel, Plan, PlannedOrder, PlannedSupply } from "../../mrp/index.js";
import {
  type RemainingWork,
  type Routing,
  type TimedOperation,
  timedOperations,
} from "../../routing/index.js";
import { wantedDay } from "./wanted-day.js";

/** An order that is to be made: planned, or open and not done (K55). */
export interface OpenWork {
  /** Id of the planned order, or of the open supply: one of the two. */
  readonly order: string | null;
  readonly supply: string | null;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly routing: Routing;
  /** The good quantity that it brings. */
  readonly quantity: Decimal;
  /** What the whole of it starts, in stock units. */
  readonly startQuantity: Ratio;
  /** `undefined`: all of it is to be done. */
  readonly remaining: RemainingWork | undefined;
  /** The day before which it is done. */
  readonly delivery: Day;
  /** The day on which it is usable. */
  readonly due: Day;
  /** The day on which it is wanted. */
  readonly wanted: Day;
  /** The day on which it starts in the plan; `undefined` for what is released. */
  readonly plannedStart: Day | undefined;
}

/** What a plan makes on its work centres: its orders first, then its open supplies. */
export function openWorkOf(plan: Plan, model: CapacityModel): OpenWork[] {
  const work: OpenWork[] = [];
  if (model.routings.length === 0) return work;
  for (const order of plan.orders) {
    const routing = order.kind === "make" ? model.routingOfOrder(order) : undefined;
    if (routing !== undefined) work.push(plannedWork(order, routing));
  }
  for (const supply of plan.supplies) {
    const started = startedWork(supply, model);
    if (started !== undefined) work.push(started);
  }
  return work;
}

/** The operations of it, each for its quantity (K53). */
export function timesOf(
  { routing, startQuantity, remaining }: OpenWork,
  queueFactor: Ratio,
): readonly TimedOperation[] {
  const factor = queueFactor.num === queueFactor.den ? undefined : queueFactor;
  return timedOperations(routing, startQuantity, { remaining, queueFactor: factor });
}

/** The operations of it as they are. */
export function wholeTimesOf(work: OpenWork): readonly TimedOperation[] {
  return timesOf(work, ONE);
}

function plannedWork(order: PlannedOrder, routing: Routing): OpenWork {
  const { id, item, site, segment, quantity, startQuantity, start, deliveryDate, daysLate } = order;
  const due = dayOf(order.due);
  return {
    order: id,
    supply: null,
    item,
    site,
    segment,
    routing,
    quantity,
    startQuantity: parseRatio(startQuantity.toFixed())!,
    remaining: undefined,
    delivery: dayOf(deliveryDate),
    due,
    wanted: due - daysLate,
    plannedStart: dayOf(start),
  };
}

function startedWork(supply: PlannedSupply, model: CapacityModel): OpenWork | undefined {
  const production = model.production(supply);
  if (production?.routing === undefined) return undefined;
  const { routing, startQuantity, startQuantityLeft, progress } = production;
  const { id, item, site, segment } = supply;
  // What a schedule decided stays on its own day, whenever it is drawn (K57).
  const due = production.isScheduled ? Math.max(production.due, model.startDay) : production.counts;
  const calendar = model.calendarOf(site);
  const receiving = model.receivingTime(item, site);
  const completed = new Map<number, Ratio>();
  for (const [place, operation] of routing.operations.entries()) {
    const done = progress.get(operation.id);
    if (done !== undefined) completed.set(place, done);
  }
  return {
    order: null,
    supply: id,
    item,
    site,
    segment,
    routing,
    quantity: supply.newQuantity ?? supply.quantity,
    startQuantity,
    remaining: { startQuantityLeft, completed },
    delivery: addWorkingDays(calendar, due, -receiving),
    due,
    // What is drawn for a later day is not wanted before it.
    wanted: Math.max(due, wantedDay(supply, calendar, model.startDay)),
    plannedStart: production.isFirm ? production.start : undefined,
  };
}

/** A date that the plan wrote. */
function dayOf(date: string): Day {
  return parseDay(date)!;
}
