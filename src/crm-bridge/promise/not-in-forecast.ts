import { addRatios, formatRatio, type Ratio } from "../../core/index.js";
import { demandId } from "../demand/need.js";
import type { ReadRecords } from "../records/index.js";
import { ratioLeft } from "./ratio-left.js";

/** What a line of a record took from forecasts, and what was shipped of it, in the unit of its product. */
export interface TakenLine {
  readonly record: {
    readonly list: string;
    readonly id: string;
    readonly line: string | null;
  };
  readonly shipped: Ratio;
  readonly takenFrom: readonly { readonly quantity: Ratio }[];
}

/** What of a quantity of a product may consume forecast of the plan; `undefined`: all. */
export type NotInForecast = (
  product: string,
  quantity: Ratio,
  isInOtherUnit: boolean,
) => string | undefined;

/**
 * Says of the lines of a request, one after the other, what may consume forecast of the plan (K63, K72):
 * all but what forecasts gave up for the deal already, of which what is shipped of an order was the first.
 * Of a line in another unit than its product's it is all or nothing.
 *
 * @param deal - the lines of the account in the place of which the request stands
 */
export function notInForecast(
  records: Pick<ReadRecords, "opportunities" | "quotes" | "orders">,
  asking: { readonly list: string; readonly record: { readonly id: string } },
  deal: readonly TakenLine[],
): NotInForecast {
  const products = productsOf(records);
  const taken = new Map<string, Ratio>();
  for (const { record: of, shipped, takenFrom } of deal) {
    const product = products.get(demandId(of.list, of.id, of.line ?? ""));
    if (product === undefined) continue;
    const isOwn = of.list === asking.list && of.id === asking.record.id;
    const gone = isOwn ? shipped : NOTHING;
    const all = takenFrom.reduce((sum, { quantity }) => addRatios(sum, quantity), NOTHING);
    taken.set(product, addRatios(taken.get(product) ?? NOTHING, ratioLeft(all, gone)));
  }
  return (product, quantity, isInOtherUnit) => {
    const left = taken.get(product) ?? NOTHING;
    if (left.num === 0n) return undefined;
    if (isInOtherUnit) return "0";
    taken.set(product, ratioLeft(left, quantity));
    return formatRatio(ratioLeft(quantity, left));
  };
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/** The product of each line, by the JSON text of its list, record and id. */
function productsOf(records: Pick<ReadRecords, "opportunities" | "quotes" | "orders">) {
  const products = new Map<string, string>();
  for (const list of ["opportunities", "quotes", "orders"] as const) {
    for (const { id, lines } of records[list]) {
      for (const line of lines) products.set(demandId(list, id, line.id), line.product);
    }
  }
  return products;
}
