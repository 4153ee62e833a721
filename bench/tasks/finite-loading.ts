/**
 * Finite loading against the sorting of its operations, in turns, so that what else the machine does slows both.
 */
import { type FiniteLoadingInput, finiteLoading } from "../../src/capacity/index.js";
import { timed } from "../clock.js";
import { drawsFrom } from "../random.js";
import { median } from "../statistics.js";
import { answer } from "./answer.js";

const SEED = 19_770_101;
const WORK_CENTERS = 200;
const OPERATIONS_A_JOB = 5;
const ROUNDS = 11;
/** Of so many sorts the median counts. */
const SORTS = 3;
const LARGE = 100_000;
const SMALL = 25_000;

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;
const SHIFTS = [
  {
    from: "06:00",
    until: "14:00",
    breaks: [{ from: "10:00", until: "10:30" }],
    days: WEEKDAYS,
  },
  { from: "14:00", until: "22:00", days: WEEKDAYS },
];

/** Jobs of five operations each at work centres of one to three units, in two shifts a day. */
function shop(operations: number): FiniteLoadingInput {
  const draws = drawsFrom(SEED);
  const dayOfYear = (day: number): string =>
    new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
  return {
    start: "2026-01-05T06:00",
    workCenters: Array.from({ length: WORK_CENTERS }, (_, k) => ({
      id: `center ${k}`,
      shifts: SHIFTS,
      units: draws.whole(1, 3),
    })),
    jobs: Array.from({ length: operations / OPERATIONS_A_JOB }, (_, job) => ({
      id: `job ${job}`,
      due: `${dayOfYear(draws.whole(1, 365))}T00:00`,
      operations: Array.from({ length: OPERATIONS_A_JOB }, (__, k) => ({
        id: `${k}`,
        workCenter: `center ${draws.whole(0, WORK_CENTERS - 1)}`,
        setup: draws.whole(0, 20) / 20,
        run: draws.whole(1, 40) / 10,
        queue: draws.whole(0, 4),
      })),
    })),
  };
}

/** The operations of a shop, to be sorted by due date and id. */
function rowsOf({ jobs }: FiniteLoadingInput): { due: string; id: string }[] {
  return jobs.flatMap(({ id, due, operations }) =>
    operations.map((operation) => ({ due: due!, id: `${id} ${operation.id}` })),
  );
}

/** A ratio of times for each round. */
export interface FiniteLoadingAnswer {
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  readonly byGrowthOfSorting: readonly number[];
  readonly byGrowthOfLogarithm: readonly number[];
}

/** A shop, and the rows that are sorted to compare. */
interface Given {
  readonly input: FiniteLoadingInput;
  readonly rows: readonly { readonly due: string; readonly id: string }[];
}

function given(operations: number): Given {
  const input = shop(operations);
  return { input, rows: rowsOf(input) };
}

function sortMs({ rows }: Given): number {
  const sort = (): unknown =>
    [...rows].sort((a, b) => compare(a.due, b.due) || compare(a.id, b.id));
  return median(Array.from({ length: SORTS }, () => timed(sort).ms));
}

function loadMs({ input }: Given, change: Partial<FiniteLoadingInput> = {}): number {
  const { ms, result } = timed(() => finiteLoading({ ...input, ...change }));
  if (result.unscheduled.length > 0) throw new Error("Something is not scheduled.");
  return ms;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** From rows to a schedule, measured by sorting as many rows; and how it grows, measured by how that does. */
export function finiteLoadingRatios(): FiniteLoadingAnswer {
  const [small, large] = [given(SMALL), given(LARGE)];
  const growth = (LARGE * Math.log(LARGE)) / (SMALL * Math.log(SMALL));
  // The first round makes the machine code.
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    smallSort: sortMs(small),
    smallLoad: loadMs(small),
    largeSort: sortMs(large),
    largeLoad: loadMs(large),
    backward: loadMs(large, { direction: "backward" }),
  })).slice(1);
  return {
    forward: rounds.map(({ largeLoad, largeSort }) => largeLoad / largeSort),
    backward: rounds.map(({ backward, largeSort }) => backward / largeSort),
    byGrowthOfSorting: rounds.map(
      ({ smallSort, smallLoad, largeSort, largeLoad }) =>
        (largeLoad / smallLoad) * (smallSort / largeSort),
    ),
    byGrowthOfLogarithm: rounds.map(({ smallLoad, largeLoad }) => largeLoad / smallLoad / growth),
  };
}

await answer(finiteLoadingRatios);
