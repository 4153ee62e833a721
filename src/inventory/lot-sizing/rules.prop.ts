import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import type { LotFigures } from "./look-ahead.js";
import { lotCosts } from "./lot-costs.js";
import { LOOK_AHEAD_RULES, type LookAheadRuleName } from "./lot-rules.js";

/** The rules as the books word them: averages and totals of money, compared as fractions. */
interface Money {
  readonly setup: bigint;
  readonly holding: bigint;
  readonly always: bigint;
}

type Literal = (needs: readonly bigint[], money: Money, figures: Partial<LotFigures>) => number;

const size = (needs: readonly bigint[], periods: number): bigint =>
  needs.slice(0, periods).reduce((sum, need) => sum + need, 0n);
const held = (needs: readonly bigint[], periods: number, { holding, always }: Money): bigint =>
  needs.slice(0, periods).reduce((sum, need, k) => sum + (holding * BigInt(k) + always) * need, 0n);
const away = (n: bigint): bigint => (n < 0n ? -n : n);

/** T + 1 while `holds(T)`. */
function extend(needs: readonly bigint[], holds: (periods: number) => boolean): number {
  let periods = 1;
  while (periods < needs.length && holds(periods)) periods += 1;
  return periods;
}

const closest: Literal = (needs, money) => {
  const distances = needs.map((_, k) => away(held(needs, k + 1, money) - money.setup));
  const least = distances.reduce((a, b) => [a, b].sort((x, y) => Number(x - y))[0]!);
  return distances.indexOf(least) + 1;
};

const LITERAL: Readonly<Partial<Record<LookAheadRuleName, Literal>>> = {
  leastUnitCost: (needs, money) =>
    extend(needs, (T) => {
      const cost = (periods: number) => money.setup + held(needs, periods, money);
      return cost(T + 1) * size(needs, T) <= cost(T) * size(needs, T + 1);
    }),
  leastTotalCost: closest,
  silverMeal: (needs, money) =>
    extend(needs, (T) => {
      const cost = (periods: number) => money.setup + held(needs, periods, money);
      return cost(T + 1) * BigInt(T) <= cost(T) * BigInt(T + 1);
    }),
  groff: (needs, { setup, holding }) =>
    extend(needs, (T) => needs[T]! * BigInt(T) * BigInt(T + 1) * holding <= 2n * setup),
  incrementalOrderQuantity: (needs, { setup, holding }) =>
    extend(needs, (T) => holding * BigInt(T) * needs[T]! <= setup),
  partPeriodBalancing: (needs, money, { closest: isClosest, lookAhead, lookBack }) => {
    const balanced = isClosest
      ? closest(needs, money, {})
      : extend(needs, (T) => held(needs, T + 1, money) <= money.setup);
    const needed = needs.flatMap((need, k) => (need > 0n ? [k] : []));
    let i = needed.findLastIndex((k) => k < balanced);
    let isExtended = false;
    const at = (n: number): number => needed[n]!;
    const periodsOf = (from: number, to: number): bigint => BigInt(at(to) - at(from));
    while (lookAhead && i + 2 < needed.length) {
      const [j, l] = [i + 1, i + 2];
      if (periodsOf(j, l) * needs[at(l)]! <= periodsOf(0, j) * needs[at(j)]!) break;
      i = j;
      isExtended = true;
    }
    if (lookBack && !isExtended && i > 0 && i + 1 < needed.length) {
      const j = i + 1;
      if (periodsOf(0, i) * needs[at(i)]! > periodsOf(i, j) * needs[at(j)]!) i -= 1;
    }
    return at(i) + 1;
  },
};

const needsOf = (most: number) =>
  fc.tuple(
    fc.integer({ min: 1, max: most }),
    fc.array(fc.oneof(fc.constant(0), fc.nat({ max: most })), { maxLength: 12 }),
  );
const figures = fc.record({
  closest: fc.boolean(),
  lookAhead: fc.boolean(),
  lookBack: fc.boolean(),
});

/** What the lot holds: periods without need behind the last one covered make no difference. */
function compare(
  [first, rest]: [number, number[]],
  [setup, holding, always]: readonly [bigint, bigint, bigint],
  flags: Partial<LotFigures>,
): void {
  const needs = [first, ...rest];
  const ratio = (num: bigint) => ({ num, den: 1n });
  for (const [rule, literal] of Object.entries(LITERAL)) {
    const weighed = rule === "groff" || rule === "incrementalOrderQuantity" ? 0n : always;
    const costs = lotCosts(ratio(setup), ratio(holding), ratio(weighed));
    // The lot stands in the middle of a longer list, of which nothing outside may count.
    const list = Float64Array.from([7, ...needs, 9]);
    const covers = LOOK_AHEAD_RULES[rule as LookAheadRuleName];
    const periods = covers(list, 1, 1 + needs.length, { costs, ...flags });
    const wide = needs.map(BigInt);
    const wanted = literal(wide, { setup, holding, always: weighed }, flags);
    expect([rule, size(wide, periods)]).toEqual([rule, size(wide, wanted)]);
    expect(periods).toBeGreaterThan(0);
    expect(periods).toBeLessThanOrEqual(needs.length);
  }
}

const few = fc.tuple(
  fc.bigInt({ min: 0n, max: 60n }),
  fc.bigInt({ min: 0n, max: 4n }),
  fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 3n })),
);
const many = fc.tuple(
  fc.bigInt({ min: 0n, max: 10n ** 19n }),
  fc.bigInt({ min: 0n, max: 1000n }),
  fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 1000n })),
);

describe("Each rule by cost is what the books say", () => {
  test.prop([needsOf(12), few, figures], { numRuns: 5 * runs })(
    "with small figures, where ties are frequent",
    compare,
  );

  test.prop([needsOf(2 ** 49), many, figures], { numRuns: 2 * runs })(
    "with figures beyond what plain numbers hold",
    compare,
  );

  test.prop([needsOf(12), few], { numRuns: runs })(
    "and a tie stops the lot when asked",
    (list, money) => {
      const needs = [list[0], ...list[1]];
      const costs = lotCosts({ num: money[0], den: 1n }, { num: money[1], den: 1n });
      for (const [rule, covers] of Object.entries(LOOK_AHEAD_RULES)) {
        const stop = covers(needs, 0, needs.length, { costs, ties: "stop" });
        const extended = covers(needs, 0, needs.length, { costs, ties: "extend" });
        expect([rule, stop <= extended]).toEqual([rule, true]);
      }
    },
  );
});
