import { formatDay } from "../../core/index.js";
import type { Attributes } from "../input/problem.js";
import { datesInPlan } from "../plan/order-days.js";
import { orderId, orderIndexOf } from "../plan/order-index.js";
import type { PlanState } from "../plan/plan-state.js";
import { segmentOf } from "../plan/segment.js";
import {
  NEED_KIND,
  type NeedColumns,
  REST,
  SUPPLY_KIND,
  type SupplyColumns,
} from "./peg-columns.js";
import { type NeedRef, needRef, type SupplyRef, supplyRef } from "./peg-refs.js";

/** What takes a quantity: a need, or what a quantity is called that no need takes (P1). */
export type PegNeed =
  | {
      readonly kind: "demand";
      readonly id: string;
      /** The day on which it is netted. */
      readonly date: string;
      readonly customer?: string;
      readonly attributes?: Attributes;
    }
  /** A planned order that needs a component, or draws on the site that ships. */
  | { readonly kind: "order"; readonly id: string; readonly date: string }
  /** An open supply that does so: a firm order, or a released one with components to be issued. */
  | { readonly kind: "supply"; readonly id: string; readonly date: string }
  /** A row of `allocations`, by its place in the input. */
  | { readonly kind: "allocation"; readonly row: number; readonly date: string }
  | { readonly kind: "negativeStock" }
  | {
      readonly kind: "safetyStock" | "targetLevel" | "lotSurplus" | "excess" | "expired";
    };

/**
 * What covers a need, and when it is there as planned: an order on the day on which it is wanted, `due` is
 * its due day in the plan, later where its supplier cannot bring it sooner (K46), and under
 * `pastDue: "forward"` (N11).
 */
export type PegSupply =
  | {
      readonly kind: "order";
      readonly id: string;
      readonly date: string;
      readonly due: string;
    }
  | { readonly kind: "supply"; readonly id: string; readonly date: string }
  /** What comes with an order or firm supply of another item (B4); `of` is its id. */
  | {
      readonly kind: "coProduct";
      readonly of: string;
      readonly date: string;
      readonly due: string;
    }
  | { readonly kind: "stock"; readonly date: string }
  | { readonly kind: "uncovered" };

/** What is told of a stocking point. */
export interface PegPlace {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
}

/** The names of a stocking point. */
export function placeOfPoint(state: PlanState, point: number): PegPlace {
  const { problem, points } = state.model;
  return {
    item: problem.items[points.item[point]!]!.id,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
  };
}

const REST_NAMES = {
  [REST.safetyStock]: "safetyStock",
  [REST.targetLevel]: "targetLevel",
  [REST.lotSurplus]: "lotSurplus",
  [REST.excess]: "excess",
  [REST.expired]: "expired",
} as const;

/** The name of what no need takes. */
export function restName(rest: number): PegNeed {
  return { kind: REST_NAMES[rest as keyof typeof REST_NAMES] };
}

/** The name of a need; of equal orders that of one. */
export function needName(
  state: PlanState,
  needs: NeedColumns,
  need: number,
  repeat: number,
): PegNeed {
  return nameOfNeed(state, needRef(state, needs, need), repeat);
}

/** What a need of a stocking point is called. */
export function nameOfNeed(
  state: PlanState,
  { kind, row, from, day }: NeedRef,
  repeat: number,
): PegNeed {
  const { problem, startDay, toIssue } = state.model;
  const date = formatDay(day + startDay);
  switch (kind) {
    case NEED_KIND.demand: {
      const customer = problem.demands.customer(row);
      const attributes = problem.demands.attributes(row);
      return {
        kind: "demand",
        id: problem.demands.id(row),
        date,
        ...(customer === undefined ? {} : { customer }),
        ...(attributes === undefined ? {} : { attributes }),
      };
    }
    case NEED_KIND.order: {
      const id = orderId(state, orderIndexOf(state), from, row, repeat);
      return { kind: "order", id, date };
    }
    case NEED_KIND.firm:
      return { kind: "supply", id: problem.supplies.id(row), date };
    case NEED_KIND.component:
      return { kind: "supply", id: problem.supplies.id(toIssue[row]!.supplyRow), date };
    case NEED_KIND.allocation:
      return { kind: "allocation", row, date };
    default:
      return { kind: "negativeStock" };
  }
}

/** The name of a supply; of equal orders that of one. */
export function supplyName(
  state: PlanState,
  supplies: SupplyColumns,
  supply: number,
  repeat: number,
): PegSupply {
  const ref = supply < 0 ? undefined : supplyRef(supplies, supply);
  return nameOfSupply(state, ref, repeat);
}

/** @param ref - `undefined`: nothing covers the need */
export function nameOfSupply(
  state: PlanState,
  ref: SupplyRef | undefined,
  repeat: number,
): PegSupply {
  if (ref === undefined) return { kind: "uncovered" };
  const { kind, row, from, day } = ref;
  const { problem, startDay } = state.model;
  const date = formatDay(day + startDay);
  const index = orderIndexOf(state);
  const dueInPlan = (): string => formatDay(datesInPlan(state, from, row, repeat).due + startDay);
  switch (kind) {
    case SUPPLY_KIND.order:
      return {
        kind: "order",
        id: orderId(state, index, from, row, repeat),
        date,
        due: dueInPlan(),
      };
    case SUPPLY_KIND.supply:
      return { kind: "supply", id: problem.supplies.id(row), date };
    case SUPPLY_KIND.coProduct:
      return {
        kind: "coProduct",
        of: orderId(state, index, from, row, repeat),
        date,
        due: dueInPlan(),
      };
    case SUPPLY_KIND.coProductOfFirm:
      return { kind: "coProduct", of: problem.supplies.id(row), date, due: date };
    default:
      return { kind: "stock", date };
  }
}
