import {
  addMistake,
  addRatios,
  type Decimal,
  type Doubtful,
  type ExactNumber,
  exactNumber,
  type Issue,
  listOf,
  objectOf,
  optional,
  type Ratio,
  ratioToDecimal,
  readArgument,
} from "../../core/index.js";

/** What was to come in and go out of a work centre in a period, and what did; hours, 0 or more. */
export interface InputOutputRow {
  readonly plannedInput: ExactNumber;
  readonly plannedOutput: ExactNumber;
  /** Left out, with `actualOutput`, in periods that are yet to come. */
  readonly actualInput?: ExactNumber | undefined;
  readonly actualOutput?: ExactNumber | undefined;
}

/** What {@link inputOutputControl} is asked. */
export interface InputOutputControlInput {
  /** Hours of work before the centre when the first period begins; when left out, 0: there is none. */
  readonly backlog?: ExactNumber | undefined;
  /** A row for each period, one after the other. */
  readonly rows: readonly InputOutputRow[];
}

/** Input and output of a period, in hours; what is not known yet is `null`. */
export interface InputOutputPeriod {
  /** Counted from 1. */
  readonly period: number;
  readonly plannedInput: Decimal;
  readonly actualInput: Decimal | null;
  /** Actual less planned input, of all periods up to this one. */
  readonly cumulativeInputDeviation: Decimal | null;
  readonly plannedOutput: Decimal;
  readonly actualOutput: Decimal | null;
  /** Actual less planned output, of all periods up to this one. */
  readonly cumulativeOutputDeviation: Decimal | null;
  /**
   * Work before the centre at the end of the period, as planned from the start on. Below 0: so many
   * hours more are planned to go out than there will be.
   */
  readonly plannedBacklog: Decimal;
  /** The same as it came; never below 0. */
  readonly actualBacklog: Decimal | null;
}

const ZERO: Ratio = { num: 0n, den: 1n };
const hours = exactNumber(0);

const fields = {
  backlog: optional(hours, ZERO),
  rows: listOf(
    objectOf({
      plannedInput: hours,
      plannedOutput: hours,
      actualInput: optional(hours),
      actualOutput: optional(hours),
    }),
    1,
  ),
};

/**
 * Compares what came into a work centre and what went out with what was planned.
 *
 * @param input - planned and, as far as it is known, actual input and output by period (hours), and the
 * backlog at the start (hours), which is 0 when left out
 * @returns by period: the deviations summed up, and the backlog as planned and as it came
 * @throws PlanningInputError with everything that is wrong: a row with one of its actual figures, or
 * with them after one without, or where more went out than there was
 *
 * Source: rule C4; O. W. Wight, *Production and Inventory Management in the Computer Age*, "input/output
 * control".
 *
 * @example
 * ```ts
 * const periods = inputOutputControl({
 *   backlog: 10,
 *   rows: [
 *     { plannedInput: 20, actualInput: 18, plannedOutput: 22, actualOutput: 20 },
 *     { plannedInput: 20, actualInput: 25, plannedOutput: 22, actualOutput: 19 },
 *     { plannedInput: 20, plannedOutput: 22 },
 *   ],
 * });
 * periods.map(({ actualBacklog }) => actualBacklog && Number(actualBacklog)); // => [8, 14, null]
 * periods.map(({ plannedBacklog }) => Number(plannedBacklog)); // => [8, 6, 4]
 * periods.map(({ cumulativeOutputDeviation: off }) => off && Number(off)); // => [-2, -5, null]
 * ```
 */
export function inputOutputControl(input: InputOutputControlInput): InputOutputPeriod[] {
  const { backlog, rows } = readArgument(input, fields, ({ rows, backlog }, issues) => {
    noteActual(rows, issues);
    if (issues.length === 0) noteEmptied(rows, backlog, issues);
  });
  let [inputDeviation, outputDeviation] = [ZERO, ZERO];
  let [plannedBacklog, actualBacklog] = [backlog, backlog];
  return rows.map(({ plannedInput, plannedOutput, actualInput, actualOutput }, n) => {
    plannedBacklog = less(addRatios(plannedBacklog, plannedInput), plannedOutput);
    const planned = {
      period: n + 1,
      plannedInput: ratioToDecimal(plannedInput),
      plannedOutput: ratioToDecimal(plannedOutput),
      plannedBacklog: ratioToDecimal(plannedBacklog),
    };
    if (actualInput === undefined || actualOutput === undefined) {
      return {
        ...planned,
        actualInput: null,
        cumulativeInputDeviation: null,
        actualOutput: null,
        cumulativeOutputDeviation: null,
        actualBacklog: null,
      };
    }
    inputDeviation = less(addRatios(inputDeviation, actualInput), plannedInput);
    outputDeviation = less(addRatios(outputDeviation, actualOutput), plannedOutput);
    actualBacklog = less(addRatios(actualBacklog, actualInput), actualOutput);
    return {
      ...planned,
      actualInput: ratioToDecimal(actualInput),
      cumulativeInputDeviation: ratioToDecimal(inputDeviation),
      actualOutput: ratioToDecimal(actualOutput),
      cumulativeOutputDeviation: ratioToDecimal(outputDeviation),
      actualBacklog: ratioToDecimal(actualBacklog),
    };
  });
}

/** Notes actual figures that stand alone, or after a period without. */
function noteActual(
  rows: Doubtful<readonly { readonly actualInput?: Ratio; readonly actualOutput?: Ratio }[]>,
  issues: Issue[],
): void {
  const wrong = new Set(issues.map(({ path }) => (path[0] === "rows" ? path[1] : undefined)));
  let isOver = false;
  for (const [n, row] of (rows ?? []).entries()) {
    if (row === undefined || wrong.has(n)) continue;
    const [isIn, isOut] = [row.actualInput !== undefined, row.actualOutput !== undefined];
    const place = { path: ["rows", n, isOut && !isIn ? "actualInput" : "actualOutput"], issues };
    if (isIn !== isOut) {
      const message = `The rows[${n}] has only one of actualInput and actualOutput. Give both, or none.`;
      addMistake(place, "contradiction", message);
    } else if (isIn && isOver) {
      const message = `The rows[${n}] has actual figures after a period without. Give those before it too.`;
      addMistake(place, "contradiction", message);
    }
    if (!isIn && !isOut) isOver = true;
  }
}

/** Notes the first period in which more went out than there was. */
function noteEmptied(
  rows: Doubtful<readonly { readonly actualInput?: Ratio; readonly actualOutput?: Ratio }[]>,
  backlog: Doubtful<Ratio>,
  issues: Issue[],
): void {
  let left = backlog ?? ZERO;
  for (const [n, { actualInput, actualOutput } = {}] of (rows ?? []).entries()) {
    if (actualInput === undefined || actualOutput === undefined) return;
    const there = addRatios(left, actualInput);
    left = less(there, actualOutput);
    if (left.num >= 0n) continue;
    const [out, most] = [actualOutput, there].map(ratioToDecimal);
    const message = `The rows[${n}].actualOutput (${out}) is more than the backlog before it and the input together (${most}). Give the backlog at the start, or correct the figures.`;
    addMistake({ path: ["rows", n, "actualOutput"], issues }, "contradiction", message);
    return;
  }
}

function less(a: Ratio, b: Ratio): Ratio {
  return addRatios(a, { num: -b.num, den: b.den });
}
