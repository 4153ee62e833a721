import {
  type Bucket,
  bucketStart,
  compareText,
  Decimal,
  formatDay,
  parseDay,
} from "../../core/index.js";
import type { OrderChange, OrderDifference } from "./compare-order-changes.js";
import { comparePlaces } from "./compare-points.js";
import { countsWith, taken } from "./compare-stand-ins.js";
import type { SupplyDifference } from "./compare-supplies.js";

interface Place {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
}

/** What differs of an item at a site, summed up. */
export interface ItemDifference extends Place, Readonly<Record<OrderChange, number>> {
  /** Quantity of planned orders in the second plan less that in the first. */
  readonly planned: Decimal;
  /** Quantity of open supply, as it counts, in the second plan less that in the first. */
  readonly scheduled: Decimal;
}

/** What differs of what arrives of an item at a site in a period. */
export interface PeriodDifference extends Place {
  /** The first day of the period, which may lie before the planning start. */
  readonly date: string;
  readonly planned: Decimal;
  readonly scheduled: Decimal;
}

/** Something that arrives in one of the plans. */
interface Arrival extends Place {
  readonly of: "planned" | "scheduled";
  readonly date: string;
  /** Negative in the first plan. */
  readonly quantity: Decimal;
}

/** What differs by stocking point, by item, site and segment. */
export function itemDifferences(
  orders: readonly OrderDifference[],
  supplies: readonly SupplyDifference[],
): ItemDifference[] {
  const items = new Map<string, Mutable<ItemDifference>>();
  const at = (place: Place): Mutable<ItemDifference> => {
    const key = placeKey(place);
    let sum = items.get(key);
    if (sum === undefined) {
      sum = nothing(place);
      items.set(key, sum);
    }
    return sum;
  };
  for (const order of orders) at(order)[order.change]++;
  for (const arrival of arrivals(orders, supplies)) {
    const sum = at(arrival);
    sum[arrival.of] = sum[arrival.of].plus(arrival.quantity);
  }
  return [...items.values()].filter(isDifferent).sort(comparePlaces);
}

/** What differs by stocking point and period, where anything does. */
export function periodDifferences(
  orders: readonly OrderDifference[],
  supplies: readonly SupplyDifference[],
  bucket: Bucket,
  weekStart: number,
): PeriodDifference[] {
  const periods = new Map<string, Mutable<PeriodDifference>>();
  for (const arrival of arrivals(orders, supplies)) {
    const date = formatDay(bucketStart(parseDay(arrival.date)!, bucket, 0, weekStart));
    const key = `${date} ${placeKey(arrival)}`;
    let sum = periods.get(key);
    if (sum === undefined) {
      const { item, site, segment } = arrival;
      sum = { item, site, segment, date, planned: new Decimal(0), scheduled: new Decimal(0) };
      periods.set(key, sum);
    }
    sum[arrival.of] = sum[arrival.of].plus(arrival.quantity);
  }
  return [...periods.values()]
    .filter(({ planned, scheduled }) => !planned.isZero() || !scheduled.isZero())
    .sort((one, other) => comparePlaces(one, other) || compareText(one.date, other.date));
}

type Mutable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

function placeKey({ item, site, segment }: Place): string {
  return JSON.stringify([item, site, segment]);
}

/** A supply that only moves changes no sum. */
function isDifferent({ item: _, site: __, segment: ___, ...figures }: ItemDifference): boolean {
  return Object.values(figures).some((figure) => Number(figure) !== 0);
}

function nothing({ item, site, segment }: Place): Mutable<ItemDifference> {
  return {
    item,
    site,
    segment,
    added: 0,
    removed: 0,
    moved: 0,
    resized: 0,
    resourced: 0,
    firmed: 0,
    unfirmed: 0,
    planned: new Decimal(0),
    scheduled: new Decimal(0),
  };
}

/** Everything that arrives in one plan and not just so in the other. */
function* arrivals(
  orders: readonly OrderDifference[],
  supplies: readonly SupplyDifference[],
): Generator<Arrival> {
  for (const { item, site, segment, before, after, supply } of orders) {
    const place = { item, site, segment };
    if (before !== null) {
      const quantity = taken(before.quantity);
      yield { ...place, of: "planned", date: before.due, quantity };
    }
    if (after !== null) {
      yield { ...place, of: "planned", date: after.due, quantity: after.quantity };
    }
    if (supply === null) continue;
    const isAfter = after === null;
    const quantity = isAfter ? countsWith(supply) : taken(countsWith(supply));
    yield { ...place, of: "scheduled", date: supply.arrives, quantity };
  }
  for (const { item, site, segment, before, after } of supplies) {
    const place = { item, site, segment, of: "scheduled" } as const;
    if (before !== null) {
      yield { ...place, date: before.arrives, quantity: taken(countsWith(before)) };
    }
    if (after !== null) yield { ...place, date: after.arrives, quantity: countsWith(after) };
  }
}
