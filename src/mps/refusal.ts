import { type Issue, PlanningInputError } from "../core/index.js";

/** No refusal lists more mistakes; a last one says how many more there are. */
const MANY = 1000;

/** After so many mistakes a list is not read any further. */
export const TOO_MANY = 100_000;

/**
 * Ends a call whose arguments are wrong.
 *
 * @throws PlanningInputError with all that was noted, up to {@link MANY}: the first of each field, and
 * the first ones of all
 */
export function refuseAll(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  if (issues.length <= MANY) throw new PlanningInputError(issues);
  const fields = new Set<string | number | undefined>();
  const firsts = new Set(
    issues.filter(({ path: [field] }) => !fields.has(field) && fields.add(field)),
  );
  let room = MANY - firsts.size;
  const listed = issues.filter((issue) => firsts.has(issue) || room-- > 0);
  const count = issues.length - listed.length;
  const atLeast = issues.length < TOO_MANY ? "" : "at least ";
  const message = `There are ${atLeast}${count} more mistakes. Correct these first.`;
  throw new PlanningInputError([...listed, { code: "moreMistakes", path: [], message, count }]);
}
