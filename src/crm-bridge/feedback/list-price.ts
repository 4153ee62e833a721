import { parseRatio, type Ratio } from "../../core/index.js";
import type { ReadRecords } from "../records/index.js";
import type { CrmPriceList, CrmProduct } from "../schema/index.js";

/** What one unit of a product costs a customer by its price lists. */
export interface ListPrice {
  /** The list. */
  readonly list: string;
  readonly price: Ratio;
  /** `undefined`: the records name none. */
  readonly currency: string | undefined;
}

/**
 * The price of a product by list: of its price lists in their order the first that is valid on the day
 * and has a price for so much; of its prices the one with the largest `from` that the quantity reaches.
 */
export function listPrice(
  records: ReadRecords,
  product: CrmProduct,
  quantity: Ratio,
  on: string,
): ListPrice | undefined {
  for (const id of product.priceLists ?? []) {
    const list = records.priceLists.find((one) => one.id === id);
    if (list === undefined || !isValidOn(list, on)) continue;
    const price = priceFor(list, product.id, quantity);
    if (price !== undefined)
      return { list: id, price, currency: list.currency ?? records.currency };
  }
  return undefined;
}

function isValidOn({ validFrom, validTo }: CrmPriceList, on: string): boolean {
  return (validFrom === undefined || validFrom <= on) && (validTo === undefined || on < validTo);
}

function priceFor({ prices }: CrmPriceList, product: string, quantity: Ratio): Ratio | undefined {
  let best: { readonly from: Ratio; readonly price: Ratio } | undefined;
  for (const row of prices) {
    if (row.product !== product) continue;
    const from = parseRatio(row.from ?? 0)!;
    const isReached = from.num * quantity.den <= quantity.num * from.den;
    const isNearer = best === undefined || from.num * best.from.den > best.from.num * from.den;
    if (isReached && isNearer) best = { from, price: parseRatio(row.price)! };
  }
  return best?.price;
}
