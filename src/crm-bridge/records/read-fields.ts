import { isPlainObject, showValue } from "../../core/index.js";
import { crmRecordsSchema } from "../schema/crm-records.js";
import { EXPECTED } from "../schema/values.js";
import type { Draft } from "./draft.js";

/** The fields around the records. */
export interface RecordFields {
  readonly currency: string | undefined;
  /** The rows of each list that was given. */
  readonly lists: ReadonlyMap<string, readonly unknown[]>;
}

/** Reads the fields around the records; a wrong one is as good as none. */
export function readFields(draft: Draft, data: unknown): RecordFields {
  const lists = new Map<string, readonly unknown[]>();
  let currency: string | undefined;
  const wrong = (name: string, value: unknown, must: string): void => {
    draft.note("invalidType", [name], `The ${name} (${shown(value)}) must be ${must}.`);
  };
  attempt(draft, [], () => {
    if (typeof data !== "object" || data === null || Array.isArray(data)) {
      draft.note("invalidType", [], `The records (${shown(data)}) must be ${EXPECTED.object}.`);
      return;
    }
    if (!isPlainObject(data)) {
      draft.note("invalidType", [], `The records (${shown(data)}) must be a plain object.`);
      return;
    }
    for (const name in crmRecordsSchema.shape) {
      attempt(draft, [name], () => {
        const value: unknown = (data as Readonly<Record<string, unknown>>)[name];
        if (value === undefined) return;
        if (name !== "currency") {
          if (Array.isArray(value)) lists.set(name, value);
          else wrong(name, value, EXPECTED.list);
        } else if (typeof value === "string" && value !== "") currency = value;
        else wrong(name, value, EXPECTED.id);
      });
    }
    for (const name of Object.keys(data)) {
      if (Object.hasOwn(crmRecordsSchema.shape, name)) continue;
      const message = `The field ${showValue(name)} is unknown. Correct its name or leave it out.`;
      draft.note("unknownField", [name], message);
    }
  });
  return { currency, lists };
}

/** Notes what fails when it is read. */
function attempt(draft: Draft, path: readonly string[], read: () => void): void {
  try {
    read();
  } catch {
    const message = `The ${path[0] ?? "records"} must be plain data that can be read.`;
    draft.note("invalidType", path, message);
  }
}

/** A value in a message; an object is not asked anything, which might fail. */
function shown(value: unknown): string {
  if (isList(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : showValue(value);
}

function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
