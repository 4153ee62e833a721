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

export const calendar = row({
  id,
  workingDays: list(weekday).optional(),
  exceptions: list(row({ date, working: flag })).optional(),
  ...extra,
});

export const unit = row({ id, decimals, ...extra });

export const site = row({ id, calendar: id.optional(), ...extra });

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

export const itemSite = row({ item: id, site: id.optional(), ...planningParameters, ...extra });

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
  share: quantity.optional(),
  validFrom,
  validTo,
  price: quantity.optional(),
  currency: id.optional(),
  priceBreaks: list(row({ from: quantity, price: quantity })).optional(),
  ...extra,
});

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
  ...extra,
});

export const supplier = row({
  id,
  calendar: id.optional(),
  capacity: list(row({ from: date, until: date, quantity, item: id.optional() })).optional(),
  terms: z.unknown().optional(),
  ...extra,
});
