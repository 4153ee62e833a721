import { compareText } from "../../core/index.js";
import type { PlanningRow } from "../../mrp/index.js";
import { countText } from "./count-decimal.js";
import { demandId, type LineDraft, lineDraft } from "./need.js";
import {
  below,
  countOf,
  productOf,
  type RecordContext,
  type RecordPlace,
  saidQuantity,
} from "./record-context.js";

type Supply = PlanningRow<"supplies">;

/** What comes back into stock, and what became of every return. */
export interface ReturnedSupplies {
  readonly supplies: readonly Supply[];
  readonly lines: readonly LineDraft[];
}

/** Turns returns for stock into open supply that stands; what is repaired or scrapped is none. */
export function returnedSupplies(context: RecordContext): ReturnedSupplies {
  const [supplies, lines]: [Supply[], LineDraft[]] = [[], []];
  for (const [n, row] of context.records.returns.entries()) {
    const place: RecordPlace = { record: { list: "returns", id: row.id }, path: ["returns", n] };
    const record = { list: "returns", id: row.id, line: null } as const;
    const line = lineDraft(record, saidQuantity(row.quantity), "refused");
    lines.push(line);
    const product = productOf(context, row.product, place);
    if (product === undefined) continue;
    line.decimals = product.decimals;
    const quantity = countOf(context, product, row.quantity, below(place, "quantity"), row.unit);
    const completed = countOf(context, product, row.completed, below(place, "completed"), row.unit);
    if (quantity === undefined || completed === undefined) continue;
    line.shipped = completed;
    line.why = completed >= quantity ? "completed" : row.disposition;
    if (line.why !== "restock") continue;
    const id = demandId("return", row.id);
    const site = row.site ?? product.site;
    line.counted = quantity - completed;
    line.demands.push(id);
    supplies.push({
      ...{ id, item: product.item, ...(site === undefined ? {} : { site }) },
      quantity: countText(quantity, product.decimals),
      ...(product.unit === undefined ? {} : { unit: product.unit }),
      ...{ due: row.expectedDate, kind: "purchase", frozen: true },
      ...(completed === 0n ? {} : { completed: countText(completed, product.decimals) }),
      attributes: { ...row.attributes, crmList: "returns", crmRecord: row.id },
    });
  }
  return { supplies: supplies.sort((a, b) => compareText(a.id, b.id)), lines };
}
