/**
 * Records of Salesforce: accounts, products, opportunities, quotes and orders with their lines.
 * Builds on the records and on what all adapters share. Implements X1 and K74.
 */
export {
  recordsFromSalesforce,
  type SalesforceRecords,
  safeRecordsFromSalesforce,
} from "./records-from-salesforce.js";
export type { SalesforceFields, SalesforceOptions } from "./salesforce-options.js";
