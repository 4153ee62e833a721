import { lastWorkingDay } from "../../core/index.js";
import { goesOutOn } from "../compile/goes-out.js";
import type { PointSource } from "../compile/model.js";
import { sourceOfRow } from "../plan/order-days.js";
import type { PlanState } from "../plan/plan-state.js";
import { figuresOf } from "./explanation-figures.js";
import type { ExplainedLimit } from "./explanation-limit.js";
import { wantedDay } from "./wanted-day.js";

/**
 * Why a planned order that waits for nothing, and starts as planned, is not there sooner: by its supplier
 * (K46), by the dates of its source (N10), by the fence (N8), or because it is not wanted sooner.
 */
export function ownLimit(state: PlanState, point: number, row: number): ExplainedLimit {
  const { model, orders } = state;
  const { date } = figuresOf(state, point);
  const wanted = wantedDay(state, row);
  const source = sourceOfRow(state, point, row);
  if (orders.due[row]! > wanted) {
    return { kind: "capacity", supplier: source.row!.supplier!, date: date(wanted) };
  }
  if (goesOutOn(model, point) !== undefined) return { kind: "leadTime" };
  const { fenceEnd } = model.detail(point);
  for (const event of orders.events.at(point)) {
    if (event.code === "noSource" && event.day < wanted) {
      const from = source.validFrom;
      if (from <= lastDue(state, source, event.day)) {
        return { kind: "noSource", date: date(event.day) };
      }
      return { kind: "sourceValidity", source: source.row?.id ?? null, date: date(from) };
    }
    if (event.code === "fenceShortage" && wanted === fenceEnd) {
      return { kind: "fence", date: date(fenceEnd) };
    }
  }
  return wanted <= 0 ? { kind: "planningStart" } : { kind: "planned" };
}

/** T3: the due day of what is wanted on a day. */
function lastDue({ model }: PlanState, { steps }: PointSource, day: number): number {
  return Math.max(0, lastWorkingDay(steps.siteCalendar, day + model.startDay) - model.startDay);
}
