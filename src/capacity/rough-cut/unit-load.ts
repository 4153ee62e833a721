import { addRatios, divideRatios, multiplyRatios, ONE, type Ratio } from "../../core/index.js";
import { addLags, type Lag, NO_LAG } from "./lag.js";
import type { MadeStructure } from "./made-structure.js";

const ZERO: Ratio = { num: 0n, den: 1n };

/** Hours at a work centre for a unit of an end item. */
export interface UnitLoad {
  /** The item whose orders take them. */
  readonly component: string;
  readonly workCenter: string;
  /** Before the end item is there; none where lags are not asked for. */
  readonly lag: Lag;
  readonly hours: Ratio;
}

/** How much of an item a unit of the end item takes on a day, and how many orders of what takes it. */
interface Need {
  readonly lag: Lag;
  quantity: Ratio;
  /** Orders of the items above a phantom, each of which takes its fixed lines once. */
  orders: Ratio;
}

/**
 * Follows a unit of an end item down through all that is made for it.
 *
 * @param structure - how everything is made
 * @param top - place of the end item
 * @param isApart - items that are not entered from above, since they are scheduled themselves
 * @param hasLags - whether hours are told apart by how long before the end item they are
 */
export function unitLoads(
  structure: MadeStructure,
  top: number,
  isApart: (place: number) => boolean,
  hasLags: boolean,
): UnitLoad[] {
  const { items, below } = structure;
  const needs = new Map<number, Map<string, Need>>();
  const add = (place: number, lag: Lag, quantity: Ratio, orders: Ratio): void => {
    // Working days of two sites need not be of one length.
    const key = `${lag.calendar} ${lag.working} ${lag.days.num}/${lag.days.den}`;
    const byDay = needs.get(place) ?? new Map<string, Need>();
    needs.set(place, byDay);
    const need = byDay.get(key) ?? { lag, quantity: ZERO, orders: ZERO };
    byDay.set(key, need);
    need.quantity = addRatios(need.quantity, quantity);
    need.orders = addRatios(need.orders, orders);
  };
  add(top, NO_LAG, ONE, ZERO);
  const loads: UnitLoad[] = [];
  // What an item takes stands after it.
  for (const place of reachedFrom(structure, top, isApart)) {
    const { item, isPhantom, lot, hours, uses } = items[place]!;
    for (const need of needs.get(place)?.values() ?? []) {
      const orders = isPhantom ? need.orders : divideRatios(need.quantity, lot.quantity);
      for (const [workCenter, each] of hours) {
        const { lag, quantity } = need;
        loads.push({ component: item, workCenter, lag, hours: multiplyRatios(quantity, each) });
      }
      for (const [n, use] of uses.entries()) {
        const child = below[place]![n]!;
        if (isApart(child)) continue;
        const quantity = addRatios(
          multiplyRatios(need.quantity, use.quantity),
          multiplyRatios(orders, use.fixed),
        );
        const lag = hasLags ? addLags(need.lag, use.lag) : NO_LAG;
        add(child, lag, quantity, multiplyRatios(orders, use.share));
      }
    }
  }
  return loads;
}

/** The places that can be reached, each after all that take it. */
function reachedFrom(
  { below }: MadeStructure,
  top: number,
  isApart: (place: number) => boolean,
): number[] {
  const reached = new Set([top]);
  // A set goes on to what is added while it is gone through.
  for (const place of reached) {
    for (const child of below[place]!) if (!isApart(child)) reached.add(child);
  }
  return [...reached].sort((a, b) => a - b);
}
