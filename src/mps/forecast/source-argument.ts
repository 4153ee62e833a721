import {
  countRatio,
  type Day,
  formatDay,
  formatRatio,
  type Issue,
  nearText,
  precisionWords,
  type Ratio,
  sumOfRatios,
} from "../../core/index.js";
import {
  add,
  type Check,
  type Doubtful,
  type DoubtfulFields,
  identifier,
  listOf,
  must,
  objectOf,
  oneOf,
  optional,
  type Read,
  readArgument,
  show,
  UNSOUND,
} from "../argument.js";
import { day, exactNumber, integer, quantity, wholeNumber } from "../exact-argument.js";
import { groupedBy } from "../grouped-by.js";
import { noteRangesThatEndBefore, noteTwice } from "../row-mistakes.js";

/** A forecast of a source as it was read. */
export interface ReadForecast {
  readonly source: string;
  readonly version: number;
  readonly from: Day;
  readonly until: Day;
  readonly quantity: Ratio;
  readonly key: string | undefined;
  /** The JSON text of `[key or null, from, until]`. */
  readonly period: string;
}

/** What {@link readSources} gives. */
export interface ReadSources {
  readonly forecasts: readonly ReadForecast[];
  readonly sources: readonly { readonly id: string; readonly percentage: Ratio }[];
  readonly decay: Ratio;
  readonly decimals: number;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/** Powers of a finer one would be numbers of thousands of digits. */
const FINEST_DECAY = 1_000_000n;

/** As many versions as anybody keeps of one forecast. */
const MOST_VERSIONS = 100;

const decay: Check<Ratio> = (value, place) => {
  const read = exactNumber(0, 1)(value, place);
  if (read === UNSOUND || read.den <= FINEST_DECAY) return read;
  add(place, "outOfRange", must(value, place, "have at most six decimals"), { value });
  return UNSOUND;
};

const FIELDS = {
  forecasts: listOf(
    objectOf({
      source: identifier,
      version: optional(integer, 0),
      from: day,
      until: optional(day),
      quantity,
      key: optional<string | null>(identifier, null),
    }),
  ),
  sources: listOf(objectOf({ id: identifier, percentage: exactNumber(0) }), 1),
  decay: optional(decay, ZERO),
  missing: optional(oneOf("refuse", "others"), "refuse"),
  decimals: optional(wholeNumber(0, 9), 0),
};

type GivenForecast = Read<typeof FIELDS>["forecasts"][number];

/** Reads the argument of `combineForecasts`. @throws PlanningInputError with all that is wrong */
export function readSources(argument: unknown): ReadSources {
  const read = readArgument(argument, FIELDS, noteMistakes);
  const forecasts = read.forecasts.map(({ key, until, ...row }) => ({
    ...row,
    until: until ?? row.from,
    key: key ?? undefined,
    period: periodOf({ key, until, ...row })!,
  }));
  return { ...read, forecasts };
}

/** The JSON text of key and days, where they are sound. */
function periodOf(row: Doubtful<GivenForecast>): string | undefined {
  const { from, until = from, key } = row ?? {};
  if (from === undefined || until === undefined || key === undefined) return undefined;
  return JSON.stringify([key, formatDay(from), formatDay(until)]);
}

function noteMistakes(read: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  const { forecasts = [], sources = [], decimals } = read;
  noteTwice(sources, "sources", issues);
  noteRangesThatEndBefore(forecasts, "forecasts", issues);
  for (const [n, { quantity: value } = {}] of forecasts.entries()) {
    if (value === undefined || decimals === undefined) continue;
    if (typeof countRatio(value, decimals, "up") === "number") continue;
    const at = { path: ["forecasts", n, "quantity"], issues };
    const what = `be at most 2^53 − 1 in ${precisionWords(decimals)}`;
    add(at, "quantityOverflow", must(formatRatio(value), at, what));
  }
  const percentages = sources.flatMap((source) => source?.percentage ?? []);
  const sum = sumOfRatios(percentages);
  const isWhole = percentages.length === sources.length && sources.length > 0;
  if (isWhole && sum.num !== 100n * sum.den) {
    const message = `The percentages of the sources are ${nearText(sum)} in all. They must be 100; correct them.`;
    add({ path: ["sources"], issues }, "contradiction", message);
  }
  noteUnknownSources(forecasts, sources, issues);
  noteVersions(forecasts, issues);
  noteMissing(forecasts, read, issues);
}

function noteUnknownSources(
  forecasts: readonly Doubtful<GivenForecast>[],
  sources: readonly Doubtful<{ readonly id: string }>[],
  issues: Issue[],
): void {
  const known = new Set(sources.map((source) => source?.id));
  // A source without a sound id may be the one that is meant.
  if (known.has(undefined) || known.size === 0) return;
  for (const [n, { source } = {}] of forecasts.entries()) {
    if (source === undefined || known.has(source)) continue;
    const message = `The forecasts[${n}].source (${show(source)}) is none of the sources. Correct it, or give the source its percentage.`;
    add({ path: ["forecasts", n, "source"], issues }, "unknownId", message, { id: source });
  }
}

/** Two equal versions contradict each other. */
function noteVersions(forecasts: readonly Doubtful<GivenForecast>[], issues: Issue[]): void {
  const known = new Map<string, Set<number>>();
  for (const [n, row] of forecasts.entries()) {
    const period = periodOf(row);
    const { source, version } = row ?? {};
    if (period === undefined || source === undefined || version === undefined) continue;
    const name = JSON.stringify([source, period]);
    const versions = known.get(name) ?? new Set();
    known.set(name, versions);
    if (versions.has(version)) {
      const message = `The forecasts[${n}] has the version ${version} of ${show(source)} for its days a second time. Take one out, or number the newer one higher.`;
      add({ path: ["forecasts", n, "version"], issues }, "contradiction", message);
    }
    versions.add(version);
    if (versions.size === MOST_VERSIONS + 1) {
      const message = `There are more than ${MOST_VERSIONS} versions of ${show(source)} for the days of forecasts[${n}]. Leave out the oldest ones.`;
      add({ path: ["forecasts", n, "version"], issues }, "outOfRange", message, { value: version });
    }
  }
}

/** A source that says nothing of a period would shift its weight to the others unseen. */
function noteMissing(
  forecasts: readonly Doubtful<GivenForecast>[],
  { sources = [], missing }: DoubtfulFields<typeof FIELDS>,
  issues: Issue[],
): void {
  const placed = forecasts.map((row) => ({ period: periodOf(row), source: row?.source }));
  // Where a row has no sound source or days, it may be the one that is missed.
  if (placed.some(({ period, source }) => period === undefined || source === undefined)) return;
  const weighty = sources.filter(
    (source) => source?.percentage === undefined || source.percentage.num > 0n,
  );
  if (weighty.some((source) => source?.percentage === undefined) || missing === undefined) return;
  for (const [period, rows] of groupedBy(placed, (row) => row.period)) {
    const there = new Set(rows.map(({ source }) => source));
    const silent = weighty.flatMap((source) =>
      source?.id === undefined || there.has(source.id) ? [] : [show(source.id)],
    );
    if (silent.length === 0 || (missing === "others" && silent.length < weighty.length)) continue;
    const message = `For ${period} there is no forecast of ${silent.join(", ")}. Give one (it may be 0)${missing === "others" ? "." : ', or set missing to "others".'}`;
    add({ path: ["forecasts"], issues }, "contradiction", message, { period });
  }
}
