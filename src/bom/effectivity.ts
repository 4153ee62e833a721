import { formatPath } from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  noteType,
  type Path,
  pickFields,
  readDate,
  readFields,
  readWhole,
  refuseAll,
} from "./argument.js";
import { show } from "./issue.js";

/** When something is valid: a half-open range of days, and one of serial numbers. */
export interface Effectivity {
  /** First day, `"YYYY-MM-DD"`; since ever when left out. */
  readonly validFrom?: string | undefined;
  /** The day after the last; for ever when left out. */
  readonly validTo?: string | undefined;
  /** First serial number, a whole number from 0 on; from the first one made when left out. */
  readonly serialFrom?: number | undefined;
  /** The serial number after the last; without end when left out. */
  readonly serialTo?: number | undefined;
}

/** The day and the serial number that are asked for. */
export interface EffectivityPoint {
  /** `"YYYY-MM-DD"`; needed where anything is limited to days. */
  readonly date?: string | undefined;
  /** Serial number of what is made; needed where anything is limited to serial numbers. */
  readonly serial?: number | undefined;
}

/** The fields of {@link Effectivity}. */
export const EFFECTIVITY = ["validFrom", "validTo", "serialFrom", "serialTo"] as const;

const SERIALS = [0, Number.MAX_SAFE_INTEGER] as const;

/**
 * Tells whether something is valid on a day and for a serial number; ranges are half open.
 *
 * @param row - what may be limited to days, to serial numbers, or to both
 * @param at - the day and the serial number; what no limit asks for may be left out
 * @returns whether it is valid for both
 * @throws PlanningInputError with everything that is wrong: a day that is none (`invalidDate`), an
 * empty range (`contradiction`), a limit whose day or serial number is not given (`missingField`)
 *
 * Source: rule B8; APICS dictionary, "effectivity date", "serial number effectivity".
 *
 * @example
 * ```ts
 * const line = { validFrom: "2026-03-01", validTo: "2026-06-01" };
 * isEffective(line, { date: "2026-03-01" }); // => true
 * isEffective(line, { date: "2026-06-01" }); // => false
 * isEffective({ serialFrom: 500 }, { serial: 499 }); // => false
 * ```
 */
export function isEffective(row: Effectivity, at: EffectivityPoint): boolean {
  const issues: Issues = [];
  const point = readPoint(readFields(at, ["at"], ["date", "serial"], issues), issues);
  if (typeof row !== "object" || row === null) noteType(row, ["row"], "an object", issues);
  const fields = pickFields(row ?? {}, ["row"], EFFECTIVITY, issues);
  const range = readEffectivity(fields, ["row"], issues);
  noteMissingPoint([range], point, issues);
  refuseAll(issues);
  return covers(range, point);
}

/** Reads the day and the serial number that are asked for, from the fields of `at`. */
export function readPoint(
  { date, serial }: { readonly date?: unknown; readonly serial?: unknown },
  issues: Issues,
): EffectivityPoint {
  return {
    ...(date !== undefined && { date: readDate(date, ["at", "date"], issues) }),
    ...(serial !== undefined && { serial: readWhole(serial, ["at", "serial"], SERIALS, issues) }),
  };
}

/** Reads the limits that stand among the fields of a row. */
export function readEffectivity(
  row: { readonly [Field in keyof Effectivity]?: unknown },
  path: Path,
  issues: Issues,
): Effectivity {
  const { validFrom, validTo, serialFrom, serialTo } = row;
  const before = issues.length;
  const day = (value: unknown, field: string) => readDate(value, [...path, field], issues);
  const serial = (value: unknown, field: string) =>
    readWhole(value, [...path, field], SERIALS, issues);
  const range = {
    ...(validFrom !== undefined && { validFrom: day(validFrom, "validFrom") }),
    ...(validTo !== undefined && { validTo: day(validTo, "validTo") }),
    ...(serialFrom !== undefined && { serialFrom: serial(serialFrom, "serialFrom") }),
    ...(serialTo !== undefined && { serialTo: serial(serialTo, "serialTo") }),
  };
  if (issues.length > before) return range;
  noteEmpty(range.validFrom, range.validTo, [...path, "validTo"], issues);
  noteEmpty(range.serialFrom, range.serialTo, [...path, "serialTo"], issues);
  return range;
}

function noteEmpty<Place extends string | number>(
  from: Place | undefined,
  to: Place | undefined,
  path: Path,
  issues: Issues,
): void {
  if (from === undefined || to === undefined || from < to) return;
  const message = `The ${formatPath(path)} (${show(to)}) must come after the beginning (${show(from)}), since the range is half open.`;
  noteContradiction(path, message, issues);
}

/** Notes the day and the serial number that limits ask for and that were not given. */
export function noteMissingPoint(
  ranges: readonly Effectivity[],
  point: EffectivityPoint,
  issues: Issues,
): void {
  const dated = ranges.some(({ validFrom, validTo }) => (validFrom ?? validTo) !== undefined);
  const serial = ranges.some(({ serialFrom, serialTo }) => (serialFrom ?? serialTo) !== undefined);
  if (dated && point.date === undefined) noteMissing("date", "days", issues);
  if (serial && point.serial === undefined) noteMissing("serial", "serial numbers", issues);
}

function noteMissing(field: string, limits: string, issues: Issues): void {
  const message = `The at.${field} is missing, and something is limited to ${limits}. Say which one is asked for.`;
  issues.push({ code: "missingField", path: ["at", field], message });
}

/** Whether a range covers a day and a serial number that were read. */
export function covers(range: Effectivity, { date = "", serial = 0 }: EffectivityPoint): boolean {
  // Days as texts sort as days do.
  if (range.validFrom !== undefined && date < range.validFrom) return false;
  if (range.validTo !== undefined && date >= range.validTo) return false;
  if (range.serialFrom !== undefined && serial < range.serialFrom) return false;
  return range.serialTo === undefined || serial < range.serialTo;
}
