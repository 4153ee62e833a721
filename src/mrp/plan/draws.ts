import type { Model, OpenSupply } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PagedNumbers } from "../pages/index.js";
import { Arena, NOT_DRAWN } from "../sweep/arena.js";
import { addCoProducts } from "../sweep/co-products.js";
import { needsOf } from "../sweep/needs.js";
import { netGeneral } from "../sweep/net-general.js";
import { pullNeeds } from "../sweep/pull.js";
import { addNeedsApart } from "../sweep/sweep.js";
import type { PlanState } from "./plan-state.js";
import { mayMove } from "./supply-list.js";

/** For which day each open supply is drawn, and why (N4). */
export interface Draws {
  readonly wanted: PagedNumbers;
  readonly reason: PagedNumbers;
}

/**
 * The draws of a plan: those of the sweep, or, under `rescheduling: "never"`, those of a pass in
 * which the planned receipts stand and the supplies wait (M1, K17).
 */
export function drawsOf(state: PlanState): Draws {
  const { model, orders } = state;
  if (model.conventions.rescheduling !== "never") return orders;
  const arena = new Arena(model);
  arena.clear(model);
  for (let point = 0; point < model.points.count; point++) {
    const { waiting, lots } = model.detail(point);
    if (waiting.length === 0 || !mayMove(state, point)) continue;
    const waits = new Set(waiting.map((supply) => supply.row));
    addNeedsApart(model, arena, point, (row) => !waits.has(row));
    addCoProducts(model, orders, arena, point);
    pullNeeds(model, orders, point, arena.delta, arena.touched);
    for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
      const due = orders.due[row]! - (orders.late?.[row] ?? 0);
      if (due >= model.days) continue;
      arena.supply[due]! += orders.quantity[row]! * (orders.repeat?.[row] ?? 1);
      arena.touch(due);
    }
    netGeneral(model, arena, point, {
      orders: false,
      waiting,
      moves: false,
      lots: lots.filter((lot) => lot.origin === NONE || !waits.has(Math.floor(lot.origin / 4))),
      needs: model.conventions.grouping === "demand" ? needsOf(model, orders, point) : undefined,
      reports: false,
      ends: false,
    });
  }
  return arena;
}

/** M1, N12: whether a supply that may move is not needed, and due within the horizon. */
export function isCancelled(model: Model, supply: OpenSupply, draws: Draws): boolean {
  return draws.wanted.at(supply.row) === NOT_DRAWN && supply.due < model.days;
}
