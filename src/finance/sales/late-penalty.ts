import {
  addMistake,
  addRatios,
  type Check,
  ceilDivide,
  type ExactNumber,
  exactNumber,
  identifier,
  multiplyRatios,
  objectOf,
  optional,
  type Ratio,
  ratioOf,
  wholeNumber,
} from "../../core/index.js";
import { type KnownIds, knownId } from "../ledger/known-ids.js";

const LONGEST = 36_500;

/** What it costs that a demand comes late: of the penalties that are for it, the first in the list holds. */
export interface LatePenalty {
  /**
   * Only for this demand; likewise below, and all that are given together. For all when none is given. What the
   * plan does not have is refused.
   */
  readonly demand?: string | undefined;
  readonly customer?: string | undefined;
  readonly item?: string | undefined;
  readonly family?: string | undefined;
  /** Percent of the value of the demand for each period that it is late. */
  readonly percent?: ExactNumber | undefined;
  /** An amount for each period. */
  readonly amount?: ExactNumber | undefined;
  /** The length of a period in calendar days; one that has begun counts whole. 1 when left out. */
  readonly perDays?: number | undefined;
  /** Days late that cost nothing; 0 when left out. */
  readonly freeDays?: number | undefined;
  /** No more than this percent of the value. */
  readonly mostPercent?: ExactNumber | undefined;
  /** No more than this amount. */
  readonly mostAmount?: ExactNumber | undefined;
  /** Of the amounts; that of the report when left out. */
  readonly currency?: string | undefined;
}

/** For whom a penalty is, in the order in which it is looked for. */
export const PENALTY_KEYS = ["demand", "customer", "item", "family"] as const;

/** A penalty, checked. */
export type ReadPenalty = {
  readonly [K in (typeof PENALTY_KEYS)[number]]: string | undefined;
} & {
  readonly percent: Ratio | undefined;
  readonly amount: Ratio | undefined;
  readonly perDays: number;
  readonly freeDays: number;
  readonly mostPercent: Ratio | undefined;
  readonly mostAmount: Ratio | undefined;
  readonly currency: string | undefined;
};

const fields = {
  percent: optional(exactNumber(0)),
  amount: optional(exactNumber(0)),
  perDays: optional(wholeNumber(1, LONGEST), 1),
  freeDays: optional(wholeNumber(0, LONGEST), 0),
  mostPercent: optional(exactNumber(0)),
  mostAmount: optional(exactNumber(0)),
  currency: optional(identifier),
};

/** Makes the check of a penalty: it states a percent, an amount, or both, and is for what a plan has. */
export function penaltyArgument(known: KnownIds): Check<ReadPenalty> {
  const check = objectOf({
    demand: optional(knownId(known, "demand")),
    customer: optional(knownId(known, "customer")),
    item: optional(knownId(known, "item")),
    family: optional(knownId(known, "family")),
    ...fields,
  });
  return (value, place) => {
    const count = place.issues.length;
    const read = check(value, place);
    const isSound = place.issues.length === count;
    if (isSound && read.percent === undefined && read.amount === undefined) {
      const at = { ...place, path: [...place.path, "percent"] };
      addMistake(at, "missingField", "A penalty must state a percent, an amount, or both.");
    }
    return read;
  };
}

/** Whether a penalty asks for the value of a demand. */
export function asksForValue({ percent, mostPercent }: ReadPenalty): boolean {
  return percent !== undefined || mostPercent !== undefined;
}

/**
 * What so many days cost.
 *
 * @param value - of the demand; any where no percent is stated
 * @param inCurrency - brings an amount of the penalty into the currency of the value
 */
export function penaltyFor(
  penalty: ReadPenalty,
  daysLate: number,
  value: Ratio,
  inCurrency: (amount: Ratio) => Ratio,
): Ratio {
  const { percent, amount, perDays, freeDays, mostPercent, mostAmount } = penalty;
  const charged = BigInt(Math.max(0, daysLate - freeDays));
  const periods = ratioOf(ceilDivide(charged, BigInt(perDays)), 1n);
  const share = ({ num, den }: Ratio): Ratio => multiplyRatios(value, ratioOf(num, 100n * den));
  const each = [...(percent ? [share(percent)] : []), ...(amount ? [inCurrency(amount)] : [])];
  const caps = [
    ...(mostPercent ? [share(mostPercent)] : []),
    ...(mostAmount ? [inCurrency(mostAmount)] : []),
  ];
  const whole = multiplyRatios(each.reduce(addRatios), periods);
  return caps.reduce((least, cap) => (isLess(cap, least) ? cap : least), whole);
}

function isLess(a: Ratio, b: Ratio): boolean {
  return a.num * b.den < b.num * a.den;
}
