import { addStock } from "../sweep/add-stock-rows.js";
import { freeStock } from "../sweep/free-stock.js";
import { StockRows } from "../sweep/stock-rows.js";
import type { PlanState } from "./plan-state.js";
import { recordDays } from "./record-days.js";
import type { ScheduleDays } from "./schedule-days.js";

/** What can be promised of an item, by day, in counts. */
export interface AvailableByDay {
  /** `null` where nothing comes in. */
  readonly discrete: readonly (number | null)[];
  readonly cumulative: readonly number[];
}

/**
 * What can be promised of a stocking point where something expires within the horizon: stock and what
 * comes in until they expire, less what is ordered and needed for other items (K15).
 *
 * @returns `undefined` where nothing expires
 */
export function promisedUntilExpiry(
  state: PlanState,
  point: number,
  schedule: ScheduleDays,
): AvailableByDay | undefined {
  const rows = new StockRows(state.model.days);
  addGiven(state, point, rows);
  if (rows.lots.length === 0) return undefined;
  addPlanned(state, point, schedule, rows);
  const receipts = new Set([0, ...rows.lots.map(({ day }) => day)]);
  const changes = new Set(rows.lots.map(({ expires }) => expires));
  for (const [day, supply] of rows.supply.entries()) {
    if (supply > 0) receipts.add(day);
    if (rows.needed[day]! > 0) changes.add(day);
  }
  const free = freeStock(rows);
  let available = 0;
  const cumulative = schedule.orders.map((_, day) => {
    if (receipts.has(day) || changes.has(day)) available = free.on(day);
    return available;
  });
  const discrete = schedule.orders.map((_, day) => {
    if (!receipts.has(day)) return null;
    const left = free.on(day);
    free.grant(day, left);
    return left;
  });
  return { discrete, cumulative };
}

/** Adds stock, and open supply on the days on which it counts. */
function addGiven({ model, orders }: PlanState, point: number, rows: StockRows): void {
  addStock(model, point, rows);
  const { standing, waiting } = model.detail(point);
  for (const { row, quantity, expires } of [...standing, ...waiting]) {
    rows.add(orders.supplyDay.at(row), orders.resized.get(row) ?? quantity, expires);
  }
}

/** Adds what the plan brings, and all that is promised. */
function addPlanned(
  state: PlanState,
  point: number,
  { dependent, orders, planned }: ScheduleDays,
  rows: StockRows,
): void {
  const { coProducts } = recordDays(state, point);
  for (let day = 0; day < state.model.days; day++) {
    rows.add(day, planned[day]! + coProducts[day]!);
    rows.need(day, orders[day]! + dependent[day]!);
  }
}
