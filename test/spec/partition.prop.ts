import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  changeInput,
  explainOrder,
  type InputPart,
  issuesInWhole,
  lowLevelCodes,
  mergePlans,
  type Plan,
  type PlanDecisions,
  type PlanningInput,
  PlanningInputError,
  partition,
  pegs,
  planDecisions,
  planningRecord,
  planRequirements,
  replan,
  safePlanRequirements,
  stockingPoints,
} from "../../src/index.js";
import { spoiled } from "../support/hostile.js";
import { planOf } from "../support/plan-of.js";
import { brokenProblem } from "../support/random/broken-problem.js";
import { changeDraft, changesOf } from "../support/random/changes.js";
import { problem } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";
import { sideBySide } from "../support/same/side-by-side.js";

/** A problem, or two that have nothing in common, in one. */
const someProblem = fc.oneof(
  problem,
  fc.tuple(problem, problem).map(([left, right]) => sideBySide(left, right).union),
);

const parts = fc.integer({ min: 1, max: 9 });

/** As JSON writes it: quantities as exact texts. */
function plain(thing: unknown): unknown {
  const text = JSON.stringify(thing, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value,
  );
  return JSON.parse(text) as unknown;
}

/** How many orders of a plan are explained: that takes longer than planning them. */
const EXPLAINED = 3;

/** All that can be asked of a plan, in the order in which it says it. */
function everything(plan: Plan): unknown {
  const { orders } = plan;
  const some = Array.from({ length: EXPLAINED }, (_, k) =>
    orders.at(Math.floor((orders.length * k) / EXPLAINED)),
  );
  return plain({
    plan,
    demands: [...plan.demands],
    consumptions: [...plan.consumptions],
    supplies: [...plan.supplies],
    columns: Object.values(plan.columns).map((column) =>
      typeof column === "number" ? column : [...column],
    ),
    levels: [...lowLevelCodes(plan)],
    points: stockingPoints(plan).map(({ item, site, segment }) => {
      const at = { site, ...(segment === null ? {} : { segment }) };
      return [planningRecord(plan, item, at), [...pegs(plan, item, at)]];
    }),
    why: some.map((order) => order && explainOrder(plan, order.id)),
  });
}

/** The decisions as they come from another process, the last part first. */
function decidedElsewhere(of: readonly InputPart[]): PlanDecisions[] {
  return of.map(({ input }) => structuredClone(planDecisions(planOf(input)))).reverse();
}

/** Lists of which every row stands in one part; the others are shared. */
const PLACED = [
  "itemSites",
  "sources",
  "boms",
  "routings",
  "stock",
  "supplies",
  "demands",
  "allocations",
  "reservations",
] as const;
const SHARED = ["items", "suppliers", "workCenters", "tools"] as const;
const COPIED = ["calendars", "units", "sites", "conventions", "currency", "startDate"] as const;

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}

describe("Parts of a problem (law 16)", () => {
  test.prop([someProblem, parts], { numRuns: runs / 8 })(
    "The plans of the parts, merged, are the plan made in one piece, in everything that can be asked of it",
    (input, most) => {
      const whole = planOf(input);
      const merged = mergePlans(input, decidedElsewhere(partition(input, { parts: most })));
      expect(everything(merged)).toEqual(everything(whole));
    },
    patience,
  );

  test.prop([someProblem, parts, changeDraft], { numRuns: Math.ceil(runs / 16) })(
    "A merged plan can be replanned: net change ≡ regeneration",
    (input, most, draft) => {
      const merged = mergePlans(input, decidedElsewhere(partition(input, { parts: most })));
      const changes = changesOf(input, draft);
      const next = attempt(() => replan(merged, changes));
      expect(next).toEqual(attempt(() => replan(planRequirements(input), changes)));
    },
    patience,
  );

  test.prop([someProblem, changeDraft], { numRuns: Math.ceil(runs / 16) })(
    "A plan that was replanned is a part of the changed problem like any other",
    (input, draft) => {
      const changes = changesOf(input, draft);
      const next = attempt(() => replan(planRequirements(input), changes));
      const merged = attempt(() => {
        const plan = replan(planRequirements(input), changes);
        return mergePlans(changeInput(input, changes), [planDecisions(plan)]);
      });
      expect(merged).toEqual(next);
    },
    patience,
  );

  test.prop([someProblem, parts], { numRuns: runs / 8 })(
    "Parts share no stocking point and no row of one; no row is lost, and none is changed",
    (input, most) => {
      planOf(input);
      const all = partition(input, { parts: most });
      expect(all.length).toBeLessThanOrEqual(most);
      for (const list of PLACED) {
        const rows = all.flatMap((part) => part.rows[list]!);
        expect(rows.sort((a, b) => a - b)).toEqual(numbers(input[list]?.length ?? 0));
      }
      for (const list of SHARED) {
        const rows = new Set(all.flatMap((part) => part.rows[list]!));
        expect(rows.size).toBe(input[list]?.length ?? 0);
      }
      for (const part of all) {
        for (const list of [...PLACED, ...SHARED]) {
          const own = part.rows[list]!.map((row) => input[list]![row]);
          if (list !== "suppliers") expect(part.input[list] ?? []).toEqual(own);
        }
        for (const field of COPIED) expect(part.input[field]).toBe(input[field]);
      }
      const points = all.flatMap((part) =>
        stockingPoints(planRequirements(part.input)).map(({ item, site, segment }) =>
          JSON.stringify([item, site, segment]),
        ),
      );
      expect(new Set(points).size).toBe(points.length);
    },
    patience,
  );
});

/** A plan in all that can be asked of it, or what it is refused for. */
function attempt(make: () => Plan): unknown {
  try {
    return everything(make());
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return { refused: error.issues.map(({ code, message }) => `${code}: ${message}`).sort() };
  }
}

describe("What is wrong with a problem in parts", () => {
  test.prop([brokenProblem], { numRuns: runs / 4 })(
    "A mistake of the input is told before it is parted, by its place in the whole; one that only planning finds, by the part",
    (input) => {
      const whole = safePlanRequirements(input);
      // A part may have as many orders as the whole: mergePlans tells when they are too many together.
      if (!whole.ok && whole.issues.some(({ code }) => code === "tooManyOrders")) return;
      const told = mistakesOfParts(input as PlanningInput);
      if (whole.ok) expect(told).toEqual([]);
      else expect(whole.issues).toEqual(expect.arrayContaining([...told]));
      expect(told.length === 0).toBe(whole.ok);
    },
    patience,
  );

  const input = {
    startDate: "2026-01-05",
    items: [
      { id: "bike", leadTime: 1 },
      { id: "wheel", phantom: true, onHand: 1 },
      { id: "tube", leadTime: 2 },
      { id: "lamp", planningTimeFence: 3 },
    ],
    boms: [
      { item: "bike", lines: [{ item: "wheel", quantity: 2 }] },
      { item: "wheel", lines: [{ item: "tube", quantity: 1 }] },
    ],
    supplies: [{ id: "po", item: "lamp", quantity: 4, due: "2026-01-20", kind: "purchase" }],
    demands: [
      { id: "d1", item: "bike", quantity: 5, due: "2026-01-16" },
      { id: "d2", item: "lamp", quantity: 3, due: "2026-01-06" },
      { id: "d3", item: "lamp", quantity: 3, due: "2026-01-12" },
    ],
  } as const satisfies PlanningInput;
  const decided = decidedElsewhere(partition(input, { parts: 2 }));

  const number = fc.oneof(fc.integer({ min: -3, max: 40 }), fc.integer());
  const changed = fc.oneof(
    spoiled(decided),
    fc
      .tuple(fc.nat(99), fc.nat(99), number)
      .map(([column, entry, value]) => withEntry(decided, column, entry, value)),
  );
  test.prop([changed], { numRuns: runs / 2 })(
    "Decisions that were changed on their way give a plan that can be read, or a list of mistakes with paths",
    (plans) => {
      try {
        everything(mergePlans(input, plans));
      } catch (error) {
        // No matcher is shown what cannot be read.
        if (!(error instanceof PlanningInputError)) throw error;
        for (const { path } of error.issues) expect(["plans", "plan"]).toContain(path[0]);
      }
    },
  );

  test("Plans that leave something out, say it twice or speak of another problem are refused", () => {
    const codes = (plans: readonly (Plan | PlanDecisions)[], whole: PlanningInput = input) => {
      try {
        mergePlans(whole, plans);
        return [];
      } catch (error) {
        return (error as PlanningInputError).issues.map(({ code, path }) => [code, ...path]);
      }
    };
    const [first, second] = decided as [PlanDecisions, PlanDecisions];
    expect(codes([first, second])).toEqual([]);
    expect(codes([first])).toEqual([["contradiction", "plans"]]);
    expect(codes([first, second, first])).toEqual([["contradiction", "plans", 2]]);
    expect(codes([first, second], { ...input, horizonEnd: "2026-03-01" })).toEqual([
      ["contradiction", "plans", 0, "horizonEnd"],
      ["contradiction", "plans", 1, "horizonEnd"],
    ]);
    expect(codes([first, second], { ...input, startDate: "2026-02-30" })).toEqual([
      ["invalidDate", "startDate"],
    ]);
    const otherRows = (plan: number) => ["contradiction", "plans", plan, "points", "asked"];
    const [demand, ...others] = input.demands;
    const more = { ...input, demands: [{ ...demand!, quantity: 50 }, ...others] };
    expect(codes([first, second], more).map((path) => path.slice(0, -1))).toEqual([otherRows(1)]);
    const [item, ...rest] = input.items;
    const slower = { ...input, items: [{ ...item!, leadTime: 9 }, ...rest] };
    expect(codes([first, second], slower).map((path) => path.slice(0, -1))).toEqual([otherRows(1)]);
    const items = [...input.items.slice(0, 3), { id: "torch" }];
    const renamed = { ...input, items, demands: input.demands.slice(0, 1), supplies: [] };
    const codesOfOther = codes([first, second], { ...renamed, horizonEnd: "2026-01-20" });
    expect(codesOfOther.map(([code]) => code)).toContain("unknownId");
  });

  test("More orders together than a plan may have are refused, as in one piece", () => {
    const many = { ...input, conventions: { maxOrders: 2 } };
    const whole = safePlanRequirements(many);
    expect(whole.ok).toBe(false);
    const all = partition(many, { parts: 2 });
    const refusal = attempt(() => mergePlans(many, decidedElsewhere(all)));
    expect(refusal).toEqual(attempt(() => planRequirements(many)));
  });
});

/** What planning in parts is refused for, by the places of the whole input. */
function mistakesOfParts(input: PlanningInput): readonly unknown[] {
  try {
    return partition(input, { parts: 3 }).flatMap((part) => {
      const result = safePlanRequirements(part.input);
      return result.ok ? [] : issuesInWhole(part, result.issues);
    });
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues;
  }
}

/** Decisions in which one entry of one column is another number. */
function withEntry(
  from: readonly PlanDecisions[],
  column: number,
  entry: number,
  value: number,
): readonly PlanDecisions[] {
  const plans = structuredClone(from) as PlanDecisions[];
  const columns = plans
    .flatMap(({ points, rows, supplies }) => [points, rows, supplies])
    .flatMap((table) => Object.values(table) as unknown[])
    .filter((one): one is Int32Array => ArrayBuffer.isView(one) && one.byteLength > 0);
  const chosen = columns[column % columns.length]!;
  chosen[entry % chosen.length] = value;
  return plans;
}
