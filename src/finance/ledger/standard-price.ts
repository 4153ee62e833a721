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
  const exact = origin === "subcontracted" ? parseRatio(own?.subcontract.ratio) : undefined;
  if (exact === undefined) return undefined;
  // Frozen standards do not say of what something is missing: a part of 0 may be one that nobody knows.
  const lacksOwn = missingCosts.some((one) => one.item === item && one.site === site);
  return lacksOwn && exact.num === 0n ? undefined : setting.factorOf(point, exact);
}
