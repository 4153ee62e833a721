import type { Model } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import { nettingDayAt, ownStartOfFirm } from "./link-needs.js";
import type { OrderColumns } from "./planned-orders.js";
import { pullNeeds } from "./pull.js";
import type { StockRows } from "./stock-rows.js";

/**
 * Adds the stock of a point, on the days from which it counts; what it lacks is needed on T0.
 *
 * @param expires - whether what expires leaves by itself
 */
export function addStock(model: Model, point: number, rows: StockRows, expires = true): void {
  const { changes } = model;
  const onHand = model.onHand.at(point);
  rows.add(0, Math.max(0, onHand));
  rows.need(0, Math.max(0, -onHand));
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    const isReleased = changes.quantity[c]! > 0 && changes.origin[c] === NONE;
    if (isReleased) rows.add(changes.day[c]!, changes.quantity[c]!);
  }
  for (const lot of model.detail(point).lots) {
    if (lot.origin === NONE) rows.add(lot.day, lot.quantity, expires ? lot.expires : NEVER);
  }
}

/** Adds what is needed of a point whatever others order. */
export function addIndependentNeeds({ changes }: Model, point: number, rows: StockRows): void {
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    if (changes.quantity[c]! < 0) rows.need(changes.day[c]!, -changes.quantity[c]!);
  }
}

/** Adds what firm transfers to other sites take of a point, from the day on which they start where they stand. */
export function addFirmTransfers(model: Model, point: number, rows: StockRows): void {
  const { points, problem, firm } = model;
  const [item, site, segment] = [points.item[point]!, points.site[point]!, points.segment[point]!];
  for (let to = 0; firm.size > 0 && to < problem.sites.length; to++) {
    const receiving = points.find(item, to, segment);
    for (const order of firm.get(receiving) ?? []) {
      if (order.selector !== -2 - site) continue;
      const day = nettingDayAt(model, point, Math.max(0, ownStartOfFirm(model, order)));
      if (day < model.days) rows.need(day, order.startQuantity);
    }
  }
}

/** Adds the open supply of a point, each on its own day. */
export function addOpenSupply(model: Model, point: number, rows: StockRows): void {
  const { standing, waiting } = model.detail(point);
  for (const { due, quantity, expires } of [...standing, ...waiting]) {
    rows.add(due, quantity, expires);
  }
}

/** Adds what the orders of others need of a point, as far as they are planned. */
export function addPulledNeeds(
  model: Model,
  orders: OrderColumns,
  point: number,
  rows: StockRows,
): void {
  const { days } = model;
  const pulled = new Float64Array(days + 1);
  pullNeeds(model, orders, point, pulled, new Int32Array((days >> 5) + 1));
  for (let day = 0; day < days; day++) rows.need(day, -pulled[day]!);
}

/** By day, the level below which stock is short (N3, K6). */
export function floorByDay(model: Model, point: number): Float64Array {
  const floor = new Float64Array(model.days);
  for (const { day, level } of model.detail(point).floor) floor.fill(level, Math.max(0, day));
  return floor;
}
