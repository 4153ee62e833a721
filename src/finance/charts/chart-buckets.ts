import {
  addMistake,
  type Day,
  formatDay,
  formatMinute,
  type Issue,
  MINUTES_A_DAY,
} from "../../core/index.js";

/** A span of days of which a chart shows something. */
export interface ChartBucket {
  readonly from: Day;
  /** The day after the last. */
  readonly until: Day;
}

/** What is left free at each end of a bucket, as a part of it. */
const MARGIN = 0.1;

/** With more marks an axis cannot be read. */
const MOST_MARKS = 12;

const MILLISECONDS_A_MINUTE = 60_000;

/** As times stand in the data: plain, read and shown alike wherever it is drawn. */
export const TIME = "utc:'%Y-%m-%dT%H:%M'";

/**
 * Puts the buckets of rows in turn.
 *
 * @param rows - what stands in each bucket; those of a bucket need not stand together
 * @param issues - takes what is wrong: a bucket without a day, or with days of another
 */
export function bucketsOf(rows: readonly ChartBucket[], issues: Issue[]): readonly ChartBucket[] {
  const found = new Map<string, ChartBucket & { readonly row: number }>();
  for (const [row, { from, until }] of rows.entries()) {
    if (until <= from) {
      const message = `The rows[${row}].until (${formatDay(until)}) must be after from.`;
      addMistake({ path: ["rows", row, "until"], issues }, "outOfRange", message);
    }
    const name = `${from} ${until}`;
    if (!found.has(name)) found.set(name, { from, until, row });
  }
  const inTurn = [...found.values()].sort((a, b) => a.from - b.from || a.until - b.until);
  for (const [n, { from, row }] of inTurn.entries()) {
    const before = inTurn[n - 1];
    if (before === undefined || before.until <= from) continue;
    const message = `The rows[${row}] and rows[${before.row}] are of different buckets with the same days. Chart rows of buckets of one length.`;
    addMistake({ path: ["rows", row, "from"], issues }, "contradiction", message);
  }
  return inTurn.map(({ from, until }) => ({ from, until }));
}

/** Where a bar of several beside one another stands in its bucket. */
export function barSpan({ from, until }: ChartBucket, place = 0, count = 1) {
  const minutes = (until - from) * MINUTES_A_DAY;
  const at = (bar: number): string => {
    const share = MARGIN + ((1 - 2 * MARGIN) * bar) / count;
    return formatMinute(from * MINUTES_A_DAY + Math.round(share * minutes));
  };
  return { from: formatDay(from), until: formatDay(until), start: at(place), end: at(place + 1) };
}

/** The middle of a bucket. */
export function middleOf({ from, until }: ChartBucket): string {
  return formatMinute(((from + until) * MINUTES_A_DAY) / 2);
}

/** The axis of time, from the first bucket to the end of the last, with marks where buckets begin. */
export function timeAxis(buckets: readonly ChartBucket[]) {
  const step = Math.max(1, Math.ceil(buckets.length / MOST_MARKS));
  const marked = buckets.filter((_, n) => n % step === 0);
  const values = marked.map(({ from }) => timestampOf(from));
  const [domainMin, domainMax] = [buckets[0]?.from ?? 0, buckets.at(-1)?.until ?? 1].map(
    timestampOf,
  );
  return {
    field: "start",
    type: "temporal",
    scale: { type: "utc", domainMin, domainMax },
    axis: { format: "%Y-%m-%d", labelAngle: -30, values, grid: false },
    title: null,
  };
}

/** A day as scales count it: in milliseconds since 1970-01-01. */
function timestampOf(day: Day): number {
  return day * MINUTES_A_DAY * MILLISECONDS_A_MINUTE;
}
