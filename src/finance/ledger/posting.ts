import type { Day, Decimal, Ratio } from "../../core/index.js";

/** What amounts are of, in the order in which they stand on a day. */
export const LEDGER_ACCOUNTS = [
  "purchaseCommitment",
  "purchaseReceipt",
  "payable",
  "cashOut",
  "purchaseDiscount",
  "purchasePriceVariance",
  "inventory",
  "materialIssued",
  "setupAbsorbed",
  "runAbsorbed",
  "subcontract",
  "workInProcess",
  "productionVariance",
  "revenue",
  "costOfSales",
  "receivable",
  "cashIn",
] as const;

/**
 * What an amount is of.
 *
 * - `purchaseCommitment`: what is ordered from suppliers, on the day of the order; their operations on orders
 * that are made when these are released
 * - `purchaseReceipt`: what comes in from them, at the price of its order
 * - `payable`: what is owed to them: + when it comes in, − when it is paid
 * - `cashOut`: what they are paid
 * - `purchaseDiscount`: what they are not paid because they are paid early
 * - `purchasePriceVariance`: what is bought costs by its price beyond its standard cost, when it comes in
 * - `inventory`: the standard value of what is in stock: what is there, + what comes in, − what goes out
 * - `materialIssued`: the standard value of components that go into orders, under the component
 * - `setupAbsorbed`, `runAbsorbed`: set-up and teardown, and run, at the cost of an hour
 * - `subcontract`: what suppliers ask for their work on orders, when these are done
 * - `workInProcess`: + what goes into orders, − what comes of them; under what is made
 * - `productionVariance`: what went into an order beyond the standard cost of what came of it
 * - `revenue`: what demands bring at their prices; `costOfSales`: their standard cost, on the same day
 * - `receivable`: what customers owe: + when it is delivered, − when they pay
 * - `cashIn`: what they pay
 */
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/**
 * What an amount comes of.
 *
 * - `purchase`, `subcontract`, `production`, `transfer`: an order of this kind; of a transfer, what comes in
 * at one site and goes out at the other
 * - `setup`, `run`: work on an order; `sale`: a demand that is delivered
 * - `opening`: stock, and work in process, on the planning start; `release`: stock that counts from a later day on
 * - `coProduct`: what comes with an order of another item
 * - `issue`: a component for an order; `shipment`: what a demand takes; `allocation`: what is promised
 * - `variance`: what an order took beyond its standard
 * - `expiry`: what leaves because it expires
 */
export type PostingCause =
  | "purchase"
  | "subcontract"
  | "production"
  | "transfer"
  | "setup"
  | "run"
  | "sale"
  | "opening"
  | "release"
  | "coProduct"
  | "issue"
  | "shipment"
  | "allocation"
  | "variance"
  | "expiry";

/** What an amount for an order is spent on. */
export const LEDGER_ELEMENTS = [
  "material",
  "labor",
  "machine",
  "overhead",
  "hours",
  "setup",
  "subcontract",
] as const;

/**
 * What an amount for an order is spent on.
 *
 * - `material`: components at standard cost
 * - `labor`, `machine`, `overhead`: the parts of an hour's cost, as `hourCosts` divide it; `hours`: not divided
 * - `setup`: a set-up cost that the item states
 * - `subcontract`: suppliers' work
 */
export type PostingElement = (typeof LEDGER_ELEMENTS)[number];

/** Of what and for whom an amount is; `null` where it is of nothing such. */
export interface PostingPlace {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** The id of a planned order: the one that comes in, or the one for which a component goes out. */
  readonly order: string | null;
  /** The id of an open supply, likewise. */
  readonly supply: string | null;
  readonly demand: string | null;
  readonly supplier: string | null;
  readonly customer: string | null;
  readonly workCenter: string | null;
}

/** One amount of a plan: the smallest of which every figure is a sum. */
export interface Posting extends PostingPlace {
  readonly date: string;
  readonly account: LedgerAccount;
  readonly cause: PostingCause;
  /** `null` where the amount is of no order's inputs, or nothing says of which. */
  readonly element: PostingElement | null;
  /** Exact when its decimals end within 60 digits, else rounded there; sums are of what it is exactly. */
  readonly amount: Decimal;
  /** In stock units of the item; `null` where the amount is of no quantity. */
  readonly quantity: Decimal | null;
}

/** A posting as it is kept. */
export interface Entry extends PostingPlace {
  /** Of its item, in the plan of which it is. */
  readonly family: string | null;
  readonly day: Day;
  readonly account: LedgerAccount;
  readonly cause: PostingCause;
  readonly element: PostingElement | null;
  readonly amount: Ratio;
  readonly quantity: Ratio | null;
}
