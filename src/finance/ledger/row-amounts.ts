import {
  Decimal,
  exactDecimal,
  floorDivide,
  powerOfTen,
  quantityToDecimal,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  sumOfRatios,
} from "../../core/index.js";
import { type RoundingMode, roundedUnits } from "../money/rounding.js";
import type { CellSums } from "./cell-sums.js";
import { decimalOf } from "./factor.js";

/** More digits than a `Decimal` has by itself. */
const MOST = 10n ** 60n;

/** The face of a cell's amount, as of any ratio, but in few steps where it is one product. */
export function amountDecimal(sums: CellSums, cell: number): Decimal {
  const product = sums.productOf(cell);
  const decimal = product?.factor.decimal;
  if (product === undefined || decimal === undefined) return faceOf(sums.amountOf(cell));
  const { digits, decimals } = decimal;
  const short = Number(digits) * product.count;
  if (Math.abs(short) <= Number.MAX_SAFE_INTEGER) return quantityToDecimal(short, decimals);
  const all = digits * BigInt(product.count);
  if (all >= MOST || all <= -MOST) return ratioToDecimal(sums.amountOf(cell));
  return exactDecimal({ digits: all, decimals });
}

/** The face of a ratio, without a division where it has a short decimal. */
export function faceOf(ratio: Ratio): Decimal {
  if (ratio.num === 0n) return new Decimal(0);
  const decimal = decimalOf(ratio);
  if (decimal === undefined) return ratioToDecimal(ratio);
  const { digits, decimals } = decimal;
  const short = Number(digits);
  if (Math.abs(short) <= Number.MAX_SAFE_INTEGER) return quantityToDecimal(short, decimals);
  if (digits >= MOST || digits <= -MOST) return ratioToDecimal(ratio);
  return exactDecimal(decimal);
}

/** Rounds totals, and splits them so that rows add up to them; those of an account by themselves. */
export function splitTotals(
  amounts: readonly Ratio[],
  accounts: readonly (string | null)[],
  round: { readonly decimals: number; readonly mode: RoundingMode },
): readonly Ratio[] {
  const unit = powerOfTen(round.decimals);
  const together = new Map<string | null, number[]>();
  for (const [n, account] of accounts.entries()) {
    const places = together.get(account);
    if (places === undefined) together.set(account, [n]);
    else places.push(n);
  }
  const units: bigint[] = [];
  for (const places of together.values()) {
    const { num, den } = sumOfRatios(places.map((n) => amounts[n]!));
    const total = roundedUnits(ratioOf(num, den), round);
    const down = places.map((n) => floorDivide(amounts[n]!.num * unit, amounts[n]!.den));
    const left = Number(total - down.reduce((sum, one) => sum + one, 0n));
    const turn = places
      .map((n, k) => ({
        k,
        lost: ratioOf(amounts[n]!.num * unit - down[k]! * amounts[n]!.den, amounts[n]!.den),
      }))
      .sort((a, b) => compareRatios(b.lost, a.lost) || a.k - b.k);
    for (const { k } of turn.slice(0, left)) down[k]! += 1n;
    for (const [k, n] of places.entries()) units[n] = down[k]!;
  }
  return units.map((one) => ratioOf(one, unit));
}

function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : Number(difference > 0n);
}
