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
