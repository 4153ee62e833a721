import type { Context } from "./context.js";
import { show } from "./issues.js";

/** Deeper than any terms, and less deep than what holds itself. */
const DEEPEST = 8;

/** Checks that the terms of suppliers are plain data, as JSON writes it; nothing is planned from them. */
export function checkTerms({ input, issues }: Context): void {
  for (const [k, { id, terms }] of (input.suppliers ?? []).entries()) {
    if (terms === undefined || isPlainData(terms, 0)) continue;
    const message = `The terms (${show(terms)}) of supplier ${show(id)} must be plain data, as JSON writes it, of at most ${DEEPEST} levels.`;
    issues.add("invalidType", ["suppliers", k, "terms"], message);
  }
}

function isPlainData(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) {
    return value === null || ["string", "number", "boolean"].includes(typeof value);
  }
  return depth < DEEPEST && Object.values(value).every((part) => isPlainData(part, depth + 1));
}
