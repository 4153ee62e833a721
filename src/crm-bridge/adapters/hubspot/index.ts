/**
 * Records of HubSpot: companies, products and deals with their line items; a won deal is an order
 * where the host says so. Builds on the records and on what all adapters share. Implements X1 and K74.
 */
export type { HubspotFields, HubspotOptions } from "./hubspot-options.js";
export {
  type HubspotRecords,
  recordsFromHubspot,
  safeRecordsFromHubspot,
} from "./records-from-hubspot.js";
