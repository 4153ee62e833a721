import type { Day, Decimal, Minute, Ratio } from "../../core/index.js";
import type { WorkCenter, WorkTime } from "../../routing/index.js";
import type { RequirementOf } from "./requirement-rows.js";

/**
 * Work at work centres, however it was scheduled: what a load profile is made of. Whoever schedules
 * gives his result a `[LOADS]`, and its profile can be asked for.
 */
export interface LoadSource {
  /** T0; what lies before it is past due. */
  readonly startDay: Day;
  readonly horizonEndDay: Day;
  /** Monday is 0. */
  readonly weekStart: number;
  readonly workCenters: readonly WorkCenter[];
  /** How many pieces of work there are. */
  readonly length: number;
  /** Whose the n-th is, and the id of its operation. */
  of(n: number): RequirementOf;
  operation(n: number): string;
  /** The work centre of the n-th, by its place in `workCenters`; −1 where a supplier does it. */
  workCenter(n: number): number;
  /** When it is worked; both NaN for one that has no place in time. */
  start(n: number): Minute;
  end(n: number): Minute;
  /** Whether the n-th has no place in time only since it waits in vain for other work. */
  isVain(n: number): boolean;
  /** Standard hours, and those of them that are set-up. */
  load(n: number): Ratio;
  setup(n: number): Ratio;
  /** Into how many parts, worked side by side, the n-th is split. */
  parts(n: number): number;
  /** Open minutes for which the n-th may stand before its work centre. */
  queue(n: number): number;
  /** The good quantity of the order whose the n-th is: by it loads of another plan are known. */
  quantity?(n: number): Decimal;
  /** The minutes in which a work centre is worked, by its place: overtime included where it is used. */
  workTime(workCenter: number): WorkTime;
}

/** Under this key a result keeps its {@link LoadSource}. */
export const LOADS: unique symbol = Symbol.for("orlicky.loads") as never;

/** What has loads. */
export interface Loaded {
  readonly [LOADS]: LoadSource;
}
