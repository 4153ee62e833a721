import {
  type Check,
  type Day,
  type ExactNumber,
  exactNumber,
  flag,
  type Issue,
  identifier,
  objectOf,
  oneOf,
  optional,
  PlanningInputError,
  parseDay,
  type Ratio,
  readArgument,
  recordOf,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import { bookOfRates, type DatedRate, type RateBook, ratesArgument } from "../money/dated-rate.js";
import { NO_COSTS } from "../standard-costs/no-costs.js";
import type { StandardCosts } from "../standard-costs/unit-cost.js";
import { type HourCosts, hourCostsArgument, hourElements, NO_HOUR_COSTS } from "./hour-costs.js";
import type { HourElement } from "./hour-elements.js";
import { byKnownId, KnownIds } from "./known-ids.js";
import { ON_RECEIPT, type PaymentTerms, type ReadTerms, termsArgument } from "./payment-terms.js";

/** When suppliers are paid, and customers pay: ids that the plan does not have are refused. */
export interface LedgerTerms {
  /** By id; they go before those that the plan's `suppliers` state. */
  readonly suppliers?: Readonly<Record<string, PaymentTerms>> | undefined;
  /** By what demands call them; they pay on the last day, and take no discount. */
  readonly customers?: Readonly<Record<string, PaymentTerms>> | undefined;
  /** For suppliers who have none; on receipt when left out. */
  readonly defaultSupplier?: PaymentTerms | undefined;
  /** For customers who have none; on delivery when left out. */
  readonly defaultCustomer?: PaymentTerms | undefined;
  /** Whether discounts of suppliers are taken; `false` when left out. */
  readonly takeDiscounts?: boolean | undefined;
}

/** What demands are sold for: ids that the plan does not have are refused. */
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
  /** By work centre: the parts of its `costPerHour`, to which they add up; undivided when left out. */
  readonly hourCosts?: Readonly<Record<string, HourCosts>> | undefined;
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
  /** In how many days a customer pays. @param customer - asked for only where terms depend on him */
  readonly daysOfCustomer: (customer: () => string | null) => number;
  /** The day of the costs, on which work is exchanged. */
  readonly asOf: Day;
  /** By work centre: what an hour there is spent on. */
  readonly hourElements: ReadonlyMap<string, readonly HourElement[]>;
  readonly sales: ReadSales | undefined;
}

const NO_TERMS: ReadonlyMap<string, ReadTerms> = new Map();
const NO_TERMS_AT_ALL = {
  suppliers: NO_TERMS,
  customers: NO_TERMS,
  defaultSupplier: ON_RECEIPT,
  defaultCustomer: ON_RECEIPT,
  takeDiscounts: false,
};
const NO_PRICES: ReadonlyMap<string, Ratio> = new Map();

const costsArgument: Check<StandardCosts> = (value, place) => {
  const costs = value as StandardCosts | null | undefined;
  if (typeof costs?.exactCost === "function" && typeof costs.unitCost === "function") return costs;
  const code = value === undefined ? "missingField" : "invalidType";
  place.issues.push({ code, path: place.path, message: NO_COSTS });
  return undefined as never;
};

/**
 * Reads the options of a ledger, and the terms of the plan's suppliers.
 *
 * @param known - the ids that options may name; those of the input when left out
 * @throws PlanningInputError with every mistake
 */
export function readLedgerOptions(
  input: PlanningInput,
  options: LedgerOptions,
  known: KnownIds = new KnownIds([input]),
): ReadLedgerOptions {
  const read = readArgument(options, {
    costs: costsArgument,
    currency: optional(identifier),
    rates: optional(ratesArgument, []),
    terms: optional(
      objectOf({
        suppliers: optional(byKnownId(known, "supplier", termsArgument), NO_TERMS),
        customers: optional(byKnownId(known, "customer", termsArgument), NO_TERMS),
        defaultSupplier: optional(termsArgument, ON_RECEIPT),
        defaultCustomer: optional(termsArgument, ON_RECEIPT),
        takeDiscounts: optional(flag, false),
      }),
      NO_TERMS_AT_ALL,
    ),
    hourCosts: optional(recordOf(hourCostsArgument), NO_HOUR_COSTS),
    sales: optional(
      objectOf({
        demandPrices: optional(byKnownId(known, "demand", exactNumber(0)), NO_PRICES),
        itemPrices: optional(byKnownId(known, "item", exactNumber(0)), NO_PRICES),
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
      if (supplier === null) return terms.defaultSupplier;
      return terms.suppliers.get(supplier) ?? stated.get(supplier) ?? terms.defaultSupplier;
    },
    takesDiscounts: terms.takeDiscounts,
    daysOfCustomer: (customer) => {
      const id = terms.customers.size === 0 ? null : customer();
      const own = id === null ? undefined : terms.customers.get(id);
      return (own ?? terms.defaultCustomer).netDays;
    },
    asOf: parseDay(costs.asOf)!,
    hourElements: hourElements(input, read.hourCosts),
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
