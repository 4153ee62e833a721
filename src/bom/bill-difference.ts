import { type Issues, readGraphOf, refuseAll } from "./argument.js";
import type { BomGraph } from "./columns.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";

/** A line that stands in one of two bills only; `quantity` and `ratio` are for one parent. */
export interface LoneLine extends ExactQuantity {
  /** Id of what is made. */
  readonly parent: string;
  /** Id of the component. */
  readonly component: string;
  /** Index of the line among the rows of the bill that has it. */
  readonly row: number;
}

/** A line of one quantity before and another after. */
export interface ChangedLine {
  /** Id of what is made. */
  readonly parent: string;
  /** Id of the component. */
  readonly component: string;
  /** The quantity for one parent before, and the index of its row there. */
  readonly before: ExactQuantity & { readonly row: number };
  /** The quantity for one parent after, and the index of its row there. */
  readonly after: ExactQuantity & { readonly row: number };
}

/** What makes of one bill the other. */
export interface BillDifference {
  /** Lines of the second bill that the first does not have, in its order. */
  readonly added: readonly LoneLine[];
  /** Lines of the first bill that the second does not have, in its order. */
  readonly removed: readonly LoneLine[];
  /** Lines of both with another quantity, in the order of the second. */
  readonly changed: readonly ChangedLine[];
}

/**
 * Compares two bills of material line by line: two versions, two variants, or one bill on two days.
 *
 * A line is known by its parent and its component. Where a component stands on several lines of one
 * parent, equal quantities are matched first and the rest in their order. Quantities are compared
 * exactly, however they were written; the order of the rows is no difference.
 *
 * @param before - the first bill, see {@link bomGraph}
 * @param after - the second bill
 * @returns lines added, removed and changed; carried out on the first bill they give the second
 * @throws PlanningInputError when one of the two is no graph
 *
 * Source: rule B9.
 *
 * @example
 * ```ts
 * const first = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "cart", component: "bell", quantity: 1 },
 * ]);
 * const second = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 3 },
 *   { parent: "cart", component: "horn", quantity: 1 },
 * ]);
 * const { added, removed, changed } = compareBills(first, second);
 * [added, removed].map((lines) => lines.map(({ component }) => component)); // => [["horn"], ["bell"]]
 * changed.map((line) => `${line.component}: ${line.before.ratio} to ${line.after.ratio}`);
 * // => ["wheel: 4 to 3"]
 * ```
 */
export function compareBills(before: BomGraph, after: BomGraph): BillDifference {
  const issues: Issues = [];
  const old = readGraphOf(before, ["before"], issues);
  const young = readGraphOf(after, ["after"], issues);
  refuseAll(issues);
  const pairs = new Map<string, Map<string, number>>();
  const [oldPair, youngPair] = [pairsOf(old, pairs), pairsOf(young, pairs)];
  const isLeft = new Uint8Array(oldPair.length).fill(1); // 1: no line has been matched with it yet
  const take = (line: number | undefined): number | undefined => {
    if (line !== undefined) isLeft[line] = 0;
    return line;
  };
  const alike = firstOnTop(oldPair, (line) => keyOf(oldPair, old, line));
  const unmatched: number[] = [];
  for (let line = 0; line < youngPair.length; line++) {
    const equal = take(alike.get(keyOf(youngPair, young, line))?.pop());
    if (equal === undefined) unmatched.push(line);
  }
  const others = firstOnTop(oldPair, (line) => (isLeft[line] === 1 ? oldPair[line] : undefined));
  const added: LoneLine[] = [];
  const changed: ChangedLine[] = [];
  for (const line of unmatched) {
    const other = take(others.get(youngPair[line])?.pop());
    if (other === undefined) added.push(loneLine(young, line));
    else changed.push(changedLine(old, other, young, line));
  }
  const removed = [...oldPair.keys()].filter((line) => isLeft[line] === 1);
  return { added, removed: removed.map((line) => loneLine(old, line)), changed };
}

/** Numbers the pairs of parent and component, the same for both bills. */
function pairsOf(graph: BomGraph, pairs: Map<string, Map<string, number>>): Int32Array {
  let count = 0;
  for (const components of pairs.values()) count += components.size;
  return Int32Array.from(graph.lineRatio, (_, line) => {
    const [parent, component] = endsOf(graph, line);
    const components = pairs.get(parent) ?? new Map<string, number>();
    const pair = components.get(component) ?? count++;
    pairs.set(parent, components.set(component, pair));
    return pair;
  });
}

/** A line's pair and exact quantity; all of it are numbers, so that no id can forge one. */
function keyOf(pair: Int32Array, graph: BomGraph, line: number): string {
  const { num, den } = graph.lineRatio[line]!;
  return `${pair[line]}:${num}/${den}`;
}

/** Groups lines by a key, the first of a group last, where `pop` takes it. */
function firstOnTop<Key>(
  lines: Int32Array,
  key: (line: number) => Key | undefined,
): Map<Key | undefined, number[]> {
  const groups = new Map<Key | undefined, number[]>();
  for (let line = lines.length - 1; line >= 0; line--) {
    const of = key(line);
    if (of === undefined) continue;
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [line]);
    else group.push(line);
  }
  return groups;
}

function endsOf(graph: BomGraph, line: number): [string, string] {
  return [graph.items[graph.lineParent[line]!]!, graph.items[graph.lineComponent[line]!]!];
}

function loneLine(graph: BomGraph, line: number): LoneLine {
  const [parent, component] = endsOf(graph, line);
  return { parent, component, row: line, ...exactQuantity(graph.lineRatio[line]!) };
}

function changedLine(old: BomGraph, before: number, young: BomGraph, after: number): ChangedLine {
  const [parent, component] = endsOf(young, after);
  return {
    parent,
    component,
    before: { row: before, ...exactQuantity(old.lineRatio[before]!) },
    after: { row: after, ...exactQuantity(young.lineRatio[after]!) },
  };
}
