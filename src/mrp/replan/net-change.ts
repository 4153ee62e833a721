import { type Model, NETTING } from "../compile/model.js";
import { Arena } from "../sweep/arena.js";
import { OrderStore } from "../sweep/order-store.js";
import { addRows, sweep } from "../sweep/sweep.js";
import type { PlanRows } from "./plan-rows.js";

/** Above this part of all stocking points a run from level to level is cheaper. */
const PART = 4;
/** A store in which so many times as many rows stand as a plan has is left by the next plan. */
const WASTE = 2;
const SMALL_STORE = 1 << 16;
/** Part of its rows for which a new store has room beyond them. */
const ROOM = 2;

/** The orders of a changed problem. */
export interface NetChange {
  readonly orders: Arena;
  /** The stocking points that were planned anew; `undefined`: all. */
  readonly planned: readonly number[] | undefined;
}

/**
 * R1: plans anew the stocking points whose rows are others, and below them as far as orders come out
 * otherwise than in the plan.
 *
 * @param model - the changed problem, with the stocking points of the plan
 * @param plan - the plan of the unchanged one
 * @param changed - the stocking points whose rows are others
 * @param scope - what is planned; stocking points beyond it stay as they are and are noted as pending
 */
export function netChange(
  model: Model,
  plan: Arena,
  rows: PlanRows,
  changed: readonly number[],
  scope: ReadonlySet<number> | undefined,
): NetChange {
  const { lineage } = rows;
  rows.pending = [];
  const all = (): NetChange => ({ orders: sweep(model), planned: undefined });
  if (reachesAcross(model)) return all();
  const arena = forkOf(model, plan);
  const most = Math.max(changed.length, Math.ceil(model.points.count / PART));
  const direct = new Set(changed);
  const waiting = new PointQueue(lineage.queueBits);
  try {
    for (const point of changed) waiting.add(point);
    const pending: number[] = [];
    const planned: number[] = [];
    for (let point = waiting.next(); point >= 0; point = waiting.next()) {
      if (scope !== undefined && !scope.has(point)) {
        pending.push(point);
        continue;
      }
      if (scope === undefined && planned.length > most) return all();
      planned.push(point);
      arena.forgetOrders(point);
      // The fast loop draws nothing, so supplies that are not new stand as they are.
      if (direct.has(point) || model.netting[point] !== NETTING.plain) {
        arena.forgetSupplies(model, point);
      }
      if (isPlannedAlike(model, plan, arena, point)) continue;
      for (const component of lineage.first.below(point)) waiting.add(component);
    }
    rows.pending = pending;
    return { orders: arena, planned };
  } catch (error) {
    arena.wipe();
    throw error;
  } finally {
    waiting.clear();
  }
}

/** Whether what a stocking point does may matter to one that is neither below nor above it. */
function reachesAcross(model: Model): boolean {
  return model.movesNeeds || model.driving.size > 0 || model.asksOthers;
}

/**
 * The plan, to be changed without changing it. When most rows of its store are those of other plans, a
 * copy of its own rows is made once, and what is planned from it later shares that.
 */
function forkOf(model: Model, plan: Arena): Arena {
  let source = plan.compact ?? plan;
  if (source.store.count > WASTE * source.used + SMALL_STORE) {
    source = compacted(model, source);
    plan.compact = source;
  }
  source.store.isShared = true;
  return new Arena(model, source);
}

/** The same plan with a store of its own rows alone. */
function compacted(model: Model, plan: Arena): Arena {
  const own = new OrderStore(model, plan.used + Math.ceil(plan.used / ROOM));
  const arena = new Arena(model, plan, own);
  // Most points stand side by side, so their rows are copied together.
  let [first, end] = [0, 0];
  for (let point = 0; point < model.points.count; point++) {
    const [from, to] = [plan.rows.first(point), plan.rows.end(point)];
    if (from !== end) {
      own.append(plan.store, first, end);
      [first, end] = [from, from];
    }
    const at = own.count + end - first;
    end = to;
    if (at !== from) arena.rows.set(point, at, at + to - from);
  }
  own.append(plan.store, first, end);
  return arena;
}

/** Plans a stocking point; returns whether all that is below it may stay as it is. */
function isPlannedAlike(model: Model, plan: Arena, arena: Arena, point: number): boolean {
  const first = arena.count;
  addRows(model, arena, point);
  if (!hasRowsAt(arena, point, first)) {
    arena.rows.set(point, first, arena.count);
    return false;
  }
  arena.count = first;
  if (arena.phantomNeeds.has(point)) return false;
  return (model.firm.get(point) ?? []).every(
    ({ row }) =>
      arena.supplyDay.at(row) === plan.supplyDay.at(row) &&
      arena.resized.get(row) === plan.resized.get(row),
  );
}

/** Whether the rows of a stocking point are those that were added from a row on. */
function hasRowsAt({ rows, store }: Arena, point: number, first: number): boolean {
  const count = store.count - first;
  const there = rows.first(point);
  if (count !== rows.end(point) - there) return false;
  for (let k = 0; k < count; k++) if (!store.areAlike(first + k, there + k)) return false;
  return true;
}

/** Stocking points that are to be planned, the lowest number first; each is handed out once. */
class PointQueue {
  /** A bit for each stocking point. */
  readonly #bits: Int32Array;
  #word: number;

  constructor(bits: Int32Array) {
    this.#bits = bits;
    this.#word = bits.length;
  }

  add(point: number): void {
    const word = point >> 5;
    this.#bits[word]! |= 1 << (point & 31);
    if (word < this.#word) this.#word = word;
  }

  /** Takes the first one; −1 when there is none. */
  next(): number {
    for (; this.#word < this.#bits.length; this.#word++) {
      const bits = this.#bits[this.#word]!;
      if (bits === 0) continue;
      this.#bits[this.#word] = bits & (bits - 1);
      return (this.#word << 5) + 31 - Math.clz32(bits & -bits);
    }
    return -1;
  }

  clear(): void {
    for (; this.#word < this.#bits.length; this.#word++) this.#bits[this.#word] = 0;
  }
}
