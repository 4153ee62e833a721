import type { FiniteLoadingInput } from "orlicky/capacity";

/** A small shop for the interpretation of finite loading, and its rows. */
export interface FiniteCase {
  readonly k: string;
  readonly shows: string;
  readonly input: Omit<FiniteLoadingInput, "start">;
  /** `job/operation work centre start > end`; of what has no place its reason. */
  readonly rows: readonly string[];
}

const CLOCK = [{ from: "00:00", until: "24:00" }];
const saw = { id: "saw", shifts: CLOCK };
const old = { id: "old", shifts: CLOCK };

const cut = (id: string, run: number, more: object = {}, jobMore: object = {}) => ({
  id,
  operations: [{ id: "cut", workCenter: "saw", run, ...more }],
  ...jobMore,
});

const due = "2026-01-05T10:00";

export const finiteLoadings: readonly FiniteCase[] = [
  {
    k: "K59",
    shows: "what waits first by the rule begins, and nothing is kept free for what comes later",
    input: {
      workCenters: [saw],
      jobs: [
        cut("a", 4, {}, { rank: 2 }),
        cut("b", 1, {}, { rank: 1, release: "2026-01-05T01:00" }),
      ],
      priority: "rank",
    },
    rows: ["a/cut saw 05T00:00 > 05T04:00", "b/cut saw 05T04:00 > 05T05:00"],
  },
  {
    k: "K59",
    shows: "slack takes the work of the operation and of what comes after it in its job",
    input: {
      workCenters: [saw, old],
      jobs: [
        cut("a", 2, {}, { due }),
        {
          id: "b",
          due,
          operations: [cut("", 1).operations[0]!, { id: "sand", workCenter: "old", run: 5 }],
        },
      ],
      priority: "slack",
    },
    rows: [
      "a/cut saw 05T01:00 > 05T03:00",
      "b/cut saw 05T00:00 > 05T01:00",
      "b/sand old 05T01:00 > 05T06:00",
    ],
  },
  {
    k: "K59",
    shows: "backward, of equal due dates the first by the rule is placed last and begins first",
    input: {
      workCenters: [saw],
      jobs: [cut("a", 2, {}, { due, rank: 1 }), cut("b", 3, {}, { due, rank: 2 })],
      priority: "rank",
      direction: "backward",
    },
    rows: ["a/cut saw 05T05:00 > 05T07:00", "b/cut saw 05T07:00 > 05T10:00"],
  },
  {
    k: "K59",
    shows:
      "backward, a job that would begin too early begins as early as it can, the others keep their place",
    input: {
      workCenters: [saw, old],
      jobs: [cut("a", 12, {}, { due }), cut("b", 2, { workCenter: "old" }, { due })],
      direction: "backward",
    },
    rows: ["a/cut saw 05T00:00 > 05T12:00", "b/cut old 05T08:00 > 05T10:00"],
  },
  {
    k: "K59",
    shows: "an alternate does not take what ends as early next in turn at the first choice",
    input: {
      workCenters: [saw, old],
      jobs: [cut("a", 2), cut("b", 3, { alternates: [{ workCenter: "old", run: 5 }] })],
    },
    rows: ["a/cut saw 05T00:00 > 05T02:00", "b/cut saw 05T02:00 > 05T05:00"],
  },
  {
    k: "K59",
    shows:
      "in a fixed sequence each is placed behind what stands on its unit, whatever gap there is",
    input: {
      workCenters: [saw],
      jobs: [cut("a", 1, {}, { release: "2026-01-05T06:00" }), cut("b", 1)],
      sequence: [
        { job: "a", operation: "cut" },
        { job: "b", operation: "cut" },
      ],
    },
    rows: ["a/cut saw 05T06:00 > 05T07:00", "b/cut saw 05T07:00 > 05T08:00"],
  },
  {
    k: "K59",
    shows: "utilization does not stretch work",
    input: { workCenters: [{ ...saw, utilization: 0.5 }], jobs: [cut("a", 2)] },
    rows: ["a/cut saw 05T00:00 > 05T02:00"],
  },
  {
    k: "K59",
    shows: "what does not end within the horizon has no place, nor what depends on it",
    input: {
      workCenters: [saw],
      jobs: [cut("a", 9), cut("b", 1, {}, { materials: [{ job: "a" }] }), cut("c", 3)],
      end: "2026-01-05T08:00",
    },
    rows: ["a/cut horizon", "b/cut material", "c/cut saw 05T00:00 > 05T03:00"],
  },
];
