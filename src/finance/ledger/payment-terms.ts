import {
  addMistake,
  type Check,
  type ExactNumber,
  exactNumber,
  objectOf,
  optional,
  type Ratio,
  ratioOf,
  wholeNumber,
} from "../../core/index.js";

/** When an invoice is paid. */
export interface PaymentTerms {
  /** Days from the receipt to the payment. */
  readonly netDays: number;
  /** Days within which a discount may be taken, on the last of them; no more than `netDays`, and these when left out. */
  readonly discountDays?: number | undefined;
  /** From 0 to 100. */
  readonly discountPercent?: ExactNumber | undefined;
}

/** Terms, checked. */
export interface ReadTerms {
  readonly netDays: number;
  readonly discountDays: number | undefined;
  readonly discountPercent: Ratio | undefined;
}

const LONGEST = 36_500;

const fields = objectOf({
  netDays: wholeNumber(0, LONGEST),
  discountDays: optional(wholeNumber(0, LONGEST)),
  discountPercent: optional(exactNumber(0, 100)),
});

/** Reads terms. */
export const termsArgument: Check<ReadTerms> = (value, place) => {
  const read = fields(value, place);
  if (read?.discountDays !== undefined && read.discountDays > read.netDays) {
    const message = `The discountDays (${read.discountDays}) must not be more than netDays (${read.netDays}).`;
    addMistake({ ...place, path: [...place.path, "discountDays"] }, "contradiction", message);
  }
  return read;
};

/** Where nothing is said, it is paid on receipt. */
export const ON_RECEIPT: ReadTerms = {
  netDays: 0,
  discountDays: undefined,
  discountPercent: undefined,
};

/** When an amount is paid, and how much of it is a discount. */
export interface Payment {
  readonly days: number;
  /** A share of the amount, from 0 to 1. */
  readonly discount: Ratio;
}

/** On the last day with the discount where one is taken, else on the last day of all. */
export function paymentOf(terms: ReadTerms, takesDiscount: boolean): Payment {
  const percent = terms.discountPercent;
  if (!takesDiscount || percent === undefined || percent.num === 0n) {
    return { days: terms.netDays, discount: { num: 0n, den: 1n } };
  }
  const discount = ratioOf(percent.num, percent.den * 100n);
  return { days: terms.discountDays ?? terms.netDays, discount };
}
