import { addHours, type Hours, workMinutes } from "./hours.js";
import { partsOf, type Shop } from "./shop.js";

/** Hours of setting up for an operation after a group; by the matrix of the centre where that says. */
export function setupHours(shop: Shop, operation: number, choice: number, before: number): Hours {
  const group = shop.group[operation]!;
  if (group >= 0 && before >= 0) {
    const { setups } = shop.centers[shop.choiceCenter[choice]!]!.center;
    const hours = setups.get(shop.groupIds[before]!)?.get(shop.groupIds[group]!);
    if (hours !== undefined) return hours;
  }
  return shop.choiceSetup[choice]!;
}

/** Minutes of a task after a group. */
export function taskMinutes(shop: Shop, operation: number, choice: number, before: number): number {
  const setup = setupHours(shop, operation, choice, before);
  if (setup === shop.choiceSetup[choice]) return shop.choiceWork[choice]!;
  return partMinutes(shop, operation, choice, setup);
}

/** Minutes of a task with a setup. */
export function partMinutes(shop: Shop, operation: number, choice: number, setup: Hours): number {
  const { efficiency } = shop.centers[shop.choiceCenter[choice]!]!;
  const fixed = addHours(setup, shop.teardown[operation]!);
  return workMinutes(fixed, shop.choiceRun[choice]!, partsOf(shop, operation), efficiency);
}
