import type { LotCosts } from "./lot-costs.js";

/**
 * When a rule by cost takes one more period into a lot.
 *
 * The textbooks' rules compare averages and totals of money. Each of them comes down to one
 * comparison of part-periods (counts × periods in stock) with what a setup is worth in part-periods:
 * the next period, T after that of the lot, is taken in while *
 *     half × (T × its need) + carried × (Σ k × need of k) + whole × (T × Σ need of k) ≤ 2 × setup ÷ holding
 *
 * with the sums over the periods k < T that are in the lot already; a tie goes on or ends the lot as
 * `ties` says. All of it is twice the rule's own figure, so that Groff's T(T + 1) ÷ 2 is whole too. A
 * period without need never ends a lot.
 */
export interface PartPeriodRule {
  /** How many half part-periods each part-period of the next need counts, T periods after the lot. */
  readonly half: (periods: number) => number;
  /** How many half part-periods each part-period in the lot counts. */
  readonly carried: -2 | 0 | 2;
  /** How many half part-periods each count in the lot counts for each of the T periods. */
  readonly whole: 0 | 2;
  /** Whether costs that come with each count in any case (`always`) weigh in. */
  readonly always: boolean;
}

/** Whether a lot is extended when its rule finds both horizons as good as one another. */
export type Ties = "extend" | "stop";

/** The largest sum of part-periods of which four times as much is still exact. */
const LARGEST_SUM = 2 ** 51;

/**
 * Extends a lot period by period for as long as its rule takes the next one in.
 *
 * Plain numbers while all of them are exact; from the first that is not, once more in bigints. A
 * product or sum of whole numbers that leaves 2^53 never rounds to below it, so looking at the result
 * is enough.
 *
 * @returns how many periods the lot covers, see {@link LookAheadRule}
 */
export function extendLot(
  rule: PartPeriodRule,
  needs: ArrayLike<number>,
  from: number,
  to: number,
  costs: LotCosts,
  ties: Ties,
): number {
  if (rule.always && costs.always > 0n) return extendLotWide(rule, needs, from, to, costs, ties);
  if (costs.holding === 0n) return costs.setup === 0n && ties === "stop" ? 1 : to - from;
  const { half, carried, whole } = rule;
  const limit = ties === "stop" ? costs.below : costs.atMost;
  let quantity = needs[from]!;
  let partPeriods = 0;
  for (let periods = 1; from + periods < to; periods++) {
    const need = needs[from + periods]!;
    if (need === 0) continue;
    const added = periods * need;
    const claim = half(periods) * added + whole * periods * quantity;
    if (!(claim + 2 * partPeriods <= Number.MAX_SAFE_INTEGER && partPeriods <= LARGEST_SUM)) {
      return extendLotWide(rule, needs, from, to, costs, ties);
    }
    if (claim > limit - carried * partPeriods) return periods;
    partPeriods += added;
    quantity += need;
  }
  return to - from;
}

/** The same in money and bigints, with what every count costs in any case. */
function extendLotWide(
  rule: PartPeriodRule,
  needs: ArrayLike<number>,
  from: number,
  to: number,
  costs: LotCosts,
  ties: Ties,
): number {
  const { holding } = costs;
  const always = rule.always ? costs.always : 0n;
  const carried = BigInt(rule.carried);
  const whole = BigInt(rule.whole);
  const limit = 2n * costs.setup;
  let quantity = BigInt(needs[from]!);
  let carriedCost = always * quantity;
  for (let periods = 1; from + periods < to; periods++) {
    const need = BigInt(needs[from + periods]!);
    if (need === 0n) continue;
    const perCount = holding * BigInt(periods) + always;
    const added = perCount * need;
    const claim =
      BigInt(rule.half(periods)) * added + whole * perCount * quantity + carried * carriedCost;
    if (ties === "stop" ? claim >= limit : claim > limit) return periods;
    carriedCost += added;
    quantity += need;
  }
  return to - from;
}
