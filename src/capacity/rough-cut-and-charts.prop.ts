import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { numbersIn, outcomeOf, spoiled } from "../../test/support/hostile.js";
import { patience, runs } from "../../test/support/runs.js";
import { planRequirements } from "../mrp/index.js";
import {
  deriveCapacityBills,
  deriveResourceProfiles,
  expectedWaiting,
  ganttChart,
  ganttMermaid,
  inputOutputControl,
  loadChart,
  loadMermaid,
  roughCut,
  roughCutByBills,
  roughCutByOverallFactors,
  roughCutByProfiles,
} from "./index.js";

const plan = planRequirements({
  startDate: "2026-01-05",
  items: [{ id: "cart" }],
  boms: [{ item: "cart", lines: [] }],
  workCenters: [{ id: "hall", shifts: [{ from: "08:00", until: "16:00" }] }],
  routings: [{ id: "r", item: "cart", operations: [{ id: "10", workCenter: "hall", run: 2 }] }],
  demands: [{ id: "d", item: "cart", quantity: 35, due: "2026-01-16" }],
});

const series = {
  schedule: [{ item: "a", quantities: [1, "1/3"], pastDue: 2 }],
  resources: [{ id: "saw", kind: "machine", unit: "hours", capacity: [8, 7.5] }],
  periods: [
    { from: "2026-01-05", until: "2026-01-12" },
    { from: "2026-01-12", until: "2026-01-19" },
  ],
};
const bill = { item: "a", resource: "saw", amount: 0.5, amountPerPeriod: 1, component: "b" };
const lots = [{ item: "cart", lot: 5 }];
const items = [{ item: "cart" }];

/** Each function as one of one argument, and an argument that it takes. */
const calls: readonly (readonly [string, (argument: never) => unknown, object])[] = [
  ["roughCutByBills", roughCutByBills, { ...series, bills: [bill] }],
  ["roughCutByProfiles", roughCutByProfiles, { ...series, profiles: [{ ...bill, offset: -1 }] }],
  [
    "roughCutByOverallFactors",
    roughCutByOverallFactors,
    {
      ...series,
      hoursPerUnit: [{ item: "a", hours: 2 }],
      shares: [{ resource: "saw", share: 0.5 }],
    },
  ],
  ["deriveCapacityBills", (options) => deriveCapacityBills(plan, options), { items, lots }],
  [
    "deriveResourceProfiles",
    (options) => deriveResourceProfiles(plan, options),
    { items, lots, bucket: "month" },
  ],
  [
    "roughCut",
    (options) => roughCut(plan, options),
    {
      by: "bills",
      bucket: "month",
      items,
      lots,
      supplies: "open",
      profiles: [{ item: "cart", resource: "hall", amount: 1, offset: 1 }],
      resources: [{ id: "hall", capacity: 8 }],
    },
  ],
  [
    "inputOutputControl",
    inputOutputControl,
    {
      backlog: 3,
      rows: [{ plannedInput: 1, actualInput: 2, plannedOutput: "1/3", actualOutput: 0 }],
    },
  ],
  [
    "expectedWaiting",
    expectedWaiting,
    { processTime: 1, machines: 2, arrivalVariation: 1, processVariation: 0.5, utilization: 0.9 },
  ],
  ...([ganttChart, ganttMermaid] as const).map((draw): [string, typeof draw, object] => [
    draw.name,
    draw,
    {
      operations: [
        {
          job: "A",
          operation: "10",
          workCenter: "saw",
          unit: 1,
          part: 1,
          start: "2026-01-05T08:00",
          end: "2026-01-05T09:00",
        },
      ],
      jobs: [{ id: "A", late: 5 }],
    },
  ]),
  ...([loadChart, loadMermaid] as const).map((draw): [string, typeof draw, object] => [
    draw.name,
    draw,
    {
      rows: [{ workCenter: "saw", site: "main", from: "2026-01-05", load: 3, capacity: 2 }],
      pastDue: [{ workCenter: "saw", site: "main", load: 1 }],
    },
  ]),
];

describe("Rough cut, flow and charts, whatever they are given", () => {
  for (const [name, call, sound] of calls) {
    test.prop([spoiled(sound)], { numRuns: Math.ceil(runs / 2) })(
      `${name} answers with finite numbers, or refuses with a PlanningInputError`,
      (argument) => {
        const { value, threw } = outcomeOf(() => call(argument as never));
        if (threw !== undefined) expect(threw).toBe("PlanningInputError");
        for (const number of numbersIn(value)) expect(Number.isFinite(number)).toBe(true);
      },
      patience,
    );
  }

  test.prop([fc.constantFrom(...calls)])("what is sound is answered", ([, call, sound]) => {
    expect(() => call(sound as never)).not.toThrow();
  });

  test.prop([fc.constantFrom<unknown>(undefined, null, {}, { ...plan }, plan.toJSON(), "plan")])(
    "what is no plan is refused",
    (none) => {
      for (const call of [roughCut, deriveCapacityBills, deriveResourceProfiles]) {
        const { threw } = outcomeOf(() => call(none as never, { bucket: "week" } as never));
        expect(threw).toBe("PlanningInputError");
      }
    },
  );
});
