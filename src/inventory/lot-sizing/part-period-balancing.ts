import { leastTotalCost } from "./least-total-cost.js";
import type { LookAheadRule } from "./look-ahead.js";
import { extendLot, type PartPeriodRule } from "./part-periods.js";

/** The holding cost of the lot does not exceed the setup cost: P + T·n ≤ A ÷ h. */
const RULE: PartPeriodRule = {
  half: () => 2,
  carried: 2,
  whole: 0,
  always: true,
};

/**
 * L7: extends the lot while its holding cost does not exceed the setup cost, or, with `closest`, to
 * where it is closest to it ({@link leastTotalCost}).
 *
 * With `lookAhead` it then goes on, need by need, while the need after the next one is larger in
 * part-periods from the next one on than the next one from the lot on: a peak is better ordered on its
 * own day. With `lookBack`, and when looking ahead has changed nothing, it leaves the last need out if
 * this one would be held longer, in part-periods, than the next one if the next order came on its day.
 *
 * Source: J. J. DeMatteis, "An economic lot-sizing technique", IBM Systems Journal 7 (1968); Orlicky,
 * *Material Requirements Planning*, "part-period balancing".
 */
export const partPeriodBalancing: LookAheadRule = (needs, from, to, figures) => {
  const balanced = figures.closest
    ? leastTotalCost(needs, from, to, figures)
    : extendLot(RULE, needs, from, to, figures.costs, figures.ties ?? "extend");
  if (!figures.lookAhead && !figures.lookBack) return balanced;
  const last = previousNeed(needs, from, from + balanced);
  const ahead = figures.lookAhead ? lookAhead(needs, from, last, to) : last;
  const chosen = ahead === last && figures.lookBack ? lookBack(needs, from, last, to) : ahead;
  return chosen - from + 1;
};

function lookAhead(needs: ArrayLike<number>, from: number, covered: number, to: number): number {
  let last = covered;
  for (;;) {
    const next = nextNeed(needs, last + 1, to);
    const after = nextNeed(needs, next + 1, to);
    if (after >= to) return last;
    if (!isMore(after - next, needs[after]!, next - from, needs[next]!)) return last;
    last = next;
  }
}

/** One step only: the example of the book takes no second one, which level needs would always ask for. */
function lookBack(needs: ArrayLike<number>, from: number, last: number, to: number): number {
  const next = nextNeed(needs, last + 1, to);
  if (last === from || next >= to) return last;
  const isDearer = isMore(last - from, needs[last]!, next - last, needs[next]!);
  return isDearer ? previousNeed(needs, from, last) : last;
}

/** The first period from `period` on that has a need; `to` or later when there is none. */
function nextNeed(needs: ArrayLike<number>, period: number, to: number): number {
  let next = period;
  while (next < to && needs[next] === 0) next++;
  return next;
}

/** The last period before `period` that has a need, not before `from`. */
function previousNeed(needs: ArrayLike<number>, from: number, period: number): number {
  let last = period - 1;
  while (last > from && needs[last] === 0) last--;
  return last;
}

/** Whether `periods × need > otherPeriods × otherNeed`, exactly. */
function isMore(periods: number, need: number, otherPeriods: number, otherNeed: number): boolean {
  const [one, other] = [periods * need, otherPeriods * otherNeed];
  if (one <= Number.MAX_SAFE_INTEGER || other <= Number.MAX_SAFE_INTEGER) return one > other;
  return BigInt(periods) * BigInt(need) > BigInt(otherPeriods) * BigInt(otherNeed);
}
