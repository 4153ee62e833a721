import * as z from "zod";
import { planningParameters, sourceParameters } from "./parameters.js";
import {
  attributes,
  choice,
  count,
  date,
  days,
  decimals,
  flag,
  id,
  list,
  number,
  quantity,
  ratio,
  row,
  signedDays,
  text,
  validFrom,
  validTo,
  weekday,
} from "./values.js";

const extra = { attributes: attributes.optional() };

/** Choices that textbooks and systems make differently; the first is canonical. */
export const conventions = row({
  grouping: choice(["day", "demand"]).optional(),
  rescheduling: choice(["assume", "achievable", "never"]).optional(),
  expediteWithin: days.optional(),
  resize: flag.optional(),
  pastDue: choice(["report", "forward"]).optional(),
  safetyStock: choice(["floor", "leadTime", "never"]).optional(),
  excessDigits: choice(["reject", "round"]).optional(),
  trigger: choice(["below", "atOrBelow"]).optional(),
  maxOrders: count.optional(),
  effectivity: choice(["start", "due"]).optional(),
  phantomStock: choice(["net", "ignore"]).optional(),
  deferTolerance: days.optional(),
  cycles: choice(["reject", "stockOnly"]).optional(),
  pastForecastDays: days.optional(),
  weekStart: weekday.optional(),
}).meta({ id: "Conventions" });

/** Working days of the week, and days that differ from it (T3). */
export const calendar = row({
  id,
  workingDays: list(weekday).optional(),
  exceptions: list(row({ date, working: flag })).optional(),
  ...extra,
});

/** A unit with the precision of what is counted in it (Q1). */
export const unit = row({ id, decimals, ...extra });

/** A place with a calendar of its own. */
export const site = row({ id, calendar: id.optional(), ...extra });

/** What is planned, with its planning parameters. */
export const item = row({
  id,
  name: text.optional(),
  family: text.optional(),
  unit: id.optional(),
  decimals: decimals.optional(),
  units: list(row({ unit: id, contains: ratio })).optional(),
  phantom: flag.optional(),
  ...planningParameters,
  ...extra,
});

/** Planning parameters of an item that differ at a site. */
export const itemSite = row({ item: id, site: id.optional(), ...planningParameters, ...extra });

/** Where supply of an item may come from (N10). */
export const source = row({
  id: id.optional(),
  item: id,
  site: id.optional(),
  kind: choice(["make", "buy", "transfer", "subcontract"]),
  supplier: id.optional(),
  from: id.optional(),
  bomVersion: id.optional(),
  routing: id.optional(),
  calendar: id.optional(),
  minQuantity: quantity.optional(),
  maxQuantity: quantity.optional(),
  minimumSplit: quantity.optional(),
  quotaBase: quantity.optional(),
  ...sourceParameters,
  onlyFromStock: flag.optional(),
  rank: number.optional(),
  share: ratio.optional(),
  validFrom,
  validTo,
  price: quantity.optional(),
  currency: id.optional(),
  priceBreaks: list(row({ from: quantity, price: quantity })).optional(),
  ...extra,
});

/** A component of a bill of material (B8, Q2). */
export const bomLine = row({
  item: id,
  quantity: ratio,
  unit: id.optional(),
  fixed: flag.optional(),
  scrap: ratio.optional(),
  multiple: quantity.optional(),
  offset: signedDays.optional(),
  validFrom,
  validTo,
  substitutes: list(row({ item: id, quantity: ratio, priority: number })).optional(),
  ...extra,
});

/** A version of the bill of material of an item at a site (B8). */
export const bom = row({
  item: id,
  site: id.optional(),
  version: id.optional(),
  validFrom,
  validTo,
  output: ratio.optional(),
  outputUnit: id.optional(),
  lines: list(bomLine),
  coProducts: list(row({ item: id, quantity: ratio, costShare: ratio.optional() })).optional(),
  drivenBy: choice(["leadItem", "largestNeed"]).optional(),
  ...extra,
});

/** Who sells, with a calendar and a capacity. */
export const supplier = row({
  id,
  calendar: id.optional(),
  capacity: list(row({ from: date, until: date, quantity, item: id.optional() })).optional(),
  terms: z.unknown().optional(),
  ...extra,
});
