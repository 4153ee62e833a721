import { LAST_DAY, MINUTES_A_DAY } from "../../core/index.js";
import { type Decided, nothingDecided } from "./decided.js";
import { LinkBounds } from "./link-bounds.js";
import { makeDraft } from "./make-draft.js";
import { type Draft, type Pass, passClocks, REASON, ROLE } from "./pass.js";
import type { PassClock } from "./pass-clock.js";
import { placeDays, placeFixed, placeFreely } from "./place-uncapped.js";
import { type LinkRows, partsOf, type Shop } from "./shop.js";

const LAST_MINUTE = (LAST_DAY + 1) * MINUTES_A_DAY;

/**
 * What comes before what in a pass: it knows when an operation may begin once all that comes before it
 * in the direction of the pass has its place. Who places the tasks asks for those that may begin.
 */
export class Network {
  readonly pass: Pass;
  readonly clocks: readonly PassClock[];
  readonly decided: Decided;
  readonly bounds: LinkBounds;
  readonly #shop: Shop;
  /** By node: links to it whose other node has no place yet. */
  readonly #waits: Int32Array;
  /** By operation: tasks that have no place yet. */
  readonly #left: Int32Array;
  readonly #failed: Uint8Array;
  /** Links to what comes next, and by link what that is. */
  readonly #onward: LinkRows;
  readonly #ends: Int32Array;
  readonly #open: number[] = [];
  readonly #ready: number[] = [];

  constructor(pass: Pass) {
    const { shop } = pass;
    this.pass = pass;
    this.clocks = passClocks(pass);
    this.decided = nothingDecided(pass);
    this.bounds = new LinkBounds(pass, this.clocks, this.decided);
    this.#shop = shop;
    this.#waits = new Int32Array(shop.jobOf.length);
    this.#left = new Int32Array(shop.operationIds.length);
    this.#failed = new Uint8Array(shop.jobOf.length);
    this.#onward = pass.sign === 1 ? shop.linksFrom : shop.linksTo;
    this.#ends = pass.sign === 1 ? shop.linkTo : shop.linkFrom;
    this.#begin();
  }

  /** An operation that may begin and whose capacity counts; −1 when none is left for now. */
  nextReady(): number {
    this.#settle();
    return this.#ready.pop() ?? -1;
  }

  /** Whether nothing that an operation waits for is without a place. */
  isKnown(operation: number): boolean {
    this.#settle();
    return this.#waits[operation] === 0 && this.#failed[operation] === 0;
  }

  /** The least count of open minutes at which work of so many can begin at a choice. */
  readyCount(task: number, choice: number, work: number): number {
    const shop = this.#shop;
    const operation = shop.operationOf[task]!;
    const clock = this.clocks[shop.choiceCenter[choice]!]!;
    const { sign, floor } = this.pass;
    const arrival = this.decided.arrival[operation]!;
    let count =
      sign === 1
        ? clock.count(arrival) + shop.queue[operation]!
        : clock.count(arrival + shop.waitMove[operation]!);
    if (floor !== undefined) count = Math.max(count, clock.count(floor[task]!));
    return shop.overlaps.size === 0
      ? count
      : Math.max(count, this.bounds.countOfLastBatch(operation, choice, clock, work) - work);
  }

  /** Gives a task its place; none where what follows its work would go beyond all days. */
  place(task: number, choice: number, start: number, end: number): void {
    const shop = this.#shop;
    const operation = shop.operationOf[task]!;
    const { decided } = this;
    if (this.pass.sign === 1 && end + shop.waitMove[operation]! > LAST_MINUTE) {
      this.fail(task, REASON.horizon, 0);
      return;
    }
    decided.start[task] = start;
    decided.end[task] = end;
    decided.choice[task] = choice;
    let after = end;
    if (this.pass.sign === 1) after += shop.waitMove[operation]!;
    else if (shop.queue[operation]! > 0) {
      const clock = this.clocks[shop.choiceCenter[choice]!]!;
      after = clock.end(clock.count(end) + shop.queue[operation]!);
    }
    decided.after[task] = after;
    decided.nodeAfter[operation] = Math.max(decided.nodeAfter[operation]!, after);
    this.#resolved(operation);
  }

  /** Leaves a task without a place, and with it all that depends on its operation. */
  fail(task: number, reason: number, lacking: number): void {
    this.decided.reason[task] = reason;
    this.decided.lacking[task] = lacking;
    const operation = this.#shop.operationOf[task]!;
    if (this.#failed[operation] === 0) {
      this.#failed[operation] = 1;
      this.#failAllAfter(operation);
    }
    this.#resolved(operation);
  }

  /** Whether a task was given a place or left without one. */
  isResolved(task: number): boolean {
    const { reason, start } = this.decided;
    return reason[task] !== REASON.none || !Number.isNaN(start[task]!);
  }

  /** What was decided, in minutes of time. */
  draft(): Draft {
    return makeDraft(this.pass, this.decided);
  }

  /** Counts for what each node waits, and opens those that wait for nothing. */
  #begin(): void {
    const shop = this.#shop;
    const { roles, sign } = this.pass;
    const from = sign === 1 ? shop.linkFrom : shop.linkTo;
    for (let operation = 0; operation < this.#left.length; operation++) {
      this.#left[operation] = partsOf(shop, operation);
    }
    for (let link = 0; link < from.length; link++) {
      const [first, next] = [from[link]!, this.#ends[link]!];
      const counts =
        roles === undefined || (roles[first] !== ROLE.skip && roles[next] === ROLE.load);
      if (counts) this.#waits[next]!++;
    }
    for (let node = 0; node < this.#waits.length; node++) {
      if (this.#waits[node] === 0 && roles?.[node] !== ROLE.skip) this.#open.push(node);
    }
  }

  /** Goes on until only operations at work centres are left to be placed. */
  #settle(): void {
    for (let node = this.#open.pop(); node !== undefined; node = this.#open.pop()) {
      if (this.#failed[node] === 0) this.#known(node);
    }
  }

  /** All that comes before a node has its place. */
  #known(node: number): void {
    const shop = this.#shop;
    const { earliest, finite, roles } = this.pass;
    if (node >= this.#left.length) {
      const { arrival, nodeAfter } = this.decided;
      const moment = Math.max(arrival[node]!, earliest[node]!);
      arrival[node] = moment;
      nodeAfter[node] = moment;
      this.#propagate(node);
    } else if (this.#isBeyondCalendar(node)) this.#failAll(node);
    else if (roles?.[node] === ROLE.fixed) placeFixed(this, node);
    else if (shop.days[node]! >= 0) placeDays(this, node);
    else {
      const choice = shop.firstChoice[node]!;
      const takesUnit = shop.choiceWork[choice]! > 0;
      if (takesUnit && finite[shop.choiceCenter[choice]!] === 1) this.#ready.push(node);
      else placeFreely(this, node, choice);
    }
  }

  /** Whether what follows the work of an operation takes longer than there are days, however free all is. */
  #isBeyondCalendar(operation: number): boolean {
    const shop = this.#shop;
    const last = LAST_MINUTE - shop.waitMove[operation]!;
    if (last < shop.start) return true;
    const choice = shop.firstChoice[operation]!;
    const { sign, until } = this.pass;
    if (sign !== 1 || last >= until || shop.firstChoice[operation + 1]! - choice !== 1)
      return false;
    const clock = this.clocks[shop.choiceCenter[choice]!]!;
    const queued = clock.count(this.decided.arrival[operation]!) + shop.queue[operation]!;
    const end = clock.end(queued + shop.choiceWork[choice]!);
    // Where the work itself does not end in time, that is the reason.
    return end > last && end <= until;
  }

  #failAll(operation: number): void {
    const shop = this.#shop;
    for (let task = shop.firstTask[operation]!; task < shop.firstTask[operation + 1]!; task++) {
      this.fail(task, REASON.horizon, 0);
    }
  }

  #resolved(operation: number): void {
    if (--this.#left[operation]! === 0 && this.#failed[operation] === 0) this.#propagate(operation);
  }

  /** Tells all that comes after a node when it may begin. */
  #propagate(node: number): void {
    const { arrival } = this.decided;
    this.#eachAfter(node, (next, link) => {
      const bound = this.bounds.boundOf(link, node);
      if (bound > arrival[next]!) arrival[next] = bound;
      if (--this.#waits[next]! === 0) this.#open.push(next);
    });
  }

  /** Leaves all that depends on an operation without a place. */
  #failAllAfter(cause: number): void {
    const open = [cause];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      this.#eachAfter(node, (next) => {
        if (this.#failed[next] === 1) return;
        this.#failed[next] = 1;
        open.push(next);
        if (next < this.#left.length) this.#failTasks(next, cause);
      });
    }
  }

  #failTasks(operation: number, cause: number): void {
    const shop = this.#shop;
    const { reason, blame, lacking } = this.decided;
    const sameJob = shop.jobOf[operation] === shop.jobOf[cause];
    const choice = shop.firstChoice[operation]!;
    for (let task = shop.firstTask[operation]!; task < shop.firstTask[operation + 1]!; task++) {
      reason[task] = sameJob ? REASON.predecessor : REASON.material;
      blame[task] = cause;
      lacking[task] = shop.days[operation]! >= 0 ? 0 : shop.choiceWork[choice]!;
    }
  }

  /** What comes next after a node and is placed in this pass, and the link to it. */
  #eachAfter(node: number, visit: (next: number, link: number) => void): void {
    const { start, link } = this.#onward;
    const { roles } = this.pass;
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const next = this.#ends[link[k]!]!;
      if (roles === undefined || roles[next] === ROLE.load) visit(next, link[k]!);
    }
  }
}
