import {
  addMistake,
  type Check,
  type Decimal,
  dayArgument,
  type ExactNumber,
  exactNumber,
  type Issue,
  optional,
  ratioToDecimal,
  readGuarded,
  refuseMistakes,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import { anyText, orNull, readRows } from "./read-rows.js";

/** Load against capacity in a bucket; other fields may stand beside. */
export interface ChartedLoadRow {
  /** Id of the work centre; or `resource`, as a rough cut has it. */
  readonly workCenter?: string;
  readonly resource?: string;
  readonly site?: string | null | undefined;
  /** What load and capacity are counted in, as a rough cut has it; `"hours"` when left out. */
  readonly unit?: string | undefined;
  /** First day of the bucket, `"YYYY-MM-DD"`; `null` where buckets have no days. */
  readonly from: string | null;
  /** Number of the bucket, where it has no days. */
  readonly period?: number;
  readonly load: ExactNumber;
  /** `null`: not known. */
  readonly capacity: ExactNumber | null;
}

/** What is past due at a work centre or of a resource. */
export interface ChartedPastDue {
  readonly workCenter?: string;
  readonly resource?: string;
  readonly site?: string | null | undefined;
  /** A load profile has `load`, a rough cut `pastDue`. */
  readonly load?: ExactNumber;
  readonly pastDue?: ExactNumber;
}

/** Load against capacity by bucket: a load profile, or a rough cut. */
export interface ChartedLoad {
  readonly rows: Iterable<ChartedLoadRow>;
  /** Of a load profile. */
  readonly pastDue?: Iterable<ChartedPastDue>;
  /** Of a rough cut. */
  readonly outside?: Iterable<ChartedPastDue>;
}

/** A column of a chart. */
export interface LoadColumn {
  readonly bucket: string;
  readonly load: Decimal;
  readonly capacity: Decimal | null;
}

/** The columns of one work centre or resource. */
export interface LoadLane {
  readonly lane: string;
  /** What its load is counted in. */
  readonly unit: string;
  /** What is past due first, where anything is. */
  readonly columns: readonly LoadColumn[];
}

/** More than a chart can show as a floating-point number. */
const LARGEST = 1e15;

/** The name of the column before all others. */
export const PAST_DUE = "past due";

const amount: Check<Decimal> = (value, place) => {
  const exact = exactNumber(0, LARGEST)(value, place);
  return exact === UNSOUND ? UNSOUND : ratioToDecimal(exact);
};

/** The first day of a bucket, as a text. */
const firstDay: Check<string> = (value, place) =>
  dayArgument(value, place) === UNSOUND ? UNSOUND : (value as string);

const nameFields = {
  workCenter: optional(anyText),
  resource: optional(anyText),
  site: optional(orNull(anyText)),
};

const rowFields = {
  ...nameFields,
  unit: optional(anyText, "hours"),
  from: orNull(firstDay),
  period: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  load: amount,
  capacity: orNull(amount),
};

const pastDueFields = { ...nameFields, load: optional(amount), pastDue: optional(amount) };

/**
 * Reads what a chart of load shows, by work centre or resource.
 *
 * @throws PlanningInputError when it cannot be drawn: a row has no name, its bucket no day and no number
 */
export function readLoad(load: ChartedLoad): LoadLane[] {
  const issues: Issue[] = [];
  const rows = readRows(load, "rows", rowFields, issues);
  noteNameless(rows, "rows", issues);
  for (const [n, { from, period }] of rows.entries()) {
    if (from !== null || period !== undefined) continue;
    wrongType(period, { path: ["rows", n, "period"], issues }, "a number where there is no day");
  }
  refuseMistakes(issues);
  const past = (["pastDue", "outside"] as const).flatMap((field) => {
    const place = { path: [field], issues };
    if (readGuarded(load, place, () => load[field] !== undefined) !== true) return [];
    const read = readRows(load, field, pastDueFields, issues);
    noteNameless(read, field, issues);
    return read;
  });
  refuseMistakes(issues);
  const several = new Set(rows.map(({ site }) => site ?? null)).size > 1;
  const nameOf = ({ workCenter, resource, site }: Named): string => {
    const id = (workCenter ?? resource)!;
    return several ? `${id} (${site})` : id;
  };
  const lanes = new Map<string, LoadColumn[]>(rows.map((row) => [nameOf(row), []]));
  const units = new Map(rows.map((row) => [nameOf(row), row.unit]));
  for (const row of past) {
    const late = row.load ?? row.pastDue;
    if (late === undefined || late.isZero()) continue;
    const columns = lanes.get(nameOf(row)) ?? [];
    lanes.set(nameOf(row), columns);
    columns.push({ bucket: PAST_DUE, load: late, capacity: null });
  }
  for (const { from, period, load, capacity, ...row } of rows) {
    lanes.get(nameOf(row))?.push({ bucket: from ?? `${period}`, load, capacity });
  }
  return [...lanes].map(([lane, columns]) => ({
    lane,
    unit: units.get(lane) ?? "hours",
    columns,
  }));
}

/** Notes rows that are of no lane. */
function noteNameless(rows: readonly Named[], field: string, issues: Issue[]): void {
  const wrong = new Set(issues.map(({ path }) => (path[0] === field ? path[1] : undefined)));
  for (const [n, { workCenter, resource }] of rows.entries()) {
    if (workCenter !== undefined || resource !== undefined || wrong.has(n)) continue;
    const message = `The ${field}[${n}] has neither workCenter nor resource. Give one of them.`;
    addMistake({ path: [field, n, "workCenter"], issues }, "missingField", message);
  }
}

/** What names a lane. */
type Named = Pick<ChartedPastDue, "site"> & {
  readonly workCenter?: string | undefined;
  readonly resource?: string | undefined;
};
