import {
  addMistake,
  type Calendar,
  type Check,
  exactNumber,
  identifier,
  isPlainObject,
  listOf,
  mustBe,
  objectOf,
  optional,
  type Place,
  showValue,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import { addHours, type Hours, plainHours } from "./hours.js";
import type { RowPlace } from "./row-place.js";

/** What rows name by id. */
export interface Names {
  readonly centers: ReadonlyMap<string, number>;
  readonly tools: ReadonlyMap<string, number>;
  readonly calendars: ReadonlyMap<string, Calendar>;
}

/** An operation that was checked; what was not sound in it has been noted. */
export interface ReadOperation {
  readonly id: string;
  /** Days it takes instead of work at its choices; −1 for none. */
  readonly days: number;
  readonly calendar: Calendar | undefined;
  readonly teardown: Hours;
  readonly queue: Hours;
  readonly waitMove: Hours;
  readonly split: number;
  readonly overlap: ReadOverlap | undefined;
  /** Ids; `undefined`: the one above. */
  readonly after: readonly string[] | undefined;
  readonly choices: readonly ReadChoice[];
  readonly tools: readonly number[];
  readonly setupGroup: string | undefined;
}

/** A work centre that can do an operation. */
export interface ReadChoice {
  readonly center: number;
  readonly setup: Hours;
  readonly run: Hours;
}

/** A transfer batch; the last one at all successors, or by their ids. */
export interface ReadOverlap {
  readonly firstBatch: Hours;
  readonly lastBatch: Hours | ReadonlyMap<string, Hours>;
}

const MOST_PARTS = 1000;
const MOST_DAYS = 100_000;

const FIELDS = new Set([
  "id",
  "workCenter",
  "days",
  "calendar",
  "setup",
  "run",
  "teardown",
  "queue",
  "wait",
  "move",
  "split",
  "overlap",
  "after",
  "alternates",
  "tools",
  "setupGroup",
]);

/** What an operation that takes days does not have. */
const AT_WORK_CENTERS = [
  "setup",
  "run",
  "teardown",
  "queue",
  "split",
  "overlap",
  "alternates",
  "tools",
  "setupGroup",
] as const;

/** An object whose fields are not known. */
export type Row = Readonly<Record<string, unknown>>;

const nonNegative = exactNumber(0);
const ids = listOf(identifier);
const parts = wholeNumber(1, MOST_PARTS);
const days = wholeNumber(0, MOST_DAYS);

/** Hours of 0 or more, 0 when left out. */
const hours: Check<Hours> = (value, place) => plainHours(value) ?? nonNegative(value, place);

const alternatesOf = listOf(
  objectOf({
    workCenter: identifier,
    priority: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER), 1),
    setup: optional(hours),
    run: optional(hours),
  }),
);
const lastBatchOf = listOf(objectOf({ operation: identifier, hours: nonNegative as Check<Hours> }));
const overlapOf = objectOf({ firstBatch: hours, lastBatch });

function lastBatch(value: unknown, place: Place): ReadOverlap["lastBatch"] {
  if (!Array.isArray(value))
    return value === undefined ? nonNegative(value, place) : hours(value, place);
  const rows = lastBatchOf(value, place);
  return new Map((rows ?? []).map((row) => [row?.operation, row?.hours]));
}

/**
 * Reads an operation. Plain rows are the hot path of a large shop: a place is made of a field only
 * where something is noted.
 */
export function readOperation(value: unknown, place: RowPlace, names: Names): ReadOperation {
  if (!isPlainObject(value)) {
    wrongType(value, place, "an operation { id, workCenter, setup, run, … }");
    return UNSOUND;
  }
  const row = value as Row;
  for (const key in row) {
    if (FIELDS.has(key) || !Object.hasOwn(row, key)) continue;
    const message = `The field ${showValue(key)} is unknown here. Correct its name or leave it out.`;
    addMistake(place.at(key), "unknownField", message);
  }
  const id = textAt(row, "id", place);
  const { workCenter, days: given, after, setupGroup } = row;
  if (workCenter === undefined && given === undefined) {
    const message = `The ${showValue(id)} has no workCenter. Name one, or give the days it takes.`;
    addMistake(place.at("workCenter"), "missingField", message);
  }
  const takesDays = given !== undefined;
  if (takesDays) noteBesideDays(row, place);
  else if (row.calendar !== undefined) {
    const message = "The calendar is for days; a work centre has its own. Leave it out.";
    addMistake(place.at("calendar"), "contradiction", message);
  }
  const choices = takesDays ? [] : readChoices(row, place, names);
  const wait = hoursAt(row, "wait", place);
  const move = hoursAt(row, "move", place);
  const split = row.split === undefined ? 1 : parts(row.split, place.at("split"));
  if (split > 1 && row.overlap !== undefined) {
    const message = "An operation that is split does not overlap. Leave out split or overlap.";
    addMistake(place.at("overlap"), "contradiction", message);
  }
  return {
    id,
    days: takesDays ? days(given, place.at("days")) : -1,
    calendar: readCalendar(row.calendar, place, names),
    teardown: hoursAt(row, "teardown", place),
    queue: hoursAt(row, "queue", place),
    waitMove: wait === UNSOUND || move === UNSOUND ? 0 : addHours(wait, move),
    split,
    overlap: row.overlap === undefined ? undefined : overlapOf(row.overlap, place.at("overlap")),
    after: after === undefined ? undefined : ids(after, place.at("after")),
    choices,
    tools: row.tools === undefined ? [] : readTools(row.tools, place.at("tools"), names),
    setupGroup:
      setupGroup === undefined ? undefined : identifier(setupGroup, place.at("setupGroup")),
  };
}

/** A calendar that is named; `undefined` for none. */
export function readCalendar(value: unknown, place: RowPlace, names: Names): Calendar | undefined {
  if (value === undefined) return undefined;
  const id = identifier(value, place.at("calendar"));
  const calendar = names.calendars.get(id);
  if (calendar === undefined && id !== UNSOUND) noteUnknown(id, place.at("calendar"), "calendar");
  return calendar;
}

/** Notes an id that no row has. */
export function noteUnknown(id: string, place: Place, kind: string): void {
  const message = mustBe(id, place, `be the id of a ${kind}`);
  addMistake(place, "unknownId", message, { id });
}

function noteBesideDays(row: Row, place: RowPlace): void {
  if (row.workCenter !== undefined) {
    const message = "An operation has a workCenter or takes days. Leave one out.";
    addMistake(place.at("days"), "contradiction", message);
  }
  for (const field of AT_WORK_CENTERS) {
    if (row[field] === undefined) continue;
    const message = `An operation that takes days has no ${field}. Leave it out.`;
    addMistake(place.at(field), "contradiction", message);
  }
}

/** A text that is not empty. */
export function textAt(row: Row, field: string, place: RowPlace): string {
  const text = row[field];
  return typeof text === "string" && text !== "" ? text : identifier(text, place.at(field));
}

function hoursAt(row: Row, field: string, place: RowPlace): Hours {
  return plainHours(row[field]) ?? nonNegative(row[field], place.at(field));
}

function readChoices(row: Row, place: RowPlace, names: Names): ReadChoice[] {
  const setup = hoursAt(row, "setup", place);
  const run = hoursAt(row, "run", place);
  const center =
    row.workCenter === undefined ? -1 : centerAt(row.workCenter, place.at("workCenter"), names);
  const own = { center, setup, run };
  if (row.alternates === undefined) return [own];
  const list = place.at("alternates");
  const before = list.issues.length;
  const rows = alternatesOf(row.alternates, list);
  if (list.issues.length > before) return [own];
  const known = new Set([center]);
  const choices = rows.map((alternate, n) => {
    const entry = list.at(n, "workCenter");
    const other = centerAt(alternate.workCenter, entry, names);
    if (known.has(other) && other >= 0) {
      const message = mustBe(
        alternate.workCenter,
        entry,
        "be another work centre than those before",
      );
      addMistake(entry, "contradiction", message);
    }
    known.add(other);
    return {
      priority: alternate.priority,
      id: alternate.workCenter,
      choice: { center: other, setup: alternate.setup ?? setup, run: alternate.run ?? run },
    };
  });
  choices.sort((a, b) => a.priority - b.priority || a.choice.center - b.choice.center);
  return [own, ...choices.map(({ choice }) => choice)];
}

function centerAt(value: unknown, place: Place, names: Names): number {
  const number = names.centers.get(value as string);
  if (number !== undefined) return number;
  const id = identifier(value, place);
  if (id !== UNSOUND) noteUnknown(id, place, "work centre");
  return -1;
}

function readTools(value: unknown, place: Place, names: Names): number[] {
  const before = place.issues.length;
  const tools = new Set<number>();
  const given = ids(value, place);
  if (place.issues.length > before) return [];
  for (const [n, id] of given.entries()) {
    const entry = { path: [...place.path, n], issues: place.issues };
    const tool = names.tools.get(id);
    if (tool === undefined) noteUnknown(id, entry, "tool");
    else if (tools.has(tool)) {
      addMistake(entry, "duplicateId", mustBe(id, entry, "stand once"), { id });
    } else tools.add(tool);
  }
  return [...tools].sort((a, b) => a - b);
}
