import { formatRatio } from "../core/index.js";
import type { BomGraph } from "./columns.js";
import { readGraph } from "./question.js";

/**
 * Writes a bill of material as a Mermaid flowchart: each item once, an arrow for each line.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @returns the text of the chart; ids stand only in labels, and are escaped there
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
export function toMermaid(graph: BomGraph): string {
  const { items, lineParent, lineComponent, lineRatio } = readGraph(graph);
  const text = ["flowchart TD"];
  for (const [n, item] of items.entries()) text.push(`  n${n}["${escapeLabel(item)}"]`);
  for (const [line, ratio] of lineRatio.entries()) {
    text.push(`  n${lineParent[line]} -->|"${formatRatio(ratio)}"| n${lineComponent[line]}`);
  }
  return text.join("\n");
}

/** Everything but letters, digits and plain spaces, points and dashes as an entity of Mermaid. */
function escapeLabel(id: string): string {
  return id.replace(/[^\p{L}\p{M}\p{N} ._/-]/gu, (character) => `#${character.codePointAt(0)};`);
}
