/**
 * What the capacity of the suppliers leaves of a lot (K46): it comes from one of them on later days,
 * as there is capacity, and when the horizon ends first, on the day wanted all the same.
 */
import type { Day } from "./calendar.js";
import { limitedPieces } from "./limited-lots.js";
import { modified } from "./lots.js";
import type { Problem } from "./problem.js";
import { siteCalendar } from "./problem.js";
import { backward } from "./schedule.js";
import type { Asking } from "./source-choice.js";
import { dueDay, takesWhole } from "./source-choice.js";
import type { Source } from "./sources.js";
import type { StockingPoint } from "./stocking-points.js";
import type { GrantedCapacity } from "./supplier-capacity.js";
import { isLimitedOn, ledgerLimit } from "./supplier-capacity.js";

/** The first source that but for its capacity would take what is left. */
function limitedSource(
  asking: Asking,
  point: StockingPoint,
  capacity: GrantedCapacity,
  left: bigint,
): Source | undefined {
  const { onLoop, sources } = asking.policy;
  return (onLoop ? [] : sources).find(
    (source) =>
      !source.onlyFromStock &&
      takesWhole(asking, source, left) &&
      isLimitedOn(capacity, point, source, dueDay(asking, source, left)),
  );
}

/** Orders what is left of a lot; returns what no source takes. */
export function askLaterPeriods(
  problem: Problem,
  asking: Asking,
  point: StockingPoint,
  capacity: GrantedCapacity,
  lot: bigint,
): bigint {
  const source = limitedSource(asking, point, capacity, lot);
  if (source === undefined) {
    return lot;
  }
  const { policy, place } = asking;
  const wanted = dueDay(asking, source, lot);
  const works = siteCalendar(problem, policy.site);
  const limit = ledgerLimit(capacity, point, source);
  let left = lot;
  for (let day: Day = wanted + 1; day <= problem.horizonDay && left > 0n; day++) {
    const datesOf = (of: Source, startQuantity: bigint) =>
      backward(problem, policy, of, day, startQuantity);
    for (const piece of works(day) ? limitedPieces(policy, source, left, datesOf, limit) : []) {
      place(source, piece, { ...datesOf(source, piece.startQuantity), wanted });
      left -= piece.quantity;
    }
  }
  for (const piece of left > 0n ? modified(left, policy.yield, source) : []) {
    place(source, piece);
    left -= piece.quantity;
  }
  return left;
}
