/**
 * Records of Odoo: partners become accounts and contacts, leads opportunities, sale orders quotes until
 * they are confirmed and orders from then on. Builds on the records and on what all adapters share.
 * Implements X1 and K74.
 */
export type { OdooOptions } from "./odoo-options.js";
export { type OdooRecords, recordsFromOdoo, safeRecordsFromOdoo } from "./records-from-odoo.js";
