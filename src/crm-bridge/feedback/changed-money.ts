import {
  addRatios,
  divideRatios,
  multiplyRatios,
  type Ratio,
  ratioToDecimal,
} from "../../core/index.js";
import type { ChangedMoney } from "./quote-line-feedback.js";

/** Money for one unit, and what is missing to know it. */
export interface KnownMoney {
  readonly amount: Ratio | undefined;
  readonly missing: readonly string[];
}

/** Sets money then against money now. */
export function changedMoney(
  currency: string | undefined,
  quoted: Ratio | undefined,
  { amount, missing }: KnownMoney,
): ChangedMoney {
  const change = quoted && amount && addRatios(amount, { num: -quoted.num, den: quoted.den });
  return Object.freeze({
    currency: currency ?? null,
    quoted: quoted === undefined ? null : ratioToDecimal(quoted),
    now: amount === undefined ? null : ratioToDecimal(amount),
    change: change === undefined ? null : ratioToDecimal(change),
    missing: Object.freeze(missing),
  });
}

/** Money for a unit that holds so many stock units, from money for one that holds others. */
export function forOtherUnit(amount: Ratio, from: Ratio, to: Ratio): Ratio {
  return multiplyRatios(amount, divideRatios(to, from));
}
