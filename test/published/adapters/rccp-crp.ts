import {
  finiteLoading,
  type RoughCut,
  roughCutByBills,
  roughCutByOverallFactors,
  roughCutByProfiles,
} from "../../../src/capacity/index.js";
import { formatMinute, ONE, parseMinute } from "../../../src/core/index.js";
import { Decimal } from "../../../src/index.js";
import {
  availableCapacity,
  makeRouting,
  makeWorkCenter,
  scheduleForward,
  timedOperations,
} from "../../../src/routing/index.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";
import { type Num, quantityText } from "./quantities.js";

type ByPeriod = Readonly<Record<string, Num>>;
type Table = Readonly<Record<string, ByPeriod>>;
type Schedule = Table;

interface FactorsInput {
  readonly mps: Schedule;
  readonly hoursPerUnit: ByPeriod;
  readonly historicalShare: ByPeriod;
}

interface BillInput {
  readonly mps?: Schedule;
  readonly capacityBill?: Table;
  readonly capacity?: Table;
}

interface ProfileInput {
  readonly mps: Schedule;
  readonly profile: readonly {
    readonly product: string;
    readonly item: string;
    readonly workCenter: string;
    readonly periodOffset: number;
    readonly setupHours: Num;
    readonly hoursPerUnit: Num;
  }[];
}

interface AvailableInput {
  readonly workCenters: readonly {
    readonly id: string;
    readonly hours: number;
    readonly shifts: number;
    readonly units: number;
    readonly utilization: number;
    readonly efficiency: number;
  }[];
}

interface EfficiencyInput {
  readonly start: string;
  readonly operations: readonly {
    readonly id: string;
    readonly standardDays: number;
    readonly setupDays?: number;
    readonly efficiency: number;
  }[];
}

interface LoadingInput {
  readonly start: string;
  readonly units?: number;
  readonly shifts?: readonly (readonly [string, string])[];
  readonly breaks?: readonly (readonly [string, string])[];
  readonly direction: string;
  readonly splitJobsOverDays?: boolean;
  readonly jobs: readonly {
    readonly id: string;
    readonly hours: Num;
    readonly due?: string;
    readonly priority?: number;
  }[];
}

interface LoadingExpected {
  readonly jobs: readonly { readonly id: string; readonly start: string; readonly end?: string }[];
}

/** As the area says: sources round loads and hours to two decimals. */
const TOLERANCE = "0.005";

const ROUND_THE_CLOCK = [{ from: "00:00", until: "24:00" }];
const HOURS_A_DAY = 24;

/** What a case of a rough cut may expect. */
type Figures = Readonly<Record<string, unknown>>;

/** Runs a case of the area `rccp-crp`, by its kind. */
export function rccpCrp({ kind, input, expected }: PublishedCase): Verdict {
  switch (kind) {
    case "cpof":
      return compared(expected, factorFigures(input as FactorsInput));
    case "resourceProfile":
      return compared(expected, profileFigures(input as ProfileInput));
    case "capacityBill":
    case "crp":
      return (input as BillInput).mps === undefined ||
        (input as BillInput).capacityBill === undefined
        ? { outcome: "notYet", reason: `a ${kind} without a given bill is not compared` }
        : compared(expected, billFigures(input as BillInput));
    case "availableCapacity":
      return compared(expected, { capacity: capacities(input as AvailableInput) });
    case "efficiency":
      return compared(expected, { ends: ends(input as EfficiencyInput) });
    case "finiteLoading":
      return loading(input as LoadingInput, expected as LoadingExpected);
    default:
      return { outcome: "notYet", reason: `the kind ${kind} has no function` };
  }
}

function factorFigures({ mps, hoursPerUnit, historicalShare }: FactorsInput): Figures {
  const found = roughCutByOverallFactors({
    schedule: scheduleOf(mps, {}),
    hoursPerUnit: Object.entries(hoursPerUnit).map(([item, hours]) => ({ item, hours })),
    shares: Object.entries(historicalShare).map(([resource, share]) => ({ resource, share })),
  });
  const items = found.totals.flatMap(({ period, items }) =>
    items.map(({ item, load }) => [item, period, load] as const),
  );
  const hours = found.totals.map((total) => total.hours);
  return {
    load: loadOf(found),
    totalHours: Object.fromEntries(found.totals.map(({ period, hours }) => [period, hours])),
    hoursByProduct: tableOf(items),
    grandTotal: hours.reduce((sum, one) => sum.plus(one), new Decimal(0)),
  };
}

function profileFigures({ mps, profile }: ProfileInput): Figures {
  const found = roughCutByProfiles({
    schedule: scheduleOf(mps, {}),
    profiles: profile.map((row) => ({
      item: row.product,
      component: row.item,
      resource: row.workCenter,
      offset: row.periodOffset,
      amount: row.hoursPerUnit,
      amountPerPeriod: row.setupHours,
    })),
  });
  const items = found.rows.flatMap(({ period, items }) =>
    items.map(({ component, load }) => [component ?? "", period, load] as const),
  );
  return { load: loadOf(found), loadByItem: tableOf(items) };
}

function billFigures({ mps = {}, capacityBill = {}, capacity = {} }: BillInput): Figures {
  const schedule = scheduleOf(mps, capacity);
  const ids = [...new Set(Object.values(capacityBill).flatMap((bill) => Object.keys(bill)))];
  const periods = schedule[0]?.quantities.length ?? 0;
  const found = roughCutByBills({
    schedule,
    bills: Object.entries(capacityBill).flatMap(([item, bill]) =>
      Object.entries(bill).map(([resource, amount]) => ({ item, resource, amount })),
    ),
    resources: ids.map((id) => {
      const { [id]: hours } = capacity;
      return hours === undefined ? { id } : { id, capacity: seriesOf(hours, periods) };
    }),
  });
  const percent = found.rows.flatMap(({ resource, period, percentage }) =>
    percentage === null ? [] : [[resource, period, percentage] as const],
  );
  const total = new Map<number, Decimal>();
  for (const { period, load } of found.rows) {
    total.set(period, load.plus(total.get(period) ?? 0));
  }
  const overload: Record<string, number[]> = {};
  for (const row of found.rows) {
    if (!row.overload?.gt(0)) continue;
    overload[row.resource] = [...(overload[row.resource] ?? []), row.period];
  }
  return {
    capacityBill,
    load: loadOf(found),
    totalHours: Object.fromEntries(total),
    utilizationPercent: tableOf(percent),
    overload,
  };
}

function capacities({ workCenters }: AvailableInput): Figures {
  return Object.fromEntries(
    workCenters.map(({ id, ...figures }) => [id, availableCapacity(figures)]),
  );
}

/** Each operation by itself, one unit on a centre that is open round the clock. */
function ends({ start, operations }: EfficiencyInput): Figures {
  const from = parseMinute(start)!;
  return Object.fromEntries(
    operations.map(({ id, efficiency, standardDays, setupDays = 0 }) => {
      const center = makeWorkCenter({ id, shifts: ROUND_THE_CLOCK, efficiency });
      const [setup, run] = [setupDays, standardDays - setupDays].map((days) => days * HOURS_A_DAY);
      const row = { id, workCenter: id, setup: setup!, run: run! };
      const routing = makeRouting(
        { id, item: id, operations: [row] },
        { workCenter: () => center, supplierCalendar: () => undefined },
      );
      const [dates] = scheduleForward(timedOperations(routing, ONE), from);
      return [id, formatMinute(dates!.end)];
    }),
  );
}

/** One work centre; jobs in the given order, each in one shift unless it may be split over days. */
function loading(input: LoadingInput, expected: LoadingExpected): Verdict {
  const wrong = faultsOfExpected(expected, ["jobs"]);
  if (wrong.length > 0) return verdictOf(wrong);
  if (input.direction !== "forward") {
    return { outcome: "notYet", reason: `the direction ${input.direction} is not compared` };
  }
  const span = ([from, until]: readonly [string, string]) => ({ from, until });
  const breaks = (input.breaks ?? []).map(span);
  const { operations } = finiteLoading({
    start: input.start,
    workCenters: [
      {
        id: "machine",
        shifts: input.shifts?.map((shift) => ({ ...span(shift), breaks })) ?? ROUND_THE_CLOCK,
        units: input.units ?? 1,
        finishWithinShift: input.splitJobsOverDays === false,
      },
    ],
    priority: "rank",
    jobs: input.jobs.map(({ id, hours }, rank) => ({
      id,
      rank,
      operations: [{ id: "work", workCenter: "machine", run: hours }],
    })),
  });
  // Each job is one operation; a job begins with its queue, the case says when it is worked.
  const found = [...operations].map(({ job, start, end }) => ({ id: job, start, end }));
  if (found.length !== expected.jobs.length) return verdictOf(["not as many jobs as expected"]);
  return verdictOf(
    expected.jobs.flatMap((wanted, n) => {
      const known = Object.keys(found[n]!);
      const unknown = Object.keys(wanted).filter((field) => !known.includes(field));
      return [
        ...unknown.map((field) => `job ${n} has the unknown field ${field}`),
        ...differences(`job ${n}`, wanted, { end: wanted.end, ...pick(found[n]!, wanted) }),
      ];
    }),
  );
}

/** The fields of a job that the case has. */
function pick(found: Figures, wanted: object): Figures {
  return Object.fromEntries(Object.keys(wanted).map((field) => [field, found[field]]));
}

/** What differs, with what is expected and never computed. */
function compared(expected: unknown, found: Figures): Verdict {
  const wrong = faultsOfExpected(expected, Object.keys(found));
  if (wrong.length > 0) return verdictOf(wrong);
  return verdictOf(
    Object.entries(expected as Figures).flatMap(([field, figure]) =>
      differences(field, figure, found[field]),
    ),
  );
}

/** Tables are the same when neither has a figure but 0 that the other lacks. */
function differences(what: string, wanted: unknown, found: unknown): string[] {
  if (isTable(wanted) || isTable(found)) {
    const [of, other] = [wanted ?? {}, found ?? {}] as Figures[];
    const keys = new Set([...Object.keys(of!), ...Object.keys(other!)]);
    return [...keys].flatMap((key) => differences(`${what}.${key}`, of![key], other![key]));
  }
  if (isFigure(wanted ?? 0) && isFigure(found ?? 0)) {
    const [one, two] = [wanted ?? 0, found ?? 0].map((figure) => quantityText(figure as Num));
    if (new Decimal(one!).minus(two!).abs().lte(TOLERANCE)) return [];
  } else if (JSON.stringify(wanted) === JSON.stringify(found)) return [];
  return [`${what}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`];
}

function isTable(value: unknown): boolean {
  return typeof value === "object" && !Array.isArray(value) && !Decimal.isDecimal(value);
}

function isFigure(value: unknown): boolean {
  return typeof value === "number" || Decimal.isDecimal(value);
}

/** A row an item; periods "0" and below are past due. */
function scheduleOf(mps: Schedule, capacity: Table) {
  const numbers = [...Object.values(mps), ...Object.values(capacity)]
    .flatMap((row) => Object.keys(row))
    .map(Number);
  const periods = Math.max(0, ...numbers);
  return Object.entries(mps).map(([item, row]) => ({
    item,
    quantities: seriesOf(row, periods),
    pastDue: Object.entries(row).reduce(
      (sum, [period, units]) => (Number(period) > 0 ? sum : sum.plus(quantityText(units))),
      new Decimal(0),
    ),
  }));
}

function seriesOf(row: ByPeriod, periods: number): Num[] {
  return Array.from({ length: periods }, (_, n) => row[n + 1] ?? 0);
}

/** Loads by resource and period, past due ones in period 0. */
function loadOf({ rows, outside }: RoughCut) {
  return tableOf([
    ...rows.map(({ resource, period, load }) => [resource, period, load] as const),
    ...outside.map(({ resource, pastDue }) => [resource, 0, pastDue] as const),
  ]);
}

function tableOf(figures: Iterable<readonly [string, number, Decimal]>) {
  const table: Record<string, Record<string, Decimal>> = {};
  for (const [row, period, figure] of figures) {
    const cells = table[row] ?? {};
    table[row] = cells;
    cells[period] = figure.plus(cells[period] ?? 0);
  }
  return table;
}
