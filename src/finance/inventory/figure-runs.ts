import type { UnitCosts } from "./unit-costs.js";
import { CountDenominators, type ValueSums } from "./value-sums.js";

/** Adds counts at unit costs to numbered places; those of one cost that follow one another at once. */
export class FigureRuns {
  readonly #costs: UnitCosts;
  readonly #denominators = new CountDenominators();
  readonly #cost: Int32Array;
  readonly #quantity: Float64Array;
  #decimals = 0;
  #sums: ValueSums | undefined;

  constructor(costs: UnitCosts, places: number) {
    this.#costs = costs;
    this.#cost = new Int32Array(places);
    this.#quantity = new Float64Array(places);
  }

  /** Goes on to a stocking point. */
  start(decimals: number, sums: ValueSums): void {
    this.#decimals = decimals;
    this.#sums = sums;
    this.#quantity.fill(0);
  }

  /** Adds `quantity` × `times` counts; the product may leave the safe integers. */
  add(place: number, cost: number, quantity: number, times = 1): void {
    if (this.#cost[place] !== cost) this.#flush(place);
    this.#cost[place] = cost;
    const sum = this.#quantity[place]! + quantity * times;
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(quantity * times)) {
      this.#quantity[place] = sum;
      return;
    }
    this.#put(place, BigInt(quantity) * BigInt(times));
  }

  end(): void {
    for (let place = 0; place < this.#cost.length; place++) this.#flush(place);
  }

  #flush(place: number): void {
    const quantity = this.#quantity[place]!;
    if (quantity === 0) return;
    this.#quantity[place] = 0;
    this.#put(place, BigInt(quantity));
  }

  #put(place: number, quantity: bigint): void {
    const { nums, dens } = this.#costs;
    const cost = this.#cost[place]!;
    const den = this.#denominators.of(dens[cost]!, this.#decimals);
    this.#sums!.over(den)[place]! += nums[cost]! * quantity;
  }
}
