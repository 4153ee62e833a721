import { type Day, formatDay } from "../../core/index.js";
import { optional, readArgument } from "../argument.js";
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
  let counted:
    | (Record<"supply" | "orders", number[]> & { onHand: number; decimals: number })
    | undefined;
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
    ({ startDate, infiniteSupplyFence, onHand, supply = [], orders = [], decimals }, issues) => {
      const ratios = [onHand, ...[...supply, ...orders].map((row) => row?.quantity)];
      const counter = quantityCounter(ratios, decimals, issues);
      const countAll = (rows: typeof supply, name: string) =>
        rows.map((row, n) => counter.count(row?.quantity, [name, n, "quantity"]));
      counted = {
        decimals: counter.decimals,
        onHand: counter.count(onHand, ["onHand"]),
        supply: countAll(supply, "supply"),
        orders: countAll(orders, "orders"),
      };
      if (infiniteSupplyFence === undefined || startDate === undefined) return;
      if (infiniteSupplyFence >= startDate) return;
      const message = `The infiniteSupplyFence (${formatDay(infiniteSupplyFence)}) must not lie before the startDate (${formatDay(startDate)}).`;
      issues.push({ code: "contradiction", path: ["infiniteSupplyFence"], message });
    },
  );
  const { startDate: start } = read;
  const { decimals, onHand, ...counts } = counted!;
  const fence =
    read.infiniteSupplyFence === undefined ? BALANCE_DAYS : read.infiniteSupplyFence - start;
  const events = new Map([[0, onHand]]);
  const ignored = { supply: 0, orders: 0 };
  const take = (name: "supply" | "orders", sign: number, pastDueDays: number): void => {
    for (const [n, { date }] of read[name].entries()) {
      const count = counts[name][n]!;
      const at = Math.max(0, date - start);
      if (start - date > pastDueDays) ignored[name] += count;
      // What is behind the fence takes nothing from what is before it.
      else if (at < fence) events.set(at, (events.get(at) ?? 0) + sign * count);
    }
  };
  take("supply", 1, read.pastDueSupplyDays);
  take("orders", -1, read.pastDueOrderDays);
  return { decimals, start, fence, events, ignored };
}
