import { describe, expect, test } from "vitest";
import {
  finiteLoading,
  levelLoad,
  messageText,
  type PlanningInput,
  type PlanningInputError,
  planRequirements,
  scheduleOrders,
} from "../../index.js";
import { capacityRequirements, LOADS, type WaitingOptions, waitingMessages } from "./index.js";

const days = ["mon", "tue", "wed", "thu", "fri"] as const;
const day = { from: "06:00", until: "14:00", days };
const random = { arrivalVariation: 1, processVariation: 1 };

/** So many orders of 4 standard hours each, all in the week of Monday, 12 January. */
function planOf(orders: number, operation: object = {}, center: object = {}): PlanningInput {
  return {
    startDate: "2026-01-05",
    horizonEnd: "2026-01-18",
    workCenters: [{ id: "saw", shifts: [day], ...center }],
    items: [{ id: "leg" }],
    sources: [{ item: "leg", kind: "make" }],
    routings: [
      { id: "r", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 1, ...operation }] },
    ],
    demands: Array.from({ length: orders }, (_, n) => {
      return { id: `d${n}`, item: "leg", quantity: 4, due: "2026-01-16", segment: `s${n}` };
    }),
  };
}

const said = (input: PlanningInput, options: WaitingOptions = random) =>
  waitingMessages(planRequirements(input), options).map(
    ({ workCenter, from, utilization, expectedHours, allowedHours }) =>
      [workCenter, from, utilization, expectedHours, allowedHours].map((figure) =>
        typeof figure === "number" ? Number(figure.toFixed(6)) : figure,
      ),
  );

describe("Messages of expected waiting", () => {
  test("tell where the queue of the routings is shorter than u ÷ (1 − u) × te at random", () => {
    // 8 × 4 of 40 hours: 0.8 ÷ 0.2 × 4.
    expect(waitingMessages(planRequirements(planOf(8, { queue: 6 })), random)).toEqual([
      {
        code: "expectedWaiting",
        workCenter: "saw",
        site: "main",
        from: "2026-01-12",
        until: "2026-01-19",
        utilization: 0.8,
        expectedHours: expect.closeTo(16, 9),
        allowedHours: 6,
      },
    ]);
  });

  test("are none where the queue is as long, whatever the last digits", () => {
    expect(said(planOf(8, { queue: 16 }))).toEqual([]);
    expect(said(planOf(8, { queue: "15.9" }))).toEqual([["saw", "2026-01-12", 0.8, 16, 15.9]]);
  });

  test("weigh the wait by (ca² + ce²) ÷ 2, of each work centre its own where they differ", () => {
    // (0.25 + 2.25) ÷ 2 × 16
    const own = { arrivalVariation: { saw: 0.5 }, processVariation: 1.5 };
    expect(said(planOf(8), own)).toEqual([["saw", "2026-01-12", 0.8, 20, 0]]);
  });

  test("count the units of a work centre by Sakasegawa, Hopp and Spearman's form for m machines", () => {
    // 16 × 4 of 80 hours: 0.8^(√6 − 1) ÷ (2 × 0.2) × 4.
    expect(said(planOf(16, {}, { units: 2 }))).toEqual([["saw", "2026-01-12", 0.8, 7.236523, 0]]);
  });

  test("take an hour of the work centre for efficiency × utilization standard hours", () => {
    // 4 × 4 of 40 × 0.8 × 0.625 hours; a job takes 4 ÷ 0.5: 0.8 ÷ 0.2 × 8.
    const slow = { efficiency: "0.8", utilization: "0.625" };
    expect(said(planOf(4, {}, slow))).toEqual([["saw", "2026-01-12", 0.8, 32, 0]]);
  });

  test("take each part of a lot that is split for a job", () => {
    // 16 × 4 of 80 hours, in parts of 2 hours.
    const split = planOf(16, { split: 2 }, { units: 2 });
    expect(said(split)).toEqual([["saw", "2026-01-12", 0.8, 3.618261, 0]]);
  });

  test("at full load and above have no hours: it waits without bound, however long the queue", () => {
    expect(said(planOf(10, { queue: 39 }))).toEqual([["saw", "2026-01-12", 1, null, 39]]);
    expect(said(planOf(11))).toEqual([["saw", "2026-01-12", 1.1, null, 0]]);
  });

  test("weigh the operations by what of them lies in the bucket", () => {
    // 12 hours from Wednesday 10:00: 4 hours, a third of it, then a whole day, two thirds.
    const input = {
      ...planOf(0, { queue: 1 }),
      demands: [
        { id: "a", item: "leg", quantity: 12, due: "2026-01-16" },
        { id: "b", item: "leg", quantity: 3, due: "2026-01-16", segment: "b" },
      ],
    };
    // Thursday: 8 + 3 of 8 hours. Wednesday: 4 of 8, a third of a job of 12: 0.5 ÷ 0.5 × 12.
    expect(said(input, { ...random, bucket: "day" })).toEqual([
      ["saw", "2026-01-14", 0.5, 12, 1],
      ["saw", "2026-01-15", 1.375, null, 1],
    ]);
    // 15 of 40 hours, on average 7.5: 0.375 ÷ 0.625 × 7.5.
    expect(said(input)).toEqual([["saw", "2026-01-12", 0.375, 4.5, 1]]);
  });

  test("are put into words like the messages of a plan", () => {
    const texts = [8, 10].map((orders) =>
      waitingMessages(planRequirements(planOf(orders, { queue: 6.5 })), random).map(messageText),
    );
    expect(texts).toEqual([
      [
        "work is expected to wait 16 hours (80 % utilized) before saw from 2026-01-12 to before 2026-01-19, the routings allow 6.5",
      ],
      [
        "work is expected to wait without bound (100 % utilized) before saw from 2026-01-12 to before 2026-01-19, the routings allow 6.5",
      ],
    ]);
  });

  test("have no utilization and no hours where there is load but no capacity", () => {
    const loads = capacityRequirements(planRequirements(planOf(8, { queue: 6 })));
    const [center] = loads[LOADS].workCenters;
    const source = { ...loads[LOADS], workCenters: [{ ...center!, units: 0 }] };
    const messages = waitingMessages({ [LOADS]: source }, random);
    expect(messages).toMatchObject([{ utilization: null, expectedHours: null, allowedHours: 6 }]);
    expect(messageText(messages[0]!)).toMatch(/without bound \(without capacity\)/);
  });

  test("have as many decimals as tell the wait from what is allowed, and a full work centre from one almost full", () => {
    const text = (expectedHours: number, allowedHours: number, utilization: number) =>
      messageText({
        code: "expectedWaiting",
        workCenter: "saw",
        site: null,
        from: "2026-01-12",
        until: "2026-01-19",
        utilization,
        expectedHours,
        allowedHours,
      }).replace(/ before saw .*, the/, ", the");
    expect(text(0.000314, 0, 0.00625)).toBe(
      "work is expected to wait 0.0003 hours (0.63 % utilized), the routings allow 0",
    );
    expect(text(4.0015, 4, 0.5000625)).toBe(
      "work is expected to wait 4.002 hours (50.01 % utilized), the routings allow 4",
    );
    expect(text(6399984, 0, 0.99999875)).toBe(
      "work is expected to wait 6399984 hours (99.9999 % utilized), the routings allow 0",
    );
    expect(text(1, 0.33, 0.5)).toBe(
      "work is expected to wait 1 hour (50 % utilized), the routings allow 0.33",
    );
  });

  test("are refused in words where a field is missing, as are all messages", () => {
    const issuesOf = (message: object): unknown => {
      try {
        return messageText(message as never);
      } catch (error) {
        const { issues = [] } = error as Partial<PlanningInputError>;
        return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
      }
    };
    expect(issuesOf({ code: "expectedWaiting", workCenter: "w" })).toEqual(
      ["from", "until", "utilization", "expectedHours", "allowedHours"].map(
        (field) => `missingField message.${field}`,
      ),
    );
    expect(issuesOf({ code: "demandLate" })).toContain("missingField message.limitedBy");
    expect(issuesOf({ code: "overload" })).toContain("missingField message.load");
    for (const code of ["constructor", "zz", undefined]) {
      expect(issuesOf({ code })).toEqual(["invalidType message"]);
    }
    const days = { workCenter: "w", from: "2026-01-12", until: "2026-01-19" };
    const figures = { utilization: "much", expectedHours: null, allowedHours: 0 };
    expect(issuesOf({ code: "expectedWaiting", ...days, ...figures })).toEqual([
      "invalidType message",
    ]);
  });

  test("look at the work centres asked for alone, by id, then time", () => {
    const input: PlanningInput = {
      ...planOf(8),
      workCenters: ["saw", "ant"].map((id) => ({ id, shifts: [day] })),
      routings: [
        {
          id: "r",
          item: "leg",
          operations: [
            { id: "10", workCenter: "saw", run: "0.5" },
            { id: "20", workCenter: "ant", run: "0.5" },
          ],
        },
      ],
    };
    expect(said(input).map(([center]) => center)).toEqual(["ant", "saw"]);
    const only = { arrivalVariation: { saw: 1 }, processVariation: 1, workCenters: ["saw"] };
    expect(said(input, only).map(([center]) => center)).toEqual(["saw"]);
  });

  test("are said of requirements, schedules and levelled loads too, of each by its own load", () => {
    const plan = planRequirements(planOf(8, { queue: 6 }));
    const found = waitingMessages(plan, random);
    for (const source of [capacityRequirements(plan), levelLoad(plan)]) {
      expect(waitingMessages(source, random)).toEqual(found);
    }
    // One after the other they begin earlier: still 32 hours in the week.
    expect(waitingMessages(scheduleOrders(plan), random)).toEqual(found);
    const schedule = finiteLoading({
      start: "2026-01-12T06:00",
      workCenters: [{ id: "saw", site: "main", shifts: [day] }],
      jobs: Array.from({ length: 8 }, (_, n) => {
        return { id: `j${n}`, operations: [{ id: "10", workCenter: "saw", run: 4, queue: 6 }] };
      }),
    });
    expect(waitingMessages(schedule, random)).toEqual(found);
  });

  test("say nothing of what is past due or never done", () => {
    const plan = planRequirements({
      ...planOf(0),
      demands: [{ id: "d", item: "leg", quantity: 8, due: "2026-01-05" }],
    });
    const kept = capacityRequirements(plan, { startsInPast: "keep" });
    expect(waitingMessages(kept, random)).toEqual([]);
    const closed = { ...day, validTo: "2026-01-05" };
    const never = planRequirements(planOf(8, {}, { shifts: [closed] }));
    expect(waitingMessages(never, random)).toEqual([]);
  });

  test("take a queue that was reduced as it was reduced", () => {
    const input = {
      ...planOf(0, { queue: 8 }),
      demands: [{ id: "d", item: "leg", quantity: 32, due: "2026-01-09" }],
    };
    const loads = capacityRequirements(planRequirements(input), { queueReduction: ["0.25", "0"] });
    expect(waitingMessages(loads, random)).toMatchObject([{ allowedHours: 0 }]);
  });

  test("refuse variations that are left out, are none, or are of no work centre", () => {
    const plan = planRequirements(planOf(8));
    const refusal = (options: object): unknown => {
      try {
        return waitingMessages(plan, options as WaitingOptions);
      } catch (error) {
        return (error as { issues: { path: unknown[]; code: string }[] }).issues.map(
          ({ path, code }) => `${path.join(".")}: ${code}`,
        );
      }
    };
    expect(refusal({})).toEqual([
      "arrivalVariation: missingField",
      "processVariation: missingField",
    ]);
    expect(refusal({ ...random, arrivalVariation: {} })).toEqual([
      "arrivalVariation.saw: missingField",
    ]);
    expect(refusal({ arrivalVariation: -1, processVariation: "1" })).toEqual([
      "arrivalVariation: outOfRange",
      "processVariation: invalidType",
    ]);
    expect(refusal({ ...random, processVariation: { saw: Number.NaN } })).toEqual([
      "processVariation.saw: invalidType",
    ]);
    expect(refusal({ ...random, processVariation: { saw: 1, ant: 1 } })).toEqual([
      "processVariation.ant: unknownId",
    ]);
    expect(refusal({ ...random, workCenters: ["zz"] })).toEqual(["workCenters.0: unknownId"]);
    expect(refusal({ ...random, bucket: "year" })).toEqual(["bucket: outOfRange"]);
    expect(() => waitingMessages(undefined as never, random)).toThrow("plan");
  });
});
