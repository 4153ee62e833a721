import { median } from "./statistics.js";

/** The time that one run takes, in milliseconds, and what it returns. */
export function timed<Result>(run: () => Result): { readonly ms: number; readonly result: Result } {
  const begin = performance.now();
  const result = run();
  return { ms: performance.now() - begin, result };
}

const LEAST_MS = 500;

/**
 * The time of the fastest of several runs, in milliseconds: what else the machine does only adds to it.
 * Short runs are repeated for a while, so that their machine code is made.
 *
 * @param rounds - the fewest runs
 * @param leastMs - for how long
 */
export function fastest(run: () => unknown, rounds = 9, leastMs = LEAST_MS): number {
  let least = Number.POSITIVE_INFINITY;
  const begin = performance.now();
  for (let n = 0; n < rounds || performance.now() - begin < leastMs; n++) {
    least = Math.min(least, timed(run).ms);
  }
  return least;
}

/** What the first run in a process takes, and what later ones do, in milliseconds. */
export interface FirstAndLater {
  readonly firstMs: number;
  /** The median of later ones. */
  readonly laterMs: number;
}

const LATER = 11;

/** Measures the first run of this process and later ones, when as many between them have made the machine code. */
export function firstAndLater(run: () => unknown): FirstAndLater {
  const firstMs = timed(run).ms;
  fastest(run, LATER, 0);
  return { firstMs, laterMs: median(Array.from({ length: LATER }, () => timed(run).ms)) };
}
