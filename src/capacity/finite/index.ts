/**
 * Finite loading: which operation is worked on when and where, so that no work centre has more to do
 * in any minute than it has units (rule C4, K59).
 *
 * A shop is read and checked (`read-…`), made into columns (`make-shop`, `shop`), and gone through
 * in passes (`pass`): along time or against it, by a priority rule (`list-schedule`) or in a fixed
 * sequence (`sequence-schedule`); `load-shop` joins the passes of each direction. `network` knows what
 * comes before what, `link-bounds` from when on, `place-uncapped` places what takes no capacity.
 * `waiting-lines`, `tool-queues` and `units` know what waits and what is free at each work centre,
 * `alternates` where a task is begun.
 * Builds on the work time of the routings.
 */
export * from "./finite-job.js";
export * from "./finite-loading.js";
export * from "./finite-loading-input.js";
export * from "./finite-schedule.js";
