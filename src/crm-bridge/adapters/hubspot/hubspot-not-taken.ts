import { isPlainObject } from "../../../core/index.js";
import type { NotTakenRule } from "../foreign-draft.js";
import { type ForeignDraft, idText } from "../foreign-draft.js";
import type { NotTakenBecause } from "../foreign-issue.js";
import type { HUBSPOT_LISTS } from "./hubspot-lists.js";

type Fields = Readonly<Record<string, unknown>>;
type Draft = ForeignDraft<typeof HUBSPOT_LISTS>;

/**
 * What is archived, and line items of no product of the library, of archived deals, or of no deal: each
 * quote of HubSpot has its own.
 */
export function hubspotNotTaken(): NotTakenRule<typeof HUBSPOT_LISTS> {
  let deals: ReadonlyMap<string, NotTakenBecause | undefined> | undefined;
  return (list, copy, draft) => {
    if (copy.archived === true) return "archived";
    if (list !== "lineItems") return undefined;
    const { properties } = copy;
    if (isPlainObject(properties) && (properties as Fields).hs_product_id === undefined) {
      return "noProduct";
    }
    deals ??= dealsByLine(draft);
    const id = idText(copy.id) ?? "";
    return deals.has(id) ? deals.get(id) : "noDeal";
  };
}

/** Why the deal of each line item is not taken; of several deals one that is taken counts. */
function dealsByLine(draft: Draft): ReadonlyMap<string, NotTakenBecause | undefined> {
  const deals = new Map<string, NotTakenBecause | undefined>();
  for (const { copy, notTaken } of draft.all("deals")) {
    for (const id of lineIdsIn(copy)) {
      if (notTaken === undefined || !deals.has(id)) deals.set(id, notTaken);
    }
  }
  return deals;
}

/** The ids of the line items that a deal names, whatever its shape; "": one that is no id. */
export function lineIdsIn(copy: Fields): string[] {
  type Inner = Fields | undefined;
  const items = (copy.associations as Inner)?.["line items"] as Inner;
  const results: unknown = items?.results;
  return Array.isArray(results) ? results.map((result) => idText((result as Inner)?.id) ?? "") : [];
}
