import { addHours, type Hours, ratioOfTwo, timesHours, workMinutes } from "./hours.js";
import { setupHours } from "./setup-hours.js";
import type { LinkOverlap, Shop } from "./shop.js";

/** Open minutes at a choice until the first batch of an operation is done, its setup before it. */
export function firstBatchMinutes(
  shop: Shop,
  overlap: LinkOverlap,
  operation: number,
  choice: number,
  before: number,
): number {
  const hours = hoursThere(shop, overlap.firstBatch, operation, choice);
  return batchMinutes(shop, addHours(setupHours(shop, operation, choice, before), hours), choice);
}

/** Open minutes at a choice of an operation for the last batch of the one before it, and its teardown. */
export function lastBatchMinutes(
  shop: Shop,
  overlap: LinkOverlap,
  operation: number,
  choice: number,
): number {
  const hours = hoursThere(shop, overlap.lastBatch, operation, choice);
  return batchMinutes(shop, addHours(hours, shop.teardown[operation]!), choice);
}

/** The hours of a batch at another choice than the first, by how the hours of the lot differ. */
function hoursThere(shop: Shop, hours: Hours, operation: number, choice: number): Hours {
  const [own, there] = [shop.choiceRun[shop.firstChoice[operation]!]!, shop.choiceRun[choice]!];
  return own === there || own === 0 ? hours : timesHours(hours, ratioOfTwo(there, own));
}

function batchMinutes(shop: Shop, hours: Hours, choice: number): number {
  return workMinutes(hours, 0, 1, shop.centers[shop.choiceCenter[choice]!]!.efficiency);
}
