import { firstWorkingDay } from "../../core/index.js";
import { overflow } from "../compile/changes.js";
import type { Model, OpenSupply, PointDetail, PointSource } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import { type Arena, DRAWN_FOR } from "./arena.js";
import { goodOf, lotsToCover } from "./lots.js";
import { nextTouched } from "./next-touched.js";
import {
  chooseSource,
  refuseTooMany,
  startOfOrder,
  takesQuantity,
  writeLots,
} from "./place-order.js";

/**
 * Whether {@link netCommon} nets a stocking point as the general loop does: nothing of it expires, is
 * resized, discontinued, shared or watched, and needs of a day are one.
 */
export function isCommon(model: Model, arena: Arena, point: number, detail: PointDetail): boolean {
  const { conventions } = model;
  const { drawable, lot, lots, parameters } = detail;
  return (
    arena.observe === undefined &&
    conventions.grouping === "day" &&
    !conventions.resize &&
    parameters.method !== "unplanned" &&
    (lot.rule === "lotForLot" ||
      lot.rule === "periodOrderQuantity" ||
      (conventions.trigger === "below" &&
        (lot.rule === "orderUpTo" || (lot.rule === "fixedOrderQuantity" && !lot.each)))) &&
    lots.length === 0 &&
    model.capacities.size === 0 &&
    !model.ended.has(point) &&
    !model.driving.has(point) &&
    !model.asksInTurn.has(point) &&
    !model.points.loops.has(point) &&
    drawable.every(({ expires, scheduled }) => expires === NEVER && !scheduled)
  );
}

/**
 * Nets a stocking point as {@link netGeneral} does where {@link isCommon} holds: steps of the floor, a
 * fence, supplies that are drawn and moved, several sources, maximum orders and yield.
 *
 * Needs stand in `arena.delta` (negative), standing supply in `arena.supply`, their days in
 * `arena.touched`; all are left clean.
 */
export function netCommon(model: Model, arena: Arena, point: number, detail: PointDetail): void {
  arena.reserve(model.days);
  touchTurns(model, arena, point, detail);
  try {
    new CommonRun(model, arena, point, detail).net();
  } catch (error) {
    arena.wipe();
    throw error;
  }
}

/** Marks the days on which something happens besides needs and standing supply. */
function touchTurns(
  { days, sources, startDay }: Model,
  arena: Arena,
  point: number,
  { calendar, drawable, fenceEnd, floor, parameters }: PointDetail,
): void {
  arena.touch(0);
  if (fenceEnd > 0) arena.touch(Math.min(fenceEnd, days) - 1);
  if (fenceEnd < days) arena.touch(fenceEnd);
  for (const { day } of floor) if (day < days) arena.touch(Math.max(0, day));
  for (const { validFrom } of sources.at(point)) {
    if (validFrom <= 0 || validFrom >= days) continue;
    const day = firstWorkingDay(calendar, validFrom + startDay) - startDay;
    if (day < days) arena.touch(day);
  }
  const { expediteWithin } = parameters;
  if (expediteWithin === NEVER) return;
  for (const { due } of drawable) {
    const day = due - expediteWithin;
    if (day < days) arena.touch(Math.max(0, day));
  }
}

/** How far the netting of a stocking point has come. */
class CommonRun {
  #stock: number;
  /** Drawn, but not landed yet. */
  #onItsWay = 0;
  #floor = 0;
  /** The first step of the floor that has not come. */
  #nextStep = 0;
  readonly #model: Model;
  readonly #arena: Arena;
  readonly #point: number;
  readonly #detail: PointDetail;
  readonly #waiting: readonly OpenSupply[];
  readonly #receipt: Int32Array;
  readonly #sources: readonly PointSource[];
  /** Whether an order is one piece that starts as much as it brings. */
  readonly #isWhole: boolean;
  /** Columns of orders, and the next row of them. */
  #due: Int32Array;
  #quantity: Float64Array;
  #row: number;
  readonly #hasOthers: boolean;
  readonly #startsByDay: boolean;
  #largest = 0;
  /** The first supply that is not drawn. */
  #next = 0;
  #saidNoSource = false;

  constructor(model: Model, arena: Arena, point: number, detail: PointDetail) {
    this.#model = model;
    this.#arena = arena;
    this.#point = point;
    this.#detail = detail;
    this.#waiting = detail.drawable;
    this.#receipt = model.tables.tables[model.receipt[point]!]!;
    this.#sources = model.sources.at(point);
    this.#isWhole = model.yields[point] === undefined;
    this.#stock = model.onHand.at(point);
    this.#due = arena.due;
    this.#quantity = arena.quantity;
    this.#row = arena.count;
    this.#hasOthers =
      arena.startQuantity !== arena.quantity ||
      arena.repeat !== undefined ||
      arena.source !== undefined;
    this.#startsByDay = model.startTable[point] !== NONE;
  }

  /** Goes from one touched day to the next; days may be touched meanwhile, all of them later. */
  net(): void {
    const { delta, landing, supply, touched } = this.#arena;
    const { days } = this.#model;
    const { fenceEnd, floor } = this.#detail;
    const lastDayOfFence = Math.min(fenceEnd, days) - 1;
    let nextStepDay = floor.length === 0 ? days : floor[0]!.day;
    let stock = this.#stock;
    for (let word = 0; word < touched.length; word++) {
      let bits = touched[word]!;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        const day = (word << 5) + bit;
        if (day >= nextStepDay) nextStepDay = this.#step(day);
        const needed = -delta[day]!;
        const landed = landing[day]!;
        if (landed !== 0) {
          this.#onItsWay -= landed;
          landing[day] = 0;
        }
        stock += supply[day]! + landed - needed;
        delta[day] = 0;
        supply[day] = 0;
        if (!(needed <= Number.MAX_SAFE_INTEGER && Math.abs(stock) <= Number.MAX_SAFE_INTEGER)) {
          throw overflow(this.#model.problem, this.#model.points.item[this.#point]!);
        }
        if (stock < this.#floor && (day >= fenceEnd || day === lastDayOfFence)) {
          this.#stock = stock;
          if (day >= fenceEnd) this.#cover(day);
          else this.#endFence(day);
          stock = this.#stock;
        }
        bits = touched[word]! & (-2 << bit);
      }
      touched[word] = 0;
    }
    this.#tell();
  }

  /** Lets the floor step; returns the day of its next step. */
  #step(day: number): number {
    const { floor } = this.#detail;
    while (this.#nextStep < floor.length && floor[this.#nextStep]!.day <= day) {
      this.#floor = floor[this.#nextStep++]!.level;
    }
    return floor[this.#nextStep]?.day ?? this.#model.days;
  }

  /** N8: inside the fence only the stock at its end draws; what is missing is said. */
  #endFence(day: number): void {
    while (this.#stock + this.#onItsWay < this.#floor) if (!this.#draw(day, true)) break;
    const quantity = this.#floor - this.#stock;
    if (quantity <= 0) return;
    const { fenceEnd } = this.#detail;
    this.#arena.say({ code: "fenceShortage", point: this.#point, day: fenceEnd, quantity });
  }

  /** Draws waiting supplies for a shortage, then orders what is still missing (N4, N6). */
  #cover(day: number): void {
    while (this.#stock + this.#onItsWay < this.#floor) if (!this.#draw(day, false)) break;
    if (this.#stock < this.#floor) this.#order(day);
  }

  /** N4: draws the next waiting supply for a day; whether there was one. */
  #draw(day: number, insideFence: boolean): boolean {
    const supply = this.#waiting[this.#next];
    const { fenceEnd, parameters } = this.#detail;
    if (supply === undefined || supply.due - day > parameters.expediteWithin) return false;
    if (insideFence && supply.due >= fenceEnd) return false;
    this.#next++;
    const arena = this.#arena;
    const { quantity, row } = supply;
    const lands = this.#landingOf(supply, day, insideFence);
    const reason = this.#stock + this.#onItsWay < 0 ? DRAWN_FOR.demand : DRAWN_FOR.safetyStock;
    arena.wanted.set(row, day);
    arena.reason.set(row, reason);
    arena.supplyDay.set(row, lands);
    if (lands <= day) {
      this.#stock += quantity;
      return true;
    }
    this.#onItsWay += quantity;
    if (lands >= this.#model.days) return true;
    arena.landing[lands]! += quantity;
    arena.touch(lands);
    return true;
  }

  /** N4, N5: where a supply stands that is drawn for a day. */
  #landingOf({ due }: OpenSupply, day: number, insideFence: boolean): number {
    if (due <= day) return Math.max(0, due);
    if (insideFence) return due;
    const { earliestArrival, fenceEnd } = this.#detail;
    const isAchievable = this.#model.conventions.rescheduling === "achievable";
    const earliest = Math.max(fenceEnd, isAchievable ? earliestArrival : 0);
    return Math.min(due, Math.max(this.#receipt[day]!, earliest));
  }

  /** Sizes and places the order for what is missing to the floor (N6, chapter L). */
  #order(day: number): void {
    const size = this.#lot(day);
    if (size <= 0) return;
    const due = this.#receipt[day]!;
    if (this.#isWhole) {
      for (let s = 0; s < this.#sources.length; s++) {
        const source = this.#sources[s]!;
        const { minimum, multiple, maximum } = source.modifiers;
        if (size > maximum) break;
        let start = Math.max(size, minimum);
        if (multiple > 0) start = Math.ceil(start / multiple) * multiple;
        if (!takesQuantity(source, start) || due < source.validFrom || due >= source.validTo) {
          continue;
        }
        this.#write(s, source, due, start);
        return;
      }
    }
    this.#place(day, due, size);
  }

  /** What cannot be written as one whole order. */
  #place(day: number, due: number, size: number): void {
    const [model, arena, point] = [this.#model, this.#arena, this.#point];
    this.#tell();
    const choice = chooseSource(model, point, size, () => due);
    if (choice !== undefined) {
      const source = this.#sources[choice.source]!;
      writeLots(model, arena, point, choice, 1, (startQuantity) => ({
        due,
        start: startOfOrder(model, point, source, due, startQuantity),
      }));
      this.#begin();
      this.#stock += goodOf(choice.pieces);
      return;
    }
    if (!this.#saidNoSource) {
      this.#saidNoSource = true;
      arena.say({ code: "noSource", point, day, quantity: this.#floor - this.#stock });
    }
    // The window moves on with the days, so what no source takes today one may take tomorrow.
    if ("window" in this.#detail.lot && day + 1 < model.days) arena.touch(day + 1);
  }

  #write(s: number, source: PointSource, due: number, quantity: number): void {
    if (!(quantity <= Number.MAX_SAFE_INTEGER)) {
      throw overflow(this.#model.problem, this.#model.points.item[this.#point]!);
    }
    const row = this.#row++;
    this.#due[row] = due;
    this.#quantity[row] = quantity;
    if (this.#hasOthers) this.#writeOthers(row, s, source, due, quantity);
    if (quantity > this.#largest) this.#largest = quantity;
    this.#stock += quantity;
  }

  /** The columns that only some problems have. */
  #writeOthers(row: number, s: number, given: PointSource, due: number, quantity: number): void {
    const { repeat, source, start, startQuantity } = this.#arena;
    if (startQuantity !== this.#quantity) startQuantity[row] = quantity;
    if (repeat !== undefined) repeat[row] = 1;
    if (source !== undefined) source[row] = s;
    if (start === undefined) return;
    start[row] = this.#startsByDay
      ? 0
      : startOfOrder(this.#model, this.#point, given, due, quantity);
  }

  /** Tells the arena of the orders that are written. */
  #tell(): void {
    const arena = this.#arena;
    arena.orders += this.#row - arena.count;
    arena.count = this.#row;
    if (this.#largest > arena.largest.at(this.#point))
      arena.largest.set(this.#point, this.#largest);
    refuseTooMany(this.#model, arena, this.#point);
  }

  /** Lets others write orders, and goes on behind them. */
  #begin(): void {
    const arena = this.#arena;
    arena.reserve(this.#model.days);
    this.#due = arena.due;
    this.#quantity = arena.quantity;
    this.#row = arena.count;
  }

  /** What the lot rule orders for what is missing. */
  #lot(day: number): number {
    const { lot } = this.#detail;
    const net = this.#floor - this.#stock;
    switch (lot.rule) {
      case "periodOrderQuantity":
        return this.#deepest(day, net);
      case "orderUpTo":
        return lot.orderUpTo - this.#stock;
      case "fixedOrderQuantity":
        return lotsToCover(net, lot.quantity, false) * lot.quantity;
      default:
        return net;
    }
  }

  /** L3, K8: the deepest shortfall in the window that begins on a day, see {@link forEachShortfall}. */
  #deepest(from: number, net: number): number {
    const { days, tables, window } = this.#model;
    const { delta, landing, supply, touched } = this.#arena;
    const { floor: steps } = this.#detail;
    const end = Math.min(days, tables.tables[window[this.#point]!]![from]!);
    let [floor, nextStep] = [this.#floor, this.#nextStep];
    let level = floor;
    let found = net;
    const drawable = this.#drawableBy(from);
    // What is missing on the day itself is put to the stock at once.
    const first = floor - level - drawable;
    if (first > 0) {
      level += first;
      found += first;
    }
    for (let day = nextTouched(touched, from + 1); day < end; day = nextTouched(touched, day + 1)) {
      while (nextStep < steps.length && steps[nextStep]!.day <= day)
        floor = steps[nextStep++]!.level;
      level += supply[day]! + landing[day]! + delta[day]!;
      const missing = floor - level - this.#drawableBy(day);
      if (missing <= 0) continue;
      level += missing;
      found += missing;
    }
    return found;
  }

  /** K8: waiting supply that could still be drawn by a day and would have landed by then. */
  #drawableBy(day: number): number {
    if (this.#next === this.#waiting.length) return 0;
    const { earliestArrival, parameters } = this.#detail;
    const isAchievable = this.#model.conventions.rescheduling === "achievable";
    const reach = isAchievable && day < earliestArrival ? 0 : parameters.expediteWithin;
    let sum = 0;
    for (let k = this.#next; k < this.#waiting.length; k++) {
      const { due, quantity } = this.#waiting[k]!;
      if (due - day > reach) break;
      sum += quantity;
    }
    return sum;
  }
}
