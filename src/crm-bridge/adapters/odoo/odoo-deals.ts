import { dayOfTime } from "../day-of-time.js";
import { meaningOf } from "../foreign-answers.js";
import type { ForeignEntry } from "../foreign-draft.js";
import { foreignLink, orderLinks } from "../foreign-link.js";
import { withLines } from "../foreign-records.js";
import { probabilityOf } from "../probability-of.js";
import { withVersions } from "../quote-versions.js";
import { withoutNothing } from "../without-nothing.js";
import {
  accountOfPartner,
  type IdOf,
  type OdooDraft,
  type OdooRow,
  type ReadOdooOptions,
} from "./odoo-partners.js";

/** What becomes of a `sale.order` of each state. */
const STATES: ReadonlyMap<string, { list: "quotes" | "orders"; status: string }> = new Map([
  ["draft", { list: "quotes", status: "draft" }],
  ["sent", { list: "quotes", status: "sent" }],
  ["sale", { list: "orders", status: "open" }],
  // Locked against changes; what is delivered of it is said by its lines.
  ["done", { list: "orders", status: "open" }],
  ["cancel", { list: "quotes", status: "rejected" }],
]);

/** Leads that are opportunities; their quantities stand in quotations. */
export function opportunitiesOf(draft: OdooDraft, options: ReadOdooOptions, idOf: IdOf) {
  return draft.sound("leads").flatMap((entry) => {
    const { row } = entry;
    const status = statusOf(draft, entry, options);
    const closed = row.date_closed;
    const closedDay = closed === undefined ? undefined : dayOfTime(closed, options.dayOf);
    const closeDate = row.date_deadline ?? (status === "open" ? undefined : closedDay);
    for (const field of ["partner_id", "date_deadline"] as const) {
      if ((field === "partner_id" ? row.partner_id : closeDate) !== undefined) continue;
      const message = `The field ${field}${draft.ownerOf(entry)} is missing. Nothing else says it.`;
      draft.refuse(entry, "missingField", [field], message);
    }
    const account = accountOfPartner(draft, entry, row.partner_id?.id ?? "");
    if (entry.isLeftOut || status === undefined || closeDate === undefined) return [];
    return [
      withoutNothing({
        id: idOf(row.id),
        account: idOf(account),
        name: row.name,
        stage: row.stage_id.name === "" ? row.stage_id.id : row.stage_id.name,
        status,
        probability: probabilityOf(row.probability),
        closeDate,
        closedDate: status === "open" ? undefined : closedDay,
        lines: [],
      }),
    ];
  });
}

function statusOf(draft: OdooDraft, entry: OdooRow<"leads">, { stages }: ReadOdooOptions) {
  const { active, probability, stage_id } = entry.row;
  const isWon = stages?.get(stage_id.id) === "won";
  if (!active && Number(probability) === 0 && !isWon) return "lost";
  return meaningOf(draft, entry, ["stage_id"], stage_id.id, "stages", stages);
}

/** Sale orders: quotations until they are confirmed. */
export function quotesAndOrdersOf(draft: OdooDraft, options: ReadOdooOptions, idOf: IdOf) {
  for (const entry of draft.sound("orderLines")) {
    const { row } = entry;
    if (row.product_id === undefined) {
      const message = `The field product_id${draft.ownerOf(entry)} is missing. Give the line a product.`;
      draft.refuse(entry, "missingField", ["product_id"], message);
    }
  }
  const join = { heads: "orders", lines: "orderLines", by: "order_id", headIdOf: orderOf } as const;
  const found = withLines(
    draft,
    join,
    (entry) => headOf(draft, entry, options, idOf),
    ({ row }) => lineOf(row, idOf),
  );
  const quotes = found.flatMap(
    ({ entry: { row, id }, record: { state, agreed, wanted: _wanted, lines, site, ...head } }) => {
      if (state?.list !== "quotes") return [];
      const dates = { validUntil: row.validity_date, requestedDate: agreed };
      const status = state.status as "draft" | "sent" | "rejected";
      const own = lines.map(({ shipped: _, ...line }) => ({ ...line, site }));
      const quote = { ...head, ...dates, version: 1, status, lines: own.map(withoutNothing) };
      return [{ quote, made: id.padStart(20, "0") }];
    },
  );
  const orders = found.flatMap(({ record: { state, agreed, wanted, lines, site, ...head } }) => {
    if (state?.list !== "orders") return [];
    const own = lines.map((line) => withoutNothing({ ...line, site, promisedDate: agreed }));
    return [
      withoutNothing({ ...head, status: "open", requestedDate: wanted, lines: own } as const),
    ];
  });
  return { quotes: withVersions(quotes).map(withoutNothing), orders };
}

function headOf(draft: OdooDraft, entry: OdooRow<"orders">, options: ReadOdooOptions, idOf: IdOf) {
  const { row } = entry;
  const state = STATES.get(row.state);
  if (state === undefined) {
    const message = `The state ("${row.state}")${draft.ownerOf(entry)} must be one of ${[...STATES.keys()].join(", ")}.`;
    draft.refuse(entry, "outOfRange", ["state"], message, { value: row.state });
  }
  const { commitment_date: agreed, expected_date: expected } = row;
  const wanted = agreed ?? (options.deliveryDates === "commitment" ? undefined : expected);
  const named = row.opportunity_id?.id;
  const lead =
    state?.list === "orders"
      ? orderLinks(draft, entry, { opportunity: { list: "leads", id: named } }).opportunity
      : foreignLink(draft, entry, "opportunity_id", "leads", named);
  return {
    id: idOf(row.id),
    account: idOf(accountOfPartner(draft, entry, row.partner_id.id)),
    opportunity: lead === undefined ? undefined : idOf(lead),
    state,
    date: dayOfTime(row.date_order, options.dayOf),
    agreed: agreed === undefined ? undefined : dayOfTime(agreed, options.dayOf),
    wanted: wanted === undefined ? undefined : dayOfTime(wanted, options.dayOf),
    currency: row.currency_id?.name,
    site: siteOf(draft, entry, options),
  };
}

function siteOf(draft: OdooDraft, entry: OdooRow<"orders">, { sites }: ReadOdooOptions) {
  const { warehouse_id: warehouse } = entry.row;
  if (sites === undefined || warehouse === undefined) return undefined;
  return meaningOf(draft, entry, ["warehouse_id"], warehouse.id, "sites", sites);
}

function lineOf(row: OdooRow<"orderLines">["row"], idOf: IdOf) {
  return {
    id: row.id,
    product: idOf(row.product_id?.id ?? ""),
    quantity: row.product_uom_qty,
    unit: (row.product_uom_id ?? row.product_uom)?.name,
    unitPrice: row.price_unit,
    shipped: row.qty_delivered,
  };
}

function orderOf({ copy: { order_id: order } }: ForeignEntry): unknown {
  return Array.isArray(order) ? order[0] : order;
}
