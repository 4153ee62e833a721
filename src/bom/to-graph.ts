import { Graph } from "@dagrejs/graphlib";
import { type Issues, readId, refuseAll } from "./argument.js";
import { type BomRow, readBomRows } from "./bom-row.js";
import type { BomGraph, BomLines } from "./columns.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { graphOf } from "./question.js";

/** What a node of {@link toGraph} carries. */
export interface BomNodeLabel {
  /** Its id, also where the node has another name, see {@link graphNodeName}. */
  readonly item: string;
}

/** What an edge of {@link toGraph} carries: the quantity per one parent. */
export interface BomEdgeLabel extends ExactQuantity {
  /** Index of the line among the rows. */
  readonly row: number;
}

/**
 * Hands a bill of material to graphlib, for layout, drawing and further algorithms.
 *
 * A directed multigraph from parents to components: each line is an edge of its own, named after the
 * index of its row. Nodes are named by {@link graphNodeName}, which is the id for all ordinary ids.
 * Rows may hold cycles here, so that `alg.findCycles` can show them. For large bills the other
 * functions of this folder are faster by far, and graphlib's recursive ones end at some thousand
 * levels.
 *
 * @param bom - rows `{ parent, component, quantity }`, or a graph made of them by {@link bomGraph}
 * @returns a new graph of `@dagrejs/graphlib`, which is the caller's to change
 * @throws PlanningInputError with every row that is wrong
 *
 * Source: rule B9.
 *
 * @example
 * ```ts
 * const graph = toGraph([{ parent: "cart", component: "wheel", quantity: 4 }]);
 * graph.successors("cart"); // => ["wheel"]
 * graph.edge("cart", "wheel", "0").ratio; // => "4"
 * ```
 */
export function toGraph(
  bom: BomGraph | readonly BomRow[],
): Graph<Record<string, unknown>, BomNodeLabel, BomEdgeLabel> {
  const lines = graphOf(bom) ?? readLines(bom);
  const graph = new Graph<Record<string, unknown>, BomNodeLabel, BomEdgeLabel>({
    directed: true,
    multigraph: true,
  });
  graph.setGraph({}); // a layout writes its own settings and sizes there
  const names = lines.items.map(graphNodeName);
  for (const [n, item] of lines.items.entries()) graph.setNode(names[n]!, { item });
  for (let row = 0; row < lines.lineRatio.length; row++) {
    const [parent, component] = [lines.lineParent[row]!, lines.lineComponent[row]!];
    const label = { row, ...exactQuantity(lines.lineRatio[row]!) };
    graph.setEdge(names[parent]!, names[component]!, label, `${row}`);
  }
  return graph;
}

/**
 * Names the node of an item in {@link toGraph}.
 *
 * graphlib keeps its nodes in plain objects and joins names by U+0001. So an id with that character,
 * with a leading backslash, or named like something that every object has (`constructor`) is
 * escaped by a leading backslash; all other ids stand as they are. No two ids share a name.
 *
 * @param item - id of the item
 * @returns the name of its node
 * @throws PlanningInputError when it is no id
 *
 * @example
 * ```ts
 * graphNodeName("wheel"); // => "wheel"
 * graphNodeName("constructor"); // => "\\constructor"
 * ```
 */
export function graphNodeName(item: string): string {
  const issues: Issues = [];
  readId(item, ["item"], issues);
  refuseAll(issues);
  if (!(item in Object.prototype) && !item.includes("\u0001") && !item.startsWith("\\")) {
    return item;
  }
  return `\\${item.replaceAll("\\", "\\\\").replaceAll("\u0001", "\\1")}`;
}

function readLines(rows: unknown): BomLines {
  const issues: Issues = [];
  const lines = readBomRows(rows, issues);
  refuseAll(issues);
  return lines;
}
