import type { FiniteLoadingInput, FiniteMaterial } from "orlicky/capacity";
import type { WorkCenterInput } from "orlicky/routing";

const DAYS = 200;
const MINUTES = DAYS * 1440;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The minute of a text, by the calendar of the machine in UTC. */
export function minuteOf(text: string): number {
  return Date.parse(`${text}:00Z`) / 60_000;
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a day works by a calendar of the input. */
export function isOpenDay(input: FiniteLoadingInput, id: string | undefined, day: number): boolean {
  const calendar = input.calendars?.find((one) => one.id === id);
  if (calendar === undefined) return true;
  const exception = calendar.exceptions?.find(({ date }) => date === dateOf(day));
  const weekday = WEEKDAYS[(day + 3) % 7]!;
  return (
    exception?.working ??
    (calendar.workingDays as readonly string[] | undefined)?.includes(weekday) ??
    true
  );
}

/** The minute from which a material can be used. */
export function usableFrom(
  input: FiniteLoadingInput,
  { days = 0, calendar }: FiniteMaterial,
  end: number,
): number {
  let day = Math.ceil(end / 1440);
  while (!isOpenDay(input, calendar, day)) day++;
  for (let left = days; left > 0; left--) {
    do day++;
    while (!isOpenDay(input, calendar, day));
  }
  return day * 1440;
}

/** The open minutes of a work centre, one by one, from some days before the start of a schedule on. */
export class OpenTable {
  static readonly #known = new WeakMap<object, WeakMap<object, OpenTable>>();
  readonly #from: number;
  /** By minute: the number of the shift in which it is open; 0 for closed. */
  readonly #shift = new Uint16Array(MINUTES);
  /** By minute: open minutes before it. */
  readonly #before = new Int32Array(MINUTES + 1);

  /** The table of a work centre of an input, made once. */
  static of(input: FiniteLoadingInput, center: WorkCenterInput): OpenTable {
    const tables = OpenTable.#known.get(input) ?? new WeakMap<object, OpenTable>();
    OpenTable.#known.set(input, tables);
    const table = tables.get(center) ?? new OpenTable(input, center);
    tables.set(center, table);
    return table;
  }

  private constructor(input: FiniteLoadingInput, center: WorkCenterInput) {
    const first = Math.floor(minuteOf(input.start) / 1440) - 3;
    this.#from = first * 1440;
    let number = 0;
    for (let day = first; day < first + DAYS - 2; day++) {
      const exception = center.exceptions?.find(({ date }) => date === dateOf(day));
      const shifts =
        exception?.shifts ??
        (isOpenDay(input, center.calendar, day)
          ? center.shifts.filter(
              ({ days, validFrom = "0000", validTo = "9999" }) =>
                (days === undefined ||
                  (days as readonly string[]).includes(WEEKDAYS[(day + 3) % 7]!)) &&
                validFrom <= dateOf(day) &&
                dateOf(day) < validTo,
            )
          : []);
      for (const { from, until, breaks = [] } of shifts) {
        number++;
        const [begin, end] = span(from, until, 0);
        this.#fill(day * 1440 + begin, day * 1440 + end, number);
        for (const pause of breaks) {
          const [a, b] = span(pause.from, pause.until, begin);
          this.#fill(day * 1440 + a, day * 1440 + b, 0);
        }
      }
    }
    if (input.overtime === true) {
      for (const { from, until } of center.overtime ?? [])
        this.#addOvertime(minuteOf(from), minuteOf(until), ++number);
    }
    for (let k = 0; k < MINUTES; k++)
      this.#before[k + 1] = this.#before[k]! + (this.#shift[k]! > 0 ? 1 : 0);
  }

  isOpen(minute: number): boolean {
    return this.#shift[minute - this.#from]! > 0;
  }

  openBetween(from: number, until: number): number {
    return until <= from ? 0 : this.#before[until - this.#from]! - this.#before[from - this.#from]!;
  }

  /** The first minute by which so many open ones have passed. */
  passed(from: number, minutes: number): number {
    let minute = from;
    for (let left = minutes; left > 0; minute++) if (this.isOpen(minute)) left--;
    return minute;
  }

  /** Whether all open minutes between two are of one shift. */
  isOneShift(from: number, until: number): boolean {
    const shifts = new Set(this.#shift.subarray(from - this.#from, until - this.#from));
    shifts.delete(0);
    return shifts.size === 1;
  }

  #fill(from: number, until: number, value: number): void {
    this.#shift.fill(value, Math.max(0, from - this.#from), Math.max(0, until - this.#from));
  }

  /** Overtime is a shift of its own, or goes on with the shift that it touches. */
  #addOvertime(from: number, until: number, number: number): void {
    const touched = this.#shift[from - this.#from - 1]! || this.#shift[until - this.#from]!;
    for (let minute = from; minute < until; minute++) {
      if (!this.isOpen(minute)) this.#fill(minute, minute + 1, touched || number);
    }
  }
}

function span(from: string, until: string, notBefore: number): [number, number] {
  const read = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  let [begin, end] = [read(from), read(until)];
  if (begin < notBefore) [begin, end] = [begin + 1440, end + 1440];
  if (end <= begin) end += 1440;
  return [begin, end];
}
