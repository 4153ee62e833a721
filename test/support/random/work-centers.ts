import fc from "fast-check";
import { draft, given, rareFlag, rarely, sometimes, upTo, type Value } from "./optional.js";
import { pick, type Scene } from "./scene.js";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY = 1440;

/** Minutes. The shifts of a centre follow each other round the clock and so never overlap. */
const shift = draft({
  gap: fc.constantFrom(0, 60, 0, 1, 240, 735),
  length: fc.constantFrom(480, 240, 60, 450, 7, 720, DAY),
  breaks: fc.array(
    draft({ after: fc.constantFrom(60, 0, 120, 15), lasts: fc.constantFrom(30, 15, 1, 60) }),
    {
      maxLength: 3,
    },
  ),
  days: sometimes(fc.subarray([...WEEKDAYS], { minLength: 1 })),
  /** From a day on it is shorter. */
  era: rarely(
    draft({ day: fc.integer({ min: -6, max: 12 }), late: fc.nat(50), early: fc.nat(50) }),
  ),
  /** Midnight as an end has two ways of writing. */
  midnight: fc.constantFrom("24:00", "00:00"),
});

const exception = draft({
  day: fc.integer({ min: -8, max: 20 }),
  shifts: fc.array(draft({ late: fc.nat(70), early: fc.nat(70), closed: fc.boolean() }), {
    maxLength: 3,
  }),
});

export const workCenter = draft({
  starts: fc.constantFrom(480, 360, 0, 1320, 1439, 841),
  shifts: upTo(shift, 3, 1),
  exceptions: fc.uniqueArray(exception, { maxLength: 3, selector: ({ day }) => day }),
  overtime: rarely(
    draft({
      day: fc.integer({ min: -2, max: 9 }),
      from: fc.nat(1000),
      lasts: fc.integer({ min: 1, max: 600 }),
    }),
  ),
  calendar: rarely(fc.nat(2)),
  units: sometimes(fc.constantFrom(1, 2, 3)),
  efficiency: sometimes(fc.constantFrom(1, 0.5, "0.9", "3/4", 1.25, "4/3", "7/11")),
  utilization: sometimes(fc.constantFrom(1, 0.85, "2/3")),
  finishWithinShift: rareFlag,
  setups: rareFlag,
  costs: rareFlag,
});

type ShiftDraft = Value<typeof shift>;

/** A stretch of the clock, from which on and until which minute of the day; it may pass midnight. */
interface Arc {
  readonly from: number;
  readonly until: number;
  readonly of: ShiftDraft;
}

const clock = (minute: number) => {
  const of = minute % DAY;
  return [Math.floor(of / 60), of % 60].map((part) => `${part}`.padStart(2, "0")).join(":");
};

function arcsOf(starts: number, shifts: readonly ShiftDraft[]): Arc[] {
  const arcs: Arc[] = [];
  let at = starts;
  for (const of of shifts) {
    const from = at + (arcs.length === 0 ? 0 : of.gap);
    const until = Math.min(from + of.length, starts + DAY);
    if (from >= until) break;
    arcs.push({ from, until, of });
    at = until;
  }
  return arcs;
}

/** Breaks follow each other inside the shift and never fill it. */
function breaksOf({ from, until, of }: Arc) {
  const breaks: { from: string; until: string }[] = [];
  let at = from;
  let left = until - from;
  for (const { after, lasts } of of.breaks) {
    if (at + after + lasts > until || lasts >= left) break;
    breaks.push({ from: clock(at + after), until: endOf(at + after + lasts, of) });
    at += after + lasts;
    left -= lasts;
  }
  return breaks.length === 0 ? undefined : breaks;
}

function endOf(minute: number, { midnight }: ShiftDraft): string {
  return minute % DAY === 0 ? midnight : clock(minute);
}

function dayShift(arc: Arc) {
  return given({ from: clock(arc.from), until: endOf(arc.until, arc.of), breaks: breaksOf(arc) });
}

/** A part of the stretch that begins on the same date, by how many minutes it begins later and ends earlier. */
function shorter({ from, until, of }: Arc, late: number, early: number): Arc {
  const isSameDate = Math.floor(from / DAY) === Math.floor((from + late) / DAY);
  const isPart = isSameDate && from + late < until - early;
  return isPart ? { from: from + late, until: until - early, of } : { from, until, of };
}

/** The first shift is there on all days, so that every centre opens again and again. */
function shiftRows(arc: Arc, n: number, date: Scene["date"]) {
  const days = n === 0 || arc.of.days?.length === 7 ? undefined : arc.of.days;
  const { era } = arc.of;
  if (era === undefined) return [given({ ...dayShift(arc), days })];
  const day = date(era.day);
  return [
    given({ ...dayShift(arc), days, validTo: day }),
    given({ ...dayShift(shorter(arc, era.late, era.early)), days, validFrom: day }),
  ];
}

/** Work centres by their site; shifts over midnight, breaks, eras, exceptions, calendars. */
export function writeWorkCenters(
  { date, sites, calendars }: Pick<Scene, "date" | "sites" | "calendars">,
  of: readonly Value<typeof workCenter>[],
) {
  return of.map((one, n) => {
    const arcs = arcsOf(one.starts, one.shifts);
    const exceptions = one.exceptions.map(({ day, shifts }) => ({
      date: date(day),
      shifts: shifts.flatMap(({ late, early, closed }, k) => {
        const arc = arcs[k];
        return arc === undefined || closed ? [] : [dayShift(shorter(arc, late, early))];
      }),
    }));
    const { overtime } = one;
    return given({
      // Against the order of the rows.
      id: `w${9 - n}`,
      site: sites[n % Math.max(1, sites.length)],
      calendar: one.calendar === undefined ? undefined : pick(calendars, one.calendar),
      shifts: arcs.flatMap((arc, k) => shiftRows(arc, k, date)),
      exceptions: exceptions.length === 0 ? undefined : exceptions,
      overtime:
        overtime === undefined
          ? undefined
          : [
              {
                from: `${date(overtime.day)}T${clock(overtime.from)}`,
                until: `${date(overtime.day + Math.floor((overtime.from + overtime.lasts) / DAY))}T${clock(overtime.from + overtime.lasts)}`,
              },
            ],
      units: one.units,
      efficiency: one.efficiency,
      utilization: one.utilization,
      finishWithinShift: one.finishWithinShift ? true : undefined,
      setups: one.setups ? [{ from: "red", to: "blue", hours: 0.5 }] : undefined,
      costPerHour: one.costs ? 30 : undefined,
      overtimeCostPerHour: one.costs ? "45.5" : undefined,
    });
  });
}
