/** The checks of exact numbers that routings and work centres share. */
import {
  addMistake,
  type Check,
  exactArgument,
  exactNumber,
  mustBe,
  type Ratio,
  UNSOUND,
} from "../core/index.js";

/** Hours, money: 0 or more. */
export const nonNegative: Check<Ratio> = exactNumber(0);

/** Above 0. */
export const positive: Check<Ratio> = (value, place) => {
  const ratio = exactArgument(value, place);
  if (ratio === UNSOUND || ratio.num > 0n) return ratio;
  addMistake(place, "outOfRange", mustBe(value, place, "be above 0"), { value });
  return UNSOUND;
};

/** A part of a whole: above 0, at most 1. */
export const part: Check<Ratio> = (value, place) => {
  const ratio = exactArgument(value, place);
  if (ratio === UNSOUND || (ratio.num > 0n && ratio.num <= ratio.den)) return ratio;
  addMistake(place, "outOfRange", mustBe(value, place, "be above 0 and at most 1"), { value });
  return UNSOUND;
};

/** Any text: a name. */
export const anyText: Check<string> = (value, place) => {
  if (typeof value === "string") return value;
  addMistake(place, "invalidType", mustBe(value, place, "be a text"));
  return UNSOUND;
};

/** What the host keeps for itself. */
export const anything: Check<unknown> = () => undefined;
