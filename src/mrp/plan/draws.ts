import { CHANGE, type Lot, type Model, type OpenSupply } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import type { PagedNumbers } from "../pages/index.js";
import { Arena } from "../sweep/arena.js";
import { addCoProducts } from "../sweep/co-products.js";
import { needsOf } from "../sweep/needs.js";
import { netGeneral } from "../sweep/net-general.js";
import { NOT_DRAWN } from "../sweep/planned-orders.js";
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
 * which the planned receipts stand and the supplies wait (M1, K17). Scheduled ones are drawn by the sweep
 * whatever the others do (K57), and so stand there too.
 */
export function drawsOf(state: PlanState): Draws {
  const { model, orders } = state;
  if (model.conventions.rescheduling !== "never") return orders;
  const arena = new Arena(model);
  arena.clear(model);
  for (let point = 0; point < model.points.count; point++) {
    const { lots, drawable, waiting: all } = model.detail(point);
    const waiting = all.filter(({ scheduled }) => !scheduled);
    if (all.length === 0 || !mayMove(state, point)) continue;
    for (const { row } of drawable) {
      arena.wanted.set(row, orders.wanted.at(row));
      arena.reason.set(row, orders.reason.at(row));
    }
    if (waiting.length === 0) continue;
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
    const kept = lots.filter(({ origin }) => origin === NONE || !waits.has(Math.floor(origin / 4)));
    netGeneral(model, arena, point, {
      orders: false,
      waiting,
      moves: false,
      lots: [...kept, ...standScheduled(state, arena, drawable)],
      needs: model.conventions.grouping === "demand" ? needsOf(model, orders, point) : undefined,
      reports: false,
      ends: false,
    });
  }
  return arena;
}

/** Lets drawn supplies stand on the days on which they count; returns those that expire. */
function standScheduled(
  { model, orders }: PlanState,
  arena: Arena,
  drawn: readonly OpenSupply[],
): Lot[] {
  return drawn.flatMap(({ row, quantity, expires }): Lot[] => {
    const day = orders.supplyDay.at(row);
    if (expires !== NEVER) return [{ day, quantity, expires, origin: 4 * row + CHANGE.supply }];
    if (day >= model.days) return [];
    arena.supply[day]! += quantity;
    arena.touch(day);
    return [];
  });
}

/** M1, N12: whether a supply that may move is not needed, and due within the horizon. */
export function isCancelled(model: Model, supply: OpenSupply, draws: Draws): boolean {
  return draws.wanted.at(supply.row) === NOT_DRAWN && supply.due < model.days;
}
