import {
  addMistake,
  identifier,
  listOf,
  mustBe,
  objectOf,
  optional,
  type Place,
  UNSOUND,
  wholeNumber,
} from "../../core/index.js";
import type { Hours } from "./hours.js";
import { hours, hoursAt, type Names, noteUnknown, type Row } from "./row-fields.js";
import type { RowPlace } from "./row-place.js";

/** A work centre that can do an operation. */
export interface ReadChoice {
  readonly center: number;
  readonly setup: Hours;
  readonly run: Hours;
}

const alternatesOf = listOf(
  objectOf({
    workCenter: identifier,
    priority: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER), 1),
    setup: optional(hours),
    run: optional(hours),
  }),
);

/** The work centres that can do an operation: its own, then its alternates by priority. */
export function readChoices(row: Row, place: RowPlace, names: Names): ReadChoice[] {
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
  const known = new Set([row.workCenter]);
  const choices = rows.map((alternate, n) => {
    const entry = list.at(n, "workCenter");
    if (known.has(alternate.workCenter)) {
      const message = mustBe(
        alternate.workCenter,
        entry,
        "be another work centre than those before",
      );
      addMistake(entry, "contradiction", message);
    }
    known.add(alternate.workCenter);
    const other = centerAt(alternate.workCenter, entry, names);
    return {
      priority: alternate.priority,
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
  if (id !== UNSOUND) noteUnknown(id, place.path, "work centre", names.unknown);
  return -1;
}
