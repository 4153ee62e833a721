import { parseDay, showValue } from "../../core/index.js";
import type { CrmList, CrmRate } from "../schema/crm-records.js";
import type { CrmRow } from "./draft.js";
import { noRateText, rateOn } from "./rates.js";
import type { RowCheck } from "./row-check.js";

/** What the check of currencies needs. */
export interface CurrencyCheck {
  readonly currency: string | undefined;
  readonly rates: readonly CrmRate[];
  /** The day for which accounts are judged; when left out, any rate will do for them. */
  readonly asOf: number | undefined;
}

type Money = { readonly currency?: string | undefined } | undefined;
type Priced = { readonly unitPrice?: unknown; readonly unitCost?: unknown };

/**
 * Notes money of a row that no rate turns into the currency of the records. Where they name none, rows are
 * in the currency that each names, and only a balance has to be told in that of its credit limit.
 *
 * @param list - the list of the row
 * @param row - the row
 * @param terms - the currency and the rates
 * @param check - takes mistakes
 */
export function checkCurrencies<List extends CrmList>(
  list: List,
  row: CrmRow<List>,
  terms: CurrencyCheck,
  check: RowCheck,
): void {
  const limit = list === "accounts" ? (row as CrmRow<"accounts">).creditLimit : undefined;
  const currency = terms.currency ?? limit?.currency;
  const needed = (money: Money, on: string | number | undefined, ...path: string[]): void => {
    if (money?.currency === undefined || currency === undefined) return;
    const day = typeof on === "string" ? parseDay(on) : on;
    if (rateOn(terms.rates, money.currency, currency, day) !== undefined) return;
    const text = noRateText(money.currency, currency, day);
    const message = `The currency (${showValue(money.currency)})${check.owner} has no rate. ${text}`;
    const figures = { from: money.currency, to: currency };
    check.refuse("noRate", [...path, "currency"], message, figures);
  };
  switch (list) {
    case "accounts": {
      const { balance } = row as CrmRow<"accounts">;
      needed(limit, terms.asOf, "creditLimit");
      needed(balance, terms.asOf, "balance");
      return;
    }
    case "priceLists": {
      const priceList = row as CrmRow<"priceLists">;
      if (priceList.prices.length > 0) needed(priceList, priceList.validFrom ?? terms.asOf);
      return;
    }
    case "quotes":
    case "orders": {
      const deal = row as CrmRow<"quotes"> | CrmRow<"orders">;
      if (isPriced(deal.lines)) needed(deal, deal.date);
      return;
    }
    case "contracts": {
      const contract = row as CrmRow<"contracts">;
      if (isPriced(contract.lines)) needed(contract, contract.validFrom);
    }
  }
}

function isPriced(lines: readonly Priced[]): boolean {
  return lines.some(({ unitPrice, unitCost }) => (unitPrice ?? unitCost) !== undefined);
}
