/**
 * The planning parameters of an item at a site: the item's own, overridden field by field by those
 * of the item-site, in exact quantities; and its sources in the order of N10.
 */
import type { Day } from "./calendar.js";
import { readDay } from "./calendar.js";
import type { Fraction } from "./numbers.js";
import { ONE, readRatio, ZERO } from "./numbers.js";
import type { Found } from "./parameters.js";
import { parametersOf } from "./parameters.js";
import type { Path, Problem } from "./problem.js";
import { decimalsOf, itemRow, quantityOf } from "./problem.js";
import type { Source } from "./sources.js";
import { sourcesOf } from "./sources.js";
import type { Num } from "./types.js";

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
  yield: Fraction;
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
  return {
    rule: given.rule,
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

/**
 * K25: a reorder point is for common stock. In a segment minMax and reorderPoint net like mrp, lot
 * for lot unless a rule is stated.
 */
export function inSegment(policy: Policy, segment: string | null): Policy {
  if (segment === null || (policy.method !== "minMax" && policy.method !== "reorderPoint")) {
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
    method: row.method ?? "mrp",
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
    yield: row.yield === undefined ? ONE : readRatio(row.yield),
    sources: sourcesOf(problem, item, site, found),
  };
}
