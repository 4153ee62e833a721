/** How charts read the rows of reports: the fields that they draw, whatever stands beside. */
import {
  type Check,
  type Day,
  exactNumber,
  FIRST_DAY,
  type Fields,
  type Issue,
  isIterable,
  isPlainObject,
  LAST_DAY,
  parseDay,
  type Ratio,
  type Read,
  readGuarded,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";

/** A report, or rows with the currency of their amounts. */
export interface ChartedMoney<Row extends object> {
  readonly rows: Iterable<Row>;
  /** Stands at the axis. */
  readonly currency?: string | null | undefined;
}

/** No number that a chart draws is more than this, so that sums of them are numbers too. */
const LARGEST = 1e100;

/** The first bucket may begin before the first day, and the last one ends after the last. */
const DAYS_A_YEAR = 366;

/** Any text, the empty one too. */
export const anyText: Check<string> = (value, place) => {
  if (typeof value === "string") return value;
  wrongType(value, place, "a text");
  return UNSOUND;
};

/** What passes a check, or `null`. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, place) => (value === null ? null : check(value, place));
}

/** An amount, below 0 too. */
export const amount: Check<Ratio> = exactNumber(-LARGEST, LARGEST);

/** The first day of a bucket, or the day after the last. */
export const bucketDay: Check<Day> = (value, place) => {
  const day = parseDay(value);
  if (day !== undefined && day >= FIRST_DAY - DAYS_A_YEAR && day <= LAST_DAY + DAYS_A_YEAR)
    return day;
  wrongType(value, place, 'a day "YYYY-MM-DD": ask for the rows by bucket');
  return UNSOUND;
};

/** How many decimals are drawn. */
export const decimalsField = wholeNumber(0, 12);

/**
 * Reads the rows of a report.
 *
 * @param given - what has them
 * @param fields - the check of each field that is drawn
 * @param issues - takes what is wrong
 */
export function readRows<F extends Fields>(
  given: unknown,
  fields: F,
  issues: Issue[],
): readonly Read<F>[] {
  const names = Object.keys(fields);
  const list = readGuarded(given, { path: ["rows"], issues }, listOfRows) ?? [];
  return list.map((row, n) => {
    const read: Record<string, unknown> = {};
    for (const name of names) {
      const place = { path: ["rows", n, name], issues };
      const take = () => fields[name]!(isPlainObject(row) ? Reflect.get(row, name) : null, place);
      read[name] = readGuarded(row, place, take);
    }
    return read as Read<F>;
  });
}

/** The currency of a report, where it names one. */
export function readCurrency(given: unknown, issues: Issue[]): string | null {
  const place = { path: ["currency"], issues };
  const take = (from: unknown): string | null => {
    const currency = isPlainObject(from) ? Reflect.get(from, "currency") : null;
    return currency === undefined ? null : orNull(anyText)(currency, place);
  };
  return readGuarded(given, place, take) ?? null;
}

const listOfRows: Check<unknown[]> = (given, place) => {
  const rows = isPlainObject(given) ? Reflect.get(given, "rows") : undefined;
  if (isIterable(rows)) return [...rows];
  wrongType(rows, place, "a list of rows");
  return UNSOUND;
};
