/** The checks of exact fractions that a function is given; see `argument.ts`. */
import type { Ratio } from "../core/index.js";
import { add, type Place, wrongType } from "./argument.js";

const ONE: Ratio = { num: 1n, den: 1n };

/** A ratio, 0 or more. */
export function nonNegativeRatio(value: unknown, place: Place): Ratio {
  return ratioThat(value, place, "0 or more", (num) => num >= 0n);
}

/** A ratio above 0. */
export function positiveRatio(value: unknown, place: Place): Ratio {
  return ratioThat(value, place, "above 0", (num) => num > 0n);
}

function ratioThat(
  value: unknown,
  place: Place,
  form: string,
  holds: (num: bigint) => boolean,
): Ratio {
  const { num, den } = (value ?? {}) as Partial<Ratio>;
  if (typeof num !== "bigint" || typeof den !== "bigint" || den <= 0n) {
    wrongType(value, place, "a ratio { num, den } of two bigints, den above 0");
  } else if (holds(num)) return { num, den };
  else add(place, "outOfRange", `The ${place.path.join(".")} (${num}/${den}) must be ${form}.`);
  return ONE;
}
