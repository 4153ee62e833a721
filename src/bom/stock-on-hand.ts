import type { Ratio } from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  noteType,
  type Path,
  readByRow,
  readItemOf,
  readQuantities,
} from "./argument.js";
import type { BomGraph } from "./columns.js";
import { show } from "./issue.js";
import type { AskedQuantity } from "./question.js";

/** What there is to build from. */
export interface BuildStock {
  /** Item → quantity on hand; what is not there, and less than nothing, counts as 0. */
  readonly stock: ReadonlyMap<string, AskedQuantity>;
  /** One entry for each row of the bill: `true` where the component never limits, as glue does not. */
  readonly consumables?: readonly (boolean | undefined)[] | undefined;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/** Reads the stock: the quantity of each item of the graph, by its number, none below 0. */
export function readStock(graph: BomGraph, value: unknown, issues: Issues): Ratio[] {
  const stock = readQuantities(value, ["from", "stock"], "any number", issues);
  return graph.items.map((id) => {
    const quantity = stock.get(id) ?? ZERO;
    return quantity.num < 0n ? ZERO : quantity;
  });
}

/** Reads which rows never limit: those of consumables, and those of which nothing is needed. */
export function readUnlimiting(
  graph: BomGraph,
  value: unknown,
  issues: Issues,
): (row: number) => boolean {
  const isConsumable = readByRow(
    value,
    ["from", "consumables"],
    graph.lineRatio.length,
    (entry, path) => readBoolean(entry, path, issues),
    false,
    issues,
  );
  return (row) => isConsumable(row) || graph.lineRatio[row]!.num === 0n;
}

function readBoolean(value: unknown, path: Path, issues: Issues): boolean {
  if (typeof value === "boolean") return value;
  noteType(value, path, "true or false", issues);
  return false;
}

/** Reads what is to be built: an item of the graph that has components. */
export function readKit(graph: BomGraph, kit: unknown, issues: Issues): number {
  const n = readItemOf(graph, kit, ["kit"], issues);
  if (n >= 0 && graph.linesBelow.start[n] === graph.linesBelow.start[n + 1]) {
    const message = `The kit ${show(kit)} has no components, so that nothing says what it is built from. Give it a bill.`;
    noteContradiction(["kit"], message, issues);
  }
  return n;
}
