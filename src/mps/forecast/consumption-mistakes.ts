/** What can be wrong with forecasts, orders and buckets together; rows that are not sound are left out. */
import type { Bucket, Day, Issue } from "../../core/index.js";
import { add, show } from "../argument.js";
import { noteRangesThatEndBefore } from "../row-mistakes.js";
import type { CountedForecast, CountedPeriod } from "./counted-forecast.js";

/** So many parts of forecast in buckets, or days that it is spread over, nobody can want to read. */
const MOST_PARTS = 1_000_000;

/** Forecast of one key that stands twice for a day would be planned twice. */
export function noteOverlaps(
  forecasts: readonly (CountedForecast | undefined)[],
  issues: Issue[],
): void {
  const latest = new Map<string, { readonly id: string; readonly until: Day }>();
  for (const [n, { id, from, until, key, consumable }] of byFirstDay(forecasts)) {
    if (consumable === false || until < from) continue;
    const name = JSON.stringify(key ?? null);
    const before = latest.get(name);
    if (before !== undefined && from <= before.until) {
      const of = key === undefined ? "without a key" : `of the key ${show(key)}`;
      const text = `The forecasts[${n}] (${show(id)}) covers days that ${show(before.id)} covers too, both ${of}. Give them days or keys that differ, or combine them into one.`;
      add({ path: ["forecasts", n, "from"], issues }, "contradiction", text);
    }
    if (before === undefined || until > before.until) latest.set(name, { id, until });
  }
}

/** Periods in which a day would have two buckets. */
export function notePeriods(
  periods: readonly (CountedPeriod | undefined)[],
  issues: Issue[],
): void {
  noteRangesThatEndBefore(periods, "bucket", issues);
  let last = Number.NEGATIVE_INFINITY;
  for (const [n, { from, until }] of byFirstDay(periods)) {
    if (from <= last) {
      const text = `The bucket[${n}] begins before an earlier one has ended. Give buckets that do not overlap.`;
      add({ path: ["bucket", n, "from"], issues }, "contradiction", text);
    }
    last = Math.max(last, until);
  }
}

/** More can be shipped than was ordered, but then the order should say so. */
export function noteShippedTooMuch(
  orders: readonly ({ readonly quantity: number; readonly shipped: number } | undefined)[],
  issues: Issue[],
): void {
  for (const [n, order] of orders.entries()) {
    if (order === undefined || order.shipped <= order.quantity) continue;
    const text = `The orders[${n}].shipped is more than its quantity. Correct one of them.`;
    add({ path: ["orders", n, "shipped"], issues }, "contradiction", text);
  }
}

/** An account of more parts than anybody reads would only fill the memory. */
export function noteSize(
  forecasts: readonly (CountedForecast | undefined)[],
  bucket: "forecast" | Bucket | readonly unknown[],
  spread: "first" | "daily",
  issues: Issue[],
): void {
  if (bucket === "forecast" && spread === "first") return;
  const parts = forecasts.reduce((sum, row) => sum + (row ? row.until - row.from + 1 : 0), 0);
  if (parts <= MOST_PARTS) return;
  const text = `The forecasts cover ${parts} days in all, more than ${MOST_PARTS}. Give shorter ones, or spread "first" in buckets of the forecast.`;
  add({ path: ["forecasts"], issues }, "outOfRange", text, { value: parts });
}

function byFirstDay<Row extends CountedPeriod>(
  rows: readonly (Row | undefined)[],
): [number, Row][] {
  const sound = [...rows.entries()].filter(
    (entry): entry is [number, Row] => entry[1] !== undefined,
  );
  return sound.sort(([n, a], [m, b]) => a.from - b.from || n - m);
}
