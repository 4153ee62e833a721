import { attributes, choice, date, flag, id, list, number, quantity, row, text } from "./values.js";

const place = { item: id, site: id.optional(), segment: id.optional() };
const extra = { attributes: attributes.optional() };

/** Stock on hand, in inspection or blocked, in lots that may expire (N2). */
export const stock = row({
  ...place,
  quantity,
  unit: id.optional(),
  lot: text.optional(),
  expires: date.optional(),
  status: choice(["available", "inspection", "blocked"]).optional(),
  availableFrom: date.optional(),
  ...extra,
});

/** An open order: purchase, production, transfer or subcontract (N4). */
export const supply = row({
  id,
  ...place,
  quantity,
  unit: id.optional(),
  due: date,
  start: date.optional(),
  kind: choice(["purchase", "production", "transfer", "subcontract"]),
  firm: flag.optional(),
  frozen: flag.optional(),
  scheduled: flag.optional(),
  completed: quantity.optional(),
  components: list(row({ item: id, quantity, due: date.optional() })).optional(),
  progress: list(row({ operation: id, completed: quantity })).optional(),
  supplier: id.optional(),
  from: id.optional(),
  source: id.optional(),
  bomVersion: id.optional(),
  expires: date.optional(),
  ...extra,
});

/** An order, forecast, service or interplant need (N1, D1). */
export const demand = row({
  id,
  ...place,
  quantity,
  unit: id.optional(),
  due: date,
  until: date.optional(),
  kind: choice(["order", "forecast", "service", "interplant"]).optional(),
  shipped: quantity.optional(),
  consumption: quantity.optional(),
  customer: text.optional(),
  customerClass: text.optional(),
  priority: number.optional(),
  ...extra,
});

/** Stock that is promised to a released order already (N1). */
export const allocation = row({ ...place, quantity, due: date.optional(), ...extra });

/** A fixed peg of a demand to a supply or lot (P2). */
export const reservation = row({
  demand: id,
  supply: id.optional(),
  lot: text.optional(),
  quantity,
  ...extra,
});
