import type { Minute } from "../../core/index.js";
import { openMinutesUpTo } from "../../routing/index.js";
import { LinkBounds } from "../finite/link-bounds.js";
import type { Draft } from "../finite/pass.js";
import { PassClock } from "../finite/pass-clock.js";
import type { Shop } from "../finite/shop.js";

/** A task by open minutes of its work centre, so that a moment at which that is closed is none of its own. */
export interface Waited {
  /** When its queue had passed; where it overlaps, with all its work still before the last batch. */
  readonly ready: number;
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
  readonly #clocks: readonly PassClock[];
  readonly #bounds: LinkBounds;
  /** By work centre, in its open minutes. */
  readonly #taken = new Map<number, Uses>();
  /** By work centre and unit: the moments at which work ends there. */
  readonly #unitEnds: readonly (readonly Float64Array[])[];
  /** By tool: the moments at which one is given back while all were in use. */
  readonly #toolEnds: readonly Float64Array[];

  constructor(shop: Shop, draft: Draft) {
    this.#shop = shop;
    this.#draft = draft;
    const { start, until } = shop;
    this.#clocks = shop.centers.map(({ time }) => new PassClock(time, 1, start, until));
    this.#bounds = new LinkBounds({ shop, sign: 1 }, this.#clocks, {
      ...draft,
      nodeAfter: operationEnds(shop, draft),
    });
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
    const { queueStart, start } = this.#draft;
    const queued = this.#queuedFrom(task, queueStart[task]!);
    const begun = this.#clockOf(task).count(start[task]!);
    return { ready: Math.max(queued, this.#readyForBatch(task)), begun };
  }

  /**
   * The task of the same job that is last to let a task begin; −1 where nothing comes before it. What it
   * overlaps with lets it begin before it is done itself (K53).
   */
  lastBefore(task: number): number {
    const { operationIds, operationOf, firstTask, linksTo, linkFrom } = this.#shop;
    const { available } = this.#draft;
    const operation = operationOf[task]!;
    let [before, latest] = [-1, Number.NEGATIVE_INFINITY];
    for (let k = linksTo.start[operation]!; k < linksTo.start[operation + 1]!; k++) {
      const link = linksTo.link[k]!;
      const from = linkFrom[link]!;
      if (from >= operationIds.length) continue;
      const ready = this.#readyAfter(task, link, from);
      for (let one = firstTask[from]!; one < firstTask[from + 1]!; one++) {
        const isLater = ready === latest && available[one]! > available[before]!;
        if (ready > latest || isLater) [before, latest] = [one, ready];
      }
    }
    return before;
  }

  /** When a task could begin as far as one link says: by open minutes, or where it takes days as a moment. */
  #readyAfter(task: number, link: number, from: number): number {
    const bound = this.#bounds.boundOf(link, from);
    if (this.#draft.choice[task]! < 0) return bound;
    return Math.max(this.#queuedFrom(task, bound), this.#readyForBatch(task, link));
  }

  #queuedFrom(task: number, moment: Minute): number {
    return this.#clockOf(task).count(moment) + this.#shop.queue[this.#shop.operationOf[task]!]!;
  }

  /** From when on the work of a task ends no earlier than its last batch, by all links or by one. */
  #readyForBatch(task: number, link?: number): number {
    const { overlaps, operationOf } = this.#shop;
    if (overlaps.size === 0) return Number.NEGATIVE_INFINITY;
    const { choice, start, end } = this.#draft;
    const clock = this.#clockOf(task);
    const work = clock.count(end[task]!) - clock.count(start[task]!);
    const operation = operationOf[task]!;
    return this.#bounds.countOfLastBatch(operation, choice[task]!, clock, work, link) - work;
  }

  /**
   * By open minutes: since when a task has its unit. It holds it before it begins where its work would not
   * have ended in the shift (K59).
   */
  hasUnitFrom(task: number): number {
    const { ready, begun } = this.waited(task);
    const { center } = this.#shop.centers[this.#centerOf(task)]!;
    if (!center.finishWithinShift || this.#draft.unit[task]! < 0 || begun <= ready) return begun;
    const clock = this.#clockOf(task);
    const from = Math.max(ready, clock.count(this.#isFreeFor(task)));
    const work = clock.count(this.#draft.end[task]!) - begun;
    return clock.withinShift(from, work) === begun ? from : begun;
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

  #clockOf(task: number): PassClock {
    return this.#clocks[this.#centerOf(task)]!;
  }
}

/** By operation: when the last of its tasks has been moved on. */
function operationEnds({ operationIds, firstTask }: Shop, { available }: Draft): Float64Array {
  return Float64Array.from(operationIds, (_, operation) =>
    available
      .subarray(firstTask[operation]!, firstTask[operation + 1]!)
      .reduce((latest, end) => Math.max(latest, end), Number.NEGATIVE_INFINITY),
  );
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
