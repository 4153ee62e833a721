import { describe, expect, test } from "vitest";
import { estimate, mean, median, slope } from "../../bench/statistics.js";
import { judged } from "../../bench/verdict.js";

/** So many ratios between two bounds, evenly. */
function spread(count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, (_, n) => low + ((high - low) * n) / (count - 1));
}

describe("What the bench says of repeated measurements", () => {
  test("the median is the value in the middle, of an even number the mean of the two there", () => {
    expect(median([3, 1, 100])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(mean([1, 2, 6])).toBe(3);
  });

  test("the slope of a line is found, and that of n log n on two log scales is a little above 1", () => {
    expect(slope([1, 2, 3], [5, 7, 9])).toBe(2);
    const sizes = [1e3, 1e4, 1e5, 1e6];
    const exponent = slope(
      sizes.map((n) => Math.log(n)),
      sizes.map((n) => Math.log(n * Math.log(n))),
    );
    expect(exponent).toBeGreaterThan(1);
    expect(exponent).toBeLessThan(1.15);
  });

  test("the interval holds the median, lies within what was measured, and is the same each time", () => {
    const ratios = spread(11, 1.9, 2.1);
    const { low, median: middle, high } = estimate(ratios);
    expect(middle).toBe(2);
    expect(low).toBeGreaterThanOrEqual(1.9);
    expect(low).toBeLessThan(2);
    expect(high).toBeGreaterThan(2);
    expect(high).toBeLessThanOrEqual(2.1);
    expect(estimate(ratios)).toEqual({ low, median: middle, high });
  });

  test("one wild measurement among many moves neither the median nor the interval far", () => {
    const { median: middle, high } = estimate([...spread(20, 1.9, 2.1), 50]);
    expect(middle).toBeLessThan(2.1);
    expect(high).toBeLessThan(2.1);
  });

  test("more measurements make the interval narrower", () => {
    const width = (count: number): number => {
      const { low, high } = estimate(spread(count, 1, 3));
      return high - low;
    };
    expect(width(101)).toBeLessThan(width(11));
  });
});

describe("The verdict on a ratio", () => {
  const verdict = (ratios: readonly number[], atMost: number): string =>
    judged({ name: "", ratios, goal: { atMost } }).verdict;

  test("a goal is met when the median keeps it and the interval is narrow", () => {
    expect(verdict(spread(11, 1.95, 2.05), 2)).toBe("met");
  });

  test("a goal is missed only when the whole interval lies above it", () => {
    expect(verdict(spread(11, 2.05, 2.15), 2)).toBe("missed");
    expect(verdict(spread(11, 2, 4), 1)).toBe("missed");
    expect(verdict(spread(11, 1.96, 2.06), 2)).toBe("open");
  });

  test("an interval wider than a tenth of the median is no pass, however small the ratio", () => {
    expect(verdict(spread(11, 1, 3), 4)).toBe("not measurable");
  });

  test("fewer than eleven pairs say nothing", () => {
    expect(verdict(spread(10, 1.99, 2.01), 3)).toBe("not measurable");
    expect(verdict(spread(10, 1.99, 2.01), 1)).toBe("not measurable");
  });

  test("what has nothing to be compared with has no yardstick, what has no goal is told", () => {
    expect(verdict([], 2)).toBe("no yardstick");
    expect(judged({ name: "", ratios: [2] }).verdict).toBe("told");
  });

  test("a goal may be a least ratio, and a count needs no second look", () => {
    const goal = { atLeast: 20 };
    expect(judged({ name: "", ratios: spread(11, 25, 26), goal }).verdict).toBe("met");
    expect(judged({ name: "", ratios: spread(11, 18, 19), goal }).verdict).toBe("missed");
    expect(judged({ name: "", ratios: [25], goal, isCount: true }).verdict).toBe("met");
  });
});
