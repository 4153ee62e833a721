import { PlanningInputError } from "../../core/index.js";
import type { PlanningIssue } from "./issues.js";
import type { Path } from "./path.js";
import { unreadable } from "./read-fields.js";

/** As deep as the contract goes: an input, a list, a row, a list in it, its rows and their fields. */
const DEEPEST = 8;

/**
 * A copy of an input whose fields do more than hold values (getters, proxies): each is read once, so
 * that no later reading can fail or say something else.
 *
 * @param input - anything
 * @throws PlanningInputError with every field that cannot be read
 */
export function readOnce(input: unknown): unknown {
  const issues: PlanningIssue[] = [];
  const copies = new Map<unknown, unknown>();

  function attempt<Value>(path: Path, read: () => Value): Value | undefined {
    try {
      return read();
    } catch {
      issues.push(unreadable(path));
      return undefined;
    }
  }

  function copyOf(value: unknown, path: Path): unknown {
    if (typeof value !== "object" || value === null || path.length > DEEPEST) return value;
    if (copies.has(value)) return copies.get(value);
    return attempt(path, () => (Array.isArray(value) ? listOf(value, path) : rowOf(value, path)));
  }

  function listOf(list: readonly unknown[], path: Path): unknown[] {
    const copy: unknown[] = [];
    copies.set(list, copy);
    for (let n = 0; n < list.length; n++) {
      const at = [...path, n];
      copy.push(
        copyOf(
          attempt(at, () => list[n]),
          at,
        ),
      );
    }
    return copy;
  }

  function rowOf(row: object, path: Path): object {
    const fields = fieldsOf(row);
    const kind = Object.prototype.toString.call(row).slice("[object ".length, -1);
    const isPlain = kind === "Object" && [...fields.values()].every((enumerable) => enumerable);
    // What cannot be listed is no field of the copy's own either; it still says what it is.
    const hidden = isPlain
      ? Object.prototype
      : Object.create(null, { [Symbol.toStringTag]: { value: kind } });
    const copy = Object.create(hidden);
    copies.set(row, copy);
    for (const [name, enumerable] of fields) {
      const at = [...path, name];
      const value = copyOf(
        attempt(at, () => (row as Record<string, unknown>)[name]),
        at,
      );
      // Not by assignment: a field "__proto__" would set the prototype of the copy.
      Object.defineProperty(enumerable ? copy : hidden, name, { value, enumerable });
    }
    return copy;
  }

  const copy = copyOf(input, []);
  if (issues.length > 0) throw new PlanningInputError(issues);
  return copy;
}

/** The fields of a row: its own, and what its class says of it by getters. */
function fieldsOf(value: object): Map<string, boolean> {
  const fields = new Map<string, boolean>();
  let holder: object | null = value;
  while (holder !== null && holder !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      const isOpen = Object.prototype.propertyIsEnumerable.call(holder, name);
      if (name !== "constructor" && !fields.has(name)) fields.set(name, isOpen);
    }
    holder = Object.getPrototypeOf(holder);
  }
  return fields;
}
