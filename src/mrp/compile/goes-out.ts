import { addWorkingDays, type Calendar, type Day, firstWorkingDay } from "../../core/index.js";
import type { Problem } from "../input/problem.js";
import { firstSource, isWaitedFor, ownDays } from "./decoupled-lead-times.js";
import { dueFrom } from "./lead-time-steps.js";
import { type Links, type Model, NETTING, type PointSource } from "./model.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/**
 * The day, from T0, on which the order of each buffer goes out: as soon as what is below it, down to
 * the next buffers and ordered on T0, could be there (K39).
 */
export function buffersGoOut(
  problem: Problem,
  points: Points,
  columns: PointColumns,
  links: Links,
): Map<number, number> {
  const { buffers, sources } = columns;
  const goesOut = new Map<number, number>();
  if (buffers.size === 0) return goesOut;
  const { startDay } = problem;
  const isBelow = pointsBelow(points, columns, links);
  const waits = new Waits(problem, points, columns);
  // A component comes after all its parents in the order of the sweep.
  for (let point = points.count - 1; point >= 0; point--) {
    const buffer = buffers.get(point);
    const first = firstSource(sources.at(point));
    const stated = buffer?.decoupledLeadTime;
    if (stated !== undefined) {
      const rest = Math.max(0, stated - ownDays(first));
      const day = addWorkingDays(waits.calendarOf(point), startDay, rest);
      goesOut.set(point, day - startDay);
    } else if (buffer !== undefined) goesOut.set(point, waits.until(point) - startDay);
    if (isBelow[point] === 0) continue;
    const there = buffer === undefined ? arrival(first, waits.until(point)) : startDay;
    for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
      if (isWaitedFor(links, sources, k)) waits.add(point, k, links, there);
    }
  }
  return goesOut;
}

/** 1 for what a buffer may wait for. */
function pointsBelow(points: Points, { buffers, sources }: PointColumns, links: Links): Uint8Array {
  const isBelow = new Uint8Array(points.count);
  for (let point = 0; point < points.count; point++) {
    for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
      const parent = links.parent[k]!;
      const buffer = buffers.get(parent);
      const isReached =
        buffer === undefined ? isBelow[parent] === 1 : buffer.decoupledLeadTime === undefined;
      if (isReached && isWaitedFor(links, sources, k)) isBelow[point] = 1;
    }
  }
  return isBelow;
}

/** The days on which what orders wait for is there. */
class Waits {
  readonly #problem: Problem;
  readonly #points: Points;
  readonly #netting: PointColumns["netting"];
  /** By point, the first day for its order. */
  readonly #until = new Map<number, Day>();
  /** By phantom and offset: what is drawn for it waits on the calendar of the order's site (K45). */
  readonly #drawn = new Map<number, Map<number, Day>>();

  constructor(problem: Problem, points: Points, { netting }: PointColumns) {
    this.#problem = problem;
    this.#points = points;
    this.#netting = netting;
  }

  calendarOf(point: number): Calendar {
    return this.#problem.sites[this.#points.site[point]!]!.calendar;
  }

  /** T0, or the first working day on which all that an order of the point waits for is there. */
  until(point: number): Day {
    const { startDay } = this.#problem;
    const day = this.#until.get(point) ?? startDay;
    return day <= startDay ? startDay : firstWorkingDay(this.calendarOf(point), day);
  }

  /** A point is there on a day for the parent of a link; a phantom when what is drawn for it is. */
  add(point: number, k: number, { parent, offset }: Links, there: Day): void {
    if (this.#netting[point] !== NETTING.phantom) this.#wait(parent[k]!, offset[k]!, there);
    else {
      for (const [own, day] of this.#drawn.get(point) ?? []) {
        this.#wait(parent[k]!, offset[k]! + own, day);
      }
    }
  }

  #wait(parent: number, offset: number, there: Day): void {
    if (this.#netting[parent] === NETTING.phantom) {
      const drawn = this.#drawn.get(parent) ?? new Map<number, Day>();
      this.#drawn.set(parent, drawn);
      raise(drawn, offset, there);
      return;
    }
    const calendar = this.calendarOf(parent);
    const day =
      offset === 0 ? there : addWorkingDays(calendar, firstWorkingDay(calendar, there), -offset);
    raise(this.#until, parent, day);
  }
}

function raise(days: Map<number, Day>, key: number, day: Day): void {
  days.set(key, Math.max(days.get(key) ?? day, day));
}

/**
 * The day on which what goes out from a day on can be used. It goes out and starts on working days, so
 * that, scheduled back from there (T3), it starts no sooner.
 */
function arrival(source: PointSource | undefined, day: Day): Day {
  if (source === undefined) return day;
  const { steps, releaseTime } = source;
  const out = firstWorkingDay(steps.siteCalendar, day);
  const released = addWorkingDays(steps.siteCalendar, out, releaseTime);
  return dueFrom(steps, firstWorkingDay(steps.calendar, released));
}

/**
 * The day from T0 on which a point's one order goes out, to be scheduled forward from there: T0 for
 * a reorder point (N9), as late as the way below allows for a buffer; `undefined` where needs give
 * the day.
 */
export function goesOutOn(model: Model, point: number): number | undefined {
  const { method } = model.detail(point).parameters;
  return method === "reorderPoint" ? 0 : model.goesOut.get(point);
}
