import { compareText, type Day } from "../../core/index.js";
import type { CountedForecast, CountedPeriod } from "./counted-forecast.js";
import { openPlaces } from "./next-open.js";

/** A part of forecast that is still open. */
export interface OpenPart {
  /** Place of the row in its list. */
  readonly row: number;
  readonly from: Day;
  readonly until: Day;
  readonly bucket: CountedPeriod;
  /** What is left of it, above 0 while it is open. */
  open: number;
  /** What orders may still take of its row, where that is not all of it: shared by the row's parts. */
  readonly limit: { left: number } | undefined;
  /** Its places among the parts of its key: the latest first, and the earliest first. */
  placeBackward: number;
  placeForward: number;
}

/**
 * Takes from a part; returns whether the order still wants more.
 * When the part is used up, it is closed by {@link OpenForecast}.
 */
export type Take = (part: OpenPart) => boolean;

/** The open forecast of one key, walked from the day of an order. */
export interface OpenForecast {
  /** Parts of the bucket that holds the day, nearest first; of two as near the side that `forwardFirst` says. */
  readonly own: (day: Day, forwardFirst: boolean, take: Take) => boolean;
  /** Parts of earlier buckets, nearest first, that end on a day or later. */
  readonly earlier: (day: Day, notBefore: Day, take: Take) => boolean;
  /** Parts of later buckets, nearest first, that begin on a day or earlier. */
  readonly later: (day: Day, notAfter: Day, take: Take) => boolean;
}

/**
 * Makes the open forecast of one key.
 *
 * @param parts - each with something open, in any order
 * @param forecasts - the rows, whose ids settle ties
 */
export function openForecast(
  parts: readonly OpenPart[],
  forecasts: readonly CountedForecast[],
): OpenForecast {
  const byId = (a: OpenPart, b: OpenPart) =>
    compareText(forecasts[a.row]!.id, forecasts[b.row]!.id) || a.row - b.row;
  const descending = parts.toSorted(
    (a, b) => b.bucket.until - a.bucket.until || b.until - a.until || b.from - a.from || byId(a, b),
  );
  const ascending = parts.toSorted(
    (a, b) => a.bucket.from - b.bucket.from || a.from - b.from || a.until - b.until || byId(a, b),
  );
  const backward = openPlaces(parts.length);
  const forward = openPlaces(parts.length);
  /** Latest end of a bucket among the first n + 1 of the ascending ones. */
  const latestEnd = new Float64Array(parts.length);
  let latest = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < parts.length; n++) {
    descending[n]!.placeBackward = n;
    ascending[n]!.placeForward = n;
    latest = Math.max(latest, ascending[n]!.bucket.until);
    latestEnd[n] = latest;
  }

  const takeFrom = (part: OpenPart, take: Take): boolean => {
    const goesOn = take(part);
    if (isUsedUp(part)) {
      backward.close(part.placeBackward);
      forward.close(part.placeForward);
    }
    return goesOn;
  };

  return {
    own(day, forwardFirst, take) {
      const held: OpenPart[] = [];
      const end = firstPlace(ascending, ({ bucket }) => bucket.from > day);
      // Buckets that do not overlap end in the order in which they begin: the search skips to the own one.
      const start = firstPlaceOf(latestEnd, day);
      for (let n = forward.from(start); n < end; n = forward.from(n + 1)) {
        if (ascending[n]!.bucket.until >= day) held.push(ascending[n]!);
      }
      held.sort((a, b) => nearness(a, day, forwardFirst) - nearness(b, day, forwardFirst));
      return held.every((part) => takeFrom(part, take));
    },
    earlier(day, notBefore, take) {
      const start = firstPlace(descending, ({ bucket }) => bucket.until < day);
      for (let n = backward.from(start); n < descending.length; n = backward.from(n + 1)) {
        const part = descending[n]!;
        if (part.bucket.until < notBefore) break;
        if (!takeFrom(part, take)) return false;
      }
      return true;
    },
    later(day, notAfter, take) {
      const start = firstPlace(ascending, ({ bucket }) => bucket.from > day);
      for (let n = forward.from(start); n < ascending.length; n = forward.from(n + 1)) {
        const part = ascending[n]!;
        if (part.bucket.from > notAfter) break;
        if (!takeFrom(part, take)) return false;
      }
      return true;
    },
  };
}

/** Whether no order can take anything of it. */
export function isUsedUp({ open, limit }: OpenPart): boolean {
  return open === 0 || limit?.left === 0;
}

/** How near the days of a part are to a day: 0 when it is one of them, of two as near one side first. */
function nearness({ from, until }: OpenPart, day: Day, forwardFirst: boolean): number {
  if (until < day) return 2 * (day - until) + (forwardFirst ? 1 : 0);
  if (from > day) return 2 * (from - day) + (forwardFirst ? 0 : 1);
  return 0;
}

/** The first place for which something holds that holds for all that follow. */
function firstPlace(parts: readonly OpenPart[], holds: (part: OpenPart) => boolean): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(parts[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first place at which an ascending column reaches a day. */
function firstPlaceOf(column: Float64Array, day: Day): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}
