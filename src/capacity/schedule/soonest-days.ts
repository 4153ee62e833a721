import { addWorkingDays, type Day, NoWorkingDay } from "../../core/index.js";
import type { CapacityModel, MaterialFlow } from "../../mrp/index.js";

const NEVER = Number.POSITIVE_INFINITY;

/**
 * By peg: the day on which the material can be there at the soonest.
 *
 * A planned order that is not made on work centres is only planned for the day on which the plan wants
 * it. Whoever begins earlier can have it earlier: once its paper work, its lead time and its own material
 * allow. Stock, open supply and orders that are late already come on their feasible day (N11).
 *
 * @param jobOf - by number in the flow: the place of a job; their days are not asked for
 */
export function soonestDays(
  { startDay }: Pick<CapacityModel, "startDay">,
  flow: MaterialFlow,
  jobOf: Int32Array,
): Float64Array {
  const day = flow.day.slice();
  const isOrder = (number: number): boolean =>
    number >= 0 && number < flow.orders && jobOf[number]! < 0;
  // Orders wait for orders, level by level; what waits for itself keeps its day.
  const gives: number[][] = [];
  const takes: number[][] = [];
  const waits = new Int32Array(flow.orders);
  for (let p = 0; p < flow.length; p++) {
    const [giver, taker] = [flow.giver[p]!, flow.taker[p]!];
    if (isOrder(giver)) addTo(gives, giver, p);
    if (!isOrder(taker)) continue;
    addTo(takes, taker, p);
    if (isOrder(giver)) waits[taker]!++;
  }
  const open: number[] = [];
  for (let n = 0; n < flow.orders; n++) if (isOrder(n) && waits[n] === 0) open.push(n);
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    const given = gives[n];
    if (given === undefined) continue;
    const soonest = soonestDue(startDay, flow, n, takes[n] ?? [], day);
    for (const p of given) {
      if (flow.movable[p] === 1) day[p] = Math.min(day[p]!, soonest);
      const taker = flow.taker[p]!;
      if (isOrder(taker) && --waits[taker]! === 0) open.push(taker);
    }
  }
  return day;
}

function addTo(lists: number[][], place: number, value: number): void {
  const list = lists[place];
  if (list === undefined) lists[place] = [value];
  else list.push(value);
}

/** The day on which an order can be used that is begun as soon as its material is there. */
function soonestDue(
  startDay: Day,
  flow: MaterialFlow,
  number: number,
  pegs: readonly number[],
  day: Float64Array,
): Day {
  const site = flow.calendarOf(number);
  const leadTime = flow.leadTime(number)!;
  try {
    let start = addWorkingDays(site, startDay, leadTime.releaseTime);
    for (const p of pegs) {
      if (day[p] === NEVER) return NEVER;
      start = Math.max(start, startFor(flow, number, day[p]!, flow.offset[p]!));
    }
    const delivery = leadTime.deliveryOf(leadTime.startFrom(start));
    return addWorkingDays(site, delivery, flow.receivingTime(number));
  } catch (error) {
    if (error instanceof NoWorkingDay) return NEVER;
    throw error;
  }
}

/** N11: the day on which an order may start that needs material on a day, less the offset of its line. */
export function startFor(flow: MaterialFlow, taker: number, day: Day, offset: number): Day {
  return offset === 0 ? day : addWorkingDays(flow.calendarOf(taker), day, -offset);
}
