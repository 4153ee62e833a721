import { partMinutes } from "./setup-hours.js";
import type { Shop } from "./shop.js";

/** The least and the most minutes that a task can take at a choice. */
export interface WorkRange {
  readonly least: number;
  readonly most: number;
}

/** The minutes of a task at a choice, whatever was done before it on the unit. */
export function workRange(
  shop: Shop,
  operation: number,
  choice: number,
  matrix: boolean,
): WorkRange {
  const own = shop.choiceWork[choice]!;
  const { setups } = shop.centers[shop.choiceCenter[choice]!]!.center;
  const group = shop.group[operation]!;
  if (!matrix || group < 0 || setups.size === 0) return { least: own, most: own };
  let [least, most] = [own, own];
  for (const row of setups.values()) {
    const hours = row.get(shop.groupIds[group]!);
    if (hours === undefined) continue;
    const work = partMinutes(shop, operation, choice, hours);
    [least, most] = [Math.min(least, work), Math.max(most, work)];
  }
  return { least, most };
}
