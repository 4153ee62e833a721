import { bucketStart, isWorkingDay } from "../../../src/core/index.js";
import type { CountedForecast } from "../../../src/mps/index.js";
import type { ForecastProblem } from "./forecast-problem.js";

/** Every day on its own: slow, and nothing to get wrong. */
interface LiteralPart {
  readonly row: number;
  readonly days: readonly number[];
  readonly bucket: { readonly from: number; readonly until: number };
  open: number;
}

/**
 * Consumes forecast day by day and order by order, as rule D1 says it, without any search: what
 * `consumeForecastCounts` must equal.
 */
export function literalConsumption({ forecasts, orders, rules }: ForecastProblem) {
  const { startDay, calendar } = rules;
  const works = (day: number) => calendar === undefined || isWorkingDay(calendar, day);
  const firstDay = startDay - rules.pastForecastDays;
  const rows = forecasts.map(() => ({
    dropped: 0,
    reduced: 0,
    consumed: 0,
    planned: 0,
    fenced: 0,
  }));
  const standing = forecasts.map(() => 0);

  const parts: LiteralPart[] = [];
  for (const [row, forecast] of forecasts.entries()) {
    const days = daysOf(forecast);
    const workdays = days.some(works) ? days.filter(works) : days;
    const amount = new Map(
      workdays.map((day, n) => [day, share(forecast.quantity, workdays.length, n)]),
    );
    for (const { bucket, days: held } of buckets(forecast, rules)) {
      let open = 0;
      for (const day of held) {
        const isPast = rules.elapsed === "drop" ? day < firstDay : held.at(-1)! < firstDay;
        if (isPast) rows[row]!.dropped += amount.get(day) ?? 0;
        else open += amount.get(day) ?? 0;
      }
      const off = Math.floor((open * percentageOn(Math.max(held[0]!, startDay), rules)) / 100);
      rows[row]!.reduced += off;
      standing[row]! += open - off;
      parts.push({ row, days: held, bucket, open: open - off });
    }
  }

  const covered = orders.map(() => 0);
  const uses: string[] = [];
  const turn = [...orders.entries()].sort(
    ([, a], [, b]) =>
      (a.netted ?? a.due) - (b.netted ?? b.due) ||
      (a.priority ?? 99) - (b.priority ?? 99) ||
      a.due - b.due ||
      (a.id < b.id ? -1 : 1),
  );
  for (const [n, order] of turn) {
    if (order.consumes === false || rules.consume === "none") continue;
    const ofRow = forecasts.map(() => 0);
    const all = [...(order.keys ?? []), undefined];
    const known = (key: string | undefined) =>
      forecasts.some(
        (row, m) =>
          row.key === key && row.consumable !== false && parts.some((part) => part.row === m),
      );
    const keys =
      rules.fallback === "rest"
        ? all
        : rules.fallback === "none"
          ? all.slice(0, 1)
          : all.filter(known).slice(0, 1);
    for (const key of keys) {
      for (const part of inReach(parts, order.due, key, forecasts, rules)) {
        const { num, den } = rules.cap ?? { num: 1n, den: 1n };
        const most =
          Math.floor((standing[part.row]! * Number(num)) / Number(den)) - ofRow[part.row]!;
        const quantity = Math.min(part.open, most, order.quantity - covered[n]!);
        if (quantity <= 0) continue;
        part.open -= quantity;
        ofRow[part.row]! += quantity;
        covered[n]! += quantity;
        rows[part.row]!.consumed += quantity;
        uses.push(`${n} ${part.row} ${part.days[0]}: ${quantity}`);
      }
    }
  }

  const remainders: string[] = [];
  const fenceEnd = startDay + rules.demandTimeFence;
  for (const part of parts) {
    const last = Math.max(part.days.at(-1)!, startDay);
    let left: number[] = [];
    for (let day = Math.max(part.days[0]!, fenceEnd); day <= last; day++) left.push(day);
    if (left.some(works)) left = left.filter(works);
    if (rules.spread === "first") left = left.slice(0, 1);
    if (left.length === 0) rows[part.row]!.fenced += part.open;
    else rows[part.row]!.planned += part.open;
    for (const [n, day] of left.entries()) {
      const quantity = share(part.open, left.length, n);
      if (quantity > 0) remainders.push(`${part.row} ${day}: ${quantity}`);
    }
  }
  return { rows, covered, uses, remainders: remainders.sort() };
}

function daysOf({ from, until }: { readonly from: number; readonly until: number }): number[] {
  return Array.from({ length: until - from + 1 }, (_, n) => from + n);
}

/** What the n-th of equal days gets. */
function share(quantity: number, days: number, n: number): number {
  return Math.floor(quantity / days) + (n < quantity % days ? 1 : 0);
}

/** The days of a row by the bucket that holds them. */
function buckets(forecast: CountedForecast, { bucket, weekStart }: ForecastProblem["rules"]) {
  const held = new Map<string, { bucket: { from: number; until: number }; days: number[] }>();
  let gap = forecast.from;
  for (const day of daysOf(forecast)) {
    let own = { from: forecast.from, until: forecast.until };
    if (typeof bucket === "string" && bucket !== "forecast") {
      const from = bucketStart(day, bucket, 0, weekStart);
      own = { from, until: bucketStart(day, bucket, 1, weekStart) - 1 };
    } else if (typeof bucket !== "string") {
      const period = bucket.find(({ from, until }) => from <= day && day <= until);
      if (period !== undefined) gap = day + 1;
      const next = bucket.find(({ from }) => from > day)?.from ?? forecast.until + 1;
      own = period ?? { from: gap, until: Math.min(next - 1, forecast.until) };
    }
    const name = `${own.from} ${own.until}`;
    const entry = held.get(name) ?? { bucket: own, days: [] };
    entry.days.push(day);
    held.set(name, entry);
  }
  return [...held.values()];
}

function percentageOn(
  day: number,
  { reduction, startDay, weekStart }: ForecastProblem["rules"],
): number {
  if (reduction === undefined) return 0;
  for (const [n, { num, den }] of reduction.percentages.entries()) {
    if (day < bucketStart(startDay, reduction.period, n + 1, weekStart))
      return Number(num) / Number(den);
  }
  return 0;
}

/** The parts of a key that an order of a day looks at, in their order. */
function inReach(
  parts: readonly LiteralPart[],
  day: number,
  key: string | undefined,
  forecasts: ForecastProblem["forecasts"],
  { consume, backward, forward }: ForecastProblem["rules"],
): LiteralPart[] {
  const ofKey = parts.filter(
    ({ row }) => forecasts[row]!.key === key && forecasts[row]!.consumable !== false,
  );
  const first = (part: LiteralPart) => part.days[0]!;
  const last = (part: LiteralPart) => part.days.at(-1)!;
  const byId = (a: LiteralPart, b: LiteralPart) =>
    forecasts[a.row]!.id < forecasts[b.row]!.id ? -1 : 1;
  const forwards = (a: LiteralPart, b: LiteralPart) =>
    a.bucket.from - b.bucket.from || first(a) - first(b) || last(a) - last(b) || byId(a, b);
  const backwards = (a: LiteralPart, b: LiteralPart) =>
    b.bucket.until - a.bucket.until || last(b) - last(a) || first(b) - first(a) || byId(a, b);
  const own = ofKey
    .filter(({ bucket }) => bucket.from <= day && day <= bucket.until)
    .sort(forwards);
  const on = own.filter((part) => first(part) <= day && day <= last(part));
  const before = own
    .filter((part) => last(part) < day)
    .sort((a, b) => last(b) - last(a) || forwards(a, b));
  const behind = own
    .filter((part) => first(part) > day)
    .sort((a, b) => first(a) - first(b) || forwards(a, b));
  const earlier = ofKey
    .filter(({ bucket }) => bucket.until < day && bucket.until >= day - backward)
    .sort(backwards);
  const later = ofKey
    .filter(({ bucket }) => bucket.from > day && bucket.from <= day + forward)
    .sort(forwards);
  switch (consume) {
    case "backwardForward":
      return [...on, ...before, ...behind, ...earlier, ...later];
    case "forwardBackward":
      return [...on, ...behind, ...before, ...later, ...earlier];
    case "backward":
      return [...on, ...before, ...behind, ...earlier];
    case "forward":
      return [...on, ...behind, ...before, ...later];
    case "none":
      return [];
  }
}
