import type { Decimal } from "../../core/index.js";
import { CHANGE } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import type { Need } from "../sweep/need.js";
import { figuresOf } from "./explanation-figures.js";
import { type ExplainedOrder, explainedOrder } from "./explanation-order.js";
import { type ExplainedPlace, placeName } from "./explanation-place.js";

interface Figures {
  /** The day on which it is netted (T6). */
  readonly date: string;
  /** Its own day. */
  readonly due: string;
  readonly quantity: Decimal;
}

/** A need, and what it is for. */
export type ExplainedNeed = Figures &
  (
    | { readonly kind: "demand"; readonly demand: string; readonly customer?: string }
    /** Promised to released orders. */
    | { readonly kind: "allocation" }
    /** Still to be issued to a released order. */
    | { readonly kind: "component"; readonly supply: string }
    /** Of a planned order of a parent, or of a site to which it is shipped. */
    | { readonly kind: "order"; readonly order: ExplainedOrder }
    /** Of a firm order of a parent. */
    | ({ readonly kind: "firmOrder"; readonly supply: string } & ExplainedPlace)
  );

/** A need of a stocking point with its figures and what it is for. */
export function explainedNeed(state: PlanState, point: number, need: Need): ExplainedNeed {
  const { problem } = state.model;
  const { face, date } = figuresOf(state, point);
  const figures = {
    date: date(need.day),
    due: date(need.ownDay),
    quantity: face(need.quantity),
  };
  const { origin } = need;
  if (origin.change !== NONE) return { ...figures, ...independentNeed(state, origin.change) };
  if (origin.firm) {
    const parent = placeName(state, origin.point);
    return { ...figures, kind: "firmOrder", supply: problem.supplies.id(origin.row), ...parent };
  }
  const order = explainedOrder(state, origin.point, origin.row, origin.repeat);
  return { ...figures, kind: "order", order };
}

/** What stands before planning: a demand, also one on a phantom, or what released orders still take. */
function independentNeed({ model }: PlanState, change: number) {
  const { changes, problem, toIssue } = model;
  const code = changes.origin[change]!;
  const row = Math.floor(code / 4);
  switch (code % 4) {
    case CHANGE.demand: {
      const customer = problem.demands.customer(row);
      const demand = problem.demands.id(row);
      return { kind: "demand", demand, ...(customer === undefined ? {} : { customer }) } as const;
    }
    case CHANGE.allocation:
      return { kind: "allocation" } as const;
    default:
      return { kind: "component", supply: problem.supplies.id(toIssue[row]!.supplyRow) } as const;
  }
}
