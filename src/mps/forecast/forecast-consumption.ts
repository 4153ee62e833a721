import type { Day } from "../../core/index.js";
import type {
  ConsumptionRules,
  CountedConsumption,
  CountedForecast,
  CountedOrder,
  CountedRemainder,
  ForecastAccount,
} from "./counted-forecast.js";
import { keysInTurn, openByKey } from "./forecast-by-key.js";
import { type ForecastPart, forecastParts } from "./forecast-parts.js";
import type { OpenForecast, OpenPart } from "./open-forecast.js";
import { inTurn } from "./order-turn.js";
import { remaindersByRow } from "./remaining-forecast.js";

/**
 * Lets orders consume forecast and plans what is left of it, in whole counts (D1).
 *
 * Orders come in turn by the day on which they are netted, priority, own day and id (T2). Each consumes
 * the bucket that holds its own day, then, as the mode says, earlier buckets that end within `backward`
 * days, nearest first, and later ones that begin within `forward` days, nearest first; within a bucket
 * the row nearest to its day. What is left of a row goes on its first day that is neither before T0 nor
 * inside the demand fence, or evenly over the days left.
 *
 * Figures are taken as they are. `consumeForecast` takes days and quantities as people write them, and
 * refuses what is wrong.
 *
 * @param forecasts - rows of forecast of one stocking point
 * @param orders - its orders
 * @param rules - how
 * @returns the account: what became of each row, and what each order consumed of which
 *
 * Source: rules D1, T2, T4, Q5.
 *
 * @example
 * ```ts
 * const forecasts = [{ id: "week 1", from: 0, until: 6, quantity: 70 }];
 * const orders = [{ id: "order", due: 3, quantity: 50 }];
 * const { remainders } = consumeForecastCounts(forecasts, orders, {
 *   startDay: 2, consume: "backwardForward", backward: 0, forward: 0, bucket: "forecast", weekStart: 0,
 *   fallback: "rest", spread: "first", demandTimeFence: 0, pastForecastDays: 0, elapsed: "keep",
 * });
 * remainders; // => [{ forecast: 0, day: 2, quantity: 20 }]
 * ```
 */
export function consumeForecastCounts(
  forecasts: readonly CountedForecast[],
  orders: readonly CountedOrder[],
  rules: ConsumptionRules,
): ForecastAccount {
  const remainders: CountedRemainder[] = [];
  const steps = forecastSteps(forecasts, orders, rules);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { ...step.value, remainders };
    for (const one of step.value) remainders.push(one);
  }
}

/**
 * Does the same for the planner, which may rest between two rows and keeps what is left as columns.
 *
 * @param forecasts - rows of forecast of one stocking point
 * @param orders - its orders
 * @param rules - how
 * @returns where what is left is planned, row by row; at its end the rest of the account
 *
 * @example
 * ```ts
 * const forecasts = [{ id: "week 1", from: 0, until: 1, quantity: 7 }];
 * const steps = forecastSteps(forecasts, [], {
 *   startDay: 0, consume: "backwardForward", backward: 0, forward: 0, bucket: "forecast", weekStart: 0,
 *   fallback: "rest", spread: "daily", demandTimeFence: 0, pastForecastDays: 0, elapsed: "keep",
 * });
 * steps.next().value; // => [{ forecast: 0, day: 0, quantity: 4 }, { forecast: 0, day: 1, quantity: 3 }]
 * ```
 */
export function* forecastSteps(
  forecasts: readonly CountedForecast[],
  orders: readonly CountedOrder[],
  rules: ConsumptionRules,
): Generator<readonly CountedRemainder[], Omit<ForecastAccount, "remainders">> {
  const parts = forecastParts(forecasts, rules);
  const columns = {
    dropped: new Float64Array(forecasts.length),
    reduced: new Float64Array(forecasts.length),
    consumed: new Float64Array(forecasts.length),
    planned: new Float64Array(forecasts.length),
    fenced: new Float64Array(forecasts.length),
    covered: new Float64Array(orders.length),
  };
  for (const { row, dropped, reduced } of parts) {
    columns.dropped[row]! += dropped;
    columns.reduced[row]! += reduced;
  }
  const limits = forecasts.map(({ consumption: left }) =>
    left === undefined ? undefined : { left },
  );
  const opened = parts.map((part) => openPart(part, limits[part.row]));
  const consumptions =
    rules.consume === "none"
      ? []
      : consume(forecasts, orders, rules, opened, capsOf(forecasts, parts, rules));
  for (const { order, forecast, quantity } of consumptions) {
    columns.consumed[forecast]! += quantity;
    columns.covered[order]! += quantity;
  }
  for (const remainders of remaindersByRow(opened, rules)) {
    for (const { forecast, quantity } of remainders) columns.planned[forecast]! += quantity;
    yield remainders;
  }
  for (const { row, open } of opened) columns.fenced[row]! += open;
  for (const row of forecasts.keys()) columns.fenced[row]! -= columns.planned[row]!;
  return { ...columns, consumptions };
}

function openPart(
  { row, from, until, bucket, quantity, dropped, reduced }: ForecastPart,
  limit: OpenPart["limit"],
): OpenPart {
  return {
    row,
    from,
    until,
    bucket,
    open: quantity - dropped - reduced,
    limit,
    placeBackward: 0,
    placeForward: 0,
  };
}

/** The most that one order may consume of each row, shipped or not (K72); undefined when there is no limit. */
function capsOf(
  forecasts: readonly CountedForecast[],
  parts: readonly ForecastPart[],
  { cap }: ConsumptionRules,
): ((row: number) => number) | undefined {
  if (cap === undefined) return undefined;
  const standing = new Map<number, number>();
  for (const { row, quantity, dropped, reduced } of parts)
    standing.set(
      row,
      (standing.get(row) ?? forecasts[row]!.shipped ?? 0) + quantity - dropped - reduced,
    );
  for (const [row, quantity] of standing)
    standing.set(row, Number((BigInt(quantity) * cap.num) / cap.den));
  return (row) => standing.get(row) ?? 0;
}

function consume(
  forecasts: readonly CountedForecast[],
  orders: readonly CountedOrder[],
  rules: ConsumptionRules,
  parts: readonly OpenPart[],
  capOf: ((row: number) => number) | undefined,
): CountedConsumption[] {
  const open = openByKey(forecasts, parts, capOf);
  const consumptions: CountedConsumption[] = [];
  for (const order of inTurn(orders)) {
    const { quantity, due, keys = [], consumption = quantity } = orders[order]!;
    let wanted = consumption;
    /** What the order consumed of each row; only a cap asks for it. */
    const taken = new Map<number, number>();
    const take = (part: OpenPart): boolean => {
      const before = taken.get(part.row) ?? 0;
      const most = capOf === undefined ? part.open : capOf(part.row) - before;
      const { limit } = part;
      const share = Math.min(wanted, part.open, most, limit?.left ?? part.open);
      if (share > 0) {
        const { row, from, until } = part;
        consumptions.push({ order, forecast: row, from, until, quantity: share });
        if (capOf !== undefined) taken.set(row, before + share);
        part.open -= share;
        if (limit !== undefined) limit.left -= share;
        wanted -= share;
      }
      return wanted > 0;
    };
    for (const key of keysInTurn(keys, open, rules)) {
      if (wanted > 0) walk(open.get(key), due, rules, take);
    }
  }
  return consumptions;
}

/** The bucket that holds the day, then earlier and later ones as the mode says (D1). */
function walk(
  forecast: OpenForecast | undefined,
  day: Day,
  { consume: mode, backward, forward }: ConsumptionRules,
  take: (part: OpenPart) => boolean,
): void {
  if (forecast === undefined) return;
  const forwardFirst = mode === "forward" || mode === "forwardBackward";
  if (!forecast.own(day, forwardFirst, take)) return;
  const earlier = () => forecast.earlier(day, day - backward, take);
  const later = () => forecast.later(day, day + forward, take);
  switch (mode) {
    case "backwardForward":
      if (earlier()) later();
      return;
    case "forwardBackward":
      if (later()) earlier();
      return;
    case "backward":
      earlier();
      return;
    case "forward":
      later();
      return;
    case "none":
  }
}
