import { formatRatio, parseRatio, showValue } from "../../core/index.js";
import type { CrmPriceList, CrmProduct } from "../schema/crm-records.js";
import type { RowCheck } from "./row-check.js";

/** Each attribute of a product is named once. */
export function checkOptions({ options = [] }: CrmProduct, check: RowCheck): void {
  const seen = new Set<string>();
  options.forEach(({ attribute }, n) => {
    if (seen.has(attribute)) {
      const message = `The attribute (${showValue(attribute)}) of options[${n}]${check.owner} is there twice.`;
      check.refuse("duplicateId", ["options", n, "attribute"], message);
    }
    seen.add(attribute);
  });
}

/** A product has one price from each quantity on. */
export function checkPrices({ prices }: CrmPriceList, check: RowCheck): void {
  const seen = new Set<string>();
  prices.forEach(({ product, from = 0 }, n) => {
    const least = parseRatio(from);
    const key = JSON.stringify([product, least && formatRatio(least)]);
    if (seen.has(key)) {
      const message = `The price of product ${showValue(product)} from ${showValue(from)} on stands twice${check.owner.replace(" of ", " in ")}.`;
      check.refuse("duplicateId", ["prices", n, "product"], message);
    }
    seen.add(key);
  });
}
