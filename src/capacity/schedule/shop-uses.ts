import type { Minute } from "../../core/index.js";
import { openMinutesUpTo } from "../../routing/index.js";
import { lastBatchMinutes } from "../finite/batch-minutes.js";
import type { Draft } from "../finite/pass.js";
import { PassClock } from "../finite/pass-clock.js";
import type { Shop } from "../finite/shop.js";

/** A task by open minutes of its work centre, so that a moment at which that is closed is none of its own. */
export interface Waited {
  /** When its queue had passed. */
  readonly queued: number;
  readonly begun: number;
}

/** When things are taken and given back, each ascending. */
interface Uses {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** Who has the units and tools of a shop, and when. */
export class ShopUses {
  readonly #shop: Shop;
  readonly #draft: Draft;
  readonly #clocks = new Map<number, PassClock>();
  /** By work centre, in its open minutes. */
  readonly #taken = new Map<number, Uses>();
  /** By work centre and unit: the moments at which work ends there. */
  readonly #unitEnds: readonly (readonly Float64Array[])[];
  /** By tool: the moments at which one is given back while all were in use. */
  readonly #toolEnds: readonly Float64Array[];

  constructor(shop: Shop, draft: Draft) {
    this.#shop = shop;
    this.#draft = draft;
    const onUnits = shop.centers.map((): number[][] => []);
    const withTools = shop.toolIds.map((): number[] => []);
    for (const [task, unit] of draft.unit.entries()) {
      if (unit < 0) continue;
      const units = onUnits[shop.choiceCenter[draft.choice[task]!]!]!;
      while (units.length <= unit) units.push([]);
      units[unit]!.push(task);
      for (const tool of this.#toolsOf(task)) withTools[tool]!.push(task);
    }
    const endsOf = (tasks: readonly number[]) => usesOf(tasks, draft.start, draft.end).ends;
    this.#unitEnds = onUnits.map((units) => units.map(endsOf));
    this.#toolEnds = withTools.map((tasks, tool) => {
      const uses = usesOf(tasks, draft.start, draft.end);
      return uses.ends.filter((end) => takenBefore(uses, end) >= shop.toolUnits[tool]!);
    });
  }

  /** When a task at a work centre could have begun, and began. */
  waited(task: number): Waited {
    const { start, queueStart } = this.#draft;
    const { time } = this.#shop.centers[this.#centerOf(task)]!;
    const queue = this.#shop.queue[this.#shop.operationOf[task]!]!;
    return {
      queued: openMinutesUpTo(time, queueStart[task]!) + queue,
      begun: openMinutesUpTo(time, start[task]!),
    };
  }

  /**
   * By open minutes: when a task may begin, so that it does not run out of what operations that it overlaps
   * with hand over to it.
   */
  pacedFrom(task: number): number {
    const { available, choice, end } = this.#draft;
    const { firstTask, linkFrom, linksTo, operationOf, overlaps } = this.#shop;
    let from = Number.NEGATIVE_INFINITY;
    if (overlaps.size === 0) return from;
    const operation = operationOf[task]!;
    const center = this.#centerOf(task);
    const { time } = this.#shop.centers[center]!;
    const work = openMinutesUpTo(time, end[task]!) - this.waited(task).begun;
    for (let k = linksTo.start[operation]!; k < linksTo.start[operation + 1]!; k++) {
      const link = linksTo.link[k]!;
      const overlap = overlaps.get(link);
      if (overlap === undefined) continue;
      const giver = linkFrom[link]!;
      const last = available.subarray(firstTask[giver]!, firstTask[giver + 1]!);
      const bound = last.reduce((latest, one) => Math.max(latest, one));
      const batch = lastBatchMinutes(this.#shop, overlap, operation, choice[task]!);
      const count = openMinutesUpTo(time, bound) + Math.min(batch, work);
      // Closed at the bound, with nothing to be done after it: the work ends in the next open minute.
      const isClosed = this.#clockOf(center).end(count) < bound;
      from = Math.max(from, (isClosed ? count + 1 : count) - work);
    }
    return from;
  }

  /**
   * By open minutes: since when a task has its unit. It holds it before it begins where its work would not
   * have ended in the shift (K59).
   */
  hasUnitFrom(task: number): number {
    const { queued, begun } = this.waited(task);
    const center = this.#centerOf(task);
    const { time, center: row } = this.#shop.centers[center]!;
    if (!row.finishWithinShift || this.#draft.unit[task]! < 0 || begun <= queued) return begun;
    const from = Math.max(queued, openMinutesUpTo(time, this.#isFreeFor(task)));
    const work = openMinutesUpTo(time, this.#draft.end[task]!) - begun;
    return this.#clockOf(center).withinShift(from, work) === begun ? from : begun;
  }

  /** How many units of the work centre of a task are taken in the last open minute before it begins. */
  takenBefore(task: number): number {
    const center = this.#centerOf(task);
    let uses = this.#taken.get(center);
    if (uses === undefined) {
      uses = this.#takenAt(center);
      this.#taken.set(center, uses);
    }
    return takenBefore(uses, this.waited(task).begun);
  }

  #takenAt(center: number): Uses {
    const { draft, time } = { draft: this.#draft, time: this.#shop.centers[center]!.time };
    const tasks = [...draft.unit.keys()].filter(
      (task) => draft.unit[task]! >= 0 && this.#centerOf(task) === center,
    );
    return {
      starts: Float64Array.from(tasks, (task) => this.hasUnitFrom(task)).sort(),
      ends: Float64Array.from(tasks, (task) => openMinutesUpTo(time, draft.end[task]!)).sort(),
    };
  }

  /** When whoever had the unit and the tools of a task before it had given them back. */
  #isFreeFor(task: number): Minute {
    const ends = [
      this.#unitEnds[this.#centerOf(task)]![this.#draft.unit[task]!]!,
      ...this.#toolsOf(task).map((tool) => this.#toolEnds[tool]!),
    ];
    return ends.reduce(
      (latest, those) => Math.max(latest, lastUpTo(those, this.#draft.start[task]!) ?? latest),
      this.#shop.start,
    );
  }

  #toolsOf(task: number): readonly number[] {
    const { operationOf, toolSet, toolSets } = this.#shop;
    return toolSets[toolSet[operationOf[task]!]!]!;
  }

  #centerOf(task: number): number {
    return this.#shop.choiceCenter[this.#draft.choice[task]!]!;
  }

  #clockOf(center: number): PassClock {
    let clock = this.#clocks.get(center);
    if (clock === undefined) {
      const { centers, start, until } = this.#shop;
      clock = new PassClock(centers[center]!.time, 1, start, until);
      this.#clocks.set(center, clock);
    }
    return clock;
  }
}

function usesOf(tasks: readonly number[], start: Float64Array, end: Float64Array): Uses {
  return {
    starts: Float64Array.from(tasks, (task) => start[task]!).sort(),
    ends: Float64Array.from(tasks, (task) => end[task]!).sort(),
  };
}

/** How many are in use right before a moment, or in the minute that ends with a count. */
function takenBefore({ starts, ends }: Uses, moment: number): number {
  return countBelow(starts, moment) - countBelow(ends, moment);
}

/** The last of ascending whole numbers that is not above a value. */
function lastUpTo(numbers: Float64Array, value: number): number | undefined {
  return numbers[countBelow(numbers, value + 1) - 1];
}

/** How many of ascending numbers are below a value. */
function countBelow(numbers: Float64Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
