import { firstWorkingDay } from "../../core/index.js";
import { overflow } from "../compile/changes.js";
import type { Model, OpenSupply, PointDetail } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import { type Arena, DRAWN_FOR } from "./arena.js";
import { ExpiringLots } from "./expiring-lots.js";
import { lotsToCover } from "./lots.js";
import type { Need } from "./needs.js";
import { type Choice, chooseSource, startOfOrder, writeLots } from "./place-order.js";

/** What a pass over a stocking point is for. */
export interface Pass {
  /** Whether shortages lead to orders; else only supplies are drawn (K17, N9). */
  readonly orders: boolean;
  /** Supplies that wait to be drawn, in the order of N4. */
  readonly waiting: readonly OpenSupply[];
  /** Whether a drawn supply that is late is moved in; else it stands at its own day. */
  readonly moves: boolean;
  /** Stock and standing supply that expires. */
  readonly lots: PointDetail["lots"];
  /** Single needs in the order of T2, each a net requirement of its own (N13). */
  readonly needs: readonly Need[] | undefined;
  /** Whether fence shortages and expired stock are reported. */
  readonly reports: boolean;
}

/**
 * Nets a stocking point day by day with everything that may be true of it: steps of the floor,
 * supplies that are drawn and moved, a fence, expiry, several sources, single needs (chapter N).
 *
 * Needs stand in `arena.delta` (negative), standing supply in `arena.supply`, their days in
 * `arena.touched`; all are left clean.
 */
export function netGeneral(model: Model, arena: Arena, point: number, pass: Pass): void {
  const netting = new Netting(model, arena, point, pass);
  try {
    netting.run();
  } finally {
    arena.delta.fill(0);
    arena.supply.fill(0);
    arena.landing.fill(0);
    arena.touched.fill(0);
  }
}

class Netting {
  readonly #model: Model;
  readonly #arena: Arena;
  readonly #point: number;
  readonly #pass: Pass;
  readonly #detail: PointDetail;
  readonly #receipt: Int32Array;
  #lots: ExpiringLots;
  /** The lots of the day at work before any of its needs took from them, and what those took. */
  #lotsOfMorning: ExpiringLots;
  #takenToday = 0;
  #landing: { readonly day: number; readonly quantity: number; readonly expires: number }[] = [];
  readonly #hasLots: boolean;
  readonly #ordersAtFloor: boolean;
  /** The last day of the fence within the horizon; −1 without a fence. */
  readonly #lastDayOfFence: number;
  /** P: projected stock of what stands and is drawn. */
  #projected: number;
  /** Drawn, but not landed yet. */
  #onItsWay = 0;
  #floor = 0;
  #nextStep = 0;
  #nextWaiting = 0;
  #nextNeed = 0;
  #saidNoSource = false;

  constructor(model: Model, arena: Arena, point: number, pass: Pass) {
    this.#model = model;
    this.#arena = arena;
    this.#point = point;
    this.#pass = pass;
    this.#detail = model.detail(point);
    this.#receipt = model.tables.tables[model.receipt[point]!]!;
    this.#lots = new ExpiringLots(pass.lots);
    this.#lotsOfMorning = this.#lots;
    this.#hasLots = pass.lots.length > 0 || pass.waiting.some((supply) => supply.expires !== NEVER);
    this.#projected = model.onHand[point]!;
    this.#lastDayOfFence = Math.min(this.#detail.fenceEnd, model.days) - 1;
    const { rule } = this.#detail.lot;
    this.#ordersAtFloor =
      model.conventions.trigger === "atOrBelow" &&
      model.points.segment[point] === NONE &&
      (rule === "fixedOrderQuantity" || rule === "orderUpTo");
  }

  run(): void {
    const { days } = this.#model;
    this.#touchDays();
    for (let day = nextTouched(this.#arena.touched, 0); day < days; ) {
      this.#day(day);
      day = nextTouched(this.#arena.touched, day + 1);
    }
  }

  /** Marks the days on which something happens besides needs and standing supply. */
  #touchDays(): void {
    const { days } = this.#model;
    const touch = (day: number): void => {
      if (day < days) this.#arena.touch(Math.max(0, day));
    };
    touch(0);
    if (this.#lastDayOfFence >= 0) touch(this.#lastDayOfFence);
    touch(this.#detail.fenceEnd);
    for (const source of this.#model.sources[this.#point]!) {
      // A shortage that no source could take is taken up by one that becomes valid.
      if (source.validFrom > 0 && source.validFrom < days)
        touch(this.#firstWorkingDay(source.validFrom));
    }
    const { expediteWithin } = this.#detail.parameters;
    if (expediteWithin !== NEVER) {
      for (const supply of this.#pass.waiting) touch(supply.due - expediteWithin);
    }
    for (const step of this.#detail.floor) touch(step.day);
    for (const lot of this.#pass.lots) {
      touch(lot.day);
      touch(lot.expires);
    }
    for (const supply of this.#pass.waiting) if (supply.expires !== NEVER) touch(supply.expires);
  }

  #firstWorkingDay(day: number): number {
    const { startDay } = this.#model;
    return firstWorkingDay(this.#detail.calendar, day + startDay) - startDay;
  }

  #day(day: number): void {
    const { delta, supply, landing } = this.#arena;
    const { floor } = this.#detail;
    while (this.#nextStep < floor.length && floor[this.#nextStep]!.day <= day) {
      this.#floor = floor[this.#nextStep++]!.level;
    }
    if (this.#hasLots) {
      this.#expire(day);
      this.#landLots(day);
      this.#projected += this.#lots.arrive(day, -this.#projected);
      this.#expire(day);
    }
    if (this.#hasLots) {
      this.#lotsOfMorning = this.#lots.copy();
      this.#takenToday = 0;
    }
    this.#projected += supply[day]! + landing[day]!;
    this.#onItsWay -= landing[day]!;
    if (this.#pass.needs === undefined || day < this.#detail.fenceEnd) {
      this.#take(-delta[day]!);
      if (day < this.#detail.fenceEnd) this.#endOfFence(day);
      else this.#cover(day, 0);
      return;
    }
    this.#skipNeedsBefore(day);
    this.#cover(day, -delta[day]!);
    let rest = -delta[day]!;
    const { needs } = this.#pass;
    for (; this.#nextNeed < needs.length && needs[this.#nextNeed]!.day === day; this.#nextNeed++) {
      const { quantity } = needs[this.#nextNeed]!;
      rest -= quantity;
      this.#take(quantity);
      this.#cover(day, rest);
    }
  }

  #take(quantity: number): void {
    this.#projected -= quantity;
    if (this.#hasLots) {
      this.#lots.use(quantity);
      this.#takenToday += quantity;
    }
    if (!(Math.abs(this.#projected) <= Number.MAX_SAFE_INTEGER)) {
      throw overflow(this.#model.problem, this.#model.points.item[this.#point]!);
    }
  }

  /** Lots of drawn supply that land today; their quantity stands in `landing`. */
  #landLots(day: number): void {
    let owed = -this.#projected;
    this.#landing = this.#landing.filter((lot) => {
      if (lot.day !== day) return true;
      owed -= this.#lots.add(lot.quantity, lot.expires, owed);
      return false;
    });
  }

  #expire(day: number): void {
    const gone = this.#lots.expire(day);
    if (gone === 0) return;
    this.#projected -= gone;
    if (this.#pass.reports) {
      this.#arena.events.push({ code: "expired", point: this.#point, day, quantity: gone });
    }
  }

  #skipNeedsBefore(day: number): void {
    const needs = this.#pass.needs!;
    while (this.#nextNeed < needs.length && needs[this.#nextNeed]!.day < day) this.#nextNeed++;
  }

  /** N8: inside the fence only the projected stock at its end draws; what is missing is said. */
  #endOfFence(day: number): void {
    if (day !== this.#lastDayOfFence) return;
    while (this.#isShort(this.#projected + this.#onItsWay)) {
      if (!this.#drawNext(day, true)) break;
    }
    const quantity = this.#floor - this.#projected;
    if (quantity <= 0 || !this.#pass.reports) return;
    const { fenceEnd } = this.#detail;
    this.#arena.events.push({ code: "fenceShortage", point: this.#point, day: fenceEnd, quantity });
  }

  #isShort(stock: number): boolean {
    return stock < this.#floor || (this.#ordersAtFloor && stock <= this.#floor);
  }

  /** Draws waiting supplies for a shortage, then orders what is still missing. */
  #cover(day: number, needsLeft: number): void {
    while (this.#isShort(this.#projected + this.#onItsWay)) {
      if (!this.#drawNext(day, false)) break;
    }
    if (this.#pass.orders && this.#isShort(this.#projected)) this.#order(day, needsLeft);
  }

  #drawNext(day: number, insideFence: boolean): boolean {
    const { waiting } = this.#pass;
    for (; this.#nextWaiting < waiting.length; this.#nextWaiting++) {
      const supply = waiting[this.#nextWaiting]!;
      if (supply.due - day > this.#detail.parameters.expediteWithin) return false;
      if (insideFence && supply.due >= this.#detail.fenceEnd) return false;
      const lands = this.#landingOf(supply, day, insideFence);
      if (supply.expires <= Math.max(day, lands)) continue;
      this.#nextWaiting++;
      this.#draw(supply, day, lands);
      return true;
    }
    return false;
  }

  /** N4, N5: where a supply stands that is drawn for a day. */
  #landingOf(supply: OpenSupply, day: number, insideFence: boolean): number {
    if (supply.due <= day) return Math.max(0, supply.due);
    if (insideFence || !this.#pass.moves) return supply.due;
    const achievable = this.#model.conventions.rescheduling === "achievable";
    const earliest = achievable ? this.#detail.earliestArrival : 0;
    return Math.min(supply.due, Math.max(this.#receipt[day]!, this.#detail.fenceEnd, earliest));
  }

  #draw(supply: OpenSupply, day: number, lands: number): void {
    const { arena, days } = { arena: this.#arena, days: this.#model.days };
    arena.wanted[supply.row] = day;
    arena.reason[supply.row] =
      this.#projected + this.#onItsWay < 0 ? DRAWN_FOR.demand : DRAWN_FOR.safetyStock;
    if (this.#pass.moves) arena.supplyDay[supply.row] = lands;
    if (lands > day) {
      this.#onItsWay += supply.quantity;
      if (lands >= days) return;
      if (supply.expires !== NEVER) {
        this.#landing.push({ day: lands, quantity: supply.quantity, expires: supply.expires });
      }
      arena.landing[lands]! += supply.quantity;
      arena.touch(lands);
      return;
    }
    if (supply.expires !== NEVER) this.#addToMorning(supply);
    this.#projected += supply.quantity;
  }

  /** Supply comes before the needs of its day (T2), so these take of what expires first anew. */
  #addToMorning(supply: OpenSupply): void {
    const owed = -(this.#projected + this.#takenToday);
    this.#lotsOfMorning.add(supply.quantity, supply.expires, owed);
    this.#lots = this.#lotsOfMorning.copy();
    this.#lots.use(this.#takenToday);
  }

  #order(day: number, needsLeft: number): void {
    const { lot } = this.#detail;
    const net = this.#floor - this.#projected;
    switch (lot.rule) {
      case "lotForLot":
        this.#place(day, net);
        break;
      case "fixedOrderQuantity":
        if (lot.each) this.#placeLots(day, net, lot.quantity);
        else this.#place(day, lotsToCover(net, lot.quantity, this.#ordersAtFloor) * lot.quantity);
        break;
      case "periodOrderQuantity":
        this.#place(day, this.#deepest(day, needsLeft));
        break;
      case "orderUpTo":
        this.#place(day, lot.orderUpTo - this.#projected);
        break;
    }
  }

  #place(day: number, quantity: number): void {
    if (quantity <= 0) return;
    const choice = this.#choose(day, quantity);
    if (choice !== undefined) this.#write(day, choice, 1);
  }

  /** L2 `each`: one lot at a time, modifiers on each, until the good sum covers the need (K9). */
  #placeLots(day: number, net: number, lot: number): void {
    const choice = this.#choose(day, lot);
    if (choice === undefined) return;
    this.#write(day, choice, lotsToCover(net, goodOf(choice), this.#ordersAtFloor));
  }

  #choose(day: number, quantity: number): Choice | undefined {
    const due = this.#receipt[day]!;
    const choice = chooseSource(this.#model, this.#point, quantity, () => due);
    if (choice === undefined) this.#sayNoSource(day);
    return choice;
  }

  #write(day: number, choice: Choice, lots: number): void {
    const [model, point, due] = [this.#model, this.#point, this.#receipt[day]!];
    const source = model.sources[point]![choice.source]!;
    writeLots(model, this.#arena, point, choice, lots, (startQuantity) => ({
      due,
      start: startOfOrder(model, point, source, due, startQuantity),
    }));
    this.#projected += lots * goodOf(choice);
  }

  #sayNoSource(day: number): void {
    if (this.#saidNoSource) return;
    this.#saidNoSource = true;
    const quantity = this.#floor - this.#projected;
    this.#arena.events.push({ code: "noSource", point: this.#point, day, quantity });
  }

  /** L3, K8: the deepest shortfall in the window that begins on a day. */
  #deepest(from: number, needsLeft: number): number {
    const { delta, supply, landing, touched } = this.#arena;
    const window = this.#model.window[this.#point]!;
    const end = window === NONE ? from + 1 : this.#model.tables.tables[window]![from]!;
    const lots = this.#lots.copy();
    lots.use(needsLeft);
    let level = this.#projected - needsLeft;
    let deepest = this.#floor - level;
    let floor = this.#floor;
    let step = this.#nextStep;
    for (let day = nextTouched(touched, from + 1); day < end; day = nextTouched(touched, day + 1)) {
      const steps = this.#detail.floor;
      while (step < steps.length && steps[step]!.day <= day) floor = steps[step++]!.level;
      level -= lots.expire(day);
      level += lots.arrive(day, 0) + supply[day]! + landing[day]!;
      level -= lots.expire(day);
      lots.use(-delta[day]!);
      level += delta[day]!;
      deepest = Math.max(deepest, floor - level - this.#drawableBy(day));
    }
    return deepest;
  }

  /** Waiting supply that could still be drawn by a day and would have landed by then. */
  #drawableBy(day: number): number {
    const { expediteWithin } = this.#detail.parameters;
    const { rescheduling } = this.#model.conventions;
    const reach =
      rescheduling === "achievable" && day < this.#detail.earliestArrival ? 0 : expediteWithin;
    let sum = 0;
    for (let k = this.#nextWaiting; k < this.#pass.waiting.length; k++) {
      const supply = this.#pass.waiting[k]!;
      if (supply.due - day > reach) break;
      if (supply.expires > day) sum += supply.quantity;
    }
    return sum;
  }
}

function goodOf({ pieces }: Choice): number {
  return pieces.reduce((sum, piece) => sum + piece.times * piece.quantity, 0);
}

/** The next day that is touched, from a day on; beyond every day when there is none. */
function nextTouched(touched: Int32Array, from: number): number {
  let word = from >> 5;
  if (word >= touched.length) return NEVER;
  let bits = touched[word]! & (-1 << (from & 31));
  while (bits === 0) {
    if (++word >= touched.length) return NEVER;
    bits = touched[word]!;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}
