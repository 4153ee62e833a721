import { parseDay } from "../../core/index.js";
import type { CrmOrder, CrmOrderLine } from "../schema/index.js";
import type { Deal } from "./deal-threads.js";
import { demandId, type LineDraft, lineDraft, type Need, need, TURN } from "./need.js";
import {
  below,
  countOf,
  noteRecord,
  productOf,
  type RecordContext,
  type RecordPlace,
  saidQuantity,
} from "./record-context.js";
import type { VariantChoice } from "./variants.js";

/** What orders need, and what became of all their lines. */
export interface OrderNeeds {
  readonly needs: readonly Need[];
  readonly lines: readonly LineDraft[];
}

/**
 * Turns orders into needs: an open one needs what is not shipped. One that is closed, or that may not
 * be planned because of its credit, needs nothing more; what it shipped was still part of a forecast.
 *
 * @param excluded - the orders on credit hold that are no demand
 * @param choice - says whether options fit
 */
export function orderNeeds(
  context: RecordContext,
  deals: readonly Deal[],
  excluded: ReadonlySet<string>,
  choice: Pick<VariantChoice, "fits">,
): OrderNeeds {
  const places = new Map(context.records.orders.map(({ id }, n) => [id as string, n]));
  const [needs, lines]: [Need[], LineDraft[]] = [[], []];
  for (const deal of deals) {
    for (const { list, id, state, by } of deal.standing.steps) {
      if (list !== "orders") continue;
      const order = deal.orders.find((one) => one.id === id)!;
      const place: RecordPlace = { record: { list, id }, path: [list, places.get(id)!] };
      const isHeld = state === "counts" && excluded.has(id);
      for (const [n, row] of order.lines.entries()) {
        const quantity = saidQuantity(row.quantity);
        const line = lineDraft({ list, id, line: row.id }, quantity, "refused");
        lines.push(line);
        if (state === "cancelled") {
          Object.assign(line, { why: state, by });
          continue;
        }
        const why = isHeld ? "held" : state === "counts" ? "order" : "closed";
        const at = below(place, "lines", n);
        const made = orderNeed(context, { order, deal }, row, at, { line, why });
        if (made === undefined) continue;
        // What nobody is to make any more needs no variant.
        if (made.quantity > made.shipped && !choice.fits(made)) continue;
        line.why = why;
        line.shipped = made.shipped;
        if (why === "order" && made.shipped >= made.quantity) line.why = "shipped";
        if (why !== "order") line.by = by;
        needs.push(made);
      }
    }
  }
  return { needs, lines };
}

function orderNeed(
  context: RecordContext,
  { order, deal }: { readonly order: CrmOrder; readonly deal: Deal },
  row: CrmOrderLine,
  place: RecordPlace,
  { line, why }: { readonly line: LineDraft; readonly why: "held" | "order" | "closed" },
): Need | undefined {
  const product = productOf(context, row.product, place);
  if (product === undefined) return undefined;
  line.decimals = product.decimals;
  const whole = countOf(context, product, row.quantity, below(place, "quantity"), row.unit);
  const said = countOf(context, product, row.shipped, below(place, "shipped"), row.unit);
  if (whole === undefined || said === undefined) return undefined;
  const requestedDate = row.requestedDate ?? order.requestedDate;
  const due = parseDay(row.promisedDate ?? requestedDate);
  // A closed order that does not say what it shipped has shipped what it says.
  const isWhole = why === "closed" && order.status === "closed" && row.shipped === undefined;
  const shipped = isWhole ? whole : said;
  // What was shipped beyond the order was sold just as well.
  const ordered = why === "order" && whole > shipped ? whole : shipped;
  if (due === undefined && ordered > shipped) {
    const message = `The requestedDate of a line of order ${JSON.stringify(order.id)} is missing. State it, on the line or on the order.`;
    noteRecord(context, below(place, "requestedDate"), "missingField", message);
    return undefined;
  }
  return need({
    ...{ id: demandId("order", order.id, row.id), line, place, turn: TURN.order, kind: "order" },
    ...{ product, site: row.site, quantity: ordered, shipped, due },
    ...{ requestedDate, account: order.account, forecasts: forecastsOf(context, order, deal) },
    priority: row.priority ?? context.accounts.get(order.account)?.priority,
    options: row.options,
    specification: row.specification,
    attributes: { ...order.attributes, ...row.attributes },
  });
}

/** The forecasts that an order names, its contract and the deal before it, in this order. */
function forecastsOf(
  context: RecordContext,
  order: CrmOrder,
  deal: Deal,
): readonly (string | undefined)[] {
  const contract = context.contracts.get(order.contract ?? "");
  const quote = deal.quotes.find(({ id }) => id === order.quote);
  const opportunityId = quote?.opportunity ?? order.opportunity;
  const opportunity = deal.opportunities.find(({ id }) => id === opportunityId);
  return [order.forecast, contract?.forecast, quote?.forecast, opportunity?.forecast];
}
