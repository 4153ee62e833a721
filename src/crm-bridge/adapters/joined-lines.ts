import { showValue } from "../../core/index.js";
import {
  type ForeignDraft,
  type ForeignEntry,
  type ForeignLists,
  idText,
} from "./foreign-draft.js";

/** Which list has the lines of which, and by which field. */
export interface LinesOf<Lists extends ForeignLists> {
  readonly lines: keyof Lists & string;
  readonly heads: keyof Lists & string;
  /** The field of a line that names its record. */
  readonly by: string;
  /** Finds the id of a line's record, where it is not what that field holds. */
  readonly headIdOf?: (line: ForeignEntry) => unknown;
  /** Finds a line's record, where records name their lines: one without lines needs no list of them. */
  readonly headOf?: (line: ForeignEntry) => ForeignEntry | undefined;
}

/**
 * Joins records and their lines: a record of which one line is left out is left out, and so are the
 * lines of a record that is. Lines of what is not taken are not taken either, and no more to be joined.
 *
 * @returns the sound lines of each record by its id, in the order of the data
 */
export function joinedLines<Lists extends ForeignLists>(
  draft: ForeignDraft<Lists>,
  { lines, heads, by, headIdOf = (line) => line.copy[by], headOf }: LinesOf<Lists>,
): (head: string) => readonly ForeignEntry[] {
  const found =
    headOf ?? ((line: ForeignEntry) => draft.named(heads, idText(headIdOf(line)) ?? undefined));
  for (const line of draft.all(lines)) {
    const head = found(line);
    if (line.notTaken !== undefined) continue;
    if (head === undefined) {
      if (line.isLeftOut) continue;
      const message = `The ${by} (${showValue(headIdOf(line))})${draft.ownerOf(line)} is none of the ${heads}. Give that record too.`;
      draft.refuse(line, "unknownId", [by], message);
    } else if (line.isLeftOut && !head.isLeftOut && head.notTaken === undefined) {
      const message = `One of the lines${draft.ownerOf(head)} is left out, and so is all of it.`;
      draft.refuse(head, "leftOut", [], message);
    }
  }
  const byHead = new Map<string, ForeignEntry[]>();
  for (const line of draft.all(lines)) {
    const head = found(line);
    if (head === undefined || line.isLeftOut || line.notTaken !== undefined) continue;
    if (head.isLeftOut) {
      const named = head.id === null ? "" : ` (${by} ${showValue(head.id)})`;
      const message = `The record${draft.ownerOf(line)}${named} is left out, and so is this line.`;
      draft.refuse(line, "leftOut", [by], message);
    } else if (head.id !== null) {
      const own = byHead.get(head.id);
      if (own === undefined) byHead.set(head.id, [line]);
      else own.push(line);
    }
  }
  return (head) => byHead.get(head) ?? [];
}
