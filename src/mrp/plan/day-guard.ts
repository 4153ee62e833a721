import { NoWorkingDay, PlanningInputError } from "../../core/index.js";

/**
 * Turns "this calendar has no such working day" into an issue of the input: a calendar whose last
 * working day has passed is a mistake in the data.
 */
export function guardDays<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw asDayIssue(error);
  }
}

/** The issue of an input for a calendar that has no such day; any other error as it is. */
export function asDayIssue(error: unknown): unknown {
  if (!(error instanceof NoWorkingDay)) return error;
  const id = JSON.stringify(error.calendar);
  const message = `The calendar ${id} has no working day where one is needed. Give it workingDays, or working exceptions before and after the horizon.`;
  return new PlanningInputError([
    { code: "noWorkingDay", path: ["calendars"], message, calendar: error.calendar },
  ]);
}
