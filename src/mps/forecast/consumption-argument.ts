import type { Issue } from "../../core/index.js";
import {
  type Check,
  flag,
  identifier,
  listOf,
  objectOf,
  oneOf,
  optional,
  refuseAll,
  soundOnly,
} from "../argument.js";
import { calendar, weekday } from "../calendar-argument.js";
import {
  countOf,
  day,
  days,
  exactNumber,
  integer,
  quantity,
  wholeNumber,
} from "../exact-argument.js";
import { noteRangesThatEndBefore, noteTwice } from "../row-mistakes.js";
import { noteOverlaps, notePeriods, noteShippedTooMuch, noteSize } from "./consumption-mistakes.js";
import type { ConsumptionRules, CountedForecast, CountedOrder } from "./counted-forecast.js";

/** An order as it was read: with what is shipped of it. */
export interface ReadOrder extends CountedOrder {
  readonly shipped: number;
}

/** What {@link readConsumption} gives: everything in whole counts. */
export interface ReadConsumption {
  readonly forecasts: readonly CountedForecast[];
  readonly orders: readonly ReadOrder[];
  readonly rules: ConsumptionRules;
  readonly decimals: number;
}

const forecast = soundOnly(
  objectOf({
    id: identifier,
    from: day,
    until: optional(day),
    quantity,
    key: optional(identifier),
    consumable: optional(flag),
  }),
);

const keys: Check<readonly string[]> = (value, place) =>
  Array.isArray(value) ? listOf(identifier)(value, place) : [identifier(value, place)];

const order = soundOnly(
  objectOf({
    id: identifier,
    due: day,
    quantity,
    shipped: optional(quantity),
    priority: optional(integer),
    key: optional(keys),
    consumes: optional(flag),
  }),
);

const periods = listOf(soundOnly(objectOf({ from: day, until: day })));

const FIELDS = {
  startDate: day,
  forecasts: listOf(forecast),
  orders: optional(listOf(order), []),
  decimals: optional(wholeNumber(0, 9), 0),
  consume: optional(
    oneOf("backwardForward", "forwardBackward", "backward", "forward", "none"),
    "backwardForward",
  ),
  backward: optional(days, 0),
  forward: optional(days, 0),
  bucket: optional<"forecast" | "day" | "week" | "month" | ReturnType<typeof periods>>(
    (value, place) =>
      Array.isArray(value)
        ? periods(value, place)
        : oneOf("forecast", "day", "week", "month")(value, place),
    "forecast",
  ),
  weekStart: optional(weekday, 0),
  cap: optional(exactNumber(0, 1)),
  fallback: optional(oneOf("rest", "noForecast", "none"), "rest"),
  reduction: optional(
    objectOf({
      period: oneOf("day", "week", "month"),
      percentages: listOf(exactNumber(0, 100)),
    }),
  ),
  spread: optional(oneOf("first", "daily"), "first"),
  demandTimeFence: optional(days, 0),
  pastForecastDays: optional(days, 0),
  elapsed: optional(oneOf("keep", "drop"), "keep"),
  calendar: optional(calendar),
};

/** Reads the argument of `consumeForecast`. @throws PlanningInputError with all that is wrong */
export function readConsumption(argument: unknown): ReadConsumption {
  const issues: Issue[] = [];
  const read = objectOf(FIELDS)(argument, { path: [], issues });
  const { startDate, decimals, bucket, ...rules } = read;
  const isFaulty = (field: string) => issues.some(({ path }) => path[0] === field);
  // In a precision that is none, nothing is too fine.
  const precision = isFaulty("decimals") ? undefined : decimals;
  const count = (ratio: ReturnType<typeof quantity>, path: (string | number)[]): number =>
    precision === undefined ? 0 : countOf(ratio, precision, { path, issues });

  const forecasts = (read.forecasts ?? []).map((row, n): CountedForecast | undefined => {
    if (row === undefined) return undefined;
    const counted = count(row.quantity, ["forecasts", n, "quantity"]);
    return { ...row, until: row.until ?? row.from, quantity: counted };
  });
  const orders = (read.orders ?? []).map((row, n): ReadOrder | undefined => {
    if (row === undefined) return undefined;
    const { key, shipped, ...own } = row;
    return {
      ...own,
      quantity: count(own.quantity, ["orders", n, "quantity"]),
      shipped: shipped === undefined ? 0 : count(shipped, ["orders", n, "shipped"]),
      keys: key,
      netted: Math.max(own.due, startDate),
    };
  });
  noteTwice(forecasts, "forecasts", issues);
  noteTwice(orders, "orders", issues);
  noteRangesThatEndBefore(forecasts, "forecasts", issues);
  noteOverlaps(forecasts, issues);
  noteShippedTooMuch(orders, issues);
  if (Array.isArray(bucket)) notePeriods(bucket, issues);
  if (issues.length === 0) noteSize(forecasts, bucket, rules.spread, issues);
  refuseAll(issues);
  return {
    forecasts: forecasts.filter((row) => row !== undefined),
    orders: orders.filter((row) => row !== undefined),
    decimals,
    rules: { ...rules, startDay: startDate, bucket: inOrder(bucket) },
  };
}

function inOrder(bucket: (typeof FIELDS)["bucket"] extends Check<infer B> ? B : never) {
  if (typeof bucket === "string") return bucket;
  return bucket.filter((period) => period !== undefined).sort((a, b) => a.from - b.from);
}
