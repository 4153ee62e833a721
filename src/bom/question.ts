import { Decimal, parseRatio, type Ratio } from "../core/index.js";
import type { BomGraph } from "./columns.js";
import { QUANTITY_FORM, refuse, show } from "./issue.js";

/** A quantity of an item that a question is asked for: `2`, `"0.125"`, `"1/48"` or a `Decimal`. */
export type AskedQuantity = number | string | Decimal;

/**
 * Reads the quantity that a question is asked for.
 *
 * @throws PlanningInputError when it is none (`invalidQuantity`), or negative (`outOfRange`)
 */
export function readAsked(quantity: AskedQuantity): Ratio {
  const value = Decimal.isDecimal(quantity) ? quantity.toFixed() : quantity;
  const ratio = parseRatio(value);
  if (ratio !== undefined && ratio.num >= 0n) return ratio;
  const given = `The quantity (${show(value)})`;
  const path = ["quantity"];
  if (ratio === undefined) {
    refuse({ code: "invalidQuantity", path, message: `${given} must be ${QUANTITY_FORM}.` });
  }
  refuse({ code: "outOfRange", path, message: `${given} must be 0 or more.`, value });
}

/**
 * Finds the number of an item that a question is about.
 *
 * @throws PlanningInputError when the graph does not know it (`unknownId`)
 */
export function readItem(graph: BomGraph, item: string): number {
  const number = readGraph(graph).numberOf.get(item);
  if (number !== undefined) return number;
  const message = `The item (${show(item)}) stands in no line of this bill. Correct the id.`;
  refuse({ code: "unknownId", path: ["item"], message, id: item });
}

/** Tells a graph from rows that were handed over in its place. @throws PlanningInputError */
export function readGraph(graph: BomGraph): BomGraph {
  if (isGraph(graph)) return graph;
  const message = `The graph (${show(graph)}) must be what bomGraph returned.`;
  refuse({ code: "invalidType", path: ["graph"], message });
}

/** Whether a value is a graph made by `bomGraph`, of this copy of the library or another. */
export function isGraph(value: unknown): value is BomGraph {
  return typeof value === "object" && value !== null && "linesBelow" in value;
}
