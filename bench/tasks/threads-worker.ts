// The second thread of threads.ts: reads the problem file that it is told, joins the first, plans with it.
import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { sweepTogether } from "../../examples/parallel/sweep-together.js";
import { type SharedPlanMemory, sharePlanning } from "../../src/index.js";
import { collectGarbage } from "../garbage.js";
import { bulkColumns, masterData } from "../planning-input.js";
import { readProblemFile } from "../problem-file.js";

/** What the first thread posts when it is ready. */
export interface ThreadWork {
  readonly memory: SharedPlanMemory;
  /** See `untaken`. */
  readonly next: Int32Array;
  /** 0 until both may begin. */
  readonly gate: Int32Array;
}

const port = parentPort!;
for (;;) {
  const [file] = (await once(port, "message")) as [string];
  const problem = readProblemFile(file);
  const share = sharePlanning(masterData(problem), { columns: bulkColumns(problem) });
  port.postMessage("ready");
  const [{ memory, next, gate }] = (await once(port, "message")) as [ThreadWork];
  share.join(memory);
  collectGarbage();
  port.postMessage("joined");
  Atomics.wait(gate, 0, 0);
  sweepTogether(share, next);
  port.postMessage(share.notes());
}
