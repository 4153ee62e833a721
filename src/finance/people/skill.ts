import type { LoadSource } from "../../capacity/index.js";
import { addMistake, compareText, type Issue, refuseMistakes } from "../../core/index.js";
import type { Plan } from "../../mrp/index.js";
import { peopleCalendars } from "./people-calendar.js";
import type { Staff } from "./people-hours.js";
import type { ReadSkill, ReadWorkforceOptions } from "./workforce-options.js";

/** A skill, where it is needed, and who has it. */
export interface Skill {
  readonly skill: string;
  readonly needs: readonly ReadSkill[];
  /** `undefined`: nobody says. */
  readonly staff: readonly Staff[] | undefined;
}

/**
 * Finds who is needed where, by skill.
 *
 * @throws PlanningInputError when a work centre, site or calendar is none of the plan
 */
export function skillsOf(
  plan: Plan,
  { workCenters }: LoadSource,
  { skills, people }: ReadWorkforceOptions,
): readonly Skill[] {
  const issues: Issue[] = [];
  const known = new Set(workCenters.map(({ id }) => id));
  for (const [n, { workCenter: id }] of skills.entries()) {
    if (known.has(id)) continue;
    const message = `There is no work centre ${JSON.stringify(id)}. Name one of the input.`;
    addMistake({ path: ["skills", n, "workCenter"], issues }, "unknownId", message, { id });
  }
  const calendars = peopleCalendars(plan, people, issues);
  refuseMistakes(issues);
  const needs = bySkill(skills, (row) => row);
  const staff = bySkill(people, (row, n) => ({ row, calendar: calendars[n]! }));
  return Array.from(needs, ([skill, rows]) => ({
    skill,
    needs: rows,
    staff: staff.get(skill),
  })).sort((a, b) => compareText(a.skill, b.skill));
}

function bySkill<Row extends { readonly skill: string }, T>(
  rows: readonly Row[],
  make: (row: Row, n: number) => T,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const [n, row] of rows.entries()) {
    const own = found.get(row.skill) ?? [];
    found.set(row.skill, own);
    own.push(make(row, n));
  }
  return found;
}
