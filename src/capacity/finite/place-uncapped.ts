import { MINUTES_A_DAY } from "../../core/index.js";
import type { Decided } from "./decided.js";
import { elapsed } from "./elapsed-days.js";
import { lackOf } from "./lack.js";
import type { LinkBounds } from "./link-bounds.js";
import { type Pass, REASON } from "./pass.js";
import { NEVER, type PassClock } from "./pass-clock.js";

/** What the placing of a task asks of the network that it stands in, and tells it. */
interface Placing {
  readonly pass: Pass;
  readonly clocks: readonly PassClock[];
  readonly decided: Decided;
  readonly bounds: LinkBounds;
  readyCount(task: number, choice: number, work: number): number;
  place(task: number, choice: number, start: number, end: number): void;
  fail(task: number, reason: number, lacking: number): void;
}

/** Gives the tasks of an operation the places that a draft has fixed. */
export function placeFixed(network: Placing, operation: number): void {
  const { shop, sign } = network.pass;
  const fixed = network.pass.fixed!;
  for (let task = shop.firstTask[operation]!; task < shop.firstTask[operation + 1]!; task++) {
    const [start, end] = [fixed.start[task]!, fixed.end[task]!];
    network.decided.arrival[operation] = sign * start;
    network.place(
      task,
      fixed.choice[task]!,
      sign === 1 ? start : 0 - end,
      sign === 1 ? end : 0 - start,
    );
  }
}

/** Places an operation that takes days, from 00:00 to 00:00 (K2, K3, K53). */
export function placeDays(network: Placing, operation: number): void {
  const { shop, sign, floor, until } = network.pass;
  const task = shop.firstTask[operation]!;
  const bound = Math.max(
    network.decided.arrival[operation]! + (sign === 1 ? 0 : shop.waitMove[operation]!),
    floor?.[task] ?? -NEVER,
  );
  const day = Math.ceil(bound / MINUTES_A_DAY);
  const { days, dayBasis, dayCalendar } = shop;
  const last = elapsed(
    dayBasis[operation]!,
    sign * day,
    days[operation]!,
    sign,
    dayCalendar[operation],
  );
  const start = (last === undefined ? day : sign * last.first) * MINUTES_A_DAY;
  const end = last === undefined ? NEVER : sign * last.day * MINUTES_A_DAY;
  if (end === NEVER) network.fail(task, REASON.noWorkTime, 0);
  else if (end > until) network.fail(task, REASON.horizon, end - until);
  else network.place(task, -1, start, end);
}

/** Places an operation that takes no capacity, or at a work centre whose capacity does not count. */
export function placeFreely(network: Placing, operation: number, choice: number): void {
  const { shop, until } = network.pass;
  const work = shop.choiceWork[choice]!;
  const clock = network.clocks[shop.choiceCenter[choice]!]!;
  for (let task = shop.firstTask[operation]!; task < shop.firstTask[operation + 1]!; task++) {
    const count = network.readyCount(task, choice, work);
    const start = work > 0 ? clock.begin(count) : momentOf(network, task, clock);
    const end = work > 0 ? clock.end(count + work) : start;
    if (end > until) {
      const { reason, lacking } = lackOf(clock, until, { end: count + work, moment: end, work });
      network.fail(task, reason, lacking);
    } else network.place(task, choice, start, end);
  }
}

/** When an operation without work is done: as soon as its queue has passed, open or not. */
function momentOf(network: Placing, task: number, clock: PassClock): number {
  const { shop, sign, floor } = network.pass;
  const operation = shop.operationOf[task]!;
  const arrival = network.decided.arrival[operation]!;
  const queue = sign === 1 ? shop.queue[operation]! : 0;
  const queued = queue === 0 ? arrival : clock.end(clock.count(arrival) + queue);
  let moment = Math.max(
    queued + (sign === 1 ? 0 : shop.waitMove[operation]!),
    floor?.[task] ?? -NEVER,
  );
  if (shop.overlaps.size > 0) {
    network.bounds.eachOverlap(operation, (_, bound) => {
      moment = Math.max(moment, bound);
    });
  }
  return moment;
}
