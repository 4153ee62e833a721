/**
 * Forecast consumption (D1, D2, K42) at one stocking point: what its orders take of its forecasts,
 * and on which days what is left of these is planned. Orders themselves are never made smaller.
 */
import type { Day } from "./calendar.js";
import { compare } from "./needs.js";
import type { Fraction } from "./numbers.js";
import { compareText, floor, readRatio, smaller, times } from "./numbers.js";
import type { ParameterRow } from "./types.js";

/** How the forecast of an item at a site is consumed and spread. */
export interface ForecastRules {
  consume: string;
  backward: number;
  forward: number;
  daily: boolean;
  /** One order takes at most this share of one row. */
  cap?: Fraction;
  /** `demandTimeFence`: calendar days from T0 on which no forecast is planned. */
  fenceDays: number;
}

export function forecastRules(row: ParameterRow): ForecastRules {
  const { consume, backward, forward, spread, cap } = row.forecast ?? {};
  return {
    consume: consume ?? "backwardForward",
    backward: backward ?? 0,
    forward: forward ?? 0,
    daily: spread === "daily",
    ...(cap === undefined ? {} : { cap: readRatio(cap) }),
    fenceDays: row.demandTimeFence ?? 0,
  };
}

/** A row of forecast, without what of it is shipped. */
export interface Forecast {
  id: string;
  from: Day;
  until: Day;
  /** Before any order takes of it. */
  quantity: bigint;
  /** The whole row, with what of it is shipped: the cap is a share of this (K72). */
  whole: bigint;
  /** What orders may take of it in all (K72). */
  consumption: bigint;
}

/** Any demand that is no forecast, with its full quantity, what is shipped of it included. */
export interface ConsumingOrder {
  id: string;
  /** Own due day, which finds the forecast. */
  due: Day;
  /** Netting day (T4, T6): orders take their turn by it. */
  netted: Day;
  priority: number;
  quantity: bigint;
  /** What of its quantity may take (K72). */
  consumption: bigint;
}

export interface Consumption {
  order: string;
  forecast: string;
  quantity: bigint;
}

/** T2. */
function compareOrders(a: ConsumingOrder, b: ConsumingOrder): number {
  return (
    compare(a.netted, b.netted) ||
    compare(a.priority, b.priority) ||
    compare(a.due, b.due) ||
    compareText(a.id, b.id)
  );
}

/** The days of a row, seen from a day; 0 when it is one of them. */
function distance({ from, until }: Forecast, day: Day): number {
  if (until < day) {
    return day - until;
  }
  return from > day ? from - day : 0;
}

/** Rows in the order in which an order that is due on `day` takes of them. */
function rowsFor(forecasts: readonly Forecast[], day: Day, rules: ForecastRules): Forecast[] {
  const { consume, backward, forward } = rules;
  const nearestFirst = (rows: Forecast[]) =>
    rows.sort(
      (a, b) =>
        compare(distance(a, day), distance(b, day)) ||
        compare(a.from, b.from) ||
        compare(a.until, b.until) ||
        compareText(a.id, b.id),
    );
  const own = nearestFirst(forecasts.filter(({ from, until }) => from <= day && day <= until));
  // Of rows that end on one day the one that begins later lies nearer.
  const before = forecasts
    .filter(({ until }) => until < day && until >= day - backward)
    .sort(
      (a, b) => compare(b.until, a.until) || compare(b.from, a.from) || compareText(a.id, b.id),
    );
  const after = nearestFirst(forecasts.filter(({ from }) => from > day && from <= day + forward));
  switch (consume) {
    case "backwardForward":
      return [...own, ...before, ...after];
    case "forwardBackward":
      return [...own, ...after, ...before];
    case "backward":
      return [...own, ...before];
    case "forward":
      return [...own, ...after];
    case "none":
      return [];
    default:
      throw new Error(`"${consume}" is no way to consume forecast.`);
  }
}

/** Who takes how much of which row, order by order in their turn. */
export function consumptionsOf(
  forecasts: readonly Forecast[],
  orders: readonly ConsumingOrder[],
  rules: ForecastRules,
): Consumption[] {
  const left = new Map(forecasts.map((row) => [row.id, smaller(row.quantity, row.consumption)]));
  const consumptions: Consumption[] = [];
  for (const order of [...orders].sort(compareOrders)) {
    let toTake = smaller(order.quantity, order.consumption);
    for (const row of rowsFor(forecasts, order.due, rules)) {
      const unconsumed = left.get(row.id) ?? 0n;
      const most =
        rules.cap === undefined
          ? unconsumed
          : smaller(unconsumed, floor(times(rules.cap, { num: row.whole, den: 1n })));
      const quantity = smaller(toTake, most);
      if (quantity > 0n) {
        toTake -= quantity;
        left.set(row.id, unconsumed - quantity);
        consumptions.push({ order: order.id, forecast: row.id, quantity });
      }
    }
  }
  return consumptions;
}

/**
 * The days on which what is left of a row is planned, with quantities; none when the whole row lies
 * inside the demand fence. A row that counts although it is past (T4) has T0 as its only day.
 */
export function partsOf(
  row: { from: Day; until: Day },
  left: bigint,
  rules: ForecastRules,
  startDay: Day,
): { day: Day; quantity: bigint }[] {
  const first = Math.max(row.from, startDay + rules.fenceDays);
  const last = Math.max(row.until, startDay);
  if (first > last) {
    return [];
  }
  if (!rules.daily) {
    return [{ day: first, quantity: left }].filter(({ quantity }) => quantity > 0n);
  }
  const days = BigInt(last - first + 1);
  const parts: { day: Day; quantity: bigint }[] = [];
  for (let day = first; day <= last; day++) {
    // Largest remainder of equal shares: the first days get one count more.
    const oneMore = BigInt(day - first) < left % days ? 1n : 0n;
    parts.push({ day, quantity: left / days + oneMore });
  }
  return parts.filter(({ quantity }) => quantity > 0n);
}
