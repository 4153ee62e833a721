import { addRatios, floorDivide, type Ratio, ratioOf } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { ExpiringStock } from "./expiring-stock.js";
import type { Need } from "./need.js";
import { needsOf } from "./needs.js";
import type { GivenStock, PhantomNeed } from "./planned-orders.js";
import { MOST_PHANTOM_NEEDS } from "./too-many-needs.js";

/**
 * B3: gives the stock of a phantom to the needs in the order of T2, in whole counts, and keeps what
 * is left of each for the components.
 *
 * @throws PlanningInputError when those that the plan keeps come to too many
 */
export function netPhantom(model: Model, arena: Arena, point: number): void {
  const stock = new PhantomStock(model, arena, point);
  const kept: PhantomNeed[] = [];
  const given: GivenStock[] = [];
  const most = MOST_PHANTOM_NEEDS - arena.phantomNeedCount;
  for (const [place, need] of needsOf(model, arena, point, most).entries()) {
    const exact = need.exact ?? { num: BigInt(need.quantity), den: 1n };
    const isWithin = need.day < model.days;
    const taken = isWithin ? stock.take(need.day, Number(floorDivide(exact.num, exact.den))) : 0;
    if (taken > 0) given.push({ day: need.day, quantity: taken, place });
    const left = addRatios(exact, ratioOf(BigInt(-taken), 1n));
    if (left.num > 0n) kept.push(phantomNeed(need, left, place));
  }
  stock.advance(model.days - 1);
  arena.keepPhantomNeeds(point, kept);
  arena.phantomStock.set(point, given);
  const beyond = model.beyond.get(point);
  if (beyond !== undefined) {
    arena.say({ code: "beyondHorizon", point, day: model.days, ...beyond });
  }
}

/** Stock and open supply of a phantom from day to day, what expires first. */
class PhantomStock {
  readonly #arena: Arena;
  readonly #point: number;
  readonly #expiring: ExpiringStock;
  /** What arrives and never expires, by day. */
  readonly #arrivals = new Map<number, number>();
  /** The days within the horizon on which something arrives or expires. */
  readonly #days: readonly number[];
  #next = 0;
  #level = 0;

  constructor(model: Model, arena: Arena, point: number) {
    this.#arena = arena;
    this.#point = point;
    const given = model.conventions.phantomStock === "net";
    const lots = given ? model.detail(point).lots : [];
    this.#expiring = new ExpiringStock(lots);
    if (given) {
      const { rows, day, quantity } = model.changes;
      this.#level = model.onHand.at(point);
      for (let c = rows.first(point); c < rows.end(point); c++) {
        if (quantity[c]! <= 0) continue;
        this.#arrivals.set(day[c]!, (this.#arrivals.get(day[c]!) ?? 0) + quantity[c]!);
      }
    }
    const days = [...this.#arrivals.keys(), ...lots.flatMap((lot) => [lot.day, lot.expires])];
    this.#days = [...new Set(days)].filter((day) => day < model.days).sort((a, b) => a - b);
  }

  /** Lets arrive and expire what does so up to a day. */
  advance(to: number): void {
    for (; this.#next < this.#days.length && this.#days[this.#next]! <= to; this.#next++) {
      const day = this.#days[this.#next]!;
      const owed = Math.max(0, -this.#level);
      const { arrived, gone } = this.#expiring.begin(day);
      this.#expiring.use(owed);
      this.#level += arrived - gone + (this.#arrivals.get(day) ?? 0);
      if (gone === 0) continue;
      const event = { code: "expired", point: this.#point, day: Math.max(0, day) } as const;
      this.#arena.say({ ...event, quantity: gone });
    }
  }

  /** Takes up to a quantity for a need on a day; returns what is taken. */
  take(day: number, wanted: number): number {
    this.advance(day);
    const taken = Math.max(0, Math.min(this.#level, wanted));
    this.#level -= taken;
    this.#expiring.use(taken);
    return taken;
  }
}

function phantomNeed(need: Need, left: Ratio, place: number): PhantomNeed {
  const { start, due, offset } = need;
  // A demand on the phantom is an order of its own; its place among the needs tells it apart.
  const origin = need.rank === 3 ? need.origin : { ...need.origin, row: place };
  return { left, start, due, offset, origin };
}
