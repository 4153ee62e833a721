import { formatPath } from "../core/index.js";
import { refuse } from "./argument.js";

type Path = readonly (string | number)[];

/**
 * Hands on a result, and refuses the call when a number of it is not finite: then figures so large
 * or so far apart were given that no floating-point number holds the answer.
 *
 * @throws PlanningInputError (`outOfRange`)
 */
export function finite<T>(result: T): T {
  const at = notFinite(result);
  if (at === undefined) return result;
  const name = at.length === 0 ? "answer" : formatPath(at);
  const message = `The ${name} leaves what a floating-point number holds. The figures given lie too far apart; correct them or choose other units.`;
  refuse("outOfRange", [], message);
}

/** Where in a result a number is not finite. */
function notFinite(value: unknown): Path | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : [];
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = notFinite(inner);
    if (found !== undefined) return [Array.isArray(value) ? Number(key) : key, ...found];
  }
  return undefined;
}
