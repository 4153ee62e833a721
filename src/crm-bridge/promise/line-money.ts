import {
  Decimal,
  divideRatios,
  multiplyRatios,
  powerOfTen,
  quantityToDecimal,
  ratioOf,
  ratioToDecimal,
} from "../../core/index.js";
import type { PromiseCosts, PromiseMoney } from "./promise-money.js";
import type { ReadLine } from "./promise-request.js";

/** What a promised quantity of a line costs and brings (K66). */
export function moneyOf(
  line: ReadLine,
  count: number,
  costs: PromiseCosts | undefined,
): PromiseMoney {
  const missing: string[] = [];
  const revenue = revenueOf(line, count);
  if (revenue === null) missing.push("the line states no unitPrice");
  const unit = costs?.unitCost(line.item, line.site ?? "main");
  if (unit === undefined) missing.push("no costs were given");
  else missing.push(...unit.missing);
  const quantity = quantityToDecimal(count, line.decimals);
  const cost = unit?.cost == null ? null : new Decimal(unit.cost).times(quantity);
  const currency = line.currency ?? unit?.currency ?? null;
  const isOne = unit === undefined || unit.currency === null || unit.currency === currency;
  if (!isOne) missing.push(`the cost is in ${unit?.currency}, the price in ${currency}`);
  const known = isOne ? cost : null;
  return Object.freeze({
    currency,
    revenue,
    cost: known,
    margin: revenue === null || known === null ? null : revenue.minus(known),
    missing: Object.freeze(missing),
  });
}

/** Price for a unit × counts ÷ what such a unit contains. */
function revenueOf({ unitPrice, contains, decimals }: ReadLine, count: number): Decimal | null {
  if (unitPrice === undefined) return null;
  const quantity = divideRatios(ratioOf(BigInt(count), powerOfTen(decimals)), contains);
  return ratioToDecimal(multiplyRatios(unitPrice, quantity));
}
