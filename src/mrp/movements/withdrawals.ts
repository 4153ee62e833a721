import { NEED_KIND, type NeedColumns } from "../explain/peg-columns.js";
import { NeedReader } from "../explain/peg-needs.js";
import { originOf } from "../explain/peg-origin.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { AwaitedDays } from "./awaited-days.js";
import type { MovementBuffer } from "./movement-buffer.js";
import type { OrderPlaces } from "./order-places.js";
import { STOCK_MOVEMENT } from "./stock-movement-columns.js";
import type { SupplyRows } from "./supply-rows.js";

/**
 * Lists what a stocking point gives to demands, orders, open supplies and allocations. These are its needs, on
 * the days of netting, and what covers a need does not matter, since pegs sum to both sides (P1): but where
 * days are real, a need that takes of scheduled supply before it comes is met when all of it is there, for an
 * order not after that is due (K75).
 */
export class WithdrawalReader {
  readonly #state: PlanState;
  readonly #needs: NeedReader;
  readonly #places: OrderPlaces;
  readonly #placeOfDemand: Int32Array;
  readonly #supplies: () => SupplyRows;
  /** `undefined`: all goes out on the days of netting. */
  readonly #awaited: AwaitedDays | undefined;
  #waits = false;

  /**
   * @param placeOfDemand - the place among the demands of the plan by row
   * @param isReal - whether what is not there yet is waited for
   */
  constructor(
    state: PlanState,
    places: OrderPlaces,
    placeOfDemand: Int32Array,
    supplies: () => SupplyRows,
    isReal: boolean,
  ) {
    this.#state = state;
    this.#needs = new NeedReader(state);
    this.#places = places;
    this.#placeOfDemand = placeOfDemand;
    this.#supplies = supplies;
    this.#awaited = isReal ? new AwaitedDays(state) : undefined;
  }

  read(point: number, to: MovementBuffer): void {
    this.#waits = this.#awaited?.start(point) === true;
    const needs = this.#needs.readUnordered(
      point,
      (link, parent) => !this.#waits && this.#addByTable(link, parent, to),
    );
    const { count, kind } = needs;
    for (let n = 0; n < count; n++) {
      if (kind[n] === NEED_KIND.order) this.#addEach(needs, n, to);
      else this.#add(needs, n, to);
    }
  }

  /** Needs over a link of orders that are one each, of one source, and due in the plan when they were netted. */
  #addByTable(link: number, parent: number, to: MovementBuffer): boolean {
    const { model, orders } = this.#state;
    const sources = model.sources.at(parent);
    if (sources.length !== 1 || !this.#places.isPlain(parent)) return false;
    const from = to.count;
    const end = this.#needs.readTable(link, parent, to);
    const { due } = orders;
    const { day, quantity, row, otherDue, startDay } = to;
    const fromRow = this.#places.fromRow(parent);
    for (let n = from; n < end; n++) {
      const order = row[n]!;
      day[n]! += startDay;
      quantity[n] = 0 - quantity[n]!;
      otherDue[n] = due[order]! + startDay;
      row[n] = order + fromRow;
    }
    to.kind.fill(kindFor(sources[0]!.kind), from, end);
    to.otherPoint.fill(parent, from, end);
    to.otherSource.fill(0, from, end);
    to.times.fill(1, from, end);
    to.count = end;
    return true;
  }

  /** A need of an order, or of equal ones, by the days on which these are due in the plan. */
  #addEach(needs: NeedColumns, n: number, to: MovementBuffer): void {
    const parent = originOf(this.#state, needs, n);
    const row = needs.row[n]!;
    const places = this.#places;
    const source = this.#state.orders.source?.[row] ?? 0;
    const kind = kindFor(this.#state.model.sources.at(parent)[source]!.kind);
    const times = needs.times?.[n] ?? 1;
    if (times === 1) {
      const repeat = needs.repeat?.[n] ?? 0;
      const place = places.placeOf(parent, row, repeat);
      const due = places.dueOf(parent, row, repeat);
      const day = this.#dayOf(needs, n, repeat, due);
      to.addFor(day, -needs.quantity[n]!, kind, place, 1, parent, source, due);
      return;
    }
    const each = needs.quantity[n]! / times;
    for (const { repeat, times: equal, due } of places.groupsOf(parent, row)) {
      for (let first = repeat; first < repeat + equal; ) {
        const day = this.#dayOf(needs, n, first, due);
        let end = this.#waits ? first + 1 : repeat + equal;
        while (end < repeat + equal && this.#dayOf(needs, n, end, due) === day) end++;
        const place = places.placeOf(parent, row, first);
        const some = end - first;
        to.addFor(day, -each * some, kind, place, some, parent, source, due);
        first = end;
      }
    }
  }

  /**
   * When a need is met: not before it is needed.
   *
   * @param latest - when the order that takes it is due; what is needed later waits for nothing
   */
  #dayOf(needs: NeedColumns, n: number, repeat: number, latest: number): number {
    const day = needs.day[n]!;
    if (!this.#waits) return day;
    return Math.max(day, Math.min(latest, this.#awaited!.dayOf(needs, n, repeat)));
  }

  #add(needs: NeedColumns, n: number, to: MovementBuffer): void {
    const day = this.#dayOf(needs, n, 0, Number.POSITIVE_INFINITY);
    const row = needs.row[n]!;
    const quantity = -needs.quantity[n]!;
    switch (needs.kind[n]) {
      case NEED_KIND.demand:
        to.add(day, quantity, STOCK_MOVEMENT.demand, this.#placeOfDemand[row]!);
        break;
      case NEED_KIND.allocation:
        to.add(day, quantity, STOCK_MOVEMENT.allocation, NONE);
        break;
      case NEED_KIND.firm:
        this.#addToSupply(needs, n, row, to);
        break;
      case NEED_KIND.component:
        this.#addToSupply(needs, n, this.#state.model.toIssue[row]!.supplyRow, to);
        break;
    }
  }

  #addToSupply(needs: NeedColumns, n: number, supplyRow: number, to: MovementBuffer): void {
    const { model } = this.#state;
    const { columns, placeOf } = this.#supplies();
    const isTransfer = model.problem.supplies.kind(supplyRow) === "transfer";
    const kind = isTransfer ? STOCK_MOVEMENT.transferOutToSupply : STOCK_MOVEMENT.issueToSupply;
    const place = placeOf(supplyRow);
    const due = columns.day[place]! - model.startDay;
    const day = this.#dayOf(needs, n, 0, due);
    to.addFor(day, -needs.quantity[n]!, kind, place, 1, columns.point[place]!, NONE, due);
  }
}

/** What is shipped for a transfer stays what it is; all else is used up. */
function kindFor(kind: string): number {
  return kind === "transfer" ? STOCK_MOVEMENT.transferOut : STOCK_MOVEMENT.issue;
}
