import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { sweepTogether, untaken } from "../../examples/parallel/sweep-together.js";
import { type PlanningNotes, sharePlanning } from "../../src/index.js";
import { timed } from "../clock.js";
import { collectGarbage } from "../garbage.js";
import { bulkColumns, masterData } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";
import { answer } from "./answer.js";
import type { ThreadWork } from "./threads-worker.js";

/** How often both are done before they are measured, so that their machine code is made. */
const WARM_UPS = 8;

/**
 * The sweep of a problem by two threads in shared memory, divided by that of one thread in such memory.
 *
 * @param turns - of how many the fastest of each counts
 */
export async function threads(file: string, warmUpFile: string, turns: number): Promise<number> {
  const worker = new Worker(new URL("./threads-worker.mjs", import.meta.url));
  try {
    for (let n = 0; n < WARM_UPS; n++) {
      alone(warmUpFile);
      await together(warmUpFile, worker);
    }
    let [one, two] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let turn = 0; turn < turns; turn++) {
      one = Math.min(one, alone(file));
      two = Math.min(two, await together(file, worker));
    }
    return two / one;
  } finally {
    await worker.terminate();
  }
}

function shareOf(file: string) {
  const problem = readProblemFile(file);
  return sharePlanning(masterData(problem), { columns: bulkColumns(problem) });
}

/**
 * In milliseconds, the input read and compiled, and what that left collected: a collector at work beside two
 * threads on two cores would be measured with them.
 */
function alone(file: string): number {
  const share = shareOf(file);
  const next = untaken(share);
  void share.memory;
  collectGarbage();
  return timed(() => sweepTogether(share, next)).ms;
}

async function together(file: string, worker: Worker): Promise<number> {
  const ready = once(worker, "message");
  worker.postMessage(file);
  const share = shareOf(file);
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const work: ThreadWork = { memory: share.memory, next: untaken(share), gate };
  await ready;
  const joined = once(worker, "message");
  worker.postMessage(work);
  await joined;
  const notes = once(worker, "message");
  collectGarbage();
  const { ms } = timed(() => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    sweepTogether(share, work.next);
  });
  const plan = share.plan((await notes) as [PlanningNotes]);
  if (plan.orders.length === 0) throw new Error("Nothing was planned.");
  return ms;
}

await answer(threads);
