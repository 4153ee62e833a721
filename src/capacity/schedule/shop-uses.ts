import { MINUTES_A_DAY, type Minute } from "../../core/index.js";
import { elapsed } from "../finite/elapsed-days.js";
import { LinkBounds } from "../finite/link-bounds.js";
import type { Draft } from "../finite/pass.js";
import { NEVER, PassClock } from "../finite/pass-clock.js";
import type { Shop } from "../finite/shop.js";
import { countBelow, lastUpTo, takenAt, takenBefore, type Uses, usesOf } from "./uses.js";

/** A task by open minutes of its work centre, so that a moment at which that is closed is none of its own. */
export interface Waited {
  /** When its queue had passed; where it overlaps, with all its work still before the last batch. */
  readonly ready: number;
  readonly begun: number;
}

/** A work centre that was taken when an operation began at another. */
export interface TakenCenter {
  readonly center: number;
  /** When it could have begun there as next in turn. */
  readonly until: Minute;
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
  /** By tool: the tasks that hold one, and, once asked, from when on and until when. */
  readonly #withTools: readonly (readonly number[])[];
  readonly #toolUses = new Map<number, Uses>();
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
    const worked = (tasks: readonly number[]): Uses =>
      usesOf(
        tasks,
        (task) => draft.start[task]!,
        (task) => draft.end[task]!,
      );
    this.#unitEnds = onUnits.map((units) => units.map((tasks) => worked(tasks).ends));
    this.#withTools = withTools;
    this.#toolEnds = withTools.map((tasks, tool) => {
      const uses = worked(tasks);
      return uses.ends.filter((end) => takenBefore(uses, end) >= shop.toolUnits[tool]!);
    });
  }

  /**
   * When a task at a work centre could have begun, and began.
   *
   * @param since - from when on it may queue; when it did, if left out
   */
  waited(task: number, since: Minute = this.#draft.queueStart[task]!): Waited {
    const { choice, start } = this.#draft;
    const begun = this.#clockOf(task).count(start[task]!);
    return { ready: this.#readyAt(task, choice[task]!, since, this.#workOf(task)), begun };
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
    const choice = this.#draft.choice[task]!;
    return choice < 0 ? bound : this.#readyAt(task, choice, bound, this.#workOf(task), link);
  }

  /**
   * By open minutes: when a task could begin at a choice with so much work that may queue from a moment on,
   * and ends no earlier than its last batch, by all links or by one.
   */
  #readyAt(task: number, choice: number, moment: Minute, work: number, link?: number): number {
    const { choiceCenter, operationOf, overlaps, queue } = this.#shop;
    const clock = this.#clocks[choiceCenter[choice]!]!;
    const operation = operationOf[task]!;
    const queued = clock.count(moment) + queue[operation]!;
    if (overlaps.size === 0) return queued;
    const last = this.#bounds.countOfLastBatch(operation, choice, clock, work, link);
    return Math.max(queued, last - work);
  }

  /** The open minutes in which a task is worked. */
  #workOf(task: number): number {
    const { start, end } = this.#draft;
    const clock = this.#clockOf(task);
    return clock.count(end[task]!) - clock.count(start[task]!);
  }

  /** What was taken, where a task is worked, in the open minute that ends with a count; `undefined`: nothing. */
  takenBefore(task: number, count: number): "unit" | "tool" | undefined {
    if (this.#draft.unit[task]! < 0) return undefined;
    const center = this.#centerOf(task);
    const { units } = this.#shop.centers[center]!.center;
    if (takenBefore(this.#usesOf(center), count) >= units) return "unit";
    const moment = this.#clockOf(task).end(count);
    const isTaken = this.#toolsOf(task).some(
      (tool) => takenBefore(this.#usesOfTool(tool), moment) >= this.#shop.toolUnits[tool]!,
    );
    return isTaken ? "tool" : undefined;
  }

  /** Whether a tool of a task was given back after a count and before it began, also while its work centre was closed. */
  waitedForTool(task: number, count: number): boolean {
    const since = this.#clockOf(task).begin(count);
    return this.#toolsOf(task).some(
      (tool) => (lastUpTo(this.#toolEnds[tool]!, this.#draft.start[task]!) ?? since) > since,
    );
  }

  /**
   * The first choice of a task that is worked elsewhere, if all of its units were taken then and it would
   * have ended sooner there.
   */
  firstChoiceTaken(
    task: number,
    since: Minute = this.#draft.queueStart[task]!,
  ): TakenCenter | undefined {
    const { centers, choiceCenter, choiceWork, firstChoice, operationOf } = this.#shop;
    const { end } = this.#draft;
    const own = firstChoice[operationOf[task]!]!;
    const center = choiceCenter[own]!;
    const clock = this.#clocks[center]!;
    const work = choiceWork[own]!;
    const ready = this.#readyAt(task, own, since, work);
    const { finishWithinShift, units } = centers[center]!.center;
    const begun = finishWithinShift ? clock.withinShift(ready, work) : ready;
    if (clock.end(begun + work) >= end[task]!) return undefined;
    const now = clock.count(this.#clockOf(task).begin(this.hasUnitFrom(task)));
    const uses = this.#usesOf(center);
    if (takenAt(uses, now) < units) return undefined;
    const free = uses.ends[countBelow(uses.ends, now + 1)]!;
    const open = clock.begin(free);
    return { center, until: open === NEVER ? clock.end(free) : open };
  }

  /**
   * By open minutes: since when a task has its unit. It holds it before it begins where its work would not
   * have ended in the shift (K59).
   */
  hasUnitFrom(task: number, since?: Minute): number {
    const { ready, begun } = this.waited(task, since);
    const { center } = this.#shop.centers[this.#centerOf(task)]!;
    if (!center.finishWithinShift || this.#draft.unit[task]! < 0 || begun <= ready) return begun;
    const clock = this.#clockOf(task);
    const from = Math.max(ready, clock.count(this.#isFreeFor(task)));
    return clock.withinShift(from, this.#workOf(task)) === begun ? from : begun;
  }

  /**
   * Whether a task before which nothing comes in its job would have been given a unit, or begun its days,
   * sooner if the job could have begun at a moment.
   */
  couldBeginSooner(task: number, moment: Minute): boolean {
    const { choice, start, unit } = this.#draft;
    if (choice[task]! < 0) {
      const { dayBasis, dayCalendar, days, operationOf } = this.#shop;
      const operation = operationOf[task]!;
      const day = Math.ceil(moment / MINUTES_A_DAY);
      const calendar = dayCalendar[operation];
      const first = elapsed(dayBasis[operation]!, day, days[operation]!, 1, calendar)?.first;
      return first !== undefined && first * MINUTES_A_DAY < start[task]!;
    }
    const { ready } = this.waited(task, moment);
    const until = this.hasUnitFrom(task, moment);
    if (unit[task]! < 0) return ready < until;
    const clock = this.#clockOf(task);
    const tools = this.#toolsOf(task);
    const ends = [
      ...this.#usesOf(this.#centerOf(task)).ends,
      ...tools.flatMap((tool) => Array.from(this.#toolEnds[tool]!, (end) => clock.count(end))),
    ];
    return [ready, ...ends].some(
      (count) => count >= ready && count < until && this.#isFreeAt(task, count),
    );
  }

  /** Whether there is a unit and each tool for a task in the open minute that begins with a count. */
  #isFreeAt(task: number, count: number): boolean {
    const center = this.#centerOf(task);
    const { units } = this.#shop.centers[center]!.center;
    const moment = this.#clockOf(task).begin(count);
    return (
      takenAt(this.#usesOf(center), count) < units &&
      this.#toolsOf(task).every(
        (tool) => takenAt(this.#usesOfTool(tool), moment) < this.#shop.toolUnits[tool]!,
      )
    );
  }

  #usesOf(center: number): Uses {
    let uses = this.#taken.get(center);
    if (uses === undefined) {
      const tasks = [...this.#draft.unit.keys()].filter(
        (task) => this.#draft.unit[task]! >= 0 && this.#centerOf(task) === center,
      );
      const clock = this.#clocks[center]!;
      uses = usesOf(
        tasks,
        (task) => this.hasUnitFrom(task),
        (task) => clock.count(this.#draft.end[task]!),
      );
      this.#taken.set(center, uses);
    }
    return uses;
  }

  /** A tool is held with the unit, also before the work begins. */
  #usesOfTool(tool: number): Uses {
    let uses = this.#toolUses.get(tool);
    if (uses === undefined) {
      uses = usesOf(
        this.#withTools[tool]!,
        (task) => this.#clockOf(task).begin(this.hasUnitFrom(task)),
        (task) => this.#draft.end[task]!,
      );
      this.#toolUses.set(tool, uses);
    }
    return uses;
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
