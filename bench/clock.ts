/** The time that one run takes, in milliseconds, and what it returns. */
export function timed<Result>(run: () => Result): { readonly ms: number; readonly result: Result } {
  const begin = performance.now();
  const result = run();
  return { ms: performance.now() - begin, result };
}

const FEWEST_ROUNDS = 9;
const LEAST_MS = 500;

/**
 * The time of the fastest of many runs, in milliseconds: what else the machine does only adds to it.
 * Short runs are repeated until their machine code is made.
 */
export function fastest(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  const begin = performance.now();
  for (let n = 0; n < FEWEST_ROUNDS || performance.now() - begin < LEAST_MS; n++) {
    least = Math.min(least, timed(run).ms);
  }
  return least;
}
