import { NEED_KIND, REST, SUPPLY_KIND } from "./peg-columns.js";

/** What stands in {@link PeggingColumns.need}. */
export const PEG_NEEDS = [
  "demand",
  "order",
  "supply",
  "allocation",
  "negativeStock",
  "safetyStock",
  "targetLevel",
  "lotSurplus",
  "excess",
  "expired",
] as const;

/** What stands in {@link PeggingColumns.supply}. */
export const PEG_SUPPLIES = [
  "stock",
  "order",
  "supply",
  "coProduct",
  "coProductOfSupply",
  "uncovered",
] as const;

/**
 * All pegs of a plan as columns, for readers in bulk. Quantities are counts of 10^-decimals of the item.
 */
export interface PeggingColumns {
  readonly length: number;
  /**
   * The pegs of the n-th of `stockingPoints(plan)` are `first[n]` up to `first[n + 1]`, by need, then
   * supply.
   */
  readonly first: Float64Array;
  /** The place in {@link PEG_NEEDS} of what takes the quantity. */
  readonly need: Uint8Array;
  /**
   * The place of a demand in `plan.demands`, of an order in `plan.orders`, of a firm order, or of a
   * released one with components to be issued, in the `supplies` of the input, of an allocation in its
   * `allocations`; else −1.
   */
  readonly needRow: Int32Array;
  /** The place in {@link PEG_SUPPLIES} of what covers it. */
  readonly supply: Uint8Array;
  /**
   * The place of an order, also of one that brings a co-product, in `plan.orders`; of an open supply in
   * the `supplies` of the input; else −1.
   */
  readonly supplyRow: Int32Array;
  readonly quantity: Float64Array;
}

type PegNeedName = (typeof PEG_NEEDS)[number];
type PegSupplyName = (typeof PEG_SUPPLIES)[number];

function codeOfNeed(name: PegNeedName): number {
  return PEG_NEEDS.indexOf(name);
}

function codeOfSupply(name: PegSupplyName): number {
  return PEG_SUPPLIES.indexOf(name);
}

/** By {@link NEED_KIND}. */
export const NEED_CODES = Uint8Array.from(
  Object.entries(NEED_KIND)
    .sort(([, a], [, b]) => a - b)
    .map(([kind]) =>
      codeOfNeed(kind === "firm" || kind === "component" ? "supply" : (kind as PegNeedName)),
    ),
);

/** By −{@link REST}. */
export const REST_CODES = Uint8Array.from([
  0,
  ...Object.entries(REST)
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => codeOfNeed(name as PegNeedName)),
]);

/** By {@link SUPPLY_KIND}. */
export const SUPPLY_CODES = Uint8Array.from(
  Object.entries(SUPPLY_KIND)
    .sort(([, a], [, b]) => a - b)
    .map(([kind]) =>
      codeOfSupply(kind === "coProductOfFirm" ? "coProductOfSupply" : (kind as PegSupplyName)),
    ),
);

/** Nothing covers the need. */
export const UNCOVERED_CODE = codeOfSupply("uncovered");
