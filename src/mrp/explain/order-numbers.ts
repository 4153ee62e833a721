import type { FirmOrder } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";

/** Numbers of the orders of stocking points: planned ones by their place there, then the firm ones. */
export class OrderNumbers {
  readonly #state: PlanState;
  readonly #firmPlaces = new Map<number, ReadonlyMap<number, number>>();
  /** By point with rows that stand for several orders: how many come before each row. */
  readonly #before = new Map<number, Int32Array>();

  constructor(state: PlanState) {
    this.#state = state;
  }

  /** The number of a planned order among those of its stocking point. */
  numberOf(point: number, row: number, repeat: number): number {
    const { orders } = this.#state;
    const within = row - orders.rows.first(point);
    return (orders.hasRepeats(point) ? this.#beforeRow(point)[within]! : within) + repeat;
  }

  /** The number of a firm order: behind all planned ones. */
  numberOfFirm(point: number, supplyRow: number): number {
    return this.planned(point) + this.#placesOfFirm(point).get(supplyRow)!;
  }

  /** The firm order that a supply of a stocking point is; `undefined`: it is none. */
  firmOrder(point: number, supplyRow: number): FirmOrder | undefined {
    const place =
      this.firm(point).length === 0 ? undefined : this.#placesOfFirm(point).get(supplyRow);
    return place === undefined ? undefined : this.firm(point)[place];
  }

  /** By the rows of supplies of a stocking point: the place among its firm orders. */
  #placesOfFirm(point: number): ReadonlyMap<number, number> {
    let places = this.#firmPlaces.get(point);
    if (places === undefined) {
      places = new Map(this.firm(point).map(({ row }, place) => [row, place]));
      this.#firmPlaces.set(point, places);
    }
    return places;
  }

  /** The firm orders of a stocking point. */
  firm(point: number): readonly FirmOrder[] {
    const { firm } = this.#state.model;
    return firm.size === 0 ? NO_FIRM : (firm.get(point) ?? NO_FIRM);
  }

  /** How many orders are planned. */
  planned(point: number): number {
    const { orders } = this.#state;
    const rows = orders.rows.end(point) - orders.rows.first(point);
    if (!orders.hasRepeats(point) || rows === 0) return rows;
    return this.#beforeRow(point)[rows - 1]! + orders.repeat![orders.rows.end(point) - 1]!;
  }

  #beforeRow(point: number): Int32Array {
    let before = this.#before.get(point);
    if (before === undefined) {
      const { orders } = this.#state;
      const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
      before = new Int32Array(end - first);
      for (let k = 1; k < before.length; k++) {
        before[k] = before[k - 1]! + orders.repeat![first + k - 1]!;
      }
      this.#before.set(point, before);
    }
    return before;
  }
}

const NO_FIRM: readonly FirmOrder[] = [];
