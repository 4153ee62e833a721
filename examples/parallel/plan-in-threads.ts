import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Plan, type PlanningNotes, sharePlanning } from "../../src/index.js";
import { products } from "./problem.js";
import { sweepTogether, untaken } from "./sweep-together.js";
import type { Work } from "./worker.js";

/** A plan, and how long this thread was at it. */
export interface TimedPlan {
  readonly plan: Plan;
  /** Milliseconds from level to level, the rows read and compiled. */
  readonly sweepMs: number;
}

/**
 * Plans in several threads, this one and workers. Each makes the problem itself, all at the same time.
 *
 * @param items - of the problem
 * @param threads - how many, 1: without workers
 */
export async function planInThreads(items: number, threads: number): Promise<TimedPlan> {
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(new URL("./worker.mjs", import.meta.url), { workerData: items }),
  );
  try {
    const ready = Promise.all(workers.map((worker) => once(worker, "message")));
    const share = sharePlanning(products(items));
    const work: Work = { memory: share.memory, next: untaken(share) };
    await ready;
    for (const worker of workers) worker.postMessage(work);
    const notes = Promise.all(workers.map((worker) => once(worker, "message")));
    const begin = performance.now();
    sweepTogether(share, work.next);
    const sweepMs = performance.now() - begin;
    return { plan: share.plan((await notes).flat() as PlanningNotes[]), sweepMs };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
