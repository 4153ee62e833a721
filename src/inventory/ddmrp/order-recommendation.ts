import {
  addRatios,
  divideRatios,
  floorDivide,
  multiplyRatios,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import { flag, optional, readArgument, refuse } from "../argument.js";
import { asNumber, compareRatios, subtractRatios } from "../exact-number.js";
import { finite } from "../finite.js";
import { type ExactNumber, exactNonNegative, exactPositive } from "../lot-sizing/exact-argument.js";
import { signedQuantity } from "./buffer-argument.js";
import { type BufferTrigger, isUnder, trigger } from "./buffer-priority.js";
import { asItIs, roundedUp } from "./rounding.js";

/** Net flow, zones and how orders come. */
export interface OrderRecommendationInput {
  /** See {@link netFlowPosition}. */
  readonly netFlow: ExactNumber;
  readonly topOfYellow: ExactNumber;
  readonly topOfGreen: ExactNumber;
  /** Whether an order is due below the top of yellow (without it) or already at it. */
  readonly trigger?: BufferTrigger | undefined;
  /** Least units of an order; 0 without. */
  readonly minimumOrder?: ExactNumber | undefined;
  /** Orders are whole multiples of it; any quantity without. */
  readonly orderMultiple?: ExactNumber | undefined;
  /**
   * Percentage of the multiple by which an order may stay short: what is over the multiple below by
   * so much at most is left out. 0 without.
   */
  readonly multipleTolerancePercent?: ExactNumber | undefined;
  /** Whether the quantity is a whole one, rounded up; not without it. */
  readonly wholeUnits?: boolean | undefined;
}

/** What to order. */
export interface OrderRecommendation {
  readonly orderNeeded: boolean;
  /** Top of green − net flow, whether an order is due or not; below 0 above the top of green. */
  readonly need: number;
  /** Units to order; 0 when no order is due. */
  readonly quantity: number;
  /** Net flow with the order. */
  readonly netFlowAfter: number;
  /** How far that lies above the top of green, 0 when it does not. */
  readonly overTopOfGreen: number;
}

const NOTHING = ratioOf(0n, 1n);

/**
 * What a buffer orders: up to the top of green when its net flow lies below the top of yellow.
 *
 * The order is raised to the least order, then to the next multiple; or lowered to the multiple below
 * when hardly more than that is needed, never below the least order nor to nothing.
 *
 * @param input - net flow, tops of the zones, least order and multiple
 * @returns whether an order is due, its quantity and the net flow with it
 * @throws PlanningInputError when a field is wrong, or the top of green lies below that of yellow
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * orderRecommendation({ netFlow: -22, topOfYellow: 20, topOfGreen: 270, orderMultiple: 250 });
 * // => { orderNeeded: true, need: 292, quantity: 500, netFlowAfter: 478, overTopOfGreen: 208 }
 * ```
 */
export function orderRecommendation(input: OrderRecommendationInput): OrderRecommendation {
  const read = readArgument(input, {
    netFlow: signedQuantity,
    topOfYellow: exactNonNegative,
    topOfGreen: exactNonNegative,
    trigger,
    minimumOrder: optional(exactNonNegative, NOTHING),
    orderMultiple: optional(exactPositive),
    multipleTolerancePercent: optional(exactNonNegative, NOTHING),
    wholeUnits: optional(flag, false),
  });
  if (compareRatios(read.topOfGreen, read.topOfYellow) < 0) {
    const message = "The topOfGreen must not be less than the topOfYellow.";
    refuse("contradiction", ["topOfGreen"], message);
  }
  const need = subtractRatios(read.topOfGreen, read.netFlow);
  // Of a buffer without zones nothing is due, though its net flow is at the top of all of them.
  const orderNeeded = isUnder(read.netFlow, read.topOfYellow, read.trigger) && need.num > 0n;
  const whole = read.wholeUnits ? roundedUp : asItIs;
  const tolerance = multiplyRatios(read.multipleTolerancePercent, ratioOf(1n, 100n));
  const least = compareRatios(need, read.minimumOrder) < 0 ? read.minimumOrder : need;
  const inMultiples =
    read.orderMultiple === undefined
      ? least
      : toMultiple(least, read.orderMultiple, tolerance, read.minimumOrder);
  const quantity = orderNeeded ? whole(inMultiples) : NOTHING;
  const netFlowAfter = addRatios(read.netFlow, quantity);
  const over = subtractRatios(netFlowAfter, read.topOfGreen);
  return finite({
    orderNeeded,
    need: asNumber(need),
    quantity: asNumber(quantity),
    netFlowAfter: asNumber(netFlowAfter),
    overTopOfGreen: over.num < 0n ? 0 : asNumber(over),
  });
}

/** Up to the next multiple, or down to the one below when what is over it is within the tolerance. */
function toMultiple(quantity: Ratio, multiple: Ratio, tolerance: Ratio, minimum: Ratio): Ratio {
  const { num, den } = divideRatios(quantity, multiple);
  const times = floorDivide(num, den);
  const below = multiplyRatios(multiple, { num: times, den: 1n });
  const excess = subtractRatios(quantity, below);
  if (excess.num === 0n) return quantity;
  const isSmall = compareRatios(excess, multiplyRatios(multiple, tolerance)) <= 0;
  if (isSmall && times > 0n && compareRatios(below, minimum) >= 0) return below;
  return addRatios(below, multiple);
}
