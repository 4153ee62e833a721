import { formatRatio } from "../../core/index.js";
import { flag, optional, readArgument } from "../argument.js";
import { type ExactNumber, quantity, wholeNumber } from "../exact-argument.js";
import { atpCounts } from "./atp-counts.js";
import {
  type AvailableQuantity,
  type AvailableToPromiseInput,
  atpFace,
  countSupply,
  noteLengths,
  SUPPLY_FIELDS,
} from "./available-to-promise.js";

/** What {@link backwardPromise} is asked: a schedule by period, and a new order. */
export interface BackwardPromiseInput extends Omit<AvailableToPromiseInput, "method" | "shortage"> {
  /** Whether what a period leaves is carried forward; `false` when left out. */
  readonly accumulate?: boolean | undefined;
  /** What is ordered, in units, above 0. */
  readonly quantity: ExactNumber;
  /** When it is wanted: a period, 0 the first. */
  readonly requestedPeriod: number;
}

/** Whether an order can be taken, and what it leaves. */
export interface BackwardPromise {
  /** The latest period, not after the one wanted, that has the whole order; `null` when none has. */
  readonly period: number | null;
  /** What can be promised with this order taken. */
  readonly atp: readonly AvailableQuantity[];
}

/**
 * Looks back from the period in which an order is wanted for one that has all of it free.
 *
 * @param input - stock, receipts and customer orders (units by period), and the new order
 * @returns the period it is taken from, and what can be promised after it
 * @throws PlanningInputError when a field is wrong, a quantity negative, the lists differ in length, or
 * the requested period is not among them
 *
 * Source: rule D3, backward and accumulated.
 *
 * @example
 * ```ts
 * const { period, atp } = backwardPromise({
 *   supply: [6, 4, 2, 4, 8, 4, 4, 4],
 *   orders: [6, 2, 3, 6, 6, 1, 2, 2],
 *   accumulate: true,
 *   quantity: 3,
 *   requestedPeriod: 6,
 * });
 * period; // => 6
 * atp.map(Number); // => [0, 0, 0, -1, 2, 4, 4, 6]
 * ```
 */
export function backwardPromise(input: BackwardPromiseInput): BackwardPromise {
  let counted: ReturnType<typeof countSupply> | undefined;
  const read = readArgument(
    input,
    {
      ...SUPPLY_FIELDS,
      accumulate: optional(flag, false),
      quantity,
      requestedPeriod: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    },
    (fields, issues) => {
      noteLengths(fields, issues);
      counted = countSupply(fields, issues);
      const { length } = fields.supply ?? {};
      const note = (name: string, value: unknown, what: string) => {
        const message = `The ${name} (${value}) must be ${what}.`;
        issues.push({ code: "outOfRange", path: [name], message, value });
      };
      if (length !== undefined && (fields.requestedPeriod ?? 0) >= length) {
        note("requestedPeriod", fields.requestedPeriod, `from 0 to ${length - 1}`);
      }
      if (fields.quantity?.num === 0n) note("quantity", formatRatio(fields.quantity), "above 0");
    },
  );
  const { decimals, onHand, supply, orders, asked: ordered } = counted!;
  const method = read.accumulate ? "backwardAccumulated" : "backward";
  const atpNow = () =>
    atpCounts({ onHand, supply, orders }, method, false, read.infiniteSupplyFence);
  const before = atpNow();
  let period: number | null = read.requestedPeriod;
  while (period >= 0 && (before[period] ?? ordered) < ordered) period--;
  if (period < 0) period = null;
  else orders[period]! += ordered;
  return { period, atp: atpFace(atpNow(), supply.length, decimals) };
}
