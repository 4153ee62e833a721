import { multiplyRatios, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import type { MovementSource } from "../../mrp/index.js";
import type { Factor } from "./factor.js";
import type { LedgerSetting } from "./ledger-setting.js";
import type { PointOrders } from "./point-orders.js";

/** Orders of a stocking point at one price. */
export interface PricedOrders {
  readonly rows: Int32Array | undefined;
  readonly count: number;
  /** What a count of what they start costs; `undefined`: no price holds for so much, or no rate. */
  readonly price: Factor | undefined;
  /** What is missing of a price. */
  readonly lacks: "price" | "rate" | undefined;
}

/** Puts orders of a source together by price and rate (K50). */
export function pricedOrders(
  setting: LedgerSetting,
  point: number,
  { prices }: MovementSource,
  orders: PointOrders,
  rows: Int32Array | undefined,
): readonly PricedOrders[] {
  const count = rows?.length ?? orders.count;
  if (prices === null) return [{ rows, count, price: undefined, lacks: "price" }];
  const { rates, currency } = setting.options;
  const unit = powerOfTen(setting.movements.decimals(point));
  const breaks = prices.breaks;
  const isHome = (prices.currency ?? null) === currency;
  const classOf = (
    place: number,
    rate: Ratio | undefined,
  ): Omit<PricedOrders, "rows" | "count"> => {
    const price = place < 0 ? prices.price : breaks[place]!.price;
    if (price === undefined) return { price: undefined, lacks: "price" };
    const own = ratioOf(price.digits, powerOfTen(Math.max(price.decimals, 0)) * unit);
    const tens = price.decimals < 0 ? powerOfTen(-price.decimals) : 1n;
    const whole = { num: own.num * tens, den: own.den };
    if (price.digits !== 0n && rate === undefined) return { price: undefined, lacks: "rate" };
    const home = rate === undefined ? whole : multiplyRatios(whole, rate);
    return { price: setting.factors.of(ratioOf(home.num, home.den)), lacks: undefined };
  };
  if (breaks.length === 0 && isHome) return [{ rows, count, ...classOf(-1, { num: 1n, den: 1n }) }];
  const classes = new Map<Ratio | undefined, Map<number, number[]>>();
  for (let k = 0; k < count; k++) {
    const n = rows === undefined ? k : rows[k]!;
    const start = orders.eachStart[n]!;
    let place = breaks.length - 1;
    while (place >= 0 && breaks[place]!.from > start) place--;
    const rate = rates.rateOn(prices.currency, currency, orders.ordered[n]!);
    const byPlace = classes.get(rate) ?? new Map<number, number[]>();
    classes.set(rate, byPlace);
    const list = byPlace.get(place);
    if (list === undefined) byPlace.set(place, [n]);
    else list.push(n);
  }
  return [...classes].flatMap(([rate, byPlace]) =>
    Array.from(byPlace, ([place, list]) => ({
      rows: Int32Array.from(list),
      count: list.length,
      ...classOf(place, rate),
    })),
  );
}
