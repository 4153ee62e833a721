import type { PlanningInput, WaitingOptions } from "orlicky";

/** A case of expected waiting: work centre, first day, hours expected, hours allowed. */
export interface WaitingCase {
  readonly k: string;
  readonly shows: string;
  readonly input: PlanningInput;
  readonly options: WaitingOptions;
  readonly messages: readonly string[];
}

/** A saw of 8 hours a day, and orders of so many hours that are all worked on 7 January. */
function saw(
  hours: readonly number[],
  { operation = {}, center = {} }: { readonly operation?: object; readonly center?: object } = {},
): PlanningInput {
  return {
    startDate: "2026-01-05",
    workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }], ...center }],
    items: [{ id: "a" }],
    sources: [{ item: "a", kind: "make" }],
    routings: [
      { id: "r", item: "a", operations: [{ id: "10", workCenter: "saw", run: 1, ...operation }] },
    ],
    demands: hours.map((quantity, n) => {
      return { id: `d${n}`, item: "a", quantity, due: "2026-01-08", segment: `s${n}` };
    }),
  };
}

const options = { arrivalVariation: 1, processVariation: 1, bucket: "day" } as const;

export const waitings: readonly WaitingCase[] = [
  {
    k: "K61",
    shows: "load ÷ capacity, and the mean of the operations, longer by more than the last digits",
    // 0.75 ÷ 0.25 × 3 hours.
    input: saw([4, 2], { operation: { queue: "8.95" } }),
    options,
    messages: ["saw 2026-01-07: 9.000, allowed 8.950"],
  },
  {
    k: "K61",
    shows: "a queue as long as the wait is long enough",
    input: saw([4, 2], { operation: { queue: 9 } }),
    options,
    messages: [],
  },
  {
    k: "K61",
    shows: "the time of a job is that which it keeps a unit from other work",
    // 3 of 8 × 0.5 hours; 1.5 ÷ 0.5 hours a job: 0.75 ÷ 0.25 × 3.
    input: saw([2, 1], { center: { efficiency: "0.8", utilization: "0.625" } }),
    options,
    messages: ["saw 2026-01-07: 9.000, allowed 0.000"],
  },
  {
    k: "K61",
    shows: "without bound at full load, whatever the variation",
    input: saw([5, 3], { operation: { queue: 2 } }),
    options: { ...options, arrivalVariation: 0, processVariation: { saw: 0 } },
    messages: ["saw 2026-01-07: without bound, allowed 2.000"],
  },
];
