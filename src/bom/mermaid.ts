import { formatRatio } from "../core/index.js";
import type { BomGraph } from "./columns.js";
import { type Drawing, type DrawingOptions, itemsByLevel, readDrawing } from "./drawing.js";

/**
 * Writes a bill of material as a Mermaid flowchart: each item once, an arrow for each line.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param options - `item`: only it and what lies below; `quantity` of it: every item shows how many are
 * taken in all; `levels`: items stand in rows by level
 * @returns the text of the chart; ids stand only in labels, and are escaped there
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: the flowchart syntax of mermaid.js.org, "Entity codes to escape characters".
 *
 * @example
 * ```ts
 * const graph = bomGraph([{ parent: "cart", component: "wheel", quantity: 4 }]);
 * toMermaid(graph).split("\n");
 * // => ["flowchart TD", "  n0[\"cart\"]", "  n1[\"wheel\"]", "  n0 -->|\"4\"| n1"]
 * ```
 */
export function toMermaid(graph: BomGraph, options: DrawingOptions = {}): string {
  const drawing = readDrawing(graph, options);
  const { lineParent, lineComponent, lineRatio } = drawing.graph;
  // By number, which is the order of the ids; rows by level bring an order of their own.
  const items = [...drawing.items].sort((a, b) => a - b);
  return [
    "flowchart TD",
    ...(drawing.inLevels ? levelRows(drawing) : items.map((n) => `  ${nodeOf(drawing, n)}`)),
    ...drawing.lines.map((line) => {
      const label = formatRatio(lineRatio[line]!);
      return `  n${lineParent[line]} -->|"${label}"| n${lineComponent[line]}`;
    }),
  ].join("\n");
}

function nodeOf({ graph, total }: Drawing, n: number): string {
  const quantity = total.get(n);
  const item = escapeLabel(graph.items[n]!);
  return `n${n}["${quantity === undefined ? item : `${formatRatio(quantity)} × ${item}`}"]`;
}

function levelRows(drawing: Drawing): string[] {
  return itemsByLevel(drawing).flatMap((items, level) => [
    `  subgraph level${level}["level ${level}"]`,
    ...items.map((n) => `    ${nodeOf(drawing, n)}`),
    "  end",
  ]);
}

/** Everything but letters, digits and plain spaces, points and dashes as an entity of Mermaid. */
function escapeLabel(id: string): string {
  return id.replace(/[^\p{L}\p{M}\p{N} ._/-]/gu, (character) => `#${character.codePointAt(0)};`);
}
