import { type Decimal, formatDay, type Ratio } from "../../core/index.js";
import { roundedUnits } from "../money/rounding.js";
import type { InventoryKey } from "./inventory-options.js";
import { decimalOfUnits, type EXACT } from "./inventory-rows.js";
import type { PointValues } from "./point-values.js";
import type { ValueSums } from "./value-sums.js";

/** The figures that stock is judged by: a plain row, ready for a table. */
export type InventoryFiguresRow<Key extends InventoryKey = InventoryKey> = {
  readonly [K in Key]: string | null;
} & {
  /** The planning start. */
  readonly from: string;
  /** The day after the horizon. */
  readonly until: string;
  /** On the planning start, before anything comes or goes. */
  readonly openingValue: Decimal;
  /** At the end of the horizon. */
  readonly closingValue: Decimal;
  /** Of the values at the end of each day. */
  readonly averageValue: Decimal;
  /** What goes out to demands and orders; to other sites only where rows are by site. */
  readonly issuedValue: Decimal;
  /** How often a year the average value goes out; `null` when there is none. */
  readonly turns: Decimal | null;
  /** How many days the average value lasts; `null` when nothing goes out. */
  readonly daysOfSupply: Decimal | null;
  /** At standard cost, what no need within the horizon takes (K49). */
  readonly excessValue: Decimal;
  /**
   * At standard cost, what is left at the end of the horizon of what is discontinued by then, or goes out
   * to nothing within it.
   */
  readonly obsoleteValue: Decimal;
  /** At standard cost, what is left of all else beyond what goes out in `slowAfterDays`. */
  readonly slowValue: Decimal;
  /** What expires. */
  readonly expiredValue: Decimal;
  /** At standard cost, the mean over the days of the horizon. */
  readonly safetyStockValue: Decimal;
  /** A year. */
  readonly safetyStockCapitalCost: Decimal;
  /** What the average value costs over the horizon: × rate × days ÷ 365. */
  readonly capitalCost: Decimal;
};

const YEAR = 365n;

/** Where the sums of a group stand. */
export const PLACES = {
  opening: 0,
  closing: 1,
  valueDays: 2,
  issued: 3,
  excess: 4,
  obsolete: 5,
  slow: 6,
  expired: 7,
  safetyDays: 8,
} as const;

/** How many they are. */
export const PLACE_COUNT = Object.keys(PLACES).length;

/** Writes what was added up of a group. */
export function figuresRow(
  keys: Readonly<Record<string, string | null>>,
  sums: ValueSums,
  { movements }: PointValues,
  { capitalRate, round }: { readonly capitalRate: Ratio; readonly round: typeof EXACT },
): InventoryFiguresRow {
  const { startDay, endDay } = movements;
  const days = BigInt(endDay - startDay);
  const { nums, den } = sums.totals();
  // Not in lowest terms: each is rounded once, and most are 0.
  const at = (place: keyof typeof PLACES): Ratio => ({ num: nums[PLACES[place]]!, den });
  const written = (ratio: Ratio): Decimal =>
    decimalOfUnits(ratio.num === 0n ? 0n : roundedUnits(ratio, round), round.decimals);
  const over = ({ num, den: parts }: Ratio, times: bigint, by: bigint): Ratio => ({
    num: num * times,
    den: parts * by,
  });
  const value = (place: keyof typeof PLACES): Decimal => written(at(place));
  const average = over(at("valueDays"), 1n, days);
  const safety = over(at("safetyDays"), 1n, days);
  const issued = at("issued");
  const isTurned = average.num > 0n;
  const isIssued = issued.num > 0n;
  const row: object = Object.assign({}, keys, {
    from: formatDay(startDay),
    until: formatDay(endDay),
    openingValue: value("opening"),
    closingValue: value("closing"),
    averageValue: written(average),
    issuedValue: written(issued),
    turns: isTurned ? written(over(over(issued, YEAR, days), average.den, average.num)) : null,
    daysOfSupply: isIssued ? written(over(over(average, days, 1n), issued.den, issued.num)) : null,
    excessValue: value("excess"),
    obsoleteValue: value("obsolete"),
    slowValue: value("slow"),
    expiredValue: value("expired"),
    safetyStockValue: written(safety),
    safetyStockCapitalCost: written(over(safety, capitalRate.num, capitalRate.den)),
    capitalCost: written(over(over(average, days, YEAR), capitalRate.num, capitalRate.den)),
  });
  return Object.freeze(row as InventoryFiguresRow);
}
