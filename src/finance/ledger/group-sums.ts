import { powerOfTen } from "../../core/index.js";
import type { BucketOrdinals } from "./bucket-ordinals.js";
import { CellIndex } from "./cell-index.js";
import { CellSums } from "./cell-sums.js";
import { type Factor, FactorBook } from "./factor.js";
import type { GroupKeys } from "./group-keys.js";
import type { LedgerStream } from "./ledger-stream.js";
import type { LedgerAccount } from "./posting.js";
import type { PostingRounding } from "./posting-rounding.js";
import { StreamAdder } from "./stream-adder.js";

/** Days of more than three hundred years. */
const MOST_BUCKETS = 2 ** 17;

/** A plan whose postings are added, with the sign with which they are. */
export interface SignedStream {
  readonly stream: LedgerStream;
  readonly sign: 1 | -1;
}

/** Adds up postings by bucket and keys, without making them. */
export class GroupSums {
  readonly index: CellIndex;
  readonly sums = new CellSums();
  readonly #keys: GroupKeys;
  readonly #buckets: BucketOrdinals;
  readonly #accounts: ReadonlySet<LedgerAccount>;
  readonly #round: PostingRounding | undefined;
  readonly #unit: Factor;
  readonly #pointCount: number;
  /** Items by number, and how many decimals their counts have here. */
  readonly items: string[] = [];
  readonly decimals: number[] = [];
  readonly #itemNumbers = new Map<string, number>();

  constructor(of: {
    readonly keys: GroupKeys;
    readonly buckets: BucketOrdinals;
    readonly accounts: ReadonlySet<LedgerAccount>;
    readonly round: PostingRounding | undefined;
    readonly streams: readonly SignedStream[];
  }) {
    this.#keys = of.keys;
    this.#buckets = of.buckets;
    this.#accounts = of.accounts;
    this.#round = of.round;
    this.#unit = new FactorBook().of({ num: 1n, den: powerOfTen(of.round?.decimals ?? 0) });
    const settings = of.streams.map(({ stream }) => stream.parts.setting);
    for (const { points } of settings) for (const point of points) of.keys.pointOf(point);
    this.#pointCount = Math.max(1, of.keys.points.tuples.length);
    const most = MOST_BUCKETS * of.keys.legCount * this.#pointCount;
    this.index = new CellIndex(of.keys.rowCount, most);
    for (const { points, movements } of settings) {
      for (const [n, { item }] of points.entries()) this.#noteItem(item, movements.decimals(n));
    }
    for (const one of of.streams) this.#add(one);
  }

  /** The parts of which a cell's first number consists. */
  partsOf(cell: number): {
    readonly ordinal: number;
    readonly leg: number;
    readonly point: number;
  } {
    const high = this.index.highOf(cell);
    const point = high % this.#pointCount;
    const rest = (high - point) / this.#pointCount;
    const leg = rest % this.#keys.legCount;
    return { ordinal: (rest - leg) / this.#keys.legCount, leg, point };
  }

  #noteItem(item: string, decimals: number): void {
    const known = this.#itemNumbers.get(item);
    if (known === undefined) {
      this.#itemNumbers.set(item, this.items.length);
      this.items.push(item);
      this.decimals.push(decimals);
    } else if (this.decimals[known]! < decimals) this.decimals[known] = decimals;
  }

  #add({ stream, sign }: SignedStream): void {
    const adder = new StreamAdder(stream, sign, {
      ...{ keys: this.#keys, buckets: this.#buckets, accounts: this.#accounts },
      ...{ index: this.index, sums: this.sums, round: this.#round, unit: this.#unit },
      ...{ pointCount: this.#pointCount, decimals: this.decimals, itemNumbers: this.#itemNumbers },
    });
    const asksParts = this.#round !== undefined || this.#keys.asksParts;
    stream.visit(this.#accounts, (batch) => adder.add(batch), asksParts);
    for (const entry of stream.loose(this.#accounts)) {
      if (this.#accounts.has(entry.account)) adder.addEntry(entry);
    }
  }
}
