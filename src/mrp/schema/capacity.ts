import {
  attributes,
  date,
  days,
  flag,
  id,
  list,
  minute,
  number,
  quantity,
  ratio,
  row,
  someCount,
  text,
  timeOfDay,
  validFrom,
  validTo,
  weekday,
} from "./values.js";

const extra = { attributes: attributes.optional() };
/** Hours, as exact as they are written. */
const hours = ratio;

const dayShift = {
  from: timeOfDay,
  until: timeOfDay,
  breaks: list(row({ from: timeOfDay, until: timeOfDay })).optional(),
};

/** Machines or people that work by shifts (C2, K51). */
export const workCenter = row({
  id,
  name: text.optional(),
  site: id.optional(),
  calendar: id.optional(),
  shifts: list(row({ ...dayShift, days: list(weekday).optional(), validFrom, validTo })),
  exceptions: list(row({ date, shifts: list(row(dayShift)) })).optional(),
  overtime: list(row({ from: minute, until: minute })).optional(),
  units: someCount.optional(),
  efficiency: ratio.optional(),
  utilization: ratio.optional(),
  finishWithinShift: flag.optional(),
  setups: list(row({ from: text, to: text, hours })).optional(),
  costPerHour: quantity.optional(),
  overtimeCostPerHour: quantity.optional(),
  ...extra,
});

/** What operations hold while they are worked, and how many of it there are. */
export const tool = row({ id, name: text.optional(), units: someCount.optional(), ...extra });

/** A step of a routing: at a work centre, or at a supplier (C2, K53). */
const operation = row({
  id,
  name: text.optional(),
  workCenter: id.optional(),
  subcontract: row({ supplier: id, leadTime: days, cost: quantity.optional() }).optional(),
  setup: hours.optional(),
  run: hours.optional(),
  batch: quantity.optional(),
  teardown: hours.optional(),
  queue: hours.optional(),
  wait: hours.optional(),
  move: hours.optional(),
  yield: ratio.optional(),
  split: someCount.optional(),
  transferBatch: quantity.optional(),
  after: list(id).optional(),
  alternates: list(
    row({ workCenter: id, priority: number, setup: hours.optional(), run: hours.optional() }),
  ).optional(),
  tools: list(id).optional(),
  setupGroup: text.optional(),
  ...extra,
});

/** How an item is made at a site, operation by operation (K52). */
export const routing = row({
  id,
  item: id,
  site: id.optional(),
  validFrom,
  validTo,
  operations: list(operation),
  ...extra,
});
