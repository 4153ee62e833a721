/**
 * How much of a lot a source makes that is limited by what is free (K44) or by capacity (K46): whole
 * pieces as long as they fit, then the largest part of one that fits and that its modifiers and
 * limits allow.
 */
import type { Piece } from "./lots.js";
import { modified, takes } from "./lots.js";
import { floor, times } from "./numbers.js";
import type { Policy } from "./policy.js";
import type { OrderDates } from "./schedule.js";
import { isValidOn } from "./schedule.js";
import type { Source } from "./sources.js";

/** What a source may give. */
export interface Limit {
  /** Whether an order of `startQuantity` fits, which stands in for one that is due on `askedDue`. */
  fits: (startQuantity: bigint, dates: OrderDates, askedDue: number) => boolean;
  take: (startQuantity: bigint, dates: OrderDates, askedDue: number) => void;
  /** Told what of the lot does not fit on the day. */
  fallsShort?: (good: bigint, askedDue: number) => void;
}

export type DatesOf = (source: Source, startQuantity: bigint) => OrderDates;

/** Valid on the due day, and the item not discontinued by then (B6). */
export function isOpenOn({ discontinued }: Policy, source: Source, due: number): boolean {
  return isValidOn(source, due) && (discontinued === undefined || due < discontinued.from);
}

function goodOf(policy: Policy, startQuantity: bigint): bigint {
  return floor(times({ num: startQuantity, den: 1n }, policy.yield));
}

/**
 * The largest start quantity up to `most`, a whole multiple, that fits and is allowed; undefined if
 * none is. What is too large for a limit is so with all that is larger, so halving finds it.
 */
export function largestPart(
  policy: Policy,
  source: Source,
  most: bigint,
  datesOf: DatesOf,
  fits: (startQuantity: bigint, dates: OrderDates) => boolean,
): Piece | undefined {
  const { multiple, minimum, minQuantity, maxQuantity, validFrom, validTo } = source;
  const last = policy.discontinued?.from ?? Infinity;
  const isSmallEnough = (startQuantity: bigint) => {
    const dates = datesOf(source, startQuantity);
    const isInTime = dates.due < validTo && dates.due < last;
    const isTooLarge = maxQuantity !== undefined && startQuantity > maxQuantity;
    return isInTime && !isTooLarge && fits(startQuantity, dates);
  };
  let enough = 0n;
  let tooMuch = most / multiple + 1n;
  while (tooMuch - enough > 1n) {
    const middle = (enough + tooMuch) / 2n;
    if (isSmallEnough(middle * multiple)) {
      enough = middle;
    } else {
      tooMuch = middle;
    }
  }
  const startQuantity = enough * multiple;
  const quantity = goodOf(policy, startQuantity);
  const isLargeEnough =
    quantity > 0n && startQuantity >= minimum && startQuantity >= (minQuantity ?? 0n);
  const isValid = isLargeEnough && datesOf(source, startQuantity).due >= validFrom;
  return isValid ? { quantity, startQuantity } : undefined;
}

/** The pieces that a limited source makes of a lot, each taken from its limit as it comes. */
export function* limitedPieces(
  policy: Policy,
  source: Source,
  lot: bigint,
  datesOf: DatesOf,
  limit: Limit,
): Generator<Piece> {
  let left = lot;
  for (const whole of modified(lot, policy.yield, source)) {
    const dates = datesOf(source, whole.startQuantity);
    const isAllowed = takes(source, whole.startQuantity) && isOpenOn(policy, source, dates.due);
    if (isAllowed && limit.fits(whole.startQuantity, dates, dates.due)) {
      limit.take(whole.startQuantity, dates, dates.due);
      left -= whole.quantity;
      yield whole;
      continue;
    }
    const part = largestPart(policy, source, whole.startQuantity, datesOf, (start, partDates) =>
      limit.fits(start, partDates, dates.due),
    );
    if (part !== undefined) {
      limit.take(part.startQuantity, datesOf(source, part.startQuantity), dates.due);
      left -= part.quantity;
      yield part;
    }
    limit.fallsShort?.(left, dates.due);
    return;
  }
}
