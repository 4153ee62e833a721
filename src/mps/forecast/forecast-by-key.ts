import type { ConsumptionRules, CountedForecast } from "./counted-forecast.js";
import { isUsedUp, type OpenForecast, type OpenPart, openForecast } from "./open-forecast.js";

/** The key of forecast that is everybody's. */
const EVERYBODY = Symbol("everybody");

/** Whose forecast it is. */
export type ForecastKey = string | typeof EVERYBODY;

/** The open forecast of each key of which something can be consumed: what is past or nothing is none. */
export function openByKey(
  forecasts: readonly CountedForecast[],
  parts: readonly OpenPart[],
  capOf: ((row: number) => number) | undefined,
): Map<ForecastKey, OpenForecast> {
  const byKey = new Map<ForecastKey, OpenPart[]>();
  for (const part of parts) {
    const { key = EVERYBODY, consumable } = forecasts[part.row]!;
    if (consumable === false || isUsedUp(part) || capOf?.(part.row) === 0) continue;
    const ofKey = byKey.get(key) ?? [];
    byKey.set(key, ofKey);
    ofKey.push(part);
  }
  return new Map([...byKey].map(([key, ofKey]) => [key, openForecast(ofKey, forecasts)]));
}

/** Whose forecast an order consumes, one after the other. */
export function keysInTurn(
  keys: readonly string[],
  open: ReadonlyMap<ForecastKey, OpenForecast>,
  { fallback }: ConsumptionRules,
): readonly ForecastKey[] {
  const all: ForecastKey[] = [...keys, EVERYBODY];
  switch (fallback) {
    case "rest":
      return all;
    case "none":
      return all.slice(0, 1);
    case "noForecast": {
      const first = all.findIndex((key) => open.has(key));
      return first < 0 ? [] : all.slice(first, first + 1);
    }
  }
}
