import { type StockFlow, UNKNOWN } from "./stock-flow.js";
import { ISSUE, RECEIPT, type ValuedEntries } from "./valued-entries.js";

/** What is in stock, the oldest first. */
export class FifoLayers {
  /** The first layer, and the one after the last. */
  first = 0;
  end = 0;
  /** What was issued that had not come yet. */
  debt = 0;
  /** The row of the flow with which a layer came. */
  row = new Int32Array(64);
  cost = new Int32Array(64);
  /** What is left of it, in counts. */
  quantity = new Float64Array(64);

  clear(): void {
    this.first = 0;
    this.end = 0;
    this.debt = 0;
  }

  push(row: number, cost: number, quantity: number): void {
    if (this.end === this.row.length) this.#makeRoom();
    const n = this.end++;
    this.row[n] = row;
    this.cost[n] = cost;
    this.quantity[n] = quantity;
  }

  /** What was taken whole makes room; where that is little, there is twice as much. */
  #makeRoom(): void {
    const { first, end } = this;
    if (first < end / 2) {
      const [row, cost, quantity] = [this.row, this.cost, this.quantity];
      this.row = new Int32Array(2 * end);
      this.cost = new Int32Array(2 * end);
      this.quantity = new Float64Array(2 * end);
      this.row.set(row);
      this.cost.set(cost);
      this.quantity.set(quantity);
    } else {
      for (const column of [this.row, this.cost, this.quantity]) column.copyWithin(0, first, end);
      this.end = end - first;
      this.first = 0;
    }
  }
}

/**
 * Values what moves first in, first out: what goes out takes of the oldest layers, each at its cost.
 *
 * What goes out before it came stands below 0 at standard cost; what comes in then fills that first, and
 * corrects what went out to its own cost.
 *
 * @param flow - of a stocking point, in order
 * @param standard - the number of the standard cost; {@link UNKNOWN} where nothing says
 * @param entries - to which the values are added
 * @param layers - empty ones, in which is left what is in stock at the end
 * @returns whether all costs that it takes are known
 *
 * Source: C. T. Horngren, S. M. Datar, M. V. Rajan, *Cost Accounting*, process costing; IAS 2.27.
 */
export function valueByFifo(
  flow: StockFlow,
  standard: number,
  entries: ValuedEntries,
  layers: FifoLayers,
): boolean {
  for (let row = 0; row < flow.count; row++) {
    const moved = flow.quantity[row]!;
    const isKnown =
      moved > 0
        ? receive(layers, entries, row, flow.cost[row]!, moved, standard)
        : issue(layers, entries, row, -moved, standard);
    if (!isKnown) return false;
  }
  return true;
}

function receive(
  layers: FifoLayers,
  entries: ValuedEntries,
  row: number,
  cost: number,
  moved: number,
  standard: number,
): boolean {
  if (cost === UNKNOWN) return false;
  entries.add(row, cost, moved, RECEIPT);
  const filled = Math.min(layers.debt, moved);
  if (filled > 0) {
    layers.debt -= filled;
    correct(entries, row, cost, standard, filled);
  }
  if (moved > filled) layers.push(row, cost, moved - filled);
  return true;
}

/** What went out at standard cost went out at the cost of what fills it. */
export function correct(
  entries: ValuedEntries,
  row: number,
  cost: number,
  standard: number,
  filled: number,
): void {
  if (cost === standard) return;
  entries.add(row, standard, filled, ISSUE);
  entries.add(row, cost, -filled, ISSUE);
}

function issue(
  layers: FifoLayers,
  entries: ValuedEntries,
  row: number,
  left: number,
  standard: number,
): boolean {
  let rest = left;
  while (rest > 0 && layers.first < layers.end) {
    const { first, quantity } = layers;
    const there = quantity[first]!;
    const taken = Math.min(rest, there);
    entries.add(row, layers.cost[first]!, -taken, ISSUE);
    rest -= taken;
    if (taken === there) layers.first++;
    else quantity[first] = there - taken;
  }
  if (rest === 0) return true;
  if (standard === UNKNOWN) return false;
  layers.debt += rest;
  entries.add(row, standard, -rest, ISSUE);
  return true;
}
