import { capacityModel, type Plan, type PlanningInput, planInput } from "../../mrp/index.js";
import type { Ledger } from "./ledger.js";
import { type LedgerOptions, type ReadLedgerOptions, readLedgerOptions } from "./ledger-options.js";
import { LedgerParts } from "./ledger-parts.js";
import { LedgerSetting } from "./ledger-setting.js";
import { LedgerStream } from "./ledger-stream.js";
import { makeLedger } from "./make-ledger.js";
import { sortedMissing } from "./missing-figure.js";

/**
 * Turns a plan into postings: what it commits, pays, stocks, makes and sells, each amount with its day and with what
 * it is of, so that every figure of a report is the sum of its postings.
 *
 * What is bought has the price of its order, else its standard cost. Stock is valued at standard cost:
 * what is there, comes in and goes out, as the planning records count it. Orders that are made take in
 * components, set-up, hours and suppliers' work until they are done; one that is done after the horizon is in
 * process at its end. Demands are sold at prices that are given. What has no price or cost is listed in
 * `missing`, and nothing is posted for it.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - standard costs, rates, terms of payment and sales prices
 * @returns a ledger, to be grouped and looked into
 * @throws PlanningInputError with every mistake of the options, an id that the plan does not have among them
 * (`unknownId`), and of the terms of suppliers
 *
 * Source: rule F, law 19; K75.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   suppliers: [{ id: "Smith", terms: { netDays: 30 } }],
 *   items: [{ id: "wheel", leadTime: 7 }],
 *   sources: [{ item: "wheel", kind: "buy", supplier: "Smith", price: "2.50" }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 40, due: "2026-01-19" }],
 * });
 * const ledger = planLedger(plan, { costs: standardCosts(plan) });
 * const accounts = ["purchaseCommitment", "cashOut"] as const;
 * const rows = ledger.group({ by: ["account", "supplier"], bucket: "month", accounts });
 * rows.map((row) => `${row.account} ${row.supplier} ${row.from}: ${row.amount}`);
 * // => ["purchaseCommitment Smith 2026-01-01: 100", "cashOut Smith 2026-02-01: 100"]
 * ledger.drill(rows[1]!).at(0)?.date; // => "2026-02-18"
 * ```
 */
export function planLedger(plan: Plan, options: LedgerOptions): Ledger {
  const input = planInput(plan);
  return ledgerOf(plan, input, readLedgerOptions(input, options));
}

/** The ledger of a plan, by options that were read. */
export function ledgerOf(plan: Plan, input: PlanningInput, read: ReadLedgerOptions): Ledger {
  const parts = new LedgerParts(new LedgerSetting(plan, input, read));
  const stream = new LedgerStream(parts);
  return makeLedger({
    currency: read.currency,
    weekStart: capacityModel(plan).weekStart,
    streams: [{ stream, sign: 1 }],
    isDifference: false,
    missing: () => sortedMissing(stream.missing),
  });
}
