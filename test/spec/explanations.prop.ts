import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  changeInput,
  type Explanation,
  explainDemand,
  explainNoOrder,
  explainOrder,
  explanationText,
  type Plan,
  type PlanMessage,
  type PlanningInput,
  planningRecord,
  replan,
  safePlanRequirements,
  stockingPoints,
} from "../../src/index.js";
import { NETTING } from "../../src/mrp/compile/model.js";
import { stateOf } from "../../src/mrp/plan/plan-state.js";
import { Arena } from "../../src/mrp/sweep/arena.js";
import { netAgain } from "../../src/mrp/sweep/sweep.js";
import { expectDemandExplained } from "../support/explain/demand-laws.js";
import { untold } from "../support/explain/figures-of.js";
import { rowsOf } from "../support/explain/order-rows.js";
import { replayOrder } from "../support/explain/replay-order.js";
import { expectSourceInTurn } from "../support/explain/source-in-turn.js";
import { planOf } from "../support/plan-of.js";
import { changeDraft, changesOf } from "../support/random/changes.js";
import { problem } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

/** Every property explains each order of its plans, so that fewer will do. */
const some = Math.ceil(runs / 2);

/** Of a lot of 3 the lane from stock takes 1; the other sources split the 2 that it leaves. */
const splitOfTheRest: PlanningInput = {
  startDate: "2026-01-26",
  sites: [{ id: "shop" }, { id: "depot" }],
  items: [{ id: "lamp", decimals: 0, lotSizing: { rule: "orderUpTo" }, orderUpTo: 1 }],
  sources: [
    { id: "east", item: "lamp", site: "shop", kind: "buy", rank: 1, share: 1, minimumSplit: 1 },
    { id: "west", item: "lamp", site: "shop", kind: "buy", rank: 1, share: 1, minimumSplit: 1 },
    {
      id: "lane",
      item: "lamp",
      site: "shop",
      kind: "transfer",
      from: "depot",
      onlyFromStock: true,
    },
  ],
  demands: [
    { id: "a", item: "lamp", site: "shop", quantity: 2, due: "2026-01-26" },
    { id: "b", item: "lamp", site: "depot", quantity: 1, due: "2026-01-26" },
  ],
};

/** Every explanation that there is of a plan. */
function everythingOf(plan: Plan): Explanation[] {
  return [
    ...[...plan.orders].map(({ id }) => explainOrder(plan, id)),
    ...stockingPoints(plan).map(({ item, site, segment }) =>
      explainNoOrder(plan, item, { site, segment }),
    ),
    ...[...plan.demands].map(({ id }) => explainDemand(plan, id)),
  ];
}

function everyTextOf(plan: Plan): string[] {
  return everythingOf(plan).map(explanationText);
}

describe("Explanations", () => {
  test.prop([problem], { numRuns: runs, examples: [[splitOfTheRest]] })(
    "Replaying the figures of an explanation gives the order: net requirement, lot, pieces and dates",
    (input) => {
      const plan = planOf(input);
      for (const order of plan.orders) {
        const explanation = explainOrder(plan, order.id);
        const { quantity, startQuantity, ...dates } = replayOrder(input, explanation);
        const { due, deliveryDate, start, orderDate } = order;
        expect(explanation.order).toEqual(order);
        expect(`${quantity}, ${startQuantity}`).toBe(`${order.quantity}, ${order.startQuantity}`);
        expect(dates).toEqual({ due, deliveryDate, start, orderDate });
      }
    },
    patience,
  );

  test.prop([problem], { numRuns: some })(
    "The source of an order is the first that is not passed over, and each was passed over for a reason that is true",
    (input) => {
      const plan = planOf(input);
      for (const { id } of plan.orders) expectSourceInTurn(explainOrder(plan, id));
    },
    patience,
  );

  test.prop([problem], { numRuns: some })(
    "The needs of a day that fell short are the gross requirement of its record",
    (input) => {
      const plan = planOf(input);
      // A single need is explained alone (N13); lanes may take from a site that is planned before them (K44).
      const hasLanes = input.sources?.some(({ onlyFromStock }) => onlyFromStock);
      if (input.conventions?.grouping === "demand" || hasLanes) return;
      for (const { id, item, site, segment } of plan.orders) {
        const needs = explainOrder(plan, id).steps.flatMap((step) =>
          step.step === "needs" || step.step === "laterNeeds" ? step.needs : [],
        );
        const record = planningRecord(plan, item, { site, segment });
        for (const date of new Set(needs.map((need) => need.date))) {
          const sum = needs
            .filter((need) => need.date === date)
            .reduce((all, { quantity }) => quantity.plus(all), needs[0]!.quantity.times(0));
          expect(`${date}: ${sum}`).toBe(
            `${date}: ${record.rows.find((row) => row.date === date)?.gross}`,
          );
        }
      }
    },
    patience,
  );

  test.prop([problem], { numRuns: some })(
    "Every stocking point has a reason why no more is ordered, and its lowest stock is that of its record",
    (input) => {
      const plan = planOf(input);
      for (const { item, site, segment } of stockingPoints(plan)) {
        const { reasons, lowest } = explainNoOrder(plan, item, { site, segment });
        expect(reasons.length).toBeGreaterThan(0);
        if (lowest === null) continue;
        const told = new Set(reasons.map(({ reason }) => reason));
        const isCovered = told.has("noNeed") || told.has("stock") || told.has("supply");
        if (isCovered && !told.has("late")) expect(lowest.above.isNegative()).toBe(false);
        const isOfPoint = (message: PlanMessage): boolean =>
          message.code === "noSource" &&
          message.item === item &&
          message.site === site &&
          message.segment === segment;
        const hasNoSource = told.has("noSource") || told.has("loop") || told.has("discontinued");
        if ([...plan.messages].some(isOfPoint)) expect(hasNoSource).toBe(true);
        const { rows } = planningRecord(plan, item, { site, segment });
        const row = rows.find(({ date }) => date === lowest.date);
        expect(`${lowest.projected}`).toBe(`${row?.projectedOnHand}`);
        expect(`${lowest.above}`).toBe(`${lowest.projected.minus(lowest.floor)}`);
      }
    },
    patience,
  );

  test.prop([problem], { numRuns: some })(
    "What covers a demand adds up to it, and each order of the chain waits for the next, down to the one that limits",
    (input) => {
      const plan = planOf(input);
      const late = [...plan.messages].filter((message) => message.code === "demandLate");
      const phantoms = new Set(input.items?.filter(({ phantom }) => phantom).map(({ id }) => id));
      for (const demand of plan.demands) {
        const explanation = explainDemand(plan, demand.id);
        const messages = late.filter((message) => message.demand === demand.id);
        expectDemandExplained(explanation, demand, phantoms.has(demand.item), messages);
        expect(explanation.limit !== null).toBe(messages.length > 0);
      }
    },
    patience,
  );

  test.prop([problem], { numRuns: some })(
    "The text of an explanation holds each of its figures",
    (input) => {
      const plan = planOf(input);
      for (const explanation of everythingOf(plan)) {
        const text = explanationText(explanation);
        const told = "steps" in explanation ? explanation.steps : explanation;
        expect(untold(told, text)).toEqual([]);
      }
    },
    patience,
  );
});

describe("Explanations of replanned plans", () => {
  test.prop([problem, changeDraft], { numRuns: some })(
    "A plan that was replanned explains itself as one that was planned anew",
    (input, draft) => {
      const changes = changesOf(input, draft);
      const result = safePlanRequirements(changeInput(input, changes));
      fc.pre(result.ok);
      const replanned = replan(planOf(input), changes);
      expect(everyTextOf(replanned)).toEqual(everyTextOf(result.plan));
    },
    patience,
  );
});

describe("Two ways of netting", () => {
  test.prop([problem], { numRuns: runs })(
    "The fast loop and the general one order the same",
    (input) => {
      const { model, orders } = stateOf(planOf(input));
      // What was given before is not known to one point alone (K44, K46).
      fc.pre(!model.asksOthers);
      for (let point = 0; point < model.points.count; point++) {
        if (model.netting[point] !== NETTING.plain) continue;
        const again = new Arena(model, orders);
        again.forget(model, point);
        const first = again.count;
        again.rows.set(point, first, first);
        netAgain(model, again, point, true);
        const found = rowsOf(model, again, point, first, again.count);
        again.count = first;
        expect(found).toEqual(
          rowsOf(model, orders, point, orders.rows.first(point), orders.rows.end(point)),
        );
      }
    },
    patience,
  );
});
