import {
  type Bucket,
  lowLevelCodes,
  type Plan,
  type PlanningInput,
  type PlanningRecord,
  planningRecord,
  type RecordOptions,
} from "../../src/index.js";
import { isBusy, MOST_COLUMNS, recordTable } from "./record-table.js";

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The planning records of a plan, those of the top level first; stocking points at which nothing
 * happens are left out.
 *
 * @param most - records after which the others are left out
 * @param items - only these items; all when left out
 */
export function recordTables(
  plan: Plan,
  input: PlanningInput,
  most: number,
  items?: readonly string[],
): string[][] {
  const bucket = bucketOf(plan);
  const isOneSite = (input.sites ?? []).length < 2;
  const tables: string[][] = [];
  const byLevel = [...lowLevelCodes(plan)].sort(([, a], [, b]) => a - b);
  for (const [item, level] of byLevel) {
    if (items !== undefined && !items.includes(item)) continue;
    for (const record of recordsOf(plan, input, item, bucket)) {
      if (!record.rows.some(isBusy)) continue;
      if (tables.length === most) return [...tables, ["… and more records"]];
      tables.push(recordTable(record, isOneSite ? level : undefined, bucket));
    }
  }
  return tables;
}

/** The records of an item at all sites, without and with a segment. */
function* recordsOf(
  plan: Plan,
  { sites, stock = [], demands = [], supplies = [] }: PlanningInput,
  item: string,
  bucket: Bucket,
): Generator<PlanningRecord> {
  const rows = [...stock, ...demands, ...supplies];
  const segments = new Set([undefined, ...rows.map((row) => row.segment)]);
  for (const site of sites?.map(({ id }) => id) ?? ["main"]) {
    for (const segment of segments) {
      const options = { site, bucket, ...(segment === undefined ? {} : { segment }) };
      const record = recordAt(plan, item, options);
      if (record !== undefined) yield record;
    }
  }
}

/** The record of a stocking point, if there is one. */
function recordAt(plan: Plan, item: string, options: RecordOptions): PlanningRecord | undefined {
  try {
    return planningRecord(plan, item, options);
  } catch (error) {
    if (error instanceof Error && error.name === "PlanningInputError") return undefined;
    throw error;
  }
}

/** Days for two weeks, weeks for a quarter, months for what is longer. */
function bucketOf(plan: Plan): Bucket {
  const days = (Date.parse(plan.horizonEnd) - Date.parse(plan.startDate)) / MILLISECONDS_A_DAY + 1;
  if (days <= MOST_COLUMNS) return "day";
  return days <= MOST_COLUMNS * 7 ? "week" : "month";
}
