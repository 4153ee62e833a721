import { type Day, formatDay, type Issue } from "../../core/index.js";
import { optional, readArgument, refuseAll } from "../argument.js";
import { day, exactNumber, wholeNumber } from "../exact-argument.js";
import { datedQuantities, MOST_DAYS } from "../schedule/bucket-totals.js";
import { quantityCounter } from "../schedule/quantity-counter.js";
import type { PromiseProfileInput } from "./profile-contract.js";
import { BALANCE_DAYS } from "./suffix-minimum.js";

/** What a profile is made of, in counts and days from T0. */
export interface ReadProfile {
  readonly decimals: number;
  /** T0. */
  readonly start: Day;
  /** Days from T0 to the infinite-supply fence; `BALANCE_DAYS` when there is none. */
  readonly fence: number;
  /** What changes the balance, by day: stock on day 0, receipts, and orders below 0. */
  readonly events: ReadonlyMap<number, number>;
  /** What is past due for too long. */
  readonly ignored: { readonly supply: number; readonly orders: number };
}

/**
 * Reads the argument of `promiseProfile`.
 *
 * @throws PlanningInputError with all mistakes
 */
export function readProfile(argument: PromiseProfileInput): ReadProfile {
  const read = readArgument(
    argument,
    {
      startDate: day,
      onHand: optional(exactNumber(Number.MIN_SAFE_INTEGER), { num: 0n, den: 1n }),
      supply: datedQuantities,
      orders: datedQuantities,
      infiniteSupplyFence: optional(day),
      pastDueSupplyDays: optional(wholeNumber(0, MOST_DAYS), MOST_DAYS),
      pastDueOrderDays: optional(wholeNumber(0, MOST_DAYS), MOST_DAYS),
      decimals: optional(wholeNumber(0, 9)),
    },
    ({ startDate, infiniteSupplyFence }, issues) => {
      if (infiniteSupplyFence === undefined || infiniteSupplyFence >= startDate) return;
      const message = `The infiniteSupplyFence (${formatDay(infiniteSupplyFence)}) must not lie before the startDate (${formatDay(startDate)}).`;
      issues.push({ code: "contradiction", path: ["infiniteSupplyFence"], message });
    },
  );
  const issues: Issue[] = [];
  const { supply, orders, onHand, startDate: start } = read;
  const ratios = [onHand, ...[...supply, ...orders].map(({ quantity }) => quantity)];
  const counter = quantityCounter(ratios, read.decimals, issues);
  const fence =
    read.infiniteSupplyFence === undefined ? BALANCE_DAYS : read.infiniteSupplyFence - start;
  const events = new Map([[0, counter.count(onHand, ["onHand"])]]);
  const ignored = { supply: 0, orders: 0 };
  const take = (name: "supply" | "orders", sign: number, pastDueDays: number): void => {
    for (const [n, { date, quantity }] of read[name].entries()) {
      const count = counter.count(quantity, [name, n, "quantity"]);
      const at = Math.max(0, date - start);
      if (start - date > pastDueDays) ignored[name] += count;
      // What is behind the fence takes nothing from what is before it.
      else if (at < fence) events.set(at, (events.get(at) ?? 0) + sign * count);
    }
  };
  take("supply", 1, read.pastDueSupplyDays);
  take("orders", -1, read.pastDueOrderDays);
  refuseAll(issues);
  return { decimals: counter.decimals, start, fence, events, ignored };
}
