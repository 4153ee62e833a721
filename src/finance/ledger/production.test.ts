import { describe, expect, test } from "vitest";
import {
  type LedgerOptions,
  type PlanningInput,
  planLedger,
  planRequirements,
  standardCosts,
} from "../../index.js";

const accounts = new Set([
  ...["materialIssued", "setupAbsorbed", "runAbsorbed", "subcontract", "workInProcess"],
]);

function ledgerOf(input: Omit<PlanningInput, "startDate">) {
  const plan = planRequirements({ startDate: "2026-01-05", ...input });
  return planLedger(plan, { costs: standardCosts(plan) });
}

function linesOf(input: Omit<PlanningInput, "startDate">): readonly string[] {
  return Array.from(ledgerOf(input).postings)
    .filter(({ account, cause }) => accounts.has(account) && cause !== "variance")
    .map(({ date, account, item, cause, amount }) => {
      const name = account === cause ? account : `${account} (${cause})`;
      return `${date} ${item} ${name} ${amount}`;
    });
}

function varianceOf(input: Omit<PlanningInput, "startDate">): readonly string[] {
  const asked = { by: ["cause", "element"], bucket: "day" } as const;
  const rows = ledgerOf(input).group({ ...asked, accounts: ["productionVariance"] });
  return rows.map(({ cause, element, from, amount }) => `${cause} ${element} ${from}: ${amount}`);
}

/** What is in process when all is done. */
function leftOf(input: Omit<PlanningInput, "startDate">): readonly string[] {
  return ledgerOf(input)
    .group({ accounts: ["workInProcess"] })
    .map(({ amount }) => `${amount}`);
}

const press = { id: "press", shifts: [{ from: "06:00", until: "14:00" }] } as const;
const lid = {
  items: [
    {
      ...{ id: "lid", yield: 0.9, setupCost: 45, leadTime: 2 },
      lotSizing: { rule: "fixedOrderQuantity", quantity: 90 },
    },
    { id: "plate", unitCost: 9 },
    { id: "film", unitCost: 10 },
  ],
  boms: [
    {
      ...{ item: "lid", output: 10 },
      lines: [
        { item: "plate", quantity: 20, scrap: 0.1 },
        { item: "film", quantity: 9, fixed: true },
      ],
    },
  ],
  workCenters: [{ ...press, costPerHour: 36 }],
  routings: [{ id: "r", item: "lid", operations: [{ id: "10", workCenter: "press", run: 0.25 }] }],
  demands: [{ id: "d1", item: "lid", quantity: 90, due: "2026-01-16" }],
} as const satisfies Omit<PlanningInput, "startDate">;

describe("What is made", () => {
  test("takes in components, set-up and hours, and gives all of it up when it is done: by standard 3015", () => {
    expect(linesOf(lid)).toEqual([
      "2026-01-14 film materialIssued (issue) 90",
      "2026-01-14 plate materialIssued (issue) 1980",
      "2026-01-14 lid setupAbsorbed (setup) 45",
      "2026-01-14 lid runAbsorbed (run) 900",
      "2026-01-14 lid workInProcess (issue) 90",
      "2026-01-14 lid workInProcess (issue) 1980",
      "2026-01-14 lid workInProcess (setup) 45",
      "2026-01-14 lid workInProcess (run) 900",
      "2026-01-16 lid workInProcess (production) -3015",
    ]);
  });

  test("has a variance where it takes more than its standard: another lot bears the same set-up", () => {
    const [first, ...others] = lid.items;
    const items = [{ ...first, lotSizing: undefined, minimumOrder: 100 }, ...others];
    const demands = [{ ...lid.demands[0], quantity: 180 }];
    const input = { ...lid, items, demands };
    expect(linesOf(input).slice(-1)).toEqual(["2026-01-16 lid workInProcess (production) -6030"]);
    // The standard spreads 45 + 90 for film over a lot of 90, the order over 180.
    expect(varianceOf(input)).toEqual([
      "issue material 2026-01-16: -90",
      "run hours 2026-01-16: 0",
      "setup setup 2026-01-16: -45",
    ]);
    expect(leftOf(input)).toEqual(["0"]);
  });

  test("costs its standard where the standard says what it takes: the variance adds up to nothing, by cause", () => {
    expect(varianceOf(lid)).toEqual([
      "issue material 2026-01-16: 0",
      "run hours 2026-01-16: 0",
      "setup setup 2026-01-16: 0",
    ]);
    expect(leftOf(lid)).toEqual(["0"]);
    // Of a stated cost nobody says what it consists of.
    const [first, ...others] = lid.items;
    expect(varianceOf({ ...lid, items: [{ ...first, unitCost: 30 }, ...others] })).toEqual([
      "issue material 2026-01-16: 2070",
      "run hours 2026-01-16: 900",
      "setup setup 2026-01-16: 45",
      "variance null 2026-01-16: -2700",
    ]);
  });

  test("hours are labor, machine and overhead where a work centre says how its hour divides", () => {
    const plan = planRequirements({ startDate: "2026-01-05", ...lid });
    const ledgerWith = (hourCosts: LedgerOptions["hourCosts"]) =>
      planLedger(plan, { costs: standardCosts(plan), hourCosts });
    const ledger = ledgerWith({ press: { labor: 20, machine: "14.5", overhead: "1.5" } });
    const by = ["account", "element"] as const;
    const rows = ledger.group({ by, accounts: ["runAbsorbed", "productionVariance"] });
    expect(rows.map((row) => `${row.account} ${row.element} ${row.amount}`)).toEqual([
      "productionVariance labor 0",
      "productionVariance machine 0",
      "productionVariance material 0",
      "productionVariance overhead 0",
      "productionVariance setup 0",
      "runAbsorbed labor 500",
      "runAbsorbed machine 362.5",
      "runAbsorbed overhead 37.5",
    ]);
    expect(() => ledgerWith({ press: { labor: 20 } })).toThrow("costPerHour is 36");
    expect(() => ledgerWith({ lathe: { labor: 20 } })).toThrow("no work center");
  });

  test("hours of set-up count where no set-up cost is stated; each posting names its work centre", () => {
    const { items, boms, demands } = {
      items: [{ id: "leg" }, { id: "wood", unitCost: 1 }],
      boms: [{ item: "leg", lines: [{ item: "wood", quantity: 2 }] }],
      demands: [{ id: "d1", item: "leg", quantity: 10, due: "2026-01-16" }],
    };
    const operations = [{ id: "10", workCenter: "press", setup: 0.5, run: 0.1, teardown: 0.25 }];
    const ledger = ledgerOf({
      ...{ items, boms, demands, workCenters: [{ ...press, costPerHour: 40 }] },
      routings: [{ id: "r", item: "leg", operations }],
    });
    const rows = ledger.group({
      by: ["account", "workCenter"],
      accounts: ["setupAbsorbed", "runAbsorbed", "productionVariance"],
    });
    expect(
      rows.map(({ account, workCenter, amount }) => [account, workCenter, `${amount}`]),
    ).toEqual([
      // The standard spreads the set-up over one leg.
      ["productionVariance", "press", "-270"],
      ["productionVariance", null, "0"],
      ["runAbsorbed", "press", "40"],
      ["setupAbsorbed", "press", "30"],
    ]);
  });

  test("an order that a supplier works on takes in components and his price", () => {
    const boms = [{ item: "wheel", lines: [{ item: "rim", quantity: 1 }] }];
    const items = [
      { id: "wheel", leadTime: 2 },
      { id: "rim", unitCost: 9 },
    ];
    const sources = [{ item: "wheel", kind: "subcontract", price: 4, leadTime: 2 }] as const;
    const demands = [{ id: "d1", item: "wheel", quantity: 10, due: "2026-01-16" }];
    expect(linesOf({ items, boms, sources, demands })).toEqual([
      "2026-01-14 rim materialIssued (issue) 90",
      "2026-01-14 wheel workInProcess (issue) 90",
      "2026-01-16 wheel subcontract 40",
      "2026-01-16 wheel workInProcess (subcontract) 40",
      "2026-01-16 wheel workInProcess (subcontract) -130",
    ]);
  });

  test("a released order begins with what its standard cost says has gone in already", () => {
    const supply = { id: "o1", item: "lid", kind: "production", quantity: 90 } as const;
    const components = [{ item: "plate", quantity: 100 }];
    const supplies = [{ ...supply, due: "2026-01-16", components }];
    // 3015 less 900 for plates and 900 for hours that are still to come.
    expect(linesOf({ ...lid, supplies }).filter((line) => line.includes("workIn"))).toEqual([
      "2026-01-05 lid workInProcess (issue) 900",
      "2026-01-05 lid workInProcess (opening) 1215",
      "2026-01-14 lid workInProcess (run) 900",
      "2026-01-16 lid workInProcess (production) -3015",
    ]);
  });

  test("what lacks a cost is named, and then no work in process is made up", () => {
    const missing = (rest: Partial<PlanningInput>) => {
      const ledger = ledgerOf({ ...lid, ...rest });
      const wip = ledger.group({ accounts: ["workInProcess"] });
      return [wip.length, ...ledger.missing.map(({ item, reason }) => `${item} ${reason}`)];
    };
    const [first, plate] = lid.items;
    expect(missing({ items: [first, plate, { id: "film" }] })).toEqual([
      0,
      "film purchasePrice",
      "film standardCost",
      "lid standardCost",
      "lid workInProcess",
    ]);
    expect(missing({ workCenters: [press] })).toEqual([1, "lid hourCost"]);
    const outside = { id: "20", subcontract: { supplier: "coater", leadTime: 1 } };
    const operations = [...lid.routings[0].operations, outside];
    const routings = [{ ...lid.routings[0], operations }];
    expect(missing({ routings, suppliers: [{ id: "coater" }] })).toEqual([
      0,
      "lid standardCost",
      "lid subcontractCost",
      "lid workInProcess",
    ]);
  });
});
