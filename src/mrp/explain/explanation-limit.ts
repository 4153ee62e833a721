import type { PlanState } from "../plan/plan-state.js";
import { figuresOf } from "./explanation-figures.js";
import { type ExplainedOrder, explainedOrder } from "./explanation-order.js";
import { type ExplainedPlace, placeName } from "./explanation-place.js";
import { LIMIT, type Limit } from "./feasible-limit.js";

/** What sets a day at last. */
export type ExplainedLimit =
  /** Its own lead time from the planning start, or from the day on which an order of a buffer goes out. */
  | { readonly kind: "leadTime" }
  /** It was wanted before the planning start, and is there on that day. */
  | { readonly kind: "planningStart" }
  /** K46: its supplier cannot bring it on the day on which it is wanted. */
  | { readonly kind: "capacity"; readonly supplier: string; readonly date: string }
  /** N8: nothing is planned before that day, the first one after the fence. */
  | { readonly kind: "fence"; readonly date: string }
  /** N10: no source took what was missing before, and that of the order is valid from that day on. */
  | { readonly kind: "sourceValidity"; readonly source: string | null; readonly date: string }
  /** N10: no source took what was missing on that day. */
  | { readonly kind: "noSource"; readonly date: string }
  /** A planned order or a firm one that comes as planned: what comes before goes to others. */
  | { readonly kind: "planned" }
  /** It waits for an order that stands before it in the chain, or for itself. */
  | { readonly kind: "loop" }
  /** A planned order that comes later. */
  | { readonly kind: "order"; readonly order: ExplainedOrder }
  /** An open supply, also a firm order. */
  | { readonly kind: "supply"; readonly supply: string }
  /** Stock that counts from a later day. */
  | { readonly kind: "stock"; readonly date: string }
  /** Nothing within the horizon covers what is needed here; `method` where orders are not for needs there. */
  | ({ readonly kind: "uncovered"; readonly method?: NotForNeeds } & ExplainedPlace);

/** Methods that order by the stock position, or nothing. */
type NotForNeeds = "reorderPoint" | "ddmrp" | "unplanned";

/** What sets a day, by name. */
export function explainedLimit(
  state: PlanState,
  { kind, point, row, repeat }: Limit,
): ExplainedLimit {
  switch (kind) {
    case LIMIT.order:
      return { kind: "order", order: explainedOrder(state, point, row, repeat) };
    case LIMIT.firm:
    case LIMIT.supply:
      return { kind: "supply", supply: state.model.problem.supplies.id(row) };
    case LIMIT.stock:
      // The row is the day on which it counts.
      if (row <= 0) return { kind: "planningStart" };
      return { kind: "stock", date: figuresOf(state, point).date(row) };
    case LIMIT.uncovered:
      return { kind: "uncovered", ...placeName(state, point), ...methodOf(state, point) };
    default:
      return { kind: "leadTime" };
  }
}

function methodOf({ model }: PlanState, point: number): { readonly method?: NotForNeeds } {
  const { method } = model.detail(point).parameters;
  return method === "mrp" || method === "minMax" ? {} : { method };
}
