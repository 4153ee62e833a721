import type { Context } from "./context.js";
import { show } from "./issues.js";
import { readDay } from "./read-day.js";

/**
 * N12: the last day planned for: as given, else the latest of T0 and the days of demands, supplies,
 * allocations and safety-stock steps.
 *
 * @param days - days of rows, list by list
 */
export function readHorizonEnd(context: Context, days: Iterable<ArrayLike<number>>): number {
  const { input, issues, startDay } = context;
  if (input.horizonEnd === undefined) {
    let latest = lastStep(context);
    for (const day of days) {
      for (let r = 0; r < day.length; r++) latest = Math.max(latest, day[r]!);
    }
    return latest;
  }
  const end = readDay(input.horizonEnd, ["horizonEnd"], issues);
  if (end < startDay && !issues.isInDoubt(["startDate"])) {
    const message = `The horizonEnd (${show(input.horizonEnd)}) must not lie before startDate (${show(input.startDate)}).`;
    issues.add("contradiction", ["horizonEnd"], message);
  }
  return end;
}

/** The last step of a safety stock in time phases, of an item or at a site, not before T0. */
function lastStep({ input, issues, startDay }: Context): number {
  let latest = startDay;
  for (const list of ["items", "itemSites"] as const) {
    for (const [k, { safetyStock }] of (input[list] ?? []).entries()) {
      if (!Array.isArray(safetyStock)) continue;
      for (const [n, { from }] of safetyStock.entries()) {
        latest = Math.max(latest, readDay(from, [list, k, "safetyStock", n, "from"], issues));
      }
    }
  }
  return latest;
}
