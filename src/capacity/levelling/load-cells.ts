import { addRatios, type Ratio } from "../../core/index.js";
import type { WorkCenter } from "../../routing/index.js";
import { FractionSum } from "../fraction-sum.js";
import type { LoadBuckets } from "../requirements/load-buckets.js";
import { centerCapacity } from "../rough-cut/center-capacity.js";
import { near, negative } from "../signed-ratio.js";

/** A work centre in a bucket: its place times the number of buckets, and the bucket. */
export type CellNumber = number;

/** Nearer than this the exact numbers are compared. */
const NEARNESS = 1e-6;

/**
 * Load and capacity of all work centres in all buckets. Each cell has a rounded figure, by which what
 * is far apart is told at once, and an exact one that decides the rest.
 */
export class LoadCells {
  readonly count: number;
  readonly buckets: LoadBuckets;
  readonly #centers: readonly WorkCenter[];
  /** By cell: load, and capacity with the overtime that was decided. */
  readonly #nearLoad: Float64Array;
  readonly #nearCapacity: Float64Array;
  readonly #load = new Map<CellNumber, FractionSum>();
  readonly #capacity: Ratio[] = [];

  constructor(centers: readonly WorkCenter[], buckets: LoadBuckets) {
    this.#centers = centers;
    this.buckets = buckets;
    this.count = buckets.starts.length - 1;
    this.#nearLoad = new Float64Array(centers.length * this.count);
    this.#nearCapacity = new Float64Array(centers.length * this.count);
    for (const center of centers) {
      for (let bucket = 0; bucket < this.count; bucket++) {
        const [from, until] = [buckets.starts[bucket]!, buckets.starts[bucket + 1]!];
        const capacity = centerCapacity(center, from, until);
        this.#nearCapacity[this.#capacity.length] = near(capacity);
        this.#capacity.push(capacity);
      }
    }
  }

  center(cell: CellNumber): WorkCenter {
    return this.#centers[Math.floor(cell / this.count)]!;
  }

  bucket(cell: CellNumber): number {
    return cell % this.count;
  }

  /** All cells with more load than capacity. */
  overloaded(): CellNumber[] {
    return [...this.#load.keys()].filter((cell) => this.isOver(cell, []));
  }

  /** Whether there would be more load than capacity with these loads besides. */
  isOver(cell: CellNumber, more: readonly Ratio[]): boolean {
    const capacity = this.#nearCapacity[cell]!;
    const load = more.reduce((sum, ratio) => sum + near(ratio), this.#nearLoad[cell]!);
    if (Math.abs(load - capacity) > NEARNESS * (1 + capacity + Math.abs(load))) {
      return load > capacity;
    }
    return this.excess(cell, more).num > 0n;
  }

  /** Load above capacity with these loads besides; negative where capacity is left. */
  excess(cell: CellNumber, more: readonly Ratio[] = []): Ratio {
    return addRatios(this.load(cell, more), negative(this.#capacity[cell]!));
  }

  load(cell: CellNumber, more: readonly Ratio[] = []): Ratio {
    return (this.#load.get(cell) ?? new FractionSum()).with(more);
  }

  capacity(cell: CellNumber): Ratio {
    return this.#capacity[cell]!;
  }

  /** Whether a work might find room: for all of it, or, where no bucket is so long, an empty one. */
  mayHold(cell: CellNumber, hours: number): boolean {
    const capacity = this.#nearCapacity[cell]!;
    const free = capacity - this.#nearLoad[cell]!;
    return capacity > 0 && free >= Math.min(hours, capacity) - NEARNESS * (1 + capacity);
  }

  add(cell: CellNumber, load: Ratio): void {
    const sum = this.#load.get(cell) ?? new FractionSum();
    this.#load.set(cell, sum);
    sum.add(load);
    this.#nearLoad[cell]! += near(load);
  }

  addCapacity(cell: CellNumber, more: Ratio): void {
    this.#capacity[cell] = addRatios(this.#capacity[cell]!, more);
    this.#nearCapacity[cell] = near(this.#capacity[cell]!);
  }
}
