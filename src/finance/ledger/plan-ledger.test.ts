import { describe, expect, test } from "vitest";
import {
  type Plan,
  type PlanningInput,
  parseDay,
  planFromJSON,
  planLedger,
  planRequirements,
  replan,
  standardCosts,
} from "../../index.js";

const lasting = {
  startDate: "2026-01-05",
  currency: "EUR",
  items: [
    { id: "cart", unitCost: 50, leadTime: 3 },
    { id: "wheel", unitCost: 12 },
  ],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
} as const satisfies PlanningInput;
const demand = { id: "d1", item: "cart", quantity: 6, due: "2026-01-16" } as const;
const supply = {
  ...({ id: "s1", item: "wheel", quantity: 4, due: "2026-01-09" } as const),
  kind: "purchase",
} as const;
const input: PlanningInput = { ...lasting, demands: [demand], supplies: [supply] };

function postingsOf(plan: Plan): readonly string[] {
  const sales = { itemPrices: { cart: 80 } };
  const { postings } = planLedger(plan, { costs: standardCosts(plan), sales });
  return postings.toJSON().map((posting) => JSON.stringify(posting));
}

const plan = planRequirements(input);

describe("The ledger of a plan", () => {
  test("is the same for a plan that was stored, or was planned again", () => {
    const postings = postingsOf(plan);
    expect(postings.length).toBeGreaterThan(20);
    expect(postingsOf(planFromJSON(JSON.parse(JSON.stringify(plan))))).toEqual(postings);
    const again = replan(planRequirements(lasting), {
      demands: { put: [demand] },
      supplies: { put: [supply] },
    });
    expect(postingsOf(again)).toEqual(postings);
  });

  test("is made of columns as of rows", () => {
    const day = Int32Array.of(parseDay("2026-01-16")!);
    const list = { item: Int32Array.of(0), quantity: Float64Array.of(6e6), day };
    const bulk = planRequirements(lasting, { columns: { demands: list } });
    const rows = planRequirements({ ...lasting, demands: [{ ...demand, id: "0" }] });
    expect(postingsOf(bulk)).toEqual(postingsOf(rows));
  });

  test("is in the currency of its costs, or in none where nothing names one", () => {
    expect(planLedger(plan, { costs: standardCosts(plan) }).currency).toBe("EUR");
    const { currency, ...nameless } = input;
    const other = planRequirements(nameless);
    const ledger = planLedger(other, { costs: standardCosts(other) });
    expect([currency, ledger.currency, ledger.missing]).toEqual(["EUR", null, []]);
    expect(ledger.postings.length).toBeGreaterThan(15);
  });
});
