import { formatDay, quantityToDecimal } from "../../core/index.js";
import { readProfile } from "./profile-argument.js";
import type { PromiseProfile, PromiseProfileInput } from "./profile-contract.js";
import { Profile } from "./profile-face.js";
import { addFrom, type Balance, ZERO_BALANCE } from "./suffix-minimum.js";

/**
 * Prepares the promises of one item.
 *
 * What can be promised for a day is what no later day needs (cumulative available-to-promise with
 * look-ahead). So no promise that is booked ever breaks one that was booked before, or an order.
 *
 * @param input - stock, receipts and orders (units on days), and what of the past counts
 * @returns a profile to ask and to book in
 * @throws PlanningInputError when a field is wrong, a quantity negative, or the infinite-supply fence lies
 * before T0
 *
 * Source: rules D3, X3.
 *
 * @example
 * ```ts
 * const profile = promiseProfile({
 *   startDate: "2026-01-05",
 *   onHand: 20,
 *   supply: [{ date: "2026-01-12", quantity: 100 }],
 *   orders: [{ date: "2026-01-19", quantity: 30 }],
 * });
 * profile.promiseDate(15); // => "2026-01-05"
 * const booked = profile.book({ date: "2026-01-05", quantity: 15 });
 * booked.promiseDate(15); // => "2026-01-12"
 * `${booked.promiseQuantity("2026-01-12")}`; // => "75"
 * ```
 */
export function promiseProfile(input: PromiseProfileInput): PromiseProfile {
  const { events, ignored, ...rest } = readProfile(input);
  let balance: Balance = ZERO_BALANCE;
  for (const [day, count] of events) balance = addFrom(balance, day, count);
  const { decimals, start } = rest;
  const left = Object.freeze({
    supply: quantityToDecimal(ignored.supply, decimals),
    orders: quantityToDecimal(ignored.orders, decimals),
  });
  return new Profile({ ...rest, balance, booked: ZERO_BALANCE }, formatDay(start), left);
}
