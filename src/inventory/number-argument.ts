/** The checks of numbers that a function is given; see `argument.ts`. */
import { add, type Check, must, type Place, wrongType } from "./argument.js";

/** Beyond these a product of three figures would leave what a floating-point number holds. */
const SMALLEST = 1e-100;
const LARGEST = 1e100;

/** A number above 0. */
export function positive(value: unknown, place: Place): number {
  return numberThat(value, place, "above 0", (n) => n > 0);
}

/** A standard deviation above 0; the advice says what to do where nothing varies. */
export function deviationOr(advice: string): Check<number> {
  return (value, place) => numberThat(value, place, `above 0; ${advice}`, (n) => n > 0);
}

/** A number of 0 or more. */
export function nonNegative(value: unknown, place: Place): number {
  return numberThat(value, place, "0 or more", (n) => n >= 0);
}

/** Any number. */
export function anyNumber(value: unknown, place: Place): number {
  return numberThat(value, place, "", () => true);
}

/** A number above 0 and below 1, such as a service level. */
export function fraction(value: unknown, place: Place): number {
  return numberThat(value, place, "above 0 and below 1", (n) => n > 0 && n < 1);
}

/** A number from 0 to 1, such as a probability. */
export function share(value: unknown, place: Place): number {
  return numberThat(value, place, "from 0 to 1", (n) => n >= 0 && n <= 1);
}

/** A whole number from the least to the largest, both allowed. */
export function wholeNumber(
  least: number,
  largest: number = Number.MAX_SAFE_INTEGER,
): Check<number> {
  const range =
    largest < Number.MAX_SAFE_INTEGER ? `from ${least} to ${largest}` : `${least} or more`;
  return (value, place) =>
    numberThat(
      value,
      place,
      least === Number.MIN_SAFE_INTEGER ? "whole" : `a whole number, ${range}`,
      (n) => Number.isSafeInteger(n) && n >= least && n <= largest,
    );
}

/**
 * A number for which something holds, never NaN or infinite, and neither so large nor so small that
 * a product of a few would leave what a floating-point number holds.
 *
 * @param value - what was given
 * @param place - where
 * @param form - what it must be, in words: "above 0"
 * @param holds - whether a number is so
 */
export function numberThat(
  value: unknown,
  place: Place,
  form: string,
  holds: (value: number) => boolean,
): number {
  if (typeof value !== "number" || Number.isNaN(value)) {
    const kind = form === "" ? "a number" : `a number, ${form}`;
    wrongType(value, place, form.startsWith("a ") ? form : kind);
    return 1;
  }
  const size = Math.abs(value);
  if (!holds(value)) add(place, "outOfRange", must(value, place, `be ${form}`), { value });
  else if (size > LARGEST || (size < SMALLEST && size > 0)) {
    const advice = `be 0 or between ${SMALLEST} and ${LARGEST} in size; choose other units`;
    add(place, "outOfRange", must(value, place, advice), { value });
  }
  return value + 0; // -0 becomes 0
}
