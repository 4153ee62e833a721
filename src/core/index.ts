/**
 * The ground floor: exact numbers, plain days and working calendars, and how mistakes are reported.
 *
 * Builds on nothing but decimal.js (the face of a number) and date-fns (months). Knows nothing of
 * planning. Implements T1 and the calendar arithmetic of T3, Q1 (quantities as counts of
 * 10^-decimals), Q2 (exact ratios, exact products) and Q4 (what does not fit is said).
 */
export * from "./bucket.js";
export * from "./calendar.js";
export * from "./compare-text.js";
export * from "./day.js";
export * from "./decimal.js";
export * from "./exact-product.js";
export * from "./issue.js";
export * from "./quantity.js";
export * from "./ratio.js";
export * from "./ratio-sum.js";
export * from "./sequence.js";
