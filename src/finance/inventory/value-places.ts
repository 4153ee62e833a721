/** Where the figures of a row stand among the sums of its group. */
export const OPENING_PLACE = 0;

/** Where the receipts of a bucket stand. */
export function receiptsPlace(bucket: number): number {
  return 1 + 2 * bucket;
}

/** Where the issues of a bucket stand. */
export function issuesPlace(bucket: number): number {
  return 2 + 2 * bucket;
}

/** How many places so many buckets have. */
export function placeCount(buckets: number): number {
  return 1 + 2 * buckets;
}
