import { MINUTES_A_DAY } from "../../core/index.js";
import { firstBatchMinutes, lastBatchMinutes } from "./batch-minutes.js";
import type { Decided } from "./decided.js";
import { daysOn } from "./elapsed-days.js";
import { type Pass, ROLE } from "./pass.js";
import { NEVER, type PassClock } from "./pass-clock.js";
import type { LinkOverlap, SoonerUse } from "./shop.js";

type BoundPass = Pick<Pass, "shop" | "sign" | "roles">;

type Placed = Pick<Decided, "start" | "choice" | "before" | "nodeAfter">;

/** From when on what comes next may begin, by links of materials and of operations that overlap. */
export class LinkBounds {
  readonly #pass: BoundPass;
  readonly #clocks: readonly PassClock[];
  readonly #decided: Placed;

  constructor(pass: BoundPass, clocks: readonly PassClock[], decided: Placed) {
    this.#pass = pass;
    this.#clocks = clocks;
    this.#decided = decided;
  }

  /** When the next node may begin to wait, as far as one link from a node says. */
  boundOf(link: number, node: number): number {
    const { shop, sign } = this.#pass;
    const after = this.#decided.nodeAfter[node]!;
    const material = shop.materials.size === 0 ? undefined : shop.materials.get(link);
    if (material !== undefined) {
      const day = Math.ceil(after / MINUTES_A_DAY);
      const usable = daysOn(sign * day, material.days, sign, material.calendar, true);
      const bound = usable === undefined ? NEVER : sign * usable.day * MINUTES_A_DAY;
      return material.sooner === undefined ? bound : this.#sooner(material.sooner, after, bound);
    }
    const overlap = shop.overlaps.size === 0 ? undefined : shop.overlaps.get(link);
    if (overlap === undefined) return after;
    let bound = -NEVER;
    for (let task = shop.firstTask[node]!; task < shop.firstTask[node + 1]!; task++) {
      bound = Math.max(bound, this.#batchOf(overlap, node, task));
    }
    return Math.min(after, bound);
  }

  /** The sooner of a bound and what holds where a material is done in time. */
  #sooner({ doneBy, from }: SoonerUse, after: number, bound: number): number {
    const [until, use] = this.#pass.sign === 1 ? [doneBy, from] : [0 - from, 0 - doneBy];
    return after <= until ? Math.min(bound, use) : bound;
  }

  /** The count up to which the work of an operation must last, by its overlaps, or by that of one link. */
  countOfLastBatch(
    operation: number,
    choice: number,
    clock: PassClock,
    work: number,
    only?: number,
  ): number {
    const { shop, sign } = this.#pass;
    let most = -NEVER;
    this.eachOverlap(operation, (overlap, bound, link) => {
      if (only !== undefined && link !== only) return;
      const batch =
        sign === 1
          ? lastBatchMinutes(shop, overlap, operation, choice)
          : firstBatchMinutes(shop, overlap, operation, choice, -1);
      const count = clock.count(bound) + Math.min(batch, work);
      // Closed at the bound, with nothing to be done after it: the work ends in the next open minute.
      most = Math.max(most, clock.end(count) < bound ? count + 1 : count);
    });
    return most;
  }

  /** The overlaps that an operation has with what comes before it, and from when on the last batch is there. */
  eachOverlap(
    operation: number,
    visit: (overlap: LinkOverlap, bound: number, link: number) => void,
  ): void {
    const { shop, sign, roles } = this.#pass;
    const { start, link } = sign === 1 ? shop.linksTo : shop.linksFrom;
    const froms = sign === 1 ? shop.linkFrom : shop.linkTo;
    for (let k = start[operation]!; k < start[operation + 1]!; k++) {
      const overlap = shop.overlaps.get(link[k]!);
      const from = froms[link[k]!]!;
      if (overlap === undefined || shop.days[from]! >= 0 || shop.days[operation]! >= 0) continue;
      if (roles !== undefined && roles[from] === ROLE.skip) continue;
      const wait = sign === 1 ? 0 : shop.waitMove[operation]!;
      visit(overlap, this.#decided.nodeAfter[from]! + wait, link[k]!);
    }
  }

  /** When the first batch of a task can be waited for, or the last one is begun against time. */
  #batchOf(overlap: LinkOverlap, node: number, task: number): number {
    const { shop, sign } = this.#pass;
    const choice = this.#decided.choice[task]!;
    const clock = this.#clocks[shop.choiceCenter[choice]!]!;
    const [start, isForward] = [this.#decided.start[task]!, sign === 1];
    const batch = isForward
      ? firstBatchMinutes(shop, overlap, node, choice, this.#decided.before[task]!)
      : Math.min(shop.choiceWork[choice]!, lastBatchMinutes(shop, overlap, node, choice));
    const passed = batch === 0 ? start : clock.end(clock.count(start) + batch);
    return passed + (isForward ? shop.waitMove[node]! : 0);
  }
}
