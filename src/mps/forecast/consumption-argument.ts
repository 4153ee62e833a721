import type { Issue, Ratio } from "../../core/index.js";
import {
  add,
  type Check,
  type DoubtfulFields,
  flag,
  identifier,
  listOf,
  must,
  objectOf,
  oneOf,
  optional,
  type Read,
  readArgument,
  UNSOUND,
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
import { noteCounts, noteRangesThatEndBefore, noteTwice } from "../row-mistakes.js";
import {
  noteConsumption,
  noteOverlaps,
  notePeriods,
  noteShippedTooMuch,
  noteSize,
} from "./consumption-mistakes.js";
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

const forecast = objectOf({
  id: identifier,
  from: day,
  until: optional(day),
  quantity,
  key: optional<string | null>(identifier, null),
  consumable: optional(flag, true),
  consumption: optional<Ratio | null>(quantity, null),
});

const keys: Check<readonly string[]> = (value, place) =>
  Array.isArray(value) ? listOf(identifier)(value, place) : [identifier(value, place)];

const order = objectOf({
  id: identifier,
  due: day,
  quantity,
  shipped: optional(quantity, { num: 0n, den: 1n }),
  priority: optional(integer),
  key: optional(keys),
  consumes: optional(flag),
  consumption: optional<Ratio | null>(quantity, null),
});

/** A share of which something is left: with none nobody could consume anything, which is `"none"`. */
const share: Check<Ratio> = (value, place) => {
  const read = exactNumber(0, 1)(value, place);
  if (read === UNSOUND || read.num > 0n) return read;
  add(place, "outOfRange", must(value, place, "be more than 0 and at most 1"), { value });
  return UNSOUND;
};

const periods = listOf(objectOf({ from: day, until: day }));

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
  cap: optional(share),
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
  const read = readArgument(argument, FIELDS, noteMistakes);
  const { startDate, decimals, bucket, forecasts, orders, ...rules } = read;
  const count = (ratio: Ratio): number => countOf(ratio, decimals, { path: [], issues: [] });
  return {
    forecasts: forecasts.map(({ key, consumption, ...row }) => ({
      ...row,
      ...(consumption === null ? {} : { consumption: count(consumption) }),
      ...(key === null ? {} : { key }),
      until: row.until ?? row.from,
      quantity: count(row.quantity),
    })),
    orders: orders.map(({ key, shipped, consumption, ...own }) => ({
      ...own,
      ...(consumption === null ? {} : { consumption: count(consumption) }),
      quantity: count(own.quantity),
      shipped: count(shipped),
      keys: key,
      netted: Math.max(own.due, startDate),
    })),
    decimals,
    rules: { ...rules, startDay: startDate, bucket: inOrder(bucket) },
  };
}

function noteMistakes(read: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  const { forecasts = [], orders = [], bucket, decimals } = read;
  noteCounts(forecasts, "forecasts", decimals, issues);
  noteCounts(orders, "orders", decimals, issues);
  for (const [n, { shipped } = {}] of orders.entries()) {
    if (shipped === undefined || decimals === undefined) continue;
    countOf(shipped, decimals, { path: ["orders", n, "shipped"], issues });
  }
  noteTwice(forecasts, "forecasts", issues);
  noteTwice(orders, "orders", issues);
  noteRangesThatEndBefore(forecasts, "forecasts", issues);
  noteOverlaps(forecasts, issues);
  noteShippedTooMuch(orders, issues);
  noteConsumption(forecasts, "forecasts", decimals, issues);
  noteConsumption(orders, "orders", decimals, issues);
  if (typeof bucket === "object") notePeriods(bucket, issues);
  noteSize(forecasts, bucket, read.spread, issues);
}

function inOrder(bucket: Read<typeof FIELDS>["bucket"]) {
  if (typeof bucket === "string") return bucket;
  return bucket.toSorted((a, b) => a.from - b.from);
}
