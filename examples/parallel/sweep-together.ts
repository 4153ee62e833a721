import type { PlanningShare } from "../../src/index.js";

/** So many stocking points a thread takes at a time. */
const RANGE = 64;
/** A thread that waits longer for the others, in milliseconds, believes that one of them has died. */
const PATIENCE = 60_000;

/** The first stocking point of each level that no thread has taken. */
export function untaken({ levels }: PlanningShare): Int32Array {
  const next = new Int32Array(new SharedArrayBuffer(4 * levels.length));
  next.set(levels);
  return next;
}

/**
 * Plans with the other threads, level by level: whoever is free takes the next range, and all wait until the level
 * is whole.
 *
 * @param next - what {@link untaken} returned in one thread, the same memory for all
 */
export function sweepTogether(share: PlanningShare, next: Int32Array): void {
  const { levels, memory, sweepRange } = share;
  for (let level = 0; level + 1 < levels.length; level++) {
    const end = levels[level + 1]!;
    for (let first = take(next, level); first < end; first = take(next, level)) {
      sweepRange(first, Math.min(first + RANGE, end));
    }
    waitUntil(memory.planned, end);
  }
}

function take(next: Int32Array, level: number): number {
  return Atomics.add(next, level, RANGE);
}

function waitUntil(planned: Int32Array, count: number): void {
  for (let now = Atomics.load(planned, 0); now < count; now = Atomics.load(planned, 0)) {
    if (Atomics.wait(planned, 0, now, PATIENCE) === "timed-out") {
      throw new Error(`${now} of ${count} stocking points are planned, and nobody goes on.`);
    }
  }
}
