import {
  type Check,
  type ExactNumber,
  exactNumber,
  flag,
  type Issue,
  identifier,
  listOf,
  objectOf,
  oneOf,
  optional,
  PlanningInputError,
  type Ratio,
  readArgument,
  recordOf,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import { bookOfRates, type DatedRate, type RateBook, rateArgument } from "../dated-rate.js";
import type { StandardCosts } from "../unit-cost.js";
import { ON_RECEIPT, type PaymentTerms, type ReadTerms, termsArgument } from "./payment-terms.js";

/** When suppliers are paid, and customers pay. */
export interface LedgerTerms {
  /** By id; they go before those that the plan's `suppliers` state. */
  readonly suppliers?: Readonly<Record<string, PaymentTerms>> | undefined;
  /** By id; they pay on the last day, and take no discount. */
  readonly customers?: Readonly<Record<string, PaymentTerms>> | undefined;
  /** For who has none; on receipt when left out. */
  readonly default?: PaymentTerms | undefined;
  /** Whether discounts of suppliers are taken; `false` when left out. */
  readonly takeDiscounts?: boolean | undefined;
}

/** What demands are sold for. */
export interface LedgerSales {
  /** Prices of a stock unit by the id of a demand; they go before those of items. */
  readonly demandPrices?: Readonly<Record<string, ExactNumber>> | undefined;
  /** Prices of a stock unit by item. */
  readonly itemPrices?: Readonly<Record<string, ExactNumber>> | undefined;
  /** Of the prices; that of the ledger when left out. */
  readonly currency?: string | undefined;
  /**
   * When they are sold: on their due day, `"due"` when left out, or on that on which all of them is really
   * there (N11).
   */
  readonly on?: "due" | "available" | undefined;
}

/** How a plan becomes a ledger. */
export interface LedgerOptions {
  /** What `standardCosts` gives, in the currency of the ledger. */
  readonly costs: StandardCosts;
  /** That of the costs when left out. */
  readonly currency?: string | undefined;
  readonly rates?: readonly DatedRate[] | undefined;
  readonly terms?: LedgerTerms | undefined;
  /** Nothing is sold when left out. */
  readonly sales?: LedgerSales | undefined;
}

/** What demands are sold for, checked. */
export interface ReadSales {
  readonly demandPrices: ReadonlyMap<string, Ratio>;
  readonly itemPrices: ReadonlyMap<string, Ratio>;
  readonly currency: string | null;
  readonly on: "due" | "available";
}

/** Options, checked. */
export interface ReadLedgerOptions {
  readonly costs: StandardCosts;
  readonly currency: string | null;
  readonly rates: RateBook;
  readonly termsOf: (supplier: string | null) => ReadTerms;
  readonly takesDiscounts: boolean;
  readonly termsOfCustomer: (customer: string | null) => ReadTerms;
  readonly sales: ReadSales | undefined;
}

const NO_TERMS: ReadonlyMap<string, ReadTerms> = new Map();
const NO_PRICES: ReadonlyMap<string, Ratio> = new Map();

const costsArgument: Check<StandardCosts> = (value, place) => {
  const costs = value as StandardCosts | null | undefined;
  if (typeof costs?.exactCost === "function" && typeof costs.unitCost === "function") return costs;
  const code = value === undefined ? "missingField" : "invalidType";
  const message = "The costs must be what standardCosts gives.";
  place.issues.push({ code, path: place.path, message });
  return undefined as never;
};

/**
 * Reads the options of a ledger, and the terms of the plan's suppliers.
 *
 * @throws PlanningInputError with every mistake
 */
export function readLedgerOptions(input: PlanningInput, options: LedgerOptions): ReadLedgerOptions {
  const read = readArgument(options, {
    costs: costsArgument,
    currency: optional(identifier),
    rates: optional(listOf(rateArgument), []),
    terms: optional(
      objectOf({
        suppliers: optional(recordOf(termsArgument), NO_TERMS),
        customers: optional(recordOf(termsArgument), NO_TERMS),
        default: optional(termsArgument, ON_RECEIPT),
        takeDiscounts: optional(flag, false),
      }),
      { suppliers: NO_TERMS, customers: NO_TERMS, default: ON_RECEIPT, takeDiscounts: false },
    ),
    sales: optional(
      objectOf({
        demandPrices: optional(recordOf(exactNumber(0)), NO_PRICES),
        itemPrices: optional(recordOf(exactNumber(0)), NO_PRICES),
        currency: optional(identifier),
        on: optional<"due" | "available">(oneOf("due", "available"), "due"),
      }),
    ),
  });
  const { costs, terms, sales } = read;
  const currency = read.currency ?? costs.currency;
  if (currency !== costs.currency) {
    const message = `The costs are in ${showValue(costs.currency)}, the ledger in ${showValue(currency)}. Ask standardCosts for that currency.`;
    throw new PlanningInputError([{ code: "currencyMismatch", path: ["currency"], message }]);
  }
  const stated = termsOfSuppliers(input);
  return {
    costs,
    currency,
    rates: bookOfRates(read.rates),
    termsOf: (supplier) => {
      if (supplier === null) return terms.default;
      return terms.suppliers.get(supplier) ?? stated.get(supplier) ?? terms.default;
    },
    takesDiscounts: terms.takeDiscounts,
    termsOfCustomer: (customer) =>
      (customer === null ? undefined : terms.customers.get(customer)) ?? terms.default,
    sales: sales && { ...sales, currency: sales.currency ?? currency },
  };
}

function termsOfSuppliers({ suppliers = [] }: PlanningInput): ReadonlyMap<string, ReadTerms> {
  const issues: Issue[] = [];
  const stated = new Map<string, ReadTerms>();
  for (const [n, { id, terms }] of suppliers.entries()) {
    if (terms === undefined) continue;
    stated.set(id, termsArgument(terms, { path: ["suppliers", n, "terms"], issues }));
  }
  refuseMistakes(issues);
  return stated;
}
