import { compareText, type Decimal, parseDay } from "../../core/index.js";
import type { PlannedOrder } from "../plan/order-list.js";
import type { PlannedSupply } from "../plan/supply-list.js";
import type { PointPair } from "./compare-points.js";

/** What became of an order from one plan to another. */
export type OrderChange = OrderDifference["change"];

/** An order that is not the same in two plans; `change` says in which of them it is. */
export type OrderDifference = OrderPlaceAndSize &
  (AddedOrder | RemovedOrder | ChangedOrder | FirmedOrder | UnfirmedOrder);

/** Where an order is, and by how much it differs. */
interface OrderPlaceAndSize {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** Calendar days by which it is due later; 0 when it is there in one plan only. */
  readonly days: number;
  /** Good quantity in the second plan less that in the first; what is not there has none. */
  readonly quantity: Decimal;
}

interface AddedOrder {
  readonly change: "added";
  readonly before: null;
  /** The order in the second plan. */
  readonly after: PlannedOrder;
  readonly supply: null;
}

interface RemovedOrder {
  readonly change: "removed";
  /** The order in the first plan. */
  readonly before: PlannedOrder;
  readonly after: null;
  readonly supply: null;
}

interface ChangedOrder {
  /**
   * `"moved"`: some of its days is another one, the due day by `days`; `quantity` says whether it is also
   * larger or smaller. `"resized"`: larger or smaller, on its days; where only a yield differs it starts
   * more or less for the same good `quantity`. `"resourced"`: as it was, but made, bought or shipped in
   * another way.
   */
  readonly change: "moved" | "resized" | "resourced";
  readonly before: PlannedOrder;
  readonly after: PlannedOrder;
  readonly supply: null;
}

/** An order that was frozen: an open supply stands in its place. */
interface FirmedOrder {
  readonly change: "firmed";
  readonly before: PlannedOrder;
  readonly after: null;
  /** The supply in the second plan. */
  readonly supply: PlannedSupply;
}

/** An order that stands in the place of an open supply. */
interface UnfirmedOrder {
  readonly change: "unfirmed";
  readonly before: null;
  readonly after: PlannedOrder;
  /** The supply in the first plan. */
  readonly supply: PlannedSupply;
}

/** An order that both plans have, but not just so. */
export function changed(
  pair: PointPair,
  before: PlannedOrder,
  after: PlannedOrder,
): OrderDifference {
  const change = isMoved(before, after)
    ? "moved"
    : isResized(before, after)
      ? "resized"
      : "resourced";
  const days = daysBetween(before.due, after.due);
  const quantity = after.quantity.minus(before.quantity);
  return { ...about(change, pair), before, after, supply: null, days, quantity };
}

/** Whether an order is the same in both plans. */
export function areEqual(a: PlannedOrder, b: PlannedOrder): boolean {
  const isSameWay = a.kind === b.kind && a.supplier === b.supplier && a.from === b.from;
  return isSameWay && !isMoved(a, b) && !isResized(a, b);
}

function isMoved(a: PlannedOrder, b: PlannedOrder): boolean {
  return (
    a.due !== b.due ||
    a.start !== b.start ||
    a.orderDate !== b.orderDate ||
    a.deliveryDate !== b.deliveryDate
  );
}

function isResized(a: PlannedOrder, b: PlannedOrder): boolean {
  return !a.quantity.eq(b.quantity) || !a.startQuantity.eq(b.startQuantity);
}

/** What became of an order, and where. */
export function about<Change extends OrderChange>(
  change: Change,
  { item, site, segment }: PointPair,
): Pick<OrderDifference, "item" | "site" | "segment"> & { readonly change: Change } {
  return { change, item, site, segment };
}

/** Calendar days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return from === to ? 0 : parseDay(to)! - parseDay(from)!;
}

/** The same order of differences, whichever plan is the first one. */
export function inOrderOfDays(one: OrderDifference, other: OrderDifference): number {
  const [a, b] = [endsOf(one), endsOf(other)];
  return (
    compareText(a.days[0], b.days[0]) ||
    compareText(a.days[1], b.days[1]) ||
    compareText(a.ids[0], b.ids[0]) ||
    compareText(a.ids[1], b.ids[1]) ||
    // One order may have become a supply, and another one have got its id.
    Number(one.supply === null) - Number(other.supply === null)
  );
}

interface Ends {
  readonly days: readonly [string, string];
  readonly ids: readonly [string, string];
}

function endsOf({ before, after, supply }: OrderDifference): Ends {
  const there = supply === null ? undefined : { due: supply.arrives, id: supply.id };
  const one = before ?? there ?? after!;
  const other = after ?? there ?? before!;
  const isFirst = (a: string, b: string): boolean => compareText(a, b) <= 0;
  return {
    days: isFirst(one.due, other.due) ? [one.due, other.due] : [other.due, one.due],
    ids: isFirst(one.id, other.id) ? [one.id, other.id] : [other.id, one.id],
  };
}
