import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type CapacityRequirements,
  capacityRequirements,
  LOADS,
  loadPegs,
  loadProfile,
  waitingMessages,
} from "../../src/capacity/index.js";
import { loadTable, NEVER } from "../../src/capacity/requirements/load-table.js";
import { type Ratio, ratioToDecimal } from "../../src/core/index.js";
import type { PlanningInput } from "../../src/index.js";
import { loadOf, operationsOf } from "../reference/capacity/operations.js";
import { productionsOf } from "../reference/capacity/productions.js";
import { planned, type PlanningInput as ReferenceInput } from "../reference/index.js";
import { fraction, plus, ZERO } from "../reference/numbers.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

/** Problems with a shop floor. */
const shopProblem = problemOf({ with: ["routings"], without: ["loops"] });

const bucket = fc.constantFrom("day", "week", "month");

const text = ({ num, den }: Ratio): string => (den === 1n ? `${num}` : `${num}/${den}`);

/** Exact loads by work centre: of its buckets, what is past due, and what is never done. */
function loadsOf(requirements: CapacityRequirements, by: "day" | "week" | "month") {
  const source = requirements[LOADS];
  const { buckets, cells } = loadTable(source, by);
  return new Map(
    source.workCenters.map(({ id }, place) => {
      const sums = [...cells[place]!].map(([n, { load }]) => [n, load.sum] as const);
      return [id, { sums: new Map(sums), count: buckets.starts.length - 1 }];
    }),
  );
}

function total(loads: readonly Ratio[]): Ratio {
  return loads.reduce(plus, ZERO);
}

/** Hours by centre, from start quantities, what is done of them, and the rows of routings (K53). */
function hoursOf(input: PlanningInput): ReadonlyMap<string, Ratio> {
  const hours = new Map<string, Ratio>();
  const { points, planned: all } = planned(input as ReferenceInput);
  for (const { order, routing, work } of productionsOf(points, all)) {
    for (const operation of operationsOf(routing, work, { isWithNothing: order !== null })) {
      const { workCenter } = operation.row;
      if (workCenter === undefined) continue;
      hours.set(workCenter, plus(hours.get(workCenter) ?? ZERO, loadOf(operation)));
    }
  }
  return hours;
}

describe("Capacity requirements", () => {
  test.prop([shopProblem, bucket], { numRuns: runs / 2 })(
    "Load summed over work centres and buckets, past due and never done with them, is the set-up, run and teardown of all orders at their start quantities, and of open ones what is left of it",
    (input, by) => {
      const requirements = capacityRequirements(planOf(input));
      const hours = hoursOf(input);
      for (const [id, { sums }] of loadsOf(requirements, by)) {
        expect(text(total([...sums.values()]))).toBe(text(hours.get(id) ?? ZERO));
      }
    },
  );

  test.prop([shopProblem, bucket], { numRuns: runs / 4 })(
    "A load profile shows these sums: each hour in one bucket, past due or never done",
    (input, by) => {
      const requirements = capacityRequirements(planOf(input));
      const profile = loadProfile(requirements, { bucket: by });
      for (const [id, { sums, count }] of loadsOf(requirements, by)) {
        const own = ({ workCenter }: { workCenter: string }) => workCenter === id;
        const rows = [...profile.rows].filter(own);
        const shown = [...rows, profile.pastDue.find(own), ...profile.neverDone.filter(own)].map(
          (row) => `${row?.load}`,
        );
        const places = [...rows.keys(), -1, ...(sums.has(NEVER) ? [NEVER] : [])];
        expect(shown).toEqual(places.map((n) => `${ratioToDecimal(sums.get(n) ?? ZERO)}`));
        expect(rows).toHaveLength(count);
      }
    },
  );

  test.prop([shopProblem], { numRuns: runs / 4 })(
    "The orders that load a work centre carry its whole load, and pass all of it on: to demands, or to what no demand needs",
    (input) => {
      const plan = planOf(input);
      const profile = loadProfile(plan, { bucket: "month" });
      const never = new Set(profile.neverDone.map(({ workCenter }) => workCenter));
      for (const { id } of input.workCenters ?? []) {
        if (never.has(id)) continue;
        const pegs = loadPegs(plan, { workCenter: id });
        const sums = [...loadsOf(capacityRequirements(plan), "month").get(id)!.sums.values()];
        const all = ratioToDecimal(fraction(total(sums).num, total(sums).den));
        const exact = pegs.reduce((sum, { load }) => sum.plus(load), ratioToDecimal(ZERO));
        expect(exact.toDecimalPlaces(40).toFixed()).toBe(all.toDecimalPlaces(40).toFixed());
        for (const { load, demands, rest } of pegs) {
          const passed = demands.reduce((sum, demand) => sum.plus(demand.load), rest);
          expect(passed.toDecimalPlaces(40).toFixed()).toBe(load.toDecimalPlaces(40).toFixed());
          expect(rest.isNegative()).toBe(false);
        }
      }
    },
  );

  test.prop([shopProblem, bucket], { numRuns: runs / 4 })(
    "Where nothing varies, work waits nowhere but at a work centre that is full; where it does, also wherever the routings allow too little",
    (input, by) => {
      const requirements = capacityRequirements(planOf(input));
      const { rows } = loadProfile(requirements, { bucket: by });
      const loaded = [...rows].filter(({ load }) => !load.isZero());
      const names = (found: Iterable<{ workCenter: string; from: string }>) =>
        Array.from(found, ({ workCenter, from }) => `${workCenter} ${from}`);
      const said = (variation: number) =>
        waitingMessages(requirements, {
          bucket: by,
          arrivalVariation: variation,
          processVariation: variation,
        });
      const full = loaded.filter(({ load, capacity }) => load.gte(capacity));
      expect(names(said(0))).toEqual(names(full));
      for (const { utilization, expectedHours, allowedHours } of said(1)) {
        expect(expectedHours === null).toBe(utilization === null || utilization >= 1);
        expect(expectedHours ?? Number.POSITIVE_INFINITY).toBeGreaterThan(allowedHours);
      }
      const waits = new Map(said(1e9).map((row) => [`${row.workCenter} ${row.from}`, row]));
      for (const row of loaded) {
        // So much varies that no queue is long enough, but for a few seconds of work.
        const utilization = Number(row.percentage) / 100;
        const wait = waits.get(`${row.workCenter} ${row.from}`);
        if (wait === undefined) expect(utilization).toBeLessThanOrEqual(0.001);
        else expect(wait.utilization).toBeCloseTo(utilization, 9);
      }
    },
  );
});
