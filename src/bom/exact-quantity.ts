import {
  Decimal,
  formatRatio,
  PlanningInputError,
  parseRatio,
  type Ratio,
  ratioToDecimal,
} from "../core/index.js";
import { type BomIssue, show } from "./bom-row.js";
import type { BomGraph } from "./columns.js";

/** A quantity that a query computed, as a number to go on with and as the exact text. */
export interface ExactQuantity {
  /** Exact when its decimal expansion ends within 60 digits, else rounded there. */
  readonly quantity: Decimal;
  /** Always exact: `"3"`, `"0.25"`, or `"1/3"` where no decimal ends. */
  readonly ratio: string;
}

/** A quantity of an item that a question is asked for. */
export type AskedQuantity = number | string | Decimal;

/** The face of an exact fraction. */
export function exactQuantity(ratio: Ratio): ExactQuantity {
  return { quantity: ratioToDecimal(ratio), ratio: formatRatio(ratio) };
}

/**
 * Reads the quantity that a question is asked for.
 *
 * @throws PlanningInputError when it is none, or negative
 */
export function readAsked(quantity: AskedQuantity): Ratio {
  const ratio = parseRatio(Decimal.isDecimal(quantity) ? quantity.toFixed() : quantity);
  if (ratio !== undefined && ratio.num >= 0n) return ratio;
  const given = `The quantity (${show(Decimal.isDecimal(quantity) ? `${quantity}` : quantity)})`;
  const form = 'must be a number, the text of a decimal, or a fraction such as "1/48"';
  throw refusal(
    ratio === undefined
      ? { code: "invalidQuantity", path: ["quantity"], message: `${given} ${form}.` }
      : { code: "outOfRange", path: ["quantity"], message: `${given} must be 0 or more.` },
  );
}

/**
 * Finds the number of an item that a question is about.
 *
 * @throws PlanningInputError when the graph does not know it
 */
export function readItem(graph: BomGraph, item: string): number {
  const number = graph.numberOf.get(item);
  if (number !== undefined) return number;
  const message = `The item (${show(item)}) stands in no line of this bill. Correct the id.`;
  throw refusal({ code: "unknownId", path: ["item"], message, id: item });
}

function refusal(issue: BomIssue): PlanningInputError {
  return new PlanningInputError([issue]);
}
