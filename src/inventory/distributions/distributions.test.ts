import { Decimal as SharedDecimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import {
  normalDensity,
  normalDistribution,
  normalLoss,
  normalLossInverse,
  normalQuantile,
  poissonDistribution,
  poissonLoss,
  poissonProbability,
  poissonQuantile,
} from "../index.js";

const Decimal = SharedDecimal.clone({ precision: 80 });
type Exact = SharedDecimal;

/** The difference in relation to what it should be. */
const error = (found: number, wanted: number): number => Math.abs(found / wanted - 1);
const CLOSE = 1e-12;

/** φ(z) and Φ(z) by the series of Abramowitz & Stegun 26.2.10, to 60 digits for |z| up to 9. */
function exactNormal(z: number): { density: Exact; upTo: Exact; loss: Exact } {
  const square = new Decimal(z).pow(2);
  let power = new Decimal(z);
  let sum = power;
  for (let n = 1; n < 500; n++) {
    power = power.times(square).dividedBy(-2 * n);
    sum = sum.plus(power.dividedBy(2 * n + 1));
  }
  const root = new Decimal(Decimal.acos(-1).times(2)).sqrt();
  const density = square.dividedBy(-2).exp().dividedBy(root);
  const upTo = sum.dividedBy(root).plus(0.5);
  return { density, upTo, loss: density.minus(new Decimal(1).minus(upTo).times(z)) };
}

/** The Poisson distribution summed term by term, to 60 digits. */
function exactPoisson(count: number, mean: number): Record<"term" | "upTo" | "loss", Exact> {
  let term = new Decimal(-mean).exp();
  let upTo = term;
  let below = term.times(count);
  for (let j = 1; j <= count; j++) {
    term = term.times(mean).dividedBy(j);
    upTo = upTo.plus(term);
    below = below.plus(term.times(count - j));
  }
  return { term, upTo, loss: below.plus(mean).minus(count) };
}

describe("The normal distribution", () => {
  test.each([
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [3, 0.99865010196837],
    [0.5, 0.691462461274013],
  ])("is that of Abramowitz & Stegun, table 26.1, at %d", (value, upTo) => {
    expect(normalDistribution({ value })).toBeCloseTo(upTo, 14);
  });

  test.each([
    [0.05, 1.644853626951473],
    [0.025, 1.95996398454005],
    [0.01, 2.326347874040841],
    [0.001, 3.090232306167814],
  ])("has the quantiles of the published tables: %d is exceeded at %d", (tail, z) => {
    expect(error(normalQuantile({ probability: 1 - tail }), z)).toBeLessThan(CLOSE);
    expect(error(normalQuantile({ probability: tail }), -z)).toBeLessThan(CLOSE);
  });

  test.each([-8.5, -6, -4.2, -2.5, -2.49, -1, -0.3, 0.1, 0.7, 1.5, 2.49, 2.5, 2.51, 4, 6.5, 8.5])(
    "agrees with a series of 60 digits at %d, density, distribution and loss, tails too",
    (value) => {
      const exact = exactNormal(value);
      expect(error(normalDensity({ value }), exact.density.toNumber())).toBeLessThan(CLOSE);
      expect(error(normalDistribution({ value }), exact.upTo.toNumber())).toBeLessThan(CLOSE);
      expect(error(normalLoss({ value }), exact.loss.toNumber())).toBeLessThan(CLOSE);
    },
  );

  test("gives back what its inverses were asked for, from 1e-99 to nearly 1", () => {
    for (const probability of [1e-99, 1e-30, 1e-9, 0.001, 0.2, 0.5, 0.77, 0.999, 1 - 1e-12]) {
      const value = normalQuantile({ probability, mean: 7, deviation: 3 });
      const back = normalDistribution({ value, mean: 7, deviation: 3 });
      expect(error(back, probability)).toBeLessThan(1e-11);
    }
    for (const loss of [1e-99, 1e-30, 1e-9, 0.001, 0.2, 0.4, 3, 1e6, 1e12]) {
      const back = normalLoss({ value: normalLossInverse({ loss }) });
      expect(error(back, loss)).toBeLessThan(1e-11);
    }
  });

  test("is shifted by its mean and stretched by its deviation", () => {
    expect(normalDistribution({ value: 58, mean: 50, deviation: 8 })).toBe(
      normalDistribution({ value: 1 }),
    );
    expect(normalLoss({ value: 58, mean: 50, deviation: 8 })).toBeCloseTo(
      8 * normalLoss({ value: 1 }),
      14,
    );
  });
});

describe("The Poisson distribution", () => {
  const cases = [
    [0, 0.001],
    [2, 0.001],
    [0, 6],
    [5, 6],
    [8, 6],
    [40, 6],
    [9, 10.5],
    [15, 15],
    [16, 15],
    [30, 40],
    [200, 100],
    [50, 100],
    [1000, 1000],
    [1150, 1000],
    [850, 1000],
  ] as const;
  test.each(cases)(
    "agrees with its sum of 60 digits at %d of mean %d, tails too",
    (count, mean) => {
      const exact = exactPoisson(count, mean);
      expect(error(poissonProbability({ count, mean }), exact.term.toNumber())).toBeLessThan(CLOSE);
      expect(error(poissonDistribution({ count, mean }), exact.upTo.toNumber())).toBeLessThan(
        CLOSE,
      );
      expect(error(poissonLoss({ count, mean }), exact.loss.toNumber())).toBeLessThan(CLOSE);
    },
  );

  // Incomplete gamma functions to 50 digits, Abramowitz & Stegun 26.4.21.
  test.each([
    [1_000_000, "3.989422471562440297e-4", "0.50026596148628365279", "398.9422471562440297"],
    [1_004_000, "1.3499278269903635568e-7", "0.99996806051796189276", "0.0072348545466074088409"],
    [996_000, "1.3267305920973102166e-7", "3.140416148895208841e-5", "4000.0070564132539227"],
  ])("does not underflow at a mean of a million: %d", (count, term, upTo, loss) => {
    const mean = 1_000_000;
    expect(error(poissonProbability({ count, mean }), Number(term))).toBeLessThan(1e-10);
    expect(error(poissonDistribution({ count, mean }), Number(upTo))).toBeLessThan(1e-10);
    expect(error(poissonLoss({ count, mean }), Number(loss))).toBeLessThan(1e-10);
  });

  test("a quantile is the least count that holds the probability", () => {
    for (const mean of [1e-9, 0.5, 3, 17.3, 250, 1e4, 1e6]) {
      for (const probability of [1e-90, 1e-6, 0.1, 0.5, 0.9, 0.999999, 1 - 1e-13]) {
        const count = poissonQuantile({ mean, probability });
        const short = 1 - poissonDistribution({ mean, count });
        expect(short).toBeLessThanOrEqual((1 - probability) * (1 + 1e-9) + 1e-15);
        if (count === 0) continue;
        const before = poissonDistribution({ mean, count: count - 1 });
        expect(before).toBeLessThan(probability * (1 + 1e-9) + 1e-15);
      }
    }
  });

  test("a quantile far out does not depend on rounding near 1", () => {
    const exceeds = (count: number) => poissonLoss({ mean: 3, count });
    const count = poissonQuantile({ mean: 3, probability: 1 - 2 ** -53 });
    expect(exceeds(count)).toBeLessThan(2 ** -53);
    expect(exceeds(count - 3)).toBeGreaterThan(2 ** -53);
  });
});
