import {
  addMistake,
  type Check,
  type Day,
  dayArgument,
  type ExactNumber,
  exactNumber,
  identifier,
  listOf,
  objectOf,
  oneOf,
  optional,
  type Ratio,
} from "../../core/index.js";
import { LEDGER_BUCKETS, type LedgerBucket } from "../ledger/ledger-bucket.js";
import { bookOfRates, type DatedRate, type RateBook, ratesArgument } from "../money/dated-rate.js";
import { type RoundingMode, roundingFields } from "../money/rounding.js";
import type { StandardCosts } from "../standard-costs/index.js";
import { NO_COSTS } from "../standard-costs/no-costs.js";

/** What stock is worth. */
export type InventoryMethod = "standard" | "movingAverage" | "fifo";

/** By what stocking points are put together. */
export type InventoryKey = "item" | "site" | "segment" | "family";

/** Part of what is in stock on the planning start, and what it cost. */
export interface OpeningLayer {
  readonly item: string;
  /** May be left out with one site. */
  readonly site?: string | undefined;
  readonly segment?: string | null | undefined;
  /** In stock units. */
  readonly quantity: ExactNumber;
  /** Of a stock unit, in the currency of the costs. */
  readonly unitCost: ExactNumber;
  /** The day on which it came, not after the planning start; those that state none came first. */
  readonly date?: string | undefined;
}

/** What things cost that come into stock. */
export interface InventoryCosting {
  /** What `standardCosts` gives; all values are in its currency. */
  readonly costs: StandardCosts;
  /** For prices in other currencies. */
  readonly rates?: readonly DatedRate[] | undefined;
  /**
   * What is in stock cost, the oldest first; at standard cost where they do not reach. Of layers that are
   * more than is in stock the last count. The method `"standard"` reads none.
   */
  readonly openingLayers?: readonly OpeningLayer[] | undefined;
}

/** How rows are rounded; in each what is there + what comes in − what goes out stays what is left. */
export interface InventoryRounding {
  /** Whole 10^-decimals, 0 to 12: 2 are cents. */
  readonly decimals: number;
  /** `"halfUp"` when left out. */
  readonly mode?: RoundingMode | undefined;
  /**
   * `"stockingPoints"`: each stocking point is rounded, so that every grouping adds up to the same.
   * `"total"`: the total of each bucket is rounded, and rows are split from it by largest remainder.
   */
  readonly on: "stockingPoints" | "total";
}

/** Which value of stock is asked for. */
export interface InventoryValueOptions<Key extends InventoryKey = InventoryKey>
  extends InventoryCosting {
  /** `"standard"` when left out. */
  readonly method?: InventoryMethod | undefined;
  /** All in one when left out. */
  readonly by?: readonly Key[] | undefined;
  /** The whole horizon in one when left out. */
  readonly bucket?: LedgerBucket | undefined;
  /** Exact when left out. */
  readonly round?: InventoryRounding | undefined;
}

/** A layer, checked. */
export interface ReadLayer {
  readonly item: string;
  readonly site: string | undefined;
  readonly segment: string | null;
  readonly quantity: Ratio;
  readonly unitCost: Ratio;
  readonly date: Day | undefined;
}

/** What things cost, checked. */
export interface ReadCosting {
  readonly costs: StandardCosts;
  readonly rates: RateBook;
  readonly openingLayers: readonly ReadLayer[];
}

const costsArgument: Check<StandardCosts> = (value, place) => {
  const costs = value as StandardCosts | null | undefined;
  if (typeof costs?.exactCost === "function") return costs;
  const code = value === undefined ? "missingField" : "invalidType";
  addMistake(place, code, NO_COSTS);
  return undefined as never;
};

/** How a segment is read. */
export const segmentArgument: Check<string | null> = (value, place) =>
  value === null ? null : identifier(value, place);

/** How what things cost is read. */
export const costingFields = {
  costs: costsArgument,
  rates: optional(ratesArgument, []),
  openingLayers: optional<ReadLayer[]>(
    listOf(
      objectOf({
        item: identifier,
        site: optional(identifier),
        segment: optional(segmentArgument, null),
        quantity: exactNumber(0),
        unitCost: exactNumber(0),
        date: optional(dayArgument),
      }),
    ),
    [],
  ),
};

/** How a method and keys are read. */
export const groupingFields = {
  method: optional<InventoryMethod>(oneOf("standard", "movingAverage", "fifo"), "standard"),
  by: optional<InventoryKey[]>(listOf(oneOf("item", "site", "segment", "family")), []),
};

/** How buckets and rounding of rows are read. */
export const rowFields = {
  bucket: optional<LedgerBucket>(oneOf(...LEDGER_BUCKETS)),
  round: optional(objectOf({ ...roundingFields, on: oneOf("stockingPoints", "total") })),
};

/** What things cost, with rates put in order. */
export function readCosting(read: {
  readonly costs: StandardCosts;
  readonly rates: Parameters<typeof bookOfRates>[0];
  readonly openingLayers: readonly ReadLayer[];
}): ReadCosting {
  return { ...read, rates: bookOfRates(read.rates) };
}
