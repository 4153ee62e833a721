import { parseRatio } from "../../core/index.js";
import type { Factor } from "./factor.js";
import type { LedgerSetting } from "./ledger-setting.js";

/** What has no price costs its standard; of what a supplier works on, only his part of it. */
export function standardPrice(
  setting: LedgerSetting,
  point: number,
  cause: "purchase" | "subcontract",
): Factor | undefined {
  if (cause === "purchase") return setting.costs[point];
  const { item, site } = setting.points[point]!;
  const { origin, own, missingCosts } = setting.options.costs.unitCost(item, site);
  const isKnown = missingCosts.every((one) => one.item !== item || one.site !== site);
  const cost = origin === "subcontracted" && isKnown ? own?.subcontract.ratio : undefined;
  const exact = parseRatio(cost);
  return exact && setting.factorOf(point, exact);
}
