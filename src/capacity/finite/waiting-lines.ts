import type { TurnWait } from "./alternates.js";
import { EventHeap } from "./event-heap.js";
import { type Line, Lines } from "./lines.js";
import type { Shop } from "./shop.js";
import type { Slots } from "./slots.js";
import { ToolQueues } from "./tool-queues.js";

/**
 * The lines before the work centres. A slot waits in the line of all that are alike in where they can
 * be done and in their tools, so that a missing tool or a better work centre stops the whole line, and
 * what is behind the first of a line is not looked at.
 */
export class WaitingLines {
  readonly tools: ToolQueues;
  readonly #slots: Slots;
  readonly #lines: Lines;
  readonly #rankOf: Int32Array;
  /** By work centre: first slots of the lines that are not parked by rank, outdated ones among them. */
  readonly #firsts: EventHeap[];
  /** By work centre: lines elsewhere whose first would rather be next in turn here, by their minutes. */
  readonly #turns: EventHeap[];
  readonly #turnsAhead: EventHeap[];

  constructor(shop: Shop, rankOf: Int32Array, slots: Slots) {
    this.#slots = slots;
    this.#rankOf = rankOf;
    this.#lines = new Lines(shop, slots, rankOf);
    this.tools = new ToolQueues(shop, this.#lines);
    this.#firsts = shop.centers.map(() => new EventHeap());
    this.#turns = shop.centers.map(() => new EventHeap());
    this.#turnsAhead = shop.centers.map(() => new EventHeap());
  }

  /** A slot begins to wait. @returns its work centre */
  wait(slot: number): number {
    const number = this.#lines.numberOf(slot);
    const line = this.#lines.at(number);
    if (this.#slots.isGone(slot)) return line.center;
    this.#slots.wait(slot);
    const rank = this.#rankOf[this.#slots.taskOf(slot)]!;
    line.ranks.push(rank);
    if (line.ranks.first === rank) {
      if (line.parked === "tools") this.tools.renew(number, rank);
      else {
        line.parked = "no";
        this.#firsts[line.center]!.push(rank, slot);
      }
    }
    return line.center;
  }

  /** The rank of the first of all that wait at a work centre and are not parked; −1 for none. */
  firstAt(center: number): number {
    const firsts = this.#firsts[center]!;
    while (firsts.size > 0) {
      const line = this.#lines.of(firsts.first);
      if (line.parked === "no" && this.#lines.firstOf(line) === firsts.time) return firsts.time;
      firsts.pop();
    }
    return -1;
  }

  /** The slot of the first at a work centre; there must be one. */
  firstSlotAt(center: number): number {
    return this.#firsts[center]!.first;
  }

  /** Lets the line of the first at a work centre wait for a tool that it lacks. */
  parkForTool(slot: number, tool: number): void {
    this.tools.park(this.#lines.numberOf(slot), this.#rankOf[this.#slots.taskOf(slot)]!, tool);
  }

  /** Takes out the first that waits for a tool. @returns its work centre */
  wakeForTool(tool: number): number {
    return this.#wake(this.#lines.at(this.tools.takeFirst(tool)));
  }

  /** Lets the line of a slot wait for a turn at its first choice. */
  parkForTurn(slot: number, center: number, { until, ahead }: TurnWait): void {
    const number = this.#lines.numberOf(slot);
    const line = this.#lines.at(number);
    line.parked = "firstChoice";
    line.mark = until;
    line.ahead = ahead;
    this.#turns[center]!.push(until, number);
    if (ahead < Number.POSITIVE_INFINITY) this.#turnsAhead[center]!.push(ahead, number);
  }

  /** Whether somebody elsewhere waits for a turn at a work centre. */
  hasTurns(center: number): boolean {
    return this.#turns[center]!.size > 0;
  }

  /**
   * A work centre is free only later.
   *
   * @param count - after so many open minutes
   * @param ahead - how many of them are still to come
   * @returns where somebody is looked at again
   */
  wakeForTurn(center: number, count: number, ahead: number): readonly number[] {
    const [turns, turnsAhead] = [this.#turns[center]!, this.#turnsAhead[center]!];
    const woken: number[] = [];
    for (; turns.time < count; turns.pop()) {
      const line = this.#lines.at(turns.first);
      if (line.parked === "firstChoice" && line.mark === turns.time) woken.push(this.#wake(line));
    }
    for (; turnsAhead.time < ahead; turnsAhead.pop()) {
      const line = this.#lines.at(turnsAhead.first);
      const isHere = line.parked === "firstChoice" && line.ahead === turnsAhead.time;
      if (isHere) woken.push(this.#wake(line));
    }
    return woken;
  }

  /** A slot's task is begun there. @returns the work centres at which somebody may be looked at again */
  begun(slot: number): readonly number[] {
    const woken: number[] = [];
    const task = this.#slots.taskOf(slot);
    for (let other = this.#slots.firstOf(task); other < this.#slots.endOf(task); other++) {
      this.#leave(other, woken);
    }
    return woken;
  }

  /** A slot waits no longer. @returns as {@link begun} */
  drop(slot: number): readonly number[] {
    const woken: number[] = [];
    this.#leave(slot, woken);
    const task = this.#slots.taskOf(slot);
    // Nobody waits for a turn that never comes.
    if (slot === this.#slots.firstOf(task)) {
      for (let other = slot + 1; other < this.#slots.endOf(task); other++) {
        const line = this.#lines.of(other);
        const isFirst = this.#lines.firstOf(line) === this.#rankOf[task];
        if (line.parked === "firstChoice" && isFirst) woken.push(this.#wake(line));
      }
    }
    return woken;
  }

  /** Takes a slot out of its line, whose next is the first then. */
  #leave(slot: number, woken: number[]): void {
    const wasWaiting = this.#slots.isWaiting(slot);
    this.#slots.leave(slot);
    const line = this.#lines.of(slot);
    if (!wasWaiting || line.ranks.first !== this.#rankOf[this.#slots.taskOf(slot)]) return;
    if (line.parked !== "tools") woken.push(this.#wake(line));
  }

  #wake(line: Line): number {
    line.parked = "no";
    const first = this.#lines.firstOf(line);
    if (first >= 0) this.#firsts[line.center]!.push(first, this.#lines.slotAt(line, first));
    return line.center;
  }
}
