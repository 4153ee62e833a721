/**
 * Money: exact amounts that carry their currency.
 *
 * Two currencies do not add, in the types and when it runs; an amount becomes one of another currency by
 * a dated rate. Nothing is rounded until it is asked, once and as stated; what is split adds up (largest
 * remainder). Builds on the core's exact ratios. Implements Q1, Q2, Q5 for money, and rule F.
 */
export { allocateMoney } from "./allocate-money.js";
export { type DatedRate, type RateBook, rateBook } from "./dated-rate.js";
export { type ExchangeTerms, exchangeMoney } from "./exchange-money.js";
export { type Money, money } from "./money.js";
export { addMoney, compareMoney, scaleMoney, subtractMoney, sumMoney } from "./money-sum.js";
export { roundMoney } from "./round-money.js";
export type { MoneyRounding, RoundingMode } from "./rounding.js";
