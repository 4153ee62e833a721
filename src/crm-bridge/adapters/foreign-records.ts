import type * as z from "zod";
import { PlanningInputError } from "../../core/index.js";
import type { CrmRecordsInput } from "../schema/crm-records.js";
import type { ForeignDraft, ForeignEntry, ForeignLists, SoundEntry } from "./foreign-draft.js";
import type { SafeForeignRecords } from "./foreign-issue.js";
import { joinedLines, type LinesOf } from "./joined-lines.js";
import { withoutNothing } from "./without-nothing.js";

/**
 * What was read of a system.
 *
 * @param draft - with all that was wrong
 * @param currency - of the records
 * @param records - of the sound ones
 */
export function safeForeign(
  draft: Pick<ForeignDraft<ForeignLists>, "issues" | "notTaken">,
  currency: string | undefined,
  records: Omit<CrmRecordsInput, "currency">,
): SafeForeignRecords {
  return {
    records: withoutNothing({ currency, ...records }),
    issues: draft.issues(),
    notTaken: draft.notTaken(),
  };
}

/** The records when nothing was wrong, else a refusal with every mistake. */
export function recordsOrRefusal({ records, issues }: SafeForeignRecords): CrmRecordsInput {
  if (issues.length > 0) throw new PlanningInputError(issues);
  return records;
}

/**
 * Makes records of foreign ones whose lines stand in a list of their own.
 *
 * @param draft - all records of the system
 * @param join - the two lists
 * @param headOf - makes a record without its lines, or notes what is wrong
 * @param lineOf - makes a line, or notes what is wrong
 */
export function withLines<
  Lists extends ForeignLists,
  Heads extends keyof Lists & string,
  Lines extends keyof Lists & string,
  Head,
  Line,
>(
  draft: ForeignDraft<Lists>,
  join: LinesOf<Lists> & { readonly heads: Heads; readonly lines: Lines },
  headOf: (entry: Sound<Lists, Heads>) => Head,
  lineOf: (entry: Sound<Lists, Lines>) => Line,
): { readonly entry: Sound<Lists, Heads>; readonly record: Head & { lines: Line[] } }[] {
  if (!draft.has(join.lines) && join.headOf === undefined && draft.sound(join.heads).length > 0) {
    const message = `The list ${join.lines} is missing: without it none of the ${join.heads} has lines. Give it, empty if there are none.`;
    draft.miss(join.lines, message);
  }
  const heads = new Map<ForeignEntry, Head>();
  for (const entry of draft.sound(join.heads)) heads.set(entry, headOf(entry));
  const lines = new Map<ForeignEntry, Line>();
  for (const entry of draft.sound(join.lines)) lines.set(entry, lineOf(entry));
  const linesOf = joinedLines(draft, join);
  return draft.sound(join.heads).flatMap((entry) => {
    const head = heads.get(entry);
    if (head === undefined) return [];
    const own = linesOf(entry.id).flatMap((line) => lines.get(line) ?? []);
    return [{ entry, record: { ...head, lines: own } }];
  });
}

type Sound<Lists extends ForeignLists, List extends keyof Lists> = SoundEntry<
  z.output<Lists[List]["schema"]>
>;
