import { compareText, isPlainObject } from "../../core/index.js";
import type { CrmIssueCode } from "../records/issue.js";
import { EXPECTED } from "../schema/values.js";

type Path = readonly (string | number)[];

/** The lists that a host gave. */
export function givenLists(
  data: unknown,
  note: (path: Path, code: CrmIssueCode, message: string) => void,
):
  | { readonly names: readonly string[]; rows(name: string): readonly unknown[] | undefined }
  | undefined {
  try {
    if (isPlainObject(data)) {
      return {
        names: Object.keys(data).sort(compareText),
        rows: (name) => rowsOf(data, name, note),
      };
    }
  } catch {
    // What cannot be asked is no object of lists either.
  }
  note([], "invalidType", "The records must be an object of lists.");
  return undefined;
}

function rowsOf(
  data: object,
  name: string,
  note: (path: Path, code: CrmIssueCode, message: string) => void,
): readonly unknown[] | undefined {
  try {
    const rows = (data as Readonly<Record<string, unknown>>)[name];
    if (rows === undefined) return undefined;
    if (Array.isArray(rows) && rows.length >= 0) return rows;
  } catch {
    // Said below.
  }
  note([name], "invalidType", `The ${name} must be ${EXPECTED.list}.`);
  return undefined;
}

/** A record of a list; one that cannot be read is none. */
export function rowAt(rows: readonly unknown[], index: number): unknown {
  try {
    return rows[index];
  } catch {
    return undefined;
  }
}
