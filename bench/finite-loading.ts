/**
 * Finite loading against the sorting of its operations, as ratios: part of `npm run bench`.
 *
 * Both are measured in turns, so that what else the machine does slows both, and the best of each
 * counts.
 */
import { type FiniteLoadingInput, finiteLoading } from "../src/capacity/index.js";
import { timed } from "./clock.js";
import { drawsFrom } from "./random.js";
import type { Ratio } from "./table.js";

const SEED = 19_770_101;
const WORK_CENTERS = 200;
const OPERATIONS_A_JOB = 5;
const ROUNDS = 7;
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

interface Measured {
  readonly sortMs: number;
  readonly loadMs: number;
}

function measured(operations: number, change: Partial<FiniteLoadingInput> = {}): Measured {
  const input = { ...shop(operations), ...change };
  const rows = rowsOf(input);
  let [sortMs, loadMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    const sort = timed(() =>
      [...rows].sort((a, b) => compare(a.due, b.due) || compare(a.id, b.id)),
    );
    const load = timed(() => finiteLoading(input));
    if (load.result.unscheduled.length > 0) throw new Error("Something is not scheduled.");
    sortMs = Math.min(sortMs, sort.ms);
    loadMs = Math.min(loadMs, load.ms);
  }
  return { sortMs, loadMs };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** From rows to a schedule, measured by sorting as many rows; and how it grows, measured by how that does. */
export function finiteLoadingRatios(): Ratio[] {
  const small = measured(SMALL);
  const large = measured(LARGE);
  const backward = measured(LARGE, { direction: "backward" });
  const growth = (LARGE * Math.log(LARGE)) / (SMALL * Math.log(SMALL));
  return [
    {
      name: "100,000 operations on 200 work centres ÷ sorting them",
      measured: large.loadMs / large.sortMs,
      atMost: 40,
    },
    { name: "the same backward ÷ sorting them", measured: backward.loadMs / backward.sortMs },
    {
      name: "growth from 25,000 to 100,000 operations ÷ growth of sorting",
      measured: (large.loadMs / small.loadMs) * (small.sortMs / large.sortMs),
      atMost: 1.25,
    },
    {
      name: "growth from 25,000 to 100,000 operations ÷ growth of n log n",
      measured: large.loadMs / small.loadMs / growth,
    },
  ];
}
