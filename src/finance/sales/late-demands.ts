import { type Day, multiplyRatios, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import {
  type Plan,
  type PlanningInput,
  planMovements,
  type StockingPoint,
} from "../../mrp/index.js";
import { type MissingFigure, missingFigure } from "../ledger/missing-figure.js";
import { asksForValue, penaltyFor, type ReadPenalty } from "./late-penalty.js";
import type { ReadLateness } from "./lateness-options.js";
import { PenaltyBook } from "./penalty-book.js";

/** A demand that comes late and costs a penalty. */
export interface PenalizedDemand {
  readonly demand: string;
  readonly point: StockingPoint;
  readonly customer: string | null;
  readonly family: string | null;
  /** In counts of 10^-decimals of the item. */
  readonly count: number;
  readonly decimals: number;
  readonly due: Day;
  readonly available: Day;
  /** `undefined`: its penalty does not ask for it. */
  readonly value: Ratio | undefined;
  readonly penalty: Ratio;
}

/** Finds the demands of a plan that come late, with what that costs; what is not known is noted. */
export function penalizedDemands(
  plan: Plan,
  input: PlanningInput,
  read: ReadLateness,
  missing: MissingFigure[],
): readonly PenalizedDemand[] {
  const movements = planMovements(plan);
  const { demands } = movements;
  const families = new Map((input.items ?? []).map(({ id, family }) => [id, family ?? null]));
  const book = new PenaltyBook(read.penalties);
  const forecasts = new Set<string>();
  for (const { id, kind } of input.demands ?? []) if (kind === "forecast") forecasts.add(id);
  const found: PenalizedDemand[] = [];
  for (let place = 0; place < demands.count; place++) {
    const due = demands.due[place]!;
    const isPlanned = due < movements.endDay && demands.quantity[place]! !== 0;
    if (!isPlanned || demands.isInterplant[place] === 1) continue;
    const available = demands.available(place);
    if (available !== null && available <= due) continue;
    const point = movements.point(demands.point[place]!);
    const family = families.get(point.item) ?? null;
    const [demand, customer] = [demands.id(place), demands.customer(place)];
    if (forecasts.has(demand)) continue;
    const penalty = book.find({ demand, customer, item: point.item, family });
    if (penalty === undefined) continue;
    const decimals = movements.decimals(demands.point[place]!);
    const count = demands.quantity[place]!;
    const of = { demand, point, customer, family, count, decimals, due };
    const made =
      available === null ? "availableDay" : penalized({ available, ...of }, penalty, read);
    if (typeof made === "object") found.push(made);
    else missing.push(missingFigure(point.item, point.site, made));
  }
  return found;
}

/** Of a demand, in stock units. */
export function quantityOf({
  count,
  decimals,
}: Pick<PenalizedDemand, "count" | "decimals">): Ratio {
  return ratioOf(BigInt(count), powerOfTen(decimals));
}

/** A penalty, or what is missing to know it. */
function penalized(
  of: Omit<PenalizedDemand, "value" | "penalty">,
  penalty: ReadPenalty,
  { demandPrices, itemPrices, priceCurrency, currency, rates }: ReadLateness,
): PenalizedDemand | "salesPrice" | "rate" {
  const { demand, point, due, available } = of;
  const rateOf = (from: string | null) => rates.rateOn(from, currency, available);
  let value: Ratio | undefined;
  if (asksForValue(penalty)) {
    const price = demandPrices.get(demand) ?? itemPrices.get(point.item);
    if (price === undefined) return "salesPrice";
    const rate = rateOf(priceCurrency);
    if (rate === undefined) return "rate";
    value = multiplyRatios(multiplyRatios(price, quantityOf(of)), rate);
  }
  const isInAmounts = penalty.amount !== undefined || penalty.mostAmount !== undefined;
  const rate = isInAmounts ? rateOf(penalty.currency ?? currency) : { num: 1n, den: 1n };
  if (rate === undefined) return "rate";
  const inCurrency = (amount: Ratio): Ratio => multiplyRatios(amount, rate);
  const days = available - due;
  const amount = penaltyFor(penalty, days, value ?? { num: 0n, den: 1n }, inCurrency);
  return { value, penalty: amount, ...of };
}
