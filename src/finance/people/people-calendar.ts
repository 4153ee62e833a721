import {
  addMistake,
  type Calendar,
  compileCalendar,
  type Issue,
  parseDay,
  type Weekday,
} from "../../core/index.js";
import { capacityModel, type Plan, planInput } from "../../mrp/index.js";
import type { ReadPeople } from "./workforce-options.js";

/** The site of an input that names none (K19). */
const ONLY_SITE = "main";

/**
 * Finds out when people work: by the calendar that they name, else by that of their site.
 *
 * @returns the calendar of each row of people; `undefined` where something is wrong, which is noted
 */
export function peopleCalendars(
  plan: Plan,
  people: readonly ReadPeople[],
  issues: Issue[],
): readonly (Calendar | undefined)[] {
  const { sites = [], calendars = [] } = planInput(plan);
  const known = sites.length === 0 ? [ONLY_SITE] : sites.map(({ id }) => id);
  const model = capacityModel(plan);
  const named = new Map(calendars.map((row) => [row.id, row]));
  return people.map((row, n) => {
    if (row.calendar !== undefined) {
      const found = named.get(row.calendar);
      if (found !== undefined) return calendarOf(found);
      refuseUnknown("calendar", row.calendar, n, issues);
      return undefined;
    }
    const site = row.site ?? (known.length === 1 ? known[0] : undefined);
    if (site === undefined) {
      const message =
        "The plan has several sites. Say by which of them, or by which calendar, these people work.";
      addMistake({ path: ["people", n, "site"], issues }, "missingField", message);
      return undefined;
    }
    if (known.includes(site)) return model.calendarOf(site);
    refuseUnknown("site", site, n, issues);
    return undefined;
  });
}

function refuseUnknown(kind: "site" | "calendar", id: string, n: number, issues: Issue[]): void {
  const message = `The plan has no ${kind} ${JSON.stringify(id)}. Name one that it has.`;
  addMistake({ path: ["people", n, kind], issues }, "unknownId", message, { id });
}

type CalendarRow = NonNullable<ReturnType<typeof planInput>["calendars"]>[number];

/** A calendar of a plan's input, which was checked when it was planned. */
function calendarOf({ id, workingDays, exceptions = [] }: CalendarRow): Calendar {
  return compileCalendar(
    id,
    workingDays as readonly Weekday[] | undefined,
    exceptions.map(({ date, working }) => ({ day: parseDay(date)!, working })),
  );
}
