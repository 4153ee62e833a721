import type { PostingPlace } from "./posting.js";

/** A stocking point, and nothing of what and for whom it is. */
export function placeOf({
  item,
  site,
  segment,
}: Pick<PostingPlace, "item" | "site" | "segment">): PostingPlace {
  return {
    ...{ item, site, segment },
    ...{ order: null, supply: null, demand: null },
    ...{ supplier: null, customer: null, workCenter: null },
  };
}
