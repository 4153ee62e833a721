import type { Model } from "../compile/model.js";
import {
  addFirmTransfers,
  addIndependentNeeds,
  addOpenSupply,
  addStock,
  floorByDay,
} from "./add-stock-rows.js";
import type { Arena } from "./arena.js";
import { type FreeStock, freeStock } from "./free-stock.js";
import { StockRows } from "./stock-rows.js";

/**
 * What of a stocking point that is planned later is free: of its stock and open supply, each on its own
 * day, above its floor and less its independent needs and what firm transfers take of it, which was granted
 * before. Other dependent needs are not looked at (B7, K36).
 */
export function freeOf(model: Model, arena: Arena, point: number): FreeStock {
  let free = arena.free.get(point);
  if (free === undefined) {
    const rows = new StockRows(model.days);
    addStock(model, point, rows);
    addIndependentNeeds(model, point, rows);
    addFirmTransfers(model, point, rows);
    addOpenSupply(model, point, rows);
    free = freeStock(rows, floorByDay(model, point));
    arena.free.set(point, free);
  }
  return free;
}
