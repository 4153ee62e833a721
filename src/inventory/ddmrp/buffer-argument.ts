/** The checks of dates and signed quantities that the functions of buffers share. */
import {
  Decimal,
  FIRST_DAY,
  LAST_DAY,
  parseDay,
  parseRatio,
  type Ratio,
} from "../../core/index.js";
import { type Check, wrongType } from "../argument.js";
import { exactNonNegative } from "../lot-sizing/exact-argument.js";

/** A day from 1900 to 2199, as a number. */
export const plainDay: Check<number> = (value, place) => {
  const day = parseDay(value);
  if (day !== undefined && day >= FIRST_DAY && day <= LAST_DAY) return day;
  wrongType(value, place, 'a day "YYYY-MM-DD" of the years 1900 to 2199');
  return FIRST_DAY;
};

/** An exact quantity that may be below 0, as stock that is owed. */
export const signedQuantity: Check<Ratio> = (value, place) => {
  const negative = Decimal.isDecimal(value) ? value.isNegative() : parseRatio(value);
  if (typeof negative === "object" && negative.num < 0n) return negative;
  if (negative === true) {
    const { num, den } = exactNonNegative((value as Decimal).negated(), place);
    return { num: -num, den };
  }
  return exactNonNegative(value, place);
};
