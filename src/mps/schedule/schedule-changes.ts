import {
  type Day,
  type Decimal,
  formatDay,
  type Issue,
  quantityToDecimal,
} from "../../core/index.js";
import {
  type Check,
  identifier,
  listOf,
  objectOf,
  oneOf,
  readArgument,
  refuseAll,
} from "../argument.js";
import { day, type ExactNumber, quantity } from "../exact-argument.js";
import { quantityCounter } from "./quantity-counter.js";
import { type FenceDays, readFences, type TimeFences, type Zone, zoneOf } from "./time-fences.js";

/** A way to change a master schedule. */
export type ScheduleEdit = "add" | "cancel" | "moveIn" | "moveOut" | "increase" | "decrease";

/**
 * Who changes it: the planning run by itself, the master scheduler, or management, which answers for
 * an emergency.
 */
export type ScheduleEditor = "planning" | "scheduler" | "management";

const EVERY_EDIT = ["add", "cancel", "moveIn", "moveOut", "increase", "decrease"] as const;

/**
 * What may be edited in each zone, and by whom (D4).
 *
 * Frozen: nothing, but by management. Slushy: the scheduler trades off by hand; planning may take out
 * or push back what is not needed, as rule N8 lets it, and adds nothing. Liquid: planning keeps the
 * schedule by itself.
 */
export const ZONE_EDITS: Readonly<
  Record<Zone, Readonly<Record<ScheduleEditor, readonly ScheduleEdit[]>>>
> = {
  frozen: { planning: [], scheduler: [], management: EVERY_EDIT },
  slushy: { planning: ["cancel", "moveOut"], scheduler: EVERY_EDIT, management: EVERY_EDIT },
  liquid: { planning: EVERY_EDIT, scheduler: EVERY_EDIT, management: EVERY_EDIT },
};

/** One line of a master schedule. */
export interface ScheduleLine {
  /** Once in a schedule. */
  readonly id: string;
  /** The day on which it is there, `"YYYY-MM-DD"`. */
  readonly date: string;
  /** In units, 0 or more. */
  readonly quantity: ExactNumber;
}

/** What {@link scheduleChanges} is asked. */
export interface ScheduleChangesInput {
  /** Made by {@link timeFences}. */
  readonly fences: TimeFences;
  /** The schedule as it stands. */
  readonly before: readonly ScheduleLine[];
  /** The schedule as it shall be. */
  readonly after: readonly ScheduleLine[];
  /** Who asks. */
  readonly by: ScheduleEditor;
}

/** How one line differs, and whether its zone allows that. */
export interface ScheduleChange {
  readonly id: string;
  readonly edit: ScheduleEdit;
  /** The firmest zone that the change touches: that of the earlier of its two days. */
  readonly zone: Zone;
  /** Whether {@link ZONE_EDITS} has it. */
  readonly allowed: boolean;
  /** The day it had; not there for what is added. */
  readonly from?: string;
  /** The day it is to have; not there for what is cancelled. */
  readonly to?: string;
  /** What it adds to the schedule in units; negative for what it takes away, 0 for a move. */
  readonly quantity: Decimal;
}

interface Line {
  readonly date: Day;
  readonly count: number;
}

/**
 * Finds what differs between two master schedules, and what of it the zones allow.
 *
 * A line that is both moved and resized is two changes.
 *
 * @param input - the fences, the schedule before and after (units on days), and who asks
 * @returns the changes by id; `allowed` says whether the zone permits it
 * @throws PlanningInputError when a field is wrong, a quantity negative or an id there twice
 *
 * Source: rule D4.
 *
 * @example
 * ```ts
 * const fences = timeFences({ startDate: "2026-01-05", demandTimeFence: 7, planningTimeFence: 28 });
 * const before = [{ id: "a", date: "2026-01-09", quantity: 70 }];
 * const after = [
 *   { id: "a", date: "2026-01-14", quantity: 70 },
 *   { id: "b", date: "2026-01-15", quantity: 70 },
 * ];
 * const changes = scheduleChanges({ fences, before, after, by: "scheduler" });
 * changes.map(({ id, edit, zone, allowed }) => `${id}: ${edit}, ${zone}, ${allowed}`);
 * // => ["a: moveOut, frozen, false", "b: add, slushy, true"]
 * ```
 */
export function scheduleChanges(input: ScheduleChangesInput): readonly ScheduleChange[] {
  const line = objectOf({ id: identifier, date: day, quantity });
  const read = readArgument(
    input,
    {
      fences: ((value, place) => readFences(value, place.issues)) as Check<FenceDays>,
      before: listOf(line),
      after: listOf(line),
      by: oneOf("planning", "scheduler", "management"),
    },
    ({ before, after }, issues) => {
      noteTwice(before, "before", issues);
      noteTwice(after, "after", issues);
    },
  );
  const issues: Issue[] = [];
  const ratios = [...read.before, ...read.after].map((row) => row.quantity);
  const counter = quantityCounter(ratios, undefined, issues);
  const linesOf = (name: "before" | "after") =>
    new Map(
      read[name].map(({ id, date, quantity }, n): [string, Line] => [
        id,
        { date, count: counter.count(quantity, [name, n, "quantity"]) },
      ]),
    );
  const [before, after] = [linesOf("before"), linesOf("after")];
  refuseAll(issues);
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => (a < b ? -1 : 1));
  return ids.flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const zone = zoneOf(Math.min(was?.date ?? is!.date, is?.date ?? was!.date), read.fences);
    return editsOf(was, is).map(([edit, count]) => ({
      id,
      edit,
      zone,
      allowed: ZONE_EDITS[zone][read.by].includes(edit),
      ...(was === undefined ? {} : { from: formatDay(was.date) }),
      ...(is === undefined ? {} : { to: formatDay(is.date) }),
      quantity: quantityToDecimal(count, counter.decimals),
    }));
  });
}

/** The edits that make one line of another, each with what it adds. */
function editsOf(was: Line | undefined, is: Line | undefined): [ScheduleEdit, number][] {
  if (was === undefined) return is === undefined ? [] : [["add", is.count]];
  if (is === undefined) return [["cancel", -was.count]];
  const edits: [ScheduleEdit, number][] = [];
  if (is.date !== was.date) edits.push([is.date < was.date ? "moveIn" : "moveOut", 0]);
  const more = is.count - was.count;
  if (more !== 0) edits.push([more > 0 ? "increase" : "decrease", more]);
  return edits;
}

function noteTwice(lines: readonly { readonly id: string }[], name: string, issues: Issue[]): void {
  const seen = new Set<string>();
  for (const [n, { id }] of lines.entries()) {
    if (seen.has(id)) {
      const message = `The id (${JSON.stringify(id)}) stands twice in ${name}. Give each line its own.`;
      issues.push({ code: "duplicateId", path: [name, n, "id"], message });
    }
    seen.add(id);
  }
}
