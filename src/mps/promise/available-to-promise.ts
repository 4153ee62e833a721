import {
  countWords,
  type Decimal,
  type Issue,
  quantityToDecimal,
  type Ratio,
} from "../../core/index.js";
import { type Doubtful, listOf, oneOf, optional, readArgument } from "../argument.js";
import { type ExactNumber, exactNumber, quantity, wholeNumber } from "../exact-argument.js";
import { quantityCounter } from "../schedule/quantity-counter.js";
import { type AtpMethod, atpCounts } from "./atp-counts.js";

/**
 * What can be promised in a period: a quantity in units, `null` where the discrete method shows
 * nothing, `"unlimited"` from the infinite-supply fence on.
 */
export type AvailableQuantity = Decimal | null | "unlimited";

/** What {@link availableToPromise} is asked: what comes in and what is promised already, by period. */
export interface AvailableToPromiseInput {
  /** How it is counted. */
  readonly method: AtpMethod;
  /** Stock before the first period, in units; it may be negative. 0 when left out. */
  readonly onHand?: ExactNumber | undefined;
  /** What the master schedule and open orders bring in each period, in units. */
  readonly supply: readonly ExactNumber[];
  /** Customer orders of each period, in units; forecasts are none. */
  readonly orders: readonly ExactNumber[];
  /**
   * What `discrete` does with more orders than supply: it takes the rest from earlier periods, nearest
   * first (when left out), or shows it as it is.
   */
  readonly shortage?: "takenBack" | "shown" | undefined;
  /** The first period, 0 the first, from which on everything can be had; none when left out. */
  readonly infiniteSupplyFence?: number | undefined;
  /** How fine the quantities are, 0 to 9; as fine as the finest when left out. */
  readonly decimals?: number | undefined;
}

/** The checks of what all functions over supply and orders by period are given. */
export const SUPPLY_FIELDS = {
  onHand: optional(exactNumber(Number.MIN_SAFE_INTEGER), { num: 0n, den: 1n }),
  supply: listOf(quantity, 1),
  orders: listOf(quantity, 1),
  infiniteSupplyFence: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  decimals: optional(wholeNumber(0, 9)),
};

/**
 * Computes what can still be promised in each period.
 *
 * - `discrete`: what a receipt leaves until the next one, in the first period with the stock; `null`
 *   in periods without a receipt.
 * - `cumulative`: stock, all receipts and all orders up to the end of the period.
 * - `cumulativeLookAhead`: the least of that over this and all later periods, not below 0. A promise
 *   within it never takes what a later order needs.
 * - `backward`: supply less orders of the period alone; a shortage takes the surplus of earlier
 *   periods, nearest first.
 * - `backwardAccumulated`: the same, and what is left is carried forward. A shortage that nothing
 *   covers is shown in its period and not carried.
 *
 * @param input - the method, stock, receipts and customer orders (units by period)
 * @returns an entry for each period
 * @throws PlanningInputError when a field is wrong, a quantity negative, or the lists differ in length
 *
 * Source: rule D3; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*, "available
 * to promise"; APICS dictionary, "discrete" and "cumulative available-to-promise".
 *
 * @example
 * ```ts
 * const schedule = { onHand: 100, supply: [0, 100, 0, 100, 0], orders: [80, 10, 10, 30, 0] };
 * const discrete = availableToPromise({ method: "discrete", ...schedule });
 * discrete.map(String); // => ["20", "80", "null", "70", "null"]
 * const cumulative = availableToPromise({ method: "cumulativeLookAhead", ...schedule });
 * cumulative.map(Number); // => [20, 100, 100, 170, 170]
 * ```
 */
export function availableToPromise(input: AvailableToPromiseInput): readonly AvailableQuantity[] {
  let counted: CountedSupply | undefined;
  const read = readArgument(
    input,
    {
      ...SUPPLY_FIELDS,
      method: oneOf(
        "discrete",
        "cumulative",
        "cumulativeLookAhead",
        "backward",
        "backwardAccumulated",
      ),
      shortage: optional(oneOf("takenBack", "shown"), "takenBack"),
    },
    (fields, issues) => {
      noteLengths(fields, issues);
      counted = countSupply(fields, issues);
    },
  );
  const { decimals, ...counts } = counted!;
  return atpFace(
    atpCounts(counts, read.method, read.shortage === "shown", read.infiniteSupplyFence),
    counts.supply.length,
    decimals,
  );
}

/** Counts of the first periods as quantities, all later ones as unlimited. */
export function atpFace(
  counts: readonly (number | null)[],
  periods: number,
  decimals: number,
): readonly AvailableQuantity[] {
  return Array.from({ length: periods }, (_, period) => {
    const count = counts[period];
    if (count === undefined) return "unlimited";
    return count === null ? null : quantityToDecimal(count, decimals);
  });
}

/** Supply and orders, in counts. */
export interface CountedSupply {
  readonly decimals: number;
  readonly onHand: number;
  readonly supply: number[];
  readonly orders: number[];
}

/** Counts supply and orders, and a quantity that is asked for beside them. */
export function countSupply(
  { onHand, supply = [], orders = [], quantity: asked, decimals }: SupplyAsked,
  issues: Issue[],
): CountedSupply & { readonly asked: number } {
  const counter = quantityCounter([onHand, ...supply, ...orders, asked], decimals, issues);
  return {
    decimals: counter.decimals,
    onHand: counter.count(onHand, ["onHand"]),
    supply: counter.list(supply, ["supply"]),
    orders: counter.list(orders, ["orders"]),
    asked: counter.count(asked, ["quantity"]),
  };
}

interface SupplyAsked {
  readonly onHand: Ratio | undefined;
  readonly supply: Doubtful<readonly Ratio[]>;
  readonly orders: Doubtful<readonly Ratio[]>;
  readonly quantity?: Ratio | undefined;
  readonly decimals: number | undefined;
}

/** Notes supply and orders of different lengths. */
export function noteLengths(
  { supply, orders }: Pick<SupplyAsked, "supply" | "orders">,
  issues: Issue[],
): void {
  if (supply === undefined || orders === undefined || supply.length === orders.length) return;
  const message = `The orders have ${countWords(orders.length, "period")} and the supply ${supply.length}. Give one entry for each.`;
  issues.push({ code: "contradiction", path: ["orders"], message });
}
