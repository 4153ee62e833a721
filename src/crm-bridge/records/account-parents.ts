import { showValue } from "../../core/index.js";
import type { Draft } from "./draft.js";

/** Notes accounts that are their own parents, directly or by way of others. */
export function checkParents(draft: Draft): void {
  const done = new Set<string>();
  for (const { row } of draft.of("accounts")) {
    const way = new Set<string>();
    let id: string | undefined = row?.id;
    while (id !== undefined && !done.has(id) && !way.has(id)) {
      way.add(id);
      id = draft.rowOf("accounts", id)?.parent;
    }
    const circle = id !== undefined && way.has(id) ? [...way].slice([...way].indexOf(id)) : [];
    for (const member of circle) {
      for (const entry of draft.named("accounts", member)) {
        const message = `The parent (${showValue(entry.row?.parent)}) of account ${showValue(member)} leads back to it.`;
        draft.refuse(entry, "contradiction", ["parent"], message, { cycle: circle });
      }
    }
    for (const member of way) done.add(member);
  }
}
