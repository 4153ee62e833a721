import { parseDay } from "../../core/index.js";
import { demandId, type LineDraft, lineDraft, type Need, need, TURN } from "./need.js";
import {
  below,
  countOf,
  productOf,
  type RecordContext,
  type RecordPlace,
  saidQuantity,
} from "./record-context.js";

/** What service needs, and what became of every row. */
export interface ServiceNeeds {
  readonly needs: readonly Need[];
  readonly lines: readonly LineDraft[];
}

/** Turns needs of service and spare parts into demand of their own kind. */
export function serviceNeeds(context: RecordContext): ServiceNeeds {
  const [needs, lines]: [Need[], LineDraft[]] = [[], []];
  for (const [n, row] of context.records.serviceNeeds.entries()) {
    const record = { list: "serviceNeeds", id: row.id, line: null } as const;
    const place: RecordPlace = { record, path: ["serviceNeeds", n] };
    const line = lineDraft(record, saidQuantity(row.quantity), "refused");
    lines.push(line);
    const product = productOf(context, row.product, place);
    if (product === undefined) continue;
    line.decimals = product.decimals;
    const quantity = countOf(context, product, row.quantity, below(place, "quantity"), row.unit);
    const shipped = countOf(context, product, row.shipped, below(place, "shipped"), row.unit);
    if (quantity === undefined || shipped === undefined) continue;
    line.shipped = shipped;
    line.why = shipped >= quantity ? "shipped" : "service";
    const ofAccount = context.accounts.get(row.account ?? "")?.priority;
    needs.push(
      need({
        ...{ id: demandId("service", row.id), line, place, turn: TURN.order, kind: "service" },
        ...{ product, site: row.site, quantity, shipped, due: parseDay(row.requestedDate)! },
        ...{ requestedDate: row.requestedDate, account: row.account },
        ...{ priority: row.priority ?? ofAccount, attributes: { ...row.attributes } },
      }),
    );
  }
  return { needs, lines };
}
