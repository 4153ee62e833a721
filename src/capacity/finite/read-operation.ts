import {
  addMistake,
  type Calendar,
  identifier,
  isPlainObject,
  listOf,
  mustBe,
  type Place,
  showValue,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import type { DayBasis } from "./elapsed-days.js";
import { addHours, type Hours } from "./hours.js";
import { type ReadChoice, readChoices } from "./read-choices.js";
import { type ReadOverlap, readOverlap } from "./read-overlap.js";
import { hoursAt, type Names, noteUnknown, type Row, readCalendar, textAt } from "./row-fields.js";
import type { RowPlace } from "./row-place.js";

/** An operation that was checked; what was not sound in it has been noted. */
export interface ReadOperation {
  readonly id: string;
  /** Days it takes instead of work at its choices; −1 for none. */
  readonly days: number;
  readonly calendar: Calendar | undefined;
  readonly basis: DayBasis;
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

const ids = listOf(identifier);
const parts = wholeNumber(1, MOST_PARTS);
const days = wholeNumber(0, MOST_DAYS);

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
    basis: "worked",
    teardown: hoursAt(row, "teardown", place),
    queue: hoursAt(row, "queue", place),
    waitMove: wait === UNSOUND || move === UNSOUND ? 0 : addHours(wait, move),
    split,
    overlap: row.overlap === undefined ? undefined : readOverlap(row.overlap, place.at("overlap")),
    after: after === undefined ? undefined : ids(after, place.at("after")),
    choices,
    tools: row.tools === undefined ? [] : readTools(row.tools, place.at("tools"), names),
    setupGroup:
      setupGroup === undefined ? undefined : identifier(setupGroup, place.at("setupGroup")),
  };
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

function readTools(value: unknown, place: Place, names: Names): number[] {
  const before = place.issues.length;
  const tools = new Set<number>();
  const given = ids(value, place);
  if (place.issues.length > before) return [];
  for (const [n, id] of given.entries()) {
    const entry = { path: [...place.path, n], issues: place.issues };
    const tool = names.tools.get(id);
    if (tool === undefined) noteUnknown(id, entry.path, "tool", names.unknown);
    else if (tools.has(tool)) {
      addMistake(entry, "duplicateId", mustBe(id, entry, "stand once"), { id });
    } else tools.add(tool);
  }
  return [...tools].sort((a, b) => a - b);
}
