import { type Draft, REASON } from "./pass.js";
import { beginNode, type Shop } from "./shop.js";

/** Of shifts, too: those that were long enough may be over. */
const TIME_RUNS_OUT: ReadonlySet<number> = new Set([
  REASON.horizon,
  REASON.noWorkTime,
  REASON.shiftTooShort,
]);

/** How many tasks a draft leaves without a place. */
export function countLost({ reason }: Draft): number {
  return reason.reduce((count, why) => count + (why === REASON.none ? 0 : 1), 0);
}

/** The jobs for which time runs out in a draft, and all those, over any number, whose output they need. */
export function lostJobs(shop: Shop, { reason }: Draft): ReadonlySet<number> {
  const lost = new Set<number>();
  for (let task = 0; task < reason.length; task++) {
    if (!TIME_RUNS_OUT.has(reason[task]!)) continue;
    lost.add(shop.jobOf[shop.operationOf[task]!]!);
  }
  const { start, link } = shop.linksTo;
  // A set goes on to what is added to it.
  for (const job of lost) {
    const begin = beginNode(shop, job);
    for (let k = start[begin]!; k < start[begin + 1]!; k++) {
      lost.add(shop.jobOf[shop.linkFrom[link[k]!]!]!);
    }
  }
  return lost;
}
