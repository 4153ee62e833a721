import {
  type Calendar,
  compileCalendar,
  EVERY_DAY,
  parseRatio,
  type Ratio,
  type Weekday,
} from "../../core/index.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";
import { BULK_ROWS, inChunks, type Steps } from "./chunks.js";
import { type Context, firstOfId, unknownId } from "./context.js";
import { type IssueList, show } from "./issues.js";
import type { Path } from "./path.js";
import type { Item, Site } from "./problem.js";
import { readDay } from "./read-day.js";
import { UniqueIds } from "./unique-ids.js";

/** The site of an input that names none. */
export const ONLY_SITE = "main";

/** Precision of an item whose unit says nothing about it. */
export const DEFAULT_DECIMALS = 6;

type Shared = Pick<Context, "issues">;

/** T3: calendars by id; one without a working day is refused. */
export function readCalendars(input: PlanningInput, issues: IssueList): Map<string, Calendar> {
  const calendars = new Map<string, Calendar>();
  const seen = new UniqueIds();
  for (const [k, row] of (input.calendars ?? []).entries()) {
    if (!firstOfId({ issues }, seen, row.id, ["calendars", k], "calendar")) continue;
    const days = new Set<number>();
    const exceptions: { day: number; working: boolean }[] = [];
    for (const [n, exception] of (row.exceptions ?? []).entries()) {
      const path = ["calendars", k, "exceptions", n, "date"];
      const day = readDay(exception.date, path, issues);
      if (days.has(day)) {
        const message = `The date (${show(exception.date)}) of calendar ${show(row.id)} is an exception already. Keep one.`;
        issues.add("duplicateId", path, message);
      } else {
        days.add(day);
        exceptions.push({ day, working: exception.working });
      }
    }
    const workingDays = row.workingDays as readonly Weekday[] | undefined;
    const calendar = compileCalendar(row.id, workingDays, exceptions);
    if (calendar.weekdays.length === 0 && !exceptions.some((exception) => exception.working)) {
      const message = `The calendar ${show(row.id)} has no working day. Give it workingDays or working exceptions.`;
      issues.add("noWorkingDay", ["calendars", k], message, { calendar: row.id });
    }
    calendars.set(row.id, calendar);
  }
  return calendars;
}

/** The calendar that a field names; `undefined` when none is given or none has that id. */
export function namedCalendar(
  context: Shared & Pick<Context, "calendars">,
  id: string | undefined,
  path: Path,
): Calendar | undefined {
  if (id === undefined) return undefined;
  const calendar = context.calendars.get(id);
  if (calendar === undefined) unknownId(context, "calendar", id, path);
  return calendar;
}

/** Reads the sites; none given is one site, "main" (K19). */
export function readSites(
  input: PlanningInput,
  context: Shared & Pick<Context, "calendars">,
): Site[] {
  const rows = input.sites ?? [];
  if (rows.length === 0) return [{ id: ONLY_SITE, calendar: EVERY_DAY }];
  const seen = new UniqueIds();
  return rows.flatMap((row, k) => {
    const calendar = namedCalendar(context, row.calendar, ["sites", k, "calendar"]);
    const isFirst = firstOfId(context, seen, row.id, ["sites", k], "site");
    return isFirst ? { id: row.id, calendar: calendar ?? EVERY_DAY } : [];
  });
}

/** Reads the suppliers with their calendars. */
export function readSuppliers(
  input: PlanningInput,
  context: Shared & Pick<Context, "calendars">,
): Map<string, { calendar: Calendar | undefined }> {
  const suppliers = new Map<string, { calendar: Calendar | undefined }>();
  const seen = new UniqueIds();
  for (const [k, row] of (input.suppliers ?? []).entries()) {
    firstOfId(context, seen, row.id, ["suppliers", k], "supplier");
    const calendar = namedCalendar(context, row.calendar, ["suppliers", k, "calendar"]);
    suppliers.set(row.id, { calendar });
  }
  return suppliers;
}

/** Reads the items, some at a time: how each is counted and in which other units (Q1, Q5). */
export function* itemSteps(input: PlanningInput, issues: IssueList): Steps<Item[]> {
  const decimalsOfUnit = new Map<string, number>();
  const units = new UniqueIds();
  for (const [k, row] of (input.units ?? []).entries()) {
    firstOfId({ issues }, units, row.id, ["units", k], "unit");
    decimalsOfUnit.set(row.id, row.decimals);
  }
  const rows = input.items ?? [];
  const seen = new UniqueIds((k) => rows[k]!.id);
  const items: Item[] = [];
  yield* inChunks(rows.length, BULK_ROWS, (from, end) => {
    for (let k = from; k < end; k++) {
      const row = rows[k]!;
      firstOfId({ issues }, seen, row.id, ["items", k], "item");
      const ofUnit = row.unit === undefined ? undefined : decimalsOfUnit.get(row.unit);
      items.push({
        id: row.id,
        decimals: row.decimals ?? ofUnit ?? DEFAULT_DECIMALS,
        unit: row.unit,
        factors: readFactors(row, k, issues),
        phantom: row.phantom ?? false,
      });
    }
  });
  return items;
}

/**
 * Items of which it is not known how they are counted, since their decimals or units, or the
 * precision of their unit, have a wrong form, or a unit holds nothing.
 */
export function uncountedItems(
  input: PlanningInput,
  items: readonly Item[],
  issues: IssueList,
): Set<Item> {
  if (issues.found.length === 0) return new Set();
  const unitIsInDoubt =
    issues.isInDoubt(["units"]) ||
    (input.units ?? []).some((_, k) => issues.isInDoubt(["units", k]));
  return new Set(
    items.filter((item, k) => {
      const row = input.items![k]!;
      const byUnit = row.decimals === undefined && item.unit !== undefined && unitIsInDoubt;
      const own = ["decimals", "unit", "units"].some((field) =>
        issues.isInDoubt(["items", k, field]),
      );
      const hasRefused = (row.units ?? []).some((_, n) =>
        issues.isRefused(["items", k, "units", n, "contains"]),
      );
      return byUnit || own || hasRefused;
    }),
  );
}

type ItemRow = PlanningRow<"items">;

const NO_FACTORS: ReadonlyMap<string, Ratio> = new Map();

function readFactors(row: ItemRow, k: number, issues: IssueList): ReadonlyMap<string, Ratio> {
  if (row.units === undefined || row.units.length === 0) return NO_FACTORS;
  const factors = new Map<string, Ratio>();
  for (const [n, { unit, contains }] of row.units.entries()) {
    const path = ["items", k, "units", n];
    if (factors.has(unit) || unit === row.unit) {
      const message = `The unit (${show(unit)}) of item ${show(row.id)} has a factor already. Keep one.`;
      issues.add("duplicateId", [...path, "unit"], message);
      continue;
    }
    const factor = parseRatio(contains);
    if (factor === undefined) {
      const message = `The contains (${show(contains)}) must be a number or a fraction such as "1/48".`;
      issues.add("invalidQuantity", [...path, "contains"], message);
    } else if (factor.num <= 0n) {
      const message = `The contains (${show(contains)}) must be more than 0.`;
      issues.add("outOfRange", [...path, "contains"], message, { value: contains });
    } else factors.set(unit, factor);
  }
  return factors;
}
