import { PassClock } from "./pass-clock.js";
import type { Shop } from "./shop.js";
import type { Sign } from "./sign.js";

/** What a pass does with a node. */
export const ROLE = {
  /** Gives it its place. */
  load: 0,
  /** Takes its place as fixed, and no capacity for it. */
  fixed: 1,
  /** Acts as if it were not there. */
  skip: 2,
} as const;

/** Why a task has no place; 0: it has one, or was not tried. */
export const REASON = {
  none: 0,
  horizon: 1,
  noWorkTime: 2,
  shiftTooShort: 3,
  predecessor: 4,
  material: 5,
} as const;

/**
 * One run over a shop, along time or against it. Moments are minutes, or minus minutes against time:
 * see {@link PassClock}.
 */
export interface Pass {
  readonly shop: Shop;
  readonly sign: Sign;
  /** No task begins before this moment, and each ends by `until`. */
  readonly from: number;
  readonly until: number;
  /** By task: its place in the order in which those that wait are taken. */
  readonly rankOf: Int32Array;
  /** By node: a begin or an end of a job is not before this moment. */
  readonly earliest: Float64Array;
  /** By task: its work does not begin before this moment. */
  readonly floor?: Float64Array;
  /** By task: the choice at which alone it is worked; −1 for any. */
  readonly only?: Int32Array | undefined;
  /** By work centre: whether its capacity counts. */
  readonly finite: Uint8Array;
  /** Whether setups follow the matrix; else each takes its own. */
  readonly matrix: boolean;
  /** By node; {@link ROLE.load} for all when left out. */
  readonly roles?: Uint8Array;
  /** Where fixed nodes have their places. */
  readonly fixed?: Draft;
}

/** What a pass decided: by task, in minutes of time, whichever its direction was. */
export interface Draft {
  /** NaN where the task has no place. */
  readonly queueStart: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly available: Float64Array;
  /** Unit of the work centre from 0; −1 for none. */
  readonly unit: Int32Array;
  readonly choice: Int32Array;
  /** Group of setups before it on its unit; −1 for none. */
  readonly before: Int32Array;
  /** {@link REASON}. */
  readonly reason: Uint8Array;
  /** Open minutes that it lacks. */
  readonly lacking: Float64Array;
  /** The operation for which it waits in vain; −1 for none. */
  readonly blame: Int32Array;
}

/** Whether a task has no place only since it waits in vain, or would go beyond all days after its work. */
export function isVain({ reason, lacking }: Draft, task: number): boolean {
  const why = reason[task]!;
  return (
    why === REASON.predecessor ||
    why === REASON.material ||
    (why === REASON.horizon && lacking[task] === 0)
  );
}

/** The clocks of a pass, one for each work centre. */
export function passClocks({ shop, sign, from, until }: Pass): PassClock[] {
  return shop.centers.map(({ time }) => new PassClock(time, sign, from, until));
}
