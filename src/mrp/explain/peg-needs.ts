import { ceilProduct, compareText } from "../../core/index.js";
import type { FirmOrder, Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import {
  dueOfFirm,
  inEffect,
  linkNeed,
  nettingDayAt,
  ownDayOf,
  selectorOfRow,
  startOfFirm,
  startOfRow,
  startQuantityOfFirm,
} from "../sweep/link-needs.js";
import { inOrderOfPlaces } from "../sweep/needs.js";
import type { OrderColumns } from "../sweep/planned-orders.js";
import { independentNeeds, independentRows, kindOfChange } from "./independent-needs.js";
import { NeedBuffer, NeedSorter } from "./need-buffer.js";
import { NEED_KIND, type NeedColumns } from "./peg-columns.js";
import { hasSpecialNeeds, specialNeeds } from "./special-needs.js";

/** The links of one parent to a component: from `first` up to `end`. */
interface ParentLinks {
  readonly parent: number;
  readonly first: number;
  readonly end: number;
}

/** Columns behind whose rows needs are written. */
type NeedRows = Pick<NeedBuffer, "count" | "day" | "quantity" | "row" | "reserve">;

/** An order of a parent, planned or firm. */
interface ParentOrder {
  readonly row: number;
  readonly firm: FirmOrder | undefined;
  readonly selector: number;
  readonly start: number;
  readonly due: number;
  readonly startQuantity: number;
}

/**
 * Lists the needs of stocking points in the order of T2, without an object for each: independent ones
 * are sorted, those of parents come in the order of K12 by themselves, and one count by day puts all
 * in order.
 */
export class NeedReader {
  readonly #state: PlanState;
  readonly #model: Model;
  readonly #orders: OrderColumns;
  /** As they are read: independent needs, then parent by parent. */
  readonly #read = new NeedBuffer();
  readonly #sorter: NeedSorter;
  /** The last day of the needs that are asked for. */
  #until = 0;

  constructor(state: PlanState) {
    this.#state = state;
    this.#model = state.model;
    this.#orders = state.orders;
    this.#sorter = new NeedSorter(state.model.days);
  }

  /**
   * The needs of a stocking point within the horizon.
   *
   * @param until - the last day of those that are asked for; needs that are kept as objects are all
   * listed
   * @returns columns that hold until the next call
   */
  read(point: number, until: number = this.#model.days - 1): NeedColumns {
    if (hasSpecialNeeds(this.#state, point)) return specialNeeds(this.#state, point);
    this.#until = until;
    this.#read.clear();
    this.#readIndependent(point, independentNeeds(this.#model, point, until));
    for (const group of this.#parentsInOrder(point)) this.#readParent(point, group);
    return this.#sorter.inOrder(this.#read);
  }

  /**
   * The same needs in no order, for those who only add them up; those over one link stand together.
   *
   * @param isRead - is asked of links whose needs follow from the due days of orders by a table, and leaves
   * out those that it has read itself
   * @returns columns that hold until the next call
   */
  readUnordered(point: number, isRead: (link: number, parent: number) => boolean): NeedColumns {
    if (hasSpecialNeeds(this.#state, point)) return specialNeeds(this.#state, point);
    this.#until = this.#model.days - 1;
    this.#read.clear();
    this.#readIndependent(point, independentRows(this.#model, point, this.#until));
    for (const group of this.#parentsOf(point)) {
      if (this.#isByTable(group) && isRead(group.first, group.parent)) continue;
      this.#readParent(point, group);
    }
    return this.#read.columns();
  }

  /** What stock lacks already, then allocations, components and demands, by their changes of stock. */
  #readIndependent(point: number, rows: readonly number[]): void {
    const { changes, onHand } = this.#model;
    const lacking = -onHand.at(point);
    const from = -1 - point;
    if (lacking > 0) this.#read.add(0, lacking, NEED_KIND.negativeStock, NONE, from, 1);
    for (const c of rows) {
      const origin = changes.origin[c]!;
      const row = Math.floor(origin / 4);
      this.#read.add(changes.day[c]!, -changes.quantity[c]!, kindOfChange(origin), row, from, 1);
    }
  }

  /** The parents of a stocking point in the order of K12. */
  #parentsInOrder(point: number): ParentLinks[] {
    const groups = this.#parentsOf(point);
    // Those of one level stand in order already.
    return groups.length < 2
      ? groups
      : groups.sort((a, b) => inOrderOfPlaces(this.#model, a.parent, b.parent));
  }

  /** The parents of a stocking point that have orders, as their links stand. */
  #parentsOf(point: number): ParentLinks[] {
    const model = this.#model;
    const { start, parent: parents } = model.links;
    const groups: ParentLinks[] = [];
    for (let first = start[point]!; first < start[point + 1]!; ) {
      const parent = parents[first]!;
      let end = first + 1;
      while (end < start[point + 1]! && parents[end] === parent) end++;
      if (this.#orders.rows.end(parent) > this.#orders.rows.first(parent) || model.firm.has(parent))
        groups.push({ parent, first, end });
      first = end;
    }
    return groups;
  }

  #readParent(point: number, group: ParentLinks): void {
    if (this.#isByTable(group)) this.#readByTable(group.first, group.parent);
    else this.#readEach(point, group);
  }

  #isByTable({ parent, first, end }: ParentLinks): boolean {
    const { links, firm } = this.#model;
    return (
      end - first === 1 &&
      links.table.at(first) !== NONE &&
      !this.#orders.hasRepeats(parent) &&
      !firm.has(parent)
    );
  }

  #readByTable(k: number, parent: number): void {
    const read = this.#read;
    const from = read.count;
    const end = this.readTable(k, parent, read);
    read.kind.fill(NEED_KIND.order, from, end);
    read.link.fill(k, from, end);
    read.times.fill(1, from, end);
    read.count = end;
  }

  /**
   * Writes the needs of orders whose day of need follows from their due day, over one link, behind the
   * rows of some columns.
   *
   * @returns where they end
   */
  readTable(k: number, parent: number, to: NeedRows): number {
    const { links, tables } = this.#model;
    const until = this.#until;
    const { due, startQuantity, rows, largest } = this.#orders;
    const [low, high] = [rows.first(parent), rows.end(parent)];
    to.reserve(high - low);
    const { day, quantity, row } = to;
    const table = tables.tables[links.table.at(k)]!;
    const [dueFrom, dueTo] = [links.dueFrom[k]!, links.dueTo[k]!];
    const num = links.num[k]!;
    const den = links.den[k]!;
    const isWide = largest.at(parent) * num > Number.MAX_SAFE_INTEGER;
    let n = to.count;
    for (let j = low; j < high; j++) {
      const on = due[j]!;
      const needDay = table[on]!;
      if (needDay > until || on < dueFrom || on >= dueTo) continue;
      const size = startQuantity[j]!;
      day[n] = needDay;
      quantity[n] = isWide
        ? ceilProduct(size, num, den)
        : den === 1
          ? size * num
          : Math.ceil((size * num) / den);
      row[n++] = j;
    }
    return n;
  }

  /** Orders that must be looked at one by one, planned and firm, by start (K12). */
  #readEach(point: number, { parent, first, end }: ParentLinks): void {
    const orders = this.#orders;
    const merged = new Map<number, { quantity: number; link: number }>();
    for (const order of this.#ordersOf(parent)) {
      const times = order.firm === undefined ? (orders.repeat?.[order.row] ?? 1) : 1;
      merged.clear();
      for (let k = first; k < end; k++) this.#mergeNeed(point, k, order, merged);
      const kind = order.firm === undefined ? NEED_KIND.order : NEED_KIND.firm;
      for (const [day, { quantity, link }] of merged) {
        this.#read.add(day, quantity * times, kind, order.row, link, times);
      }
    }
  }

  /** K12: several lines of one order on one day are one need, of the line with the least offset. */
  #mergeNeed(
    point: number,
    k: number,
    order: ParentOrder,
    merged: Map<number, { quantity: number; link: number }>,
  ): void {
    const model = this.#model;
    const { links } = model;
    if (order.selector !== links.selector[k] || !inEffect(model, links, k, order.start, order.due))
      return;
    const day = nettingDayAt(model, point, ownDayOf(model, k, order.start, 0));
    const quantity = linkNeed(links, k, order.startQuantity);
    if (day > this.#until || quantity === 0) return;
    const same = merged.get(day);
    if (same === undefined) merged.set(day, { quantity, link: k });
    else {
      same.quantity += quantity;
      if (links.offset[k]! < links.offset[same.link]!) same.link = k;
    }
  }

  #ordersOf(parent: number): ParentOrder[] {
    const model = this.#model;
    const orders = this.#orders;
    const found: ParentOrder[] = [];
    for (let row = orders.rows.first(parent); row < orders.rows.end(parent); row++) {
      found.push({
        row,
        firm: undefined,
        selector: selectorOfRow(model, orders, parent, row),
        start: startOfRow(model, orders, parent, row),
        due: orders.due[row]!,
        startQuantity: orders.startQuantity[row]!,
      });
    }
    for (const firm of model.firm.get(parent) ?? []) {
      found.push({
        row: firm.row,
        firm,
        selector: firm.selector,
        start: startOfFirm(model, orders, parent, firm),
        due: dueOfFirm(model, orders, firm),
        startQuantity: startQuantityOfFirm(model, orders, parent, firm),
      });
    }
    const { supplies } = model.problem;
    return found.sort(
      (a, b) =>
        a.start - b.start ||
        (a.firm === undefined ? 0 : 1) - (b.firm === undefined ? 0 : 1) ||
        (a.firm === undefined
          ? a.row - b.row
          : compareText(supplies.id(a.row), supplies.id(b.row))),
    );
  }
}
