import { describe, expect, test } from "vitest";
import { lotCosts } from "./lot-costs.js";
import { partPeriodBalancing } from "./part-period-balancing.js";

/** An economic part-period of 100. */
const costs = lotCosts({ num: 100n, den: 1n }, { num: 1n, den: 1n });

describe("Part-period balancing, Orlicky's Material Requirements Planning, 3rd edition, pages 153–154", () => {
  const peak = [20, 40, 30, 10, 40, 30, 35, 20, 40];
  const tail = [20, 40, 30, 15, 30, 25, 50, 20, 40];

  test("the first lot of both examples covers 90 units, three periods", () => {
    expect(partPeriodBalancing(peak, 0, 9, { costs })).toBe(3);
    expect(partPeriodBalancing(tail, 0, 9, { costs })).toBe(3);
  });

  test("looking ahead takes 10 in for 30 part-periods, since 40 would be held for 40", () => {
    expect(partPeriodBalancing(peak, 0, 9, { costs, lookAhead: true })).toBe(4);
  });

  test("looking back leaves 30 out, held for 60 part-periods, when 15 would be held for 15", () => {
    expect(partPeriodBalancing(tail, 0, 9, { costs, lookBack: true })).toBe(2);
    expect(partPeriodBalancing(tail, 0, 9, { costs, lookAhead: true, lookBack: true })).toBe(2);
  });

  test("neither looks beyond the end of what is known", () => {
    expect(partPeriodBalancing(peak, 0, 4, { costs, lookAhead: true })).toBe(3);
    expect(partPeriodBalancing(tail, 0, 3, { costs, lookBack: true })).toBe(3);
  });
});

describe("Part-period balancing with figures beyond 2^53", () => {
  test("compares products exactly", () => {
    const large = 2 ** 52;
    const none = lotCosts({ num: 0n, den: 1n }, { num: 1n, den: 1n });
    const first = [1, 0, 0, large + 1, 0, 0, large];
    // 3 × (2^52 + 1) against 3 × 2^52: as doubles both are the same.
    expect(partPeriodBalancing(first, 0, 7, { costs: none, lookAhead: true })).toBe(1);
    const second = [1, 0, 0, large, 0, 0, large + 1];
    expect(partPeriodBalancing(second, 0, 7, { costs: none, lookAhead: true })).toBe(4);
  });
});
