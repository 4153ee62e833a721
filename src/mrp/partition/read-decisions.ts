import {
  addMistake,
  type Check,
  type Fields,
  identifier,
  listOf,
  mustBe,
  objectOf,
  oneOf,
  optional,
  type Place,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import type { PlanDecisions } from "./plan-decisions.js";
import { SEEN } from "./read-seen.js";

/** The columns that decisions have, by the tag of their class: they may come from another realm. */
interface Columns {
  readonly Int32Array: Int32Array;
  readonly Uint8Array: Uint8Array;
  readonly Float64Array: Float64Array;
}

/** Makes the check of a column. */
function column<Kind extends keyof Columns>(kind: Kind): Check<Columns[Kind]> {
  return (value, place) => {
    const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
    if (ArrayBuffer.isView(value) && tag === kind) return value as unknown as Columns[Kind];
    wrongType(value, place, `a column of kind ${kind}`);
    return UNSOUND;
  };
}

const integers = column("Int32Array");
const numbers = column("Float64Array");

/** Makes the check of columns that have an entry each for the same things. */
function table<F extends Fields>(fields: F, alike: readonly (keyof F & string)[]) {
  const read = objectOf(fields);
  return (value: unknown, place: Place): ReturnType<typeof read> => {
    const columns = read(value, place);
    const lengthOf = (name: string): number | undefined =>
      (columns as Record<string, ArrayLike<unknown> | undefined> | undefined)?.[name]?.length;
    const length = lengthOf(alike[0]!);
    for (const name of alike) {
      const own = lengthOf(name);
      if (own === undefined || length === undefined || own === length) continue;
      const path = [...place.path, name];
      const message = `The ${name} has ${own} entries, and ${alike[0]} beside it has ${length}: they must have one each.`;
      addMistake({ path, issues: place.issues }, "contradiction", message);
    }
    return columns;
  };
}

const days = { startDate: identifier, horizonEnd: identifier };

const readFields = objectOf({
  format: oneOf("orlicky.decisions"),
  version: (value: unknown, place: Place): 1 => {
    if (value !== 1) addMistake(place, "outOfRange", mustBe(value, place, "be 1"));
    return 1;
  },
  ...days,
  orders: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  points: table(
    {
      items: listOf(identifier),
      sites: listOf(identifier),
      segments: listOf(identifier),
      item: integers,
      site: integers,
      segment: integers,
      count: integers,
      asked: integers,
    },
    ["item", "site", "segment", "count", "asked"],
  ),
  rows: table(
    {
      due: integers,
      quantity: numbers,
      startQuantity: optional(numbers),
      repeat: optional(integers),
      source: optional(integers),
      start: optional(integers),
      late: optional(integers),
    },
    ["due", "quantity", "startQuantity", "repeat", "source", "start", "late"],
  ),
  supplies: table(
    {
      id: listOf(identifier),
      day: integers,
      wanted: integers,
      reason: column("Uint8Array"),
      quantity: numbers,
    },
    ["id", "day", "wanted", "reason", "quantity"],
  ),
  seen: SEEN,
});

/**
 * Reads decisions that may come from anywhere, each field once. Whether they fit an input is seen when they
 * are merged.
 */
export const decisionsArgument: Check<PlanDecisions> = readFields;
