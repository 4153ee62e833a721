import type { PlanMovements } from "../../mrp/index.js";

/** Planned orders from sources with price breaks, in the order of `plan.orders`. Days are days since 1970-01-01. */
export interface OrdersWithBreaks {
  readonly count: number;
  /** The number of its stocking point. */
  readonly point: Int32Array;
  /** The number of its source among those of the stocking point. */
  readonly source: Int32Array;
  /** In `plan.orders`. */
  readonly place: Int32Array;
  readonly orderDay: Int32Array;
  readonly due: Int32Array;
  /** The start quantity, in counts. */
  readonly quantity: Float64Array;
}

/** Finds them: counts first, since there may be millions. */
export function ordersWithBreaks(movements: PlanMovements): OrdersWithBreaks {
  let count = 0;
  eachRow(movements, (_point, _source, _row, times) => {
    count += times;
  });
  const [point, source, place] = [int32(count), int32(count), int32(count)];
  const [orderDay, due, quantity] = [int32(count), int32(count), new Float64Array(count)];
  let n = 0;
  eachRow(movements, (at, from, row, times, orders) => {
    for (let repeat = 0; repeat < times; repeat++, n++) {
      point[n] = at;
      source[n] = from;
      place[n] = orders.place[row]! + repeat;
      orderDay[n] = orders.orderDate[row]!;
      due[n] = orders.due[row]!;
      quantity[n] = orders.startQuantity[row]!;
    }
  });
  return { count, point, source, place, orderDay, due, quantity };
}

function int32(length: number): Int32Array {
  return new Int32Array(length);
}

function eachRow(
  movements: PlanMovements,
  take: (
    point: number,
    source: number,
    row: number,
    times: number,
    orders: ReturnType<PlanMovements["orders"]>,
  ) => void,
): void {
  for (let point = 0; point < movements.pointCount; point++) {
    const haveBreaks = Array.from({ length: movements.sourceCount(point) }, (_, source) => {
      const { prices } = movements.source(point, source);
      return prices !== null && prices.breaks.length > 0;
    });
    if (!haveBreaks.includes(true)) continue;
    const orders = movements.orders(point);
    for (let row = 0; row < orders.count; row++) {
      const source = orders.source?.[row] ?? 0;
      if (haveBreaks[source]) take(point, source, row, orders.times?.[row] ?? 1, orders);
    }
  }
}
