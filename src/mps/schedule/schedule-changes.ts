import { type Day, type Decimal, formatDay, quantityToDecimal } from "../../core/index.js";
import { identifier, listOf, objectOf, oneOf, readArgument } from "../argument.js";
import { day, type ExactNumber, quantity } from "../exact-argument.js";
import { noteTwice } from "../row-mistakes.js";
import { quantityCounter } from "./quantity-counter.js";
import type { TimeFences } from "./time-fences.js";
import { fenceDays, type Zone, zoneOf } from "./zone.js";

/** A way to change a master schedule. */
export type ScheduleEdit = "add" | "cancel" | "moveIn" | "moveOut" | "increase" | "decrease";

/**
 * Who changes it: the planning run by itself, the master scheduler, or management, which answers for
 * an emergency.
 */
export type ScheduleEditor = "planning" | "scheduler" | "management";

const EVERY_EDIT: readonly ScheduleEdit[] = Object.freeze([
  "add",
  "cancel",
  "moveIn",
  "moveOut",
  "increase",
  "decrease",
]);

/**
 * What may be edited in each zone, and by whom (D4).
 *
 * Frozen: nothing, but by management. Slushy: the scheduler trades off by hand; planning may take out
 * or push back what is not needed, as rule N8 lets it, and adds nothing. Liquid: planning keeps the
 * schedule by itself.
 */
export const ZONE_EDITS: Readonly<
  Record<Zone, Readonly<Record<ScheduleEditor, readonly ScheduleEdit[]>>>
> = Object.freeze({
  frozen: edits([], []),
  slushy: edits(["cancel", "moveOut"], EVERY_EDIT),
  liquid: edits(EVERY_EDIT, EVERY_EDIT),
});

/** What planning and the scheduler may do; management may do everything. Nobody changes that. */
function edits(
  planning: readonly ScheduleEdit[],
  scheduler: readonly ScheduleEdit[],
): Readonly<Record<ScheduleEditor, readonly ScheduleEdit[]>> {
  return Object.freeze({
    planning: Object.freeze(planning),
    scheduler: Object.freeze(scheduler),
    management: EVERY_EDIT,
  });
}

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
  const counts: { before: number[]; after: number[] } = { before: [], after: [] };
  let decimals = 0;
  const read = readArgument(
    input,
    {
      fences: fenceDays,
      before: listOf(line),
      after: listOf(line),
      by: oneOf("planning", "scheduler", "management"),
    },
    (lines, issues) => {
      const { before = [], after = [] } = lines;
      noteTwice(before, "before", issues);
      noteTwice(after, "after", issues);
      const ratios = [...before, ...after].map((row) => row?.quantity);
      const counter = quantityCounter(ratios, undefined, issues);
      decimals = counter.decimals;
      for (const name of ["before", "after"] as const)
        counts[name] = (lines[name] ?? []).map((row, n) =>
          counter.count(row?.quantity, [name, n, "quantity"]),
        );
    },
  );
  const linesOf = (name: "before" | "after") =>
    new Map(
      read[name].map(({ id, date }, n): [string, Line] => [id, { date, count: counts[name][n]! }]),
    );
  const [before, after] = [linesOf("before"), linesOf("after")];
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
      quantity: quantityToDecimal(count, decimals),
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
