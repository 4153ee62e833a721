import { type Calendar, type Day, lastWorkingDay, parseDay } from "../../core/index.js";
import type { PlannedSupply } from "../../mrp/index.js";

/**
 * The day on which an open supply is wanted: the receipt day of the day for which it is drawn, or its own
 * day, working or not, where that lies between them (T3). What is not drawn is wanted on its own day.
 *
 * @param calendar - of its site
 * @param startDay - the planning start: no receipt day lies before it
 */
export function wantedDay({ due, wanted }: PlannedSupply, calendar: Calendar, startDay: Day): Day {
  const own = parseDay(due)!;
  if (wanted === null) return own;
  const drawnFor = parseDay(wanted)!;
  const receipt = Math.max(startDay, lastWorkingDay(calendar, drawnFor));
  return receipt <= own && own <= drawnFor ? own : receipt;
}
