import {
  type Check,
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
  return read((name, check) => {
    const at = { ...place, path: [...place.path, name] };
    const take = (from: unknown) => check((from as Record<string, unknown>)[name], at);
    return readGuarded(value, at, take) ?? UNSOUND;
  });
}
