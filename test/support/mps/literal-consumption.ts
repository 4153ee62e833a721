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
    /** What the row has had so far in each reduction period, and what was taken off that. */
    const had = new Map<number, number>();
    const left = new Map<number, number>();
    for (const day of days) {
      const isPast = rules.elapsed === "drop" ? day < firstDay : days.at(-1)! < firstDay;
      const here = amount.get(day) ?? 0;
      if (isPast) rows[row]!.dropped += here;
      if (isPast || here === 0) continue;
      const [period, percentage] = reductionOn(Math.max(day, startDay), rules);
      const before = had.get(period) ?? 0;
      had.set(period, before + here);
      const off =
        Math.floor(((before + here) * percentage) / 100) - Math.floor((before * percentage) / 100);
      rows[row]!.reduced += off;
      standing[row]! += here - off;
      left.set(day, here - off);
    }
    for (const { bucket, days: held } of buckets(forecast, rules)) {
      const open = held.reduce((sum, day) => sum + (left.get(day) ?? 0), 0);
      parts.push({ row, days: held, bucket, open });
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
          row.key === key &&
          row.consumable !== false &&
          row.consumption !== 0 &&
          standing[m]! > 0 &&
          mostOf(standing[m]! + (row.shipped ?? 0), rules) > 0,
      );
    const keys =
      rules.fallback === "rest"
        ? all
        : rules.fallback === "none"
          ? all.slice(0, 1)
          : all.filter(known).slice(0, 1);
    for (const key of keys) {
      for (const part of inReach(parts, order.due, key, forecasts, rules)) {
        const { quantity: all, consumption = all, shipped = 0 } = forecasts[part.row]!;
        const most = mostOf(standing[part.row]! + shipped, rules) - ofRow[part.row]!;
        const may = consumption - rows[part.row]!.consumed;
        const wants = (order.consumption ?? order.quantity) - covered[n]!;
        const quantity = Math.min(part.open, most, may, wants);
        if (quantity <= 0) continue;
        part.open -= quantity;
        ofRow[part.row]! += quantity;
        covered[n]! += quantity;
        rows[part.row]!.consumed += quantity;
        uses.push(`${n} ${part.row} ${part.days[0]}: ${quantity}`);
      }
    }
  }

  const remainders = new Map<string, number>();
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
      const place = `${part.row} ${day}`;
      if (quantity > 0) remainders.set(place, (remainders.get(place) ?? 0) + quantity);
    }
  }
  const texts = [...remainders].map(([place, quantity]) => `${place}: ${quantity}`);
  return { rows, covered, uses, remainders: texts.sort() };
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

/** The reduction period of a day, and its percentage; −1 and 0 behind the last one. */
function reductionOn(
  day: number,
  { reduction, startDay, weekStart }: ForecastProblem["rules"],
): [number, number] {
  for (const [n, { num, den }] of (reduction?.percentages ?? []).entries()) {
    if (day < bucketStart(startDay, reduction!.period, n + 1, weekStart))
      return [n, Number(num) / Number(den)];
  }
  return [-1, 0];
}

/** The most that one order may take of a row. */
function mostOf(standing: number, { cap }: ForecastProblem["rules"]): number {
  const { num, den } = cap ?? { num: 1n, den: 1n };
  return Math.floor((standing * Number(num)) / Number(den));
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
  /** Days between a part and the day; of two as near the side comes first that the mode looks at first. */
  const away = (part: LiteralPart) => Math.max(0, first(part) - day, day - last(part));
  const isFirst = (part: LiteralPart) => consume.startsWith("forward") === first(part) > day;
  const own = ofKey
    .filter(({ bucket }) => bucket.from <= day && day <= bucket.until)
    .sort((a, b) => away(a) - away(b) || Number(isFirst(b)) - Number(isFirst(a)) || forwards(a, b));
  const earlier = ofKey
    .filter(({ bucket }) => bucket.until < day && bucket.until >= day - backward)
    .sort(backwards);
  const later = ofKey
    .filter(({ bucket }) => bucket.from > day && bucket.from <= day + forward)
    .sort(forwards);
  switch (consume) {
    case "backwardForward":
      return [...own, ...earlier, ...later];
    case "forwardBackward":
      return [...own, ...later, ...earlier];
    case "backward":
      return [...own, ...earlier];
    case "forward":
      return [...own, ...later];
    case "none":
      return [];
  }
}
