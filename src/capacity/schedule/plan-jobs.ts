import {
  addWorkingDays,
  type Day,
  MINUTES_A_DAY,
  type Minute,
  parseDay,
} from "../../core/index.js";
import type {
  CapacityModel,
  MaterialFlow,
  MaterialLeadTime,
  Plan,
  PlannedOrder,
  PlannedSupply,
} from "../../mrp/index.js";
import type { Routing, TimedOperation } from "../../routing/index.js";
import { wantedDay } from "../requirements/wanted-day.js";
import { timeOrder, timeSupply } from "./timed-orders.js";

/** An order of a plan, planned or open, that is loaded on work centres, or waits for one that is. */
export interface PlanJob {
  /** Its number in the flow of material. */
  readonly number: number;
  readonly id: string;
  /** Exactly one of the two is given. */
  readonly order: PlannedOrder | undefined;
  readonly supply: PlannedSupply | undefined;
  /** `undefined`: it takes its lead time. */
  readonly routing: Routing | undefined;
  readonly operations: readonly TimedOperation[];
  /** Of an order without a routing. */
  readonly leadTime: MaterialLeadTime | undefined;
  /** The day on which it is wanted, and 00:00 of the day of its receipt. */
  readonly wanted: Day;
  readonly due: Minute;
}

/** Which orders of a plan are loaded, and when they are wanted. */
export function planJobs(plan: Plan, model: CapacityModel, flow: MaterialFlow): PlanJob[] {
  const { startDay } = model;
  const jobs = new Map<number, PlanJob>();
  for (let n = 0; n < flow.orders; n++) {
    const order = plan.orders.at(n)!;
    const routing = order.kind === "make" ? model.routingOfOrder(order) : undefined;
    if (routing === undefined) continue;
    const operations = timeOrder(order, routing);
    jobs.set(n, orderJob(flow, n, order, { routing, operations, leadTime: undefined }));
  }
  for (let k = 0; k < flow.supplies; k++) {
    const supply = plan.supplies.at(k)!;
    const production = model.production(supply);
    if (production?.routing === undefined) continue;
    const { routing } = production;
    const operations = timeSupply(production, routing);
    // Nothing is left to be done: it is there on the day of the plan.
    if (operations.length === 0) continue;
    const n = flow.orders + k;
    const made = { routing, operations, leadTime: undefined };
    jobs.set(n, supplyJob(flow, n, supply, made, startDay));
  }
  for (const n of waiting(flow, jobs)) {
    const leadTime = flow.leadTime(n)!;
    const made = { routing: undefined, operations: [], leadTime };
    const job =
      n < flow.orders
        ? orderJob(flow, n, plan.orders.at(n)!, made)
        : supplyJob(flow, n, plan.supplies.at(n - flow.orders)!, made, startDay);
    jobs.set(n, job);
  }
  return [...jobs.values()].sort((a, b) => a.number - b.number);
}

/** Orders without a routing that wait, over any number of levels, for what is made by one. */
function waiting(flow: MaterialFlow, jobs: ReadonlyMap<number, PlanJob>): number[] {
  const takers = takersOf(flow);
  const found = new Set<number>();
  const open = [...jobs.keys()];
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    for (let k = takers.start[n]!; k < takers.start[n + 1]!; k++) {
      const taker = flow.taker[takers.peg[k]!]!;
      if (taker < 0 || jobs.has(taker) || found.has(taker)) continue;
      if (flow.leadTime(taker) === undefined) continue;
      found.add(taker);
      open.push(taker);
    }
  }
  return [...found];
}

/** Pegs by giver: those of a number stand from `start[number]` to before `start[number + 1]`. */
export interface PegRows {
  readonly start: Int32Array;
  readonly peg: Int32Array;
}

/** The pegs of a flow by what brings the material. */
export function takersOf({ orders, supplies, length, giver }: MaterialFlow): PegRows {
  const start = new Int32Array(orders + supplies + 1);
  for (let p = 0; p < length; p++) if (giver[p]! >= 0) start[giver[p]! + 1]!++;
  for (let n = 0; n < orders + supplies; n++) start[n + 1]! += start[n]!;
  const next = start.slice();
  const peg = new Int32Array(start[orders + supplies]!);
  for (let p = 0; p < length; p++) if (giver[p]! >= 0) peg[next[giver[p]!]!++] = p;
  return { start, peg };
}

type Made = Pick<PlanJob, "routing" | "operations" | "leadTime">;

function orderJob(flow: MaterialFlow, number: number, order: PlannedOrder, made: Made): PlanJob {
  const wanted = parseDay(order.due)! - order.daysLate;
  const delivery =
    order.daysLate === 0 ? parseDay(order.deliveryDate)! : deliveryOf(flow, number, wanted);
  const due = delivery * MINUTES_A_DAY;
  return { number, id: order.id, order, supply: undefined, ...made, wanted, due };
}

function supplyJob(
  flow: MaterialFlow,
  number: number,
  supply: PlannedSupply,
  made: Made,
  startDay: Day,
): PlanJob {
  const wanted = wantedDay(supply, flow.calendarOf(number), startDay);
  const due = deliveryOf(flow, number, wanted) * MINUTES_A_DAY;
  return { number, id: supply.id, order: undefined, supply, ...made, wanted, due };
}

/** The day of the receipt of what is wanted on a day (T7). */
function deliveryOf(flow: MaterialFlow, number: number, wanted: Day): Day {
  const days = flow.receivingTime(number);
  return days === 0 ? wanted : addWorkingDays(flow.calendarOf(number), wanted, -days);
}
