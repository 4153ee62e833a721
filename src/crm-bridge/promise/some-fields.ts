import {
  type Check,
  identifier,
  isPlainObject,
  type Place,
  readGuarded,
  UNSOUND,
  wrongType,
} from "../../core/index.js";

/** Reads some fields of an object; what else it says is no matter. */
export function withFields<Result>(
  value: unknown,
  place: Place,
  form: string,
  read: (field: <T>(name: string, check: Check<T>) => T) => Result,
): Result {
  const isObject = readGuarded(value, place, (given) => isPlainObject(given));
  if (isObject === false) wrongType(value, place, form);
  if (isObject !== true) return UNSOUND;
  return read(<T>(name: string, check: Check<T>) => {
    const at = { ...place, path: [...place.path, name] };
    const take = (from: unknown) => check((from as Record<string, unknown>)[name], at);
    return readGuarded(value, at, take) as T;
  });
}

/** Checks a text that is not empty, or `null` where there is none. */
export function identifierOrNull(value: unknown, place: Place): string | null {
  return value === null ? null : identifier(value, place);
}
