/** Of how many numbers each draw is one: 2^32. */
export const NUMBERS = 2 ** 32;

/** Numbers that are thrown away first, until all of the seed is in all of the state. */
const MIXING_ROUNDS = 12;

/**
 * Makes a generator of whole numbers from 0 to 2^32 − 1 that follow from a seed alone, the same on
 * every machine: 32-bit integer arithmetic and nothing else.
 *
 * Small Fast Counting, 32 bits: of the state a, b, c, n the number is a + b + n; then n grows by one,
 * a becomes b ⊕ (b >> 9), b becomes 9c, and c becomes c turned left by 21 bits, plus the number. It
 * begins with a = 0, b and c the low and the high half of the seed, n = 1, and twelve numbers unused.
 *
 * @param seed - a whole number, 0 to 2^53 − 1
 * @returns gives the next number at each call
 *
 * Source: C. Doty-Humphrey, PractRand, `sfc32`.
 */
export function randomNumbers(seed: number): () => number {
  let a = 0;
  let b = (seed % NUMBERS) | 0;
  let c = Math.floor(seed / NUMBERS) | 0;
  let n = 1;
  const next = (): number => {
    const number = (a + b + n) | 0;
    n = (n + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + number) | 0;
    return number >>> 0;
  };
  for (let round = 0; round < MIXING_ROUNDS; round++) next();
  return next;
}
