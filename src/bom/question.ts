import { Decimal, parseRatio, powerOfTen, type Ratio, ratioOf } from "../core/index.js";
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
  const ratio = askedRatio(quantity);
  if (ratio !== undefined && ratio.num >= 0n) return ratio;
  const value = Decimal.isDecimal(quantity) ? `${quantity}` : quantity;
  const given = `The quantity (${show(value)})`;
  const path = ["quantity"];
  if (ratio === undefined) {
    refuse({ code: "invalidQuantity", path, message: `${given} must be ${QUANTITY_FORM}.` });
  }
  refuse({ code: "outOfRange", path, message: `${given} must be 0 or more.`, value });
}

/** A `Decimal` beyond 10^±500 would make a text that is longer than any quantity. */
const LARGEST_EXPONENT = 500;

/** The exact value of what a quantity may be given as; `undefined` where it is none. */
export function askedRatio(value: unknown): Ratio | undefined {
  if (!Decimal.isDecimal(value)) return parseRatio(value);
  if (!value.isFinite() || Math.abs(value.e) > LARGEST_EXPONENT) return undefined;
  const [whole, fraction = ""] = value.toFixed().split(".");
  return ratioOf(BigInt(`${whole}${fraction}`), powerOfTen(fraction.length));
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
