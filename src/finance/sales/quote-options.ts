import {
  addMistake,
  type Check,
  dayArgument,
  type ExactNumber,
  exactArgument,
  exactNumber,
  formatDay,
  identifier,
  listOf,
  mustBe,
  objectOf,
  optional,
  type Ratio,
  readArgument,
  showValue,
} from "../../core/index.js";
import type { LedgerOptions } from "../ledger/index.js";

/** What is asked for in a quote. */
export interface QuotedLine {
  /** Its number in the list, from 1, when left out. */
  readonly id?: string | undefined;
  readonly item: string;
  /** May be left out with one site. */
  readonly site?: string | undefined;
  readonly segment?: string | undefined;
  /** Above 0. */
  readonly quantity: ExactNumber;
  /** Of the quantity and the price; the stock unit when left out. */
  readonly unit?: string | undefined;
  /** The day on which it is asked for. */
  readonly due: string;
  /** For one unit, in the currency of `sales`; that of `sales.itemPrices` when left out. */
  readonly price?: ExactNumber | undefined;
}

/** A quote, and how it is valued: what a ledger takes. */
export interface QuoteCostOptions extends LedgerOptions {
  readonly lines: readonly QuotedLine[];
  readonly customer?: string | undefined;
  /** Of its demands in the trial, the lowest first; that of a demand without one when left out. */
  readonly priority?: number | undefined;
}

/** A line, checked. */
export interface ReadLine {
  readonly id: string;
  readonly item: string;
  readonly site: string | undefined;
  readonly segment: string | undefined;
  readonly quantity: Ratio;
  readonly unit: string | undefined;
  readonly due: string;
  /** For one of its unit. */
  readonly price: Ratio | undefined;
}

/** Options, checked but for what the ledger takes. */
export interface ReadQuote {
  readonly lines: readonly ReadLine[];
  readonly customer: string | undefined;
  readonly priority: number | undefined;
  readonly ledger: LedgerOptions;
}

const aboveNothing: Check<Ratio> = (value, place) => {
  const ratio = exactArgument(value, place);
  if (ratio !== undefined && ratio.num <= 0n) {
    addMistake(place, "outOfRange", mustBe(value, place, "be above 0"), { value });
  }
  return ratio;
};

const day: Check<string> = (value, place) => {
  const read = dayArgument(value, place);
  return read === undefined ? (read as never) : formatDay(read);
};

const finiteNumber: Check<number> = (value, place) => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  addMistake(place, "invalidType", mustBe(value, place, "be a number"));
  return undefined as never;
};

/** The ledger checks it itself. */
const asGiven: Check<unknown> = (value) => value;

const lineArgument = objectOf({
  id: optional(identifier),
  item: identifier,
  site: optional(identifier),
  segment: optional(identifier),
  quantity: aboveNothing,
  unit: optional(identifier),
  due: day,
  price: optional(exactNumber(0)),
});

/** Reads the options. @throws PlanningInputError with every mistake of the lines */
export function readQuote(options: QuoteCostOptions): ReadQuote {
  const read = readArgument(
    options,
    {
      lines: listOf(lineArgument, 1),
      customer: optional(identifier),
      priority: optional(finiteNumber),
      costs: asGiven,
      currency: asGiven,
      rates: asGiven,
      terms: asGiven,
      hourCosts: asGiven,
      sales: asGiven,
    },
    ({ lines }, issues) => {
      const seen = new Set<string>();
      for (const [n, line] of (lines ?? []).entries()) {
        const id = line?.id ?? `${n + 1}`;
        if (seen.has(id)) {
          const message = `Two lines have the id ${showValue(id)}. Give each its own.`;
          issues.push({ code: "duplicateId", path: ["lines", n, "id"], message });
        }
        seen.add(id);
      }
    },
  );
  const { lines, customer, priority, ...ledger } = read;
  const given = Object.entries(ledger).filter(([, value]) => value !== undefined);
  return {
    lines: lines.map((line, n) => ({ ...line, id: line.id ?? `${n + 1}` })),
    ...{ customer, priority },
    ledger: Object.fromEntries(given) as unknown as LedgerOptions,
  };
}
