import { commonDenominator, floorDivide, powerOfTen } from "../../core/index.js";
import { correct } from "./fifo-layers.js";
import { type StockFlow, UNKNOWN } from "./stock-flow.js";
import type { UnitCosts } from "./unit-costs.js";
import { ISSUE, RECEIPT, type ValuedEntries } from "./valued-entries.js";

/** To so many decimals an average is rounded. */
export const AVERAGE_DECIMALS = 24;

const UNIT = powerOfTen(AVERAGE_DECIMALS);

/**
 * Values what moves at the moving average: what comes in at another cost than that of what is there makes
 * a new average, value ÷ quantity, and what goes out goes out at it.
 *
 * An average that no 24 decimals end is rounded half up there, since fractions of fractions would grow
 * without end. Value is not rounded: what an average leaves stays in stock, is in the next average, and
 * goes out with the last unit. What goes out before it came stands below 0 at standard cost, and is
 * corrected when it comes.
 *
 * @param flow - of a stocking point, in order
 * @param costs - to which averages are added
 * @param standard - the number of the standard cost; {@link UNKNOWN} where nothing says
 * @param entries - to which the values are added
 * @returns whether all costs that it takes are known
 *
 * Source: IAS 2.27 (weighted average cost, as each additional shipment is received).
 */
export function valueByMovingAverage(
  flow: StockFlow,
  costs: UnitCosts,
  standard: number,
  entries: ValuedEntries,
): boolean {
  const stock = new AveragedStock(costs);
  for (let row = 0; row < flow.count; row++) {
    const moved = flow.quantity[row]!;
    const isKnown =
      moved > 0
        ? receive(stock, entries, row, flow.cost[row]!, moved, standard)
        : issue(stock, entries, row, -moved, standard);
    if (!isKnown) return false;
  }
  return true;
}

/** What is in stock, all at one cost. */
class AveragedStock {
  /** Counts; below 0: what was issued that had not come yet. */
  quantity = 0;
  /** The number of its cost. */
  average = UNKNOWN;
  /** Its value beyond quantity × average, in parts of 1 ÷ #scale a count. */
  rest = 0n;
  readonly #costs: UnitCosts;
  /** A multiple of the denominators of all costs so far, and of 10^24. */
  #scale = UNIT;
  /** scale ÷ 10^24: parts of an average's last decimal. */
  #parts = 1n;
  /** What of the cost that came last, and of the average, a count is worth in parts of 1 ÷ #scale. */
  #last = UNKNOWN;
  #lastWorth = 0n;
  #averageWorth = 0n;

  constructor(costs: UnitCosts) {
    this.#costs = costs;
  }

  add(cost: number, moved: number): void {
    if (this.quantity > 0 && cost !== this.average) this.#mix(cost, moved);
    else {
      if (this.quantity === 0) this.#start(cost);
      this.quantity += moved;
    }
  }

  #start(cost: number): void {
    this.average = cost;
    this.#refine(cost);
    this.#averageWorth = this.#lastWorth;
  }

  #mix(cost: number, moved: number): void {
    this.#refine(cost);
    const was = this.#averageWorth * BigInt(this.quantity) + this.rest;
    const value = was + this.#lastWorth * BigInt(moved);
    this.quantity += moved;
    const whole = BigInt(this.quantity) * this.#parts;
    let average = floorDivide(value, whole);
    let rest = value - average * whole;
    if (rest + rest >= whole) {
      average += 1n;
      rest -= whole;
    }
    this.rest = rest;
    this.average = this.#costs.add(average, UNIT);
    this.#averageWorth = average * this.#parts;
  }

  /** Makes the scale so fine that a cost is whole parts of it. */
  #refine(cost: number): void {
    if (cost === this.#last) return;
    const den = this.#costs.dens[cost]!;
    const scale = commonDenominator(this.#scale, den);
    if (scale !== this.#scale) {
      const finer = scale / this.#scale;
      this.rest *= finer;
      this.#averageWorth *= finer;
      this.#scale = scale;
      this.#parts = scale / UNIT;
    }
    this.#last = cost;
    this.#lastWorth = this.#costs.nums[cost]! * (scale / den);
  }

  /** What goes out with the last unit, as the cost of one count; `undefined`: nothing. */
  takeRest(): number | undefined {
    if (this.rest === 0n) return undefined;
    const cost = this.#costs.add(this.rest, this.#scale);
    this.rest = 0n;
    return cost;
  }
}

function receive(
  stock: AveragedStock,
  entries: ValuedEntries,
  row: number,
  cost: number,
  moved: number,
  standard: number,
): boolean {
  if (cost === UNKNOWN) return false;
  entries.add(row, cost, moved, RECEIPT);
  const filled = Math.min(Math.max(-stock.quantity, 0), moved);
  if (filled > 0) {
    stock.quantity += filled;
    correct(entries, row, cost, standard, filled);
  }
  if (moved > filled) stock.add(cost, moved - filled);
  return true;
}

function issue(
  stock: AveragedStock,
  entries: ValuedEntries,
  row: number,
  left: number,
  standard: number,
): boolean {
  const taken = Math.min(Math.max(stock.quantity, 0), left);
  if (taken > 0) {
    entries.add(row, stock.average, -taken, ISSUE);
    const rest = taken === stock.quantity ? stock.takeRest() : undefined;
    if (rest !== undefined) entries.add(row, rest, -1, ISSUE);
  }
  stock.quantity -= left;
  if (left === taken) return true;
  if (standard === UNKNOWN) return false;
  entries.add(row, standard, taken - left, ISSUE);
  return true;
}
