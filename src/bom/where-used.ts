import type { BomGraph } from "./columns.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { readItem } from "./question.js";
import { roll } from "./roll.js";

/** One line on which an item stands; `quantity` and `ratio` are for one parent. */
export interface WhereUsedRow extends ExactQuantity {
  /** Id of what the item goes into. */
  readonly parent: string;
  /** Index of the line among the rows that the graph was built from. */
  readonly row: number;
}

/**
 * Lists what an item goes straight into.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param item - id of the component
 * @returns one row for each line that names it, in the order of the rows; none for an end item
 * @throws PlanningInputError when the graph does not know the item (`unknownId`)
 *
 * Source: rule B9; APICS dictionary, "where-used list".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "bolt", quantity: 8 },
 *   { parent: "wheel", component: "bolt", quantity: 5 },
 * ]);
 * whereUsed(graph, "bolt").map((row) => `${row.quantity} in ${row.parent}`);
 * // => ["8 in cart", "5 in wheel"]
 * ```
 */
export function whereUsed(graph: BomGraph, item: string): readonly WhereUsedRow[] {
  const n = readItem(graph, item);
  const { start, row } = graph.linesAbove;
  return [...row.subarray(start[n]!, start[n + 1]!)].map((line) => ({
    parent: graph.items[graph.lineParent[line]!]!,
    row: line,
    ...exactQuantity(graph.lineRatio[line]!),
  }));
}

/**
 * Finds everything that an item goes into over all levels, and how much of it is in one of each.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param item - id of the component, which is not itself in the result
 * @returns parent → quantity of the item in one such parent over all ways, from the deepest level
 * up: by falling low-level code, then by id
 * @throws PlanningInputError when the graph does not know the item (`unknownId`)
 *
 * Source: rule B9; APICS dictionary, "implosion".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "wheel", component: "bolt", quantity: 5 },
 * ]);
 * const uses = whereUsedSummarised(graph, "bolt");
 * [...uses].map(([parent, { ratio }]) => `${ratio} in ${parent}`); // => ["5 in wheel", "20 in cart"]
 * ```
 */
export function whereUsedSummarised(
  graph: BomGraph,
  item: string,
): ReadonlyMap<string, ExactQuantity> {
  return implode(graph, item, () => true);
}

/**
 * Finds the end items that an item goes into: those that are themselves in nothing.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param item - id of the component; an end item goes into none
 * @returns end item → quantity of the item in one of it over all ways, by id
 * @throws PlanningInputError when the graph does not know the item (`unknownId`)
 *
 * Source: rule B9; APICS dictionary, "implosion".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "wheel", component: "bolt", quantity: 5 },
 * ]);
 * implodeToEndItems(graph, "bolt").get("cart")?.quantity.toNumber(); // => 20
 * ```
 */
export function implodeToEndItems(
  graph: BomGraph,
  item: string,
): ReadonlyMap<string, ExactQuantity> {
  return implode(graph, item, (n) => graph.codes[n] === 0);
}

function implode(graph: BomGraph, item: string, wanted: (n: number) => boolean) {
  const found = roll(graph, readItem(graph, item), { num: 1n, den: 1n }, "up");
  return new Map(
    found
      .filter(([n]) => wanted(n))
      .map(([n, total]) => [graph.items[n]!, exactQuantity(total)] as const),
  );
}
