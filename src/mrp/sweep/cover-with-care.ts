import { type CoverTable, SPAN, SUPPLY, TURN } from "../compile/cover-table.js";
import { LOT_RULE, type Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { lotFor } from "./cover-days.js";
import { writePieces } from "./cover-in-pieces.js";
import { goodOf } from "./lots.js";
import { nextTouched } from "./next-touched.js";
import { finishRows } from "./order-columns.js";
import { chooseSource, startOfOrder, writeLots } from "./place-order.js";
import { DRAWN_FOR } from "./planned-orders.js";

/**
 * Covers days of a stocking point while supplies wait to be drawn (N4), and where the source of each
 * order is to be looked for (N10). Stock is counted from the floor.
 */
export class CoverWithCare {
  readonly #model: Model;
  readonly #arena: Arena;
  readonly #point: number;
  readonly #covers: CoverTable;
  /** The row of the point among the covers. */
  readonly #cover: number;
  readonly #receipt: Int32Array;
  /** The first supply that is not drawn, and where they end. */
  #next: number;
  readonly #end: number;
  /** Drawn, but not landed yet. */
  #onItsWay = 0;
  #saidNoSource = false;

  constructor(model: Model, arena: Arena, point: number, covers: CoverTable, cover: number) {
    this.#model = model;
    this.#arena = arena;
    this.#point = point;
    this.#covers = covers;
    this.#cover = cover;
    this.#receipt = model.tables.tables[model.receipt[point]!]!;
    this.#next = covers.firstSupply(cover);
    this.#end = covers.firstSupply(cover + 1);
  }

  /**
   * Covers days of a span, see {@link SPAN}.
   *
   * @returns the day from which on this is not needed any more; the end of the span when it is
   */
  cover(span: number, from: number): number {
    const { cover, delta, landing, touched } = this.#arena;
    const { spans } = this.#covers;
    const isByOrder = spans[span + SPAN.source] === NONE;
    if (!isByOrder && !this.#isWaiting) return from;
    cover.sizeBy(spans, span);
    const to = spans[span + SPAN.to]!;
    for (let day = nextTouched(touched, from); day < to; day = nextTouched(touched, day + 1)) {
      cover.stock += delta[day]!;
      delta[day] = 0;
      this.#onItsWay -= landing[day]!;
      landing[day] = 0;
      if (cover.stock < 0) {
        while (cover.stock + this.#onItsWay < 0) if (!this.#draw(day, this.#lastDue(day))) break;
        if (!isByOrder && !this.#isWaiting) return day;
        if (cover.stock < 0) this.#order(span, day);
      } else if (cover.stock > cover.highest) cover.highest = cover.stock;
      touched[day >> 5]! &= ~(1 << (day & 31));
    }
    return to;
  }

  /** N8, K5: at the end of a day in the fence, what is there by its own day is drawn. */
  drawInsideFence(day: number): void {
    const { cover } = this.#arena;
    while (cover.stock < 0) if (!this.#draw(day, day)) break;
  }

  /** Leaves nothing behind of what is drawn and has not landed. */
  finish(): void {
    const { landing, supplyDay } = this.#arena;
    const { supplies } = this.#covers;
    for (let k = this.#covers.firstSupply(this.#cover); k < this.#next; k += SUPPLY.width) {
      const lands = supplyDay.at(supplies[k + SUPPLY.row]!);
      if (lands < this.#model.days) landing[lands] = 0;
    }
  }

  get #isWaiting(): boolean {
    return this.#next < this.#end;
  }

  /**
   * N4: draws the next waiting supply for a day.
   *
   * @param lastDue - what is due later is too far off
   * @returns whether there was one
   */
  #draw(day: number, lastDue: number): boolean {
    if (!this.#isWaiting) return false;
    const arena = this.#arena;
    const { cover } = arena;
    const { supplies } = this.#covers;
    const due = supplies[this.#next + SUPPLY.due]!;
    if (due > lastDue) return false;
    const row = supplies[this.#next + SUPPLY.row]!;
    const quantity = supplies[this.#next + SUPPLY.quantity]!;
    this.#next += SUPPLY.width;
    const lands = this.#landingOf(due, day);
    const there = cover.stock + this.#onItsWay + this.#floorOn(day);
    arena.wanted.set(row, day);
    arena.reason.set(row, there < 0 ? DRAWN_FOR.demand : DRAWN_FOR.safetyStock);
    arena.supplyDay.set(row, lands);
    if (lands <= day) {
      cover.stock += quantity;
      return true;
    }
    this.#onItsWay += quantity;
    if (lands >= this.#model.days) return true;
    arena.delta[lands]! += quantity;
    arena.landing[lands]! += quantity;
    arena.touch(lands);
    return true;
  }

  #floorOn(day: number): number {
    const { turns } = this.#covers;
    const end = this.#covers.firstTurn(this.#cover + 1);
    let floor = 0;
    for (let turn = this.#covers.firstTurn(this.#cover); turn < end; turn += TURN.width) {
      if (turns[turn + TURN.day]! <= day) floor += turns[turn + TURN.step]!;
    }
    return floor;
  }

  /** N4, N5: where a supply stands that is drawn for a day. */
  #landingOf(due: number, day: number): number {
    if (due <= day) return Math.max(0, due);
    const fenceEnd = this.#covers.fenceEnd(this.#cover);
    const isAchievable = this.#model.conventions.rescheduling === "achievable";
    const arrival = isAchievable ? this.#covers.earliestArrival(this.#cover) : 0;
    return Math.min(due, Math.max(this.#receipt[day]!, fenceEnd, arrival));
  }

  /** N5: the last own day of a supply that may be drawn for a day. */
  #lastDue(day: number): number {
    return Math.max(day, this.#receipt[day]! + this.#covers.expediteWithin(this.#cover));
  }

  /** Sizes and places the order for what is missing (N6, chapter L). */
  #order(span: number, day: number): void {
    const arena = this.#arena;
    const { cover } = arena;
    const { spans } = this.#covers;
    const rule = spans[span + SPAN.rule]!;
    const source = spans[span + SPAN.source]!;
    const isByPeriod = rule === LOT_RULE.periodOrderQuantity;
    const lot = isByPeriod ? this.#deepest(day) : lotFor(rule, cover.lot, cover.stock);
    if (source === NONE) {
      this.#place(day, lot, isByPeriod);
      return;
    }
    const first = cover.row;
    const loss = this.#model.yields[this.#point];
    writePieces(arena, this.#receipt[day]!, lot, loss);
    finishRows(this.#model, arena, this.#point, source, spans[span + SPAN.starts]!, first);
  }

  /** Looks for a source that takes a lot. */
  #place(day: number, lot: number, isByPeriod: boolean): void {
    const [model, arena, point] = [this.#model, this.#arena, this.#point];
    const { cover } = arena;
    const due = this.#receipt[day]!;
    const choice = chooseSource(model, point, lot, () => due);
    if (choice !== undefined) {
      const source = model.sources.at(point)[choice.source]!;
      writeLots(model, arena, point, choice, 1, (startQuantity) => ({
        due,
        start: startOfOrder(model, point, source, due, startQuantity),
      }));
      arena.reserve(2 * model.days);
      cover.row = arena.count;
      const good = goodOf(choice.pieces);
      cover.stock += good;
      if (good > cover.mostAtOnce) cover.mostAtOnce = good;
      return;
    }
    if (!this.#saidNoSource) {
      this.#saidNoSource = true;
      arena.say({ code: "noSource", point, day, quantity: -cover.stock });
    }
    // The window moves on with the days, so what no source takes today one may take tomorrow.
    if (isByPeriod && day + 1 < model.days) arena.touch(day + 1);
  }

  /** L3, K8: the deepest shortfall in the window that begins on a day, see {@link forEachShortfall}. */
  #deepest(from: number): number {
    const { tables, window } = this.#model;
    const { cover, delta, touched } = this.#arena;
    const end = tables.tables[window[this.#point]!]![from]!;
    let found = -cover.stock;
    let level = 0;
    for (let day = nextTouched(touched, from + 1); day < end; day = nextTouched(touched, day + 1)) {
      level += delta[day]!;
      const missing = -level - this.#drawableBy(day);
      if (missing <= 0) continue;
      level += missing;
      found += missing;
    }
    return found;
  }

  /** K8: waiting supply that could still be drawn by a day and would have landed by then. */
  #drawableBy(day: number): number {
    if (!this.#isWaiting) return 0;
    const { supplies } = this.#covers;
    const isAchievable = this.#model.conventions.rescheduling === "achievable";
    const isTooEarly = isAchievable && day < this.#covers.earliestArrival(this.#cover);
    const lastDue = isTooEarly ? day : this.#lastDue(day);
    let sum = 0;
    for (let k = this.#next; k < this.#end; k += SUPPLY.width) {
      if (supplies[k + SUPPLY.due]! > lastDue) break;
      sum += supplies[k + SUPPLY.quantity]!;
    }
    return sum;
  }
}
