import { quantityToDecimal } from "../../core/index.js";
import { type Model, NETTING, type OpenSupply } from "../compile/model.js";
import { type Draws, isCancelled } from "./draws.js";
import type { ExcessMessage } from "./message.js";
import type { PlanState } from "./plan-state.js";
import { type RecordDays, recordDays } from "./record-days.js";
import { stockAtEnd } from "./stock-at-end.js";
import { mayMove } from "./supply-list.js";

type Place = Pick<ExcessMessage, "item" | "site" | "segment">;

/** K49: what of stock and open supply nothing within the horizon needs. */
export function excessMessages(
  state: PlanState,
  point: number,
  place: Place,
  draws: Draws,
): ExcessMessage[] {
  const excess = excessAt(state, point, draws);
  if (excess === 0) return [];
  const { problem, points } = state.model;
  const { decimals } = problem.items[points.item[point]!]!;
  return [{ code: "excess", ...place, quantity: quantityToDecimal(excess, decimals) }];
}

/** The excess of a stocking point in counts; 0 without any. */
export function excessAt(state: PlanState, point: number, draws: Draws): number {
  if (!mayHaveExcess(state.model, point)) return 0;
  const excess = excessOf(state, point, cancelledOf(state, point, draws));
  // No more than what stands there already, which is a safe integer.
  return excess > 0n ? Number(excess) : 0;
}

/** Whether stock or supply stands there that is held for needs, not for a stock position. */
function mayHaveExcess(model: Model, point: number): boolean {
  const netting = model.netting[point];
  if (netting === NETTING.reorderPoint || netting === NETTING.passedBy) return false;
  if (netting === NETTING.phantom && model.conventions.phantomStock === "ignore") return false;
  if (model.onHand.at(point) > 0) return true;
  const { standing, waiting, lots } = model.detail(point);
  if (standing.length + waiting.length + lots.length > 0) return true;
  const { changes } = model;
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    if (changes.quantity[c]! > 0) return true;
  }
  return false;
}

/** The supplies of a point that `cancel` names. */
function cancelledOf(state: PlanState, point: number, draws: Draws): OpenSupply[] {
  if (!mayMove(state, point)) return [];
  const { model } = state;
  return model.detail(point).waiting.filter((supply) => isCancelled(model, supply, draws));
}

/**
 * What is left at the end came last: first the floor keeps its part of it, and of the rest all but
 * planned orders and co-products is excess, as far as no day's floor needs it after it has come.
 */
function excessOf(state: PlanState, point: number, cancelled: readonly OpenSupply[]): bigint {
  const { model, orders } = state;
  let kept = BigInt(keptAtEnd(model, point));
  const atEnd = stockAtEnd(state, point, cancelled);
  if (atEnd <= kept) return 0n;
  let left = atEnd;
  const record = recordDays(state, point, true);
  planAsWanted(state, point, record);
  for (const supply of cancelled) {
    const day = orders.supplyDay.at(supply.row);
    record.scheduled[day]! -= supply.quantity;
    const leaves = Math.max(supply.expires, day);
    if (leaves < model.days) record.expired[leaves]! -= supply.quantity;
  }
  const above = aboveFloor(record, model.days);
  let spare = left;
  let excess = 0n;
  const take = (quantity: number, counts: boolean): void => {
    let part = BigInt(quantity);
    if (part > left) part = left;
    left -= part;
    const forFloor = part < kept ? part : kept;
    kept -= forFloor;
    if (!counts || spare <= 0n) return;
    let idle = part - forFloor;
    if (idle > spare) idle = spare;
    excess += idle;
    spare -= idle;
  };
  for (let day = model.days - 1; day >= 0 && left > 0n; day--) {
    if (above[day]! < spare) spare = above[day]!;
    take(record.planned[day]!, false);
    take(record.coProducts[day]!, false);
    take(record.scheduled[day]!, true);
    take(record.released[day]!, true);
  }
  if (left > 0n && record.opening > 0) take(record.opening, true);
  return excess;
}

/** By how much stock lies above its floor at the end of each day. */
function aboveFloor(record: RecordDays, days: number): bigint[] {
  const { opening, scheduled, released, planned, coProducts, gross, expired, floor } = record;
  let level = BigInt(opening);
  return Array.from({ length: days }, (_, day) => {
    for (const come of [scheduled, released, planned, coProducts]) level += BigInt(come[day]!);
    level -= BigInt(gross[day]!) + BigInt(expired[day]!);
    return level - BigInt(Math.max(0, floor[day]!));
  });
}

/** K46: orders that come later than wanted are netted as if they came then. */
function planAsWanted({ model, orders }: PlanState, point: number, { planned }: RecordDays): void {
  if (orders.late === undefined) return;
  for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
    const late = orders.late[row]!;
    if (late === 0) continue;
    const due = orders.due[row]!;
    const quantity = orders.quantity[row]! * (orders.repeat?.[row] ?? 1);
    if (due < model.days) planned[due]! -= quantity;
    planned[due - late]! += quantity;
  }
}

/** What is meant to be in stock at the end of the horizon: the floor, or an order-up-to level above it. */
function keptAtEnd(model: Model, point: number): number {
  if (model.netting[point] === NETTING.phantom) return 0;
  const { floor, lot } = model.detail(point);
  const last = model.days - 1;
  const level = floor.findLast((step) => step.day <= last)?.level ?? 0;
  const isOrdered = (model.ended.get(point)?.lastsUntil ?? model.days) > last;
  const upTo = isOrdered && lot.rule === "orderUpTo" ? lot.orderUpTo : 0;
  return Math.max(0, level, upTo);
}
