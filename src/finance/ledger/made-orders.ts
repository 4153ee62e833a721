import { ceilDivide, ceilProduct, powerOfTen, type Ratio } from "../../core/index.js";
import type { Routing } from "../../routing/index.js";
import type { LedgerSetting } from "./ledger-setting.js";
import type { PointOrders } from "./point-orders.js";

/** Orders that are made alike. */
export interface RoutedOrders {
  readonly routing: Routing;
  /** `undefined`: all of the stocking point. */
  readonly rows: Int32Array | undefined;
}

/** Puts orders of a source together by their routing (K52); those without one are left out. */
export function routedOrders(
  { model, movements }: LedgerSetting,
  point: number,
  source: number,
  orders: PointOrders,
  rows: Int32Array | undefined,
): readonly RoutedOrders[] {
  if (model.routings.length === 0) return [];
  const found = new Map<Routing, number[]>();
  let day: number | undefined;
  let list: number[] | undefined;
  const count = rows?.length ?? orders.count;
  const alike = alikeFrom(movements, point, source, orders, rows);
  if (alike.count === count) {
    return alike.routing === undefined ? [] : [{ routing: alike.routing, rows }];
  }
  for (let k = 0; k < count; k++) {
    const n = rows === undefined ? k : rows[k]!;
    if (orders.start[n] !== day) {
      day = orders.start[n]!;
      const routing = movements.routing(point, source, day);
      list = routing && (found.get(routing) ?? []);
      if (routing !== undefined && list !== undefined) found.set(routing, list);
    }
    list?.push(n);
  }
  return Array.from(found, ([routing, own]) => ({ routing, rows: Int32Array.from(own) }));
}

/** How many of the first orders are made alike: mostly all are. */
function alikeFrom(
  movements: LedgerSetting["movements"],
  point: number,
  source: number,
  orders: PointOrders,
  rows: Int32Array | undefined,
): { readonly routing: Routing | undefined; readonly count: number } {
  const count = rows?.length ?? orders.count;
  let day: number | undefined;
  let first: Routing | undefined;
  for (let k = 0; k < count; k++) {
    const start = orders.start[rows === undefined ? k : rows[k]!]!;
    if (start === day) continue;
    const routing = movements.routing(point, source, start);
    if (k === 0) first = routing;
    else if (routing !== first) return { routing: first, count: k };
    day = start;
  }
  return { routing: first, count };
}

/** Batches of an operation, of all equal orders of a row together: they are whole in each order (K53). */
export function batchesOf(
  orders: PointOrders,
  rows: Int32Array | undefined,
  perUnit: Ratio,
  decimals: number,
): Float64Array {
  const found = new Float64Array(orders.count);
  const [num, den] = [Number(perUnit.num), Number(perUnit.den) * 10 ** decimals];
  const isShort = num <= Number.MAX_SAFE_INTEGER && den <= Number.MAX_SAFE_INTEGER;
  const length = rows?.length ?? orders.count;
  for (let k = 0; k < length; k++) {
    const n = rows === undefined ? k : rows[k]!;
    const start = orders.eachStart[n]!;
    const count = isShort ? ceilProduct(start, num, den) : Number.POSITIVE_INFINITY;
    found[n] =
      orders.ones[n]! *
      (Number.isFinite(count)
        ? count
        : Number(ceilDivide(BigInt(start) * perUnit.num, perUnit.den * powerOfTen(decimals))));
  }
  return found;
}
