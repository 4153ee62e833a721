import { showValue } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import type { Arena } from "../sweep/arena.js";
import { NoRoom } from "../sweep/order-store.js";
import { ordersOf, type PlanEvent } from "../sweep/planned-orders.js";
import { READ_TOGETHER } from "../sweep/read-ahead.js";
import { planPoint, readAhead, sweep } from "../sweep/sweep.js";
import { isDivisible, levelAt, levelsOf } from "./levels.js";
import { countOf, type PlanningNotes } from "./notes.js";
import { refused } from "./refused.js";
import { arenaIn } from "./shared-arena.js";
import { rowsOfChunk, type SharedPlanMemory, STATE } from "./shared-memory.js";

/** One thread's side of a sweep in memory that several share. */
export class SharedSweep {
  readonly memory: SharedPlanMemory;
  readonly isDivisible: boolean;
  /** The first stocking point of each level, and at the end how many there are. */
  readonly levels: readonly number[];
  readonly #model: Model;
  readonly #arena: Arena;
  /** Its own notes, since it has taken over those of others. */
  #own: PlanningNotes | undefined;

  /** @param memory - shared, and cleared by the thread that has made it */
  constructor(model: Model, memory: SharedPlanMemory) {
    this.memory = memory;
    this.isDivisible = isDivisible(model);
    this.levels = levelsOf(model);
    this.#model = model;
    this.#arena = arenaIn(memory, model);
  }

  /** Makes the memory ready for a sweep; no other thread may be at work in it. */
  clear(): void {
    const { planned, state, taken } = this.memory;
    for (const column of [planned, state, taken]) column.fill(0);
    this.#arena.clear(this.#model);
    this.#arena.store.end = 0;
  }

  /**
   * Plans stocking points of one level; those of the levels above are planned.
   *
   * What goes wrong in planning is not thrown here, or others would wait in vain for what this thread has
   * not done: whoever makes the plan plans alone then, and meets the same error.
   *
   * @throws PlanningInputError when the range is not to be planned now
   */
  sweepRange(first: number, end: number): void {
    this.#take(first, end);
    const { planned, state } = this.memory;
    const before = this.#noteCount;
    if (!this.isDivisible) Atomics.store(state, STATE.alone, 1);
    try {
      for (let point = first; point < end && !this.#isAlone; point++) {
        if ((point - first) % READ_TOGETHER === 0) readAhead(this.#model, this.#arena, point, end);
        this.#planPoint(point);
      }
    } catch {
      Atomics.store(state, STATE.alone, 1);
    }
    Atomics.add(state, STATE.notes, this.#noteCount - before);
    Atomics.add(planned, 0, end - first);
    Atomics.notify(planned, 0);
  }

  /** What does not stand in the memory. */
  notes(): PlanningNotes {
    const { events, resized } = this.#arena;
    return this.#own ?? { events: [...events.entries()], resized: [...resized.entries()] };
  }

  /** The plan that all threads have made together, or, where that could not be, one that is made here. */
  state(notes: readonly PlanningNotes[]): PlanState {
    const model = this.#model;
    const given = (): ReturnType<PlanState["given"]> => model.problem;
    const isMade = this.isDivisible && this.#isWhole() && this.#learn(notes);
    return { model, orders: isMade ? this.#finished() : sweep(model), given };
  }

  /** One thread has to plan alone. */
  get #isAlone(): boolean {
    return Atomics.load(this.memory.state, STATE.alone) === 1;
  }

  get #noteCount(): number {
    return this.#arena.events.size + this.#arena.resized.size;
  }

  /** Takes a range of stocking points that nobody else has taken, once all above are planned. */
  #take(first: number, end: number): void {
    const { taken, planned } = this.memory;
    for (const [name, value] of [["first", first] as const, ["end", end] as const]) {
      if (typeof value === "number") continue;
      const message = `The ${name} (${showValue(value)}) must be a number of stocking points.`;
      throw refused("invalidType", name, message);
    }
    const level = levelAt(this.levels, first);
    const start = this.levels[level] ?? Number.NaN;
    const isRange = Number.isInteger(first) && Number.isInteger(end) && first <= end;
    // Where a level is divided, the share of a thread may be nothing, also at the end of the last one.
    const isEmpty = first === end;
    const last = isEmpty ? this.levels.at(-1)! : this.levels[level + 1]!;
    if (!isRange || level < 0 || !(end <= last)) {
      throw refused(
        "outOfRange",
        "first",
        `The range from ${first} up to ${end} is no part of a level.`,
      );
    }
    if (isEmpty) return;
    if (Atomics.load(planned, 0) < start) {
      const message = `Level ${level} begins before the levels above are planned. Wait until memory.planned[0] has come to ${start}.`;
      throw refused("contradiction", "first", message);
    }
    for (let point = first; point < end; point++) {
      if (Atomics.exchange(taken, point, 1) === 0) continue;
      throw refused("contradiction", "first", `The stocking point ${point} is planned twice.`);
    }
  }

  /** Plans a stocking point; again in a larger chunk of rows when it outgrows what there is. */
  #planPoint(point: number): void {
    const model = this.#model;
    const arena = this.#arena;
    const { orders, used } = arena;
    for (let rows = model.days; ; rows *= 2) {
      if (arena.count + rows > arena.store.end) this.#takeRows(rows);
      const first = arena.count;
      try {
        planPoint(model, arena, point);
        return;
      } catch (error) {
        if (!(error instanceof NoRoom)) throw error;
        arena.wipe();
        arena.count = first;
        arena.rows.set(point, first, first);
        arena.forget(model, point);
        arena.orders = orders;
        arena.used = used;
      }
    }
  }

  #takeRows(rows: number): void {
    const { memory } = this;
    const { store } = this.#arena;
    const chunk = Math.max(rows, rowsOfChunk(memory));
    const first = Atomics.add(memory.state, STATE.nextRow, chunk);
    if (first + chunk > memory.due.length) throw new NoRoom();
    store.count = first;
    store.end = first + chunk;
  }

  #isWhole(): boolean {
    const { planned, taken } = this.memory;
    const count = Atomics.load(planned, 0);
    if (count === taken.length && !taken.includes(0)) return true;
    const message = `${count} of ${taken.length} stocking points are planned. Wait for the others.`;
    throw refused("contradiction", "share", message);
  }

  /** Takes over what the other threads have to tell. */
  #learn(notes: readonly PlanningNotes[]): boolean {
    if (this.#isAlone) return false;
    const { events, resized } = this.#arena;
    if (this.#noteCount + countOf(notes) !== Atomics.load(this.memory.state, STATE.notes)) {
      throw refused(
        "contradiction",
        "notes",
        "The notes must be those of all other threads, each once.",
      );
    }
    this.#own = this.notes();
    for (const note of notes) {
      for (const [point, said] of note.events) events.set(point, said as readonly PlanEvent[]);
      for (const [row, quantity] of note.resized) resized.set(row, quantity);
    }
    return true;
  }

  /** The arena as if all rows were written here; all that is left of the memory is its own. */
  #finished(): Arena {
    const { memory } = this;
    const arena = this.#arena;
    const { count } = this.#model.points;
    arena.orders = 0;
    arena.used = 0;
    for (let point = 0; point < count; point++) {
      arena.orders += ordersOf(arena, point);
      arena.used += arena.rows.end(point) - arena.rows.first(point);
    }
    if (arena.orders > this.#model.conventions.maxOrders) return sweep(this.#model);
    const rows = memory.due.length;
    arena.count = Math.min(rows, Atomics.exchange(memory.state, STATE.nextRow, rows));
    arena.store.end = rows;
    arena.store.grows = true;
    return arena;
  }
}
