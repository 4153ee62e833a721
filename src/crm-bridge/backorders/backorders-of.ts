import {
  type Day,
  type Decimal,
  formatDay,
  type Place as IssuePlace,
  identifier,
  optional,
  parseDay,
  readArgument,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import {
  type Plan,
  type PlannedDemand,
  pegs,
  planInput,
  planningRecord,
  promiseItem,
} from "../../mrp/index.js";
import type { BackorderInput, BackorderRequirement, BackorderStrategy } from "./backorder.js";
import { byDay, type Step } from "./backorder-argument.js";
import { countText } from "./count-text.js";
import { SupplyLedger, stepsOf } from "./supply-ledger.js";

/** Which stocking point of an item, and what may become of each demand. */
export interface BackordersOfOptions {
  /** May be left out with one site. */
  readonly site?: string | undefined;
  readonly segment?: string | null | undefined;
  readonly strategyOf: (demand: PlannedDemand) => BackorderStrategy;
}

/**
 * Makes the input of {@link rescheduleBackorders} from a plan: what customers of an item may have of its
 * stock, open supply and planned orders, on the days on which those are really there, and what they want.
 *
 * Needs of other orders and allocations are served first, and what expires leaves. Forecast takes
 * nothing. What a demand is confirmed is its quantity on its due day; the day wanted is the attribute
 * `requestedDate` that demands of records have, else the due day.
 *
 * @param plan - the live plan
 * @param item - the id of an item
 * @param options - site and segment of the stocking point, and the strategy of each demand
 * @returns supplies and requirements
 * @throws PlanningInputError (`unknownId`) when the plan has no such stocking point
 *
 * Source: rules X2, N11; K68.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", decimals: 0, onHand: 4, leadTime: 10 }],
 *   demands: [
 *     { id: "first", item: "bike", quantity: 4, due: "2026-01-07" },
 *     { id: "second", item: "bike", quantity: 3, due: "2026-01-09" },
 *   ],
 * });
 * const strategyOf = ({ id }: { id: string }) => (id === "second" ? "win" : "redistribute");
 * const { lines } = rescheduleBackorders(backordersOf(plan, "bike", { strategyOf }));
 * lines.map(({ id, after }) => `${id}: ${after.map((c) => `${c.quantity} on ${c.date}`).join(", ")}`);
 * // => ["second: 3 on 2026-01-09", "first: 1 on 2026-01-07, 3 on 2026-01-15"]
 * ```
 */
export function backordersOf(
  plan: Plan,
  item: string,
  options: BackordersOfOptions,
): BackorderInput {
  const { site, segment, strategyOf } = readArgument(options, {
    site: optional(identifier),
    segment: optional((value, place) => (value === null ? null : identifier(value, place))),
    strategyOf: strategyArgument,
  });
  const { decimals } = promiseItem(plan, item) ?? { decimals: 0 };
  const record = planningRecord(plan, item, { site, segment });
  const count = (quantity: Decimal): bigint => BigInt(quantity.toFixed(decimals).replace(".", ""));
  const start = dayOf(plan.startDate);
  const comes = byDay([
    { day: start, count: count(record.openingStock) },
    ...record.rows.flatMap(({ date, releasedStock, coProducts, expired }) => [
      { day: dayOf(date), count: count(releasedStock) },
      { day: dayOf(date), count: count(coProducts) },
      { day: dayOf(date), count: -count(expired) },
    ]),
    ...suppliesOf(plan, record).map(({ date, quantity }) => ({
      day: Math.max(start, dayOf(date)),
      count: count(quantity),
    })),
    ...otherNeeds(plan, record).map(({ date, quantity }) => ({
      day: Math.max(start, dayOf(date)),
      count: -count(quantity),
    })),
  ]);
  return {
    startDate: plan.startDate,
    decimals,
    supply: freeSupply(comes).map(({ day, count: part }) => ({
      date: formatDay(day),
      quantity: countText(part, decimals),
    })),
    requirements: requirementsOf(plan, record, strategyOf),
  };
}

/** What it answers is checked with the backorders. */
function strategyArgument(value: unknown, place: IssuePlace): BackordersOfOptions["strategyOf"] {
  if (typeof value === "function") return value as BackordersOfOptions["strategyOf"];
  wrongType(value, place, "a function that gives the strategy of a demand");
  return UNSOUND;
}

interface Dated {
  readonly date: string;
  readonly quantity: Decimal;
}

interface Place {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
}

function isAt(row: Place, { item, site, segment }: Place): boolean {
  return row.item === item && row.site === site && row.segment === segment;
}

/** Open supplies on the day on which they come in, planned orders on that on which they are really there (N11, K57). */
function suppliesOf(plan: Plan, place: Place): Dated[] {
  const supplies: Dated[] = [];
  for (const supply of plan.supplies) {
    if (!isAt(supply, place)) continue;
    supplies.push({ date: supply.arrives, quantity: supply.newQuantity ?? supply.quantity });
  }
  for (const order of plan.orders) {
    const date = isAt(order, place) ? order.feasibleDue : null;
    if (date !== null) supplies.push({ date, quantity: order.quantity });
  }
  return supplies;
}

/** What orders, firm supplies and allocations need of it. */
function otherNeeds(plan: Plan, { item, site, segment }: Place): Dated[] {
  return pegs(plan, item, { site, segment }).flatMap(({ need, quantity }) =>
    need.kind === "order" || need.kind === "supply" || need.kind === "allocation"
      ? [{ date: need.date, quantity }]
      : [],
  );
}

/** What is left for customers: on no day more than every later day can spare. */
function freeSupply(comes: readonly Step[]): Step[] {
  const ledger = new SupplyLedger(comes, []);
  return stepsOf(ledger.days, ledger.free());
}

function requirementsOf(
  plan: Plan,
  place: Place,
  strategyOf: BackordersOfOptions["strategyOf"],
): BackorderRequirement[] {
  const priorities = new Map(
    (planInput(plan).demands ?? []).map(({ id, priority }) => [id, priority]),
  );
  const requirements: BackorderRequirement[] = [];
  for (const demand of plan.demands) {
    const { id, consumed, quantity, due, attributes } = demand;
    if (!isAt(demand, place) || consumed !== null || quantity.isZero()) continue;
    const requested = attributes?.requestedDate;
    const text = quantity.toFixed();
    requirements.push({
      ...{ id, strategy: strategyOf(demand), priority: priorities.get(id) },
      requestedDate: isDay(requested) ? requested : due,
      quantity: text,
      confirmed: [{ date: due, quantity: text }],
    });
  }
  return requirements;
}

function isDay(value: unknown): value is string {
  return parseDay(value) !== undefined;
}

function dayOf(date: string): Day {
  return parseDay(date)!;
}
