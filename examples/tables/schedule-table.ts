import type { Bucket, PlannedMasterSchedule, PlannedMasterScheduleRow } from "../../src/index.js";
import { type Column, plain, table } from "./table.js";

/** The lines as textbooks print them, and of what they are. */
const LINES: readonly (readonly [keyof PlannedMasterScheduleRow, string])[] = [
  ["zone", "zone"],
  ["forecast", "forecast left"],
  ["orders", "orders"],
  ["mps", "MPS"],
  ["projectedAvailable", "projected available"],
  ["discreteAvailableToPromise", "available to promise"],
  ["cumulativeAvailableToPromise", "… cumulative"],
];

/** What is shown where it is nothing: a stock of 0 says something. */
const ALWAYS: ReadonlySet<string> = new Set(["projectedAvailable", "cumulativeAvailableToPromise"]);

/**
 * A master schedule as a table under a title.
 *
 * @param bucket - in which it was asked for
 * @param most - columns after which it is cut off
 */
export function scheduleTable(
  { item, openingStock, rows }: PlannedMasterSchedule,
  bucket: Bucket,
  most: number,
): string[] {
  const shown = rows.slice(0, most);
  const columns: Column[] = [
    { head: "" },
    ...shown.map(({ date }) => ({ head: date.slice(5), align: "right" as const })),
  ];
  const cells = LINES.map(([name, head]) => [head, ...shown.map((row) => cellOf(row, name))]);
  const left = rows.length - shown.length;
  return [
    plain(`${item} by ${bucket}: ${openingStock} on hand`),
    ...table(columns, cells),
    ...(left > 0 ? [`… and ${left} more ${bucket}s`] : []),
  ];
}

function cellOf(row: PlannedMasterScheduleRow, name: keyof PlannedMasterScheduleRow): string {
  const value = row[name];
  return value === null || (`${value}` === "0" && !ALWAYS.has(name)) ? "·" : `${value}`;
}
