/** Bulk rows between two rests of reading: a few milliseconds' work. */
export const BULK_ROWS = 4_096;

/** The same of rows of master data, each of which takes several times as long. */
export const MASTER_ROWS = 512;

/** Work that rests now and then, and says how much of it is done, from 0 to 1. */
export type Steps<Result> = Generator<number, Result>;

/**
 * Does something with all rows of a list, some at a time, and rests in between.
 *
 * @param count - how many rows there are
 * @param most - how many are done at a time
 * @param read - does what is to be done with the rows from the first number up to before the second
 */
export function* inChunks(
  count: number,
  most: number,
  read: (from: number, end: number) => void,
): Steps<void> {
  for (let from = 0; from < count; from += most) {
    const end = Math.min(from + most, count);
    read(from, end);
    yield end / count;
  }
}

/** Does work that is a part of other work, from one share of that to another. */
export function* asPart<Result>(from: number, to: number, work: Steps<Result>): Steps<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Does work without a rest. */
export function drained<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
