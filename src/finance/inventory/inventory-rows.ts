import {
  Decimal,
  floorDivide,
  formatDay,
  powerOfTen,
  type Ratio,
  ratioOf,
  sumOfRatios,
} from "../../core/index.js";
import { type RoundingMode, roundedUnits } from "../money/rounding.js";
import type { InventoryBucket } from "./inventory-buckets.js";
import type { InventoryKey } from "./inventory-options.js";
import { AVERAGE_DECIMALS } from "./moving-average.js";
import { issuesPlace, OPENING_PLACE, receiptsPlace } from "./value-places.js";

/** The value of stock in a bucket: a plain row, ready for a table. */
export type InventoryValueRow<Key extends InventoryKey = InventoryKey> = {
  readonly [K in Key]: string | null;
} & {
  /** The first day of the bucket; of all in one that of the planning start. */
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
  /** What is there when the bucket begins; in the first one what is there on the planning start. */
  readonly opening: Decimal;
  readonly receipts: Decimal;
  /** opening + receipts − closing. */
  readonly issues: Decimal;
  readonly closing: Decimal;
  /** In stock units, as those below; `null` unless rows are by item. */
  readonly openingQuantity: Decimal | null;
  readonly receivedQuantity: Decimal | null;
  readonly issuedQuantity: Decimal | null;
  readonly closingQuantity: Decimal | null;
};

/** Sums at all places of a group, over one denominator. */
export interface PlaceSums {
  readonly nums: readonly bigint[];
  readonly den: bigint;
}

/** Whole 10^-decimals of a row. */
export interface RowUnits {
  readonly opening: bigint;
  readonly receipts: bigint;
  readonly issues: bigint;
  readonly closing: bigint;
}

interface Rounding {
  readonly decimals: number;
  readonly mode: RoundingMode;
}

/** What does not end is rounded where averages are. */
export const EXACT: Rounding = { decimals: AVERAGE_DECIMALS, mode: "halfUp" };

/** Values at the end of each bucket, the first one at its beginning. */
function balances({ nums }: PlaceSums, buckets: number): readonly bigint[] {
  let value = nums[OPENING_PLACE]!;
  const found = [value];
  for (let bucket = 0; bucket < buckets; bucket++) {
    value += nums[receiptsPlace(bucket)]! - nums[issuesPlace(bucket)]!;
    found.push(value);
  }
  return found;
}

/**
 * Rounds the rows of a group: what is there, and what comes in; what goes out is the rest. Where nothing
 * goes out, what comes in is the rest.
 */
export function roundedRows(sums: PlaceSums, buckets: number, round: Rounding): RowUnits[] {
  const { nums, den } = sums;
  const levels = balances(sums, buckets).map((num) => roundedUnits({ num, den }, round));
  return Array.from({ length: buckets }, (_, bucket) => {
    const [opening, closing] = [levels[bucket]!, levels[bucket + 1]!];
    const hasIssues = nums[issuesPlace(bucket)] !== 0n;
    const receipts = hasIssues
      ? roundedUnits({ num: nums[receiptsPlace(bucket)]!, den }, round)
      : closing - opening;
    return { opening, receipts, issues: opening + receipts - closing, closing };
  });
}

/** Rounds the totals of all groups, and splits them into rows. */
export function splitRows(
  groups: readonly PlaceSums[],
  buckets: number,
  round: Rounding,
): RowUnits[][] {
  const levels = groups.map((sums) => balances(sums, buckets));
  const partsOf = (numOf: (group: number) => bigint): readonly bigint[] =>
    splitByRemainder(
      groups.map(({ den }, group) => ratioOf(numOf(group), den)),
      round,
    );
  let opening = partsOf((group) => levels[group]![0]!);
  const rows: RowUnits[][] = groups.map(() => []);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const closing = partsOf((group) => levels[group]![bucket + 1]!);
    const receipts = partsOf((group) => groups[group]!.nums[receiptsPlace(bucket)]!);
    for (const [group, own] of rows.entries()) {
      const [was, came, is] = [opening[group]!, receipts[group]!, closing[group]!];
      own.push({ opening: was, receipts: came, issues: was + came - is, closing: is });
    }
    opening = closing;
  }
  return rows;
}

/** Whole units by largest remainder; a tie goes to the first. */
function splitByRemainder(parts: readonly Ratio[], round: Rounding): readonly bigint[] {
  const unit = powerOfTen(round.decimals);
  const down = parts.map(({ num, den }) => floorDivide(num * unit, den));
  const lost = parts.map(({ num, den }, n) => ratioOf(num * unit - down[n]! * den, den));
  const rest = sumOfRatios(lost);
  const whole = down.reduce((sum, one) => sum + one, 0n);
  const total = roundedUnits(ratioOf(whole * rest.den + rest.num, rest.den * unit), round);
  const turn = Array.from(parts.keys()).sort((a, b) => {
    const difference = lost[b]!.num * lost[a]!.den - lost[a]!.num * lost[b]!.den;
    return difference === 0n ? a - b : difference < 0n ? -1 : 1;
  });
  for (const n of turn.slice(0, Number(total - whole))) down[n]! += 1n;
  return down;
}

/** Writes whole 10^-decimals. */
export function decimalOfUnits(units: bigint, decimals: number): Decimal {
  if (units === 0n) return new Decimal(0);
  if (decimals === 0) return new Decimal(units.toString());
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return new Decimal(units < 0n ? `-${text}` : text);
}

/** Writes a row. */
export function inventoryRow(
  keys: Readonly<Record<string, string | null>>,
  { from, until }: InventoryBucket,
  units: RowUnits,
  decimals: number,
  counted: { readonly quantities: RowUnits | undefined; readonly decimals: number },
): InventoryValueRow {
  const amount = (one: keyof RowUnits): Decimal => decimalOfUnits(units[one], decimals);
  const { quantities } = counted;
  const quantity = (one: keyof RowUnits): Decimal | null =>
    quantities === undefined ? null : decimalOfUnits(quantities[one], counted.decimals);
  const row: object = Object.assign({}, keys, {
    from: formatDay(from),
    until: formatDay(until),
    opening: amount("opening"),
    receipts: amount("receipts"),
    issues: amount("issues"),
    closing: amount("closing"),
    openingQuantity: quantity("opening"),
    receivedQuantity: quantity("receipts"),
    issuedQuantity: quantity("issues"),
    closingQuantity: quantity("closing"),
  });
  return Object.freeze(row as InventoryValueRow);
}
