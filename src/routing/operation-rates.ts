import { addRatios, ceilDivide, divideRatios, multiplyRatios, type Ratio } from "../core/index.js";

/** What an operation takes at one work centre, for an order of any size (K53). */
export interface OperationRates {
  /** Hours of all parts' set-up. */
  readonly setup: Ratio;
  /** Hours of all parts' teardown. */
  readonly teardown: Ratio;
  /** Hours of all parts' run: for each unit of start quantity, or for each batch of a part. */
  readonly run: Ratio;
  /** Batches of a part for each unit of start quantity; `undefined` without batches. */
  readonly batches: Ratio | undefined;
}

/** What the rates are made of. */
export interface RateParts {
  readonly setup: Ratio;
  readonly run: Ratio;
  readonly teardown: Ratio;
  readonly batch: Ratio | undefined;
  readonly inflow: Ratio;
  readonly split: number;
}

/** Rates of an operation, multiplied out once so that an order takes few steps. */
export function operationRates(parts: RateParts): OperationRates {
  const { setup, run, teardown, batch, inflow, split } = parts;
  const count: Ratio = { num: BigInt(split), den: 1n };
  const aPart = divideRatios(inflow, count);
  return {
    setup: multiplyRatios(setup, count),
    teardown: multiplyRatios(teardown, count),
    // All parts together run each unit once; of batches, each part runs as many.
    run: multiplyRatios(run, batch === undefined ? inflow : count),
    batches: batch && divideRatios(aPart, batch),
  };
}

/** Hours of all parts' run for a start quantity. */
export function runHours({ run, batches }: OperationRates, startQuantity: Ratio): Ratio {
  if (batches === undefined) return product(run, startQuantity);
  const count = ceilDivide(startQuantity.num * batches.num, startQuantity.den * batches.den);
  return multiplyRatios(run, { num: count, den: 1n });
}

/** Hours of a quantity's run, at the work centre that works it whole. */
export function hoursOf(quantity: Ratio, run: Ratio, batch: Ratio | undefined): Ratio {
  if (batch === undefined) return multiplyRatios(run, quantity);
  const count = ceilDivide(quantity.num * batch.den, quantity.den * batch.num);
  return multiplyRatios(run, { num: count, den: 1n });
}

const MINUTES_AN_HOUR = 60n;
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Whole minutes for hours, rounded up (K53).
 *
 * @param hours - standard hours of all parts
 * @param pace - by what they are divided: efficiency × parts, for a part
 */
export function minutesFor(hours: Ratio, pace: Ratio): number {
  const num = 60 * Number(hours.num) * Number(pace.den);
  const den = Number(hours.den) * Number(pace.num);
  // Of whole numbers below 2^53 the rounded quotient is exact.
  if (num <= Number.MAX_SAFE_INTEGER && den <= Number.MAX_SAFE_INTEGER) return Math.ceil(num / den);
  const minutes = ceilDivide(MINUTES_AN_HOUR * hours.num * pace.den, hours.den * pace.num);
  return minutes > MOST ? Number.POSITIVE_INFINITY : Number(minutes);
}

/** Sums hours. */
export function sumOf(first: Ratio, ...others: readonly Ratio[]): Ratio {
  return others.reduce((sum, one) => (one.num === 0n ? sum : plus(sum, one)), first);
}

// Every operation of every order comes here. Short numbers are counted as such, and only long ones as
// bigints, which takes several times as long.

function product(a: Ratio, b: Ratio): Ratio {
  const [num, den] = [Number(a.num) * Number(b.num), Number(a.den) * Number(b.den)];
  return shortRatio(num, den) ?? multiplyRatios(a, b);
}

function plus(a: Ratio, b: Ratio): Ratio {
  const [aDen, bDen] = [Number(a.den), Number(b.den)];
  const num = Number(a.num) * bDen + Number(b.num) * aDen;
  return shortRatio(num, aDen * bDen) ?? addRatios(a, b);
}

/** In lowest terms, if both are whole numbers that are held exactly; they are 0 or more. */
function shortRatio(num: number, den: number): Ratio | undefined {
  if (!(num <= Number.MAX_SAFE_INTEGER && den <= Number.MAX_SAFE_INTEGER)) return undefined;
  let [divisor, rest] = [num, den];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return { num: BigInt(num / divisor), den: BigInt(den / divisor) };
}
