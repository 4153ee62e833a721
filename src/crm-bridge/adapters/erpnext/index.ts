/**
 * Records of ERPNext: customers, items, opportunities, quotations and sales orders. Builds on the
 * records and on what all adapters share. Implements X1 and K74.
 */
export type { ErpnextOptions } from "./erpnext-options.js";
export {
  type ErpnextRecords,
  recordsFromErpnext,
  safeRecordsFromErpnext,
} from "./records-from-erpnext.js";
