import {
  addRatios,
  type Bucket,
  compareText,
  type Decimal,
  formatDay,
  identifier,
  lazySequence,
  listOf,
  oneOf,
  optional,
  PlanningInputError,
  type Ratio,
  ratioToDecimal,
  readArgument,
  type Sequence,
  workOn,
} from "../../core/index.js";
import type { Plan } from "../../mrp/index.js";
import type { WorkCenter } from "../../routing/index.js";
import { centerCapacity } from "../rough-cut/center-capacity.js";
import { negative } from "../signed-ratio.js";
import { capacityRequirements } from "./capacity-requirements.js";
import { LOADS, type Loaded, type LoadSource } from "./load-source.js";
import { type LoadTable, loadTable, NEVER, PAST_DUE } from "./load-table.js";

/** Which part of the load is shown. */
export interface LoadProfileOptions {
  /** `"week"` when left out. */
  readonly bucket?: Bucket | undefined;
  /** Ids of work centres; all of them when left out. */
  readonly workCenters?: readonly string[] | undefined;
}

/** Load against capacity of a work centre in a bucket, in standard hours. */
export interface LoadProfileRow {
  readonly workCenter: string;
  readonly site: string | null;
  /** The first day; of the first bucket the planning start. */
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
  readonly load: Decimal;
  /** Of the load. */
  readonly setup: Decimal;
  /** Open hours × units × utilization × efficiency; without overtime. */
  readonly capacity: Decimal;
  /** What of the capacity is left; 0 in an overload. */
  readonly free: Decimal;
  /** Load in percent of capacity; `null` where the capacity is 0. */
  readonly percentage: Decimal | null;
  /** Load above capacity, else 0. */
  readonly overload: Decimal;
}

/** Load of a work centre that lies in no bucket. */
export interface LoadOutside {
  readonly workCenter: string;
  readonly site: string | null;
  readonly load: Decimal;
  /** Of the load. */
  readonly setup: Decimal;
}

/** Load of a work centre that has no place in time. */
export interface LoadNeverDone extends LoadOutside {
  /** Of the load: what only waits in vain for other work of its order, or for material. The rest finds no
   * open time at the work centre itself. */
  readonly waiting: Decimal;
}

/** Load against capacity by work centre and bucket. Nothing of the load is lost between its lists. */
export interface LoadProfile {
  /** By id of the work centre, then time: from the planning start to the later of the horizon's end and
   * the last load. */
  readonly rows: Sequence<LoadProfileRow>;
  /** What lies before the planning start: one for each work centre. */
  readonly pastDue: readonly LoadOutside[];
  /** What has no place in time: one for each work centre that has any. */
  readonly neverDone: readonly LoadNeverDone[];
}

/**
 * Computes the load of the work centres against their capacity, by day, week or month.
 *
 * @param source - a plan (then {@link capacityRequirements} are planned without options), what that
 * function returned, or a schedule
 * @param options - buckets, and for which work centres
 * @returns rows that are built when they are read; sums are exact
 * @throws PlanningInputError when it is nothing that has loads, or an option is none
 *
 * Source: K56, rule C2, law 18.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-01-16",
 *   workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00", days: ["mon", "tue"] }] }],
 *   items: [{ id: "leg" }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [{ id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 0.25 }] }],
 *   demands: [{ id: "d1", item: "leg", quantity: 80, due: "2026-01-15" }],
 * });
 * [...loadProfile(plan).rows].map((row) => `${row.from}: ${row.load} of ${row.capacity} h`);
 * // => ["2026-01-05: 4 of 16 h", "2026-01-12: 16 of 16 h"]
 * ```
 */
export function loadProfile(source: Plan | Loaded, options: LoadProfileOptions = {}): LoadProfile {
  const { bucket, workCenters } = readArgument(options, {
    bucket: optional(oneOf("day", "week", "month"), "week" as const),
    workCenters: optional(listOf(identifier)),
  });
  const loads = loadsOf(source);
  const shown = shownCenters(loads, workCenters);
  const table = loadTable(loads, bucket);
  const count = table.buckets.starts.length - 1;
  return {
    rows: lazySequence(shown.length * count, (n) => {
      const center = shown[Math.floor(n / count)]!;
      return profileRow(profileCell(loads, table, center, n % count));
    }),
    pastDue: shown.map((place) => outside(loads, table, place, PAST_DUE)),
    neverDone: shown
      .filter((place) => table.cells[place]!.has(NEVER))
      .map((place) => ({
        ...outside(loads, table, place, NEVER),
        waiting: ratioToDecimal(table.cells[place]!.get(NEVER)!.vain.sum),
      })),
  };
}

/** The loads of a plan, of requirements or of a schedule. */
export function loadsOf(source: Plan | Loaded): LoadSource {
  const what = "a plan, its capacity requirements or its schedule";
  const own = workOn(
    source,
    "loads",
    what,
    (of) => (of as Partial<Loaded> | null | undefined)?.[LOADS],
  );
  return own ?? capacityRequirements(source as Plan)[LOADS];
}

/** The places of the work centres asked for, by id. */
export function shownCenters(
  { workCenters }: LoadSource,
  asked: readonly string[] | undefined,
  pathOf: (n: number) => readonly (string | number)[] = (n) => ["workCenters", n],
): readonly number[] {
  const places = new Map(workCenters.map(({ id }, place) => [id, place]));
  const issues = (asked ?? []).flatMap((id, n) => {
    if (places.has(id)) return [];
    const message = `There is no work centre ${JSON.stringify(id)}. Name one of the input.`;
    return [{ code: "unknownId", path: pathOf(n), message, id }];
  });
  if (issues.length > 0) throw new PlanningInputError(issues);
  const ids = asked === undefined ? [...places.keys()] : [...new Set(asked)];
  return ids.sort(compareText).map((id) => places.get(id)!);
}

/** Exact figures of a row. */
export interface ProfileCell {
  readonly center: WorkCenter;
  readonly from: number;
  readonly until: number;
  readonly load: Ratio;
  readonly setup: Ratio;
  readonly capacity: Ratio;
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/** Load and capacity of a work centre in a bucket. */
export function profileCell(
  { workCenters }: LoadSource,
  { buckets, cells }: LoadTable,
  place: number,
  bucket: number,
): ProfileCell {
  const center = workCenters[place]!;
  const [from, until] = [buckets.starts[bucket]!, buckets.starts[bucket + 1]!];
  const cell = cells[place]!.get(bucket);
  return {
    center,
    from,
    until,
    load: cell?.load.sum ?? NOTHING,
    setup: cell?.setup.sum ?? NOTHING,
    capacity: centerCapacity(center, from, until),
  };
}

/** Load above capacity; negative where capacity is left. */
export function excessOf({ load, capacity }: Pick<ProfileCell, "load" | "capacity">): Ratio {
  return addRatios(load, negative(capacity));
}

/** Load in percent of capacity. */
export function percentageOf({
  load,
  capacity,
}: Pick<ProfileCell, "load" | "capacity">): Decimal | null {
  if (capacity.num === 0n) return null;
  return ratioToDecimal({ num: 100n * load.num * capacity.den, den: load.den * capacity.num });
}

function profileRow(cell: ProfileCell): LoadProfileRow {
  const { center, from, until, load, setup, capacity } = cell;
  const excess = excessOf(cell);
  const isOver = excess.num > 0n;
  return {
    workCenter: center.id,
    site: center.site ?? null,
    from: formatDay(from),
    until: formatDay(until),
    load: ratioToDecimal(load),
    setup: ratioToDecimal(setup),
    capacity: ratioToDecimal(capacity),
    free: ratioToDecimal(isOver ? NOTHING : negative(excess)),
    percentage: percentageOf(cell),
    overload: ratioToDecimal(isOver ? excess : NOTHING),
  };
}

function outside(
  { workCenters }: LoadSource,
  { cells }: LoadTable,
  place: number,
  bucket: number,
): LoadOutside {
  const { id, site } = workCenters[place]!;
  const cell = cells[place]!.get(bucket);
  return {
    workCenter: id,
    site: site ?? null,
    load: ratioToDecimal(cell?.load.sum ?? NOTHING),
    setup: ratioToDecimal(cell?.setup.sum ?? NOTHING),
  };
}
