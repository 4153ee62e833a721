import { type ForeignDraft, type ForeignLists, idText } from "./foreign-draft.js";
import type { NotTakenBecause } from "./foreign-issue.js";

/** Why the record of a line is not taken: then neither is the line. */
export function notTakenWith<Lists extends ForeignLists>(
  draft: ForeignDraft<Lists>,
  heads: keyof Lists & string,
  id: unknown,
): NotTakenBecause | undefined {
  const head = draft.named(heads, idText(id) ?? undefined);
  return head?.isLeftOut ? undefined : head?.notTaken;
}
