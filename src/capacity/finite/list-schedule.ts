import { Alternates, type TurnWait } from "./alternates.js";
import { Candidates } from "./candidates.js";
import { EventHeap } from "./event-heap.js";
import { type Fit, Fits } from "./fits.js";
import { lackOnUnit } from "./lack.js";
import { Network } from "./network.js";
import { type Draft, type Pass, REASON, ROLE } from "./pass.js";
import { NEVER, type PassClock } from "./pass-clock.js";
import type { Shop } from "./shop.js";
import { Slots } from "./slots.js";
import { Units } from "./units.js";
import { WaitingLines } from "./waiting-lines.js";

/**
 * List scheduling: whenever a unit of a work centre is free and something waits there, the first of
 * all that wait is begun on it (K59).
 *
 * Goes from event to event: a task begins to wait, a unit or a tool becomes free. Each task and each
 * unit is in a heap a few times, so n tasks take n log n steps.
 */
export function listSchedule(pass: Pass): Draft {
  return new ListSchedule(pass).run();
}

const NOBODY = { rank: -1, wait: { until: 0, ahead: 0 } };

class ListSchedule {
  readonly #pass: Pass;
  readonly #shop: Shop;
  readonly #network: Network;
  readonly #clocks: readonly PassClock[];
  readonly #units: Units;
  readonly #slots: Slots;
  readonly #fits: Fits;
  readonly #alternates: Alternates;
  readonly #lines: WaitingLines;
  /** What happens next; its numbers are slots, then units, tools and work centres. */
  readonly #events = new EventHeap();
  readonly #firstUnitEvent: number;
  readonly #firstToolEvent: number;
  readonly #firstCenterEvent: number;
  /** Work centres at which something may be begun now, then tools for which somebody waits. */
  readonly #candidates: Candidates;
  /** Tools of which one may be free for somebody who waits for it. */
  #freed: number[] = [];
  /** Work centres for which somebody waits elsewhere, but which are closed now. */
  #closed: number[] = [];
  /** The rank of who was told last to wait for his first choice, and how long; −1 once anything changed. */
  #refused: { readonly rank: number; readonly wait: TurnWait } = NOBODY;
  #now = 0;

  constructor(pass: Pass) {
    const { shop } = pass;
    this.#pass = pass;
    this.#shop = shop;
    this.#network = new Network(pass);
    this.#clocks = this.#network.clocks;
    this.#units = new Units(shop);
    this.#slots = new Slots(shop);
    this.#fits = new Fits(pass, this.#network, this.#units, this.#slots);
    this.#alternates = new Alternates(pass, this.#fits, this.#units, this.#slots);
    this.#lines = new WaitingLines(shop, pass.rankOf, this.#slots);
    this.#candidates = new Candidates(shop.centers.length + shop.toolIds.length);
    this.#firstUnitEvent = this.#slots.count;
    this.#firstToolEvent = this.#firstUnitEvent + this.#units.count;
    this.#firstCenterEvent = this.#firstToolEvent + shop.toolIds.length;
  }

  run(): Draft {
    this.#takeReady();
    while (this.#events.size > 0 && this.#events.time < this.#pass.until) {
      this.#now = this.#events.time;
      while (this.#events.size > 0 && this.#events.time === this.#now)
        this.#happens(this.#events.pop());
      this.#dispatch();
    }
    this.#leaveOut();
    return this.#network.draft();
  }

  #happens(event: number): void {
    if (event >= this.#firstCenterEvent) this.#offer(event - this.#firstCenterEvent);
    else if (event >= this.#firstToolEvent) {
      const tool = event - this.#firstToolEvent;
      this.#lines.tools.giveBack(tool);
      this.#freed.push(tool);
    } else if (event >= this.#firstUnitEvent) {
      this.#offer(this.#units.free(event - this.#firstUnitEvent));
    } else this.#offer(this.#lines.wait(event));
  }

  /** Looks at work centres now, or when they are open again: nothing is decided before. */
  #lookAgain(centers: readonly number[]): void {
    for (const center of centers) if (this.#canBegin(center)) this.#offer(center);
  }

  /** Whether a work centre can begin something now; if it is only closed, it is offered when it opens. */
  #canBegin(center: number): boolean {
    if (!this.#units.isFree(center)) return false;
    const clock = this.#clocks[center]!;
    const open = clock.begin(clock.count(this.#now));
    if (open > this.#now && open < NEVER) this.#events.push(open, this.#firstCenterEvent + center);
    return open === this.#now;
  }

  /** Looks whether something may be begun at a work centre. */
  #offer(center: number): void {
    if (!this.#units.isFree(center)) return;
    const rank = this.#lines.firstAt(center);
    if (rank >= 0) this.#candidates.offer(center, rank);
    for (const tool of this.#lines.tools.takeAside(center)) this.#freed.push(tool);
  }

  #offerTools(): void {
    while (this.#freed.length > 0 || this.#closed.length > 0) {
      const tool = this.#freed.pop();
      if (tool !== undefined) this.#offerTool(tool);
      const center = this.#closed.pop();
      if (center !== undefined) this.#lookAgain(this.#lines.wakeForTurn(center, NEVER, NEVER));
    }
  }

  /** Looks whether somebody who waits for a tool can have it now. */
  #offerTool(tool: number): void {
    if (!this.#lines.tools.isFree(tool)) return;
    const rank = this.#firstFor(tool);
    if (rank >= 0) this.#candidates.offer(this.#shop.centers.length + tool, rank);
  }

  /** The rank of the first that waits for a tool and can have it now; −1 for none. */
  #firstFor(tool: number): number {
    return this.#lines.tools.firstFor(tool, (center) => {
      const can = this.#canBegin(center);
      // Who waits for a turn there may have the tool elsewhere before it opens.
      if (!can && this.#units.isFree(center)) this.#closed.push(center);
      return can;
    });
  }

  /** Begins all that can be begun now, the first in rank first, wherever it waits. */
  #dispatch(): void {
    this.#refused = NOBODY;
    for (;;) {
      this.#offerTools();
      const next = this.#candidates.take();
      if (next === undefined) return;
      if (next.thing >= this.#shop.centers.length) this.#giveTool(next.thing, next.rank);
      else this.#beginAt(next.thing, next.rank);
    }
  }

  #giveTool(thing: number, rank: number): void {
    const tool = thing - this.#shop.centers.length;
    if (!this.#lines.tools.isFree(tool)) return;
    if (this.#firstFor(tool) === rank) this.#offer(this.#lines.wakeForTool(tool));
    this.#freed.push(tool);
  }

  #beginAt(center: number, rank: number): void {
    if (!this.#units.isFree(center)) return;
    const first = this.#lines.firstAt(center);
    if (first === rank) this.#tryFirst(center, rank);
    if (first >= 0) this.#offer(center);
  }

  #tryFirst(center: number, rank: number): void {
    const [lines, slots] = [this.#lines, this.#slots];
    const slot = lines.firstSlotAt(center);
    const missing = lines.tools.missing(slots.operationOf(slot));
    if (missing >= 0) {
      lines.parkForTool(slot, missing);
      return;
    }
    const own = slots.firstOf(slots.taskOf(slot));
    const hasAlternates = slots.endOf(slots.taskOf(slot)) - own > 1;
    if (!hasAlternates) this.#begin(slot);
    else if (this.#refused.rank !== rank) {
      const chosen = this.#alternates.choose(slot, this.#now);
      if (chosen >= 0) {
        this.#begin(chosen);
        return;
      }
      this.#refused = { rank, wait: this.#alternates.waitOf(slot, this.#now) };
    }
    if (this.#refused.rank === rank) {
      lines.parkForTurn(slot, slots.centerOf(own), this.#refused.wait);
    }
  }

  #begin(slot: number): void {
    this.#refused = NOBODY;
    const shop = this.#shop;
    const [task, center] = [this.#slots.taskOf(slot), this.#slots.centerOf(slot)];
    const fit = this.#fits.now(slot, this.#now);
    if (fit.moment > this.#pass.until) {
      this.#drop(slot, fit);
      return;
    }
    const clock = this.#clocks[center]!;
    const unit = this.#units.firstFree(center);
    const operation = shop.operationOf[task]!;
    this.#units.take(center, fit.moment, shop.group[operation]!);
    const free = clock.begin(fit.end);
    if (free !== NEVER) this.#events.push(free, this.#firstUnitEvent + unit);
    for (const tool of shop.toolSets[shop.toolSet[operation]!]!) {
      this.#lines.tools.take(tool);
      this.#events.push(fit.moment, this.#firstToolEvent + tool);
    }
    this.#lookAgain(this.#lines.begun(slot));
    this.#lookAtTurns(center);
    this.#network.decided.before[task] = this.#pass.matrix ? this.#units.groupBefore(unit) : -1;
    this.#network.decided.unit[task] = this.#units.numberOf(unit);
    this.#network.place(task, this.#slots.choiceOf(slot), clock.begin(fit.start), fit.moment);
    this.#takeReady();
  }

  /** Those who wait for a turn at a work centre may go elsewhere now that it is free only later. */
  #lookAtTurns(center: number): void {
    if (!this.#lines.hasTurns(center)) return;
    const clock = this.#clocks[center]!;
    const free = Math.max(this.#now, this.#units.freeAt(this.#units.firstToBeFree(center)));
    const [count, now] = [clock.count(free), clock.count(this.#now)];
    // A unit that is free while it is closed can be given to who waits elsewhere before it opens.
    const isAhead = this.#units.isFree(center) && clock.begin(now) > this.#now;
    const woken = this.#lines.wakeForTurn(
      center,
      isAhead ? NEVER : count,
      isAhead ? NEVER : count - now,
    );
    this.#lookAgain(woken);
  }

  /** Takes a task that cannot end at a choice out of the line there; it may still end at another. */
  #drop(slot: number, fit: Fit): void {
    const clock = this.#fits.clockOf(slot);
    const { reason, lacking } = lackOnUnit(clock, this.#pass.until, fit.from, fit);
    this.#lose(slot, reason, lacking);
  }

  #lose(slot: number, reason: number, lacking: number): void {
    const task = this.#slots.taskOf(slot);
    this.#lookAgain(this.#lines.drop(slot));
    const known = this.#network.decided.lacking[task]!;
    const least = known > 0 ? Math.min(known, lacking) : lacking;
    if (this.#slots.isGoneFromAll(slot)) this.#network.fail(task, reason, least);
    else this.#network.decided.lacking[task] = least;
  }

  /** Lets the tasks of operations that may begin now wait at each of their choices. */
  #takeReady(): void {
    const shop = this.#shop;
    for (;;) {
      const operation = this.#network.nextReady();
      if (operation < 0) return;
      for (let task = shop.firstTask[operation]!; task < shop.firstTask[operation + 1]!; task++) {
        this.#awaitTurn(task);
      }
    }
  }

  #awaitTurn(task: number): void {
    const slots = this.#slots;
    const only = this.#pass.only?.[task] ?? -1;
    for (let slot = slots.firstOf(task); slot < slots.endOf(task); slot++) {
      const [choice, center] = [slots.choiceOf(slot), slots.centerOf(slot)];
      if (this.#pass.finite[center] === 0 || (only >= 0 && choice !== only)) {
        this.#lines.drop(slot);
        continue;
      }
      const work = this.#shop.choiceWork[choice]!;
      const [clock, count] = [this.#clocks[center]!, this.#network.readyCount(task, choice, work)];
      const ready = clock.begin(count);
      if (ready < this.#pass.until) this.#events.push(ready, slot);
      else {
        const isWithinShift = this.#shop.centers[center]!.center.finishWithinShift;
        const start = isWithinShift ? clock.withinShift(count, work) : count;
        const late = { end: start + work, moment: ready, work };
        const { reason, lacking } = lackOnUnit(clock, this.#pass.until, count, late);
        this.#lose(slot, reason, lacking);
      }
    }
  }

  /** What still waits when time has run out has no place. */
  #leaveOut(): void {
    const shop = this.#shop;
    const { roles } = this.#pass;
    for (let task = 0; task < shop.operationOf.length; task++) {
      const operation = shop.operationOf[task]!;
      const isLoaded = roles === undefined || roles[operation] === ROLE.load;
      if (!isLoaded || this.#network.isResolved(task)) continue;
      this.#network.fail(task, REASON.horizon, shop.choiceWork[shop.firstChoice[operation]!]!);
    }
  }
}
