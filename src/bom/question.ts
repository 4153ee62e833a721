import { Decimal, parseRatio, powerOfTen, type Ratio, ratioOf } from "../core/index.js";
import type { BomGraph, CompressedRows } from "./columns.js";
import { isInt32Array } from "./int32-array.js";
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
  const value = givenOf(quantity);
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
  if (typeof value !== "object" || value === null) return parseRatio(value);
  try {
    return Decimal.isDecimal(value) ? decimalRatio(value) : undefined;
  } catch {
    return undefined; // of an object that only looks like a Decimal, or throws when it is read
  }
}

function decimalRatio(value: Decimal): Ratio | undefined {
  if (!value.isFinite() || Math.abs(value.e) > LARGEST_EXPONENT) return undefined;
  const [whole, fraction = ""] = value.toFixed().split(".");
  return ratioOf(BigInt(`${whole}${fraction}`), powerOfTen(fraction.length));
}

/** A value as messages show it: a `Decimal` as its text. */
export function givenOf(value: unknown): unknown {
  try {
    const isDecimal = Decimal.isDecimal(value) && typeof value.toFixed === "function";
    return isDecimal ? `${value}` : value;
  } catch {
    return value;
  }
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
  const columns = graphOf(graph);
  if (columns !== undefined) return columns;
  const message = `The graph (${show(graph)}) must be what bomGraph returned.`;
  refuse({ code: "invalidType", path: ["graph"], message });
}

/**
 * Reads a graph made by `bomGraph`, of this copy of the library or another, as columns of its own.
 *
 * @returns `undefined` where it is none: its columns are of other kinds or lengths, or cannot be read
 */
export function graphOf(value: unknown): BomGraph | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    const { items, numberOf, lineParent, lineComponent, lineRatio } = value as BomGraph;
    const { linesBelow, linesAbove, codes, order } = value as BomGraph;
    const [below, above] = [rowsOf(linesBelow), rowsOf(linesAbove)];
    Map.prototype.has.call(numberOf, ""); // throws unless it is a map, of whatever realm
    const starts = [below.start, above.start];
    const sound =
      [codes, order, lineParent, lineComponent, ...starts, below.row, above.row].every(
        isInt32Array,
      ) &&
      [numberOf.size, codes.length, order.length].every((size) => size === items.length) &&
      starts.every(({ length }) => length === items.length + 1) &&
      [lineParent, lineComponent, below.row, above.row].every(
        ({ length }) => length === lineRatio.length,
      );
    const lines = { items, numberOf, lineParent, lineComponent, lineRatio };
    return sound ? { ...lines, linesBelow: below, linesAbove: above, codes, order } : undefined;
  } catch {
    return undefined;
  }
}

function rowsOf({ start, row }: CompressedRows): CompressedRows {
  return { start, row };
}
