import {
  addMistake,
  formatPath,
  isList,
  isPlainObject,
  type Minute,
  mustBe,
  type Place,
  parseMinute,
  showValue,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import { circleAmong } from "./circle.js";
import { type ReadOperation, readOperation } from "./read-operation.js";
import { type Names, noteUnknown, type Row, readCalendar, textAt } from "./row-fields.js";
import type { RowPlace } from "./row-place.js";
import type { MaterialDays } from "./shop.js";

/** A job that was checked. */
export interface ReadJob {
  readonly id: string;
  /** Infinity for none. */
  readonly rank: number;
  /** Minutes; −Infinity and Infinity for none. */
  readonly release: Minute;
  readonly due: Minute;
  readonly operations: readonly ReadOperation[];
  /** By operation: places of those before it. */
  readonly before: readonly (readonly number[])[];
  readonly materials: readonly ReadMaterial[];
}

/** The output of another job. */
export interface ReadMaterial extends MaterialDays {
  readonly job: string;
}

const MOST_DAYS = 100_000;
const MINUTE_FORM = 'a time "YYYY-MM-DDTHH:mm"';
const FIELDS = new Set(["id", "rank", "release", "due", "operations", "materials"]);
const MATERIAL_FIELDS = new Set(["job", "days", "calendar"]);

const rankOf = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const days = wholeNumber(0, MOST_DAYS);

/** A plain local time. */
export function minuteArgument(value: unknown, place: Place): Minute {
  const minute = parseMinute(value);
  if (minute !== undefined) return minute;
  if (typeof value !== "string") wrongType(value, place, MINUTE_FORM);
  else addMistake(place, "invalidDate", mustBe(value, place, `be ${MINUTE_FORM} that exists`));
  return UNSOUND;
}

/** Reads a job and what its operations say of one another. */
export function readJob(value: unknown, place: RowPlace, names: Names): ReadJob {
  if (!isPlainObject(value)) {
    wrongType(value, place, "a job { id, operations, … }");
    return UNSOUND;
  }
  const row = value as Row;
  const { issues } = place;
  const list = place.at("operations");
  noteUnknownFields(row, FIELDS, place);
  const id = textAt(row, "id", place);
  const before = issues.length;
  const operations = readOperations(row.operations, list, names);
  const isSound = issues.length === before;
  const places = noteTwice(operations, list);
  const unknown = names.unknown.length;
  const links = isSound ? readAfter(operations, places, list, names) : [];
  if (issues.length === before && names.unknown.length === unknown) {
    noteOverlaps(operations, links, list, names);
  }
  return {
    id,
    rank: row.rank === undefined ? Number.POSITIVE_INFINITY : rankOf(row.rank, place.at("rank")),
    release:
      row.release === undefined
        ? Number.NEGATIVE_INFINITY
        : minuteArgument(row.release, place.at("release")),
    due:
      row.due === undefined ? Number.POSITIVE_INFINITY : minuteArgument(row.due, place.at("due")),
    operations,
    before: links,
    materials:
      row.materials === undefined ? [] : readMaterials(row.materials, place.at("materials"), names),
  };
}

function noteUnknownFields(row: Row, known: ReadonlySet<string>, place: RowPlace): void {
  for (const key in row) {
    if (known.has(key) || !Object.hasOwn(row, key)) continue;
    const message = `The field ${showValue(key)} is unknown here. Correct its name or leave it out.`;
    addMistake(place.at(key), "unknownField", message);
  }
}

function readOperations(value: unknown, list: RowPlace, names: Names): ReadOperation[] {
  if (!isList(value)) {
    wrongType(value, list, "a list of operations");
    return [];
  }
  if (value.length === 0) {
    const message = "A job has at least one operation. Give one, or leave the job out.";
    addMistake(list, "outOfRange", message, { value: 0 });
  }
  const rows = value as readonly unknown[];
  return Array.from({ length: rows.length }, (_, k) => readOperation(rows[k], list.at(k), names));
}

/** By operation: places of those before it. */
function readAfter(
  operations: readonly ReadOperation[],
  places: ReadonlyMap<string, number>,
  list: RowPlace,
  names: Names,
): (readonly number[])[] {
  if (operations.every(({ after }) => after === undefined)) {
    return operations.map((_, k) => (k === 0 ? [] : [k - 1]));
  }
  const links = operations.map(({ after }, k) => {
    if (after === undefined) return k === 0 ? [] : [k - 1];
    const found = new Set<number>();
    for (const [n, id] of after.entries()) {
      const entry = list.at(k, "after").at(n);
      const place = places.get(id);
      if (place === undefined) {
        noteUnknown(id, entry.path, "operation of this job", names.unknown);
      } else if (found.has(place)) {
        addMistake(entry, "duplicateId", mustBe(id, entry, "stand once"), { id });
      } else found.add(place);
    }
    return [...found].sort((a, b) => a - b);
  });
  const circle = circleAmong(operations.length, (k) => links[k]!);
  if (circle !== undefined) {
    const ids = [...circle, circle[0]!].map((k) => operations[k]!.id).reverse();
    const message = `Operations come after themselves: ${ids.join(", ")}. Break the circle.`;
    addMistake(list.at(circle[0]!, "after"), "contradiction", message, { circle: ids });
  }
  return links;
}

/** Where each id stands; some operations may be unsound. */
function noteTwice(operations: readonly ReadOperation[], list: RowPlace): Map<string, number> {
  const places = new Map<string, number>();
  for (const [k, operation] of operations.entries()) {
    const id = operation?.id;
    if (id === UNSOUND) continue;
    if (places.has(id)) {
      const place = list.at(k, "id");
      const message = `The ${formatPath(place.path)} (${showValue(id)}) stands here for the second time. Give each its own id.`;
      addMistake(place, "duplicateId", message, { id });
    }
    places.set(id, k);
  }
  return places;
}

/** Last batches at operations that are no successors, or missing at one: which may be the same mistake. */
function noteOverlaps(
  operations: readonly ReadOperation[],
  links: readonly (readonly number[])[],
  list: RowPlace,
  { unknown }: Names,
): void {
  if (operations.every(({ overlap }) => !(overlap?.lastBatch instanceof Map))) return;
  const successors = operations.map((): Set<string> => new Set());
  for (const [k, before] of links.entries()) {
    for (const place of before) successors[place]!.add(operations[k]!.id);
  }
  for (const [k, { overlap }] of operations.entries()) {
    if (!(overlap?.lastBatch instanceof Map)) continue;
    const { path } = list.at(k, "overlap").at("lastBatch");
    const given = overlap.lastBatch as ReadonlyMap<string, unknown>;
    for (const id of given.keys()) {
      if (!successors[k]!.has(id)) {
        noteUnknown(id, path, "operation right after this one", unknown);
      }
    }
    for (const id of successors[k]!) {
      if (given.has(id)) continue;
      const message = `The lastBatch does not say the hours at ${showValue(id)}. Add a row for it.`;
      addMistake({ path, issues: unknown }, "missingField", message, { id });
    }
  }
}

function readMaterials(value: unknown, list: RowPlace, names: Names): ReadMaterial[] {
  if (!isList(value)) {
    wrongType(value, list, "a list of { job, days, calendar }");
    return [];
  }
  const known = new Set<string>();
  return Array.from({ length: value.length }, (_, n): ReadMaterial => {
    const place = list.at(n);
    const given = (value as readonly unknown[])[n];
    if (!isPlainObject(given)) {
      wrongType(given, place, "a material { job, days, calendar }");
      return UNSOUND;
    }
    const row = given as Row;
    noteUnknownFields(row, MATERIAL_FIELDS, place);
    const job = textAt(row, "job", place);
    if (job !== UNSOUND && known.has(job)) {
      addMistake(place.at("job"), "duplicateId", mustBe(job, place.at("job"), "stand once"), {
        id: job,
      });
    }
    known.add(job);
    return {
      job,
      days: row.days === undefined ? 0 : days(row.days, place.at("days")),
      calendar: readCalendar(row.calendar, place, names),
      sooner: undefined,
    };
  });
}
