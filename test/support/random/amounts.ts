import fc from "fast-check";
import { draft, type Value } from "./optional.js";

/**
 * A quantity before it is known in how many decimals its item is counted. Small, so that equal
 * sums, exact covers and other coincidences are frequent.
 */
export const amount = draft({
  whole: fc.oneof({ weight: 5, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(60) }),
  fine: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(1, 5, 25, 333_333, 500_000) },
  ),
});

export type Amount = Value<typeof amount>;

/** How many 10^-decimals an amount is. */
export function countOf({ whole, fine }: Amount, decimals: number): number {
  const scale = 10 ** decimals;
  return whole * scale + (fine % scale);
}

/** At least one count. */
export function someOf(of: Amount, decimals: number): number {
  return Math.max(1, countOf(of, decimals));
}

/** A count as a row writes it: now as a number, now as a text. */
export function written(count: number, decimals: number): number | string {
  const digits = `${Math.abs(count)}`.padStart(decimals + 1, "0");
  const split = digits.length - decimals;
  const text = `${count < 0 ? "-" : ""}${digits.slice(0, split)}`;
  if (decimals === 0) return Number(text);
  const exact = `${text}.${digits.slice(split)}`;
  return count % 3 === 0 ? exact : Number(exact);
}

/** Roughly how much a ratio is, to keep random problems from growing without bound. */
export function roughly(ratio: number | string): number {
  const [num, den = "1"] = `${ratio}`.split("/");
  return Number(num) / Number(den);
}
