import {
  addRatios,
  countRatio,
  type Day,
  formatDay,
  formatRatio,
  type Issue,
  type Ratio,
} from "../../core/index.js";
import {
  add,
  type Check,
  identifier,
  listOf,
  must,
  objectOf,
  oneOf,
  optional,
  type Read,
  readArgument,
  show,
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
  if (read.den <= FINEST_DECAY) return read;
  add(place, "outOfRange", must(value, place, "have at most six decimals"), { value });
  return ZERO;
};

const FIELDS = {
  forecasts: listOf(
    objectOf({
      source: identifier,
      version: optional(integer, 0),
      from: day,
      until: optional(day),
      quantity,
      key: optional(identifier),
    }),
  ),
  sources: listOf(objectOf({ id: identifier, percentage: exactNumber(0) }), 1),
  decay: optional(decay, ZERO),
  missing: optional(oneOf("refuse", "others"), "refuse"),
  decimals: optional(wholeNumber(0, 9), 0),
};

/** Reads the argument of `combineForecasts`. @throws PlanningInputError with all that is wrong */
export function readSources(argument: unknown): ReadSources {
  const read = readArgument(argument, FIELDS, noteMistakes);
  return { ...read, forecasts: read.forecasts.map(withPeriod) };
}

function withPeriod(row: Read<typeof FIELDS>["forecasts"][number]): ReadForecast {
  const { from, until = from, key } = row;
  const period = JSON.stringify([key ?? null, formatDay(from), formatDay(until)]);
  return { ...row, until, period };
}

function noteMistakes(read: Read<typeof FIELDS>, issues: Issue[]): void {
  const forecasts = read.forecasts.map(withPeriod);
  noteTwice(read.sources, "sources", issues);
  noteRangesThatEndBefore(forecasts, "forecasts", issues);
  for (const [n, { quantity: value }] of forecasts.entries()) {
    if (typeof countRatio(value, read.decimals, "up") === "number") continue;
    const at = { path: ["forecasts", n, "quantity"], issues };
    const what = `be at most 2^53 − 1 in whole 10^-${read.decimals}`;
    add(at, "quantityOverflow", must(formatRatio(value), at, what));
  }
  const sum = read.sources.map(({ percentage }) => percentage).reduce(addRatios, ZERO);
  if (sum.num !== 100n || sum.den !== 1n) {
    const message = `The percentages of the sources are ${formatRatio(sum)} in all. They must be 100; correct them.`;
    add({ path: ["sources"], issues }, "contradiction", message);
  }
  noteUnknownSources(read, issues);
  noteVersions(forecasts, issues);
  noteMissing(forecasts, read, issues);
}

function noteUnknownSources({ forecasts, sources }: Read<typeof FIELDS>, issues: Issue[]): void {
  const known = new Set(sources.map(({ id }) => id));
  for (const [n, { source }] of forecasts.entries()) {
    if (known.has(source)) continue;
    const message = `The forecasts[${n}].source (${show(source)}) is none of the sources. Correct it, or give the source its percentage.`;
    add({ path: ["forecasts", n, "source"], issues }, "unknownId", message, { id: source });
  }
}

/** Two equal versions contradict each other. */
function noteVersions(forecasts: readonly ReadForecast[], issues: Issue[]): void {
  const known = new Map<string, Set<number>>();
  for (const [n, { source, period, version }] of forecasts.entries()) {
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
  forecasts: readonly ReadForecast[],
  { sources, missing }: Read<typeof FIELDS>,
  issues: Issue[],
): void {
  const weighty = sources.filter(({ percentage }) => percentage.num > 0n);
  for (const [period, rows] of groupedBy(forecasts, (row) => row.period)) {
    const there = new Set(rows.map(({ source }) => source));
    const silent = weighty.filter(({ id }) => !there.has(id)).map(({ id }) => show(id));
    if (silent.length === 0 || (missing === "others" && silent.length < weighty.length)) continue;
    const message = `For ${period} there is no forecast of ${silent.join(", ")}. Give one (it may be 0)${missing === "others" ? "." : ', or set missing to "others".'}`;
    add({ path: ["forecasts"], issues }, "contradiction", message, { period });
  }
}
