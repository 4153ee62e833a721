import { addRatios, multiplyRatios, type Ratio } from "../../core/index.js";
import { identifier, listOf, objectOf, optional, readArgument, refuse } from "../argument.js";
import { asNumber, exactly, smaller, subtractRatios, ZERO } from "../exact-number.js";
import { finite } from "../finite.js";
import { nonNegative, wholeNumber } from "../number-argument.js";
import { refuseTwins } from "./abc-classification.js";

/** Stocks, and when what lies in them will be needed. */
export interface ExcessStockInput {
  readonly items: readonly {
    readonly id: string;
    /** Units there now. */
    readonly onHand: number;
    /** Units needed in each of the coming periods. */
    readonly demand: readonly number[];
    /** Units kept for safety, never excess; 0 when left out. */
    readonly safetyStock?: number | undefined;
    /** Value of one unit, 1 when left out. */
    readonly unitCost?: number | undefined;
  }[];
  /** Periods whose demand a stock may cover; what is needed only later is excess. */
  readonly excessAfter: number;
  /** Periods beyond which stock is obsolete; all that are given for an item when left out. */
  readonly obsoleteAfter?: number | undefined;
}

/** A stock in its three parts, which add up to what is there. */
export interface ExcessStockRow {
  readonly id: string;
  /** Units for safety and for the periods to be covered. */
  readonly active: number;
  /** Units needed later. */
  readonly excess: number;
  /** Units that nothing in sight needs. */
  readonly obsolete: number;
  readonly activeValue: number;
  readonly excessValue: number;
  readonly obsoleteValue: number;
}

/**
 * Parts each stock into what is wanted, what is more than the coming periods need, and what nothing in
 * sight needs. An item without any demand is obsolete beyond its safety stock. Computed exactly from the
 * decimals that are written: 0.8 less 0.1 and 0.7 leaves nothing that is obsolete.
 *
 * @param input - items with stock, demand by period, safety stock and value; and the two horizons
 * @returns a row for each item, as they are given
 * @throws PlanningInputError when a figure is out of range, an id stands twice, or the horizons are not in order
 *
 * APICS: excess inventory, obsolete inventory.
 *
 * @example
 * ```ts
 * const [row] = excessStock({
 *   items: [{ id: "nut", onHand: 100, demand: [10, 10, 10, 10], safetyStock: 15, unitCost: 2 }],
 *   excessAfter: 3,
 * });
 * [row?.active, row?.excess, row?.obsolete]; // => [45, 10, 45]
 * row?.obsoleteValue; // => 90
 * ```
 */
export function excessStock(input: ExcessStockInput): readonly ExcessStockRow[] {
  const { items, excessAfter, obsoleteAfter } = readArgument(input, {
    items: listOf(
      objectOf({
        id: identifier,
        onHand: nonNegative,
        demand: listOf(nonNegative),
        safetyStock: optional(nonNegative, 0),
        unitCost: optional(nonNegative, 1),
      }),
    ),
    excessAfter: wholeNumber(0),
    obsoleteAfter: optional(wholeNumber(0)),
  });
  if (obsoleteAfter !== undefined && obsoleteAfter < excessAfter) {
    const message = `The obsoleteAfter (${obsoleteAfter}) must not be below the excessAfter (${excessAfter}).`;
    refuse("contradiction", ["obsoleteAfter"], message);
  }
  refuseTwins(items);
  const rows = items.map(({ id, onHand, demand, safetyStock, unitCost }): ExcessStockRow => {
    const needed = (from: number, to: number | undefined): Ratio =>
      demand.slice(from, to).map(exactly).reduce(addRatios, ZERO);
    const stock = exactly(onHand);
    const price = exactly(unitCost);
    const worth = (units: Ratio): number => asNumber(multiplyRatios(units, price));
    const active = smaller(stock, addRatios(exactly(safetyStock), needed(0, excessAfter)));
    const rest = subtractRatios(stock, active);
    const excess = smaller(rest, needed(excessAfter, obsoleteAfter));
    const obsolete = subtractRatios(rest, excess);
    return {
      id,
      active: asNumber(active),
      excess: asNumber(excess),
      obsolete: asNumber(obsolete),
      activeValue: worth(active),
      excessValue: worth(excess),
      obsoleteValue: worth(obsolete),
    };
  });
  return finite(rows);
}
