import { copied } from "../pages/index.js";
import { orderIndexOf } from "../plan/order-index.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import {
  NEED_KIND,
  type NeedColumns,
  type PointPegs,
  SUPPLY_KIND,
  type SupplyColumns,
} from "./peg-columns.js";
import { originOf } from "./peg-origin.js";
import { forEachSinglePeg } from "./peg-pieces.js";
import { PegReader } from "./peg-point.js";
import {
  NEED_CODES,
  type PeggingColumns,
  REST_CODES,
  SUPPLY_CODES,
  UNCOVERED_CODE,
} from "./pegging-columns.js";

/**
 * The pegs of all stocking points at once, in columns: for reports in bulk.
 *
 * It makes no object a peg, but every peg is there: some 18 bytes each.
 *
 * @param plan - what `planRequirements` returned
 * @returns columns by stocking point; each call makes new ones
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 3 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 7, due: "2026-01-16" }],
 * });
 * const { length, supply, quantity } = materializePegging(plan);
 * Array.from({ length }, (_, n) => `${PEG_SUPPLIES[supply[n]!]} ${quantity[n]! / 1e6}`);
 * // => ["stock 3", "order 4"]
 * ```
 */
export function materializePegging(plan: Plan): PeggingColumns {
  return new PeggingWriter(stateOf(plan)).all();
}

/** Writes the pegs of one stocking point after the other. */
class PeggingWriter {
  readonly #state: PlanState;
  readonly #placeOfDemand: Int32Array;
  readonly #placeOfSupply: (row: number) => number;
  /** What a row of orders of a stocking point lacks to its place, where each row is one order. */
  readonly #fromRowToPlace: Float64Array;
  #length = 0;
  #need = new Uint8Array(0);
  #needRow = new Int32Array(0);
  #supply = new Uint8Array(0);
  #supplyRow = new Int32Array(0);
  #quantity = new Float64Array(0);

  constructor(state: PlanState) {
    const { model, orders } = state;
    this.#state = state;
    this.#placeOfDemand = placesOfDemands(state);
    this.#placeOfSupply = placesOfSupplies(state);
    const index = orderIndexOf(state);
    this.#fromRowToPlace = new Float64Array(model.points.count);
    for (let point = 0; point < model.points.count; point++) {
      this.#fromRowToPlace[point] = index.before(point) - orders.rows.first(point);
    }
  }

  all(): PeggingColumns {
    const { model, orders } = this.#state;
    const { count } = model.points;
    const first = new Float64Array(count + 1);
    const reader = new PegReader(this.#state);
    this.#reserve(model.problem.demands.count + 2 * orders.orders);
    for (let point = 0; point < count; point++) {
      const pegs = reader.read(point);
      if (orders.repeat === undefined) this.#write(pegs);
      else this.#writeEach(pegs);
      first[point + 1] = this.#length;
    }
    const length = this.#length;
    return {
      length,
      first,
      need: this.#need.subarray(0, length),
      needRow: this.#needRow.subarray(0, length),
      supply: this.#supply.subarray(0, length),
      supplyRow: this.#supplyRow.subarray(0, length),
      quantity: this.#quantity.subarray(0, length),
    };
  }

  /** Pegs where no row stands for several orders. */
  #write({ point, needs, supplies, count, need, supply, quantity }: PointPegs): void {
    this.#reserve(this.#length + count);
    const [needCode, needRow] = [this.#need, this.#needRow];
    const [supplyCode, supplyRow] = [this.#supply, this.#supplyRow];
    let n = this.#length;
    for (let k = 0; k < count; k++, n++) {
      const ofNeed = need[k]!;
      const ofSupply = supply[k]!;
      needCode[n] = ofNeed < 0 ? REST_CODES[-ofNeed]! : NEED_CODES[needs.kind[ofNeed]!]!;
      needRow[n] = ofNeed < 0 ? -1 : this.#rowOfNeed(needs, ofNeed, 0);
      supplyCode[n] = ofSupply < 0 ? UNCOVERED_CODE : SUPPLY_CODES[supplies.kind[ofSupply]!]!;
      supplyRow[n] = ofSupply < 0 ? -1 : this.#rowOfSupply(point, supplies, ofSupply, 0);
    }
    this.#quantity.set(quantity.subarray(0, count), this.#length);
    this.#length = n;
  }

  /** Pegs between single orders. */
  #writeEach(pegs: PointPegs): void {
    const { point, needs, supplies } = pegs;
    forEachSinglePeg(this.#state, pegs, (one) => {
      const { need, supply } = one;
      const n = this.#length;
      this.#reserve(n + 1);
      this.#need[n] = need < 0 ? REST_CODES[-need]! : NEED_CODES[needs.kind[need]!]!;
      this.#needRow[n] = need < 0 ? -1 : this.#rowOfNeed(needs, need, one.needRepeat);
      this.#supply[n] = supply < 0 ? UNCOVERED_CODE : SUPPLY_CODES[supplies.kind[supply]!]!;
      this.#supplyRow[n] =
        supply < 0 ? -1 : this.#rowOfSupply(point, supplies, supply, one.supplyRepeat);
      this.#quantity[n] = one.quantity;
      this.#length = n + 1;
    });
  }

  #rowOfNeed(needs: NeedColumns, need: number, repeat: number): number {
    const row = needs.row[need]!;
    switch (needs.kind[need]) {
      case NEED_KIND.order:
        return this.#placeOfOrder(originOf(this.#state, needs, need), row, repeat);
      case NEED_KIND.demand:
        return this.#placeOfDemand[row]!;
      case NEED_KIND.firm:
        return this.#placeOfSupply(row);
      case NEED_KIND.component:
        return this.#placeOfSupply(this.#state.model.toIssue[row]!.supplyRow);
      default:
        return row;
    }
  }

  #rowOfSupply(point: number, supplies: SupplyColumns, supply: number, repeat: number): number {
    const row = supplies.row[supply]!;
    switch (supplies.kind[supply]) {
      case SUPPLY_KIND.order:
        return this.#placeOfOrder(point, row, repeat);
      case SUPPLY_KIND.coProduct:
        return this.#placeOfOrder(supplies.from[supply]!, row, repeat);
      case SUPPLY_KIND.supply:
      case SUPPLY_KIND.coProductOfFirm:
        return this.#placeOfSupply(row);
      default:
        return row;
    }
  }

  #placeOfOrder(point: number, row: number, repeat: number): number {
    return this.#state.orders.repeat === undefined
      ? row + this.#fromRowToPlace[point]!
      : orderIndexOf(this.#state).placeOf(point, row, repeat);
  }

  #reserve(count: number): void {
    if (count <= this.#need.length) return;
    const capacity = Math.max(count, Math.ceil(1.5 * this.#need.length));
    this.#need = copied(this.#need, new Uint8Array(capacity));
    this.#needRow = copied(this.#needRow, new Int32Array(capacity));
    this.#supply = copied(this.#supply, new Uint8Array(capacity));
    this.#supplyRow = copied(this.#supplyRow, new Int32Array(capacity));
    this.#quantity = copied(this.#quantity, new Float64Array(capacity));
  }
}

/** The place among the demands of a plan by row; a forecast that is spread over days has several rows. */
export function placesOfDemands({ model }: PlanState): Int32Array {
  const { demands } = model.problem;
  const places = new Int32Array(demands.count).fill(-1);
  const forecasts = new Map<string, number>();
  for (let place = 0; place < demands.given; place++) {
    const row = demands.rowAt(place);
    places[row] = place;
    if (demands.isForecast(row)) forecasts.set(demands.id(row), place);
  }
  if (forecasts.size === 0) return places;
  for (let row = 0; row < demands.count; row++) {
    if (places[row] === -1) places[row] = forecasts.get(demands.id(row)) ?? -1;
  }
  return places;
}

/** The place among the supplies of the input; those that came as columns have it for an id. */
function placesOfSupplies({ model, given }: PlanState): (row: number) => number {
  const { supplies } = model.problem;
  const rows = given().input.supplies;
  if (rows === undefined) return (row) => Number(supplies.id(row));
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  return (row) => places.get(supplies.id(row))!;
}
