import {
  type Day,
  formatDay,
  formatPath,
  formatQuantity,
  type Issue,
  refuseMistakes,
} from "../../core/index.js";
import { add, guarded, objectOf, type Place, UNSOUND } from "../argument.js";
import { countOf, day, quantity } from "../exact-argument.js";

/** What the questions of a profile are measured by. */
interface Measure {
  readonly decimals: number;
  /** T0. */
  readonly start: Day;
}

/** A day from T0 on and a count, as far as they were asked for. */
interface Read {
  readonly at: number;
  readonly count: number;
}

/**
 * Reads the arguments of a question.
 *
 * @param name - of the day, as the caller knows it
 * @param date - the day
 * @param quantities - the quantity, where one is asked for
 * @throws PlanningInputError with all mistakes
 */
export function readQuestion(
  measure: Measure,
  name: string,
  date: unknown,
  quantities: readonly [] | readonly [unknown] = [],
): Read {
  const issues: Issue[] = [];
  const at = guarded(date, { path: [name], issues }, (value, place) =>
    daysFrom(measure, value, place),
  );
  const place = { path: ["quantity"], issues };
  const count =
    quantities.length === 0
      ? 0
      : guarded(quantities[0], place, (value) => countIn(measure, value, place));
  refuseMistakes(issues);
  return { at: at!, count: count! };
}

/** Reads a promise: a day and a quantity. @throws PlanningInputError with all mistakes */
export function readPromise(measure: Measure, promise: unknown): Read {
  const issues: Issue[] = [];
  const read = objectOf({
    date: (value, place) => daysFrom(measure, value, place),
    quantity: (value, place) => countIn(measure, value, place),
  });
  const promised = read(promise, { path: [], issues });
  refuseMistakes(issues);
  return { at: promised.date, count: promised.quantity };
}

/**
 * Refuses to book more than can be promised, or to release more than is booked (X3).
 *
 * @throws PlanningInputError (`contradiction`)
 */
export function refuseBooking(
  what: "book" | "release",
  count: number,
  most: number,
  decimals: number,
): void {
  if (count <= most) return;
  const [given, limit] = [formatQuantity(count, decimals), formatQuantity(most, decimals)];
  const advice =
    what === "book"
      ? "can be promised for the day; ask promiseDate for another"
      : "is booked on the day";
  const message = `The quantity (${given}) must be at most ${limit}, which ${advice}.`;
  refuseMistakes([{ code: "contradiction", path: ["quantity"], message, value: given, limit }]);
}

/** Days from T0, 0 or more. */
function daysFrom({ start }: Measure, value: unknown, place: Place): number {
  const read = day(value, place);
  if (read === UNSOUND || read >= start) return read - start;
  const message = `The ${formatPath(place.path)} (${formatDay(read)}) must not lie before the startDate (${formatDay(start)}).`;
  add(place, "outOfRange", message, { value: formatDay(read) });
  return UNSOUND;
}

/** Counts, above 0. */
function countIn({ decimals }: Measure, value: unknown, place: Place): number {
  const read = quantity(value, place);
  if (read === UNSOUND) return UNSOUND;
  if (read.num === 0n) {
    add(place, "outOfRange", "The quantity (0) must be above 0.", { value: "0" });
  }
  return countOf(read, decimals, place, value);
}
