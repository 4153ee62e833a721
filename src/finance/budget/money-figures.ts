import { addRatios, type Decimal, parseDay, type Ratio, ratioToDecimal } from "../../core/index.js";
import { exactAmount } from "../ledger/exact-amount.js";
import type { Ledger, LedgerAccount } from "../ledger/index.js";
import { bodyOf } from "../ledger/make-ledger.js";
import { isIncomplete } from "../sales/incomplete-sales.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** Sums of accounts, each with its sign. */
const SUMS = {
  commitments: [["purchaseCommitment", 1n]],
  receipts: [["purchaseReceipt", 1n]],
  discounts: [["purchaseDiscount", 1n]],
  purchasePriceVariance: [["purchasePriceVariance", 1n]],
  productionVariance: [["productionVariance", 1n]],
  revenue: [["revenue", 1n]],
  costOfSales: [["costOfSales", 1n]],
  margin: [
    ["revenue", 1n],
    ["costOfSales", -1n],
  ],
  cashIn: [["cashIn", 1n]],
  cashOut: [["cashOut", 1n]],
  cash: [
    ["cashIn", 1n],
    ["cashOut", -1n],
  ],
  closingInventory: [["inventory", 1n]],
} as const satisfies Readonly<Record<string, readonly (readonly [LedgerAccount, bigint])[]>>;

/**
 * A key figure of a plan.
 *
 * - `commitments`, `receipts`, `discounts`, `purchasePriceVariance`, `productionVariance`, `revenue`,
 * `costOfSales`, `cashIn`, `cashOut`: all that is posted to the account
 * - `margin`: revenue − cost of sales; `cash`: cash in − cash out
 * - `cashLow`: the lowest that cash in − cash out stands at the end of a day, no more than the 0 with which
 * it begins; `cashHigh`: the highest, no less
 * - `inventoryPeak`: the highest value of stock at the end of a day of the horizon; `closingInventory`: that at
 * the end of the last
 */
export type MoneyFigure = keyof typeof SUMS | "cashLow" | "cashHigh" | "inventoryPeak";

/** A key figure of two plans. */
export interface MoneyFigureRow {
  readonly figure: MoneyFigure;
  /** `null`: the margin of a plan in which a demand has only a price or only a cost. */
  readonly before: Decimal | null;
  readonly after: Decimal | null;
  /** after − before; `null` where one of them is. */
  readonly difference: Decimal | null;
  /** The first day on which it stands so, of what is highest or lowest; else `null`. */
  readonly beforeOn: string | null;
  readonly afterOn: string | null;
}

/** A figure, and the day on which it stands so. */
interface Figure {
  /** `undefined` where it is not known. */
  readonly amount: Ratio | undefined;
  readonly on: string | null;
}

/** By how much something changes on a day. */
interface Change {
  readonly on: string;
  readonly amount: Ratio;
}

interface Extreme {
  readonly amount: Ratio;
  readonly on: string | null;
}

const AT_NOTHING: Extreme = { amount: NOTHING, on: null };

/** The key figures of two ledgers side by side. */
export function moneyFigures(before: Ledger, after: Ledger): readonly MoneyFigureRow[] {
  const [first, second] = [figuresOf(before), figuresOf(after)];
  return Object.freeze(
    (Object.keys(first) as MoneyFigure[]).map((figure) => {
      const [a, b] = [first[figure], second[figure]];
      const difference = a.amount && b.amount && addRatios(b.amount, opposite(a.amount));
      return Object.freeze({
        figure,
        before: faceOf(a.amount),
        after: faceOf(b.amount),
        difference: faceOf(difference),
        beforeOn: a.on,
        afterOn: b.on,
      });
    }),
  );
}

function faceOf(amount: Ratio | undefined): Decimal | null {
  return amount === undefined ? null : ratioToDecimal(amount);
}

function figuresOf(ledger: Ledger): Readonly<Record<MoneyFigure, Figure>> {
  const totals = new Map<LedgerAccount, Ratio>();
  const days = new Map<string, { cash: Ratio; inventory: Ratio }>();
  const accounts = [...new Set(Object.values(SUMS).flatMap((parts) => parts.map(([one]) => one)))];
  for (const row of ledger.group({ by: ["account"], bucket: "day", accounts })) {
    const account = row.account as LedgerAccount;
    const amount = exactAmount(row);
    totals.set(account, addRatios(totals.get(account) ?? NOTHING, amount));
    const day = days.get(row.from!) ?? { cash: NOTHING, inventory: NOTHING };
    days.set(row.from!, day);
    if (account === "cashIn") day.cash = addRatios(day.cash, amount);
    if (account === "cashOut") day.cash = addRatios(day.cash, opposite(amount));
    if (account === "inventory") day.inventory = addRatios(day.inventory, amount);
  }
  const sums = Object.entries(SUMS).map(([figure, parts]) => {
    const amount = parts
      .map(([account, sign]) => scaled(totals.get(account) ?? NOTHING, sign))
      .reduce(addRatios, NOTHING);
    return [figure, { amount, on: null }];
  });
  const inTurn = [...days].sort(([a], [b]) => parseDay(a)! - parseDay(b)!);
  const cash = inTurn.map(([on, day]) => ({ on, amount: day.cash }));
  const stock = inTurn.map(([on, day]) => ({ on, amount: day.inventory }));
  const hasMargin = isIncomplete(ledger, {})?.({ from: null }) !== true;
  return {
    ...Object.fromEntries(sums),
    ...(hasMargin ? {} : { margin: { amount: undefined, on: null } }),
    cashLow: extreme(cash, -1n),
    cashHigh: extreme(cash, 1n),
    inventoryPeak: extreme(stock, 1n, firstValue(ledger, stock)),
  };
}

/** Where stock begins: at its value at the end of the planning start, which may be below 0. */
function firstValue(ledger: Ledger, [first]: readonly Change[]): Extreme {
  const starts = bodyOf(ledger, "ledger").streams.map(
    ({ stream }) => stream.parts.setting.startDay,
  );
  const isThere = first !== undefined && first.amount.num !== 0n;
  return isThere && parseDay(first.on)! <= Math.min(...starts) ? first : AT_NOTHING;
}

/** The highest that a sum stands from its beginning on, or with sign −1 the lowest; the first time it does. */
function extreme(changes: readonly Change[], sign: 1n | -1n, begin: Extreme = AT_NOTHING): Figure {
  let most = begin;
  let sum = NOTHING;
  for (const { on, amount } of changes) {
    sum = addRatios(sum, amount);
    const beyond = addRatios(sum, opposite(most.amount));
    if (sign * beyond.num > 0n) most = { amount: sum, on };
  }
  return most;
}

function scaled({ num, den }: Ratio, sign: bigint): Ratio {
  return { num: num * sign, den };
}

function opposite(ratio: Ratio): Ratio {
  return scaled(ratio, -1n);
}
