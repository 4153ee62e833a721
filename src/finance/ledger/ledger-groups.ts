import {
  type Decimal,
  powerOfTen,
  quantityToDecimal,
  type Ratio,
  ratioOf,
  ratioToDecimal,
} from "../../core/index.js";
import { BucketOrdinals } from "./bucket-ordinals.js";
import { keepGroup, type RowGroup } from "./exact-amount.js";
import { GroupKeys } from "./group-keys.js";
import { GroupSums } from "./group-sums.js";
import type { ReadGrouping } from "./grouping-options.js";
import { type KeyColumn, keyColumns } from "./key-columns.js";
import type { LedgerRow } from "./ledger.js";
import type { LedgerBody } from "./ledger-body.js";
import { LEDGER_ACCOUNTS } from "./posting.js";
import { amountDecimal, splitTotals } from "./row-amounts.js";

/** Rows of a ledger, with what they were asked by. */
export class LedgerRows implements RowGroup {
  readonly body: LedgerBody;
  readonly grouping: ReadGrouping;
  readonly rows: readonly LedgerRow[];
  readonly #sums: GroupSums;
  /** Cells in the order of rows. */
  readonly #cells: Uint32Array;
  readonly #rounded: readonly Ratio[] | undefined;

  constructor(body: LedgerBody, grouping: ReadGrouping) {
    this.body = body;
    this.grouping = grouping;
    const { by, bucket, round } = grouping;
    const streams = body.streams.map(({ stream }) => stream);
    const keys = new GroupKeys(by, streams);
    const first = Math.min(...streams.map(({ parts }) => parts.setting.startDay));
    const buckets = new BucketOrdinals(bucket, body.weekStart, first);
    this.#sums = new GroupSums({
      ...{ keys, buckets, streams: body.streams },
      accounts: new Set(grouping.accounts ?? LEDGER_ACCOUNTS),
      round: round?.on === "postings" ? round : undefined,
    });
    const columns = keyColumns(keys);
    this.#cells = this.#sorted(columns);
    const accounts = columns.find(({ key }) => key === "account");
    if (round?.on === "total") {
      const cells = Array.from(this.#cells);
      this.#rounded = splitTotals(
        cells.map((cell) => this.#sums.sums.amountOf(cell)),
        cells.map((cell) => accounts?.texts[this.#sums.partsOf(cell).leg] ?? null),
        round,
      );
    }
    this.rows = this.#makeRows(columns, buckets);
  }

  exactOf(place: number): Ratio {
    return this.#rounded?.[place] ?? this.#sums.sums.amountOf(this.#cells[place]!);
  }

  /** Cells by bucket, then by the keys in turn; of a difference without those of which nothing is left. */
  #sorted(columns: readonly KeyColumn[]): Uint32Array {
    const { index } = this.#sums;
    const width = columns.reduce((product, { size }) => product * Math.max(size, 1), 1);
    const ranks: number[][] = [];
    const names = new Float64Array(index.count);
    const isShort = width * 2 ** 17 <= Number.MAX_SAFE_INTEGER;
    for (let cell = 0; cell < index.count; cell++) {
      const { ordinal, leg, point } = this.#sums.partsOf(cell);
      const codes = { leg, point, row: index.lowOf(cell) };
      let name = ordinal;
      if (isShort)
        for (const { part, ranks: of, size } of columns) name = name * size + of[codes[part]]!;
      else ranks.push(columns.map(({ part, ranks: of }) => of[codes[part]]!));
      names[cell] = name;
    }
    const cells = Uint32Array.from(names, (_, cell) => cell);
    cells.sort(
      (a, b) => names[a]! - names[b]! || (isShort ? 0 : compareLists(ranks[a]!, ranks[b]!)),
    );
    return this.body.isDifference ? cells.filter((cell) => !this.#isNothing(cell)) : cells;
  }

  #isNothing(cell: number): boolean {
    const { sums } = this.#sums;
    const isWithout = sums.itemOf(cell) < 0 || BigInt(sums.quantityOf(cell)) === 0n;
    return isWithout && sums.amountOf(cell).num === 0n;
  }

  #makeRows(columns: readonly KeyColumn[], buckets: BucketOrdinals): readonly LedgerRow[] {
    const { index } = this.#sums;
    const spans: ReturnType<BucketOrdinals["spanOf"]>[] = [];
    const rows: LedgerRow[] = [];
    for (let n = 0; n < this.#cells.length; n++) {
      const cell = this.#cells[n]!;
      const { ordinal, leg, point } = this.#sums.partsOf(cell);
      const codes = { leg, point, row: index.lowOf(cell) };
      spans[ordinal] ??= buckets.spanOf(ordinal);
      const row: Record<string, unknown> = {};
      for (const { key, part, texts } of columns) row[key] = texts[codes[part]];
      row.from = spans[ordinal].from;
      row.until = spans[ordinal].until;
      row.amount = this.#amount(n, cell);
      row.quantity = this.#quantity(cell);
      keepGroup(row, this, n);
      Object.freeze(row);
      rows.push(row as unknown as LedgerRow);
    }
    return Object.freeze(rows);
  }

  #amount(place: number, cell: number): Decimal {
    const rounded = this.#rounded?.[place];
    return rounded === undefined ? amountDecimal(this.#sums.sums, cell) : ratioToDecimal(rounded);
  }

  #quantity(cell: number): Decimal | null {
    const { sums, decimals } = this.#sums;
    const item = sums.itemOf(cell);
    if (item < 0) return null;
    const count = sums.quantityOf(cell);
    if (typeof count === "number") return quantityToDecimal(count, decimals[item]!);
    return ratioToDecimal(ratioOf(count, powerOfTen(decimals[item]!)));
  }
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [n, one] of a.entries()) if (one !== b[n]) return one - b[n]!;
  return 0;
}
