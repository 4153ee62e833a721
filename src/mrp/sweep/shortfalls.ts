import { drawableBy } from "./draw-supply.js";
import type { Netting } from "./netting.js";
import { nextTouched } from "./next-touched.js";

/**
 * What the days from one on lack to the floor, each on top of the days before it: what is missing is
 * put to the stock at once. Waiting supply counts by the day by which it could be drawn (K8).
 *
 * @param end - the day before which the look ahead ends
 * @param needsLeft - needs of the first day that are still to be netted, where each is its own
 * @param visit - is told each day on which something is missing, and how much
 */
export function forEachShortfall(
  netting: Netting,
  from: number,
  end: number,
  needsLeft: number,
  visit: (day: number, missing: number) => void,
): void {
  const { arena, detail } = netting;
  const { delta, supply, landing, touched } = arena;
  arena.observe?.looksAhead(end);
  const expiring = netting.expiring?.copy();
  for (const { due, quantity, expires } of netting.waiting.keptStill()) {
    expiring!.expect(due, quantity, expires);
  }
  expiring?.use(netting.taken + needsLeft);
  let floor = netting.floor;
  let step = netting.nextStep;
  let level = floor - needsLeft;
  let first = floor - netting.projected;
  const look = (day: number): void => {
    const missing = floor - level - drawableBy(netting, day);
    if (missing <= 0) {
      if (first > 0) visit(day, first);
    } else {
      level += missing;
      visit(day, first + missing);
    }
    first = 0;
  };
  look(from);
  for (let day = nextTouched(touched, from + 1); day < end; day = nextTouched(touched, day + 1)) {
    const steps = detail.floor;
    while (step < steps.length && steps[step]!.day <= day) floor = steps[step++]!.level;
    const owed = Math.max(0, -level);
    const begun = expiring?.begin(day);
    if (begun !== undefined) level += begun.arrived - begun.gone;
    level += supply[day]! + landing[day]! + delta[day]!;
    expiring?.use(owed - delta[day]!);
    look(day);
  }
}

/** The end of a look ahead: nothing is ordered for days on which nothing is ordered (K37). */
export function endOfLook({ model, point }: Netting, windowEnd: number): number {
  return Math.min(windowEnd, model.ended.get(point)?.from ?? windowEnd);
}
