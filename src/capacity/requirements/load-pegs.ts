import {
  addMistake,
  addRatios,
  type Check,
  type Decimal,
  dayArgument,
  divideRatios,
  identifier,
  isPlainObject,
  MINUTES_A_DAY,
  type Minute,
  multiplyRatios,
  optional,
  PlanningInputError,
  parseRatio,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  readArgument,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import { type OrderPegging, type Plan, pegOrder, pegSupply } from "../../mrp/index.js";
import { openMinutesUpTo } from "../../routing/index.js";
import { negative } from "../signed-ratio.js";
import { loadsOf, shownCenters } from "./load-profile.js";
import { LOADS, type Loaded, type LoadSource } from "./load-source.js";
import type { RequirementOf } from "./requirement-rows.js";

/** Which load is asked for. */
export interface LoadPegsOptions {
  readonly workCenter: string;
  /** The first day, `"YYYY-MM-DD"`; from the beginning when left out. */
  readonly from?: string | undefined;
  /** The day after the last; when left out up to the end, with what is never done. */
  readonly until?: string | undefined;
  /** Requirements or a schedule of this plan; its requirements without options when left out. */
  readonly loads?: Loaded | undefined;
}

/** A demand for which a work centre is loaded. */
export interface LoadPegDemand {
  readonly demand: string;
  readonly item: string;
  readonly site: string;
  readonly customer?: string;
  /** The demand's own due date. */
  readonly due: string;
  /** Of the order, in its own stock units. */
  readonly quantity: Decimal;
  /** Hours for it: as much of the load as of the order. */
  readonly load: Decimal;
}

/** An order that loads a work centre, and for whom. */
export interface LoadPeg extends RequirementOf {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** Its operations there. */
  readonly operations: readonly string[];
  /** Standard hours of it between the two days. */
  readonly load: Decimal;
  /** The demands above it, in the order of the input. */
  readonly demands: readonly LoadPegDemand[];
  /** Hours of what leads up to no demand: safety stock, surplus of lots and the like. */
  readonly rest: Decimal;
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/**
 * Tells which orders load a work centre in a time, by how much, and for which demands and customers.
 *
 * @param plan - what `planRequirements` returned
 * @param options - which work centre, and between which days
 * @returns the orders in the order of the requirements, each with the demands above it; hours are exact
 * @throws PlanningInputError when it is no plan, an option is none, or the loads are those of another plan
 *
 * Source: rules C4 and P2.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
 *   items: [{ id: "leg" }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [{ id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 0.5 }] }],
 *   demands: [
 *     { id: "d1", item: "leg", quantity: 6, due: "2026-01-08", customer: "Ann" },
 *     { id: "d2", item: "leg", quantity: 4, due: "2026-01-08", customer: "Bob" },
 *   ],
 * });
 * const [peg] = loadPegs(plan, { workCenter: "saw", from: "2026-01-07", until: "2026-01-08" });
 * `${peg?.load} h`; // => "5 h"
 * peg?.demands.map(({ customer, load }) => `${customer}: ${load} h`); // => ["Ann: 3 h", "Bob: 2 h"]
 * ```
 */
export function loadPegs(plan: Plan, options: LoadPegsOptions): LoadPeg[] {
  const { workCenter, from, until, loads } = readArgument(
    options,
    {
      workCenter: identifier,
      from: optional(dayArgument, Number.NEGATIVE_INFINITY),
      until: optional(dayArgument, Number.POSITIVE_INFINITY),
      loads: optional(loadedArgument),
    },
    (read, issues) => {
      if (read.from === undefined || read.until === undefined || read.from <= read.until) return;
      const message = "The until lies before the from. Correct one of them.";
      addMistake({ path: ["until"], issues }, "contradiction", message);
    },
  );
  const source = loadsOf(loads ?? plan);
  const place = shownCenters(source, [workCenter], () => ["workCenter"])[0]!;
  return ordersAt(source, place, from * MINUTES_A_DAY, until * MINUTES_A_DAY).map((own) =>
    pegOf(plan, own),
  );
}

interface OrderLoad {
  readonly of: RequirementOf;
  readonly quantity: Decimal | undefined;
  readonly operations: string[];
  load: Ratio;
}

/** The orders that are worked at a centre between two minutes, and how much. */
function ordersAt(source: LoadSource, place: number, from: Minute, until: Minute): OrderLoad[] {
  const orders = new Map<string, OrderLoad>();
  for (let n = 0; n < source.length; n++) {
    if (source.workCenter(n) !== place) continue;
    const load = loadBetween(source, n, from, until);
    if (load.num === 0n) continue;
    const { order, supply } = source.of(n);
    const key = JSON.stringify([order, supply]);
    const of = { order, supply };
    const quantity = source.quantity?.(n);
    const own = orders.get(key) ?? { of, quantity, operations: [], load: NOTHING };
    orders.set(key, own);
    const operation = source.operation(n);
    if (!own.operations.includes(operation)) own.operations.push(operation);
    own.load = addRatios(own.load, load);
  }
  return [...orders.values()];
}

/** The part of its load that is worked between two minutes. */
function loadBetween(source: LoadSource, n: number, from: Minute, until: Minute): Ratio {
  const [start, end] = [source.start(n), source.end(n)];
  if (Number.isNaN(start)) return until === Number.POSITIVE_INFINITY ? source.load(n) : NOTHING;
  if (!(end > from && start < until)) return NOTHING;
  if (start >= from && end <= until) return source.load(n);
  const time = source.workTime(source.workCenter(n));
  const begun = openMinutesUpTo(time, start);
  const all = openMinutesUpTo(time, end) - begun;
  const worked =
    openMinutesUpTo(time, Math.min(end, until)) - openMinutesUpTo(time, Math.max(start, from));
  return multiplyRatios(source.load(n), ratioOf(BigInt(worked), BigInt(all)));
}

function pegOf(plan: Plan, own: OrderLoad): LoadPeg {
  const { operations, load } = own;
  const { order, supply } = own.of;
  const pegging = peggingOf(plan, own);
  const demands = demandsOf(pegging, load);
  const pegged = demands.reduce((sum, { hours }) => addRatios(sum, hours), NOTHING);
  const rest = addRatios(load, negative(pegged));
  const { item, site, segment } = pegging;
  return {
    order,
    supply,
    item,
    site,
    segment,
    operations,
    load: ratioToDecimal(load),
    demands: demands.map(({ hours, ...demand }) => ({ ...demand, load: ratioToDecimal(hours) })),
    rest: ratioToDecimal(rest),
  };
}

/** The pegs of an order, if it is one of the plan. */
function peggingOf(plan: Plan, { of: { order, supply }, quantity }: OrderLoad): OrderPegging {
  try {
    const pegging = order === null ? pegSupply(plan, supply ?? "") : pegOrder(plan, order);
    if (quantity === undefined || quantity.eq(pegging.quantity)) return pegging;
  } catch (error) {
    const own = ["orderId", "supplyId"];
    const isStranger =
      error instanceof PlanningInputError && own.includes(`${error.issues[0]?.path[0]}`);
    if (!isStranger) throw error;
  }
  const id = order ?? supply ?? "";
  const message = `The loads are not those of this plan: their order ${JSON.stringify(id)} is no order of it, or of another quantity. Hand over requirements or a schedule of this plan.`;
  throw new PlanningInputError([{ code: "contradiction", path: ["loads"], message, id }]);
}

/** The hours for each demand: as much of the load as it takes of the order. */
function demandsOf({ quantity, demands }: OrderPegging, load: Ratio) {
  const each = divideRatios(load, exact(quantity));
  return demands.map(({ demand, item, site, customer, due, quantity: taken }) => ({
    demand,
    item,
    site,
    ...(customer === undefined ? {} : { customer }),
    due,
    quantity: taken,
    hours: multiplyRatios(each, exact(taken)),
  }));
}

function exact(quantity: Decimal): Ratio {
  return parseRatio(quantity.toFixed())!;
}

/** What has loads is known by its key. */
const loadedArgument: Check<Loaded> = (value, place) => {
  if (isPlainObject(value) && (value as Partial<Loaded>)[LOADS] !== undefined) {
    return value as Loaded;
  }
  wrongType(value, place, "what capacityRequirements, scheduleOrders or levelLoad has returned");
  return UNSOUND;
};
