import { addRatios, multiplyRatios, type Ratio } from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  noteTwice,
  type Path,
  readFields,
  readGraphOf,
  readId,
  readItemOf,
  readList,
  readQuantity,
  refuseAll,
} from "./argument.js";
import type { BomGraph } from "./columns.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { show } from "./issue.js";
import type { AskedQuantity } from "./question.js";

/** One line of a customer's order. */
export interface KitOrderLine {
  /** Id of the item ordered, a kit or not. */
  readonly item: string;
  /** How many of it, 0 or more. */
  readonly quantity: AskedQuantity;
}

/** What is to be delivered for one line of an order. */
export interface KitDelivery extends ExactQuantity {
  /** Index of the line among the lines given. */
  readonly line: number;
  /** Id of what is delivered, never a kit. */
  readonly item: string;
  /** Id of the kit that was ordered; not there when the item was ordered itself. */
  readonly kit?: string;
}

/**
 * Takes the kits of an order apart, line by line: a kit is sold as one and delivered as its parts.
 *
 * A kit in a kit is taken apart too; whatever else has components is delivered as it is. Factors are
 * multiplied on the way, exactly; the same part from several ways is one delivery.
 *
 * @param graph - the bills of the kits; other bills may be in it, see {@link bomGraph}
 * @param kits - ids of the kits, each an item with components
 * @param lines - the lines of the order
 * @returns what is to be delivered, line by line; the parts of a kit in level order
 * @throws PlanningInputError with everything that is wrong; a kit without components is a
 * `contradiction`
 *
 * Source: rule B3 for the composite factor; APICS dictionary, "kit", "phantom bill of material".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "picnic", component: "cutlery", quantity: 4 },
 *   { parent: "picnic", component: "basket", quantity: 1 },
 *   { parent: "cutlery", component: "fork", quantity: 1 },
 *   { parent: "cutlery", component: "knife", quantity: 1 },
 * ]);
 * const lines = [{ item: "picnic", quantity: 2 }, { item: "rug", quantity: 1 }];
 * const parts = explodeKits(graph, ["picnic", "cutlery"], lines);
 * parts.map(({ line, ratio, item }) => `${line}: ${ratio} ${item}`);
 * // => ["0: 2 basket", "0: 8 fork", "0: 8 knife", "1: 1 rug"]
 * ```
 */
export function explodeKits(
  graph: BomGraph,
  kits: readonly string[],
  lines: readonly KitOrderLine[],
): readonly KitDelivery[] {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const known = readKits(bom, kits, ["kits"], issues);
  const read = readList(lines, ["lines"], issues).map((line, n) => {
    const path = ["lines", n];
    const { item, quantity } = readFields(line, path, ["item", "quantity"], issues);
    return {
      id: readId(item, [...path, "item"], issues),
      ordered: readQuantity(quantity, [...path, "quantity"], "0 or more", issues),
    };
  });
  refuseAll(issues);
  const parts = new Map<number, [number, Ratio][]>(); // of a kit that was taken apart before
  return read.flatMap(({ id, ordered }, line): KitDelivery[] => {
    const n = bom.numberOf.get(id) ?? -1;
    if (!known.has(n)) return [{ line, item: id, ...exactQuantity(ordered) }];
    let below = parts.get(n);
    if (below === undefined) {
      below = partsOfKit(bom, known, n);
      parts.set(n, below);
    }
    return below.map(([part, per]) => ({
      line,
      item: bom.items[part]!,
      kit: id,
      ...exactQuantity(multiplyRatios(ordered, per)),
    }));
  });
}

/** Reads which items are kits: each has components. */
export function readKits(
  graph: BomGraph,
  value: unknown,
  path: Path,
  issues: Issues,
): ReadonlySet<number> {
  const kits = new Set<number>();
  for (const [n, id] of readList(value, path, issues).entries()) {
    const kit = readItemOf(graph, id, [...path, n], issues);
    if (kit < 0) continue;
    if (kits.has(kit)) noteTwice(graph.items[kit]!, [...path, n], issues);
    kits.add(kit);
    if (graph.linesBelow.start[kit]! < graph.linesBelow.start[kit + 1]!) continue;
    const message = `The kit ${show(id)} has no components, so that nothing says what is delivered for it. Give it a bill.`;
    noteContradiction([...path, n], message, issues);
  }
  return kits;
}

/** What one kit holds that is no kit, in level order. */
export function partsOfKit(
  graph: BomGraph,
  kits: ReadonlySet<number>,
  kit: number,
): [number, Ratio][] {
  const { linesBelow, lineComponent, lineRatio, codes } = graph;
  const { start, row } = linesBelow;
  const inside = new Set([kit]);
  for (const n of inside) {
    // A set goes on through what is added to it on the way.
    if (!kits.has(n)) continue;
    for (let k = start[n]!; k < start[n + 1]!; k++) inside.add(lineComponent[row[k]!]!);
  }
  const order = [...inside].sort((a, b) => codes[a]! - codes[b]! || a - b);
  const totals = new Map<number, Ratio>([[kit, { num: 1n, den: 1n }]]);
  for (const n of order) {
    if (!kits.has(n)) continue;
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      const component = lineComponent[row[k]!]!;
      const part = multiplyRatios(totals.get(n)!, lineRatio[row[k]!]!);
      const sum = totals.get(component);
      totals.set(component, sum === undefined ? part : addRatios(sum, part));
    }
  }
  return order.filter((n) => !kits.has(n)).map((n) => [n, totals.get(n)!]);
}
