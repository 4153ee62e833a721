/** Reads fields of plain rows; a place is made of one only where something is noted. */
import {
  addMistake,
  type Calendar,
  type Check,
  exactNumber,
  type Issue,
  identifier,
  mustBe,
  type Place,
  UNSOUND,
} from "../../core/index.js";
import { type Hours, plainHours } from "./hours.js";
import type { RowPlace } from "./row-place.js";

/** An object whose fields are not known. */
export type Row = Readonly<Record<string, unknown>>;

/** What rows name by id. */
export interface Names {
  readonly centers: ReadonlyMap<string, number>;
  readonly tools: ReadonlyMap<string, number>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** Takes ids that nothing has: a wrong row has none, so they are told once all rows are sound. */
  readonly unknown: Issue[];
}

/** Hours of 0 or more. */
export const nonNegative = exactNumber(0);

/** Hours of 0 or more, 0 when left out. */
export const hours: Check<Hours> = (value, place) => plainHours(value) ?? nonNegative(value, place);

/** A text that is not empty. */
export function textAt(row: Row, field: string, place: RowPlace): string {
  const text = row[field];
  return typeof text === "string" && text !== "" ? text : identifier(text, place.at(field));
}

/** Hours of a field, 0 when left out. */
export function hoursAt(row: Row, field: string, place: RowPlace): Hours {
  return plainHours(row[field]) ?? nonNegative(row[field], place.at(field));
}

/** A calendar that is named; `undefined` for none. */
export function readCalendar(value: unknown, place: RowPlace, names: Names): Calendar | undefined {
  if (value === undefined) return undefined;
  const id = identifier(value, place.at("calendar"));
  const calendar = names.calendars.get(id);
  if (calendar === undefined && id !== UNSOUND) {
    noteUnknown(id, place.at("calendar").path, "calendar", names.unknown);
  }
  return calendar;
}

/** Notes an id that no row has. */
export function noteUnknown(id: string, path: Place["path"], kind: string, unknown: Issue[]): void {
  const place = { path, issues: unknown };
  const message = mustBe(id, place, `be the id of a ${kind}`);
  addMistake(place, "unknownId", message, { id });
}
