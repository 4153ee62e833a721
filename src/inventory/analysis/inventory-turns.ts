import { optional, readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { nonNegative, positive } from "../number-argument.js";

/** What goes through a stock, and what lies in it. */
export interface InventoryTurnsInput {
  /** Cost of the goods sold or used in the time looked at, or units of them. */
  readonly usage: number;
  /** Average stock in that time, at cost too, or units. */
  readonly averageStock: number;
  /** Days of the time looked at, 365 when left out. */
  readonly days?: number | undefined;
}

/** How fast a stock turns over. */
export interface InventoryTurns {
  /** Times that the stock is used up in a year (of 365 days). */
  readonly turns: number;
  /** Days that the average stock lasts; `null` when nothing is used. */
  readonly daysOnHand: number | null;
}

/**
 * How often a stock turns over in a year, and how many days it lasts.
 *
 * @param input - usage in a time and average stock, both at cost or both in units; days of that time
 * @returns turns a year and days of supply
 * @throws PlanningInputError when a figure is missing, or the average stock is not above 0
 *
 * APICS: inventory turnover; Hopp & Spearman §6; Nahmias §1.
 *
 * @example
 * ```ts
 * inventoryTurns({ usage: 1_200_000, averageStock: 100_000 });
 * // => { turns: 12, daysOnHand: 30.416666666666664 }
 * ```
 */
export function inventoryTurns(input: InventoryTurnsInput): InventoryTurns {
  const { usage, averageStock, days } = readArgument(input, {
    usage: nonNegative,
    averageStock: positive,
    days: optional(positive, 365),
  });
  return finite({
    turns: (usage / averageStock) * (365 / days),
    daysOnHand: usage === 0 ? null : (averageStock / usage) * days,
  });
}
