/**
 * Records of Dynamics 365: accounts, products, opportunities and orders with their products. Builds on
 * the records and on what all adapters share. Implements X1 and K74.
 */
export type { DynamicsFields, DynamicsOptions } from "./dynamics-options.js";
export {
  type DynamicsRecords,
  recordsFromDynamics,
  safeRecordsFromDynamics,
} from "./records-from-dynamics.js";
