import { leadTimeFor } from "../compile/firm-orders.js";
import type { LeadTimeSteps } from "../compile/lead-time-steps.js";
import type { FirmOrder } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import {
  dueOfFirm,
  startOfRow,
  startQuantityOfFirm,
  wantedStartOfFirm,
} from "../sweep/link-needs.js";

/** What an order is before anything delays it. Days count from T0. */
export interface OrderAsPlanned {
  readonly start: number;
  readonly due: number;
  /** The day on which it counts in the plan: another one where its dates were decided already (K57). */
  readonly counts: number;
  readonly releaseTime: number;
  readonly steps: LeadTimeSteps;
  readonly leadTime: number;
}

/** A planned order of a stocking point as it stands in the plan. */
export function orderAsPlanned(
  { model, orders }: PlanState,
  point: number,
  row: number,
): OrderAsPlanned {
  const source = model.sources.at(point)[orders.source?.[row] ?? 0]!;
  return {
    start: startOfRow(model, orders, point, row),
    due: orders.due[row]!,
    counts: orders.due[row]!,
    releaseTime: source.releaseTime,
    steps: source.steps,
    leadTime: leadTimeFor(source, orders.startQuantity[row]!),
  };
}

/** A firm order of a stocking point as it counts in the plan. */
export function firmAsPlanned(
  { model, orders }: PlanState,
  point: number,
  firm: FirmOrder,
): OrderAsPlanned {
  const { parameters } = model.detail(point);
  return {
    start: wantedStartOfFirm(model, orders, point, firm),
    due: dueOfFirm(model, orders, firm),
    counts: orders.supplyDay.at(firm.row),
    releaseTime: parameters.releaseTime,
    steps: firm.steps,
    leadTime: leadTimeFor(firm, startQuantityOfFirm(model, orders, point, firm)),
  };
}
