import { addMistake, type Check, mustBe, UNSOUND, wrongType } from "../../core/index.js";

const LARGEST = 1e9;

/** A number of a size that can be computed with. */
export function numberFrom(least: number): Check<number> {
  return (value, place) => {
    if (typeof value !== "number" || Number.isNaN(value)) {
      wrongType(value, place, `a number, ${least} or more`);
      return UNSOUND;
    }
    if (value >= least && value <= LARGEST) return value + 0; // no −0
    addMistake(place, "outOfRange", mustBe(value, place, `be from ${least} to ${LARGEST}`), {
      value,
    });
    return UNSOUND;
  };
}
