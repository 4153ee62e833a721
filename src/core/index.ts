/**
 * The ground floor: exact numbers, plain days and working calendars, and how mistakes are reported.
 *
 * Builds on nothing but decimal.js (the face of a number) and date-fns (months). Knows nothing of
 * planning. The checks that functions give their arguments by hand stand here too. Implements T1 and the calendar arithmetic of T3, Q1 (quantities as counts of
 * 10^-decimals), Q2 (exact ratios, exact products) and Q4 (what does not fit is said).
 */
export * from "./argument.js";
export * from "./bucket.js";
export * from "./calendar.js";
export * from "./compare-text.js";
export * from "./count-words.js";
export * from "./day.js";
export * from "./decimal.js";
export * from "./decimal-text.js";
export * from "./exact-argument.js";
export * from "./exact-product.js";
export * from "./issue.js";
export * from "./largest-remainder.js";
export * from "./make-calendar.js";
export * from "./minute.js";
export * from "./mistake.js";
export * from "./plain-argument.js";
export * from "./quantity.js";
export * from "./ratio.js";
export * from "./ratio-sum.js";
export * from "./sequence.js";
