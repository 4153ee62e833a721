import type { Model } from "../compile/model.js";
import { PagedNumbers, RowRanges } from "../pages/index.js";
import { Arena } from "../sweep/arena.js";
import { OrderStore } from "../sweep/order-store.js";
import type { SharedPlanMemory } from "./shared-memory.js";

/** An arena whose numbers and rows stand in memory that other threads share; it has no rows of its own yet. */
export function arenaIn(memory: SharedPlanMemory, model: Model): Arena {
  const { count } = model.points;
  const supplies = model.problem.supplies.count;
  return new Arena(model, undefined, storeIn(memory, model), {
    rows: RowRanges.over(memory.rows),
    largest: PagedNumbers.over(memory.largest, count),
    repeats: model.hasRepeats ? PagedNumbers.over(memory.repeats, count) : undefined,
    supplyDay: PagedNumbers.over(memory.supplyDay, supplies),
    wanted: PagedNumbers.over(memory.wanted, supplies),
    reason: PagedNumbers.over(memory.reason, supplies),
  });
}

function storeIn(memory: SharedPlanMemory, model: Model): OrderStore {
  const store = new OrderStore(model, 0);
  store.due = memory.due;
  store.quantity = memory.quantity;
  store.startQuantity = model.hasYield ? memory.startQuantity : memory.quantity;
  if (store.repeat !== undefined) store.repeat = memory.repeat;
  if (store.source !== undefined) store.source = memory.source;
  if (store.start !== undefined) store.start = memory.start;
  store.grows = false;
  return store;
}
