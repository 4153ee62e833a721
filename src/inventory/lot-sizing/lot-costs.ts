import type { Ratio } from "../../core/index.js";
import { optional, readArgument } from "../argument.js";
import { nonNegativeRatio } from "../ratio-argument.js";
import { wholeParts } from "./whole-parts.js";

/**
 * The costs that a rule weighs, as whole numbers of one small part of the money, so that no
 * comparison ever rounds. Made by {@link lotCosts}.
 */
export interface LotCosts {
  /** One order. */
  readonly setup: bigint;
  /** One count (10^-decimals of the item) in stock over one period. */
  readonly holding: bigint;
  /** What a count costs however soon it is needed: half a period, when average stock is charged. */
  readonly always: bigint;
  /**
   * The most half part-periods (half a count over one period) that cost no more than one order,
   * `floor(2 × setup ÷ holding)`; not above 2^53 − 1.
   */
  readonly atMost: number;
  /** The most half part-periods that cost less than one order, not above 2^53 − 1. */
  readonly below: number;
}

const ZERO: Ratio = { num: 0n, den: 1n };

const FIELDS = {
  setup: nonNegativeRatio,
  holding: nonNegativeRatio,
  always: optional(nonNegativeRatio, ZERO),
};

/**
 * Scales costs to whole numbers, once for an item.
 *
 * @param setup - money for one order, 0 or more
 * @param holding - money for one count (10^-decimals of the item) in stock over one period, 0 or more
 * @param always - money that one count costs however soon it is needed; 0 when left out
 * @returns the costs in the largest part of money of which all three are whole multiples
 * @throws PlanningInputError when an amount is missing, is no ratio or is below 0
 *
 * Source: the economic part-period, setup ÷ holding, of J. J. DeMatteis, "An economic lot-sizing
 * technique", IBM Systems Journal 7 (1968).
 *
 * @example
 * ```ts
 * const { setup, holding, atMost } = lotCosts({ num: 47n, den: 1n }, { num: 1n, den: 20n });
 * [setup, holding, atMost]; // => [940n, 1n, 1880]
 * ```
 */
export function lotCosts(setup: Ratio, holding: Ratio, always?: Ratio | undefined): LotCosts {
  const read = readArgument({ setup, holding, always }, FIELDS);
  const amounts = [read.setup, read.holding, read.always];
  const [a, h, b] = wholeParts(amounts) as [bigint, bigint, bigint];
  const halves = 2n * a;
  return {
    setup: a,
    holding: h,
    always: b,
    atMost: h === 0n ? Number.MAX_SAFE_INTEGER : safe(halves / h),
    below: h === 0n ? Number.MAX_SAFE_INTEGER : a === 0n ? -1 : safe((halves - 1n) / h),
  };
}

function safe(count: bigint): number {
  return count > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(count);
}
