import type * as z from "zod";
import { showValue } from "../../../core/index.js";
import { dayOfTime } from "../day-of-time.js";
import { accountOf, dayIn, likelihoodOf, meaningOf } from "../foreign-answers.js";
import type { ForeignDraft, ForeignEntry, SoundEntry } from "../foreign-draft.js";
import { withLines } from "../foreign-records.js";
import { withoutNothing } from "../without-nothing.js";
import type { HUBSPOT_LISTS } from "./hubspot-lists.js";
import { lineIdsIn } from "./hubspot-not-taken.js";
import type { readHubspotOptions } from "./hubspot-options.js";

/** The records of HubSpot while they are read. */
export type HubspotDraft = ForeignDraft<typeof HUBSPOT_LISTS>;

type Row<List extends keyof typeof HUBSPOT_LISTS> = SoundEntry<
  z.output<(typeof HUBSPOT_LISTS)[List]["schema"]>
>;
type Options = ReturnType<typeof readHubspotOptions>;
type IdOf = (id: string) => string;

/** The type by which the primary company of a deal is told from others. */
const PRIMARY = "deal_to_company";

/** Deals with their line items: opportunities, and orders where a won deal is one. */
export function dealsOf(draft: HubspotDraft, options: Options, idOf: IdOf) {
  missAssociations(draft);
  const headOf = dealsOfLines(draft);
  const join = { heads: "deals", lines: "lineItems", by: "associations", headOf } as const;
  const found = withLines(
    draft,
    join,
    (entry) => dealOf(draft, entry, options, idOf),
    (entry) => lineOf(draft, entry, options, idOf),
  );
  const opportunities = found.map(({ record: { currency, meaning, closeDate, ...deal } }) => {
    // An opportunity has no currency of its own: a price in another one than the records' is none.
    const isOwn = currency === undefined || currency === options.currency;
    const lines = isOwn ? deal.lines : deal.lines.map(({ unitPrice: _, ...line }) => line);
    return withoutNothing({ ...deal, status: statusOf(meaning), closeDate, lines });
  });
  const orders = found.flatMap(({ record }) => {
    const { id, account, meaning, closeDate: date, requestedDate, currency, lines } = record;
    if (options.won !== "order" || statusOf(meaning) !== "won") return [];
    const status = meaning === "delivered" ? "closed" : "open";
    const order = { id, account, opportunity: id, status, date, requestedDate, currency, lines };
    return [withoutNothing(order as typeof order & { status: "closed" | "open" })];
  });
  return { opportunities, orders };
}

function statusOf(meaning: "open" | "won" | "lost" | "delivered") {
  return meaning === "delivered" ? "won" : meaning;
}

function dealOf(draft: HubspotDraft, entry: Row<"deals">, options: Options, idOf: IdOf) {
  const { properties } = entry.row;
  const { dealstage: stage, hs_deal_stage_probability: given } = properties;
  const field = ["properties", "dealstage"];
  const meaning = meaningOf(draft, entry, field, stage, "stages", options.stages);
  const status = meaning === undefined ? undefined : statusOf(meaning);
  const deal = { given: given === undefined ? undefined : `${given}`, status, stage };
  const path = ["properties", "hs_deal_stage_probability"];
  return {
    id: idOf(`${entry.row.id}`),
    account: idOf(companyOf(draft, entry)),
    name: properties.dealname,
    stage,
    meaning: meaning ?? "open",
    probability: likelihoodOf(draft, entry, path, deal, options.probabilities),
    closeDate: dayOfTime(properties.closedate, options.dayOf),
    requestedDate: requestedDay(draft, entry, options.fields?.deals?.requestedDate, options),
    currency: properties.deal_currency_code,
  };
}

function lineOf(draft: HubspotDraft, entry: Row<"lineItems">, options: Options, idOf: IdOf) {
  const { hs_product_id: product, quantity, price } = entry.row.properties;
  return withoutNothing({
    id: `${entry.row.id}`,
    product: idOf(product ?? ""),
    quantity,
    unitPrice: price,
    requestedDate: requestedDay(draft, entry, options.fields?.lineItems?.requestedDate, options),
  });
}

function requestedDay(
  draft: HubspotDraft,
  entry: ForeignEntry,
  field: string | undefined,
  { dayOf }: Options,
) {
  const properties = entry.copy.properties as Readonly<Record<string, unknown>>;
  return dayIn(draft, entry, properties, ["properties"], field, dayOf);
}

/** The company of a deal: the primary one, or the only one. */
function companyOf(draft: HubspotDraft, entry: Row<"deals">): string {
  const results = entry.row.associations?.companies?.results ?? [];
  const primary = results.filter(({ type }) => type === PRIMARY);
  const ids = new Set((primary.length > 0 ? primary : results).map(({ id }) => `${id}`));
  const [company, other] = [...ids];
  const path = ["associations", "companies"];
  if (company === undefined) {
    const message = `The field associations.companies${draft.ownerOf(entry)} is missing. Ask for the associations with companies.`;
    draft.refuse(entry, "missingField", path, message);
  } else if (other !== undefined) {
    const message = `The associations.companies${draft.ownerOf(entry)} are several (${[...ids].map(showValue).join(", ")}), none of them primary. Make one so.`;
    draft.refuse(entry, "contradiction", path, message);
  }
  return accountOf(draft, entry, "associations", "companies", company ?? "");
}

/** Deals of which none names a line item were fetched without them, or there are none to have. */
function missAssociations(draft: HubspotDraft): void {
  if (draft.sound("deals").length === 0) return;
  if (draft.all("deals").some(({ copy }) => lineIdsIn(copy).length > 0)) return;
  if (!draft.all("lineItems").some(({ notTaken }) => notTaken === "noDeal")) return;
  const message =
    "None of the deals names any of the lineItems. Ask for the associations with line items.";
  draft.miss("deals", message);
}

/** Which deal names a line item; a line that is named and not there is noted. */
function dealsOfLines(draft: HubspotDraft): (line: ForeignEntry) => ForeignEntry | undefined {
  const deals = new Map<string, ForeignEntry>();
  const claims = new Map<ForeignEntry, Row<"deals">[]>();
  for (const entry of draft.sound("deals")) {
    const { associations } = entry.row;
    const items = associations?.["line items"];
    const path = ["associations", "line items"];
    if (items?.paging !== undefined) {
      const message = `The associations["line items"]${draft.ownerOf(entry)} have more pages. Fetch them all.`;
      draft.refuse(entry, "missingField", path, message);
    }
    for (const id of new Set(items?.results.map((result) => `${result.id}`))) {
      const line = draft.named("lineItems", id);
      if (line === undefined) {
        const message = `The line item (${showValue(id)})${draft.ownerOf(entry)} is none of the lineItems. Give it too.`;
        draft.refuse(entry, "unknownId", path, message, { value: id });
      } else {
        deals.set(id, entry);
        claims.set(line, [...(claims.get(line) ?? []), entry]);
      }
    }
  }
  for (const [line, claimed] of claims) {
    if (claimed.length < 2) continue;
    const ids = claimed.map(({ id }) => showValue(id)).join(", ");
    const message = `The line item ${showValue(line.id)} is of several deals (${ids}).`;
    draft.refuse(line, "contradiction", [], message);
    for (const entry of claimed) {
      const text = `One of the lines${draft.ownerOf(entry)} is of another deal too, and so all of it is left out.`;
      draft.refuse(entry, "leftOut", [], text);
    }
  }
  // Deals that are wrong, be it their id: their lines are not left without a deal.
  for (const entry of draft.all("deals")) {
    if (!entry.isLeftOut) continue;
    for (const id of lineIdsIn(entry.copy)) if (!deals.has(id)) deals.set(id, entry);
  }
  return (line) => (line.id === null ? undefined : deals.get(line.id));
}
