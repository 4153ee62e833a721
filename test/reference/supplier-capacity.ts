/**
 * Supplier capacity by period (N10, K46): a plan is made without it; then all open supplies and orders
 * take of it in one order, which grants each stocking point what it may have of a source on a day;
 * and by these grants and what is left all is planned again, once.
 */
import type { Day } from "./calendar.js";
import { dayText } from "./calendar.js";
import type { Ledger } from "./capacity-ledger.js";
import { leftOn, rowsOn, use } from "./capacity-ledger.js";
import type { Limit } from "./limited-lots.js";
import { largestPart } from "./limited-lots.js";
import { say } from "./messages.js";
import { ceil, decimalText, over, smaller } from "./numbers.js";
import type { Problem } from "./problem.js";
import { key } from "./problem.js";
import type { PlannedOrder } from "./schedule.js";
import type { Source } from "./sources.js";
import type { StockingPoint } from "./stocking-points.js";
import { comesOn, comparePoints } from "./stocking-points.js";

/** What a supplier could not bring on a day that a source was asked for. */
interface Shortfall {
  source: Source;
  day: Day;
  good: bigint;
}

/** What limits the sources when all is planned again. */
export interface GrantedCapacity {
  ledger: Ledger;
  /** What is not used yet, by the key of {@link grantKey}. */
  grants: Map<string, bigint>;
  shortfalls: Map<StockingPoint, Shortfall[]>;
}

function grantKey({ item, site, segment }: StockingPoint, { place }: Source, day: Day): string {
  return key(item, site, segment, String(place), String(day));
}

/** Open supplies use capacity first, as much as would be started for what is open (Q3). */
function useForSupplies(problem: Problem, ledger: Ledger, point: StockingPoint): void {
  for (const supply of point.supplies) {
    const { row, quantity } = supply;
    if (row.kind === "purchase" || row.kind === "subcontract") {
      const started = ceil(over({ num: quantity, den: 1n }, point.policy.yield));
      use(ledger, row.supplier, point, comesOn(problem, supply), started);
    }
  }
}

/** The largest start quantity of an order that is left for it. */
function grantedTo(ledger: Ledger, point: StockingPoint, order: PlannedOrder): bigint {
  const { source, startQuantity, due } = order;
  const left = leftOn(ledger, source.supplier, point, due);
  if (left === undefined || startQuantity <= left) {
    return startQuantity;
  }
  const fits = (part: bigint) => part <= left;
  const part = largestPart(point.policy, source, startQuantity, () => order, fits);
  return part?.startQuantity ?? 0n;
}

/** Grants the orders of a plan what there is; undefined when every order gets all of it. */
export function grantCapacity(
  problem: Problem,
  ledger: Ledger,
  points: readonly StockingPoint[],
): GrantedCapacity | undefined {
  for (const point of points) {
    useForSupplies(problem, ledger, point);
  }
  const grants = new Map<string, bigint>();
  let isEnough = true;
  const orders = points.flatMap((point) =>
    point.orders.map((order, place) => ({ point, order, place })),
  );
  orders.sort(
    (a, b) =>
      a.order.due - b.order.due ||
      comparePoints(a.point, b.point) ||
      (a.order.source.place ?? 0) - (b.order.source.place ?? 0) ||
      a.place - b.place,
  );
  for (const { point, order } of orders) {
    const granted = grantedTo(ledger, point, order);
    use(ledger, order.source.supplier, point, order.due, granted);
    isEnough &&= granted === order.startQuantity;
    const name = grantKey(point, order.source, order.due);
    grants.set(name, (grants.get(name) ?? 0n) + granted);
  }
  return isEnough ? undefined : { ledger, grants, shortfalls: new Map() };
}

export function isLimitedOn(
  { ledger }: GrantedCapacity,
  { item }: StockingPoint,
  source: Source,
  day: Day,
): boolean {
  return rowsOn(ledger, source.supplier, item, day).length > 0;
}

/** What a source may bring on the day on which it is asked: its grant first, then what is left. */
export function capacityLimit(
  capacity: GrantedCapacity,
  point: StockingPoint,
  source: Source,
): Limit {
  const { ledger, grants, shortfalls } = capacity;
  const grantOn = (day: Day) => grants.get(grantKey(point, source, day)) ?? 0n;
  return {
    fits: (startQuantity, _dates, day) => {
      const left = leftOn(ledger, source.supplier, point, day);
      return left === undefined || startQuantity <= grantOn(day) + left;
    },
    take: (startQuantity, _dates, day) => {
      const granted = smaller(grantOn(day), startQuantity);
      grants.set(grantKey(point, source, day), grantOn(day) - granted);
      use(ledger, source.supplier, point, day, startQuantity - granted);
    },
    fallsShort: (good, day) => {
      const ofPoint = shortfalls.get(point) ?? [];
      const same = ofPoint.find((one) => one.source === source && one.day === day);
      if (same === undefined) {
        ofPoint.push({ source, day, good });
      } else {
        same.good += good;
      }
      shortfalls.set(point, ofPoint);
    },
  };
}

/** What is left on a later day, which no grant is for. */
export function ledgerLimit(
  { ledger }: GrantedCapacity,
  point: StockingPoint,
  { supplier }: Source,
): Limit {
  return {
    fits: (startQuantity, _dates, day) => {
      const left = leftOn(ledger, supplier, point, day);
      return left === undefined || startQuantity <= left;
    },
    take: (startQuantity, _dates, day) => use(ledger, supplier, point, day, startQuantity),
  };
}

/** Once for each source and day wanted. */
export function reportShortfalls(
  problem: Problem,
  point: StockingPoint,
  capacity: GrantedCapacity | undefined,
): void {
  for (const { source, day, good } of capacity?.shortfalls.get(point) ?? []) {
    const quantity = decimalText(good, point.policy.decimals);
    const { supplier } = source;
    say(problem, point, "supplierCapacity", { supplier, date: dayText(day), quantity });
  }
}
