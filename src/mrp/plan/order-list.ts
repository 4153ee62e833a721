import {
  type Decimal,
  formatDay,
  lazySequence,
  quantityToDecimal,
  type Sequence,
} from "../../core/index.js";
import { feasibleDatesOf } from "../explain/known-dates.js";
import { wantedDay } from "../explain/wanted-day.js";
import { type Attributes, NONE } from "../input/problem.js";
import { startOfRow } from "../sweep/link-needs.js";
import { orderDays, sourceOfRow } from "./order-days.js";
import { type OrderIndex, type OrderPlace, orderId } from "./order-index.js";
import { type OrderPrice, orderPrice } from "./order-price.js";
import type { PlanState } from "./plan-state.js";
import { segmentOf } from "./segment.js";

/** An order that the plan proposes. All days are plain dates, all quantities exact. */
export interface PlannedOrder {
  /** R3: `[item, site, segment, due, source, n]` as JSON text; stable from plan to plan. */
  readonly id: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** The id of its source, where it has one. */
  readonly source: string | null;
  readonly kind: "make" | "buy" | "transfer" | "subcontract";
  /** The good quantity that becomes stock (Q3). */
  readonly quantity: Decimal;
  /** What is ordered, exploded and shipped: more than `quantity` where there is a yield. */
  readonly startQuantity: Decimal;
  /** Release time before the start (T7). */
  readonly orderDate: string;
  /**
   * Scheduled backward, it may lie before the planning start; under `pastDue: "forward"` the day on which
   * it really can start.
   */
  readonly start: string;
  readonly deliveryDate: string;
  /** The day on which the quantity is usable. */
  readonly due: string;
  /** The later of `start` and the planning start. */
  readonly release: string;
  /** Days by which `due` lies after the day wanted (N11); 0 while orders keep their due day. */
  readonly daysLate: number;
  /**
   * When stock, open supply and lead times really let it start (N11); `null` when something that it
   * needs never comes. Worked out when it is first read.
   */
  readonly feasibleStart: string | null;
  /** When it is really there. */
  readonly feasibleDue: string | null;
  /**
   * What it costs by the prices of its source (K50): the last price break that `startQuantity` reaches,
   * else the `price` of the source; `null` where the source states none for so much.
   */
  readonly price: OrderPrice | null;
  readonly supplier?: string;
  /** The site that ships a transfer; the site of the stock from which a subcontractor draws. */
  readonly from?: string;
  /** Those of its item, item-site and source. */
  readonly attributes?: Attributes;
}

/** The planned orders of a plan, each built when it is read. */
export function orderSequence(state: PlanState, index: () => OrderIndex): Sequence<PlannedOrder> {
  return lazySequence(state.orders.orders, (place) =>
    plannedOrder(state, index(), index().at(place)),
  );
}

/** Builds the object of one order. */
export function plannedOrder(
  state: PlanState,
  index: OrderIndex,
  { point, row, repeat }: OrderPlace,
): PlannedOrder {
  const { model, orders } = state;
  const { problem, points } = model;
  const itemNumber = points.item[point]!;
  const item = problem.items[itemNumber]!;
  const source = sourceOfRow(state, point, row);
  const days = orderDays(state, point, row, repeat);
  const supplier = source.row?.supplier;
  const from = source.row === undefined ? NONE : source.row.from;
  const { attributes } = problem.parameters(itemNumber, points.site[point]!);
  const own = source.row?.attributes;
  const startQuantity = orders.startQuantity[row]!;
  const quantity = quantityToDecimal(orders.quantity[row]!, item.decimals);
  const feasible = (): { readonly start: string | null; readonly due: string | null } =>
    feasibleDays(state, point, row, repeat);
  return {
    id: orderId(state, index, point, row, repeat),
    item: item.id,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
    source: source.row?.id ?? null,
    kind: source.kind,
    quantity,
    startQuantity:
      startQuantity === orders.quantity[row]
        ? quantity
        : quantityToDecimal(startQuantity, item.decimals),
    orderDate: formatDay(days.orderDate),
    start: formatDay(days.start),
    deliveryDate: formatDay(days.delivery),
    due: formatDay(days.due),
    release: formatDay(Math.max(days.start, model.startDay)),
    daysLate: days.due - model.startDay - wantedDay(state, row),
    get feasibleStart() {
      return feasible().start;
    },
    get feasibleDue() {
      return feasible().due;
    },
    get price() {
      return orderPrice(source.row?.prices, startQuantity, item.decimals);
    },
    ...(supplier === undefined ? {} : { supplier }),
    ...(from === NONE ? {} : { from: problem.sites[from]!.id }),
    ...(attributes === undefined && own === undefined
      ? {}
      : { attributes: { ...attributes, ...own } }),
  };
}

function feasibleDays(
  state: PlanState,
  point: number,
  row: number,
  repeat: number,
): { readonly start: string | null; readonly due: string | null } {
  const { model, orders } = state;
  const { book } = feasibleDatesOf(state);
  const dates = book.find(point);
  const order = dates === undefined ? 0 : book.numberOf(point, row, repeat);
  if (dates?.never[order] === 1) return { start: null, due: null };
  const start = dates?.start[order] ?? startOfRow(model, orders, point, row);
  const due = dates?.due[order] ?? orders.due[row]!;
  return { start: formatDay(start + model.startDay), due: formatDay(due + model.startDay) };
}
