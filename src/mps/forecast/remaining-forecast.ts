import {
  addWorkingDays,
  type Calendar,
  type Day,
  EVERY_DAY,
  firstWorkingDay,
  workingDaysUpTo,
} from "../../core/index.js";
import type { ConsumptionRules, CountedRemainder } from "./counted-forecast.js";
import type { OpenPart } from "./open-forecast.js";

/**
 * Plans what is left of forecast (D1): on the first day that is neither before T0 nor inside the
 * demand fence, or evenly over the days left. What has no such day is not planned; forecast that is
 * past and still counts has T0.
 *
 * @param parts - those of a row together
 * @returns row by row, by day, each once
 */
export function* remaindersByRow(
  parts: readonly OpenPart[],
  rules: ConsumptionRules,
): Generator<readonly CountedRemainder[]> {
  for (let from = 0, end = 0; from < parts.length; from = end) {
    const remainders: CountedRemainder[] = [];
    const { row } = parts[from]!;
    for (; parts[end]?.row === row; end++) addRemainders(parts[end]!, rules, remainders);
    yield onceADay(remainders.sort((a, b) => a.day - b.day));
  }
}

function addRemainders(
  { row, from, until, open }: OpenPart,
  rules: ConsumptionRules,
  remainders: CountedRemainder[],
): void {
  const firstDay = rules.startDay + rules.demandTimeFence;
  // Forecast of days before T0 is netted at T0, which a fence holds if there is one.
  const last = Math.max(until, rules.startDay);
  if (open === 0 || last < firstDay) return;
  const first = Math.max(from, firstDay);
  for (const { day, quantity } of placed(open, first, last, rules))
    remainders.push({ forecast: row, day, quantity });
}

/** Parts of a row that come to stand on one day are one: what was past, in more than one bucket. */
function onceADay(remainders: readonly CountedRemainder[]): CountedRemainder[] {
  const days: CountedRemainder[] = [];
  for (const one of remainders) {
    const last = days.at(-1);
    if (last === undefined || last.day !== one.day) days.push(one);
    else days[days.length - 1] = { ...last, quantity: last.quantity + one.quantity };
  }
  return days;
}

function* placed(
  quantity: number,
  from: Day,
  until: Day,
  { spread, calendar = EVERY_DAY }: ConsumptionRules,
): Generator<{ readonly day: Day; readonly quantity: number }> {
  const days = workingDaysUpTo(calendar, until) - workingDaysUpTo(calendar, from - 1);
  if (days === 0) {
    yield* daily(quantity, from, spread === "first" ? 1 : until - from + 1, EVERY_DAY);
  } else {
    const first = firstWorkingDay(calendar, from);
    yield* daily(quantity, first, spread === "first" ? 1 : days, calendar);
  }
}

/** Largest remainder over equal days: the first ones get what is left, one each (D5). */
function* daily(
  quantity: number,
  from: Day,
  days: number,
  calendar: Calendar,
): Generator<{ readonly day: Day; readonly quantity: number }> {
  const each = Math.floor(quantity / days);
  const more = quantity - each * days;
  let day = from;
  for (let n = 0; n < days && (each > 0 || n < more); n++) {
    if (n > 0) day = addWorkingDays(calendar, day, 1);
    yield { day, quantity: n < more ? each + 1 : each };
  }
}
