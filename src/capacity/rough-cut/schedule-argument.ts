import {
  addMistake,
  type Check,
  countWords,
  type Day,
  type Doubtful,
  dayArgument,
  type ExactNumber,
  exactNumber,
  formatDay,
  type Issue,
  identifier,
  listOf,
  mustBe,
  objectOf,
  optional,
  type Ratio,
  showValue,
} from "../../core/index.js";
import { PlaceMap } from "./place-map.js";

/** What the master schedule has of an item. */
export interface ScheduleRow {
  readonly item: string;
  /** Where the item is due; bills and profiles are meant for it when they say the same, or neither says it. */
  readonly site?: string | undefined;
  /** Good quantity due in each period, 0 or more, from the first on; those left out at the end are 0. */
  readonly quantities: readonly ExactNumber[];
  /** Due before the first period and not yet made; 0 when left out. */
  readonly pastDue?: ExactNumber | undefined;
}

/** The days of a period. */
export interface SchedulePeriod {
  /** The first day, `"YYYY-MM-DD"`. */
  readonly from: string;
  /** The day after the last, `"YYYY-MM-DD"`. */
  readonly until: string;
}

/** A row as it was read. */
export interface ReadScheduleRow {
  readonly item: string;
  readonly site?: string | undefined;
  readonly quantities: readonly Ratio[];
  readonly pastDue: Ratio;
}

/** A period as it was read. */
export interface ReadPeriod {
  readonly from: Day;
  readonly until: Day;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/** Checks a master schedule. */
export const scheduleRows: Check<ReadScheduleRow[]> = listOf(
  objectOf({
    item: identifier,
    site: optional(identifier),
    quantities: listOf(exactNumber(0)),
    pastDue: optional(exactNumber(0), ZERO),
  }),
  1,
);

/** Checks the days of periods. */
export const schedulePeriods: Check<ReadPeriod[]> = listOf(
  objectOf({ from: dayArgument, until: dayArgument }),
  1,
);

/** Notes periods that are empty, overlap or do not ascend. */
export function notePeriods(
  periods: Doubtful<readonly ReadPeriod[] | undefined>,
  issues: Issue[],
): void {
  for (const [n, { from, until } = {}] of (periods ?? []).entries()) {
    if (from === undefined || until === undefined) continue;
    const before = periods?.[n - 1]?.until ?? from;
    const note = (field: "from" | "until", what: string) => {
      const place = { path: ["periods", n, field], issues };
      const day = formatDay(field === "from" ? from : until);
      addMistake(place, "contradiction", mustBe(day, place, what));
    };
    if (until <= from) note("until", `lie after its from (${formatDay(from)})`);
    if (from < before)
      note("from", `not lie before the end of the one before (${formatDay(before)})`);
  }
}

/** Notes rows with more quantities than there are periods. */
export function noteQuantities(
  rows: Doubtful<readonly ReadScheduleRow[]>,
  periods: number,
  issues: Issue[],
): void {
  for (const [n, { quantities } = {}] of (rows ?? []).entries()) {
    if (quantities === undefined || quantities.length <= periods) continue;
    const message = `The schedule[${n}].quantities has ${countWords(quantities.length, "entry", "entries")}, and the periods are ${periods}. Leave out what is too much, or give more periods.`;
    addMistake({ path: ["schedule", n, "quantities"], issues }, "contradiction", message);
  }
}

/** Stands for a site that is not said; no id of a site is empty. */
export const ANY_SITE = "";

/** Notes items of the schedule of which nothing says what they take. */
export function noteWithoutRow(
  schedule: Doubtful<readonly ReadScheduleRow[]>,
  rows: Doubtful<readonly { readonly item: string; readonly site?: string | undefined }[]>,
  list: string,
  issues: Issue[],
): void {
  // A row of which something is wrong might be of any item.
  if (rows === undefined || issues.some(({ path }) => path[0] === list)) return;
  const known = new PlaceMap<true>();
  for (const row of rows)
    if (row?.item !== undefined) known.set(row.item, row.site ?? ANY_SITE, true);
  for (const [n, row] of (schedule ?? []).entries()) {
    if (row?.item === undefined || known.get(row.item, row.site ?? ANY_SITE)) continue;
    if (issues.some(({ path }) => path[0] === "schedule" && path[1] === n)) continue;
    const place = { path: ["schedule", n, "item"], issues };
    const at = row.site === undefined ? "" : ` for the site ${showValue(row.site)}`;
    const what = `have a row in ${list}${at}; give one with 0 where it takes nothing`;
    addMistake(place, "unknownId", mustBe(row.item, place, what), { id: row.item });
  }
}
