import {
  addRatios,
  compareText,
  type Day,
  multiplyRatios,
  parseDay,
  parseRatio,
  type Ratio,
  ratioToDecimal,
} from "../../core/index.js";
import type { CrmIssue, ReadRecords } from "../records/index.js";
import { noRateText, rateOn } from "../records/rates.js";
import { readRecordsArgument } from "../records/records-argument.js";
import type { CrmAccount, CrmMoney, CrmOrder } from "../schema/index.js";
import { readAsOf } from "./as-of.js";
import type { CreditHold } from "./credit-hold.js";
import { grouped } from "./grouped.js";
import {
  below,
  noteRecord,
  type RecordContext,
  type RecordPlace,
  recordContext,
} from "./record-context.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** The orders on hold, and what could not be valued. */
export interface CreditReview {
  /** By account, then in the order in which the orders came. */
  readonly holds: readonly CreditHold[];
  readonly issues: readonly CrmIssue[];
}

/**
 * Finds the orders that the credit of their customers does not cover.
 *
 * Exposure is the account's balance and what is not shipped of its open orders, by date, then id. The
 * order with which it exceeds the credit limit is on hold, and so are those after it, but for orders
 * with `creditReleased` and those of which all is shipped. What is open of an order decides, whatever it
 * is worth. An account without a limit is not judged.
 *
 * @param records - as `readCrmRecords` gives them
 * @param options - `asOf`: the day of the rates, "YYYY-MM-DD"
 * @returns the holds, and an issue for each line without a price or rate, which is worth 0
 * @throws PlanningInputError when `asOf` is no day, or the records were not read
 *
 * Source: rule X2, K69.
 *
 * @example
 * ```ts
 * const line = { id: "1", product: "bicycle", unitPrice: 500, requestedDate: "2026-03-20" };
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell", creditLimit: { amount: 6000 }, balance: { amount: 2000 } }],
 *   products: [{ id: "bicycle" }],
 *   orders: [
 *     { id: "A", account: "Bell", status: "open", date: "2026-03-01", lines: [{ ...line, quantity: 6 }] },
 *     { id: "B", account: "Bell", status: "open", date: "2026-03-02", lines: [{ ...line, quantity: 4 }] },
 *   ],
 * });
 * const { holds } = creditHolds(records, { asOf: "2026-03-02" });
 * holds.map(({ order, exposure, limit }) => `${order}: ${exposure} of ${limit}`);
 * // => ["B: 7000 of 6000"]
 * ```
 */
export function creditHolds(
  records: ReadRecords,
  options: { readonly asOf: string },
): CreditReview {
  const context = recordContext(readRecordsArgument(records), readAsOf(options));
  return { holds: holdsOf(context), issues: context.issues };
}

/** The holds of all accounts; what cannot be valued is noted. */
export function holdsOf(context: RecordContext): CreditHold[] {
  const orders = context.records.orders.map((order, n) => ({ order, n }));
  const byAccount = grouped(orders, ({ order }) => order.account);
  return context.records.accounts
    .map((account, n) => ({ account, n }))
    .sort((a, b) => compareText(a.account.id, b.account.id))
    .flatMap(({ account, n }) => {
      const open = (byAccount.get(account.id) ?? []).filter(({ order }) => order.status === "open");
      open.sort(
        (a, b) => compareText(a.order.date, b.order.date) || compareText(a.order.id, b.order.id),
      );
      const place: RecordPlace = {
        record: { list: "accounts", id: account.id },
        path: ["accounts", n],
      };
      return holdsOfAccount(context, account, place, open);
    });
}

function holdsOfAccount(
  context: RecordContext,
  account: CrmAccount,
  place: RecordPlace,
  open: readonly { readonly order: CrmOrder; readonly n: number }[],
): CreditHold[] {
  const { creditLimit, balance = { amount: 0 } } = account;
  if (creditLimit === undefined) return [];
  const terms: CreditTerms = {
    context,
    currency: context.records.currency ?? creditLimit.currency,
  };
  const limit = moneyOf(terms, creditLimit, below(place, "creditLimit"));
  if (limit === undefined) return [];
  let exposure = moneyOf(terms, balance, below(place, "balance")) ?? NOTHING;
  const holds: CreditHold[] = [];
  for (const { order, n } of open) {
    if (!order.lines.some((line) => openQuantity(line).num > 0n)) continue;
    const value = openValue(terms, order, n);
    exposure = addRatios(exposure, value);
    const isOver = exposure.num * limit.den > limit.num * exposure.den;
    if (!isOver || order.creditReleased === true) continue;
    holds.push({
      ...{ account: account.id, order: order.id, currency: terms.currency ?? null },
      ...{ limit: ratioToDecimal(limit), value: ratioToDecimal(value) },
      exposure: ratioToDecimal(exposure),
    });
  }
  return holds;
}

/** In what the credit of an account is judged: the records' currency, else that of its limit. */
interface CreditTerms {
  readonly context: RecordContext;
  readonly currency: string | undefined;
}

/** What is not shipped of an order, at its prices. */
function openValue(terms: CreditTerms, order: CrmOrder, n: number): Ratio {
  const { context } = terms;
  const place: RecordPlace = { record: { list: "orders", id: order.id }, path: ["orders", n] };
  const amounts = order.lines.map((line, m): Ratio => {
    const { unitPrice, id } = line;
    const open = openQuantity(line);
    if (open.num <= 0n) return NOTHING;
    if (unitPrice !== undefined) return multiplyRatios(open, parseRatio(unitPrice)!);
    const message = `The unitPrice of line ${JSON.stringify(id)} of order ${JSON.stringify(order.id)} is missing, and its customer has a credit limit. State it.`;
    noteRecord(context, below(place, "lines", m, "unitPrice"), "missingField", message);
    return NOTHING;
  });
  const amount = amounts.reduce(addRatios, NOTHING);
  if (amount.num === 0n) return NOTHING;
  const day = Math.max(context.asOf, parseDay(order.date)!);
  return converted(terms, amount, order.currency, day, below(place, "currency")) ?? NOTHING;
}

/** What is not shipped of a line; nothing or less where all of it is. */
function openQuantity({ quantity, shipped }: CrmOrder["lines"][number]): Ratio {
  return addRatios(parseRatio(quantity)!, negative(parseRatio(shipped ?? 0)!));
}

function negative({ num, den }: Ratio): Ratio {
  return { num: -num, den };
}

function moneyOf(
  terms: CreditTerms,
  { amount, currency }: CrmMoney,
  place: RecordPlace,
): Ratio | undefined {
  const exact = parseRatio(amount)!;
  // An amount that names no currency is in that of the limit, as the limit itself is.
  const own = currency ?? terms.currency;
  return converted(terms, exact, own, terms.context.asOf, below(place, "currency"));
}

/** An amount in the currency of the credit; none, with an issue, where no rate gives it. */
function converted(
  { context, currency: to }: CreditTerms,
  amount: Ratio,
  currency: string | undefined,
  day: Day,
  place: RecordPlace,
): Ratio | undefined {
  const { records } = context;
  const from = currency ?? records.currency;
  const rate = rateOn(records.rates, from, to, day);
  if (rate !== undefined) return multiplyRatios(amount, rate);
  noteRecord(context, place, "noRate", noRateText(from, to, day));
  return undefined;
}
