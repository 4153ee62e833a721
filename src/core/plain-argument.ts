/** The checks of texts, choices and flags, and of what is kept by id; see `argument.ts`. */
import { type Check, isPlainObject, readGuarded, UNSOUND } from "./argument.js";
import { addMistake, mustBe, type Place, placeName, TOO_MANY, wrongType } from "./mistake.js";

/**
 * Makes the check of a text that is one of several.
 *
 * @param choices - the texts
 * @returns the check
 *
 * @example
 * ```ts
 * oneOf("day", "week")("week", { path: ["bucket"], issues: [] }); // => "week"
 * ```
 */
export function oneOf<T extends string>(...choices: readonly T[]): Check<T> {
  return (value, place) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) {
      const texts = choices.map((choice) => `"${choice}"`).join(", ");
      if (value === undefined || typeof value !== "string") wrongType(value, place, texts);
      else addMistake(place, "outOfRange", mustBe(value, place, `be one of ${texts}`), { value });
    }
    return found ?? UNSOUND;
  };
}

/**
 * Checks a text that is not empty.
 *
 * @param value - what was given
 * @param place - where
 * @returns the text
 *
 * @example
 * ```ts
 * identifier("saw", { path: ["id"], issues: [] }); // => "saw"
 * ```
 */
export function identifier(value: unknown, place: Place): string {
  if (typeof value === "string" && value !== "") return value;
  wrongType(value, place, "a text that is not empty");
  return UNSOUND;
}

/**
 * Checks `true` or `false`.
 *
 * @param value - what was given
 * @param place - where
 * @returns it
 *
 * @example
 * ```ts
 * flag(true, { path: ["open"], issues: [] }); // => true
 * ```
 */
export function flag(value: unknown, place: Place): boolean {
  if (typeof value === "boolean") return value;
  wrongType(value, place, "true or false");
  return UNSOUND;
}

/**
 * Makes the check of an object with a value for each id.
 *
 * @param check - of a value
 * @returns a check that reads into a map of its own, in the order of the keys
 *
 * @example
 * ```ts
 * const open = recordOf(flag)({ saw: true }, { path: ["open"], issues: [] });
 * open.get("saw"); // => true
 * ```
 */
export function recordOf<T>(check: Check<T>): Check<ReadonlyMap<string, T>> {
  return (value, place) => {
    if (!isPlainObject(value)) {
      const form = "an object with a value for each id";
      if (value instanceof Map) {
        addMistake(place, "invalidType", `The ${placeName(place)} (a Map) must be ${form}.`);
      } else wrongType(value, place, form);
      return UNSOUND;
    }
    const read = new Map<string, T>();
    for (const key of Object.keys(value)) {
      if (place.issues.length >= TOO_MANY) return UNSOUND;
      const field = { path: [...place.path, key], issues: place.issues };
      if (key === "") {
        const message = `A key of ${placeName(place)} is empty. Give it the id that is meant.`;
        addMistake(field, "invalidType", message);
      }
      const take = (from: unknown) => check((from as Record<string, unknown>)[key], field);
      read.set(key, readGuarded(value, field, take) as T);
    }
    return read;
  };
}
