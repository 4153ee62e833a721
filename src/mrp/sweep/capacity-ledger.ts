import { powerOfTen } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { SupplierCapacity } from "../input/problem.js";
import { CAPACITY_DECIMALS } from "../input/supplier-capacity.js";
import { CapacityRows, type LimitedDays } from "./capacity-rows.js";

/** By decimals: a count in the smallest parts. */
const PER_COUNT = Array.from({ length: CAPACITY_DECIMALS + 1 }, (_, decimals) =>
  powerOfTen(CAPACITY_DECIMALS - decimals),
);

/** A source of a stocking point on a day from T0. */
export interface SourceDay {
  readonly point: number;
  readonly source: number;
  readonly day: number;
}

/**
 * What suppliers can still bring, row by row of their capacities, and what of it was granted to a
 * stocking point, source and day (K46). Quantities are start quantities in counts of the item.
 */
export class CapacityLedger {
  readonly #model: Model;
  readonly #rows: CapacityRows;
  /** In 10^-9 of a stock unit; below 0 where open supply alone is more. */
  readonly #left = new Map<SupplierCapacity, bigint>();
  readonly #granted = new Map<string, bigint>();
  /** By decimals of items days on which no count is left, each with a later one before which none is. */
  readonly #full = new Map<LimitedDays, Map<number, number>[]>();

  constructor(model: Model, rows = new CapacityRows(model)) {
    this.#model = model;
    this.#rows = rows;
    for (const rows of model.capacities.values()) {
      for (const row of rows) this.#left.set(row, row.quantity);
    }
  }

  /** The same once more, to be used apart. */
  copy(): CapacityLedger {
    const copy = new CapacityLedger(this.#model, this.#rows);
    for (const [row, left] of this.#left) copy.#left.set(row, left);
    for (const [key, granted] of this.#granted) copy.#granted.set(key, granted);
    return copy;
  }

  /** Whether a row says what the supplier of a source can bring of the item on a day. */
  isLimited(of: SourceDay): boolean {
    return this.#rowsOf(of).length > 0;
  }

  /** What may be asked without having been granted; Infinity where no row says anything. */
  open(of: SourceDay): number {
    const rows = this.#rowsOf(of);
    return rows.length === 0 ? Number.POSITIVE_INFINITY : this.#inCounts(of, this.#least(rows));
  }

  /**
   * The first day from one on of which something may be asked without having been granted; the end of the
   * horizon where there is none. What is used is never given back, so a full day is looked at once.
   */
  firstOpen({ day: from, ...of }: SourceDay): number {
    const limited = this.#limitedDays(of);
    if (limited === undefined) return from;
    const full = this.#fullDays(limited, of.point);
    const passed: number[] = [];
    let day = from;
    while (day < this.#model.days) {
      const later = full.get(day);
      if (later === undefined && this.open({ ...of, day }) > 0) break;
      passed.push(day);
      day = later ?? day + 1;
    }
    for (const one of passed) full.set(one, day);
    return day;
  }

  #fullDays(limited: LimitedDays, point: number): Map<number, number> {
    let full = this.#full.get(limited);
    if (full === undefined) {
      full = PER_COUNT.map(() => new Map());
      this.#full.set(limited, full);
    }
    const { points, problem } = this.#model;
    return full[problem.items[points.item[point]!]!.decimals]!;
  }

  /** What may be asked, what was granted included. */
  openOrGranted(of: SourceDay): number {
    const rows = this.#rowsOf(of);
    if (rows.length === 0) return Number.POSITIVE_INFINITY;
    return this.#inCounts(of, this.#least(rows) + this.#grantOf(of));
  }

  /** Takes what may be asked without having been granted. */
  use(of: SourceDay, counts: number): void {
    this.#take(this.#rowsOf(of), this.#fromCounts(of, counts));
  }

  /** Takes what was granted, then what may be asked without. */
  useGranted(of: SourceDay, counts: number): void {
    const wanted = this.#fromCounts(of, counts);
    const granted = this.#grantOf(of);
    const part = smaller(granted, wanted);
    if (part > 0n) this.#granted.set(keyOf(of), granted - part);
    this.#take(this.#rowsOf(of), wanted - part);
  }

  /** Grants what may be asked: nobody else may ask for it. */
  grant(of: SourceDay, counts: number): void {
    if (!this.isLimited(of)) return;
    this.use(of, counts);
    this.#granted.set(keyOf(of), this.#grantOf(of) + this.#fromCounts(of, counts));
  }

  /** Takes what a supplier brings of an item on a day with an open supply, however much that is. */
  book(supplier: string, item: number, day: number, counts: number): void {
    this.#take(this.#rows.of(supplier, item).on(day), this.#scaled(item, counts));
  }

  #rowsOf({ day, ...of }: SourceDay): readonly SupplierCapacity[] {
    return this.#limitedDays(of)?.on(day) ?? [];
  }

  /** `undefined`: it has no supplier. */
  #limitedDays({ point, source }: Omit<SourceDay, "day">): LimitedDays | undefined {
    const { points, sources } = this.#model;
    const supplier = sources.at(point)[source]!.row?.supplier;
    return supplier === undefined ? undefined : this.#rows.of(supplier, points.item[point]!);
  }

  #least(rows: readonly SupplierCapacity[]): bigint {
    const least = rows.map((row) => this.#left.get(row)!).reduce(smaller);
    return least > 0n ? least : 0n;
  }

  #take(rows: readonly SupplierCapacity[], quantity: bigint): void {
    for (const row of rows) this.#left.set(row, this.#left.get(row)! - quantity);
  }

  #grantOf(of: SourceDay): bigint {
    return this.#granted.get(keyOf(of)) ?? 0n;
  }

  #inCounts({ point }: SourceDay, quantity: bigint): number {
    return Number(quantity / this.#perCount(this.#model.points.item[point]!));
  }

  #fromCounts({ point }: SourceDay, counts: number): bigint {
    return this.#scaled(this.#model.points.item[point]!, counts);
  }

  #scaled(item: number, counts: number): bigint {
    return BigInt(counts) * this.#perCount(item);
  }

  /** How many of the smallest parts a count is. */
  #perCount(item: number): bigint {
    const { decimals } = this.#model.problem.items[item]!;
    return PER_COUNT[decimals]!;
  }
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

function keyOf({ point, source, day }: SourceDay): string {
  return `${point} ${source} ${day}`;
}
