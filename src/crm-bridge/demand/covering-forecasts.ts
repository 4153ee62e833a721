import { compareText, type Day } from "../../core/index.js";
import { grouped } from "./grouped.js";
import { LastDays } from "./last-days.js";
import type { Need } from "./need.js";
import type { RecordContext } from "./record-context.js";
import type { SalesForecast } from "./sales-forecasts.js";

/** The forecasts that speak of needs, as these take from them. */
export interface CoveringForecasts {
  /** Whether any forecast speaks of a need, also one that has nothing left. */
  readonly covers: (need: Need) => boolean;
  /** The first forecast of a need that has anything left. */
  readonly firstOf: (need: Need) => SalesForecast | undefined;
}

/** Forecasts for whom and where they are, by first day. */
interface Shelf {
  readonly forecasts: readonly SalesForecast[];
  /** The last days of all of them, and of those that may have anything left. */
  readonly all: LastDays;
  readonly live: LastDays;
}

/**
 * Finds the forecasts that speak of the product, customer, site and day of a need: those of its account
 * before those of its class before those of nobody; of each the one that begins, then ends first (K63).
 *
 * A search steps over neither days nor forecasts that have nothing left, so that many of them cost little.
 */
export function coveringForecasts(
  { accounts }: RecordContext,
  forecasts: readonly SalesForecast[],
): CoveringForecasts {
  const classOf = (account: string | undefined): string | undefined =>
    accounts.get(account ?? "")?.customerClass;
  // A forecast of an account that has another class than it says speaks of nobody.
  const spoken = forecasts.filter(
    ({ row: { account, customerClass } }) =>
      account === undefined || (customerClass ?? classOf(account)) === classOf(account),
  );
  const byKey = grouped(spoken.sort(earliestFirst), keyOf);
  const shelves = new Map([...byKey].map(([key, own]) => [key, shelfOf(own)]));
  const shelvesOf = ({ product: { id: product }, site, account }: Need): Shelf[] => {
    const customerClass = classOf(account);
    const whose = [
      ...(account === undefined ? [] : [["account", account]]),
      ...(customerClass === undefined ? [] : [["class", customerClass]]),
      ["all"],
    ];
    return whose
      .map((one) => shelves.get(JSON.stringify([product, site ?? null, one])))
      .filter((shelf) => shelf !== undefined);
  };
  return {
    covers: (need) => {
      const { due } = need;
      if (due === undefined) return false;
      return shelvesOf(need).some(({ forecasts: own, all }) => isOn(own, all, due));
    },
    firstOf: (need) => {
      if (need.due === undefined) return undefined;
      for (const shelf of shelvesOf(need)) {
        const first = firstLeft(shelf, need.due);
        if (first !== undefined) return first;
      }
      return undefined;
    },
  };
}

function keyOf({ product, site, row: { account, customerClass } }: SalesForecast): string {
  const whose =
    account !== undefined
      ? ["account", account]
      : customerClass !== undefined
        ? ["class", customerClass]
        : ["all"];
  return JSON.stringify([product.id, site ?? null, whose]);
}

function earliestFirst(a: SalesForecast, b: SalesForecast): number {
  return a.from - b.from || a.until - b.until || compareText(a.row.id, b.row.id);
}

function shelfOf(forecasts: readonly SalesForecast[]): Shelf {
  const days = forecasts.map(({ until }) => until);
  return { forecasts, all: new LastDays(days), live: new LastDays(days) };
}

/** Whether the first forecast that ends on a day or later has begun by then; those after it begin later. */
function isOn(forecasts: readonly SalesForecast[], days: LastDays, day: Day): boolean {
  const place = days.firstFrom(day);
  return place !== undefined && forecasts[place]!.from <= day;
}

/** The first forecast of a shelf that holds a day and has anything left; what has not leaves for good. */
function firstLeft({ forecasts, live }: Shelf, day: Day): SalesForecast | undefined {
  for (;;) {
    const place = live.firstFrom(day);
    if (place === undefined) return undefined;
    const forecast = forecasts[place]!;
    if (forecast.from > day) return undefined;
    if (forecast.left > 0n) return forecast;
    live.remove(place);
  }
}
