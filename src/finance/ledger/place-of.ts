import type { LedgerPoint } from "./ledger-setting.js";
import type { PostingPlace } from "./posting.js";

/** A stocking point, and nothing of what and for whom it is. */
export function placeOf({
  item,
  site,
  segment,
  family,
}: LedgerPoint): PostingPlace & Pick<LedgerPoint, "family"> {
  return {
    ...{ item, site, segment, family },
    ...{ order: null, supply: null, demand: null },
    ...{ supplier: null, customer: null, workCenter: null },
  };
}
