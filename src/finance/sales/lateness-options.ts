import {
  type ExactNumber,
  exactNumber,
  identifier,
  listOf,
  objectOf,
  oneOf,
  optional,
  type Ratio,
  readArgument,
} from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import type { LedgerBucket, LedgerRounding, LedgerSales } from "../ledger/index.js";
import { byKnownId, KnownIds } from "../ledger/known-ids.js";
import { bookOfRates, type DatedRate, type RateBook, ratesArgument } from "../money/dated-rate.js";
import type { RoundingMode } from "../money/index.js";
import { reportFields } from "../report/index.js";
import { type LatePenalty, penaltyArgument, type ReadPenalty } from "./late-penalty.js";

/** What lateness can be put together by. */
export const LATENESS_KEYS = ["demand", "customer", "item", "family", "site", "segment"] as const;

/** By what lateness is put together. */
export type LatenessKey = (typeof LATENESS_KEYS)[number];

/** What lateness costs, and which rows are asked for. */
export interface LatenessOptions<Key extends LatenessKey = LatenessKey> {
  /** Of those that are for a demand the first holds; a demand for which none is costs nothing. */
  readonly penalties: readonly LatePenalty[];
  /** What demands are worth, as a ledger takes it; only asked for where a penalty states a percent. */
  readonly sales?: LatenessPrices | undefined;
  /** Of all amounts; that of the plan when left out. */
  readonly currency?: string | undefined;
  readonly rates?: readonly DatedRate[] | undefined;
  /** All in one when left out. */
  readonly by?: readonly Key[] | undefined;
  /** By the day on which a demand is really there; no buckets when left out. */
  readonly bucket?: LedgerBucket | undefined;
  /** `"postings"`: the penalty of each demand; `"total"`: the total, split by largest remainder. */
  readonly round?: LedgerRounding | undefined;
}

/** Prices of a stock unit: ids that the plan does not have are refused. */
export interface LatenessPrices {
  /** By the id of a demand; they go before those of items. */
  readonly demandPrices?: Readonly<Record<string, ExactNumber>> | undefined;
  readonly itemPrices?: Readonly<Record<string, ExactNumber>> | undefined;
  /** Of the prices; that of the report when left out. */
  readonly currency?: string | undefined;
  /** So that the `sales` of a ledger may be handed over as they are; it changes nothing here. */
  readonly on?: LedgerSales["on"];
}

/** Options, checked. */
export interface ReadLateness {
  readonly penalties: readonly ReadPenalty[];
  readonly demandPrices: ReadonlyMap<string, Ratio>;
  readonly itemPrices: ReadonlyMap<string, Ratio>;
  readonly priceCurrency: string | null;
  readonly currency: string | null;
  readonly rates: RateBook;
  readonly by: readonly LatenessKey[];
  readonly bucket: LedgerBucket | undefined;
  readonly round: ReadRounding | undefined;
}

/** How amounts are rounded, with its mode. */
export interface ReadRounding extends LedgerRounding {
  readonly mode: RoundingMode;
}

const NO_PRICES: ReadonlyMap<string, Ratio> = new Map();

/** Reads the options. @throws PlanningInputError with every mistake */
export function readLateness(input: PlanningInput, options: LatenessOptions): ReadLateness {
  const known = new KnownIds([input]);
  const read = readArgument(options, {
    penalties: listOf(penaltyArgument(known)),
    sales: optional(
      objectOf({
        demandPrices: optional(byKnownId(known, "demand", exactNumber(0)), NO_PRICES),
        itemPrices: optional(byKnownId(known, "item", exactNumber(0)), NO_PRICES),
        currency: optional(identifier),
        on: optional(oneOf("due", "available")),
      }),
      { demandPrices: NO_PRICES, itemPrices: NO_PRICES, currency: undefined, on: undefined },
    ),
    currency: optional(identifier),
    rates: optional(ratesArgument, []),
    ...reportFields,
    by: optional<LatenessKey[]>(listOf(oneOf<LatenessKey>(...LATENESS_KEYS)), []),
  });
  const { sales, rates, ...rest } = read;
  const currency = read.currency ?? input.currency ?? null;
  return {
    ...rest,
    currency,
    demandPrices: sales.demandPrices,
    itemPrices: sales.itemPrices,
    priceCurrency: sales.currency ?? currency,
    rates: bookOfRates(rates),
    round: read.round as ReadRounding | undefined,
  };
}
