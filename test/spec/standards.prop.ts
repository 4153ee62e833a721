import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  addRatios,
  divideRatios,
  multiplyRatios,
  parseRatio,
  type Ratio,
} from "../../src/core/index.js";
import {
  Decimal,
  type FreezeStandardsOptions,
  freezeStandards,
  frozenStandards,
  type PlanningInput,
  PlanningInputError,
  planLedger,
  planRequirements,
  type StandardVersion,
  standardCosts,
  stockingPoints,
  stockRevaluation,
} from "../../src/index.js";
import { spoiled } from "../support/hostile.js";
import { costedProblem, rates } from "../support/ledger-problem.js";
import { planOf } from "../support/plan-of.js";
import { realStock } from "../support/real-stock.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: Math.ceil(runs / 10) };
const amount = fc.constantFrom("0", "0.5", "1/3", "2.75", "7", "19/7");
const decimal = fc.constantFrom("0", "0.5", "2.75", "7");
const above = fc.constantFrom("0.25", "1/3", "1", "3", "8");
const share = fc.constantFrom("0", "1/7", "0.2", "1/3");

/** Something that is made of others, with what else comes of it. */
const joint = fc.record({
  output: above,
  yield: fc.constantFrom("0.5", "0.9", "1"),
  setupCost: decimal,
  lines: fc.array(fc.record({ quantity: above, scrap: amount, cost: decimal }), { maxLength: 3 }),
  coProducts: fc.array(fc.record({ quantity: above, share }), { maxLength: 2 }),
  byProducts: fc.array(fc.record({ quantity: above, price: amount, costToSell: amount }), {
    maxLength: 2,
  }),
});

const exact = (text: string): Ratio => parseRatio(text)!;
const less = (a: Ratio, b: Ratio): Ratio => addRatios(a, { num: -b.num, den: b.den });
const times = (...factors: readonly Ratio[]): Ratio => factors.reduce(multiplyRatios);

describe("By-products", () => {
  test.prop([joint], { numRuns: runs })(
    "take off exactly what they are worth: what goes into a making is the cost of all that comes of it",
    (given) => {
      const worth = given.byProducts.map((row) => {
        const [price, sell] = [exact(row.price), exact(row.costToSell)];
        return less(price, sell).num < 0n ? { ...row, price: row.costToSell } : row;
      });
      const names = (letter: string, rows: readonly unknown[]) =>
        rows.map((_, n) => `${letter}${n}`);
      const input: PlanningInput = {
        startDate: "2026-01-05",
        items: [
          {
            ...{ id: "lead", yield: given.yield, setupCost: given.setupCost, decimals: 6 },
            lotSizing: { rule: "fixedOrderQuantity", quantity: 12 },
          },
          ...given.lines.map(({ cost }, n) => ({ id: `c${n}`, unitCost: cost })),
          ...names("p", given.coProducts).map((id) => ({ id })),
          ...names("b", worth).map((id) => ({ id })),
        ],
        boms: [
          {
            ...{ item: "lead", output: given.output },
            lines: given.lines.map(({ quantity, scrap }, n) => ({
              item: `c${n}`,
              quantity,
              scrap,
            })),
            coProducts: [
              ...given.coProducts.map((row, n) => ({
                ...{ item: `p${n}`, quantity: row.quantity, costShare: row.share },
              })),
              ...worth.map(({ quantity }, n) => ({ item: `b${n}`, quantity })),
            ],
          },
        ],
      };
      const costs = standardCosts(input, {
        byProducts: worth.map(({ price, costToSell }, n) => ({ item: `b${n}`, price, costToSell })),
      });
      expect(costs.missing).toEqual([]);
      const started = divideRatios(exact("1"), times(exact(given.output), exact(given.yield)));
      const materials = given.lines.map(({ quantity, scrap, cost }) =>
        times(exact(quantity), addRatios(exact("1"), exact(scrap)), exact(cost), started),
      );
      const spent = [divideRatios(exact(given.setupCost), exact("12")), ...materials];
      const besides = [...given.coProducts, ...worth].map(({ quantity }, n) => {
        const id = n < given.coProducts.length ? `p${n}` : `b${n - given.coProducts.length}`;
        return times(exact(quantity), costs.exactCost(id)!, started);
      });
      const came = [costs.exactCost("lead")!, ...besides].reduce(addRatios);
      expect(came).toEqual(spent.reduce(addRatios));
      for (const [n, { price, costToSell }] of worth.entries()) {
        expect(costs.exactCost(`b${n}`)).toEqual(less(exact(price), exact(costToSell)));
      }
    },
    patience,
  );
});

describe("Frozen standards", () => {
  test.prop([costedProblem], cases)(
    "are the standard costs from which they were frozen, also after JSON, and post the same ledger",
    (input) => {
      const plan = planOf(input);
      const costs = standardCosts(plan, { rates });
      const version = freezeStandards(plan, { effectiveFrom: plan.startDate, rates });
      const kept = JSON.parse(JSON.stringify(version)) as StandardVersion;
      const frozen = frozenStandards([kept]).on("2199-12-31");
      expect(frozen.withoutRate).toEqual(costs.withoutRate);
      for (const { item, site } of stockingPoints(plan)) {
        expect(frozen.exactCost(item, site)).toEqual(costs.exactCost(item, site));
        const [was, is] = [costs.unitCost(item, site), frozen.unitCost(item, site)];
        expect(is.elements === null).toBe(was.elements === null);
        for (const [name, { ratio }] of Object.entries(was.elements ?? {})) {
          expect([name, Reflect.get(is.elements!, name).ratio]).toEqual([name, ratio]);
        }
        for (const { unit } of input.items?.find(({ id }) => id === item)?.units ?? []) {
          expect(frozen.stockUnits(item, unit)).toEqual(costs.stockUnits(item, unit));
        }
      }
      const [before, after] = [costs, frozen].map((of) => planLedger(plan, { costs: of, rates }));
      const rows = (ledger = before) =>
        ledger!.group({ by: ["account", "item", "site"], bucket: "month" });
      expect(JSON.stringify(rows(after))).toBe(JSON.stringify(rows(before)));
    },
    patience,
  );

  test.prop([costedProblem, fc.nat(60), amount], cases)(
    "revalue stock by what it is worth more: new less old standard × what is there on the evening before",
    (input, later, more) => {
      const plan = planOf(input);
      const day = new Date(Date.parse(plan.startDate) + (later + 1) * 86_400_000);
      const effectiveFrom = day.toISOString().slice(0, 10);
      const first = freezeStandards(plan, { effectiveFrom: plan.startDate, rates });
      const raised = first.costs.map(({ item, site, cost }, n) => ({
        ...{ item, site },
        cost: cost === null || n % 3 === 0 ? cost : addRatiosText(`${cost}`, more),
      }));
      const standards = frozenStandards([{ effectiveFrom, currency: "EUR", costs: raised }, first]);
      const { rows, total } = stockRevaluation(plan, standards);
      const wanted = new Map<string, Decimal>();
      if (effectiveFrom <= plan.horizonEnd) {
        const [old, now] = [standards.on(plan.startDate), standards.on(effectiveFrom)];
        for (const point of stockingPoints(plan)) {
          const { item, site, segment } = point;
          const [was, is] = [old.unitCost(item, site).cost, now.unitCost(item, site).cost];
          if (was === null || is === null || was.eq(is)) continue;
          const stock = [...realStock(plan, point)].findLast(([date]) => date < effectiveFrom)![1];
          const key = JSON.stringify([item, site, segment]);
          if (!stock.isZero()) wanted.set(key, stock);
        }
      }
      expect(
        new Map(
          rows.map((row) => [JSON.stringify([row.item, row.site, row.segment]), `${row.quantity}`]),
        ),
      ).toEqual(new Map([...wanted].map(([key, stock]) => [key, `${stock}`])));
      let sum: Ratio = exact("0");
      for (const row of rows) {
        const by = less(
          standards.on(effectiveFrom).exactCost(row.item, row.site)!,
          standards.on(plan.startDate).exactCost(row.item, row.site)!,
        );
        sum = addRatios(sum, multiplyRatios(by, exact(row.quantity.toFixed())));
      }
      expect(total.toFixed()).toBe(new Decimal(`${sum.num}`).div(`${sum.den}`).toFixed());
    },
    patience,
  );

  const input: PlanningInput = {
    startDate: "2026-01-05",
    items: [{ id: "wheel", unitCost: 2 }, { id: "chips" }],
    boms: [{ item: "wheel", lines: [], coProducts: [{ item: "chips", quantity: 1 }] }],
  };
  const version = {
    ...{ effectiveFrom: "2026-01-01", currency: "EUR", withoutRate: ["bench"] },
    costs: [
      {
        ...{ item: "wheel", site: "main", cost: 2, origin: "made", costingLot: 4 },
        ...{ elements: { material: 3, credit: 1 }, own: { setup: 2 } },
      },
      { item: "chips", cost: null, missing: ["price"] },
    ],
    units: [{ item: "wheel", unit: "pair", contains: 2 }],
  };
  const sound = {
    ...{ effectiveFrom: "2026-01-01", currency: "EUR", asOf: "2026-01-05" },
    rates: [{ from: "USD", to: "EUR", rate: 2 }],
    byProducts: [{ item: "chips", site: "main", price: 2, costToSell: 1, currency: "USD" }],
  };
  const plan = planRequirements(input);
  test.prop(
    [
      spoiled([version, { ...version, effectiveFrom: "2026-02-01" }]),
      spoiled(sound),
      spoiled({ round: { decimals: 2, mode: "halfEven" } }),
      fc.oneof(fc.constant("2026-02-03"), fc.anything()),
    ],
    { numRuns: runs },
  )(
    "are made, or there is a list of mistakes, whatever is asked",
    (versions, options, round, date) => {
      const calls = [
        () => freezeStandards(input, options as FreezeStandardsOptions),
        () =>
          frozenStandards(versions as StandardVersion[])
            .on(date as string)
            .unitCost("wheel"),
        () =>
          stockRevaluation(plan, frozenStandards(versions as StandardVersion[]), round as object),
        () => stockRevaluation(plan, versions as never, {}),
      ];
      for (const call of calls) {
        try {
          expect(call()).toBeDefined();
        } catch (error) {
          expect((error as Error).name).toBe(PlanningInputError.name);
        }
      }
    },
  );
});

function addRatiosText(a: string, b: string): string {
  const { num, den } = addRatios(exact(a), exact(b));
  return `${num}/${den}`;
}
