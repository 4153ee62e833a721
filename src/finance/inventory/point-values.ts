import { type Plan, type PlanMovements, realMovements } from "../../mrp/index.js";
import { type MissingFigure, missingFigure } from "../ledger/missing-figure.js";
import { FifoLayers, valueByFifo } from "./fifo-layers.js";
import type { InventoryMethod, ReadCosting } from "./inventory-options.js";
import { valueByMovingAverage } from "./moving-average.js";
import { type CountedLayer, layersByPoint } from "./opening-layers.js";
import { PointFlow } from "./point-flow.js";
import { ReceiptCosts } from "./receipt-costs.js";
import { UNKNOWN } from "./stock-flow.js";
import { UnitCosts } from "./unit-costs.js";
import { ISSUE, RECEIPT, ValuedEntries } from "./valued-entries.js";

/** What moves in the stock of one stocking point, valued; it holds until the next one is. */
export interface PointValue {
  readonly stock: ReturnType<PlanMovements["stock"]>;
  readonly flow: PointFlow;
  readonly entries: ValuedEntries;
  readonly costs: UnitCosts;
  /** By first in, first out: what is left at the end. */
  readonly layers: FifoLayers;
}

/** Values what moves, one stocking point after another. */
export class PointValues {
  readonly movements: PlanMovements;
  readonly missing: MissingFigure[] = [];
  readonly costs = new UnitCosts();
  readonly receipts: ReceiptCosts;
  readonly #method: InventoryMethod;
  #point = 0;
  readonly #layers: ReadonlyMap<number, readonly CountedLayer[]>;
  readonly #flow = new PointFlow(this.costs);
  readonly #entries = new ValuedEntries();
  readonly #left = new FifoLayers();

  constructor(plan: Plan, method: InventoryMethod, costing: ReadCosting) {
    this.movements = realMovements(plan);
    this.#method = method;
    this.#layers = layersByPoint(this.movements, costing.openingLayers);
    this.receipts = new ReceiptCosts(this.movements, costing, this.costs);
  }

  /** Goes on to a stocking point. */
  start(point: number): void {
    this.#point = point;
    this.receipts.start(point);
  }

  /**
   * Goes on to a stocking point and values it.
   *
   * @param until - the day after the last; that after the horizon when left out
   * @returns `undefined` when a cost is missing, which is named
   */
  at(point: number, until: number = this.movements.endDay): PointValue | undefined {
    this.start(point);
    return this.value(until);
  }

  /** Values the stocking point that was started on. */
  value(until: number = this.movements.endDay): PointValue | undefined {
    const { movements, receipts } = this;
    const point = this.#point;
    const stock = movements.stock(point);
    const layers = this.#method === "standard" ? undefined : this.#layers.get(point);
    const span = { startDay: movements.startDay, endDay: Math.min(until, movements.endDay) };
    this.#flow.read(stock, span, receipts, layers);
    this.#entries.count = 0;
    this.#left.clear();
    if (this.#value()) {
      const { costs } = this;
      return { stock, flow: this.#flow, entries: this.#entries, costs, layers: this.#left };
    }
    this.miss();
    return undefined;
  }

  /** Whether all that comes into its stock costs the standard: then all methods agree. */
  get isAtStandard(): boolean {
    if (this.#method === "standard") return true;
    return !this.receipts.hasPrices && !this.#layers.has(this.#point);
  }

  /** Names what it lacks. */
  miss(): void {
    const { item, site } = this.movements.point(this.#point);
    this.missing.push(missingFigure(item, site, this.receipts.reason));
  }

  #value(): boolean {
    const { standard } = this.receipts;
    switch (this.#method) {
      case "standard":
        return valueAtStandard(this.#flow, standard, this.#entries);
      case "fifo":
        return valueByFifo(this.#flow, standard, this.#entries, this.#left);
      case "movingAverage":
        return valueByMovingAverage(this.#flow, this.costs, standard, this.#entries);
    }
  }
}

/** All at standard cost, whatever it cost. */
function valueAtStandard(flow: PointFlow, standard: number, entries: ValuedEntries): boolean {
  if (standard === UNKNOWN) return flow.count === 0;
  for (let row = 0; row < flow.count; row++) {
    const quantity = flow.quantity[row]!;
    entries.add(row, standard, quantity, quantity > 0 ? RECEIPT : ISSUE);
  }
  return true;
}
