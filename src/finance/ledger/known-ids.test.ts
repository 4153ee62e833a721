import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import {
  type LedgerOptions,
  ledgerDifference,
  type PlanningInputError,
  planLedger,
  planRequirements,
  replan,
  salesPlan,
  standardCosts,
} from "../../index.js";

const plan = planRequirements({
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  currency: "EUR",
  suppliers: [{ id: "Smith" }, { id: "Hardener" }, { id: "Idle" }],
  items: [
    { id: "cart", unitCost: 60, onHand: 50, leadTime: 9 },
    { id: "wheel", unitCost: 3 },
  ],
  sources: [{ item: "wheel", kind: "buy", supplier: "Smith" }],
  demands: [{ id: "P2", item: "cart", quantity: 60, due: "2026-01-06", customer: "Post" }],
});
const costs = standardCosts(plan);
const ledgerOf = (rest: Partial<LedgerOptions>) => planLedger(plan, { costs, ...rest });
const net = { netDays: 30 };

describe("Ids in the options of a ledger", () => {
  test("that nothing defines are refused, each by its path: a typed price would fall back to another", () => {
    const sales = { itemPrices: { cart: 120, crat: 1 }, demandPrices: { "P-2": 110 } };
    const terms = { suppliers: { Smiht: net, Idle: net }, customers: { Psot: net, Post: net } };
    expect(issuesOf(() => ledgerOf({ sales, terms }))).toEqual([
      "unknownId terms.suppliers.Smiht",
      "unknownId terms.customers.Psot",
      "unknownId sales.demandPrices.P-2",
      "unknownId sales.itemPrices.crat",
    ]);
  });

  test("are refused with what to do", () => {
    const messageOf = (rest: Partial<LedgerOptions>) => {
      try {
        return String(ledgerOf(rest));
      } catch (error) {
        return (error as PlanningInputError).issues.map(({ message, id }) => `${id}: ${message}`);
      }
    };
    expect(messageOf({ terms: { customers: { Psot: net } } })).toEqual([
      'Psot: The plan has no customer "Psot". Name one that it has, or leave it out.',
    ]);
    expect(messageOf({ sales: { itemPrices: { constructor: 1 } } })).toEqual([
      'constructor: The plan has no item "constructor". Name one that it has, or leave it out.',
    ]);
  });

  test("a supplier is known who is listed, whoever buys of him", () => {
    const suppliers = { Smith: net, Idle: net };
    expect(ledgerOf({ terms: { suppliers } }).currency).toBe("EUR");
  });

  test("of what only a second plan has are taken by its ledger, and the two can be compared", () => {
    const demand = { id: "P3", item: "cart", quantity: 2, due: "2026-02-06", customer: "Bakery" };
    const after = replan(plan, { demands: { put: [demand] } });
    const ledger = planLedger(after, {
      costs,
      sales: { itemPrices: { cart: 120 }, demandPrices: { P3: 100 } },
      terms: { customers: { Bakery: net } },
    });
    const more = ledgerDifference(ledgerOf({ sales: { itemPrices: { cart: 120 } } }), ledger);
    expect(salesPlan(more).rows.map(({ revenue }) => `${revenue}`)).toEqual(["200"]);
  });
});
