import fc from "fast-check";
import {
  type Ledger,
  type LedgerTerms,
  type Plan,
  type PlanningInput,
  planLedger,
  standardCosts,
} from "../../src/index.js";
import { problemOf, problemWithout } from "./random/problem.js";

export const rates = [
  { from: "CHF", to: "EUR", rate: 2 },
  { from: "USD", to: "EUR", rate: "1/3" },
  { from: "USD", to: "EUR", rate: "2/7", date: "2026-02-05" },
];

/** Terms of payment for some of the suppliers of random problems. */
export const terms: fc.Arbitrary<LedgerTerms> = fc.record({
  defaultSupplier: fc.record({
    netDays: fc.integer({ min: 20, max: 40 }),
    discountDays: fc.nat(20),
    discountPercent: fc.constantFrom(0, 3, "10/3", 100),
  }),
  defaultCustomer: fc.record({ netDays: fc.nat(60) }),
  takeDiscounts: fc.boolean(),
});

/** Random problems of which most items have a cost: some state one, some have a price, some neither. */
export function costed(problems: fc.Arbitrary<PlanningInput>): fc.Arbitrary<PlanningInput> {
  return fc.tuple(problems, fc.infiniteStream(fc.nat(9))).map(([input, costs]) => ({
    ...input,
    currency: "EUR",
    items: (input.items ?? []).map((item) => {
      const cost = costs.next().value;
      return cost < 2 ? item : { ...item, unitCost: `${cost - 2}.${cost}` };
    }),
  }));
}

export const costedProblem: fc.Arbitrary<PlanningInput> = costed(problemWithout("reservations"));

/** Problems with a shop floor in which suppliers do some operations of most routings. */
export const suppliedShop: fc.Arbitrary<PlanningInput> = fc
  .tuple(
    costed(problemOf({ with: ["routings"], without: ["reservations"] })),
    fc.infiniteStream(fc.nat(5)),
  )
  .map(([input, draws]) => ({
    ...input,
    suppliers: [...(input.suppliers ?? []), { id: "Zinc & Sons" }, { id: "Paint & Co" }],
    routings: (input.routings ?? []).map((routing) => ({
      ...routing,
      operations: routing.operations.map((operation) => {
        const draw = draws.next().value;
        if (draw > 2 || operation.subcontract !== undefined) return operation;
        const { id, yield: part, after } = operation;
        const supplier = draw === 0 ? "Paint & Co" : "Zinc & Sons";
        const subcontract = { supplier, leadTime: draw, cost: `${draw}.7` };
        return {
          ...{ id, subcontract },
          ...(part === undefined ? {} : { yield: part }),
          ...(after === undefined ? {} : { after }),
        };
      }),
    })),
  }));

/** The ledger of a plan at its standard costs. */
export function ledgerOf(plan: Plan, of?: LedgerTerms): Ledger {
  return planLedger(plan, { costs: standardCosts(plan, { rates }), rates, terms: of });
}
