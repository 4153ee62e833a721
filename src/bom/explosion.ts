import { multiplyRatios, type Ratio } from "../core/index.js";
import type { BomGraph } from "./columns.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { type AskedQuantity, readAsked, readItem } from "./question.js";
import { roll } from "./roll.js";
import { walkTree } from "./tree-walk.js";

/** One line of an explosion; `quantity` and `ratio` are for the whole quantity asked for. */
export interface ExplosionRow extends ExactQuantity {
  /** 1 for the components of the item asked for, 2 for theirs, and so on. */
  readonly level: number;
  /** Id of what the component goes into. */
  readonly parent: string;
  /** Id of the component. */
  readonly component: string;
  /** Index of the line among the rows that the graph was built from. */
  readonly row: number;
  /** For one parent. */
  readonly per: ExactQuantity;
}

/**
 * Lists the components that go straight into an item.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param item - id of the parent
 * @param quantity - how many of it, in its own unit; 1 when left out
 * @returns one row for each line, in the order of the rows; none for an item without components
 * @throws PlanningInputError when the graph does not know the item (`unknownId`), or the quantity is
 * none (`invalidQuantity`) or negative (`outOfRange`)
 *
 * Source: rule B9; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*,
 * "bill of material explosion".
 *
 * @example
 * ```ts
 * const graph = bomGraph([{ parent: "cart", component: "wheel", quantity: 4 }]);
 * const rows = explodeSingleLevel(graph, "cart", 10);
 * rows.map((row) => `${row.quantity} × ${row.component}`); // => ["40 × wheel"]
 * ```
 */
export function explodeSingleLevel(
  graph: BomGraph,
  item: string,
  quantity: AskedQuantity = 1,
): readonly ExplosionRow[] {
  const n = readItem(graph, item);
  const asked = readAsked(quantity);
  const { start, row } = graph.linesBelow;
  const lines = [...row.subarray(start[n]!, start[n + 1]!)];
  return lines.map((line) =>
    explosionRow(graph, 1, line, multiplyRatios(asked, graph.lineRatio[line]!)),
  );
}

/**
 * Lists the whole tree below an item, each component under its parent.
 *
 * The tree may be exponentially larger than the bill, so rows are made only as they are read: stop
 * when there are enough. Its depth is not limited.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param item - id of the item at the top, which is not itself a row
 * @param quantity - how many of it, in its own unit; 1 when left out
 * @returns rows from top to bottom, which can be gone through more than once
 * @throws PlanningInputError when the graph does not know the item (`unknownId`), or the quantity is
 * none (`invalidQuantity`) or negative (`outOfRange`)
 *
 * Source: rule B9; APICS dictionary, "indented bill of material".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "wheel", component: "spoke", quantity: 12 },
 * ]);
 * const rows = [...explodeIndented(graph, "cart")];
 * rows.map((row) => [row.level, row.component, row.per.ratio, row.ratio]);
 * // => [[1, "wheel", "4", "4"], [2, "spoke", "12", "48"]]
 * ```
 */
export function explodeIndented(
  graph: BomGraph,
  item: string,
  quantity: AskedQuantity = 1,
): Iterable<ExplosionRow> {
  const n = readItem(graph, item);
  const asked = readAsked(quantity);
  return {
    *[Symbol.iterator]() {
      for (const { level, line, total } of walkTree(graph, n, asked)) {
        yield explosionRow(graph, level, line, total);
      }
    },
  };
}

/**
 * Adds up how much of each item the whole tree below an item needs.
 *
 * Goes through the bill once in level order and not through the tree, so that it is fast however
 * often a component is shared.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param item - id of the item at the top, which is not itself in the result
 * @param quantity - how many of it, in its own unit; 1 when left out
 * @returns component → exact total, in level order: by low-level code, then by id
 * @throws PlanningInputError when the graph does not know the item (`unknownId`), or the quantity is
 * none (`invalidQuantity`) or negative (`outOfRange`)
 *
 * Source: rules B1, B9; APICS dictionary, "summarized bill of material".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "cart", component: "bolt", quantity: 8 },
 *   { parent: "wheel", component: "bolt", quantity: 5 },
 * ]);
 * const totals = explodeSummarised(graph, "cart", 10);
 * totals.get("bolt")?.quantity.toNumber(); // => 280
 * ```
 */
export function explodeSummarised(
  graph: BomGraph,
  item: string,
  quantity: AskedQuantity = 1,
): ReadonlyMap<string, ExactQuantity> {
  const totals = roll(graph, readItem(graph, item), readAsked(quantity), "down");
  return new Map(totals.map(([n, total]) => [graph.items[n]!, exactQuantity(total)]));
}

function explosionRow(graph: BomGraph, level: number, line: number, total: Ratio): ExplosionRow {
  return {
    level,
    parent: graph.items[graph.lineParent[line]!]!,
    component: graph.items[graph.lineComponent[line]!]!,
    row: line,
    per: exactQuantity(graph.lineRatio[line]!),
    ...exactQuantity(total),
  };
}
