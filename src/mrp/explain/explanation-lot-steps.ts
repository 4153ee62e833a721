import type { Decimal } from "../../core/index.js";

interface Lot {
  readonly step: "lot";
  /** The lot rule or interpretation that sizes it. */
  readonly law: string;
  /** What must be covered at least. */
  readonly net: Decimal;
  /** What is asked of the sources, before modifiers. */
  readonly quantity: Decimal;
}

/** What a day lacks on top of the days before it. */
export interface Shortfall {
  readonly date: string;
  readonly missing: Decimal;
}

/** L1: quantity = net. */
export interface LotForLotStep extends Lot {
  readonly rule: "lotForLot";
}

/** L2, L4: the fewest lots that cover the net requirement; with `each` one lot, `lots` times over. */
export interface FixedLotStep extends Lot {
  readonly rule: "fixedOrderQuantity" | "economicOrderQuantity";
  readonly lot: Decimal;
  readonly lots: number;
  readonly each: boolean;
  /** K27: they must bring the stock above the floor, not just to it. */
  readonly above: boolean;
}

/** L3: what is missing before the window ends. */
export interface PeriodLotStep extends Lot {
  readonly rule: "periodOrderQuantity";
  /** The last day of the window. */
  readonly until: string;
  readonly shortfalls: readonly Shortfall[];
}

/** L5 – L11: the needs of the periods that the rule covers. */
export interface CostLotStep extends Lot {
  readonly rule:
    | "leastUnitCost"
    | "leastTotalCost"
    | "partPeriodBalancing"
    | "silverMeal"
    | "groff"
    | "incrementalOrderQuantity"
    | "wagnerWhitin";
  /** Setup cost ÷ holding cost: how many units held over one period cost as much as an order. */
  readonly economicPartPeriod: string | null;
  /** What each period lacks on top of those before it, as far as the rule looked. */
  readonly periods: readonly Decimal[];
  /** How many of them are covered. */
  readonly coveredPeriods: number;
  /** The days of the covered periods on which something is missing. */
  readonly shortfalls: readonly Shortfall[];
}

/** L12: quantity = level − projected; of a reorder point level − position. */
export interface OrderUpToStep extends Lot {
  readonly rule: "orderUpTo";
  readonly level: Decimal;
  readonly projected: Decimal;
}

/** K39: quantity = top of green − net flow. */
export interface BufferLotStep extends Lot {
  readonly rule: "topOfGreen";
  readonly level: Decimal;
  readonly projected: Decimal;
}

/** How the lot rule sizes what is asked. */
export type LotStep =
  | LotForLotStep
  | FixedLotStep
  | PeriodLotStep
  | CostLotStep
  | OrderUpToStep
  | BufferLotStep;

/** L0: a lot is cut at the maximum. */
export interface MaximumStep {
  readonly step: "maximum";
  readonly quantity: Decimal;
  /** In start quantity. */
  readonly maximum: Decimal;
  /** How many orders start the maximum, and the good quantity of each. */
  readonly pieces: number;
  readonly good: Decimal;
  /** What is left for one more order. */
  readonly left: Decimal;
  /** Whether this order is that one. */
  readonly isLeft: boolean;
}

/** Q3: what must start so that so much is good. */
export interface YieldStep {
  readonly step: "yield";
  readonly quantity: Decimal;
  /** A ratio. */
  readonly yield: string;
  readonly startQuantity: Decimal;
}

/** L0: raised to the minimum. */
export interface MinimumStep {
  readonly step: "minimum";
  readonly from: Decimal;
  readonly to: Decimal;
}

/** L0: up to the multiple. */
export interface MultipleStep {
  readonly step: "multiple";
  readonly multiple: Decimal;
  readonly from: Decimal;
  readonly to: Decimal;
}

/** Q3: what of the start quantity is good, rounded down. */
export interface GoodStep {
  readonly step: "good";
  readonly startQuantity: Decimal;
  readonly yield: string;
  readonly quantity: Decimal;
}
