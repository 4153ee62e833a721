/**
 * Flow through a work centre: what came in and went out against what was planned, and how long work
 * waits before it (rule C4). Series and figures in, no plan needed.
 */
export * from "./expected-waiting.js";
export * from "./input-output-control.js";
