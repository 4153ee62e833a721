import { compareText, formatDay, formatRatio } from "../../core/index.js";
import type { CrmIssue, ReadRecords } from "../records/index.js";
import { readRecordsArgument } from "../records/records-argument.js";
import { blockedLots } from "./block-lots.js";
import { addCampaigns } from "./campaigns.js";
import { refuseUnknownDeals } from "./chosen-deals.js";
import { contractNeeds } from "./contract-needs.js";
import { holdsOf } from "./credit-holds.js";
import type { CrmDemand } from "./crm-demand.js";
import { dealNeeds } from "./deal-needs.js";
import { dealsOf } from "./deal-threads.js";
import { demandAccount, forecastAccount } from "./demand-account.js";
import type { DemandPolicy } from "./demand-policy.js";
import { type DemandMaking, demandRow, forecastRow } from "./demand-rows.js";
import { orderNeeds } from "./order-needs.js";
import { readPolicy } from "./read-policy.js";
import { type RecordContext, recordContext } from "./record-context.js";
import { returnedSupplies } from "./returned-supplies.js";
import { salesForecasts } from "./sales-forecasts.js";
import { serviceNeeds } from "./service-needs.js";
import { takeFromForecasts } from "./take-from-forecasts.js";
import { variantChoice } from "./variants.js";

/**
 * Turns the records of a CRM into demand of a plan, by a stated policy.
 *
 * A deal counts once, at its farthest live step; it takes its quantity from the forecast that it is
 * part of, and leaves when it is lost. The account says of every line of every record what counts of
 * it, why, and what it took from which forecast. A row with a mistake is left out and named in
 * `issues`; all others go through.
 *
 * @param records - as `readCrmRecords` or `safeReadCrmRecords` gives them
 * @param policy - how deals count, when they are needed, what is part of a forecast, what a hold means
 * @returns rows for a `PlanningInput` whose `startDate` is the policy's `asOf`, and the account
 * @throws PlanningInputError with everything that is wrong with the policy, or when the records were not read
 *
 * Source: rules X1, D1; K62 – K64, K69.
 *
 * @example
 * ```ts
 * const lines = [{ id: "1", product: "bicycle", quantity: 10 }];
 * const deal = { account: "Bell", stage: "offer", status: "open", closeDate: "2026-03-10", lines };
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }],
 *   products: [{ id: "bicycle", decimals: 0 }],
 *   opportunities: [
 *     { ...deal, id: "big", probability: 0.8 },
 *     { ...deal, id: "small", probability: 0.3 },
 *   ],
 * });
 * const { demands, account } = demandFromCrm(records, {
 *   asOf: "2026-03-02",
 *   deals: { use: "threshold", above: 0.5 },
 *   needDate: { from: "requestedOrClose", days: 14 },
 *   forecast: { prefer: "adjusted" },
 *   pipeline: "linked",
 *   contractRest: "none",
 *   credit: "promised",
 * });
 * demands.map(({ due, quantity }) => `${due}: ${quantity}`); // => ["2026-03-24: 10"]
 * account.map(({ record, why }) => `${record.id}: ${why}`);
 * // => ["big: threshold", "small: belowThreshold"]
 * ```
 */
export function demandFromCrm(records: ReadRecords, policy: DemandPolicy): CrmDemand {
  const read = readPolicy(policy);
  const context = recordContext(readRecordsArgument(records), read.asOf, read.factors);
  const deals = dealsOf(context.records, formatDay(read.asOf));
  refuseUnknownDeals(read, deals);
  const holds = holdsOf(context);
  const held = new Set<string>(read.credit === "excluded" ? holds.map(({ order }) => order) : []);

  const choice = variantChoice(context, read.variants);
  const orders = orderNeeds(context, deals, held, choice);
  const contracts = contractNeeds(context, read);
  const offers = dealNeeds(context, read, deals, choice);
  const service = serviceNeeds(context);
  const sales = salesForecasts(context, read);
  const campaigns = addCampaigns(context, sales.forecasts);
  const returns = returnedSupplies(context);

  const pipeline = [...orders.needs, ...contracts.needs, ...offers.needs];
  const making: DemandMaking = {
    context,
    choice,
    takes: takeFromForecasts(context, read, pipeline, sales.forecasts),
    forecast: new Set([...sales.forecasts, ...campaigns.needs].map(({ product }) => product.id)),
  };
  const rows = [
    ...[...pipeline, ...service.needs, ...campaigns.needs].map((need) => demandRow(making, need)),
    ...sales.forecasts.map((forecast) => forecastRow(context, forecast)),
  ];
  const sources = [orders, contracts, offers, service, sales, campaigns, returns];
  return {
    demands: rows.filter((row) => row !== undefined).sort((a, b) => compareText(a.id, b.id)),
    supplies: returns.supplies,
    blockedLots: blockedLots(context),
    ...making.choice.rows(),
    units: unitsOf(context),
    holds,
    account: demandAccount(sources.flatMap(({ lines }) => lines)),
    forecasts: forecastAccount(sales.forecasts),
    issues: inOrder(context.issues),
  };
}

/** The factors as rows, so that what was made knows by what it was converted. */
function unitsOf({ factors }: RecordContext): CrmDemand["units"] {
  return [...factors].map(([key, contains]) => {
    const [product, unit] = JSON.parse(key) as [string, string];
    return { product, unit, contains: formatRatio(contains) };
  });
}

/** The issues by record and field, however the records were gone through. */
function inOrder(issues: readonly CrmIssue[]): CrmIssue[] {
  const key = ({ record, path, code }: CrmIssue): string =>
    JSON.stringify([record?.list, record?.id, path, code]);
  return issues
    .map((issue) => ({ issue, text: key(issue) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ issue }) => issue);
}
