import { describe, expect, test } from "vitest";
import {
  acceptPromise,
  crmEvents,
  type DemandPolicy,
  demandFromCrm,
  margins,
  type PlanningInput,
  planRequirements,
  promiseDelivery,
  quoteFeedback,
  readCrmRecords,
  requestOfQuote,
  standardCosts,
  type Variants,
} from "../../index.js";

const bill: Variants[number] = {
  item: "desk",
  parameters: { decimals: 0, leadTime: 2 },
  lines: [
    { item: "frame", quantity: 1 },
    { item: "oak", quantity: 1, when: [{ attribute: "top", values: ["oak"] }] },
    { item: "ash", quantity: 1, when: [{ attribute: "top", values: ["ash"] }] },
  ],
};

const policy: DemandPolicy = {
  ...{ asOf: "2026-01-05", deals: { use: "expected" }, needDate: { from: "requested" } },
  ...{ forecast: { prefer: "adjusted" }, pipeline: "linked", contractRest: "none" },
  ...{ credit: "promised", variants: [bill] },
};

/** An order of 5 and a quote of 12 desks. */
function recordsOf(ordered: object, quoted: object) {
  const line = { id: "1", product: "desk", unitPrice: 100, requestedDate: "2026-02-16" };
  const head = { account: "Bell", date: "2026-01-02" };
  return readCrmRecords({
    currency: "EUR",
    accounts: [{ id: "Bell" }],
    products: [{ id: "desk", decimals: 0 }],
    quotes: [
      {
        ...{ ...head, id: "q1", version: 1, status: "sent", probability: 1 },
        lines: [{ ...line, quantity: 12, ...quoted }],
      },
    ],
    orders: [{ ...head, id: "A", status: "open", lines: [{ ...line, quantity: 5, ...ordered }] }],
  });
}

const ash = { options: { top: "ash" } };
const oak = { options: { top: "oak" } };
const records = recordsOf(ash, oak);

/** A plan of desks that have a bill of their own beside those of their variants. */
function planOf(read = records, more: Partial<DemandPolicy> = {}) {
  const demand = demandFromCrm(read, { ...policy, ...more });
  const input: PlanningInput = {
    ...{ startDate: "2026-01-05", horizonEnd: "2026-03-31", currency: "EUR" },
    items: [
      { id: "desk", decimals: 0, leadTime: 2 },
      { id: "frame", leadTime: 7, unitCost: 20 },
      { id: "oak", leadTime: 12, unitCost: 15 },
      { id: "ash", leadTime: 5, unitCost: 11 },
      ...demand.items,
    ],
    boms: [{ item: "desk", lines: [{ item: "frame", quantity: 1 }] }, ...demand.boms],
    demands: demand.demands,
  };
  return { plan: planRequirements(input), demand };
}

describe("The cost of a customised line", () => {
  const { plan, demand } = planOf();
  const costs = standardCosts(plan);
  const { plan: without } = planOf(records, { deals: { use: "none" } });

  test("is that of its variant in margins, as in the plan", () => {
    const { rows, missing } = margins(records, costs, { by: "order" });
    expect(rows.map(({ key, cost }) => `${key}: ${cost}`)).toEqual(["A: 155"]);
    expect(missing).toEqual([]);
  });

  test("is that of its variant in the feedback to a quote, as in a promise", () => {
    const promise = promiseDelivery(plan, requestOfQuote(records, "q1", { demand }), { costs });
    expect(`${promise.lines[0]?.money.cost}`).toBe("420");
    const [line] = quoteFeedback(plan, records, { costs });
    expect([`${line?.cost.now}`, line?.cost.missing]).toEqual(["35", []]);
  });

  test("is missing where its variant has none, and never that of the product", () => {
    const pine = { options: { top: "pine", drawer: true } };
    const read = recordsOf(pine, pine);
    const { total, missing } = margins(read, costs, { by: "order" });
    const why =
      '["desk",[["drawer",true],["top","pine"]]] at main is nothing that the plan knows there';
    expect(total.lines).toBe(0);
    expect(missing).toEqual([{ record: { list: "orders", id: "A", line: "1" }, missing: [why] }]);
    const [line] = quoteFeedback(without, read, { costs });
    expect([line?.cost.now, line?.cost.missing]).toEqual([null, [why]]);
  });

  test("is that of the product where it chooses nothing", () => {
    const read = recordsOf({ options: {} }, {});
    expect(`${margins(read, costs, { by: "order" }).total.cost}`).toBe("100");
    expect(`${quoteFeedback(without, read, { costs })[0]?.cost.now}`).toBe("20");
  });

  test("is that of the variant of no options, where one was made", () => {
    const variants = [
      { ...bill, lines: [...bill.lines.slice(0, 1), { item: "ash", quantity: 2 }] },
    ];
    const read = recordsOf({}, {});
    const bare = planOf(read, { variants });
    const known = standardCosts(bare.plan);
    expect(`${margins(read, known, { by: "order" }).total.cost}`).toBe("210");
    expect(`${quoteFeedback(bare.plan, read, { costs: known })[0]?.cost.now}`).toBe("42");
  });

  test("is that of the product in a quote that the plan has as the product, in a segment", () => {
    const apart = planOf(records, { variants: [] });
    const known = standardCosts(apart.plan);
    expect(`${quoteFeedback(apart.plan, records, { costs: known })[0]?.cost.now}`).toBe("20");
  });
});

describe("The dates of a customised line of a quote", () => {
  const ofPlan = (plan: ReturnType<typeof planOf>["plan"], read = records) => {
    const [line] = quoteFeedback(plan, read);
    return [line?.leadTime.now, line?.date.now, line?.missing];
  };
  const late = recordsOf(ash, { ...oak, requestedDate: "2026-01-06" });

  test("are those of its variant, also where its own demand is not in the plan", () => {
    const expected = [14, "2026-01-19", []];
    expect(ofPlan(planOf(late).plan, late)).toEqual(expected);
    const twice = recordsOf(oak, { ...oak, requestedDate: "2026-01-06" });
    const { plan } = planOf(twice, { deals: { use: "none" } });
    expect(ofPlan(plan, twice)).toEqual(expected);
  });

  for (const [name, variants] of [
    ["as its variant", [bill]],
    ["as its product, in a segment", []],
  ] as const) {
    test(`stay as they are when it is promised ${name}, and nothing is told`, () => {
      const { plan, demand } = planOf(late, { variants });
      const promise = promiseDelivery(plan, requestOfQuote(late, "q1", { demand }));
      const accepted = acceptPromise(plan, promise);
      expect(accepted.plan.demands.length).toBe(plan.demands.length);
      expect(ofPlan(accepted.plan, late)).toEqual(ofPlan(plan, late));
      const [before, after] = [plan, accepted.plan].map((one) => ({
        ...{ plan: one, records: late, costs: standardCosts(one) },
      }));
      expect(crmEvents(before!, after!)).toEqual([]);
    });
  }

  test("are not known where the plan has no such variant", () => {
    const { plan } = planOf(late, { deals: { use: "none" } });
    const why = `the plan has no item ${JSON.stringify('["desk",[["top","oak"]]]')}`;
    expect(ofPlan(plan, late)).toEqual([null, null, [why]]);
  });

  test("are those of its product where it is promised as that, and not by another's promise", () => {
    const { plan } = planOf(late, { deals: { use: "none" } });
    const ask = (item: string) => {
      const line = { id: "1", item, quantity: 1, requestedDate: "2026-02-16" };
      const request = { id: "q1", delivery: "whole", lines: [line] } as const;
      return ofPlan(acceptPromise(plan, promiseDelivery(plan, request)).plan, late);
    };
    expect(ask("desk")).toEqual([9, "2026-01-14", []]);
    expect(ask("frame").slice(0, 2)).toEqual([null, null]);
  });
});
