import {
  addRatios,
  ceilDivide,
  divideRatios,
  multiplyRatios,
  type Ratio,
  ratioOf,
} from "../../core/index.js";

/** Exact hours: a plain number counts whole ten-thousandths of an hour, all else is a ratio. */
export type Hours = number | Ratio;

const PER_HOUR = 10_000;

/** Above it an hours figure is a ratio, so that sums and small products of plain ones stay exact. */
const LARGEST = 1e10;

/** Far above the minutes until any end that can be named, and still a number that can be added to. */
const MOST_MINUTES = 1e300;

/** Hours as a plain number where they are one; `undefined` where they must be read as a ratio. */
export function plainHours(value: unknown): number | undefined {
  if (typeof value !== "number") return value === undefined ? 0 : undefined;
  const count = Math.round(value * PER_HOUR);
  // The division rounds to the double nearest to the decimal that is written, which it then is.
  return count >= 0 && count <= LARGEST && count / PER_HOUR === value ? count + 0 : undefined;
}

/** Exact hours as a ratio. */
export function ratioOfHours(hours: Hours): Ratio {
  return typeof hours === "number" ? ratioOf(BigInt(hours), BigInt(PER_HOUR)) : hours;
}

/** The sum of hours. */
export function addHours(a: Hours, b: Hours): Hours {
  if (typeof a === "number" && typeof b === "number") return a + b;
  return addRatios(ratioOfHours(a), ratioOfHours(b));
}

/** Hours times a ratio. */
export function timesHours(hours: Hours, factor: Ratio): Hours {
  return multiplyRatios(ratioOfHours(hours), factor);
}

/** The ratio of two hours figures, the second above 0. */
export function ratioOfTwo(a: Hours, b: Hours): Ratio {
  return divideRatios(ratioOfHours(a), ratioOfHours(b));
}

/** Standard hours done in an hour, as plain numbers too where both are small. */
export interface Efficiency {
  readonly ratio: Ratio;
  /** 3 × the denominator and 500 × the numerator: minutes a ten-thousandth hour; NaN where they are large. */
  readonly minutes: number;
  readonly per: number;
}

/** Prepares an efficiency for {@link workMinutes}. */
export function efficiencyOf(ratio: Ratio): Efficiency {
  const isSmall = ratio.num < 10_000n && ratio.den < 10_000n;
  return {
    ratio,
    minutes: isSmall ? 3 * Number(ratio.den) : Number.NaN,
    per: isSmall ? 500 * Number(ratio.num) : Number.NaN,
  };
}

/**
 * Minutes of work, rounded up once: 60 × (fixed + shared ÷ parts) ÷ efficiency (K53).
 *
 * @param fixed - hours that each part takes: setup and teardown
 * @param shared - hours that the parts share: the run
 */
export function workMinutes(
  fixed: Hours,
  shared: Hours,
  parts: number,
  efficiency: Efficiency,
): number {
  if (typeof fixed === "number" && typeof shared === "number") {
    const minutes = (fixed * parts + shared) * efficiency.minutes;
    // A quotient of whole numbers below 2^53 is never rounded up to a whole number above it.
    if (minutes <= Number.MAX_SAFE_INTEGER) return Math.ceil(minutes / (parts * efficiency.per));
  }
  const share = divideRatios(ratioOfHours(shared), { num: BigInt(parts), den: 1n });
  const hours = divideRatios(addRatios(ratioOfHours(fixed), share), efficiency.ratio);
  // Above 2^53 the nearest number: such work never ends, and only what it lacks is said of it.
  return Math.min(MOST_MINUTES, Number(ceilDivide(60n * hours.num, hours.den)));
}
