import {
  addMistake,
  type Check,
  isPlainObject,
  type Place,
  recordOf,
  UNSOUND,
  wrongType,
} from "../../core/index.js";

/** Makes the check of a Map from texts, or of an object with a value for each text. */
export function mapOf<T>(check: Check<T>): Check<ReadonlyMap<string, T>> {
  return (value: unknown, place: Place) => {
    if (isPlainObject(value)) return recordOf(check)(value, place);
    if (!(value instanceof Map)) {
      wrongType(value, place, "a Map, or an object with a value for each id");
      return UNSOUND;
    }
    const read = new Map<string, T>();
    for (const [key, one] of value) {
      if (typeof key === "string" && key !== "") {
        read.set(key, check(one, { path: [...place.path, key], issues: place.issues }));
      } else addMistake(place, "invalidType", "A key must be a text that is not empty.");
    }
    return read;
  };
}
