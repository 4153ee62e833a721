import type { InventoryBuckets } from "./inventory-buckets.js";
import { OPENING, type PointFlow } from "./point-flow.js";
import type { PointValue, PointValues } from "./point-values.js";
import { UNKNOWN } from "./stock-flow.js";
import type { UnitCosts } from "./unit-costs.js";
import { issuesPlace, OPENING_PLACE, placeCount, receiptsPlace } from "./value-places.js";
import { CountDenominators, type ValueSums } from "./value-sums.js";
import { ISSUE } from "./valued-entries.js";

/** Adds up what moves at a stocking point, in counts and in money, by places. */
export class PointSums {
  /** Counts of the stocking point that was added last: what comes in, and above 0 what goes out. */
  readonly quantities: Float64Array;
  readonly #values: PointValues;
  readonly #isCounted: boolean;
  readonly #buckets: InventoryBuckets;
  readonly #denominators = new CountDenominators();
  readonly #issueDenominators = new CountDenominators();

  /** @param isCounted - whether anybody asks for the counts of what is valued movement by movement */
  constructor(values: PointValues, buckets: InventoryBuckets, isCounted: boolean) {
    this.#values = values;
    this.#isCounted = isCounted;
    this.#buckets = buckets;
    this.quantities = new Float64Array(placeCount(buckets.all.length));
  }

  /**
   * Adds a stocking point that was started on, at standard cost: the order in which things happen does not
   * matter then.
   *
   * @returns whether anything moves, and all of it has a cost
   */
  addAtStandard(point: number, sums: ValueSums): boolean {
    const { movements, receipts, costs } = this.#values;
    const { count, day, quantity, kind } = movements.stock(point);
    const { quantities } = this;
    const { startDay, endDay } = movements;
    const { ofDay } = this.#buckets;
    quantities.fill(0);
    let hasMoved = false;
    for (let n = 0; n < count; n++) {
      const moved = quantity[n]!;
      if (day[n]! >= endDay || moved === 0) continue;
      hasMoved = true;
      if (kind[n] === OPENING) quantities[OPENING_PLACE]! += moved;
      else {
        const bucket = ofDay[day[n]! - startDay]!;
        if (moved > 0) quantities[receiptsPlace(bucket)]! += moved;
        else quantities[issuesPlace(bucket)]! -= moved;
      }
    }
    if (!hasMoved) return false;
    const { standard } = receipts;
    if (standard === UNKNOWN) {
      this.#values.miss();
      return false;
    }
    const num = costs.nums[standard]!;
    const den = this.#denominators.of(costs.dens[standard]!, movements.decimals(point));
    const nums = sums.over(den);
    for (let place = 0; place < quantities.length; place++) {
      if (quantities[place] !== 0) nums[place]! += num * BigInt(quantities[place]!);
    }
    return true;
  }

  /** The same for what was valued movement by movement. */
  addValued(point: number, { flow, entries, costs }: PointValue, sums: ValueSums): void {
    const decimals = this.#values.movements.decimals(point);
    if (this.#isCounted) this.#countFlow(flow);
    const runs = [newRun(), newRun()] as const;
    const { row, side, cost, quantity } = entries;
    for (let n = 0; n < entries.count; n++) {
      const isIssue = side[n] === ISSUE;
      const place = this.#placeOf(flow, row[n]!, isIssue);
      const run = runs[isIssue ? 1 : 0];
      if (run.place !== place || run.cost !== cost[n]!) {
        this.#put(run, costs, decimals, sums);
        run.place = place;
        run.cost = cost[n]!;
        run.quantity = 0;
      }
      run.quantity += quantity[n]!;
    }
    for (const run of runs) this.#put(run, costs, decimals, sums);
  }

  #countFlow(flow: PointFlow): void {
    const quantities = this.quantities.fill(0);
    for (let row = 0; row < flow.count; row++) {
      const moved = flow.quantity[row]!;
      const place = this.#placeOf(flow, row, moved < 0);
      quantities[place]! += moved < 0 && place !== OPENING_PLACE ? -moved : moved;
    }
  }

  #placeOf(flow: PointFlow, row: number, isIssue: boolean): number {
    if (row < flow.openingCount) return OPENING_PLACE;
    const bucket = this.#buckets.ofDay[flow.day[row]! - this.#buckets.startDay]!;
    return isIssue ? issuesPlace(bucket) : receiptsPlace(bucket);
  }

  #put(
    { place, cost, quantity }: Run,
    { nums, dens }: UnitCosts,
    decimals: number,
    sums: ValueSums,
  ): void {
    if (quantity === 0) return;
    const isIssue = place !== OPENING_PLACE && place % 2 === 0;
    const denominators = isIssue ? this.#issueDenominators : this.#denominators;
    const den = denominators.of(dens[cost]!, decimals);
    sums.over(den)[place]! += nums[cost]! * BigInt(isIssue ? -quantity : quantity);
  }
}

/** Entries of one place and cost that follow one another: they are multiplied once. */
interface Run {
  place: number;
  cost: number;
  quantity: number;
}

function newRun(): Run {
  return { place: OPENING_PLACE, cost: 0, quantity: 0 };
}
