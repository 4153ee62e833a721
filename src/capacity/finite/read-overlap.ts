import { type Check, identifier, isList, listOf, objectOf, type Place } from "../../core/index.js";
import type { Hours } from "./hours.js";
import { hours, nonNegative } from "./row-fields.js";

/** A transfer batch; the last one at all successors, or by their ids. */
export interface ReadOverlap {
  readonly firstBatch: Hours;
  readonly lastBatch: Hours | ReadonlyMap<string, Hours>;
}

const lastBatchOf = listOf(objectOf({ operation: identifier, hours: nonNegative as Check<Hours> }));

/** Reads how far successors may overlap. */
export const readOverlap = objectOf({ firstBatch: hours, lastBatch });

function lastBatch(value: unknown, place: Place): ReadOverlap["lastBatch"] {
  if (!isList(value)) return value === undefined ? nonNegative(value, place) : hours(value, place);
  const rows = lastBatchOf(value, place);
  return new Map((rows ?? []).map((row) => [row?.operation, row?.hours]));
}
