import { type Estimate, estimate } from "./statistics.js";

/** What a ratio should not exceed, or not fall below. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** What was measured for one line of the table. */
export interface Series {
  readonly name: string;
  /** None: it is only told. */
  readonly goal?: Goal;
  /** A ratio for each pair of measurements; none when what it is compared with is not there. */
  readonly ratios: readonly number[];
  /** It counts something and comes out the same each time: once is enough. */
  readonly isCount?: boolean;
}

/** One line of the table. */
export interface Figure extends Omit<Series, "ratios"> {
  readonly pairs: number;
  readonly estimate: Estimate | undefined;
  readonly verdict: Verdict;
}

/**
 * | verdict | when |
 * |---|---|
 * | `no yardstick` | what it is compared with is not there |
 * | `missed` | 11 pairs or more, and the whole interval lies on the wrong side of the goal |
 * | `not measurable` | fewer pairs; or not missed, but the interval is wider than 10 % of the median |
 * | `met` | measurable, and the median keeps the goal |
 * | `open` | measurable, the median does not keep the goal, but some of the interval does |
 * | `told` | there is no goal |
 */
export type Verdict = "met" | "open" | "missed" | "not measurable" | "no yardstick" | "told";

/** Fewer pairs say nothing. */
export const LEAST_PAIRS = 11;
const WIDEST = 0.1;

/** Judges what was measured. */
export function judged({ ratios, ...series }: Series): Figure {
  const pairs = ratios.length;
  if (pairs === 0) return { ...series, pairs, estimate: undefined, verdict: "no yardstick" };
  const known = estimate(ratios);
  const isEnough = series.isCount === true || pairs >= LEAST_PAIRS;
  const verdict =
    series.goal === undefined
      ? "told"
      : isEnough
        ? verdictOf(known, series.goal)
        : "not measurable";
  return { ...series, pairs, estimate: known, verdict };
}

/** Whether the interval is narrow enough to say something. */
export function isNarrow({ median, low, high }: Estimate): boolean {
  return high - low <= WIDEST * median;
}

function verdictOf(known: Estimate, goal: Goal): Verdict {
  const { median, low, high } = known;
  if (!keeps(low, goal) && !keeps(high, goal)) return "missed";
  if (!isNarrow(known)) return "not measurable";
  return keeps(median, goal) ? "met" : "open";
}

function keeps(ratio: number, goal: Goal): boolean {
  return "atMost" in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
}
