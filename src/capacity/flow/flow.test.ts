import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../../core/index.js";
import { expectedWaiting, inputOutputControl } from "./index.js";

/** Code and path of each mistake of a call. */
function mistakes(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(PlanningInputError);
    return (error as PlanningInputError).issues.map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );
  }
  throw new Error("it is not refused");
}

describe("Input/output control", () => {
  test("sums up deviations, and follows the backlog as planned and as it came", () => {
    const periods = inputOutputControl({
      backlog: 120,
      rows: [
        { plannedInput: 270, actualInput: 270, plannedOutput: 300, actualOutput: 305 },
        { plannedInput: 270, actualInput: 250, plannedOutput: 300, actualOutput: 260 },
        { plannedInput: 270, plannedOutput: 270 },
      ],
    });
    expect(JSON.parse(JSON.stringify(periods[1]))).toEqual({
      period: 2,
      plannedInput: "270",
      actualInput: "250",
      cumulativeInputDeviation: "-20",
      plannedOutput: "300",
      actualOutput: "260",
      cumulativeOutputDeviation: "-35",
      plannedBacklog: "60",
      actualBacklog: "75",
    });
    expect(periods[2]?.actualBacklog).toBe(null);
    expect(`${periods[2]?.plannedBacklog}`).toBe("60");
  });

  test("is exact, and begins without a backlog where none is said", () => {
    const [only] = inputOutputControl({
      rows: [{ plannedInput: 0.3, actualInput: "0.3", plannedOutput: 0.1, actualOutput: "0.2" }],
    });
    expect(
      `${only?.plannedBacklog} ${only?.actualBacklog} ${only?.cumulativeOutputDeviation}`,
    ).toBe("0.2 0.1 0.1");
  });

  test("refuses more out than there was, and shows a plan of it as a backlog below 0", () => {
    const planned = { plannedInput: 10, plannedOutput: 20 };
    const rows = [
      { ...planned, actualInput: 5, actualOutput: 8 },
      { ...planned, actualInput: 1, actualOutput: 5 },
    ];
    expect(mistakes(() => inputOutputControl({ rows }))).toEqual([
      "contradiction rows.0.actualOutput",
    ]);
    expect(mistakes(() => inputOutputControl({ backlog: 6.5, rows }))).toEqual([
      "contradiction rows.1.actualOutput",
    ]);
    const [, last] = inputOutputControl({ backlog: 7, rows });
    expect(`${last?.actualBacklog} ${last?.plannedBacklog}`).toBe("0 -13");
  });

  test("refuses half of what came, what came after a gap, and negative hours, all at once", () => {
    const planned = { plannedInput: 1, plannedOutput: 1 };
    expect(
      mistakes(() =>
        inputOutputControl({
          backlog: -1,
          rows: [
            { ...planned, actualInput: 1 },
            { ...planned, plannedInput: -1 },
            planned,
            { ...planned, actualInput: 1, actualOutput: 1 },
          ],
        }),
      ),
    ).toEqual([
      "outOfRange backlog",
      "outOfRange rows.1.plannedInput",
      "contradiction rows.0.actualOutput",
      "contradiction rows.3.actualOutput",
    ]);
    expect(mistakes(() => inputOutputControl({ rows: [] }))).toEqual(["outOfRange rows"]);
  });
});

describe("Expected waiting", () => {
  const centre = { processTime: 0.5, arrivalVariation: 1, processVariation: 1 };

  test("of one machine with random arrivals and times is u ÷ (1 − u) × te, the M/M/1 queue", () => {
    const found = expectedWaiting({ ...centre, utilization: 0.8 });
    expect(found.waiting).toBeCloseTo(2, 12);
    expect(found.cycleTime).toBeCloseTo(2.5, 12);
    expect(found.queueLength).toBeCloseTo(3.2, 12);
    expect(found.workInProcess).toBeCloseTo(4, 12);
  });

  test("of several machines is Sakasegawa's, which for two machines at random is near the exact 1.778", () => {
    // M/M/2 with u = 0.8 and te = 1: Wq = u² ÷ (1 − u²) = 1.7778.
    const found = expectedWaiting({ ...centre, processTime: 1, machines: 2, utilization: 0.8 });
    expect(found.waiting).toBeCloseTo(0.8 ** (Math.sqrt(6) - 1) / 0.4, 12);
    expect(Math.abs(found.waiting! - 1.7778)).toBeLessThan(0.05);
  });

  test("takes the rate of arrivals instead of the utilization", () => {
    const found = expectedWaiting({ ...centre, machines: 2, arrivalRate: 3.2 });
    expect(found.utilization).toBeCloseTo(0.8, 12);
    expect(found).toEqual(
      expectedWaiting({ ...centre, machines: 2, utilization: (3.2 * 0.5) / 2 }),
    );
  });

  test("is 0 without variability, and without work", () => {
    const steady = { ...centre, arrivalVariation: 0, processVariation: 0 };
    expect(expectedWaiting({ ...steady, utilization: 0.99 }).waiting).toBe(0);
    expect(expectedWaiting({ ...centre, arrivalRate: 0 }).waiting).toBe(0);
  });

  test.each([1, 1.2, 1e9])(
    "has no steady state at utilization %d: null, never Infinity",
    (utilization) => {
      expect(expectedWaiting({ ...centre, utilization })).toEqual({
        utilization,
        waiting: null,
        cycleTime: null,
        queueLength: null,
        workInProcess: null,
      });
    },
  );

  test("leaves no NaN or Infinity at the edges of what it takes", () => {
    for (const processTime of [1e-9, 1e9]) {
      for (const variation of [0, 1e-300, 1e9]) {
        for (const machines of [1, 1_000_000]) {
          for (const utilization of [0, 1e-300, 0.5, 1 - 2 ** -53]) {
            const found = expectedWaiting({
              processTime,
              machines,
              utilization,
              arrivalVariation: variation,
              processVariation: variation,
            });
            expect(Object.values(found).every(Number.isFinite)).toBe(true);
          }
        }
      }
    }
  });

  test("refuses figures that are none, and utilization beside arrivals or without them", () => {
    const call = (change: object) => () =>
      expectedWaiting({ ...centre, utilization: 0.5, ...change } as never);
    expect(mistakes(call({ processTime: 0 }))).toEqual(["outOfRange processTime"]);
    expect(mistakes(call({ machines: 1.5 }))).toEqual(["invalidType machines"]);
    expect(mistakes(call({ utilization: Number.NaN }))).toEqual(["invalidType utilization"]);
    expect(mistakes(call({ utilization: undefined }))).toEqual(["missingField utilization"]);
    expect(mistakes(call({ arrivalRate: 1 }))).toEqual(["contradiction utilization"]);
    expect(mistakes(call({ processVariation: -1, arrivalVariation: "1" }))).toEqual([
      "invalidType arrivalVariation",
      "outOfRange processVariation",
    ]);
  });
});
