import type { Bucket, Decimal, PlanningRecord, PlanningRecordRow } from "../../src/index.js";
import { type Column, plain, table } from "./table.js";

/** Columns after which a record is cut off. */
export const MOST_COLUMNS = 14;

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

type Figure = Exclude<keyof PlanningRecordRow, "date">;

/** The lines as textbooks print them; those that are rare stand only where they are used. */
const LINES: readonly { readonly of: Figure; readonly head: string; readonly rare?: true }[] = [
  { of: "gross", head: "gross requirement" },
  { of: "scheduledReceipts", head: "scheduled receipts" },
  { of: "releasedStock", head: "stock released", rare: true },
  { of: "coProducts", head: "co-products", rare: true },
  { of: "expired", head: "expired", rare: true },
  { of: "projectedOnHand", head: "projected on hand" },
  { of: "net", head: "net requirement" },
  { of: "plannedReceipts", head: "planned receipts" },
  { of: "plannedStarts", head: "planned starts" },
];

/**
 * A planning record as a table under a title.
 *
 * @param level - the low-level code of its stocking point
 * @param bucket - in which the record was asked for
 */
export function recordTable(record: PlanningRecord, level: number, bucket: Bucket): string[] {
  const { rows } = record;
  const shown = rows.slice(0, MOST_COLUMNS);
  const columns: Column[] = [
    { head: "" },
    ...shown.map(({ date }) => ({ head: headOf(date, bucket), align: "right" as const })),
  ];
  const lines = LINES.filter(({ of, rare }) => !rare || rows.some((row) => !row[of].isZero()));
  const cells = lines.map(({ of, head }) => [head, ...shown.map((row) => cellOf(of, row[of]))]);
  const left = rows.length - shown.length;
  return [
    titleOf(record, level),
    ...table(columns, cells),
    ...(left > 0 ? [`… and ${left} more ${bucket}s`] : []),
  ];
}

/** Whether anything happens in a bucket. */
export function isBusy(row: PlanningRecordRow): boolean {
  return LINES.some(({ of }) => of !== "projectedOnHand" && !row[of].isZero());
}

function titleOf(record: PlanningRecord, level: number): string {
  const { item, site, segment, openingStock, pastDueStarts } = record;
  const place = `${site === "main" ? "" : ` at ${site}`}${segment === null ? "" : ` for ${segment}`}`;
  const past = pastDueStarts.isZero() ? "" : `, ${pastDueStarts} had to start before`;
  return plain(`${item}${place}: level ${level}, ${openingStock} on hand${past}`);
}

function headOf(date: string, bucket: Bucket): string {
  if (bucket !== "day") return date;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return `${WEEKDAYS[weekday]} ${date.slice(8)}`;
}

function cellOf(line: Figure, value: Decimal): string {
  return value.isZero() && line !== "projectedOnHand" ? "·" : `${value}`;
}
