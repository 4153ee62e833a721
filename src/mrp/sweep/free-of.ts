import type { Model } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { FreeStock, forEachChange } from "./free-stock.js";

/** What of a stocking point that is planned later is free (K36). */
export function freeOf(model: Model, arena: Arena, point: number): FreeStock {
  let free = arena.free.get(point);
  if (free === undefined) {
    free = new FreeStock(levels(model, point));
    arena.free.set(point, free);
  }
  return free;
}

/** Stock and open supply less independent needs, at the end of each day. */
function levels(model: Model, point: number): Float64Array {
  const change = new Float64Array(model.days);
  forEachChange(model, point, (day, quantity) => {
    change[day]! += quantity;
  });
  let level = 0;
  for (let day = 0; day < change.length; day++) {
    // All supply together is less than 2^53, so what is that far below 0 is never free again.
    level = Math.max(level + change[day]!, -(2 ** 53));
    change[day] = level;
  }
  return change;
}
