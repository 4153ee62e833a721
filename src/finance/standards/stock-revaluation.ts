import {
  addMistake,
  addRatios,
  type Check,
  compareText,
  type Day,
  type Decimal,
  formatDay,
  type Issue,
  multiplyRatios,
  objectOf,
  optional,
  parseDay,
  powerOfTen,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  readArgument,
  readGuarded,
  refuseMistakes,
  UNSOUND,
} from "../../core/index.js";
import {
  type Plan,
  type PlanMovements,
  realMovements,
  type StockingPoint,
} from "../../mrp/index.js";
import { type MoneyRounding, roundedUnits, roundingFields } from "../money/rounding.js";
import type { MissingCost, StandardCosts } from "../standard-costs/index.js";
import type { FrozenStandards } from "./frozen-standards.js";

/** How a revaluation is told. */
export interface RevaluationOptions {
  /** Each row is rounded, once, so that the total is their sum; exact when left out. */
  readonly round?: MoneyRounding | undefined;
}

/** What stock at one place is worth more, from a day on: a plain row. */
export interface RevaluationRow {
  /** The first day of the new standard. */
  readonly effectiveFrom: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** What is in stock at the end of the day before, in stock units. */
  readonly quantity: Decimal;
  /** The standard of a stock unit until then. */
  readonly before: Decimal;
  readonly after: Decimal;
  /** Quantity × (after − before); below 0 where stock is worth less. */
  readonly amount: Decimal;
}

/** What stock is worth more because standards change. */
export interface StockRevaluation {
  readonly currency: string | null;
  /** By day, then item, site and segment; stock whose standard stays is left out. */
  readonly rows: readonly RevaluationRow[];
  /** The sum of the rows. */
  readonly total: Decimal;
  /** Why the standard of something in stock is not known before or after: it is in no row. */
  readonly missing: readonly MissingCost[];
}

/**
 * Tells what stock is worth more, or less, where new standards take effect within a plan.
 *
 * Work in process is not revalued. A version that takes effect on the planning start or before is that of
 * the opening stock.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param standards - what {@link frozenStandards} returned; one of its versions holds on the planning start
 * @param options - rounding
 * @returns a row for each version, stocking point and standard that changes
 * @throws PlanningInputError with every mistake of the arguments
 *
 * Source: rule F; K82; APICS dictionary, "revaluation".
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-06-01",
 *   horizonEnd: "2026-08-31",
 *   items: [{ id: "wheel", onHand: 50 }],
 *   demands: [{ id: "d1", item: "wheel", quantity: 10, due: "2026-06-15" }],
 * });
 * const standards = frozenStandards([
 *   { effectiveFrom: "2026-01-01", costs: [{ item: "wheel", cost: 3 }] },
 *   { effectiveFrom: "2026-07-01", costs: [{ item: "wheel", cost: "3.20" }] },
 * ]);
 * const [row] = stockRevaluation(plan, standards).rows;
 * `${row?.effectiveFrom}: ${row?.quantity} × 0.2 = ${row?.amount}`; // => "2026-07-01: 40 × 0.2 = 8"
 * ```
 */
export function stockRevaluation(
  plan: Plan,
  standards: FrozenStandards,
  options: RevaluationOptions = {},
): StockRevaluation {
  const { round } = readArgument(options, { round: optional(objectOf(roundingFields)) });
  const dates = datesOf(standards);
  const movements = realMovements(plan);
  const within = dates
    .map((date) => parseDay(date)!)
    .filter((day) => day > movements.startDay && day < movements.endDay);
  // The plan begins with a standard, or what is there has no value to begin with.
  const costs = [movements.startDay, ...within].map((day) => standards.on(formatDay(day)));
  const found: Revalued[] = [];
  const missing = new Map<string, MissingCost>();
  for (let n = 0; within.length > 0 && n < movements.pointCount; n++) {
    const point = movements.point(n);
    const stock = stockBefore(movements, n, within);
    for (const [k, day] of within.entries()) {
      if (stock[k] === 0) continue;
      const quantity = ratioOf(BigInt(stock[k]!), powerOfTen(movements.decimals(n)));
      const [before, after] = [costs[k]!, costs[k + 1]!].map((one) => costAt(one, point, missing));
      if (before === undefined || after === undefined) continue;
      const change = addRatios(after, { num: -before.num, den: before.den });
      if (change.num === 0n) continue;
      const amount = rounded(multiplyRatios(quantity, change), round);
      found.push({ day, point, quantity, before, after, amount });
    }
  }
  found.sort(inOrder);
  const total = found.reduce((sum, { amount }) => addRatios(sum, amount), { num: 0n, den: 1n });
  return Object.freeze({
    currency: standards.currency,
    rows: Object.freeze(found.map(rowOf)),
    total: ratioToDecimal(total),
    missing: Object.freeze(
      [...missing].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one),
    ),
  });
}

interface Revalued {
  readonly day: Day;
  readonly point: StockingPoint;
  readonly quantity: Ratio;
  readonly before: Ratio;
  readonly after: Ratio;
  readonly amount: Ratio;
}

function datesOf(standards: FrozenStandards): readonly string[] {
  const issues: Issue[] = [];
  const dates = readGuarded(standards, { path: ["standards"], issues }, datesArgument);
  refuseMistakes(issues);
  return dates!;
}

const datesArgument: Check<readonly string[]> = (value, place) => {
  const { on, effectiveDates } = Object(value) as Partial<FrozenStandards>;
  if (typeof on === "function" && Array.isArray(effectiveDates)) return Array.from(effectiveDates);
  addMistake(place, "invalidType", "The standards must be what frozenStandards returned.");
  return UNSOUND;
};

/** What is in stock before each of some days, ascending, in counts. */
function stockBefore(movements: PlanMovements, n: number, days: readonly Day[]): readonly number[] {
  const { count, day, quantity } = movements.stock(n);
  const sums = days.map(() => 0);
  for (let row = 0; row < count; row++) {
    for (let k = days.length - 1; k >= 0 && day[row]! < days[k]!; k--) sums[k]! += quantity[row]!;
  }
  return sums;
}

function costAt(
  costs: StandardCosts,
  { item, site }: StockingPoint,
  missing: Map<string, MissingCost>,
): Ratio | undefined {
  const cost = costs.exactCost(item, site);
  if (cost !== undefined) return cost;
  for (const one of costs.unitCost(item, site).missingCosts) {
    missing.set(JSON.stringify([one.item, one.site, one.reason]), one);
  }
  return undefined;
}

function rounded(amount: Ratio, round: Parameters<typeof roundedUnits>[1] | undefined): Ratio {
  if (round === undefined) return amount;
  return ratioOf(roundedUnits(amount, round), powerOfTen(round.decimals));
}

function inOrder(a: Revalued, b: Revalued): number {
  return (
    a.day - b.day ||
    compareText(a.point.item, b.point.item) ||
    compareText(a.point.site, b.point.site) ||
    compareText(a.point.segment ?? "", b.point.segment ?? "")
  );
}

function rowOf({ day, point, quantity, before, after, amount }: Revalued): RevaluationRow {
  const { item, site, segment } = point;
  return Object.freeze({
    ...{ effectiveFrom: formatDay(day), item, site, segment },
    quantity: ratioToDecimal(quantity),
    before: ratioToDecimal(before),
    after: ratioToDecimal(after),
    amount: ratioToDecimal(amount),
  });
}
