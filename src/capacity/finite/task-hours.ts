import { addRatios, divideRatios, type Ratio } from "../../core/index.js";
import { ratioOfHours } from "./hours.js";
import type { Loaded } from "./load-shop.js";
import { setupHours } from "./setup-hours.js";
import { partsOf, type Shop } from "./shop.js";

const NO_HOURS: Ratio = { num: 0n, den: 1n };

/** Standard hours of a part of an operation. */
export interface TaskHours {
  readonly load: Ratio;
  /** Those of the load that are setup. */
  readonly setup: Ratio;
}

/** Standard hours of a task that has a place, the setup by what was done before on its unit. */
export function taskHours(shop: Shop, { draft }: Loaded, task: number): TaskHours {
  const choice = draft.choice[task]!;
  return choice < 0
    ? { load: NO_HOURS, setup: NO_HOURS }
    : hoursAt(shop, shop.operationOf[task]!, choice, draft.before[task]!);
}

/** Standard hours of a part of an operation at a choice, after a group of setups; −1 for none. */
export function hoursAt(shop: Shop, operation: number, choice: number, before: number): TaskHours {
  const setup = ratioOfHours(setupHours(shop, operation, choice, before));
  const parts: Ratio = { num: BigInt(partsOf(shop, operation)), den: 1n };
  const run = divideRatios(ratioOfHours(shop.choiceRun[choice]!), parts);
  const load = addRatios(addRatios(setup, run), ratioOfHours(shop.teardown[operation]!));
  return { load, setup };
}
