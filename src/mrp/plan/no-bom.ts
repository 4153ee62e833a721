import { formatDay } from "../../core/index.js";
import { billsInForce } from "../compile/bill-versions.js";
import { BILL_BY_DATE, CHANGE, type Model, NETTING, type PointSource } from "../compile/model.js";
import { billSelectorOf } from "../compile/selectors.js";
import { dueOfFirm, selectorOfRow, startOfFirm, startOfRow } from "../sweep/link-needs.js";
import type { NeedOrigin } from "../sweep/need.js";
import type { NoBomMessage } from "./message.js";
import { type OrderIndex, orderId } from "./order-index.js";
import type { PlanState } from "./plan-state.js";

type Place = Omit<NoBomMessage, "code" | "order" | "date">;

/** B8: what is made, or what a phantom passes on, on a day on which no version is valid. */
export function noBomMessages(
  state: PlanState,
  index: () => OrderIndex,
  point: number,
  place: Place,
): NoBomMessage[] {
  const { model, orders } = state;
  const kind = model.netting[point];
  if (kind === NETTING.passedBy) return [];
  const { problem } = model;
  const makes = model.sources.at(point).some(followsBill);
  if (kind !== NETTING.phantom && !makes && !model.firm.has(point)) return [];
  const hasVersion = versionTest(model, point);
  const messages: NoBomMessage[] = [];
  const judge = (start: number, due: number, order: () => string | null): void => {
    const day = Math.max(0, model.conventions.effectivity === "due" ? due : start);
    // What takes effect after the horizon is not planned (N12).
    if (day >= model.days || hasVersion(day)) return;
    messages.push({
      code: "noBom",
      ...place,
      order: order(),
      date: formatDay(day + model.startDay),
    });
  };
  if (kind === NETTING.phantom) {
    for (const need of orders.phantomNeeds.get(point) ?? []) {
      judge(need.start, need.due, () => originId(state, index, need.origin));
    }
    return messages;
  }
  for (let row = orders.rows.first(point); makes && row < orders.rows.end(point); row++) {
    const source = model.sources.at(point)[orders.source?.[row] ?? 0]!;
    const selector = selectorOfRow(model, orders, point, row);
    if (!followsBill(source) || billSelectorOf(problem, selector) !== BILL_BY_DATE) continue;
    const start = startOfRow(model, orders, point, row);
    for (let repeat = 0; repeat < (orders.repeat?.[row] ?? 1); repeat++) {
      judge(start, orders.due[row]!, () => orderId(state, index(), point, row, repeat));
    }
  }
  for (const order of model.firm.get(point) ?? []) {
    if (billSelectorOf(problem, order.selector) !== BILL_BY_DATE) continue;
    const day = dueOfFirm(model, orders, order);
    judge(startOfFirm(model, orders, point, order), day, () =>
      model.problem.supplies.id(order.row),
    );
  }
  return messages;
}

function followsBill({ kind }: PointSource): boolean {
  return kind === "make" || kind === "subcontract";
}

function versionTest(model: Model, point: number): (day: number) => boolean {
  const { points, startDay } = model;
  const inForce = billsInForce(model.bills.at(points.item[point]!, points.site[point]!));
  return (day) => inForce.some(({ from, to }) => from <= day + startDay && day + startDay < to);
}

/** The order, demand or supply from which a need of a phantom comes. */
function originId(state: PlanState, index: () => OrderIndex, origin: NeedOrigin): string | null {
  const { model } = state;
  if (origin.firm) return model.problem.supplies.id(origin.row);
  if (model.netting[origin.point] !== NETTING.phantom) {
    return orderId(state, index(), origin.point, origin.row, origin.repeat);
  }
  const change = model.changes.origin[origin.change]!;
  const row = Math.floor(change / 4);
  if (change % 4 === CHANGE.demand) return model.problem.demands.id(row);
  if (change % 4 === CHANGE.component)
    return model.problem.supplies.id(model.toIssue[row]!.supplyRow);
  return null;
}
