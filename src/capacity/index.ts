/**
 * Capacity: whether a plan can really be made, and what to do where it cannot.
 *
 * Rough cut of a master schedule or a plan by overall factors, capacity bills and resource profiles
 * (`rough-cut/`, rule C1); capacity requirements of the orders and load profiles (`requirements/`, C2, C3);
 * flow through a work centre: input and output against plan, expected waiting
 * (`flow/`, C4); finite loading (`finite/`, C4), and from a plan to a finite schedule and back
 * (`schedule/`, C4); levelling of overloads (`levelling/`, C4);
 * charts of load and schedules as plain data (`charts/`). Builds on the routings and their work time, on bills
 * of material and on plans; all are views of a plan or functions over plain data, and change nothing.
 * Arguments are checked by hand, and all mistakes of a call are refused at once with a
 * `PlanningInputError`. Hours, percentages and money are exact and come out as `Decimal`.
 */
export * from "./charts/index.js";
export * from "./finite/index.js";
export * from "./flow/index.js";
export * from "./levelling/index.js";
export * from "./requirements/index.js";
export * from "./rough-cut/index.js";
export * from "./schedule/index.js";
