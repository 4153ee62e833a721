import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { ItemSite, ItemSiteParameters } from "./item-sites.js";
import { readDay } from "./read-day.js";

/**
 * N12: the last day planned for: as given, else the latest of T0 and the days of demands, supplies,
 * allocations and safety-stock steps.
 *
 * @param days - days of rows, list by list
 */
export function readHorizonEnd(
  context: Context,
  days: Iterable<ArrayLike<number>>,
  itemSites: readonly ItemSite[],
  parameters: ItemSiteParameters,
): number {
  const { input, issues, startDay } = context;
  if (input.horizonEnd === undefined) {
    let latest = lastStep(context, itemSites, parameters);
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

/** The last step of a safety stock in time phases, not before T0. */
function lastStep(
  context: Context,
  itemSites: readonly ItemSite[],
  parameters: ItemSiteParameters,
): number {
  let latest = context.startDay;
  const look = (item: number, site: number): void => {
    const last = parameters.at(item, site).safetyStock.at(-1);
    if (last !== undefined) latest = Math.max(latest, last.day);
  };
  for (const [item, row] of (context.input.items ?? []).entries()) {
    if (Array.isArray(row.safetyStock)) look(item, 0);
  }
  for (const { item, site, given } of itemSites) {
    if (Array.isArray(given.row.safetyStock)) look(item, site);
  }
  return latest;
}
