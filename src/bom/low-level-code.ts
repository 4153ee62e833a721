import type { BomGraph, CompressedRows } from "./columns.js";
import { compressedRows } from "./compressed-rows.js";
import { cyclesOfEdges } from "./cycle.js";
import { checkEdges } from "./edges.js";
import { readGraph } from "./question.js";

/** The low-level codes of a graph of plain integers. */
export interface LowLevelCodes {
  /** The code of each node; −1 for a node on a cycle or below one. */
  readonly codes: Int32Array;
  /** The nodes that have a code, by code and then by number: parents before components. */
  readonly order: Int32Array;
  /** The cycle of {@link cyclesOfEdges} that comes first, closed (`[3, 7, 3]`); `null` without one. */
  readonly cycle: readonly number[] | null;
}

/**
 * Computes low-level codes by Kahn's algorithm: 0 for what is in nothing, else 1 + the highest code
 * of everything it goes into.
 *
 * Takes time in proportion to nodes + edges, at any depth. Nothing depends on the order of the edges.
 *
 * @param count - how many nodes there are; they are numbered from 0
 * @param from - the parent of each edge
 * @param to - the component of each edge, as many as `from`
 * @returns codes, level order, and a cycle when there is one
 * @throws PlanningInputError with everything that is wrong: a count that is no whole number from 0 to
 * 16,777,216, a node that lies outside it, an edge with one end
 *
 * Source: rule B1; A. B. Kahn, "Topological sorting of large networks", CACM 5 (1962).
 *
 * @example
 * ```ts
 * // 0 → 1, 1 → 2 and 0 → 2: the deepest place of 2 counts.
 * const { codes } = lowLevelCodesOfEdges(3, Int32Array.of(0, 1, 0), Int32Array.of(1, 2, 2));
 * [...codes]; // => [0, 1, 2]
 * ```
 */
export function lowLevelCodesOfEdges(
  count: number,
  from: Int32Array,
  to: Int32Array,
): LowLevelCodes {
  checkEdges(count, from, to);
  const codes = assignCodes(count, to, compressedRows(count, from));
  const order = orderByCode(codes);
  const cycle = order.length === count ? null : cyclesOfEdges(count, from, to)[0]!;
  return { codes, order, cycle };
}

function assignCodes(count: number, to: Int32Array, components: CompressedRows): Int32Array {
  const { start, row } = components;
  const codes = new Int32Array(count).fill(-1);
  const waitingFor = new Int32Array(count); // edges from parents that have no code yet
  for (let e = 0; e < to.length; e++) waitingFor[to[e]!]!++;
  const queue = new Int32Array(count); // nodes that have a code, lowest code first
  let queued = 0;
  for (let n = 0; n < count; n++) {
    if (waitingFor[n] === 0) {
      codes[n] = 0;
      queue[queued++] = n;
    }
  }
  for (let head = 0; head < queued; head++) {
    const n = queue[head]!;
    const below = codes[n]! + 1;
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      const component = to[row[k]!]!;
      // The queue runs by rising code, so the last parent to come is the deepest.
      if (--waitingFor[component]! === 0) {
        codes[component] = below;
        queue[queued++] = component;
      }
    }
  }
  return codes;
}

/** Counting sort: by code, and by number within a code. */
function orderByCode(codes: Int32Array): Int32Array {
  const place = new Int32Array(codes.length + 1); // first place of each code
  let coded = 0;
  for (let n = 0; n < codes.length; n++) {
    if (codes[n]! < 0) continue;
    place[codes[n]! + 1]!++;
    coded++;
  }
  for (let c = 0; c < codes.length; c++) place[c + 1]! += place[c]!;
  const order = new Int32Array(coded);
  for (let n = 0; n < codes.length; n++) {
    if (codes[n]! >= 0) order[place[codes[n]!]!++] = n;
  }
  return order;
}

/**
 * Reads the low-level code of every item: 0 for what is in nothing, else 1 + the highest code of
 * everything it goes into.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @returns item → code, in level order: by code, then by id (UTF-16 code units)
 *
 * Source: rule B1; Orlicky, *Material Requirements Planning*, "low-level coding".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "cart", component: "bolt", quantity: 8 },
 *   { parent: "wheel", component: "bolt", quantity: 5 },
 * ]);
 * [...lowLevelCodesOf(graph)]; // => [["cart", 0], ["wheel", 1], ["bolt", 2]]
 * ```
 */
export function lowLevelCodesOf(graph: BomGraph): ReadonlyMap<string, number> {
  const { items, codes, order } = readGraph(graph);
  return new Map(Array.from(order, (n) => [items[n]!, codes[n]!] as const));
}
