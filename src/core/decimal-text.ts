import { Decimal } from "./decimal.js";

/** Texts longer than this are no quantity that anybody meant. */
const LONGEST_TEXT = 100;

const DECIMAL_TEXT = /^(-?)(\d+)(?:\.(\d+))?$/;
const NUMBER_TEXT = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** The decimal `digits × 10^-decimals`, exactly; `decimals` is negative for whole tens and above. */
export interface DecimalText {
  readonly digits: bigint;
  readonly decimals: number;
}

/**
 * Reads a number, or the text of a decimal, as the decimal that is written: `0.1` is one tenth.
 *
 * @param value - a finite number, or digits with an optional sign and point (no exponent)
 * @returns its digits, or `undefined` when it is neither
 *
 * @example
 * ```ts
 * readDecimal("4.20"); // => { digits: 420n, decimals: 2 }
 * ```
 */
export function readDecimal(value: unknown): DecimalText | undefined {
  if (typeof value === "number")
    return Number.isFinite(value) ? read(NUMBER_TEXT, `${value}`) : undefined;
  if (typeof value !== "string" || value.length > LONGEST_TEXT) return undefined;
  return read(DECIMAL_TEXT, value);
}

/**
 * Gives a decimal of any length as a `Decimal`, without rounding.
 *
 * @param decimal - `digits × 10^-decimals`
 * @returns the same number
 *
 * @example
 * ```ts
 * exactDecimal({ digits: 420n, decimals: 2 }).toString(); // => "4.2"
 * ```
 */
export function exactDecimal({ digits, decimals }: DecimalText): Decimal {
  return new Decimal(`${digits}e${-decimals}`);
}

function read(pattern: RegExp, text: string): DecimalText | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction = "", exponent = "0"] = match;
  const digits = BigInt(`${whole}${fraction}`);
  return { digits: sign === "-" ? -digits : digits, decimals: fraction.length - Number(exponent) };
}
