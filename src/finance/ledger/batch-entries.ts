import { powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import type { Factor } from "./factor.js";
import { rowPlace, supplierOf } from "./group-keys.js";
import type { SignedStream } from "./group-sums.js";
import type { Entry, LedgerAccount } from "./posting.js";
import type { PostingBatch, PostingLeg } from "./posting-batch.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** Which postings are asked for; what is left out is not asked. */
export interface EntryFilter {
  readonly accounts: ReadonlySet<LedgerAccount>;
  /** Of the fields of a leg, before its rows are looked at. */
  readonly leg?: (leg: PostingLeg) => boolean;
  readonly day?: (day: number) => boolean;
  /** Of a stocking point. */
  readonly point?: (place: PointPlace) => boolean;
  /** Of all of an entry but its figures, which are made of what is asked for only. */
  readonly entry?: (entry: EntryPlace) => boolean;
  /** The most that are made; `undefined`: all. */
  readonly most?: number;
}

type PointPlace = Pick<Entry, "item" | "site" | "segment" | "family">;

/** What an entry is of. */
export type EntryPlace = Omit<Entry, "amount" | "quantity">;

/** There are more postings than were to be made. */
export class TooManyEntries extends Error {}

/** Makes the postings of a plan that are asked for. */
export function entriesOf(of: SignedStream, filter: EntryFilter): Entry[] {
  const entries: Entry[] = [];
  const put = (entry: Entry): void => {
    if (entries.push(entry) > (filter.most ?? Number.POSITIVE_INFINITY)) throw new TooManyEntries();
  };
  of.stream.visit(filter.accounts, (batch) => {
    for (const leg of batch.legs) {
      if (!filter.accounts.has(leg.account) || filter.leg?.(leg) === false) continue;
      putRows(of, batch, leg, filter, put);
    }
  });
  for (const entry of of.stream.loose(filter.accounts)) {
    if (!filter.accounts.has(entry.account) || filter.entry?.(entry) === false) continue;
    put(of.sign === 1 ? entry : { ...entry, amount: times(entry.amount, -1) });
  }
  return entries;
}

function putRows(
  { stream, sign }: SignedStream,
  batch: PostingBatch,
  leg: PostingLeg,
  filter: EntryFilter,
  put: (entry: Entry) => void,
): void {
  const { points, movements } = stream.parts.setting;
  const { account, cause, element, workCenter } = leg;
  for (let k = 0; k < batch.count; k++) {
    const n = batch.rows?.[batch.first + k] ?? batch.first + k;
    const day = leg.day[n]! + leg.shift;
    const at = leg.point === undefined ? batch.point : leg.point[n]!;
    if (filter.day?.(day) === false || filter.point?.(points[at]!) === false) continue;
    const { item, site, segment, family } = points[at]!;
    const equal = batch.times?.[n] ?? 1;
    const supplier = supplierOf(stream, leg, batch, n);
    let figures: Pick<Entry, "amount" | "quantity"> | undefined;
    for (let repeat = 0; repeat < equal; repeat++) {
      const place = {
        ...{ item, site, segment, family, ...rowPlace(stream, batch.of, batch.ref[n]! + repeat) },
        ...{ supplier, workCenter, day, account, cause, element },
      };
      if (filter.entry?.(place) === false) continue;
      figures ??= figuresOf(leg, batch.factors, n, sign, equal, movements.decimals(batch.point));
      put({ ...place, ...figures });
    }
  }
}

/** Amount and quantity of one of so many equal orders. */
function figuresOf(
  leg: PostingLeg,
  factors: readonly Factor[],
  n: number,
  sign: number,
  equal: number,
  decimals: number,
): Pick<Entry, "amount" | "quantity"> {
  const amount = leg.parts.reduce<Ratio>((sum, { count, factor }) => {
    const part = times(factors[factor]!.ratio, (sign * leg.sign * count[n]!) / equal);
    return ratioOf(sum.num * part.den + part.num * sum.den, sum.den * part.den);
  }, NOTHING);
  const quantity =
    leg.quantity === undefined
      ? null
      : ratioOf(BigInt((sign * leg.sign * leg.quantity[n]!) / equal), powerOfTen(decimals));
  return { amount, quantity };
}

function times({ num, den }: Ratio, count: number): Ratio {
  return ratioOf(num * BigInt(count), den);
}
