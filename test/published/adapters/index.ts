/**
 * The adapters of published cases, one an area: from the area's form to functions of the library.
 * An area without one is *not yet* as a whole.
 */
import { availability } from "./availability.js";
import { bom } from "./bom.js";
import { ddmrp } from "./ddmrp.js";
import { forecast } from "./forecast.js";
import { inventory } from "./inventory.js";
import { jobShop } from "./job-shop.js";
import { lotSizing } from "./lot-sizing.js";
import { mpsAtp } from "./mps-atp.js";
import { planning } from "./planning.js";
import type { Adapter, PublishedCase, Verdict } from "./published-case.js";
import { rccpCrp } from "./rccp-crp.js";

const ADAPTERS: ReadonlyMap<string, Adapter> = new Map([
  ["mrp", planning],
  ["rules", planning],
  ["bom", bom],
  ["availability", availability],
  ["ddmrp", ddmrp],
  ["lot-sizing", lotSizing],
  ["inventory", inventory],
  ["forecast", forecast],
  ["mps-atp", mpsAtp],
  ["rccp-crp", rccpCrp],
  ["job-shop", jobShop],
]);

/**
 * Runs a case of an area.
 *
 * @param area - the folder of the case
 * @param published - what its file holds
 * @returns passed, failed (an exception too) or not yet
 */
export function runCase(area: string, published: PublishedCase): Verdict {
  if (published.unreadable !== undefined) {
    return { outcome: "failed", reasons: [`holds no case: ${published.unreadable}`] };
  }
  const adapter = ADAPTERS.get(area);
  if (adapter === undefined) {
    return { outcome: "notYet", reason: `the area ${area} has no adapter` };
  }
  try {
    return adapter(published);
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : `${error}`;
    return { outcome: "failed", reasons: [`threw ${text}`] };
  }
}
