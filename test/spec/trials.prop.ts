import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type BrokenDemand,
  type Plan,
  type PlanChanges,
  type PlannedDemand,
  type PlanningInput,
  PlanningInputError,
  type PlanningRow,
  replan,
  tryDemands,
} from "../../src/index.js";
import { FeasibleDates } from "../../src/mrp/explain/feasible-dates.js";
import { feasibleDatesOf } from "../../src/mrp/explain/known-dates.js";
import { stateOf } from "../../src/mrp/plan/plan-state.js";
import { planOf } from "../support/plan-of.js";
import { type ChangeDraft, changeDraft, changesOf } from "../support/random/changes.js";
import { lateShop, shopChange } from "../support/random/late-shop.js";
import { problem } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

/** All that feasible dates tell of a plan. */
function told(plan: Plan, dates: FeasibleDates) {
  const { model, orders } = stateOf(plan);
  const { book } = dates;
  return Array.from({ length: model.points.count }, (_, point) => {
    const found = book.find(point);
    const rows = model.rowsOf(point).demands;
    const due: number[] = [];
    for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
      for (let n = 0; n < (orders.repeat?.[row] ?? 1); n++) due.push(book.dueOf(point, row, n));
    }
    return {
      due,
      start: found === undefined ? null : found.start,
      limits: found === undefined ? null : found.start.map((_, n) => book.limitOf(point, n)),
      firm: (model.firm.get(point) ?? []).map(({ row }) => book.dueOfFirm(point, row)),
      late: dates.lateDemands(point),
      days: rows.map((row) => dates.demandDay(row)),
      waits: rows.map((row) => book.limitOfDemand(row) ?? null),
    };
  });
}

/** Plans changes that a full run accepts. */
function replanned(plan: Plan, changes: PlanChanges): Plan | undefined {
  try {
    return replan(plan, changes);
  } catch (error) {
    if (error instanceof PlanningInputError) return undefined;
    throw error;
  }
}

/** A trial by nothing but public answers: every demand of both plans compared. */
function plainTrial(plan: Plan, demands: readonly PlanningRow<"demands">[]) {
  const next = replan(plan, { demands: { put: demands } });
  const later = new Map([...next.demands].map((demand) => [demand.id, demand]));
  const ids = demands.map(({ id }) => id);
  const isForecast = new Set(
    (plan.toJSON().input.demands ?? []).flatMap(({ id, kind }) => (kind === "forecast" ? id : [])),
  );
  const broken: BrokenDemand[] = [];
  for (const before of plan.demands) {
    const after = later.get(before.id);
    if (after === undefined || ids.includes(before.id) || isForecast.has(before.id)) continue;
    const isLate = after.daysLate === null || after.daysLate > 0;
    if (!isLate || dayOf(after) <= dayOf(before)) continue;
    const { available, due } = before;
    broken.push({ demand: before.id, due, before: available, after: after.available });
  }
  const tried = ids.map((id) => later.get(id));
  const isInTime = tried.every((demand) => demand?.daysLate === 0 && demand.due <= next.horizonEnd);
  return { available: tried.map((demand) => demand?.available ?? null), isInTime, broken };
}

/** Days compare as texts: what is not to come is first, what is never there last. */
function dayOf({ available, daysLate }: PlannedDemand): string {
  return daysLate === null ? "never" : (available ?? "");
}

/** Demands like those of a problem, and some with their ids. */
function demandsLike(
  input: PlanningInput,
  drafts: readonly ChangeDraft[],
): PlanningRow<"demands">[] {
  const rows = input.demands ?? [];
  const there = new Map<string, PlanningRow<"demands">>();
  for (const [k, { row, other, amount, days, what }] of drafts.entries()) {
    const like = rows[row % Math.max(1, rows.length)];
    const due = rows[other % Math.max(1, rows.length)]?.due ?? input.startDate;
    if (like === undefined) continue;
    const id = what % 5 === 0 ? like.id : `tried ${k}`;
    const { until: _, consumption: _most, ...plain } = like;
    const kind = like.kind === "forecast" ? undefined : like.kind;
    const day = days < 0 ? input.startDate : due;
    there.set(id, { ...plain, kind, id, due: day, quantity: amount } as PlanningRow<"demands">);
  }
  return [...there.values()];
}

/** Plans changes step by step, from any plan before; in the end all dates are those worked out anew. */
function expectFresh(
  first: PlanningInput,
  steps: readonly (readonly [(input: PlanningInput) => PlanChanges, number, boolean])[],
) {
  const known = [{ input: first, plan: planOf(first) }];
  for (const [changeOf, back, isAsked] of steps) {
    const from = known[Math.max(0, known.length - 1 - (back % 3))]!;
    if (isAsked) feasibleDatesOf(stateOf(from.plan));
    const plan = replanned(from.plan, changeOf(from.input));
    if (plan !== undefined) known.push({ input: plan.toJSON().input, plan });
  }
  for (const { plan } of known) {
    const state = stateOf(plan);
    expect(told(plan, feasibleDatesOf(state))).toEqual(told(plan, new FeasibleDates(state)));
  }
}

const anyChange = changeDraft.map((draft) => (input: PlanningInput) => changesOf(input, draft));

describe("Feasible dates of plans that follow one another (N11, R1)", () => {
  test.prop([problem, fc.array(fc.tuple(anyChange, fc.nat(9), fc.boolean()), { maxLength: 6 })], {
    numRuns: runs / 2,
  })(
    "are those worked out anew: of orders, demands and what they wait for, whichever plans were asked for theirs",
    expectFresh,
    patience,
  );

  test.prop([lateShop, fc.array(fc.tuple(shopChange, fc.nat(9), fc.boolean()), { maxLength: 6 })], {
    numRuns: runs,
  })(
    "are so where early orders are late and later ones are not, so that most need no second look",
    expectFresh,
    patience,
  );
});

describe("A trial of demands (X3)", () => {
  test.prop([problem, fc.array(changeDraft, { minLength: 1, maxLength: 6 })], {
    numRuns: runs / 2,
  })(
    "≡ replan and every demand of both plans compared, one trial after another and on what was tried before",
    (input, drafts) => {
      let plan = planOf(input);
      for (const some of [drafts.slice(0, 1), drafts.slice(1, 3)]) {
        const demands = demandsLike(input, some);
        if (replanned(plan, { demands: { put: demands } }) === undefined) return;
        const { available, isInTime, broken, plan: next } = tryDemands(plan, demands);
        const before = [...plan.demands].map((demand) => demand.available);
        expect({ available, isInTime, broken }).toEqual(plainTrial(plan, demands));
        expect([...plan.demands].map((demand) => demand.available)).toEqual(before);
        plan = next;
      }
    },
    patience,
  );
});
