/**
 * The bridge to a CRM: records of what customers will want become demand, plans become answers.
 *
 * Records are described (`schema`) and read (`records`). No I/O: a host fetches records and carries
 * answers back. Builds on the core, the master schedule, planning, replanning and capacity.
 * Implements X1 – X3.
 */
export * from "./adapters/index.js";
export * from "./backorders/index.js";
export * from "./demand/index.js";
export * from "./events/index.js";
export * from "./feedback/index.js";
export * from "./promise/index.js";
export * from "./records/index.js";
export * from "./scenarios/index.js";
export * from "./schema/index.js";
