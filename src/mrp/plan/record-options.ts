import { type Bucket, PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";
import { NONE } from "../input/problem.js";
import { readOptions } from "./options.js";
import type { PlanState } from "./plan-state.js";

/** Which record or master schedule, and in what buckets. */
export interface RecordOptions {
  /** The item of a stocking point as `stockingPoints` lists it; it is that of the call. */
  readonly item?: string | undefined;
  readonly lowLevelCode?: number | undefined;
  /** May be left out with one site. */
  readonly site?: string | undefined;
  /** `null` or left out: the stocking point without a segment. */
  readonly segment?: string | null | undefined;
  readonly bucket?: Bucket | undefined;
}

/**
 * Reads the options of a record, each once.
 *
 * @throws PlanningInputError when there are others, or one cannot be read
 */
export function readRecordOptions(options: RecordOptions, item: string): RecordOptions {
  return readPointOptions(options, item, ["bucket"]);
}

/**
 * Reads options that name a stocking point, each once.
 *
 * @param item - the item of the call
 * @param more - what is known beside the fields of a stocking point
 * @throws PlanningInputError when there are others, one cannot be read, or it is one of another item
 */
export function readPointOptions(
  options: RecordOptions,
  item: string,
  more: readonly string[] = [],
): RecordOptions {
  const read = readOptions(options, ["site", "segment", ...more], ["item", "lowLevelCode"]);
  const { item: other } = read;
  if (other === undefined || other === item) return read;
  const message = `The stocking point is one of item ${show(other)}, not of ${show(item)}.`;
  throw new PlanningInputError([{ code: "contradiction", path: ["options", "item"], message }]);
}

/** The bucket asked for. @throws PlanningInputError when it is none */
export function bucketOf(bucket: unknown = "day"): Bucket {
  if (bucket === "day" || bucket === "week" || bucket === "month") return bucket;
  const message = `The bucket (${show(bucket)}) must be "day", "week" or "month".`;
  throw new PlanningInputError([{ code: "invalidType", path: ["options", "bucket"], message }]);
}

/** The stocking point asked for. @throws PlanningInputError when the plan has none such */
export function findPoint(
  state: PlanState,
  item: string,
  { site, segment }: RecordOptions,
): number {
  const { problem, points } = state.model;
  const itemNumber = problem.itemOf.get(item) ?? NONE;
  const sites = problem.sites;
  const siteNumber =
    site === undefined && sites.length === 1 ? 0 : sites.findIndex(({ id }) => id === site);
  const inSegment = segment !== undefined && segment !== null;
  const segmentNumber = inSegment ? problem.segments.indexOf(segment) : NONE;
  const known = itemNumber >= 0 && siteNumber >= 0 && (!inSegment || segmentNumber >= 0);
  const point = known ? points.find(itemNumber, siteNumber, segmentNumber) : NONE;
  if (point !== NONE) return point;
  const field = itemNumber < 0 ? "item" : siteNumber < 0 ? "site" : "segment";
  const value = { item, site, segment }[field];
  const where = field === "item" ? "" : ` of item ${show(item)}`;
  if (typeof value === "object" && value !== null) {
    const message = `The ${field} (${show(value)}) must be its id, a text.`;
    throw new PlanningInputError([{ code: "invalidType", path: [field], message }]);
  }
  const message =
    field === "site" && site === undefined
      ? "The plan has several sites: name one in options.site."
      : `The ${field} (${show(value)}) is of no stocking point${where} in this plan; stockingPoints(plan) lists those that it has.`;
  throw new PlanningInputError([{ code: "unknownId", path: [field], message }]);
}
