import { describe, expect, test } from "vitest";
import {
  inventoryValue,
  type PlanningInput,
  planLedger,
  planRequirements,
  planWithCapacity,
  productionPlan,
  standardCosts,
} from "../../index.js";

const shop = {
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  currency: "EUR",
  items: [
    { id: "cart", leadTime: 1 },
    { id: "wheel", unitCost: 10, leadTime: 0 },
  ],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
  workCenters: [{ id: "lathe", shifts: [{ from: "06:00", until: "14:00" }], costPerHour: 20 }],
  routings: [
    { id: "carts", item: "cart", operations: [{ id: "10", workCenter: "lathe", run: 8 }] },
  ],
  demands: [
    { id: "d1", item: "cart", quantity: 10, due: "2026-01-09" },
    { id: "d2", item: "cart", quantity: 10, due: "2026-01-10" },
  ],
} as const satisfies PlanningInput;

function linesOf(on: "due" | "available", account: string, item: string): readonly string[] {
  const { plan } = planWithCapacity(shop);
  const sales = { itemPrices: { cart: 400 }, on };
  const { postings } = planLedger(plan, { costs: standardCosts(plan), sales });
  return Array.from(postings)
    .filter((one) => one.account === account && one.item === item)
    .map(({ date, cause, amount }) => `${date} ${cause} ${amount}`);
}

describe("An order whose dates a capacity schedule decided", () => {
  test("is in process until it is really done, never below nothing", () => {
    const { plan } = planWithCapacity(shop);
    const ledger = planLedger(plan, { costs: standardCosts(plan) });
    const { rows } = productionPlan(ledger, { bucket: "week" });
    expect(
      rows.map(
        ({ from, absorbed, planned, closing }) => `${from} ${absorbed} ${planned} ${closing}`,
      ),
    ).toEqual(["2026-01-05 1800 0 1800", "2026-01-12 1800 1800 1800", "2026-01-19 0 1800 0"]);
  });

  test("comes into stock on its own due day, and goes to the demand for which it counts earlier then", () => {
    const moved = [
      "2026-01-15 production 1800",
      "2026-01-15 shipment -1800",
      "2026-01-25 production 1800",
      "2026-01-25 shipment -1800",
    ];
    expect(linesOf("due", "inventory", "cart")).toEqual(moved);
    expect(linesOf("available", "inventory", "cart")).toEqual(moved);
    expect(linesOf("available", "costOfSales", "cart")).toEqual([
      "2026-01-15 sale 1800",
      "2026-01-25 sale 1800",
    ]);
    const { plan } = planWithCapacity(shop);
    const value = inventoryValue(plan, { costs: standardCosts(plan), bucket: "day" });
    expect(value.rows.filter(({ closing }) => !closing.isZero())).toEqual([]);
  });

  test("gives a demand all of it at once, with what was there before", () => {
    const input = {
      startDate: "2026-01-05",
      items: [{ id: "cart", unitCost: 10, onHand: 4 }],
      supplies: [
        {
          ...({ id: "MO 1", item: "cart", quantity: 6, due: "2026-01-25" } as const),
          ...({ kind: "production", firm: true, scheduled: true } as const),
        },
      ],
      demands: [{ id: "d1", item: "cart", quantity: 8, due: "2026-01-12" }],
    } satisfies PlanningInput;
    const plan = planRequirements(input);
    const { postings } = planLedger(plan, { costs: standardCosts(plan) });
    const moved = Array.from(postings).filter(({ account }) => account === "inventory");
    expect(moved.map(({ date, cause, amount }) => `${date} ${cause} ${amount}`)).toEqual([
      "2026-01-05 opening 40",
      "2026-01-25 production 60",
      "2026-01-25 shipment -80",
    ]);
  });

  test("takes what it waits for no later than it is done", () => {
    const firm = { kind: "production", firm: true, scheduled: true } as const;
    const plan = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "cart" }, { id: "wheel", unitCost: 10 }],
      boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
      supplies: [
        { id: "MO 1", item: "cart", quantity: 3, start: "2026-01-12", due: "2026-01-14", ...firm },
        { id: "MO 2", item: "wheel", quantity: 6, due: "2026-01-25", ...firm },
      ],
    });
    const { postings } = planLedger(plan, { costs: standardCosts(plan) });
    const moved = Array.from(postings).filter(({ account }) => account === "inventory");
    expect(
      moved.map(({ date, item, cause, amount }) => `${date} ${item} ${cause} ${amount}`),
    ).toEqual([
      "2026-01-14 cart production 60",
      "2026-01-14 wheel issue -60",
      "2026-01-25 wheel production 60",
    ]);
  });
});
