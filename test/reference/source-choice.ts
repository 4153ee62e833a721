/**
 * Which sources bring a lot (N10, K11, K43, K44): rank by rank, in the order of N10 or by quota. A
 * source takes the whole lot or none of it; one that is limited takes what it can, and what is left
 * goes on to the next.
 */
import type { Day } from "./calendar.js";
import type { DatesOf, Limit } from "./limited-lots.js";
import { isOpenOn, limitedPieces } from "./limited-lots.js";
import type { Piece } from "./lots.js";
import { modified, takes } from "./lots.js";
import type { Policy } from "./policy.js";
import { isByQuota, leastServedFirst, minimumSplitOf, partsByShare, rankGroups } from "./quota.js";
import type { OrderDates, PlannedOrder } from "./schedule.js";
import type { Source } from "./sources.js";

/** A stocking point that asks its sources. */
export interface Asking {
  policy: Policy;
  /** What it has ordered so far. */
  orders: readonly PlannedOrder[];
  datesOf: DatesOf;
  /** Undefined for a source that brings whatever is asked. */
  limitOf: (source: Source) => Limit | undefined;
  /** With dates where they are not those of `datesOf`. */
  place: (source: Source, piece: Piece, dates?: OrderDates & { wanted: Day }) => void;
  /** No more orders may be placed, so pieces beyond are not looked at. */
  mostOrders: number;
}

/** Whether the source takes every piece that its modifiers make of the lot (K11). */
export function takesWhole(asking: Asking, source: Source, lot: bigint): boolean {
  const { policy, datesOf, mostOrders } = asking;
  let count = 0;
  for (const { startQuantity } of modified(lot, policy.yield, source)) {
    const { due } = datesOf(source, startQuantity);
    if (!takes(source, startQuantity) || !isOpenOn(policy, source, due)) {
      return false;
    }
    count += 1;
    if (count > mostOrders && source.minQuantity === undefined) {
      return true; // only a last, smaller piece could still be refused, and nothing is too small
    }
  }
  return true;
}

/** Asks one source; returns what is left of the lot, negative where modifiers bring more. */
function ask(asking: Asking, source: Source, lot: bigint): bigint {
  const { policy, datesOf, place } = asking;
  if (lot <= 0n || (!source.onlyFromStock && !takesWhole(asking, source, lot))) {
    return lot;
  }
  const limit = asking.limitOf(source);
  const pieces =
    limit === undefined
      ? modified(lot, policy.yield, source)
      : limitedPieces(policy, source, lot, datesOf, limit);
  let left = lot;
  for (const piece of pieces) {
    place(source, piece);
    left -= piece.quantity;
  }
  return left;
}

/** The day on which the first piece of the lot would be due is one on which the source is valid. */
export function dueDay({ policy, datesOf }: Asking, source: Source, lot: bigint): Day {
  const first = modified(lot, policy.yield, source).next().value;
  return datesOf(source, first?.startQuantity ?? 0n).due;
}

function isValidFor(asking: Asking, source: Source, lot: bigint): boolean {
  return !source.onlyFromStock && isOpenOn(asking.policy, source, dueDay(asking, source, lot));
}

/** The parts of a lot that is split over the group; undefined when it goes to one source. */
function split(asking: Asking, group: readonly Source[], lot: bigint) {
  const minimum = minimumSplitOf(group);
  if (minimum === undefined || lot < minimum) {
    return undefined;
  }
  const valid = group.filter((source) => isValidFor(asking, source, lot));
  if (valid.length < 2) {
    return undefined;
  }
  const quantities = partsByShare(lot, valid);
  const parts = valid
    .map((source, i) => ({ source, part: quantities[i] ?? 0n }))
    .filter(({ part }) => part > 0n);
  const areTaken = parts.every(({ source, part }) => takesWhole(asking, source, part));
  return areTaken ? parts : undefined;
}

function askByQuota(asking: Asking, group: Source[], lot: bigint, maySplit: boolean): bigint {
  const parts = (maySplit && split(asking, group, lot)) || [];
  let left = lot;
  const asked = new Set<Source>();
  for (const { source, part } of parts) {
    const missing = ask(asking, source, part);
    left -= part - missing;
    if (missing > 0n) {
      asked.add(source);
    }
  }
  const next = () =>
    leastServedFirst(group, asking.orders).find(
      (source) => !asked.has(source) && takesWhole(asking, source, left),
    );
  // What a limited source leaves is given anew to those of the group that brought what they were asked for.
  for (let source = next(); left > 0n && source !== undefined; source = next()) {
    asked.add(source);
    left = ask(asking, source, left);
  }
  return left;
}

/** Asks for a lot; returns what no source takes, negative where modifiers bring more. */
export function askSources(asking: Asking, lot: bigint): bigint {
  const { policy } = asking;
  let left = lot;
  // Only the lowest rank that holds a valid source splits.
  let maySplit = true;
  for (const group of policy.onLoop ? [] : rankGroups(policy.sources)) {
    const wasLeft = left;
    if (isByQuota(group)) {
      left = askByQuota(asking, group, left, maySplit);
    } else {
      for (const source of group) {
        left = ask(asking, source, left);
      }
    }
    if (left <= 0n) {
      break;
    }
    maySplit &&= !group.some((source) => isValidFor(asking, source, wasLeft));
  }
  return left;
}
