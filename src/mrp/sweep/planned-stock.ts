import type { Model } from "../compile/model.js";
import { addIndependentNeeds, addPulledNeeds, addStock, floorByDay } from "./add-stock-rows.js";
import type { Arena } from "./arena.js";
import { coProductsOf } from "./co-products.js";
import { type FreeStock, freeAbove } from "./free-stock.js";
import { NOT_DRAWN } from "./planned-orders.js";
import { StockRows } from "./stock-rows.js";

/**
 * What a stocking point that is planned has left on a day: the least, over that and all later days of the
 * horizon, of its projected stock above its floor, less what was granted since (K44).
 */
export function freeAsPlanned(model: Model, arena: Arena, point: number): FreeStock {
  let free = arena.freeAsPlanned.get(point);
  if (free === undefined) {
    free = freeAbove(plannedRows(model, arena, point), floorByDay(model, point));
    arena.freeAsPlanned.set(point, free);
  }
  return free;
}

/** What comes to a point that is planned, and what is needed of it or expires by its plan. */
function plannedRows(model: Model, arena: Arena, point: number): StockRows {
  const rows = new StockRows(model.days);
  addStock(model, point, rows, false);
  addIndependentNeeds(model, point, rows);
  addSupplies(model, arena, point, rows);
  coProductsOf(model, arena, point, (day, quantity) => rows.add(day, quantity));
  for (let row = arena.rows.first(point); row < arena.rows.end(point); row++) {
    const wanted = arena.due[row]! - (arena.late?.[row] ?? 0);
    rows.add(wanted, arena.quantity[row]! * (arena.repeat?.[row] ?? 1));
  }
  for (const event of arena.events.at(point)) {
    if (event.code === "expired") rows.need(event.day, event.quantity);
  }
  addPulledNeeds(model, arena, point, rows);
  return rows;
}

/**
 * Open supply from the later of the day on which it counts and the day for which it is drawn: what may
 * still be moved out or cancelled is not free.
 */
function addSupplies(model: Model, arena: Arena, point: number, rows: StockRows): void {
  const { standing, waiting } = model.detail(point);
  const never = model.conventions.rescheduling === "never";
  for (const { row, quantity } of standing) rows.add(arena.supplyDay.at(row), quantity);
  for (const { row, quantity, scheduled } of waiting) {
    const wanted = arena.wanted.at(row);
    if ((!never || scheduled) && wanted === NOT_DRAWN) continue;
    const day = Math.max(arena.supplyDay.at(row), wanted);
    rows.add(day, arena.resized.get(row) ?? quantity);
  }
}
