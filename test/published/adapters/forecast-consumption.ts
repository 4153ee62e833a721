import { formatDay, parseDay } from "../../../src/core/index.js";
import {
  consumeForecast,
  type ForecastConsumptionInput,
  reduceForecast,
} from "../../../src/mps/index.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";
import { type Num, quantityText, sumOf } from "./quantities.js";

interface ConsumptionInput {
  readonly method: "percentReduction" | "sameBucket" | "backwardForward";
  readonly buckets: readonly {
    readonly id: string;
    readonly start?: string;
    /** The day after the last one. */
    readonly end?: string;
    readonly forecast: Num;
  }[];
  readonly orders?: readonly {
    readonly bucket?: string;
    readonly date?: string;
    readonly quantity: Num;
  }[];
  readonly reductionPercent?: readonly Num[];
  readonly backwardDays?: number;
  readonly forwardDays?: number;
}

interface ConsumptionExpected {
  readonly remainingForecast?: Readonly<Record<string, Num>>;
  readonly consumed?: Num;
  readonly overConsumption?: Num;
  readonly totalRemaining?: Num;
}

type Figures = Readonly<Record<string, string>>;

/** Buckets without dates are days, one after the other. */
const FIRST_DAY = "2026-01-01";

/** Runs a case of the kind `forecastConsumption`. */
export function forecastConsumption({ input, expected }: PublishedCase): Verdict {
  const fields = ["remainingForecast", "consumed", "overConsumption", "totalRemaining"];
  const wrong = faultsOfExpected(expected, fields);
  if (wrong.length > 0) return verdictOf(wrong);
  const { remainingForecast, ...sums } = expected as ConsumptionExpected;
  const asked = input as ConsumptionInput;
  const found = asked.method === "percentReduction" ? reduced(asked) : consumed(asked);
  return verdictOf([
    ...differences(remainingForecast ?? {}, found.left, "left of "),
    ...differences(sums, found.sums, ""),
  ]);
}

function reduced({ buckets, reductionPercent = [] }: ConsumptionInput) {
  const { quantities } = reduceForecast({
    quantities: buckets.map(({ forecast }) => forecast),
    percentages: reductionPercent,
    decimals: 6,
  });
  const left = Object.fromEntries(buckets.map(({ id }, n) => [id, quantityText(quantities[n]!)]));
  return { left, sums: { totalRemaining: quantityText(sumOf(quantities)) } };
}

function consumed(input: ConsumptionInput): { readonly left: Figures; readonly sums: Figures } {
  const { forecasts, totals } = consumeForecast(asConsumption(input));
  return {
    left: Object.fromEntries(forecasts.map(({ id, left }) => [id, quantityText(left)])),
    sums: {
      consumed: quantityText(totals.consumed),
      overConsumption: quantityText(totals.overConsumption),
      totalRemaining: quantityText(totals.planned),
    },
  };
}

function asConsumption(input: ConsumptionInput): ForecastConsumptionInput {
  const { buckets, orders = [], method, backwardDays = 0, forwardDays = 0 } = input;
  const startOf = (n: number): string => buckets[n]?.start ?? dayAfter(FIRST_DAY, n);
  const places = new Map(buckets.map(({ id }, n) => [id, n]));
  const starts = buckets.map((_, n) => startOf(n)).sort();
  const dates = orders.map(({ date, bucket = "" }) => date ?? startOf(places.get(bucket) ?? 0));
  return {
    // On the last day all orders come at once, so that their priority, the arrival, says who is first.
    startDate: [...starts, ...dates].sort().at(-1) ?? FIRST_DAY,
    pastForecastDays: 10_000,
    forecasts: buckets.map(({ id, end, forecast }, n) => ({
      id,
      from: startOf(n),
      until: end === undefined ? startOf(n) : dayAfter(end, -1),
      quantity: forecast,
    })),
    orders: orders.map(({ quantity }, n) => ({
      id: `${n}`,
      due: dates[n]!,
      quantity,
      priority: n,
    })),
    decimals: 6,
    ...(method === "backwardForward" ? { backward: backwardDays, forward: forwardDays } : {}),
  };
}

function dayAfter(date: string, days: number): string {
  return formatDay(parseDay(date)! + days);
}

function differences(wanted: object, found: Figures, what: string): string[] {
  return Object.entries(wanted).flatMap(([name, figure]: [string, Num]) =>
    found[name] === quantityText(figure)
      ? []
      : [`${what}${name}: ${found[name] ?? "nothing"} instead of ${figure}`],
  );
}
