import { MINUTES_A_DAY, type Minute, parseDay } from "../core/index.js";
import { ALWAYS_OPEN } from "./always-open.js";
import { NoWorkTime } from "./no-work-time.js";
import type { TimedOperation } from "./operation-time.js";
import type { WorkTime } from "./work-time.js";

/** The years 0000 to 9999. */
const FIRST_MINUTE: Minute = (parseDay("0000-01-01") ?? 0) * MINUTES_A_DAY;
export const LAST_MINUTE: Minute = (parseDay("9999-12-31") ?? 0) * MINUTES_A_DAY;

/** The time in which an operation queues and is worked. */
export function openTimeOf({ workCenter }: Pick<TimedOperation, "workCenter">): WorkTime {
  return workCenter?.workTime ?? ALWAYS_OPEN;
}

/**
 * A minute that can be written down.
 *
 * @throws NoWorkTime for one that cannot
 */
export function writable(minute: Minute, { workCenter, id }: TimedOperation): Minute {
  if (minute >= FIRST_MINUTE && minute <= LAST_MINUTE) return minute;
  throw new NoWorkTime(workCenter?.id ?? id, true);
}
