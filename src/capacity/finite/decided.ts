import type { Draft, Pass } from "./pass.js";
import { NEVER } from "./pass-clock.js";

/** What a pass has decided so far, in its own moments. */
export interface Decided
  extends Pick<
    Draft,
    "start" | "end" | "unit" | "choice" | "before" | "reason" | "lacking" | "blame"
  > {
  /** By task: after the work and what follows it: wait and move, or the queue against time. */
  readonly after: Float64Array;
  /** By node: the moment from which it may wait, as far as it is known. */
  readonly arrival: Float64Array;
  /** By node: the latest of what its tasks have in `after`. */
  readonly nodeAfter: Float64Array;
}

/** Nothing is decided yet. */
export function nothingDecided({ shop, from }: Pass): Decided {
  const [nodes, tasks] = [shop.jobOf.length, shop.operationOf.length];
  return {
    start: new Float64Array(tasks).fill(Number.NaN),
    end: new Float64Array(tasks).fill(Number.NaN),
    after: new Float64Array(tasks).fill(Number.NaN),
    unit: new Int32Array(tasks).fill(-1),
    choice: new Int32Array(tasks).fill(-1),
    before: new Int32Array(tasks).fill(-1),
    reason: new Uint8Array(tasks),
    lacking: new Float64Array(tasks),
    blame: new Int32Array(tasks).fill(-1),
    arrival: new Float64Array(nodes).fill(from),
    nodeAfter: new Float64Array(nodes).fill(-NEVER),
  };
}
