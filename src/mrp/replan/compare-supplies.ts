import { compareText, type Decimal } from "../../core/index.js";
import type { Plan } from "../plan/plan.js";
import type { PlannedSupply } from "../plan/supply-list.js";
import { daysBetween, type OrderDifference } from "./compare-order-changes.js";
import { comparePlaces } from "./compare-points.js";
import { countsWith, taken } from "./compare-stand-ins.js";

/** An open supply that is not the same in two plans. */
export interface SupplyDifference {
  /** `"moved"`: it counts on another day or is due on one; `"resized"`: only its quantity differs. */
  readonly change: "added" | "removed" | "moved" | "resized";
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly supply: string;
  readonly before: PlannedSupply | null;
  readonly after: PlannedSupply | null;
  /** Calendar days by which it comes in later; 0 when it is there in one plan only. */
  readonly days: number;
  /** The quantity with which it counts in the second plan less that in the first. */
  readonly quantity: Decimal;
}

/** The open supplies that differ, by item, site, segment and id, but for those that stand for an order. */
export function supplyDifferences(
  a: Plan,
  b: Plan,
  orders: readonly OrderDifference[],
): SupplyDifference[] {
  const differences: SupplyDifference[] = [];
  const firmed = new Set(orders.flatMap(({ supply }) => (supply === null ? [] : [supply.id])));
  const before = new Map(Array.from(a.supplies, (supply) => [supply.id, supply]));
  for (const after of b.supplies) {
    const same = before.get(after.id);
    if (same === undefined || comparePlaces(same, after) !== 0) {
      if (!firmed.has(after.id)) differences.push(inOne(after, "added"));
      continue;
    }
    before.delete(after.id);
    const difference = inBoth(same, after);
    if (difference !== undefined) differences.push(difference);
  }
  for (const gone of before.values()) {
    if (!firmed.has(gone.id)) differences.push(inOne(gone, "removed"));
  }
  return differences.sort(
    (one, other) => comparePlaces(one, other) || compareText(one.supply, other.supply),
  );
}

function inOne(of: PlannedSupply, change: "added" | "removed"): SupplyDifference {
  const isAdded = change === "added";
  return {
    ...about(of, change),
    before: isAdded ? null : of,
    after: isAdded ? of : null,
    days: 0,
    quantity: isAdded ? countsWith(of) : taken(countsWith(of)),
  };
}

function inBoth(before: PlannedSupply, after: PlannedSupply): SupplyDifference | undefined {
  const quantity = countsWith(after).minus(countsWith(before));
  const isMoved = before.date !== after.date || before.due !== after.due;
  if (!isMoved && quantity.isZero() && before.quantity.eq(after.quantity)) return undefined;
  const change = isMoved ? "moved" : "resized";
  const days = daysBetween(before.arrives, after.arrives);
  return { ...about(after, change), before, after, days, quantity };
}

function about<Change extends SupplyDifference["change"]>(of: PlannedSupply, change: Change) {
  return { change, item: of.item, site: of.site, segment: of.segment, supply: of.id };
}
