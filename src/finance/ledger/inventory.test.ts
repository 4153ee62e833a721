import { describe, expect, test } from "vitest";
import { type PlanningInput, planLedger, planRequirements, standardCosts } from "../../index.js";

function linesOf(input: Omit<PlanningInput, "startDate">): readonly string[] {
  const plan = planRequirements({ startDate: "2026-01-05", ...input });
  const { postings } = planLedger(plan, { costs: standardCosts(plan) });
  return Array.from(postings)
    .filter(({ account }) => account === "inventory")
    .map(({ date, item, site, cause, amount }) => `${date} ${item} ${site} ${cause} ${amount}`);
}

const cart = {
  items: [
    { id: "cart", leadTime: 3, unitCost: 50, onHand: 2 },
    { id: "wheel", unitCost: "2.5", onHand: 12 },
  ],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
  demands: [{ id: "d1", item: "cart", quantity: 6, due: "2026-01-16" }],
} as const;

describe("Stock at standard cost", () => {
  test("opens, comes in with orders, goes to orders and demands", () => {
    expect(linesOf(cart)).toEqual([
      "2026-01-05 cart main opening 100",
      "2026-01-05 wheel main opening 30",
      "2026-01-13 wheel main purchase 10",
      "2026-01-13 wheel main issue -40",
      "2026-01-16 cart main production 200",
      "2026-01-16 cart main shipment -300",
    ]);
  });

  test("tells for which order a component goes out, and which demand and customer take it", () => {
    const demands = [{ ...cart.demands[0], customer: "Bakery" }];
    const plan = planRequirements({ startDate: "2026-01-05", ...cart, demands });
    const { postings } = planLedger(plan, { costs: standardCosts(plan) });
    const [order] = plan.orders;
    const find = (of: string) => Array.from(postings).find(({ cause }) => cause === of);
    expect(find("issue")).toMatchObject({ item: "wheel", order: order?.id, demand: null });
    expect(find("shipment")).toMatchObject({ item: "cart", demand: "d1", customer: "Bakery" });
  });

  test("is what an open supply brings on the day on which it counts, and what it still needs", () => {
    const supplies = [
      {
        ...({ id: "o1", item: "cart", kind: "production", quantity: 6, completed: 2 } as const),
        due: "2026-01-20",
        components: [{ item: "wheel", quantity: 7, due: "2026-01-07" }],
      },
    ];
    expect(linesOf({ ...cart, supplies })).toEqual([
      "2026-01-05 cart main opening 100",
      "2026-01-05 wheel main opening 30",
      "2026-01-07 wheel main issue -17.5",
      "2026-01-16 cart main production 200",
      "2026-01-16 cart main shipment -300",
    ]);
  });

  test("counts an open supply with the quantity to which it is proposed to be changed", () => {
    const lines = linesOf({
      conventions: { resize: true },
      items: [{ id: "wheel", unitCost: 2 }],
      supplies: [{ id: "p1", item: "wheel", quantity: 4, due: "2026-01-09", kind: "purchase" }],
      demands: [{ id: "d1", item: "wheel", quantity: 6, due: "2026-01-09" }],
    });
    expect(lines).toEqual([
      "2026-01-09 wheel main purchase 12",
      "2026-01-09 wheel main shipment -12",
    ]);
  });

  test("moves from site to site at the cost of each", () => {
    expect(
      linesOf({
        sites: [{ id: "mill" }, { id: "shop" }],
        items: [{ id: "flour" }],
        itemSites: [
          { item: "flour", site: "mill", unitCost: 1, onHand: 9 },
          { item: "flour", site: "shop", unitCost: 2 },
        ],
        sources: [{ item: "flour", site: "shop", kind: "transfer", from: "mill", leadTime: 2 }],
        demands: [{ id: "d1", item: "flour", site: "shop", quantity: 5, due: "2026-01-16" }],
      }),
    ).toEqual([
      "2026-01-05 flour mill opening 9",
      "2026-01-14 flour mill transfer -5",
      "2026-01-16 flour shop transfer 10",
      "2026-01-16 flour shop shipment -10",
    ]);
  });

  test("is released, promised, and leaves when it expires; co-products come with their order", () => {
    const quantities = { item: "cream", quantity: 4 };
    expect(
      linesOf({
        items: [
          { id: "butter", unitCost: 3 },
          { id: "whey", unitCost: "0.5" },
          { id: "cream", unitCost: 1 },
        ],
        boms: [
          {
            item: "butter",
            lines: [{ item: "cream", quantity: 2 }],
            coProducts: [{ item: "whey", quantity: 3 }],
          },
        ],
        stock: [
          { ...quantities, status: "inspection", availableFrom: "2026-01-07" },
          { item: "butter", quantity: 1, expires: "2026-01-08" },
        ],
        allocations: [{ item: "cream", quantity: 1, due: "2026-01-08" }],
        demands: [{ id: "d1", item: "butter", quantity: 1, due: "2026-01-09" }],
      }),
    ).toEqual([
      "2026-01-05 butter main opening 3",
      "2026-01-07 cream main release 4",
      "2026-01-08 butter main expiry -3",
      "2026-01-08 cream main allocation -1",
      "2026-01-09 butter main production 3",
      "2026-01-09 butter main shipment -3",
      "2026-01-09 cream main issue -2",
      "2026-01-09 whey main coProduct 1.5",
    ]);
  });
});
