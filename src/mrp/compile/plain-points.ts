import { NONE, type Problem } from "../input/problem.js";
import type { Points, PointsOfBills } from "./points.js";
import { sortRange } from "./sweep-order.js";

/**
 * The stocking points of a problem in which nothing but lines of bills leads from one to another: one
 * site, no segment, and one bill at most for each item. They are levelled bill by bill, without a list
 * of edges in between.
 *
 * @returns `undefined` where something is otherwise, or bills go round
 */
export function plainPoints(problem: Problem): Points | undefined {
  if (!onlyBillsLead(problem)) return undefined;
  const { length } = problem.items;
  const billOf = billOfItems(length, problem.billColumns.item);
  if (billOf === undefined) return undefined;
  const uses = countUses(length, problem.billColumns.component);
  const levels = findLevels(problem, billOf, uses);
  return levels === undefined ? undefined : placed(levels, billOf, uses);
}

function onlyBillsLead(problem: Problem): boolean {
  const { sites, segments, conventions, figures, sources, supplies, coProducts } = problem;
  if (sites.length > 1 || segments.length > 0 || figures.rank !== undefined) return false;
  if (conventions.cycles === "stockOnly" || problem.hasFollowUps) return false;
  if (coProducts.length > 0 || problem.substitutes.size > 0) return false;
  const isWithin = (kind: string): boolean => kind !== "transfer" && kind !== "subcontract";
  if (!sources.every(({ kind }) => isWithin(kind))) return false;
  for (const row of supplies.detail.keys()) if (!isWithin(supplies.kind(row))) return false;
  return true;
}

/** The bill of each item, {@link NONE} without one; `undefined` when an item has several. */
function billOfItems(items: number, itemOf: Int32Array): Int32Array | undefined {
  const billOf = new Int32Array(items).fill(NONE);
  for (let b = 0; b < itemOf.length; b++) {
    if (billOf[itemOf[b]!] !== NONE) return undefined;
    billOf[itemOf[b]!] = b;
  }
  return billOf;
}

/** How many lines name each item. */
function countUses(items: number, component: Int32Array): Int32Array {
  const uses = new Int32Array(items);
  for (let l = 0; l < component.length; l++) uses[component[l]!]!++;
  return uses;
}

/** B1: items in the order of the sweep, see {@link sweepOrder}. */
interface Levels {
  readonly queue: Int32Array;
  /** −1 − the low-level code of each item. */
  readonly below: Int32Array;
}

/** Kahn's algorithm, see `lowLevelCodesOfEdges`; `undefined` when bills go round. */
function findLevels(
  { billColumns }: Problem,
  billOf: Int32Array,
  uses: Int32Array,
): Levels | undefined {
  const { start, component } = billColumns;
  const queue = new Int32Array(uses.length); // items that have a code, lowest code first
  // How many lines are still to come; −1 − the code of an item to which all have come.
  const waiting = uses.slice();
  const begun = beginQueue(queue, waiting);
  const queued = followQueue(queue, begun, waiting, billOf, start, component);
  return queued < uses.length ? undefined : { queue, below: waiting };
}

/** Queues what no line names; returns how many items that are. */
function beginQueue(queue: Int32Array, waiting: Int32Array): number {
  let queued = 0;
  for (let n = waiting.indexOf(0); n >= 0; n = waiting.indexOf(0, n + 1)) {
    waiting[n] = -1;
    queue[queued++] = n;
  }
  return queued;
}

/**
 * Queues items behind all of their parents; returns how many were queued. As the other loops here it is a
 * function of its own that ends with it: code that is made while a loop runs knows nothing of what
 * comes after it.
 */
function followQueue(
  queue: Int32Array,
  begun: number,
  waiting: Int32Array,
  billOf: Int32Array,
  start: Int32Array,
  component: Int32Array,
): number {
  let queued = begun;
  for (let head = 0; head < queued; head++) {
    const parent = queue[head]!;
    const level = waiting[parent]!;
    const bill = billOf[parent]!;
    if (bill === NONE) continue;
    const first = queued;
    const end = start[bill + 1]!;
    for (let l = start[bill]!; l < end; l++) {
      const item = component[l]!;
      const left = waiting[item]! - 1;
      // The queue runs by rising code, so the last parent to come is the deepest.
      waiting[item] = left === 0 ? level - 1 : left;
      if (left === 0) queue[queued++] = item;
    }
    if (queued - first > 1) sortRange(queue, first, queued);
  }
  return queued;
}

function placed({ queue, below }: Levels, billOf: Int32Array, uses: Int32Array): Points {
  const count = queue.length;
  const level = new Int32Array(count);
  const place = new Int32Array(count);
  const onlyBill = new Int32Array(count);
  const useStart = new Int32Array(count + 1);
  placeItems({ queue, below }, billOf, uses, { place, level, onlyBill, useStart });
  return {
    count,
    item: queue,
    site: new Int32Array(count),
    segment: new Int32Array(count).fill(NONE),
    level,
    inInputOrder: place,
    ofItem: place,
    ofBills: { onlyBill, useStart },
    loops: new Map(),
    find: (item, _site, segment) => (segment === NONE ? place[item]! : NONE),
  };
}

/** Columns of points that are written item by item. */
interface PlacedColumns extends PointsOfBills {
  readonly place: Int32Array;
  readonly level: Int32Array;
}

function placeItems(
  { queue, below }: Levels,
  billOf: Int32Array,
  uses: Int32Array,
  { place, level, onlyBill, useStart }: PlacedColumns,
): void {
  let used = 0;
  for (let point = 0; point < queue.length; point++) {
    const item = queue[point]!;
    place[item] = point;
    level[point] = -1 - below[item]!;
    onlyBill[point] = billOf[item]!;
    used += uses[item]!;
    useStart[point + 1] = used;
  }
}
