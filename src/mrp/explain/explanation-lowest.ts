import type { RecordDays } from "../plan/record-days.js";

/** What changes stock day by day. */
export type Levels = Pick<
  RecordDays,
  "opening" | "gross" | "scheduled" | "released" | "planned" | "coProducts" | "expired" | "floor"
>;

/** A column in which nothing happens. */
export const NOTHING = new Float64Array(0);

/** The first day of a range at whose end stock lies lowest over its floor. */
export function lowestFrom(record: Levels, from: number, to: number) {
  let lowest: { readonly day: number; readonly level: number; readonly above: number } | undefined;
  let level = record.opening;
  for (let day = 0; day < to; day++) {
    const { scheduled, released, planned, coProducts } = record;
    for (const column of [scheduled, released, planned, coProducts]) level += column[day] ?? 0;
    level -= record.gross[day]! + record.expired[day]!;
    const above = level - record.floor[day]!;
    if (day >= from && (lowest === undefined || above < lowest.above)) {
      lowest = { day, level, above };
    }
  }
  return lowest;
}

/** The sum of the first days of a column. */
export function total(column: Float64Array, days: number): number {
  let sum = 0;
  for (let day = 0; day < days; day++) sum += column[day]!;
  return sum;
}
