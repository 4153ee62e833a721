/**
 * The planning record of a stocking point, a row a day, added up from what the plan says: stock and
 * supplies on the day they count on, needs on their netting day (K1), planned receipts on their due
 * day.
 */
import type { Day } from "./calendar.js";
import { dayText } from "./calendar.js";
import { floorOf } from "./floor.js";
import { decimalText } from "./numbers.js";
import type { ReferenceRecord, ReferenceRow } from "./plan.js";
import type { Problem } from "./problem.js";
import type { StockingPoint } from "./stocking-points.js";

function summed<T>(rows: readonly T[], dayOf: (row: T) => Day, of: (row: T) => bigint) {
  const sums = new Map<Day, bigint>();
  for (const row of rows) {
    sums.set(dayOf(row), (sums.get(dayOf(row)) ?? 0n) + of(row));
  }
  return (day: Day) => sums.get(day) ?? 0n;
}

export function recordOf(problem: Problem, point: StockingPoint): ReferenceRecord {
  const { startDay, horizonDay } = problem;
  const { orders, supplies, policy } = point;
  const text = (quantity: bigint) => decimalText(quantity, policy.decimals);
  const floorOn = floorOf(problem, point);
  const stock = summed(
    point.stock,
    (lot) => lot.availableFrom,
    (lot) => lot.quantity,
  );
  const receipts = summed(
    supplies,
    (s) => s.landing,
    (s) => s.quantity,
  );
  const coProducts = summed(
    point.coProducts,
    (c) => c.day,
    (c) => c.quantity,
  );
  const planned = summed(
    orders,
    (o) => o.due,
    (o) => o.quantity,
  );
  const starts = summed(
    orders,
    (o) => o.start,
    (o) => o.startQuantity,
  );
  const rows: ReferenceRow[] = [];
  let onHand = 0n;
  for (let day = startDay; day <= horizonDay; day++) {
    const gross = point.gross.get(day) ?? 0n;
    const expired = point.expired.get(day) ?? 0n;
    onHand += stock(day) + receipts(day) + coProducts(day) + planned(day) - gross - expired;
    const missing = floorOn(day) - (onHand - planned(day));
    rows.push({
      date: dayText(day),
      gross: text(gross),
      scheduledReceipts: text(receipts(day)),
      coProducts: text(coProducts(day)),
      releasedStock: text(day === startDay ? 0n : stock(day)),
      projectedOnHand: text(onHand),
      net: text(missing > 0n ? missing : 0n),
      plannedReceipts: text(planned(day)),
      plannedStarts: text(starts(day)),
      expired: text(expired),
    });
  }
  const past = orders.filter((order) => order.start < startDay);
  return {
    item: point.item,
    site: point.site,
    segment: point.segment,
    openingStock: text(stock(startDay)),
    pastDueStarts: text(past.reduce((sum, order) => sum + order.startQuantity, 0n)),
    rows,
  };
}
