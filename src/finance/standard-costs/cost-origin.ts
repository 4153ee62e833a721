/** Where costs come from. */
export const COST_ORIGINS = [
  "stated",
  "bought",
  "made",
  "subcontracted",
  "transferred",
  "coProduct",
  "byProduct",
] as const;

/** Where a cost comes from. */
export type CostOrigin = (typeof COST_ORIGINS)[number];
