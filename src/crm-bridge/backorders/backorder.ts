import type { Decimal, ExactNumber } from "../../core/index.js";

/**
 * What may become of a requirement: `win`, it is served first, with all of its quantity on its day or as
 * early as that is there; `gain`, it keeps what it has or gets better; `redistribute`, it gets from what is left;
 * `fill`, likewise, but nothing better than it has; `lose`, likewise, after all others.
 */
export type BackorderStrategy = "win" | "gain" | "redistribute" | "fill" | "lose";

/** So much, confirmed for a day. */
export interface GivenConfirmation {
  /** `"YYYY-MM-DD"`. */
  readonly date: string;
  readonly quantity: ExactNumber;
}

/** What a customer wants, and what he was told. */
export interface BackorderRequirement {
  readonly id: string;
  readonly strategy: BackorderStrategy;
  /** Smaller is served first; last when left out. */
  readonly priority?: number | undefined;
  readonly requestedDate: string;
  readonly quantity: ExactNumber;
  /** What is confirmed now, no more than the quantity; before the day wanted it counts on that day. */
  readonly confirmed?: readonly GivenConfirmation[] | undefined;
}

/** Supplies and requirements of one product at one place. */
export interface BackorderInput {
  /** What comes or was confirmed before this day counts on it. */
  readonly startDate: string;
  readonly onHand?: ExactNumber | undefined;
  readonly supply?:
    | readonly { readonly date: string; readonly quantity: ExactNumber }[]
    | undefined;
  readonly requirements: readonly BackorderRequirement[];
  /** Quantities are whole 10^-decimals, 0 to 9; 6 when left out. */
  readonly decimals?: number | undefined;
}

/** So much on a day. */
export interface ConfirmedQuantity {
  readonly date: string;
  readonly quantity: Decimal;
}

/**
 * What became of a requirement: `kept`, all as it was; `gained` or `lost`, by its quantity-days;
 * `shifted`, some sooner and some later or less, which weighs the same.
 */
export type BackorderChange = "gained" | "lost" | "kept" | "shifted";

/** A quantity that went from one requirement to another. */
export interface BackorderTransfer {
  /** `null`: from supply that nobody had; to nobody. */
  readonly id: string | null;
  readonly quantity: Decimal;
}

/** What a requirement has, before and after. */
export interface BackorderLine {
  readonly id: string;
  readonly strategy: BackorderStrategy;
  readonly before: readonly ConfirmedQuantity[];
  readonly after: readonly ConfirmedQuantity[];
  /** What is not confirmed. */
  readonly open: Decimal;
  readonly change: BackorderChange;
  /** Confirmed quantity × days, after less before, up to the last day of which anything speaks. */
  readonly quantityDays: Decimal;
  /** What it got that it did not have, and from whom. */
  readonly from: readonly BackorderTransfer[];
  /** What it gave up, and to whom. */
  readonly to: readonly BackorderTransfer[];
}

/** All requirements confirmed anew. */
export interface BackorderResult {
  /** In the turn in which they were served. */
  readonly lines: readonly BackorderLine[];
  /** What nobody has, by day: what more could be confirmed then. */
  readonly free: readonly ConfirmedQuantity[];
}
