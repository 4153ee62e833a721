import { describe, expect, test } from "vitest";
import {
  comparePlansInMoney,
  inventoryValue,
  type PlanningInput,
  planLedger,
  planRequirements,
  productionPlan,
  purchasingPlan,
  standardCosts,
} from "../../index.js";

/** An order for 5 of a, each of one r, that starts on 2026-03-31 and is due on 2026-04-20. */
const straddling = {
  startDate: "2026-01-05",
  horizonEnd: "2026-04-10",
  currency: "EUR",
  items: [
    { id: "a", leadTime: 20 },
    { id: "r", unitCost: 2, onHand: 5 },
  ],
  boms: [{ item: "a", lines: [{ item: "r", quantity: 1 }] }],
  supplies: [
    { id: "wo", item: "a", quantity: 5, due: "2026-04-20", kind: "production", firm: true },
  ],
} as const satisfies PlanningInput;

const released = {
  ...straddling,
  horizonEnd: "2026-03-31",
  supplies: [
    {
      ...{ id: "wo", item: "a", quantity: 5, due: "2026-04-20", kind: "production" },
      components: [{ item: "r", quantity: 3, due: "2026-04-10" }],
    },
  ],
} as const satisfies PlanningInput;

function ledgerOf(input: PlanningInput) {
  const plan = planRequirements(input);
  return planLedger(plan, { costs: standardCosts(plan) });
}

/** What is made in all, and what stock is worth at the end by three ways. */
function endOf(input: PlanningInput): string {
  const plan = planRequirements(input);
  const costs = standardCosts(plan);
  const ledger = planLedger(plan, { costs });
  const [made] = productionPlan(ledger).rows;
  const figures = comparePlansInMoney(ledger, ledger).figures;
  const figure = figures.find((one) => one.figure === "closingInventory")?.before;
  const [stock] = ledger.group({ accounts: ["inventory"] });
  const [value] = inventoryValue(plan, { costs }).rows;
  const work =
    made === undefined
      ? "nothing"
      : `in process ${made.closing}, planned ${made.planned}, completed ${made.completed}, variance ${made.variance}`;
  return `${work}; stock ${stock?.amount} ${figure} ${value?.closing}`;
}

describe("Stock and production end with the horizon", () => {
  test("an order that is done later is in process with what went in, and has no variance", () => {
    expect(endOf(straddling)).toBe(
      "in process 10, planned 0, completed 0, variance 0; stock 0 0 0",
    );
  });

  test("of an order that begins later nothing is posted, and what it needs is still in stock", () => {
    expect(endOf({ ...straddling, horizonEnd: "2026-03-25" })).toBe("nothing; stock 10 10 10");
  });

  test("what goes in within the horizon is in process, what goes in later is not", () => {
    const [bom] = straddling.boms;
    const lines = [{ item: "r", quantity: 1, offset: 14 }];
    expect(endOf({ ...straddling, boms: [{ ...bom, lines }] })).toBe("nothing; stock 10 10 10");
  });

  test("with a longer horizon the order is done, at standard", () => {
    expect(endOf({ ...straddling, horizonEnd: "2026-04-30" })).toBe(
      "in process 0, planned 10, completed 10, variance 0; stock 10 10 10",
    );
  });

  test("what comes with an order comes when it is done: neither of both within the horizon", () => {
    const [bom] = straddling.boms;
    const items = [...straddling.items, { id: "c" }];
    const coProducts = [{ item: "c", quantity: 1, costShare: "0.25" }];
    const input = { ...straddling, items, boms: [{ ...bom, coProducts }] };
    expect(endOf(input)).toBe("in process 10, planned 0, completed 0, variance 0; stock 0 0 0");
  });

  test("a planned order of a reorder point that is due later is in process, too", () => {
    const [a, r] = straddling.items;
    const items = [{ ...a, method: "reorderPoint", reorderPoint: 3, unitCost: 9 } as const, r];
    const input = { ...straddling, items, supplies: [], horizonEnd: "2026-01-20" };
    const lots = items.map((item) => ({
      ...item,
      lotSizing: { rule: "fixedOrderQuantity", quantity: 4 } as const,
    }));
    expect(endOf({ ...input, items: lots })).toBe(
      "in process 8, planned 0, completed 0, variance 0; stock 2 2 2",
    );
  });

  test("what is bought comes in and is paid all the same", () => {
    const ledger = ledgerOf({
      ...{ startDate: "2026-01-05", horizonEnd: "2026-03-31" },
      items: [{ id: "r", unitCost: 3, onHand: 1 }],
      supplies: [{ id: "po", item: "r", quantity: 5, due: "2026-04-20", kind: "purchase" }],
    });
    const [bought] = purchasingPlan(ledger).rows;
    expect(`${bought?.commitments} ${bought?.receipts} ${bought?.cashOut}`).toBe("15 15 15");
    expect(ledger.group({ accounts: ["inventory"] })[0]?.amount.toString()).toBe("3");
  });
});

describe("A begun order that is done after the horizon", () => {
  test("opens with its standard cost less what is still to go in, after the horizon too", () => {
    const opening = (input: PlanningInput) =>
      ledgerOf(input)
        .group({ by: ["cause"], accounts: ["workInProcess"] })
        .map(({ cause, amount }) => `${cause} ${amount}`);
    expect(opening(released)).toEqual(["opening 4"]);
    const [wo] = released.supplies;
    const [component] = wo.components;
    const components = [{ ...component, quantity: 5 }];
    expect(opening({ ...released, supplies: [{ ...wo, components }] })).toEqual([]);
  });

  test("opens with what comes with it, and less what goes in through a phantom", () => {
    const input: PlanningInput = {
      ...straddling,
      horizonEnd: "2026-03-25",
      items: [
        { id: "a", leadTime: 20 },
        { id: "kit", phantom: true },
        { id: "r", unitCost: 2, onHand: 50 },
        { id: "c", unitCost: 1 },
      ],
      boms: [
        {
          ...{ item: "a", lines: [{ item: "kit", quantity: 2 }] },
          coProducts: [{ item: "c", quantity: 1, costShare: "0" }],
        },
        { item: "kit", lines: [{ item: "r", quantity: 1 }] },
      ],
      supplies: [{ ...straddling.supplies[0], quantity: 9, completed: 4 }],
    };
    // 5 are left: 20 of a and 5 of c, and 20 of r go in.
    const [row] = ledgerOf(input).group({ accounts: ["workInProcess"] });
    expect(row?.amount.toString()).toBe("5");
  });

  test("is in no figure when something that goes in later has no cost", () => {
    const items = [
      { id: "a", leadTime: 20, unitCost: 4 },
      { id: "r", onHand: 5 },
    ];
    const ledger = ledgerOf({ ...released, items });
    expect(ledger.group({ accounts: ["workInProcess"] })).toEqual([]);
    expect(ledger.missing.map(({ item, reason }) => `${item} ${reason}`)).toContain(
      "a workInProcess",
    );
  });
});
