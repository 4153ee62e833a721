/** What can be wrong with forecasts, orders and buckets together; what is not sound is left out. */
import type { Day, Issue, Ratio } from "../../core/index.js";
import { add, type Doubtful, show } from "../argument.js";
import { countOf } from "../exact-argument.js";
import { noteRangesThatEndBefore } from "../row-mistakes.js";
import type { CountedPeriod } from "./counted-forecast.js";

/** So many parts of forecast in buckets, or days that it is spread over, nobody can want to read. */
const MOST_PARTS = 1_000_000;

/** A row of forecast, as far as it is looked at here. */
interface Row {
  readonly id: string;
  readonly from: Day;
  readonly until: Day | undefined;
  readonly key: string | null;
  readonly consumable: boolean;
  readonly consumption: Ratio | null;
}

/** Forecast of one key that stands twice for a day would be planned twice. */
export function noteOverlaps(forecasts: readonly Doubtful<Row>[], issues: Issue[]): void {
  const latest = new Map<string, { readonly id: string | undefined; readonly until: Day }>();
  for (const [n, { id, from, until = from, key, consumable, consumption }] of byFirstDay(
    forecasts,
  )) {
    const isConsumed = consumable === true && consumption !== undefined && consumption?.num !== 0n;
    if (!isConsumed || key === undefined || until < from) continue;
    const name = JSON.stringify(key);
    const before = latest.get(name);
    if (before !== undefined && from <= before.until) {
      const of = key === null ? "without a key" : `of the key ${show(key)}`;
      const text = `The forecasts[${n}] (${show(id)}) covers days that ${show(before.id)} covers too, both ${of}. Give them days or keys that differ, or combine them into one.`;
      add({ path: ["forecasts", n, "from"], issues }, "contradiction", text);
    }
    if (before === undefined || until > before.until) latest.set(name, { id, until });
  }
}

/** Periods in which a day would have two buckets. */
export function notePeriods(periods: readonly Doubtful<CountedPeriod>[], issues: Issue[]): void {
  noteRangesThatEndBefore(periods, "bucket", issues);
  let last = Number.NEGATIVE_INFINITY;
  for (const [n, { from, until = from }] of byFirstDay(periods)) {
    if (from <= last) {
      const text = `The bucket[${n}] begins before an earlier one has ended. Give buckets that do not overlap.`;
      add({ path: ["bucket", n, "from"], issues }, "contradiction", text);
    }
    last = Math.max(last, until);
  }
}

/** More can be shipped than was ordered, but then the order should say so. */
export function noteShippedTooMuch(
  orders: readonly Doubtful<{ readonly quantity: Ratio; readonly shipped: Ratio }>[],
  issues: Issue[],
): void {
  for (const [n, { quantity, shipped } = {}] of orders.entries()) {
    if (quantity === undefined || shipped === undefined) continue;
    if (shipped.num * quantity.den <= quantity.num * shipped.den) continue;
    const text = `The orders[${n}].shipped is more than its quantity. Correct one of them.`;
    add({ path: ["orders", n, "shipped"], issues }, "contradiction", text);
  }
}

/** No more of a row can take part in consumption than there is of it, nor anything finer. */
export function noteConsumption(
  rows: readonly Doubtful<{ readonly quantity: Ratio; readonly consumption: Ratio | null }>[],
  list: string,
  decimals: number | undefined,
  issues: Issue[],
): void {
  for (const [n, { quantity, consumption } = {}] of rows.entries()) {
    if (quantity === undefined || consumption === undefined || consumption === null) continue;
    const place = { path: [list, n, "consumption"], issues };
    if (consumption.num * quantity.den > quantity.num * consumption.den) {
      const text = `The ${list}[${n}].consumption is more than its quantity. Give at most that, or leave it out for all of it.`;
      add(place, "outOfRange", text);
    } else if (decimals !== undefined) countOf(consumption, decimals, place);
  }
}

/** An account of more parts than anybody reads would only fill the memory. */
export function noteSize(
  forecasts: readonly Doubtful<Row>[],
  bucket: unknown,
  spread: "first" | "daily" | undefined,
  issues: Issue[],
): void {
  if (bucket === undefined || spread === undefined) return;
  if (bucket === "forecast" && spread === "first") return;
  let parts = 0;
  for (const { from = 0, until = from } of byFirstDay(forecasts).map(([, row]) => row))
    parts += Math.max(0, until - from + 1);
  if (parts <= MOST_PARTS) return;
  const text = `The forecasts cover ${parts} days in all, more than ${MOST_PARTS}. Give shorter ones, or spread "first" in buckets of the forecast.`;
  add({ path: ["forecasts"], issues }, "outOfRange", text, { value: parts });
}

type Placed<Row extends { readonly from: Day }> = Doubtful<Row> & { readonly from: Day };

function byFirstDay<Row extends { readonly from: Day }>(
  rows: readonly Doubtful<Row>[],
): [number, Placed<Row>][] {
  const sound = [...rows.entries()].filter(
    (entry): entry is [number, Placed<Row>] =>
      (entry[1] as { readonly from?: Day } | undefined)?.from !== undefined,
  );
  return sound.sort(([n, a], [m, b]) => a.from - b.from || n - m);
}
