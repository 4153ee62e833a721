import { formatRatio } from "../core/index.js";
import type { BomGraph } from "./columns.js";
import { type Drawing, type DrawingOptions, itemsByLevel, readDrawing } from "./drawing.js";

/**
 * Writes a bill of material in DOT, the language of Graphviz: each item once, an arrow for each line.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param options - `item`: only it and what lies below; `quantity` of it: every item shows how many are
 * taken in all; `levels`: items stand in rows by level
 * @returns the text of the graph; ids stand only in labels, and are escaped there
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: rule B9; the DOT language of graphviz.org, "escString", "rank".
 *
 * @example
 * ```ts
 * const graph = bomGraph([{ parent: "cart", component: "wheel", quantity: 4 }]);
 * toDot(graph, { item: "cart", quantity: 10 }).split("\n");
 * // => [
 * //   "digraph {",
 * //   "  node [shape=box];",
 * //   "  n0 [label=\"10 × cart\"];",
 * //   "  n1 [label=\"40 × wheel\"];",
 * //   "  n0 -> n1 [label=\"4\"];",
 * //   "}",
 * // ]
 * ```
 */
export function toDot(graph: BomGraph, options: DrawingOptions = {}): string {
  const drawing = readDrawing(graph, options);
  const { lineParent, lineComponent, lineRatio } = drawing.graph;
  return [
    "digraph {",
    "  node [shape=box];",
    ...drawing.items.map((n) => `  n${n} [label="${labelOf(drawing, n)}"];`),
    ...(drawing.inLevels ? levelRows(drawing) : []),
    ...drawing.lines.map((line) => {
      const label = formatRatio(lineRatio[line]!);
      return `  n${lineParent[line]} -> n${lineComponent[line]} [label="${label}"];`;
    }),
    "}",
  ].join("\n");
}

function labelOf({ graph, total }: Drawing, n: number): string {
  const quantity = total.get(n);
  const item = escapeLabel(graph.items[n]!);
  return quantity === undefined ? item : `${formatRatio(quantity)} × ${item}`;
}

/** The names of the levels stand in a column of their own, which no arrow is seen in. */
function levelRows(drawing: Drawing): string[] {
  return itemsByLevel(drawing).flatMap((items, level) => [
    `  level${level} [shape=plaintext, label="level ${level}"];`,
    ...(level === 0 ? [] : [`  level${level - 1} -> level${level} [style=invis];`]),
    `  { rank=same; level${level}; ${items.map((n) => `n${n};`).join(" ")} }`,
  ]);
}

/** In a label a backslash begins an escape and an ampersand an entity. */
function escapeLabel(id: string): string {
  return id
    .replaceAll("&", "&amp;")
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replace(/[\p{Cc}\p{Cs}]/gu, (sign) => `\\\\u${hex(sign)}`);
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(4, "0");
}
