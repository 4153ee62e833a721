import type { Model } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import { SUPPLY_KIND, type SupplyColumns } from "./peg-columns.js";

/** What is there besides the point's own planned orders. */
export interface OtherSupply {
  readonly day: number;
  readonly quantity: number;
  readonly kind: number;
  /** As in {@link SupplyColumns}. */
  readonly row: number;
  readonly from: number;
  readonly expires: number;
}

/** What counts after the horizon, which the columns of changes do not hold, by stocking point. */
export interface AfterHorizon {
  readonly stock: ReadonlyMap<number, readonly OtherSupply[]>;
  readonly supplies: ReadonlyMap<number, readonly number[]>;
}

const knownAfterHorizon = new WeakMap<Model, AfterHorizon>();

/** Stock and supplies after the horizon, found once for a model. */
export function afterHorizon(model: Model): AfterHorizon {
  let known = knownAfterHorizon.get(model);
  if (known === undefined) {
    known = findAfterHorizon(model);
    knownAfterHorizon.set(model, known);
  }
  return known;
}

function findAfterHorizon(model: Model): AfterHorizon {
  const { problem, points, startDay, days } = model;
  const { stock, supplies } = problem;
  const stockAt = new Map<number, OtherSupply[]>();
  const suppliesAt = new Map<number, number[]>();
  for (let r = 0; r < stock.count; r++) {
    const day = stock.day[r]! - startDay;
    const quantity = stock.quantity[r]!;
    if (day < days || quantity === 0 || stock.expires[r] !== NEVER) continue;
    const point = points.find(stock.item[r]!, stock.site[r]!, stock.segment[r]!);
    // Rows of plans that share these columns, and rows that are gone, are not of this plan.
    if (!model.rowsOf(point).stock.includes(r)) continue;
    const one = { day, quantity, kind: SUPPLY_KIND.stock, row: NONE, from: point, expires: NEVER };
    stockAt.set(point, [...(stockAt.get(point) ?? []), one]);
  }
  for (let r = 0; r < supplies.count; r++) {
    if (supplies.day[r]! - startDay < days || supplies.quantity[r] === 0) continue;
    const point = points.find(supplies.item[r]!, supplies.site[r]!, supplies.segment[r]!);
    if (!model.rowsOf(point).supplies.includes(r)) continue;
    suppliesAt.set(point, [...(suppliesAt.get(point) ?? []), r]);
  }
  return { stock: stockAt, supplies: suppliesAt };
}
