import { NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import type { OrderColumns } from "../sweep/planned-orders.js";

/** From where on the orders of two plans of one store differ, and the needs that follow from them. */
export class FirstDifference {
  readonly #before: OrderColumns;
  readonly #state: PlanState;
  readonly #known = new Map<number, number>();

  constructor(before: OrderColumns, state: PlanState) {
    this.#before = before;
    this.#state = state;
  }

  /** How many rows of a stocking point are alike before the first that differs; Infinity: all. */
  ofRows(point: number): number {
    let first = this.#known.get(point);
    if (first === undefined) {
      first = this.#compare(point);
      this.#known.set(point, first);
    }
    return first;
  }

  /**
   * The first day of needs of a stocking point that may differ, where nothing but orders of its parents
   * does.
   *
   * @returns Infinity where none does; 0 where that is not known
   */
  ofNeeds(point: number): number {
    const { links } = this.#state.model;
    let first = Number.POSITIVE_INFINITY;
    for (let k = links.start[point]!; k < links.start[point + 1]! && first > 0; k++) {
      first = Math.min(first, this.#ofLink(k));
    }
    return first;
  }

  #ofLink(link: number): number {
    const { model, orders } = this.#state;
    const { links, firm, netting, startTable, tables } = model;
    const parent = links.parent[link]!;
    if (firm.has(parent) || netting[parent] === NETTING.phantom) return 0;
    const alike = this.ofRows(parent);
    if (alike === Number.POSITIVE_INFINITY) return alike;
    const table = links.table.at(link);
    // Only where the first order is due and starts first, needs of those after it are not before its own.
    if (table === NONE || startTable[parent] === NONE || orders.late !== undefined) return 0;
    let due = Number.POSITIVE_INFINITY;
    for (const { rows, due: days } of [this.#before, orders]) {
      const row = rows.first(parent) + alike;
      if (row < rows.end(parent)) due = Math.min(due, days[row]!);
    }
    return tables.tables[table]![due]!;
  }

  #compare(point: number): number {
    const { orders } = this.#state;
    const [a, b] = [this.#before.rows.first(point), orders.rows.first(point)];
    const lengthA = this.#before.rows.end(point) - a;
    const length = orders.rows.end(point) - b;
    if (a === b && length === lengthA) return Number.POSITIVE_INFINITY;
    const least = Math.min(length, lengthA);
    let k = 0;
    while (k < least && areAlike(orders, a + k, b + k)) k++;
    return k === length && k === lengthA ? Number.POSITIVE_INFINITY : k;
  }
}

/** Whether two rows of a store say the same. */
function areAlike(orders: OrderColumns, a: number, b: number): boolean {
  return (
    orders.due[a] === orders.due[b] &&
    orders.quantity[a] === orders.quantity[b] &&
    orders.startQuantity[a] === orders.startQuantity[b] &&
    orders.repeat?.[a] === orders.repeat?.[b] &&
    orders.source?.[a] === orders.source?.[b] &&
    orders.start?.[a] === orders.start?.[b] &&
    orders.late?.[a] === orders.late?.[b]
  );
}
