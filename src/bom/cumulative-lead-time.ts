import {
  type Issues,
  readByRow,
  readFields,
  readGraphOf,
  readItemOf,
  readMap,
  readWhole,
  refuseAll,
} from "./argument.js";
import type { BomGraph } from "./columns.js";
import { show } from "./issue.js";
import { reach } from "./roll.js";

/** The lead times of a bill of material. */
export interface BomLeadTimes {
  /** Item → its own lead time in days, 0 to 36,500; every item of the question has one. */
  readonly leadTimes: ReadonlyMap<string, number>;
  /**
   * One entry for each row of the bill: the component is needed so many days after the start of its
   * parent, −36,500 to 36,500; nothing and 0 mean at the start.
   */
  readonly offsets?: readonly (number | undefined)[] | undefined;
}

/** One item of a critical path. Days are counted from the start of the first. */
export interface CriticalStep {
  /** Id of the item. */
  readonly item: string;
  /** Its own lead time in days. */
  readonly leadTime: number;
  /** The day on which it is begun. */
  readonly start: number;
  /** The day on which it is finished. */
  readonly finish: number;
  /** Index of the row by which it goes into the next item; not there for the last. */
  readonly row?: number;
}

/** The longest way to an item. */
export interface CriticalPath {
  /** The cumulative lead time in days. */
  readonly days: number;
  /** From what is begun first to the item itself. */
  readonly steps: readonly CriticalStep[];
}

interface Read {
  readonly leadTime: (item: number) => number;
  readonly offset: (row: number) => number;
}

interface LongestWays {
  /** Cumulative lead time of each item. */
  readonly days: Float64Array;
  /** The line by which the longest way comes; −1 where the item's own lead time is all. */
  readonly line: Int32Array;
}

const DAYS = [0, 36_500] as const;
const OFFSETS = [-36_500, 36_500] as const;

/**
 * Computes the cumulative lead time of every item: how long it takes to have one when nothing of what
 * it is made of is there.
 *
 * `CLT(i) = LT(i) + max over lines (CLT(c) − offset)`, and never less than LT(i): a component that is
 * needed later than it takes to get does not hold up the start. A line of quantity 0 needs nothing.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param times - lead times of all items, offsets by row
 * @returns item → days, in level order: by low-level code, then by id
 * @throws PlanningInputError with everything that is wrong, each lead time that is missing among it
 *
 * Source: rule B9; APICS dictionary, "cumulative lead time".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "cart", component: "seat", quantity: 1 },
 * ]);
 * const leadTimes = new Map([["cart", 2], ["wheel", 5], ["seat", 6]]);
 * cumulativeLeadTimes(graph, { leadTimes }).get("cart"); // => 8
 * const offsets = [0, 2]; // the seat is needed two days after the start
 * cumulativeLeadTimes(graph, { leadTimes, offsets }).get("cart"); // => 7
 * ```
 */
export function cumulativeLeadTimes(
  graph: BomGraph,
  times: BomLeadTimes,
): ReadonlyMap<string, number> {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const read = readTimes(bom, bom.order, times, issues);
  refuseAll(issues);
  const { days } = longestWays(bom, bom.order, read);
  return new Map(Array.from(bom.order, (n) => [bom.items[n]!, days[n]!] as const));
}

/**
 * Finds the critical path of an item: the chain of components that its cumulative lead time comes from.
 *
 * Of chains of equal length it takes, at each item, the component whose id comes first.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param item - id of the item
 * @param times - lead times of the item and all that it contains, offsets by row
 * @returns days in all, and the steps from the first to the item itself
 * @throws PlanningInputError with everything that is wrong, each lead time that is missing among it
 *
 * Source: rule B9; APICS dictionary, "cumulative lead time", "critical path".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "cart", component: "seat", quantity: 1 },
 * ]);
 * const leadTimes = new Map([["cart", 2], ["wheel", 5], ["seat", 6]]);
 * criticalPath(graph, "cart", { leadTimes }).steps;
 * // => [
 * //   { item: "seat", leadTime: 6, start: 0, finish: 6, row: 1 },
 * //   { item: "cart", leadTime: 2, start: 6, finish: 8 },
 * // ]
 * ```
 */
export function criticalPath(graph: BomGraph, item: string, times: BomLeadTimes): CriticalPath {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const top = readItemOf(bom, item, ["item"], issues);
  const below = top < 0 ? [] : reach(bom, top, "down");
  const read = readTimes(bom, below, times, issues);
  refuseAll(issues);
  const { days, line } = longestWays(bom, below, read);
  const lines: number[] = [];
  let deepest = top;
  for (let l = line[top]!; l >= 0; l = line[deepest]!) {
    lines.push(l);
    deepest = bom.lineComponent[l]!;
  }
  const steps: CriticalStep[] = [];
  let start = 0;
  for (const row of lines.reverse()) {
    const component = bom.lineComponent[row]!;
    steps.push({ ...stepOf(bom, component, start, read), row });
    start += read.leadTime(component) - read.offset(row);
  }
  steps.push(stepOf(bom, top, start, read));
  return { days: days[top]!, steps };
}

function stepOf(graph: BomGraph, n: number, start: number, { leadTime }: Read): CriticalStep {
  const own = leadTime(n);
  return { item: graph.items[n]!, leadTime: own, start, finish: start + own };
}

/** The longest way to each of some items, components before parents. */
function longestWays(graph: BomGraph, items: ArrayLike<number>, read: Read): LongestWays {
  const { linesBelow, lineComponent, lineRatio } = graph;
  const days = new Float64Array(graph.items.length);
  const line = new Int32Array(graph.items.length).fill(-1);
  for (let place = items.length - 1; place >= 0; place--) {
    const n = items[place]!;
    let longest = 0;
    for (let k = linesBelow.start[n]!; k < linesBelow.start[n + 1]!; k++) {
      const l = linesBelow.row[k]!;
      if (lineRatio[l]!.num === 0n) continue;
      const before = days[lineComponent[l]!]! - read.offset(l);
      const best = line[n]!;
      const comesFirst = best >= 0 && lineComponent[l]! < lineComponent[best]!;
      if (before > longest || (before === longest && comesFirst)) {
        longest = before;
        line[n] = l;
      }
    }
    days[n] = read.leadTime(n) + longest;
  }
  return { days, line };
}

function readTimes(
  graph: BomGraph,
  items: ArrayLike<number>,
  value: unknown,
  issues: Issues,
): Read {
  const fields = readFields(value, ["times"], ["leadTimes", "offsets"], issues);
  const path = ["times", "leadTimes"];
  const entries = readMap(fields.leadTimes, path, issues).map(
    ([id, days]) => [id, readWhole(days, [...path, id], DAYS, issues)] as const,
  );
  const known = new Map(entries);
  const own = Float64Array.from(graph.items, (id) => known.get(id) ?? Number.NaN);
  noteMissing(graph, items, own, issues);
  const offset = readByRow(
    fields.offsets,
    ["times", "offsets"],
    graph.lineRatio.length,
    (entry, where) => readWhole(entry, where, OFFSETS, issues),
    0,
    issues,
  );
  return { leadTime: (n) => own[n]!, offset };
}

function noteMissing(
  graph: BomGraph,
  items: ArrayLike<number>,
  own: Float64Array,
  issues: Issues,
): void {
  for (let k = 0; k < items.length; k++) {
    if (!Number.isNaN(own[items[k]!])) continue;
    const item = graph.items[items[k]!]!;
    const message = `The lead time of ${show(item)} is missing. Give its days; 0 is a lead time too.`;
    issues.push({ code: "missingField", path: ["times", "leadTimes", item], message });
  }
}
