/**
 * Discontinued items (B6, K37): from a day on nothing more is ordered and there is no floor; what is
 * missing of the needs that bills make moves to the follow-up, or under `use: "newFirst"` all of
 * them do.
 */
import type { Day } from "./calendar.js";
import { addedUp, compare, compareNeeds, nettingDay, ownLines } from "./needs.js";
import { ceil, inStockUnits, powerOfTen, smaller, times } from "./numbers.js";
import type { Policy } from "./policy.js";
import type { Problem } from "./problem.js";
import { receiptDay } from "./schedule.js";
import type { Need, NeedLine, Points, StockingPoint } from "./stocking-points.js";
import { pointAt } from "./stocking-points.js";

/** Whether a receipt for `day` would come on the last day or later. */
export function isPhasedOut(problem: Problem, policy: Policy, day: Day): boolean {
  const { discontinued } = policy;
  return discontinued !== undefined && receiptDay(problem, policy, day) >= discontinued.from;
}

/** What is netted from `from` to `to` and may move: needs by bill lines, one for an order and day. */
function movable(problem: Problem, point: StockingPoint, from: Day, to: Day): Need[] {
  const needs = point.needs.filter((need) => {
    const day = nettingDay(problem, point, need);
    const byLine = need.kind === "dependent" && need.origin?.item !== point.item;
    return byLine && need.own <= problem.horizonDay && from <= day && day <= to;
  });
  return addedUp(needs, ({ own }) => own);
}

/** A part of a need becomes a need of the follow-up on the same day. */
function move(points: Points, point: StockingPoint, need: Need, part: bigint): void {
  const { followUp, factor } = point.policy.discontinued ?? {};
  if (followUp === undefined || factor === undefined) {
    return;
  }
  const { substitutes: _, lines, ...plain } = need;
  const target = pointAt(points, followUp, point.site, point.segment);
  const exact = times(inStockUnits(part, point.policy.decimals), factor);
  const quantity = ceil(times(exact, powerOfTen(target.policy.decimals)));
  // The lines added up here share their own day.
  const offset = lines?.[0]?.offset ?? need.offset ?? 0;
  target.needs.push({ ...plain, offset, quantity });
}

/** The lines of a need without a part of what is wanted on the day `own`. */
function linesWithout(need: Need, own: Day, part: bigint): NeedLine[] {
  return ownLines(need)
    .map((line) => (line.own === own ? { ...line, quantity: line.quantity - part } : line))
    .filter(({ quantity }) => quantity > 0n);
}

/** `use: "newFirst"`: moves whole what is netted from the last day on. */
export function moveAllToFollowUp(points: Points, point: StockingPoint): void {
  const { discontinued } = point.policy;
  if (discontinued?.followUp === undefined || !discontinued.newFirst) {
    return;
  }
  const { problem } = points;
  const { from } = discontinued;
  for (const need of movable(problem, point, from, Infinity)) {
    move(points, point, need, need.quantity);
    point.needs = point.needs.filter(
      ({ origin, own }) => origin !== need.origin || own !== need.own,
    );
  }
}

/**
 * Moves what is missing on a day to the follow-up, taken off the last needs of the day first; what
 * does not move is reported. Called with the day and what is missing, it returns how much moves.
 *
 * @param needs - the needs by day as they are netted; what moves is taken off them
 */
export function sendMissingOn(
  points: Points,
  point: StockingPoint,
  needs: ReadonlyMap<Day, readonly Need[]>,
  report: (day: Day, left: bigint) => void,
): (day: Day, missing: bigint) => bigint {
  return (day, missing) => {
    let left = missing;
    const inOrder = movable(points.problem, point, day, day).sort(
      (a, b) => compareNeeds(a, b) || compare(a.own, b.own),
    );
    for (const need of inOrder.reverse()) {
      const part = smaller(left, need.quantity);
      if (part > 0n && point.policy.discontinued?.followUp !== undefined) {
        move(points, point, need, part);
        left -= part;
        for (const netted of needs.get(day) ?? []) {
          if (netted.origin === need.origin) {
            netted.lines = linesWithout(netted, need.own, part);
            netted.quantity -= part;
          }
        }
      }
    }
    const moved = missing - left;
    point.gross.set(day, (point.gross.get(day) ?? 0n) - moved);
    if (left > 0n) {
      report(day, left);
    }
    return moved;
  };
}
