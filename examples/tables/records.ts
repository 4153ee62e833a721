import { type Bucket, type Plan, planningRecord, stockingPoints } from "../../src/index.js";
import { isBusy, MOST_COLUMNS, recordTable } from "./record-table.js";

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The planning records of a plan, those of the top level first; stocking points at which nothing
 * happens are left out.
 *
 * @param most - records after which the others are left out
 * @param items - only these items; all when left out
 */
export function recordTables(plan: Plan, most: number, items?: readonly string[]): string[][] {
  const bucket = bucketOf(plan);
  const tables: string[][] = [];
  for (const { item, site, segment, lowLevelCode } of stockingPoints(plan)) {
    if (items !== undefined && !items.includes(item)) continue;
    const where = segment === null ? { site } : { site, segment };
    const record = planningRecord(plan, item, { ...where, bucket });
    if (!record.rows.some(isBusy)) continue;
    if (tables.length === most) return [...tables, ["… and more records"]];
    tables.push(recordTable(record, lowLevelCode, bucket));
  }
  return tables;
}

/** Days for two weeks, weeks for a quarter, months for what is longer. */
function bucketOf(plan: Plan): Bucket {
  const days = (Date.parse(plan.horizonEnd) - Date.parse(plan.startDate)) / MILLISECONDS_A_DAY + 1;
  if (days <= MOST_COLUMNS) return "day";
  return days <= MOST_COLUMNS * 7 ? "week" : "month";
}
