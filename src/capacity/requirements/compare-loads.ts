import { type Bucket, compareText, Decimal } from "../../core/index.js";
import type { Plan } from "../../mrp/index.js";
import {
  type LoadOutside,
  type LoadProfile,
  type LoadProfileRow,
  loadProfile,
} from "./load-profile.js";
import type { Loaded } from "./load-source.js";

/** Where two plans load a work centre otherwise. */
export interface LoadDifference {
  readonly workCenter: string;
  readonly site: string | null;
  /** In a bucket, before the planning start, or without a place in time. */
  readonly when: "bucket" | "pastDue" | "neverDone";
  /** `null` outside of the buckets. */
  readonly from: string | null;
  /** The day after the last; `null` outside of the buckets. */
  readonly until: string | null;
  readonly loadBefore: Decimal;
  readonly loadAfter: Decimal;
  /** `loadAfter` less `loadBefore`. */
  readonly change: Decimal;
  readonly overloadBefore: Decimal;
  readonly overloadAfter: Decimal;
}

/**
 * Compares the loads of two plans: closing the loop from a change to what it asks of the work centres.
 *
 * @param before - a plan, its capacity requirements or a schedule
 * @param after - another one, also of another day
 * @param options - `bucket`: `"day"`, `"week"` or `"month"`; a week when left out
 * @returns where load or overload differ: by id of the work centre, past due first, then by time,
 * what is never done last
 * @throws PlanningInputError when one of them is nothing that has loads, or an option is none
 *
 * Source: K56.
 *
 * @example
 * ```ts
 * const planOf = (quantity: number) =>
 *   planRequirements({
 *     startDate: "2026-01-05",
 *     workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
 *     items: [{ id: "leg" }],
 *     sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *     routings: [{ id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 1 }] }],
 *     demands: [{ id: "d1", item: "leg", quantity, due: "2026-01-08" }],
 *   });
 * compareLoads(planOf(6), planOf(9), { bucket: "day" }).map((row) => `${row.from}: ${row.change} h`);
 * // => ["2026-01-06: 1 h", "2026-01-07: 2 h"]
 * ```
 */
export function compareLoads(
  before: Plan | Loaded,
  after: Plan | Loaded,
  options: { readonly bucket?: Bucket | undefined } = {},
): LoadDifference[] {
  const first = loadProfile(before, options);
  const second = loadProfile(after, options);
  const pairs = new Map<string, Map<string, Pair>>();
  collect(first, pairs, "before");
  collect(second, pairs, "after");
  return [...pairs]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, rows]) =>
      [...rows].sort(([a], [b]) => compareText(a, b)).flatMap(([, pair]) => differenceOf(pair)),
    );
}

/** A bucket of both, as far as each has it. */
interface Pair {
  before?: Part;
  after?: Part;
}

type Part = Pick<LoadProfileRow, "workCenter" | "site" | "load" | "overload"> & {
  readonly when: LoadDifference["when"];
  readonly from: string | null;
  readonly until: string | null;
};

/** Ids of the places outside of the buckets, before and behind all days. */
const PLACES = { pastDue: "", neverDone: "never" } as const;

function collect(
  { rows, pastDue, neverDone }: LoadProfile,
  pairs: Map<string, Map<string, Pair>>,
  side: "before" | "after",
): void {
  const put = (part: Part, key: string): void => {
    const own = pairs.get(part.workCenter) ?? new Map<string, Pair>();
    pairs.set(part.workCenter, own);
    const pair = own.get(key) ?? {};
    own.set(key, pair);
    pair[side] = part;
  };
  const outside = (part: LoadOutside, when: keyof typeof PLACES): void =>
    put({ ...part, when, from: null, until: null, overload: new Decimal(0) }, PLACES[when]);
  for (const part of pastDue) outside(part, "pastDue");
  // By the end: the first bucket of a plan begins with its planning start.
  for (const row of rows) put({ ...row, when: "bucket" }, row.until);
  for (const part of neverDone) outside(part, "neverDone");
}

function differenceOf({ before, after }: Pair): LoadDifference[] {
  const row = after ?? before;
  if (row === undefined) return [];
  const none = new Decimal(0);
  const [loadBefore, loadAfter] = [before?.load ?? none, after?.load ?? none];
  const [overloadBefore, overloadAfter] = [before?.overload ?? none, after?.overload ?? none];
  if (loadBefore.eq(loadAfter) && overloadBefore.eq(overloadAfter)) return [];
  const from = before?.from && after?.from && before.from < after.from ? before.from : row.from;
  return [
    {
      workCenter: row.workCenter,
      site: row.site,
      when: row.when,
      from,
      until: row.until,
      loadBefore,
      loadAfter,
      change: loadAfter.minus(loadBefore),
      overloadBefore,
      overloadAfter,
    },
  ];
}
