import {
  type Day,
  multiplyRatios,
  parseDay,
  parseRatio,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import type { PlannedOrder, PlannedSupply } from "../../mrp/index.js";
import { decimalRatio } from "./decimal-ratio.js";
import { keyOfJob } from "./job-book.js";
import type { LedgerSetting } from "./ledger-setting.js";
import { paymentOf } from "./payment-terms.js";
import { placeOf } from "./place-of.js";
import type { Entry, LedgerAccount, PostingCause, PostingPlace } from "./posting.js";

/** What comes from a supplier, and when. */
interface Purchase {
  readonly place: PostingPlace;
  readonly cause: PostingCause;
  readonly quantity: Ratio;
  readonly amount: Ratio;
  readonly ordered: Day;
  readonly due: Day;
}

/**
 * Posts what is bought: planned orders on the day of the order, open ones on the planning start as what
 * is committed already; each is received on its day, and paid as its terms say.
 */
export function postPurchases(setting: LedgerSetting): void {
  for (const order of setting.plan.orders) {
    const purchase = isBought(order.kind) ? plannedPurchase(setting, order) : undefined;
    if (purchase !== undefined) post(setting, purchase);
  }
  for (const supply of setting.plan.supplies) {
    const { kind } = setting.supplyRow(supply.id);
    const purchase = isBought(kind) ? openPurchase(setting, supply) : undefined;
    if (purchase !== undefined) post(setting, purchase);
  }
}

function isBought(kind: string): boolean {
  return kind === "buy" || kind === "purchase" || kind === "subcontract";
}

function plannedPurchase(setting: LedgerSetting, order: PlannedOrder): Purchase | undefined {
  const { price } = order;
  const cause = order.kind === "subcontract" ? "subcontract" : "purchase";
  const quantity = decimalRatio(order.quantity);
  const ordered = setting.dayFrom(order.orderDate);
  const amount =
    price === null
      ? standardPrice(setting, order, cause, quantity)
      : setting.inCurrency(decimalRatio(price.amount), price.currency, ordered);
  if (amount === undefined) {
    setting.miss(order, price === null ? "purchasePrice" : "rate");
    return undefined;
  }
  const supplier = order.supplier ?? null;
  const place = { ...placeOf(order), order: order.id, supplier };
  return { place, cause, quantity, amount, ordered, due: parseDay(order.due)! };
}

function openPurchase(setting: LedgerSetting, supply: PlannedSupply): Purchase | undefined {
  const { id } = supply;
  const row = setting.supplyRow(id);
  const cause = row.kind === "subcontract" ? "subcontract" : "purchase";
  const quantity = decimalRatio(supply.newQuantity ?? supply.quantity);
  const amount = standardPrice(setting, supply, cause, quantity);
  if (amount === undefined) {
    setting.miss(supply, "purchasePrice");
    return undefined;
  }
  const place = { ...placeOf(supply), supply: id, supplier: row.supplier ?? null };
  const { startDay } = setting;
  return { place, cause, quantity, amount, ordered: startDay, due: parseDay(supply.date)! };
}

/** What has no price costs its standard; of what a supplier works on, only his part of it. */
function standardPrice(
  { options: { costs } }: LedgerSetting,
  { item, site }: { readonly item: string; readonly site: string },
  cause: PostingCause,
  quantity: Ratio,
): Ratio | undefined {
  if (cause !== "subcontract") {
    const cost = costs.exactCost(item, site);
    return cost && multiplyRatios(cost, quantity);
  }
  const { origin, own, missingCosts } = costs.unitCost(item, site);
  const isKnown = missingCosts.every((one) => one.item !== item || one.site !== site);
  const cost = origin === "subcontracted" && isKnown ? own?.subcontract.ratio : undefined;
  const exact = parseRatio(cost);
  return exact && multiplyRatios(exact, quantity);
}

function post(setting: LedgerSetting, purchase: Purchase): void {
  const { place, cause, quantity, amount, ordered, due } = purchase;
  const { termsOf, takesDiscounts } = setting.options;
  const { days, discount } = paymentOf(termsOf(place.supplier), takesDiscounts);
  const put = (account: LedgerAccount, day: Day, part: Ratio, of: Entry["quantity"]): void => {
    setting.entries.push({ ...place, day, account, cause, amount: part, quantity: of });
  };
  if (cause === "subcontract") setting.subcontracted.set(keyOfJob(place), amount);
  const taken = multiplyRatios(amount, discount);
  const paid = multiplyRatios(amount, ratioOf(discount.den - discount.num, discount.den));
  put("purchaseCommitment", ordered, amount, quantity);
  put("purchaseReceipt", due, amount, quantity);
  put("payable", due, amount, null);
  put("payable", due + days, { num: -amount.num, den: amount.den }, null);
  put("cashOut", due + days, paid, null);
  if (taken.num !== 0n) put("purchaseDiscount", due + days, taken, null);
}
