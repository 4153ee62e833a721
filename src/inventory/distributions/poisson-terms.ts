/**
 * The Poisson distribution, term by term, without underflow at large means: the figures to about
 * 1e-12 in relation to themselves, small ones too. Unchecked: what is public checks first.
 */

import { standardLevel } from "./standard-normal.js";

const TWO_PI = 2 * Math.PI;
/** A probability that is met but for the rounding of sums is met. */
const ROUNDING = 1e-12;

/** P(X = count) for a whole count of 0 or more. */
export function poissonTerm(count: number, mean: number): number {
  if (count < 0) return 0;
  if (mean === 0) return count === 0 ? 1 : 0;
  if (count === 0) return Math.exp(-mean);
  // The saddle-point form of Loader (2000): no large numbers are subtracted from one another.
  const exponent = -stirlingError(count) - deviance(count, mean);
  return Math.exp(exponent) / Math.sqrt(TWO_PI * count);
}

/** P(X > count) and P(X ≤ count), each summed from positive terms or 1 less the other. */
export function poissonTails(count: number, mean: number): { above: number; upTo: number } {
  if (count < 0) return { above: 1, upTo: 0 };
  if (count >= mean) {
    const above = sumUp(count + 1, mean, 0);
    return { above, upTo: 1 - above };
  }
  const upTo = sumDown(count, mean, 0);
  return { above: 1 - upTo, upTo };
}

/** E[(X − level)+], the expected amount above a whole level. */
export function poissonExcess(level: number, mean: number): number {
  if (level <= 0) return mean - level;
  if (level >= mean) return sumUp(level + 1, mean, 1);
  return mean - level + sumDown(level - 1, mean, 1);
}

/**
 * The least whole level that holds a probability, given from both sides, upTo + above = 1: the smaller
 * has digits that the other has lost.
 */
export function poissonLevel(upTo: number, above: number, mean: number): number {
  // The start by Cornish and Fisher lies a few levels off; from there one term a level is enough.
  const z = standardLevel(upTo, above);
  const start = Math.max(0, Math.floor(mean + z * Math.sqrt(mean) + (z * z - 1) / 6));
  return above < upTo ? levelByTail(above, mean, start) : levelBySum(upTo, mean, start);
}

/** The least level that is exceeded with at most this probability. */
function levelByTail(probability: number, mean: number, start: number): number {
  let level = start;
  let { above } = poissonTails(level, mean);
  const enough = probability * (1 + ROUNDING);
  let summed = above;
  while (above > enough) {
    level += 1;
    above -= poissonTerm(level, mean);
    if (above > 0.01 * summed) continue;
    above = poissonTails(level, mean).above; // or the difference would be lost in rounding
    summed = above;
  }
  while (level > 0) {
    const before = above + poissonTerm(level, mean);
    if (before > enough) break;
    above = before;
    level -= 1;
  }
  return level;
}

/** The least level up to which lies at least this probability. */
function levelBySum(probability: number, mean: number, start: number): number {
  let level = start;
  let { upTo } = poissonTails(level, mean);
  const enough = probability * (1 - ROUNDING);
  while (upTo < enough) {
    level += 1;
    upTo += poissonTerm(level, mean);
  }
  let summed = upTo;
  while (level > 0) {
    let before = upTo - poissonTerm(level, mean);
    if (before <= 0.01 * summed) {
      before = poissonTails(level - 1, mean).upTo;
      summed = before;
    }
    if (before < enough) break;
    upTo = before;
    level -= 1;
  }
  return level;
}

/** Σ P(X = j) over j ≥ from, each weighted with its place 1, 2, 3 … (order 1) or not (order 0). */
function sumUp(from: number, mean: number, order: 0 | 1): number {
  let term = poissonTerm(from, mean);
  let sum = 0;
  for (let j = from, place = 1; term > 0; j++, place++) {
    const weighted = order === 0 ? term : term * place;
    sum += weighted;
    if (weighted <= sum * 1e-17 && j > mean) break;
    term *= mean / (j + 1);
  }
  return sum;
}

/** Σ P(X = j) over j ≤ from, weighted in the same way. */
function sumDown(from: number, mean: number, order: 0 | 1): number {
  let term = poissonTerm(from, mean);
  let sum = 0;
  for (let j = from, place = 1; j >= 0 && term > 0; j--, place++) {
    const weighted = order === 0 ? term : term * place;
    sum += weighted;
    if (weighted <= sum * 1e-17 && j < mean) break;
    term *= j / mean;
  }
  return sum;
}

/** ln n! less the formula of Stirling: Abramowitz & Stegun 6.1.41. */
function stirlingError(n: number): number {
  if (n < 16) {
    let factorial = 1;
    for (let j = 2; j <= n; j++) factorial *= j;
    return Math.log(factorial / Math.sqrt(TWO_PI * n)) - n * Math.log(n) + n;
  }
  const square = n * n;
  const inner = 1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square;
  return (1 / 12 - (1 / 360 - inner / square) / square) / n;
}

/** count ln(count / mean) + mean − count, by its series where the two are close. */
function deviance(count: number, mean: number): number {
  const difference = count - mean;
  if (Math.abs(difference) >= 0.1 * (count + mean)) {
    return count * Math.log(count / mean) - difference;
  }
  const v = difference / (count + mean);
  let sum = difference * v;
  let power = 2 * count * v;
  for (let odd = 3; odd < 100; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
