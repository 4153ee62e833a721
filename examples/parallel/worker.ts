// A worker of plan-in-threads.ts: reads the same problem, plans what it gets of it, posts its notes.
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { type SharedPlanMemory, sharePlanning } from "../../src/index.js";
import { products } from "./problem.js";
import { sweepTogether } from "./sweep-together.js";

/** What the main thread posts. */
export interface Work {
  readonly memory: SharedPlanMemory;
  /** See `untaken`. */
  readonly next: Int32Array;
}

const port = parentPort!;
const share = sharePlanning(products(workerData as number));
port.postMessage("ready");
const [{ memory, next }] = (await once(port, "message")) as [Work];
share.join(memory);
sweepTogether(share, next);
port.postMessage(share.notes());
