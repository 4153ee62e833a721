import type { FirmOrder, Model } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import type { FeasibleBook } from "./feasible-book.js";
import { realDayOf, waitFor } from "./feasible-waits.js";
import { pointsBelow } from "./peg-below.js";
import { NEED_KIND, type PointPegs, SUPPLY_KIND } from "./peg-columns.js";
import { leadOfSupply } from "./peg-leads.js";
import { forEachSinglePeg } from "./peg-pieces.js";
import { pegsOf } from "./peg-point.js";

/**
 * Whether orders may wait for something that is planned before them: what comes with the orders of a
 * lead item, or what a site ships that was planned before.
 */
export function isTangled(model: Model): boolean {
  return model.coProducts.size > 0 || model.asksOthers;
}

/** An order, planned or firm. */
interface OrderKey {
  readonly point: number;
  readonly row: number;
  readonly repeat: number;
  readonly firm: FirmOrder | undefined;
}

/** A need of an order, and what is pegged to it. */
interface PeggedNeed {
  readonly pegs: PointPegs;
  readonly need: number;
  readonly repeat: number;
  readonly parts: { readonly supply: number; readonly repeat: number }[];
}

/** An order at work: its needs, and how many of the orders that they wait for were looked at. */
interface Frame {
  readonly order: OrderKey;
  readonly needs: readonly PeggedNeed[];
  readonly waitsFor: readonly OrderKey[];
  next: number;
}

/**
 * Finds the dates of orders one by one, each after those that its needs wait for. An order that waits
 * for itself, through a co-product or a lane that ships from stock, is never there (K47).
 */
export class Tangle {
  readonly #state: PlanState;
  readonly #book: FeasibleBook;
  /** By order: false while it is at work, true when it has its dates. */
  readonly #isDone = new Map<string, boolean>();
  /** By stocking point: the needs of each order. */
  readonly #needs = new Map<number, ReadonlyMap<string, PeggedNeed[]>>();
  readonly #below = new Map<number, ReadonlySet<number>>();

  constructor(state: PlanState, book: FeasibleBook) {
    this.#state = state;
    this.#book = book;
    const { model, orders } = state;
    for (let point = model.points.count - 1; point >= 0; point--) {
      for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
        for (let repeat = 0; repeat < (orders.repeat?.[row] ?? 1); repeat++) {
          this.#resolve({ point, row, repeat, firm: undefined });
        }
      }
      for (const firm of model.firm.get(point) ?? []) {
        this.#resolve({ point, row: firm.row, repeat: 0, firm });
      }
    }
  }

  #resolve(order: OrderKey): void {
    if (this.#isDone.has(keyOf(order))) return;
    const frames = [this.#begin(order)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const next = frame.waitsFor[frame.next++];
      if (next !== undefined) {
        if (!this.#isDone.has(keyOf(next))) frames.push(this.#begin(next));
        continue;
      }
      this.#finish(frame);
      frames.pop();
    }
  }

  #begin(order: OrderKey): Frame {
    this.#isDone.set(keyOf(order), false);
    const needs = this.#needsOf(order);
    const waitsFor = needs.flatMap(({ pegs, parts }) =>
      parts.flatMap(({ supply, repeat }) => this.#orderOf(pegs, supply, repeat) ?? []),
    );
    return { order, needs, waitsFor, next: 0 };
  }

  #finish({ order, needs }: Frame): void {
    for (const { pegs, need, repeat, parts } of needs) {
      let [day, supply, supplyRepeat] = [-1, -1, 0];
      for (const part of parts) {
        const partDay = this.#dayOf(pegs, part.supply, part.repeat);
        if (partDay > day) [day, supply, supplyRepeat] = [partDay, part.supply, part.repeat];
      }
      const found = { need, repeat, day, supply, supplyRepeat, parts: [] };
      waitFor(this.#state, this.#book, pegs, found);
    }
    if (order.firm === undefined) this.#book.settleOrder(order.point, order.row, order.repeat);
    else this.#book.settleFirm(order.point, order.firm);
    this.#isDone.set(keyOf(order), true);
  }

  #dayOf(pegs: PointPegs, supply: number, repeat: number): number {
    if (supply < 0) return Number.POSITIVE_INFINITY;
    const order = this.#orderOf(pegs, supply, repeat);
    if (order !== undefined && !this.#isDone.get(keyOf(order))) return Number.POSITIVE_INFINITY;
    return realDayOf(this.#book, pegs, supply, repeat);
  }

  /** The order that brings a supply; stock and what is on its way has none. */
  #orderOf({ supplies }: PointPegs, supply: number, repeat: number): OrderKey | undefined {
    if (supply < 0) return undefined;
    const row = supplies.row[supply]!;
    const from = supplies.from[supply]!;
    switch (supplies.kind[supply]) {
      case SUPPLY_KIND.order:
      case SUPPLY_KIND.coProduct:
        return { point: from, row, repeat, firm: undefined };
      case SUPPLY_KIND.supply:
      case SUPPLY_KIND.coProductOfFirm: {
        const firm = this.#book.firmOrder(from, row);
        return firm === undefined ? undefined : { point: from, row, repeat: 0, firm };
      }
      default:
        return undefined;
    }
  }

  #needsOf(order: OrderKey): PeggedNeed[] {
    const { point } = order;
    let below = this.#below.get(point);
    if (below === undefined) {
      below = pointsBelow(this.#state, point);
      this.#below.set(point, below);
    }
    const key = keyOf(order);
    return [...below].flatMap((next) => this.#needsAt(next).get(key) ?? []);
  }

  /** The needs of a stocking point by the order whose they are. */
  #needsAt(point: number): ReadonlyMap<string, PeggedNeed[]> {
    const known = this.#needs.get(point);
    if (known !== undefined) return known;
    const pegs = pegsOf(this.#state, point);
    const found = new Map<string, PeggedNeed[]>();
    let last: PeggedNeed | undefined;
    forEachSinglePeg(this.#state, pegs, ({ need, needRepeat: repeat, supply, supplyRepeat }) => {
      if (need < 0) return;
      const part = { supply, repeat: supplyRepeat };
      if (last !== undefined && last.need === need && last.repeat === repeat) {
        last.parts.push(part);
        return;
      }
      last = { pegs, need, repeat, parts: [part] };
      const kind = pegs.needs.kind[need];
      if (kind !== NEED_KIND.order && kind !== NEED_KIND.firm) return;
      const row = pegs.needs.row[need]!;
      const key = kind === NEED_KIND.firm ? `${leadOfSupply(row)} 0` : `${row} ${repeat}`;
      const there = found.get(key);
      if (there === undefined) found.set(key, [last]);
      else there.push(last);
    });
    this.#needs.set(point, found);
    return found;
  }
}

function keyOf({ row, repeat, firm }: OrderKey): string {
  return `${firm === undefined ? row : leadOfSupply(row)} ${repeat}`;
}
