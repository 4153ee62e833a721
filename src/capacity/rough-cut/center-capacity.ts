import { type Day, MINUTES_A_DAY, multiplyRatios, type Ratio, ratioOf } from "../../core/index.js";
import { openMinutesUpTo, type WorkCenter } from "../../routing/index.js";

const MINUTES_AN_HOUR = 60n;

/** Standard hours that a work centre can do from a day until before another (K56), without overtime. */
export function centerCapacity(center: WorkCenter, from: Day, until: Day): Ratio {
  const { workTime, units, utilization, efficiency } = center;
  const open =
    openMinutesUpTo(workTime, until * MINUTES_A_DAY) -
    openMinutesUpTo(workTime, from * MINUTES_A_DAY);
  const hours = ratioOf(BigInt(open) * BigInt(units), MINUTES_AN_HOUR);
  return multiplyRatios(hours, multiplyRatios(utilization, efficiency));
}
