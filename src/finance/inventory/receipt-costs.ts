import { multiplyRatios, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import type { MovementSource, PlanMovements } from "../../mrp/index.js";
import type { MissingFigureReason } from "../ledger/missing-figure.js";
import type { ReadCosting } from "./inventory-options.js";
import { AVERAGE_DECIMALS } from "./moving-average.js";
import { UNKNOWN } from "./stock-flow.js";
import type { UnitCosts } from "./unit-costs.js";

type Orders = ReturnType<PlanMovements["orders"]>;

/** A price that orders have had. */
interface SeenPrice {
  readonly source: number;
  readonly reached: number;
  readonly rate: Ratio;
  /** Of a stock unit that is started. */
  readonly price: Ratio;
  readonly cost: number;
}

/** What a receipt costs: units at one cost, and where that does not end its last one at what is left. */
export interface ReceiptCost {
  cost: number;
  last: number;
}

const UNIT = powerOfTen(AVERAGE_DECIMALS);

/**
 * What comes into the stock of a stocking point costs: planned orders of suppliers the price of their
 * source for so much (K50), by the rate of the order day, all else its standard cost.
 */
export class ReceiptCosts {
  /** The number of the standard cost. */
  standard = UNKNOWN;
  /** Why something is {@link UNKNOWN}. */
  reason: MissingFigureReason = "standardCost";
  readonly #movements: PlanMovements;
  readonly #costing: ReadCosting;
  readonly #costs: UnitCosts;
  readonly #found: ReceiptCost = { cost: UNKNOWN, last: UNKNOWN };
  #sources: (MovementSource | undefined)[] = [];
  #seen: SeenPrice[] = [];
  #orders: Orders | undefined;
  #next = 0;

  constructor(movements: PlanMovements, costing: ReadCosting, costs: UnitCosts) {
    this.#movements = movements;
    this.#costing = costing;
    this.#costs = costs;
  }

  /** Goes on to a stocking point. */
  start(point: number): void {
    const { item, site } = this.#movements.point(point);
    const standard = this.#costing.costs.exactCost(item, site);
    this.#costs.clear();
    this.standard = standard === undefined ? UNKNOWN : this.#costs.of(standard);
    this.reason = "standardCost";
    this.#sources.length = 0;
    this.#seen.length = 0;
    this.#orders = undefined;
    this.#next = 0;
    for (let n = 0; n < this.#movements.sourceCount(point); n++) {
      const source = this.#movements.source(point, n);
      if (source.kind === "buy" && source.prices !== null) this.#sources[n] = source;
    }
    if (this.#sources.length > 0) this.#orders = this.#movements.orders(point);
  }

  /** Whether any planned order may cost other than the standard. */
  get hasPrices(): boolean {
    return this.#orders !== undefined;
  }

  /** What a planned order costs; what is given back is changed by the next call. */
  ofOrder(place: number): ReceiptCost {
    const found = this.#found;
    found.cost = this.standard;
    found.last = this.standard;
    if (this.#orders !== undefined) this.#price(this.#orders, place, found);
    return found;
  }

  #price(orders: Orders, place: number, found: ReceiptCost): void {
    // Orders come in mostly as they stand.
    const row = orders.place[this.#next] === place ? this.#next : rowOf(orders, place);
    this.#next = row + 1;
    const number = orders.source?.[row] ?? 0;
    const source = this.#sources[number];
    if (source === undefined) return;
    const started = orders.startQuantity[row]!;
    const reached = source.prices?.breaks.findLastIndex(({ from }) => from <= started) ?? -1;
    const stated = source.prices?.breaks[reached]?.price ?? source.prices?.price;
    if (stated === undefined) return;
    const { costs, rates } = this.#costing;
    const day = Math.max(orders.orderDate[row]!, this.#movements.startDay);
    const rate =
      stated.digits === 0n
        ? ratioOf(0n, 1n)
        : rates.rateOn(source.prices?.currency, costs.currency, day);
    if (rate === undefined) {
      this.reason = "rate";
      found.cost = UNKNOWN;
      found.last = UNKNOWN;
      return;
    }
    const priced = this.#priced(number, reached, rate, stated);
    found.cost = priced.cost;
    found.last = priced.cost;
    const good = orders.quantity[row]!;
    if (good !== started) {
      this.#spread(priced.price, started, good, orders.times?.[row] ?? 1, found);
    }
  }

  #priced(
    source: number,
    reached: number,
    rate: Ratio,
    stated: { readonly digits: bigint; readonly decimals: number },
  ): SeenPrice {
    for (const one of this.#seen) {
      if (one.source === source && one.reached === reached && one.rate === rate) return one;
    }
    const decimals = Math.max(stated.decimals, 0);
    const price = multiplyRatios(
      ratioOf(stated.digits * powerOfTen(decimals - stated.decimals), powerOfTen(decimals)),
      rate,
    );
    const seen = { source, reached, rate, price, cost: this.#costs.of(price) };
    this.#seen.push(seen);
    return seen;
  }

  /** What is started is paid for, and only what is good of it becomes stock (Q3). */
  #spread(price: Ratio, started: number, good: number, times: number, found: ReceiptCost): void {
    const paid = multiplyRatios(price, ratioOf(BigInt(started), BigInt(good)));
    const units = BigInt(good) * BigInt(times);
    if (UNIT % paid.den === 0n) {
      found.cost = this.#costs.of(paid);
      found.last = found.cost;
      return;
    }
    const each = (2n * paid.num * UNIT + paid.den) / (2n * paid.den);
    found.cost = this.#costs.of(ratioOf(each, UNIT));
    const all = multiplyRatios(price, ratioOf(BigInt(started) * BigInt(times), 1n));
    const rest = all.num * UNIT - each * (units - 1n) * all.den;
    found.last = this.#costs.of(ratioOf(rest, all.den * UNIT));
  }
}

/** The row of an order among those of its stocking point, by the place of the first of its equals. */
function rowOf({ place, count }: Orders, wanted: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (place[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
