import type { Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { coProductsOf } from "./co-products.js";
import { FreeStock } from "./free-stock.js";
import { NOT_DRAWN } from "./planned-orders.js";
import { pullNeeds } from "./pull.js";

/**
 * What a stocking point that is planned has left on a day: the least, over that and all later days of the
 * horizon, of its projected stock above its floor, less what was granted since (K44).
 */
export function freeAsPlanned(model: Model, arena: Arena, point: number): FreeStock {
  let free = arena.freeAsPlanned.get(point);
  if (free === undefined) {
    free = new FreeStock(levelsAboveFloor(model, arena, point));
    arena.freeAsPlanned.set(point, free);
  }
  return free;
}

function levelsAboveFloor(model: Model, arena: Arena, point: number): Float64Array {
  const { days } = model;
  const change = plannedChanges(model, arena, point);
  const { floor } = model.detail(point);
  let level = 0;
  let step = 0;
  for (let day = 0; day < days; day++) {
    level += change[day]!;
    while (step + 1 < floor.length && floor[step + 1]!.day <= day) step++;
    const least = floor[step] !== undefined && floor[step]!.day <= day ? floor[step]!.level : 0;
    change[day] = level - least;
  }
  return change.subarray(0, days);
}

/** By day, what changes the stock of a point that is planned. */
function plannedChanges(model: Model, arena: Arena, point: number): Float64Array {
  const { days, changes } = model;
  const change = new Float64Array(days + 1);
  const add = (day: number, quantity: number): void => {
    if (day < days) change[Math.max(0, day)]! += quantity;
  };
  add(0, model.onHand.at(point));
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    const isSupply = changes.quantity[c]! > 0 && changes.origin[c] !== NONE;
    if (!isSupply) add(changes.day[c]!, changes.quantity[c]!);
  }
  addSupplies(model, arena, point, add);
  coProductsOf(model, arena, point, add);
  for (let row = arena.rows.first(point); row < arena.rows.end(point); row++) {
    const wanted = arena.due[row]! - (arena.late?.[row] ?? 0);
    add(wanted, arena.quantity[row]! * (arena.repeat?.[row] ?? 1));
  }
  for (const event of arena.events.get(point) ?? []) {
    if (event.code === "expired") add(event.day, -event.quantity);
  }
  pullNeeds(model, arena, point, change, new Int32Array((days >> 5) + 1));
  return change;
}

/**
 * Stock that expires, and open supply from the later of the day on which it counts and the day for
 * which it is drawn: what may still be moved out or cancelled is not free.
 */
function addSupplies(
  model: Model,
  arena: Arena,
  point: number,
  add: (day: number, quantity: number) => void,
): void {
  const { lots, standing, waiting } = model.detail(point);
  const never = model.conventions.rescheduling === "never";
  for (const lot of lots) if (lot.origin === NONE) add(lot.day, lot.quantity);
  for (const { row, quantity } of standing) add(arena.supplyDay.at(row), quantity);
  for (const { row, quantity, scheduled } of waiting) {
    const wanted = arena.wanted.at(row);
    if ((!never || scheduled) && wanted === NOT_DRAWN) continue;
    add(Math.max(arena.supplyDay.at(row), wanted), arena.resized.get(row) ?? quantity);
  }
}
