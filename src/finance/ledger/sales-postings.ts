import { type Day, multiplyRatios, type Ratio } from "../../core/index.js";
import type { PlannedDemand } from "../../mrp/index.js";
import { decimalRatio } from "./decimal-ratio.js";
import type { ReadSales } from "./ledger-options.js";
import type { LedgerSetting } from "./ledger-setting.js";
import { placeOf } from "./place-of.js";
import type { LedgerAccount } from "./posting.js";

/**
 * Posts demands that are planned as sales, but for needs of other plants: revenue and cost of sales on one
 * day, and what customers owe until they pay.
 */
export function postSales(setting: LedgerSetting): void {
  const { sales } = setting.options;
  if (sales === undefined) return;
  const { horizonEnd } = setting.plan;
  for (const demand of setting.plan.demands) {
    const isOwn = setting.demandRow(demand.id).kind === "interplant";
    if (isOwn || demand.due > horizonEnd || demand.quantity.isZero()) continue;
    postSale(setting, sales, demand);
  }
}

function postSale(setting: LedgerSetting, sales: ReadSales, demand: PlannedDemand): void {
  const { options } = setting;
  const { id, item, site } = demand;
  const date = sales.on === "due" ? demand.due : demand.available;
  if (date === null) {
    setting.miss(demand, "availableDay");
    return;
  }
  const day = setting.dayFrom(date);
  const customer = demand.customer ?? null;
  const place = { ...placeOf(demand), demand: id, customer };
  const quantity = decimalRatio(demand.quantity);
  const put = (account: LedgerAccount, on: Day, amount: Ratio, of: Ratio | null): void => {
    setting.entries.push({ ...place, day: on, account, cause: "sale", amount, quantity: of });
  };
  const cost = options.costs.exactCost(item, site);
  if (cost === undefined) setting.miss(demand, "standardCost");
  else put("costOfSales", day, multiplyRatios(cost, quantity), quantity);
  const price = sales.demandPrices.get(id) ?? sales.itemPrices.get(item);
  if (price === undefined) {
    setting.miss(demand, "salesPrice");
    return;
  }
  const revenue = setting.inCurrency(multiplyRatios(price, quantity), sales.currency, day);
  if (revenue === undefined) {
    setting.miss(demand, "rate");
    return;
  }
  const paid = day + options.termsOfCustomer(customer).netDays;
  put("revenue", day, revenue, quantity);
  put("receivable", day, revenue, null);
  put("receivable", paid, { num: -revenue.num, den: revenue.den }, null);
  put("cashIn", paid, revenue, null);
}
