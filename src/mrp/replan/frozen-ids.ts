import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { pointOf } from "./read-changes.js";

/** R3: the id of an order, a list as JSON text: what tells orders apart but for n, and n. */
const ORDER_ID = /^(\[".*),(0|[1-9]\d{0,14})\]$/s;

/**
 * What orders of a plan are called once they are frozen: by their own id (R3), but that the numbers which
 * supplies of the plan have already are passed over. So the n-th order of a key has the n-th number that
 * is free, whichever orders are frozen with it, and a comparison finds it from the plan alone.
 */
export class FrozenIds {
  /** The ids of supplies of the plan that are like those of orders, also of supplies that have come. */
  readonly taken: ReadonlySet<string>;
  /** By key: the numbers that supplies have, ascending. */
  readonly #numbers = new Map<string, number[]>();

  constructor(taken: ReadonlySet<string>) {
    this.taken = taken;
    for (const id of taken) {
      const [, key, n] = ORDER_ID.exec(id)!;
      const numbers = this.#numbers.get(key!);
      if (numbers === undefined) this.#numbers.set(key!, [Number(n)]);
      else numbers.push(Number(n));
    }
    for (const numbers of this.#numbers.values()) numbers.sort((one, other) => one - other);
  }

  /** The id of a frozen supply, from that of the planned order. */
  of(orderId: string): string {
    if (this.#numbers.size === 0) return orderId;
    const [, key, n] = ORDER_ID.exec(orderId)!;
    return `${key},${this.number(key!, Number(n))}]`;
  }

  /** The n-th number of a key that no supply has, from 0. */
  number(key: string, n: number): number {
    const taken = this.#numbers.get(key) ?? [];
    // Below taken[k] there are taken[k] − k free numbers.
    let [low, high] = [0, taken.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (taken[middle]! - middle <= n) low = middle + 1;
      else high = middle;
    }
    return n + low;
  }
}

/** R3 without n: the beginning of the ids of all orders of a key. */
export function orderKey(...key: readonly (string | null)[]): string {
  return JSON.stringify(key).slice(0, -1);
}

/** A plan is compared again and again where it is damped. */
const KNOWN = new WeakMap<PlanState, FrozenIds>();

/** What orders of a plan are called once they are frozen. */
export function frozenIdsOf(state: PlanState): FrozenIds {
  let ids = KNOWN.get(state);
  if (ids === undefined) {
    ids = new FrozenIds(orderIdsOfSupplies(state));
    KNOWN.set(state, ids);
  }
  return ids;
}

function orderIdsOfSupplies({ model }: PlanState): ReadonlySet<string> {
  const { supplies } = model.problem;
  const isOrderId = (row: number): boolean => {
    const id = supplies.id(row);
    return id.startsWith('["') && ORDER_ID.test(id);
  };
  // Among the rows are those of other plans; a stocking point knows which are its own.
  const points = new Set<number>();
  for (let row = 0; row < supplies.count; row++) {
    if (isOrderId(row)) points.add(pointOf(model, supplies, row));
  }
  points.delete(NONE);
  const ids = new Set<string>();
  for (const point of points) {
    for (const row of model.rowsOf(point).supplies) {
      if (isOrderId(row)) ids.add(supplies.id(row));
    }
  }
  return ids;
}
