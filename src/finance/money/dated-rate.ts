import {
  addMistake,
  type Check,
  type Day,
  dayArgument,
  type ExactNumber,
  exactArgument,
  formatDay,
  formatRatio,
  type Issue,
  identifier,
  listOf,
  mustBe,
  ONE,
  objectOf,
  optional,
  type Place,
  type Ratio,
  readGuarded,
  refuseMistakes,
  showValue,
} from "../../core/index.js";

/** A rate between two currencies, from a day on. */
export interface DatedRate {
  readonly from: string;
  readonly to: string;
  /** Units of `to` for one of `from`, above 0. */
  readonly rate: ExactNumber;
  /** The first day on which it holds; from ever when left out. */
  readonly date?: string | undefined;
}

/** A rate, checked. */
export interface ReadRate {
  readonly from: string;
  readonly to: string;
  readonly rate: Ratio;
  readonly date: Day | undefined;
}

const rateArgument: Check<ReadRate> = objectOf({
  from: identifier,
  to: identifier,
  rate: (value, place) => {
    const rate = exactArgument(value, place);
    if (rate !== undefined && rate.num <= 0n) {
      addMistake(place, "outOfRange", mustBe(value, place, "be above 0"), { value });
    }
    return rate;
  },
  date: optional(dayArgument),
});

const listed = listOf(rateArgument);

/**
 * Reads rates: of two that differ for the same currencies and day nobody knows which is meant, and within a
 * currency there is none but 1.
 */
export const ratesArgument: Check<ReadRate[]> = (value, place) => {
  const mistakes = place.issues.length;
  const rates = listed(value, place);
  if (place.issues.length === mistakes) refuseContradictions(rates, place);
  return rates;
};

function refuseContradictions(rates: readonly ReadRate[], place: Place): void {
  const known = new Map<string, Ratio>();
  for (const [n, { from, to, rate, date }] of rates.entries()) {
    const at = { ...place, path: [...place.path, n, "rate"] };
    if (from === to) {
      if (rate.num === rate.den) continue;
      const message = `The rate from ${showValue(from)} to itself is ${formatRatio(rate)}, and can only be 1. Leave it out, or name another currency.`;
      addMistake(at, "contradiction", message);
      continue;
    }
    const key = JSON.stringify([from, to, date]);
    const other = known.get(key) ?? rate;
    known.set(key, other);
    if (other.num === rate.num && other.den === rate.den) continue;
    const since = date === undefined ? "without a date" : `from ${formatDay(date)} on`;
    const message = `There are two rates from ${showValue(from)} to ${showValue(to)} ${since}: ${formatRatio(other)} and ${formatRatio(rate)}. Leave one out, or give it another date.`;
    addMistake(at, "contradiction", message);
  }
}

/** Rates between currencies, to be asked for by the day. */
export interface RateBook {
  /**
   * The rate between two currencies on a day.
   *
   * @param from - the currency of the amount; `null`: it has none
   * @param to - the currency asked for
   * @param on - days since 1970-01-01
   * @returns 1 within one currency; `undefined` when there is none
   */
  readonly rateOn: (
    from: string | null | undefined,
    to: string | null | undefined,
    on: Day,
  ) => Ratio | undefined;
}

/**
 * Puts rates in order, so that each is found soon: of those in a direction the one of the latest date that
 * is not after the day; neither the inverse nor a way by a third currency.
 *
 * @param rates - between two currencies each, above 0, with the day from which on they hold
 * @returns what is asked for rates
 * @throws PlanningInputError with every mistake of the rates
 *
 * Source: rules Q2, F; K70, K73.
 *
 * @example
 * ```ts
 * const { rateOn } = rateBook([
 *   { from: "USD", to: "EUR", rate: "0.92" },
 *   { from: "USD", to: "EUR", rate: "0.9", date: "2026-02-01" },
 * ]);
 * rateOn("USD", "EUR", parseDay("2026-02-03")!); // => { num: 9n, den: 10n }
 * rateOn("EUR", "USD", parseDay("2026-02-03")!); // => undefined
 * ```
 */
export function rateBook(rates: readonly DatedRate[]): RateBook {
  const issues: Issue[] = [];
  const read = readGuarded(rates, { path: ["rates"], issues }, ratesArgument);
  refuseMistakes(issues);
  return bookOfRates(read ?? []);
}

/** Puts rates that were read in order. */
export function bookOfRates(rates: readonly ReadRate[]): RateBook {
  const book = new Map<string, Map<string, { readonly days: Day[]; readonly rates: Ratio[] }>>();
  const dated = rates.map((row) => ({ ...row, day: row.date ?? Number.NEGATIVE_INFINITY }));
  // Two without a date lie infinitely far away, and nowhere apart.
  for (const { from, to, rate, day } of dated.sort((a, b) =>
    a.day < b.day ? -1 : +(a.day > b.day),
  )) {
    const targets = book.get(from) ?? new Map<string, { days: Day[]; rates: Ratio[] }>();
    book.set(from, targets);
    const row = targets.get(to) ?? { days: [], rates: [] };
    targets.set(to, row);
    row.days.push(day);
    row.rates.push(rate);
  }
  return {
    rateOn: (from, to, on) => {
      if ((from ?? null) === (to ?? null)) return ONE;
      const row = book.get(from ?? "")?.get(to ?? "");
      return row?.rates[countUpTo(row.days, on) - 1];
    },
  };
}

/** How many days of an ascending list are not after a day. */
function countUpTo(days: readonly Day[], on: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= on) low = middle + 1;
    else high = middle;
  }
  return low;
}
