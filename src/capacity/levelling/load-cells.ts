import { addRatios, type Ratio } from "../../core/index.js";
import type { WorkCenter } from "../../routing/index.js";
import { FractionSum } from "../fraction-sum.js";
import type { LoadBuckets } from "../requirements/load-buckets.js";
import { centerCapacity } from "../rough-cut/center-capacity.js";
import { near, negative } from "../signed-ratio.js";
import { NearestRoom } from "./nearest-room.js";

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
  /** By cell; made when first asked for. */
  #rooms: NearestRoom | undefined;

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

  /** The nearest bucket before a cell's in which a work might find room; −1 for none. */
  roomBefore(cell: CellNumber, hours: number): number {
    return this.#inRow(cell, this.#roomTree().before(cell, hours));
  }

  /** The nearest bucket after a cell's in which a work might find room; −1 for none. */
  roomAfter(cell: CellNumber, hours: number): number {
    return this.#inRow(cell, this.#roomTree().after(cell, hours));
  }

  /** The bucket of a cell that was found, where it is one of the same work centre. */
  #inRow(cell: CellNumber, found: CellNumber): number {
    const first = cell - this.bucket(cell);
    return found >= first && found < first + this.count ? found - first : -1;
  }

  #roomTree(): NearestRoom {
    if (this.#rooms === undefined) {
      this.#rooms = new NearestRoom(this.#capacity.length);
      for (const cell of this.#capacity.keys()) this.#rooms.set(cell, this.#room(cell));
    }
    return this.#rooms;
  }

  /** The most hours that might find room: for all of them, or, where no bucket is so long, an empty one. */
  #room(cell: CellNumber): number {
    const capacity = this.#nearCapacity[cell]!;
    if (capacity <= 0) return Number.NEGATIVE_INFINITY;
    const free = capacity - this.#nearLoad[cell]! + NEARNESS * (1 + capacity);
    return free >= capacity ? Number.POSITIVE_INFINITY : free;
  }

  add(cell: CellNumber, load: Ratio): void {
    const sum = this.#load.get(cell) ?? new FractionSum();
    this.#load.set(cell, sum);
    sum.add(load);
    this.#nearLoad[cell]! += near(load);
    this.#rooms?.set(cell, this.#room(cell));
  }

  addCapacity(cell: CellNumber, more: Ratio): void {
    this.#capacity[cell] = addRatios(this.#capacity[cell]!, more);
    this.#nearCapacity[cell] = near(this.#capacity[cell]!);
    this.#rooms?.set(cell, this.#room(cell));
  }
}
