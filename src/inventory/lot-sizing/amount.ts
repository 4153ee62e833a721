import { floorDivide } from "../../core/index.js";

/**
 * What differs between numbers and bigints in exact arithmetic. Code that is given an arithmetic, and
 * has no literal of its own, runs over either: `+ − × < ===` mean the same for both. It is written
 * with the type `number`, and a bound that was proven before says which of the two it runs over.
 */
export interface Arithmetic<Amount> {
  readonly zero: Amount;
  readonly one: Amount;
  /** The whole number at or below `a / b`, b above 0. */
  readonly floorDivide: (a: Amount, b: Amount) => Amount;
}

/** Plain numbers: exact while nothing leaves 2^53. */
export const NUMBERS: Arithmetic<number> = {
  zero: 0,
  one: 1,
  floorDivide: (a, b) => Math.floor(a / b),
};

/** Bigints: exact at any size, and some fifty times as slow. */
export const BIGINTS: Arithmetic<bigint> = { zero: 0n, one: 1n, floorDivide };
