import { formatRatio } from "../core/index.js";
import { type Issues, pickFields, refuseAll } from "./argument.js";
import type { BomGraph } from "./columns.js";
import { refuse, show } from "./issue.js";
import { type AskedQuantity, readAsked, readItem } from "./question.js";
import { walkTree } from "./tree-walk.js";

/** What {@link bomTreeText} draws. */
export interface BomTreeOptions {
  /** How many of the item at the top; 1 when left out. */
  readonly quantity?: AskedQuantity | undefined;
  /** Lines below the top, since a tree may be exponentially larger than its bill; else 1000. */
  readonly maximumLines?: number | undefined;
}

/**
 * Draws the tree below an item as indented text.
 *
 * Each line shows the quantity for one parent, and in brackets the one for the whole, where it is
 * another. An id with line breaks or other control characters is written as in JSON.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param item - id of the item at the top
 * @param options - `quantity` of the item; `maximumLines` below the top
 * @returns lines parted by line breaks, none at the end; the last is `…` when lines were left out
 * @throws PlanningInputError when the graph does not know the item (`unknownId`), the quantity is
 * none (`invalidQuantity`) or negative (`outOfRange`), or `maximumLines` is no number from 0 on
 *
 * Source: rule B9; Orlicky, *Material Requirements Planning*, "product structure".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "wheel", component: "spoke", quantity: 12 },
 *   { parent: "cart", component: "seat", quantity: 1 },
 * ]);
 * bomTreeText(graph, "cart").split("\n");
 * // => ["cart", "├─ 4 × wheel", "│  └─ 12 × spoke (48)", "└─ 1 × seat"]
 * ```
 */
export function bomTreeText(graph: BomGraph, item: string, options: BomTreeOptions = {}): string {
  const { quantity = 1, maximumLines = 1000 } = readOptions(options);
  const top = readItem(graph, item);
  const asked = readAsked(quantity);
  checkMaximumLines(maximumLines);
  const many = formatRatio(asked);
  const text = [many === "1" ? plain(item) : `${many} × ${plain(item)}`];
  const margin: string[] = [""]; // by level: what stands before the branch
  for (const { level, line, total, last } of walkTree(graph, top, asked)) {
    if (text.length > maximumLines) {
      text.push("…");
      break;
    }
    const per = formatRatio(graph.lineRatio[line]!);
    const whole = formatRatio(total);
    const name = plain(graph.items[graph.lineComponent[line]!]!);
    const before = margin[level - 1]!;
    margin[level] = `${before}${last ? "   " : "│  "}`;
    const rest = whole === per ? "" : ` (${whole})`;
    text.push(`${before}${last ? "└─" : "├─"} ${per} × ${name}${rest}`);
  }
  return text.join("\n");
}

/** Whatever else the options have is passed over. */
function readOptions(options: unknown): BomTreeOptions {
  if (typeof options !== "object" || options === null) {
    const message = `The options (${show(options)}) must be an object.`;
    refuse({ code: "invalidType", path: ["options"], message });
  }
  const issues: Issues = [];
  const fields = pickFields(options, ["options"], ["quantity", "maximumLines"], issues);
  refuseAll(issues);
  return fields as BomTreeOptions;
}

function checkMaximumLines(value: number): void {
  if (typeof value === "number" && value >= 0) return;
  const message = `The maximumLines (${show(value)}) must be 0 or more.`;
  refuse({ code: "outOfRange", path: ["maximumLines"], message, value });
}

/** An id on one line: as it is, or as in JSON when it holds control characters. */
function plain(id: string): string {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(id) ? JSON.stringify(id) : id;
}
