import { countWords, Decimal, type Issue, ratioToDecimal } from "../../core/index.js";
import {
  type Check,
  type Doubtful,
  listOf,
  objectOf,
  oneOf,
  readArgument,
  UNSOUND,
} from "../argument.js";
import { anyNumber, wholeNumber } from "../exact-argument.js";
import type { AvailableQuantity } from "../promise/available-to-promise.js";
import type { MasterScheduleGrid, MasterScheduleRow } from "./master-schedule-grid.js";

/** What {@link regroupSchedule} is asked. */
export interface RegroupScheduleInput {
  /** Made by {@link masterScheduleGrid}, or read back from its JSON. */
  readonly grid: MasterScheduleGrid;
  /**
   * How many periods make each column, first to last; they are all periods of the grid. `days` of
   * {@link dateBuckets} are those of a grid in days.
   */
  readonly lengths: readonly number[];
}

/**
 * Shows a master schedule in longer buckets: what moves is summed, stock is that at the end.
 *
 * Nothing is planned anew, so the totals are those of the grid, whatever the buckets. The `zone` of a
 * column is that of its first period, its `shortage` the largest of its periods; discrete
 * available-to-promise is summed, cumulative is that of its last period.
 *
 * @param input - the grid, and how many of its periods make each column
 * @returns a grid with one row for each column
 * @throws PlanningInputError when a length is below 1, the lengths are not all periods of the grid, or
 * its rows are not in their order (`contradiction`)
 *
 * Source: rules D2, T2.
 *
 * @example
 * ```ts
 * const grid = masterScheduleGrid({
 *   onHand: 10,
 *   forecast: [0, 0, 0, 0],
 *   orders: [4, 5, 3, 6],
 *   firm: [0, 0, 20, 0],
 * });
 * const { rows } = regroupSchedule({ grid, lengths: [2, 2] });
 * rows.map((row) => `${row.orders} out, ${row.mps} in, ${row.projectedAvailable} left`);
 * // => ["9 out, 0 in, 1 left", "9 out, 20 in, 12 left"]
 * ```
 */
export function regroupSchedule(input: RegroupScheduleInput): MasterScheduleGrid {
  const { grid, lengths } = readArgument(
    input,
    { grid: masterSchedule, lengths: listOf(wholeNumber(1, Number.MAX_SAFE_INTEGER), 1) },
    ({ grid: given, lengths: columns }, issues) => {
      noteOtherOrder(given, issues);
      noteOtherTotal(given?.rows, columns, issues);
    },
  );
  let next = 0;
  const rows = lengths.map((length, column) => {
    next += length;
    return summed(grid.rows.slice(next - length, next), column);
  });
  return { decimals: grid.decimals, rows };
}

/** The columns of which a longer bucket holds the sum. */
const FLOWS = [
  "forecast",
  "orders",
  "forecastCounted",
  "demand",
  "receipts",
  "firm",
  "proposed",
  "mps",
] as const;

function summed(rows: readonly MasterScheduleRow[], period: number): MasterScheduleRow {
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const flows = FLOWS.map((name) => [name, sumOf(rows.map((row) => row[name]))]);
  return {
    ...last,
    ...(Object.fromEntries(flows) as Pick<MasterScheduleRow, (typeof FLOWS)[number]>),
    period,
    zone: first.zone,
    shortage: rows.reduce(
      (most, { shortage }) => (shortage.greaterThan(most) ? shortage : most),
      first.shortage,
    ),
    discreteAvailableToPromise: promisedSum(rows.map((row) => row.discreteAvailableToPromise)),
  };
}

/** The sum of what is shown: nothing where nothing is, without limit where one is so. */
function promisedSum(shown: readonly AvailableQuantity[]): AvailableQuantity {
  if (shown.includes("unlimited")) return "unlimited";
  const quantities = shown.filter((one) => one !== null && one !== "unlimited");
  return quantities.length === 0 ? null : sumOf(quantities);
}

function sumOf(quantities: readonly Decimal[]): Decimal {
  return quantities.reduce((sum, one) => sum.plus(one), new Decimal(0));
}

/** A quantity of a grid, as a `Decimal` or as the text that one is written as. */
const figure: Check<Decimal> = (value, place) => {
  const read = anyNumber(value, place);
  return read === UNSOUND ? UNSOUND : ratioToDecimal(read);
};

const promised: Check<AvailableQuantity> = (value, place) =>
  value === null || value === "unlimited" ? value : figure(value, place);

const gridRow: Check<MasterScheduleRow> = objectOf({
  period: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  zone: oneOf("frozen", "slushy", "liquid"),
  forecast: figure,
  orders: figure,
  forecastCounted: figure,
  demand: figure,
  receipts: figure,
  firm: figure,
  proposed: figure,
  mps: figure,
  projectedAvailable: figure,
  minimumStock: figure,
  shortage: figure,
  discreteAvailableToPromise: promised,
  cumulativeAvailableToPromise: promised,
});

const masterSchedule: Check<MasterScheduleGrid> = objectOf({
  decimals: wholeNumber(0, 9),
  rows: listOf(gridRow, 1),
});

function noteOtherTotal(
  rows: readonly unknown[] | undefined,
  lengths: Doubtful<readonly number[]>,
  issues: Issue[],
): void {
  if (rows === undefined || lengths === undefined) return;
  let total = 0;
  for (const length of lengths) {
    if (length === undefined) return;
    total += length;
  }
  if (total === rows.length) return;
  const message = `The lengths come to ${countWords(total, "period")} together and the grid has ${rows.length}. Give each period to one column.`;
  issues.push({ code: "contradiction", path: ["lengths"], message });
}

/** The stock of a column is that of its last row. */
function noteOtherOrder(grid: Doubtful<MasterScheduleGrid>, issues: Issue[]): void {
  for (const [n, row] of (grid?.rows ?? []).entries()) {
    if (row?.period === undefined || row.period === n) continue;
    const path = ["grid", "rows", n, "period"];
    const message = `The grid.rows[${n}].period (${row.period}) must be ${n}: the rows stand in the order of the periods, from 0 on.`;
    issues.push({ code: "contradiction", path, message });
  }
}
