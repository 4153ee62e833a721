/** What the two discounts share: their input, its checks, and the choice of a candidate. */
import {
  type Check,
  listOf,
  objectOf,
  optional,
  type Read,
  readArgument,
  refuse,
} from "../argument.js";
import { finite } from "../finite.js";
import { nonNegative, positive } from "../number-argument.js";

/** A purchase whose price depends on the quantity. */
export interface QuantityDiscountInput {
  /** Cost of placing one order (K). */
  readonly fixedCost: number;
  /** Units needed in one unit of time (λ). */
  readonly demandRate: number;
  /** Price of a unit from each quantity on; the first from 0, quantities rising, prices falling. */
  readonly priceBreaks: readonly { readonly from: number; readonly price: number }[];
  /** Cost of holding, as a share of the price in one unit of time: this or `holdingCost`. */
  readonly holdingRate?: number | undefined;
  /** Cost of holding one unit for one unit of time, whatever its price. */
  readonly holdingCost?: number | undefined;
}

/** A quantity that may be the best, and what it costs. */
export interface DiscountCandidate {
  readonly orderQuantity: number;
  /** Which price break it belongs to, counted from 0. */
  readonly region: number;
  /** Ordering, holding and the goods themselves in one unit of time. */
  readonly totalCost: number;
}

/** The best quantity, and all that were compared. */
export interface QuantityDiscount extends DiscountCandidate {
  /** The best quantity of each price that can be the best, in the order of the breaks. */
  readonly candidates: readonly DiscountCandidate[];
}

const FIELDS = {
  fixedCost: positive,
  demandRate: positive,
  priceBreaks: listOf(objectOf({ from: nonNegative, price: positive }), 1),
  holdingRate: optional(positive),
  holdingCost: optional(positive),
} satisfies Record<keyof QuantityDiscountInput, Check<unknown>>;

/** What was read, with the cost of holding at any price. */
export interface CheckedDiscount extends Read<typeof FIELDS> {
  holdingCostAt(price: number): number;
}

/** Reads and checks the input of a discount. @throws PlanningInputError */
export function readDiscount(input: QuantityDiscountInput): CheckedDiscount {
  const read = readArgument(input, FIELDS);
  const { priceBreaks, holdingRate, holdingCost } = read;
  if ((holdingRate === undefined) === (holdingCost === undefined)) {
    const message = "Give either holdingRate, a share of the price, or holdingCost, an amount.";
    refuse("contradiction", ["holdingRate"], message);
  }
  for (const [n, { from, price }] of priceBreaks.entries()) {
    const before = priceBreaks[n - 1];
    const path = (field: string) => ["priceBreaks", n, field];
    if (before === undefined) {
      if (from === 0) continue;
      const message = `The first price holds from ${from}. It must hold from 0.`;
      refuse("contradiction", path("from"), message);
    }
    if (from <= before.from) {
      const message = `The price break from ${from} must be above the one before it (${before.from}). Sort them.`;
      refuse("contradiction", path("from"), message);
    }
    if (price >= before.price) {
      const message = `The price ${price} must be below the one before it (${before.price}). Leave out a break without a discount.`;
      refuse("contradiction", path("price"), message);
    }
  }
  const holdingCostAt = (price: number): number => holdingCost ?? (holdingRate ?? 0) * price;
  return { ...read, holdingCostAt };
}

/** The cheapest candidate; of equal ones the smaller quantity. */
export function cheapest(candidates: readonly DiscountCandidate[]): QuantityDiscount {
  let best = finite(candidates)[0]!;
  for (const candidate of candidates) if (candidate.totalCost < best.totalCost) best = candidate;
  return { ...best, candidates };
}
