/**
 * The planning parameters of an item at a site: the item's own, overridden field by field by those
 * of the item-site, in exact quantities; and its sources in the order of N10.
 */
import type { Buffer } from "./buffer.js";
import { bufferOf } from "./buffer.js";
import type { Day } from "./calendar.js";
import { readDay } from "./calendar.js";
import type { CostRule } from "./cost-problem.js";
import { type ForecastRules, forecastRules } from "./forecast-consumption.js";
import { costRuleOf, economicOrderQuantity } from "./lot-costs.js";
import { looksAtCosts } from "./lot-rules-by-cost.js";
import type { Fraction } from "./numbers.js";
import { ONE, readRatio, ZERO } from "./numbers.js";
import type { Found } from "./parameters.js";
import { parametersOf } from "./parameters.js";
import type { Path, Problem } from "./problem.js";
import { decimalsOf, itemRow, quantityOf } from "./problem.js";
import type { Source } from "./sources.js";
import { sourcesOf } from "./sources.js";
import type { Num, ParameterRow } from "./types.js";

export interface LotRule {
  rule: string;
  quantity: bigint;
  each: boolean;
  days?: number;
  workingDays?: number;
  weeks?: number;
  months?: number;
  /** Undefined without an order-up-to level. */
  orderUpTo?: bigint;
  /** Only of a rule that looks at costs (K34). */
  costs?: CostRule;
}

export interface Policy {
  item: string;
  site: string;
  decimals: number;
  phantom: boolean;
  method: string;
  leadTimePerUnit: Fraction;
  receivingTime: number;
  releaseTime: number;
  safetyTime: number;
  safetySteps: { from: Day; quantity: bigint }[];
  expediteWithin: number;
  deferTolerance: number;
  lots: LotRule;
  /** Whether the lot rule is stated, not derived from `orderUpTo`. */
  lotsStated: boolean;
  reorderPoint: bigint;
  fenceDays: number;
  forecast: ForecastRules;
  yield: Fraction;
  /** Of the method ddmrp (K39). */
  buffer?: Buffer;
  /** B6: no new order is due on `from` or later. */
  discontinued?: { from: Day; followUp?: string; factor: Fraction; newFirst: boolean };
  /** B2: on a loop, so that nothing is ordered. */
  onLoop?: boolean;
  /** In the order of N10; without any row the one that follows from the BOM. */
  sources: Source[];
}

function lotRuleOf(problem: Problem, item: string, found: Found): LotRule {
  const { row, pathOf } = found;
  const read = (value: Num | undefined, path: Path) =>
    value === undefined ? undefined : quantityOf(problem, item, value, path);
  const orderUpTo = read(row.orderUpTo, pathOf("orderUpTo"));
  const given = row.lotSizing;
  if (given === undefined) {
    // K10: minMax and reorderPoint with `orderUpTo` on the item and no lotSizing.
    const upToLevel = row.method === "minMax" || row.method === "reorderPoint";
    return upToLevel && orderUpTo !== undefined
      ? { rule: "orderUpTo", quantity: 0n, each: false, orderUpTo }
      : { rule: "lotForLot", quantity: 0n, each: false };
  }
  const path = pathOf("lotSizing");
  const level = read(given.orderUpTo, [...path, "orderUpTo"]) ?? orderUpTo;
  const decimals = decimalsOf(problem, item);
  if (given.rule === "economicOrderQuantity") {
    const annual = read(given.annualDemand, [...path, "annualDemand"]) ?? 0n;
    const quantity = economicOrderQuantity(row, annual, decimals);
    return { rule: "fixedOrderQuantity", quantity, each: false };
  }
  const { weekStart } = problem.conventions;
  return {
    rule: given.rule,
    ...(looksAtCosts(given.rule) ? { costs: costRuleOf(row, decimals, weekStart) } : {}),
    quantity: read(given.quantity, [...path, "quantity"]) ?? 0n,
    each: given.each === true,
    ...(given.days === undefined ? {} : { days: given.days }),
    ...(given.workingDays === undefined ? {} : { workingDays: given.workingDays }),
    ...(given.weeks === undefined ? {} : { weeks: given.weeks }),
    ...(given.months === undefined ? {} : { months: given.months }),
    ...(level === undefined ? {} : { orderUpTo: level }),
  };
}

function safetySteps(problem: Problem, item: string, found: Found): Policy["safetySteps"] {
  const given = found.row.safetyStock ?? 0;
  const path = found.pathOf("safetyStock");
  if (!Array.isArray(given)) {
    return [{ from: -Infinity, quantity: quantityOf(problem, item, given, path) }];
  }
  return given
    .map((step, i) => ({
      from: readDay(step.from),
      quantity: quantityOf(problem, item, step.quantity, [...path, i, "quantity"]),
    }))
    .sort((a, b) => a.from - b.from);
}

function readBuffer(
  problem: Problem,
  item: string,
  { row, pathOf }: Found,
): Pick<Policy, "buffer"> {
  if (row.ddmrp === undefined) {
    return {};
  }
  const path = pathOf("minimumOrder");
  const minimum = quantityOf(problem, item, row.minimumOrder ?? 0, path, row.orderUnit);
  return { buffer: bufferOf(row.ddmrp, decimalsOf(problem, item), minimum) };
}

function discontinuedOf({ discontinued: given }: ParameterRow): Pick<Policy, "discontinued"> {
  if (given === undefined) {
    return {};
  }
  const { from, followUp, factor, use } = given;
  return {
    discontinued: {
      from: readDay(from),
      ...(followUp === undefined ? {} : { followUp }),
      factor: factor === undefined ? ONE : readRatio(factor),
      newFirst: use === "newFirst",
    },
  };
}

/**
 * K25, K39: a reorder point or a buffer is for common stock. In a segment minMax, reorderPoint and
 * ddmrp net like mrp, lot for lot unless a rule is stated.
 */
export function inSegment(policy: Policy, segment: string | null): Policy {
  if (segment === null || !["minMax", "reorderPoint", "ddmrp"].includes(policy.method)) {
    return policy;
  }
  const lots = { rule: "lotForLot", quantity: 0n, each: false };
  return { ...policy, method: "mrp", lots: policy.lotsStated ? policy.lots : lots };
}

export function readPolicy(problem: Problem, item: string, site: string): Policy {
  const found = parametersOf(problem, item, site);
  const { row, pathOf } = found;
  return {
    item,
    site,
    decimals: decimalsOf(problem, item),
    phantom: itemRow(problem, item).phantom === true,
    method: row.method === undefined || row.method === "mps" ? "mrp" : row.method,
    leadTimePerUnit: row.leadTimePerUnit === undefined ? ZERO : readRatio(row.leadTimePerUnit),
    receivingTime: row.receivingTime ?? 0,
    releaseTime: row.releaseTime ?? 0,
    safetyTime: row.safetyTime ?? 0,
    safetySteps: safetySteps(problem, item, found),
    expediteWithin: row.expediteWithin ?? problem.conventions.expediteWithin ?? Infinity,
    deferTolerance: row.deferTolerance ?? problem.conventions.deferTolerance,
    lots: lotRuleOf(problem, item, found),
    lotsStated: row.lotSizing !== undefined,
    reorderPoint:
      row.reorderPoint === undefined
        ? 0n
        : quantityOf(problem, item, row.reorderPoint, pathOf("reorderPoint")),
    fenceDays: row.planningTimeFence ?? 0,
    forecast: forecastRules(row),
    yield: row.yield === undefined ? ONE : readRatio(row.yield),
    ...readBuffer(problem, item, found),
    ...discontinuedOf(row),
    sources: sourcesOf(problem, item, site, found),
  };
}
