import {
  type Decimal,
  formatDay,
  lazySequence,
  quantityToDecimal,
  type Sequence,
} from "../../core/index.js";
import { NETTING, type OpenSupply } from "../compile/model.js";
import { type Attributes, NEVER } from "../input/problem.js";
import { type DayQuantity, NOT_DRAWN } from "../sweep/planned-orders.js";
import type { PlanState } from "./plan-state.js";
import { segmentOf } from "./segment.js";

/** An open supply as the plan takes it. */
export interface PlannedSupply {
  readonly id: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** The good quantity that is still to come. */
  readonly quantity: Decimal;
  /** The quantity with which it counts in the plan where that is another (K33), else `null`. */
  readonly newQuantity: Decimal | null;
  /** Its own due date. */
  readonly due: string;
  /** The day on which it counts in the plan: moved in, or its own, not before the planning start. */
  readonly date: string;
  /** The day on which it comes in: `date`, but of one whose dates a schedule decided its own due day (K57). */
  readonly arrives: string;
  /** The day for which it is drawn (N4); `null` when it is not, or always stands. */
  readonly wanted: string | null;
  readonly attributes?: Attributes;
}

/** Whether the sweep may draw and move the supplies of a stocking point. */
export function mayMove({ model }: PlanState, point: number): boolean {
  const netting = model.netting[point];
  return netting === NETTING.plain || netting === NETTING.general;
}

/** The supplies of a plan in the order of stocking points, then of N4, built when read. */
export function supplySequence(
  state: PlanState,
  drawnFor: (row: number) => number,
): Sequence<PlannedSupply> {
  const { model, orders } = state;
  const { problem, points } = model;
  const rows: { readonly supply: OpenSupply; readonly point: number }[] = [];
  for (let point = 0; point < points.count; point++) {
    const { standing, waiting } = model.detail(point);
    for (const supply of [...standing, ...waiting]) rows.push({ supply, point });
  }
  return lazySequence(rows.length, (k) => {
    const { supply, point } = rows[k]!;
    const item = problem.items[points.item[point]!]!;
    const wanted = drawnFor(supply.row);
    const resized = orders.resized.get(supply.row);
    const attributes = problem.supplies.detail.get(supply.row)?.attributes;
    return {
      id: problem.supplies.id(supply.row),
      item: item.id,
      site: problem.sites[points.site[point]!]!.id,
      segment: segmentOf(state, point),
      quantity: quantityToDecimal(supply.quantity, item.decimals),
      newQuantity: resized === undefined ? null : quantityToDecimal(resized, item.decimals),
      due: formatDay(supply.due + model.startDay),
      date: formatDay(orders.supplyDay.at(supply.row) + model.startDay),
      arrives: formatDay(arrivalOf(state, supply) + model.startDay),
      wanted: wanted === NOT_DRAWN ? null : formatDay(wanted + model.startDay),
      ...(attributes === undefined ? {} : { attributes }),
    };
  });
}

/**
 * Days after the planning start on which a supply comes in: the one on which it counts, but of one whose dates
 * a schedule decided its own due day, not before the planning start (K57).
 */
export function arrivalOf({ orders }: PlanState, { row, due, scheduled }: OpenSupply): number {
  return scheduled ? Math.max(0, due) : orders.supplyDay.at(row);
}

/** Supplies that expire within the horizon without having been drawn, on the day they leave. */
export function undrawnThatExpires(
  { model, orders }: Pick<PlanState, "model" | "orders">,
  point: number,
): DayQuantity[] {
  return model.detail(point).drawable.flatMap((supply) => {
    if (supply.expires === NEVER || orders.wanted.at(supply.row) !== NOT_DRAWN) return [];
    const day = Math.max(supply.expires, orders.supplyDay.at(supply.row), 0);
    return day < model.days ? [{ day, quantity: supply.quantity }] : [];
  });
}
