import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  Decimal,
  materializePegging,
  type OrderPegging,
  PEG_NEEDS,
  PEG_SUPPLIES,
  type Peg,
  type Plan,
  type PlanningInput,
  pegDemand,
  pegOrder,
  pegSupply,
  pegs,
  planningRecord,
  stockingPoints,
} from "../../src/index.js";
import { FeasibleDates } from "../../src/mrp/explain/feasible-dates.js";
import { NEED_KIND } from "../../src/mrp/explain/peg-columns.js";
import { NeedReader } from "../../src/mrp/explain/peg-needs.js";
import { stateOf } from "../../src/mrp/plan/plan-state.js";
import { needsOf } from "../../src/mrp/sweep/needs.js";
import { type PlanningInput as ReferenceInput, referencePlan } from "../reference/index.js";
import { pegTexts, referencePegTexts } from "../support/peg-texts.js";
import { planOf } from "../support/plan-of.js";
import { problem, problemOf, problemWithout } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

const REST = new Set(["safetyStock", "targetLevel", "lotSurplus", "excess", "expired"]);

function total(quantities: Iterable<Decimal>): string {
  let sum = new Decimal(0);
  for (const quantity of quantities) sum = sum.plus(quantity);
  return sum.toFixed();
}

/** The pegs of every stocking point of a plan. */
function pegsByPoint(plan: Plan): { readonly at: string; readonly all: readonly Peg[] }[] {
  return stockingPoints(plan).map(({ item, site, segment }) => ({
    at: JSON.stringify([item, site, segment]),
    all: pegs(plan, item, { site, segment }),
  }));
}

/** What planned orders and open supplies are for, by kind and id. */
function everyPegging(plan: Plan): Map<string, OrderPegging> {
  return new Map([
    ...Array.from(plan.orders, ({ id }) => [`order ${id}`, pegOrder(plan, id)] as const),
    ...Array.from(plan.supplies, ({ id }) => [`supply ${id}`, pegSupply(plan, id)] as const),
  ]);
}

/** How much of each order and supply goes into each demand, as told from above. */
function fromAbove(plan: Plan): Map<string, Decimal> {
  const found = new Map<string, Decimal>();
  for (const { id } of plan.demands) {
    for (const { supply, quantity } of pegDemand(plan, id).rows) {
      if (supply.kind !== "order" && supply.kind !== "supply") continue;
      const key = JSON.stringify([`${supply.kind} ${supply.id}`, id]);
      found.set(key, (found.get(key) ?? new Decimal(0)).plus(quantity));
    }
  }
  return found;
}

describe("Pegs", () => {
  test.prop([problem], { numRuns: runs })(
    "sum to both sides: to all that is needed, and to all that is there",
    (input) => {
      const plan = planOf(input);
      const within = (date: string) => date <= plan.horizonEnd;
      for (const { item, site, segment } of stockingPoints(plan)) {
        const all = pegs(plan, item, { site, segment });
        const { openingStock, rows } = planningRecord(plan, item, { site, segment });
        const sum = (of: (peg: Peg) => boolean): string =>
          total(all.filter(of).map(({ quantity }) => quantity));
        expect(sum(({ need }) => "date" in need)).toBe(total(rows.map(({ gross }) => gross)));
        const missing = sum(({ need }) => need.kind === "negativeStock");
        const stock = sum(({ supply }) => supply.kind === "stock" && within(supply.date));
        expect(new Decimal(stock).minus(missing).toFixed()).toBe(
          total([openingStock, ...rows.map(({ releasedStock }) => releasedStock)]),
        );
      }
      for (const [key, { quantity, pegs: own }] of everyPegging(plan)) {
        expect([key, total(own.map((one) => one.quantity))]).toEqual([key, quantity.toFixed()]);
      }
    },
  );

  test.prop([problem], { numRuns: runs })(
    "lead every order up to demands, to what is promised or missing, to the floor, a target level or surplus: to all of its quantity",
    (input) => {
      const plan = planOf(input);
      for (const [key, { quantity, demands, rest }] of everyPegging(plan)) {
        const tops = [...demands, ...rest].map((one) => one.quantity);
        expect([key, total(tops)]).toEqual([key, quantity.toFixed()]);
        for (const { need } of rest) {
          expect(REST.has(need.kind) || ["allocation", "negativeStock"].includes(need.kind)).toBe(
            true,
          );
        }
      }
    },
  );

  test.prop([problemWithout("components")], { numRuns: runs })(
    "tell the same from above and from below: as much of an order is in a demand as the demand has of the order",
    (input) => {
      const plan = planOf(input);
      const below = new Map<string, string>();
      for (const [key, { demands }] of everyPegging(plan)) {
        for (const { demand, quantity } of demands) {
          below.set(JSON.stringify([key, demand]), quantity.toFixed());
        }
      }
      const above = new Map([...fromAbove(plan)].map(([key, sum]) => [key, sum.toFixed()]));
      expect([...above].sort()).toEqual([...below].sort());
    },
  );

  test.prop([problemWithout("components", "coProducts", "stockLanes")], { numRuns: runs })(
    "multiply on the way down: all that the orders of a demand need is below it, what is lacking too",
    (input) => {
      const plan = planOf(input);
      const needs = new Map<string, Decimal>();
      const add = (sums: Map<string, Decimal>, id: string, quantity: Decimal): void => {
        sums.set(id, (sums.get(id) ?? new Decimal(0)).plus(quantity));
      };
      for (const { all } of pegsByPoint(plan)) {
        for (const { need, quantity } of all) {
          if (need.kind === "order") add(needs, need.id, quantity);
        }
      }
      const [below, reached] = [new Map<string, Decimal>(), new Map<string, Decimal>()];
      for (const { id } of plan.demands) {
        for (const { parent, supply, quantity } of pegDemand(plan, id).rows) {
          if (parent.kind === "order") add(below, parent.id, quantity);
          if (supply.kind === "order") add(reached, supply.id, quantity);
        }
      }
      for (const { id, quantity } of plan.orders) {
        const all = needs.get(id) ?? new Decimal(0);
        const found = below.get(id) ?? new Decimal(0);
        // Of an order that demands have in part, they have part of its needs.
        if (reached.get(id)?.eq(quantity)) expect([id, `${found}`]).toEqual([id, `${all}`]);
        else expect(found.lte(all)).toBe(true);
      }
    },
  );

  test.prop([problem], { numRuns: runs })(
    "in columns are those of each stocking point",
    (input) => {
      const plan = planOf(input);
      const columns = materializePegging(plan);
      const written = pegsByPoint(plan).map(({ all }) => all.map(codesOf).sort());
      const points = stockingPoints(plan).map((_, n) => {
        const rows: string[] = [];
        for (let k = columns.first[n]!; k < columns.first[n + 1]!; k++) {
          rows.push(codesAt(plan, input, columns, k));
        }
        return rows.sort();
      });
      expect(points.map((rows) => [...new Set(rows)])).toEqual(
        written.map((rows) => [...new Set(rows)]),
      );
    },
  );

  test.prop([problem], { numRuns: runs })("≡ those of the reference planner", (input) => {
    const plan = planOf(input);
    const reference = referencePlan(input as ReferenceInput);
    for (const { item, site, segment } of stockingPoints(plan)) {
      const expected = reference.pegs(item, site, segment);
      if (expected === undefined) continue;
      expect(pegTexts(pegs(plan, item, { site, segment }))).toEqual(referencePegTexts(expected));
    }
  });

  test.prop([problem], { numRuns: runs })(
    "follow needs that are listed without an object for each: the same as those of the netting, in the same order",
    (input) => {
      const state = stateOf(planOf(input));
      const { model, orders } = state;
      const reader = new NeedReader(state);
      for (let point = 0; point < model.points.count; point++) {
        // The needs of a phantom are what its stock gave.
        if (model.sources.at(point).length === 0) continue;
        const { count, kind, day, quantity, row, times } = reader.read(point);
        const listed: unknown[] = [];
        for (let n = 0; n < count; n++) {
          if (kind[n] === NEED_KIND.negativeStock) continue;
          const equal = times?.[n] ?? 1;
          for (let repeat = 0; repeat < equal; repeat++) {
            const isOrder = kind[n] === NEED_KIND.order || kind[n] === NEED_KIND.firm;
            listed.push([day[n], quantity[n]! / equal, isOrder ? row[n] : null]);
          }
        }
        const needs = needsOf(model, orders, point)
          .filter((need) => need.day < model.days && need.quantity > 0)
          .map((need) => [
            need.day,
            need.quantity,
            need.origin.change < 0 ? need.origin.row : null,
          ]);
        expect(listed).toEqual(needs);
      }
    },
  );
});

/** A peg in short: kinds and ids. */
function codesOf({ need, supply }: Peg): string {
  const needed = "id" in need ? need.id : need.kind === "allocation" ? need.row : null;
  const covers = "id" in supply ? supply.id : "of" in supply ? supply.of : null;
  return JSON.stringify([need.kind, needed, supply.kind, covers]);
}

/** The same of a row of columns. */
function codesAt(
  plan: Plan,
  input: PlanningInput,
  columns: ReturnType<typeof materializePegging>,
  k: number,
): string {
  const need = PEG_NEEDS[columns.need[k]!]!;
  const supply = PEG_SUPPLIES[columns.supply[k]!]!;
  const [needRow, supplyRow] = [columns.needRow[k]!, columns.supplyRow[k]!];
  const idOf = (kind: string, row: number): unknown => {
    switch (kind) {
      case "demand":
        return plan.demands.at(row)!.id;
      case "order":
      case "coProduct":
        return plan.orders.at(row)!.id;
      case "supply":
      case "coProductOfSupply":
        return input.supplies![row]!.id;
      default:
        return kind === "allocation" ? row : null;
    }
  };
  const isOfFirm = supply === "coProductOfSupply";
  return JSON.stringify([
    need,
    idOf(need, needRow),
    isOfFirm ? "coProduct" : supply,
    idOf(supply, supplyRow),
  ]);
}

describe("Feasible dates (N11)", () => {
  test.prop([problemWithout("coProducts", "stockLanes", "capacities")], { numRuns: runs })(
    "come out the same point by point and order by order",
    (input) => {
      const plan = planOf(input);
      const state = stateOf(plan);
      const [byPoint, byOrder] = [new FeasibleDates(state, false), new FeasibleDates(state, true)];
      const { model, orders } = state;
      for (let point = 0; point < model.points.count; point++) {
        for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
          const times = orders.repeat?.[row] ?? 1;
          for (let repeat = 0; repeat < times; repeat++) {
            const [one, other] = [byPoint, byOrder].map(({ book }) =>
              book.dueOf(point, row, repeat),
            );
            expect(one).toBe(other);
          }
        }
        expect(byPoint.lateDemands(point)).toEqual(byOrder.lateDemands(point));
      }
    },
  );

  test.prop([problemOf({ with: ["conventions", "forward"], without: [] })], { numRuns: runs })(
    "change dates alone: forward the same orders are made as under report, none starts before T0, none is due earlier",
    (random) => {
      const planned = (pastDue: "forward" | "report") => {
        const plan = planOf({ ...random, conventions: { ...random.conventions, pastDue } });
        return [...plan.orders];
      };
      const [forward, report] = [planned("forward"), planned("report")];
      fc.pre(forward.length > 0);
      const whatOf = (orders: typeof forward) =>
        orders.map(({ item, site, segment, source, quantity }) => ({
          item,
          site,
          segment,
          source,
          quantity: quantity.toFixed(),
        }));
      expect(whatOf(forward)).toEqual(whatOf(report));
      for (const [k, { start, due, release, daysLate, feasibleDue }] of forward.entries()) {
        expect(start >= random.startDate && release === start).toBe(true);
        expect(due >= report[k]!.due).toBe(true);
        expect(feasibleDue === null || feasibleDue === due).toBe(true);
        expect(daysLate >= report[k]!.daysLate).toBe(true);
      }
    },
  );

  test.prop([problem], { numRuns: runs })(
    "say of a demand that it is late exactly when it is there after its due day, or never",
    (input) => {
      const plan = planOf(input);
      const late = new Set(
        [...plan.messages].flatMap((one) => (one.code === "demandLate" ? [one.demand] : [])),
      );
      for (const { id, daysLate } of plan.demands) expect(late.has(id)).toBe(daysLate !== 0);
    },
  );
});
