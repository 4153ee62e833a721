import {
  type SafeForeignRecords,
  safeRecordsFromDynamics,
  safeRecordsFromErpnext,
  safeRecordsFromHubspot,
  safeRecordsFromOdoo,
  safeRecordsFromSalesforce,
} from "../../../src/index.js";
import { foreignFixture } from "./foreign.js";

const common = { system: "crm", currency: "EUR", dayOf: "utc", items: "code" } as const;

/** Each system and how it is read. */
export const FOREIGN_SYSTEMS: readonly (readonly [
  string,
  (foreign: object) => SafeForeignRecords,
])[] = [
  [
    "salesforce",
    (foreign) =>
      safeRecordsFromSalesforce(foreign, {
        ...common,
        quoteStatuses: { Presented: "sent", Denied: "rejected" },
        orderStatuses: { Activated: "open", Draft: "ignored" },
        fields: {
          orders: { requestedDate: "Requested_Delivery__c" },
          orderItems: { promisedDate: "ServiceDate", shipped: "Shipped_Quantity__c" },
        },
      }),
  ],
  [
    "odoo",
    (foreign) =>
      safeRecordsFromOdoo(foreign, {
        ...common,
        stages: { 1: "open", 2: "open", 3: "open", 4: "won" },
        deliveryDates: "commitmentOrExpected",
        sites: { 1: "main" },
      }),
  ],
  [
    "erpnext",
    (foreign) =>
      safeRecordsFromErpnext(foreign, { system: "erp", currency: "EUR", company: "Oak & Sons" }),
  ],
  [
    "hubspot",
    (foreign) =>
      safeRecordsFromHubspot(foreign, {
        ...common,
        stages: { contractsent: "open", closedwon: "won", closedlost: "lost" },
        won: "order",
        fields: { deals: { requestedDate: "requested_delivery" } },
      }),
  ],
  [
    "dynamics",
    (foreign) =>
      safeRecordsFromDynamics(foreign, {
        ...common,
        currencies: { "228f42f8-e646-e111-8eb7-78e7d162ced1": "EUR" },
      }),
  ],
];

/** The fixture of a system, read. */
export function readFixture(system: string): SafeForeignRecords {
  const [, readForeign] = FOREIGN_SYSTEMS.find(([name]) => name === system) ?? [];
  if (readForeign === undefined) throw new Error(`There is no system ${system}.`);
  return readForeign(foreignFixture(system));
}
