import type { Decimal } from "../../core/index.js";
import type { ExplainedPlace } from "./explanation-place.js";
import type { PassedSource } from "./explanation-source.js";
import type { DrawnSupply, NetFlowStep, PositionStep } from "./explanation-trigger-steps.js";

/** The lowest point of projected stock over its floor, at the end of a day. */
export interface LowestStock {
  readonly date: string;
  readonly projected: Decimal;
  readonly floor: Decimal;
  /** projected − floor; below 0 something is missing. */
  readonly above: Decimal;
}

/** What is needed, and what there is for it. */
export interface CoveredNeeds {
  /** All of it, also what expires before it is needed. */
  readonly stock: Decimal;
  readonly needed: Decimal;
  /** N2: what expires unused, of stock and of what comes, by its days. */
  readonly expiring: readonly { readonly date: string; readonly quantity: Decimal }[];
}

/** Why nothing is ordered; the figures are those of the stocking point within the horizon. */
export type NoOrderReason =
  /** There are orders: the rest says why there are no more. */
  | { readonly reason: "orders"; readonly orders: number; readonly quantity: Decimal }
  /** B3: what needs it needs its components; its own stock gave so much. */
  | { readonly reason: "phantom"; readonly given: Decimal }
  /** N9: it is netted, but never ordered. */
  | { readonly reason: "unplanned" }
  /** K38: it needs itself. */
  | { readonly reason: "loop" }
  /** B6: nothing is due on that day or later, and so much is missing then at most. */
  | {
      readonly reason: "discontinued";
      readonly from: string;
      /** The item that follows it. */
      readonly followUp: string | null;
      readonly missing: Decimal;
    }
  /** N10: no source takes what is asked for a day. */
  | {
      readonly reason: "noSource";
      readonly date: string;
      readonly net: Decimal;
      readonly quantity: Decimal;
      readonly passedOver: readonly PassedSource[];
    }
  /** N8: so much is missing inside the fence at most; this is the first day after it. */
  | { readonly reason: "fence"; readonly date: string; readonly missing: Decimal }
  /** N9: the stock position lies above the reorder point. */
  | ({ readonly reason: "position" } & Omit<PositionStep, "step">)
  /** K39: the net flow reaches the top of yellow. */
  | ({ readonly reason: "netFlow" } & Omit<NetFlowStep, "step">)
  /** B5, B6: so much of its needs is covered by a substitute, or by what follows it. */
  | { readonly reason: "movedAway"; readonly quantity: Decimal }
  /** K33: open supply brings more instead. */
  | { readonly reason: "increased"; readonly supplies: readonly DrawnSupply[] }
  /** There are no needs, and stock is not below its floor. */
  | { readonly reason: "noNeed" }
  /** Stock alone covers the needs. */
  | ({ readonly reason: "stock" } & CoveredNeeds)
  /** Stock does not cover the needs alone, but with open supply and what comes with other orders, late or not. */
  | ({
      readonly reason: "supply";
      readonly openSupply: Decimal;
      readonly coProducts: Decimal;
    } & CoveredNeeds)
  /** N11: so much is missing at most, since what covers it cannot come when it is wanted. */
  | { readonly reason: "late"; readonly missing: Decimal }
  /** N12: needs after the horizon are not planned. */
  | { readonly reason: "beyondHorizon"; readonly count: number; readonly quantity: Decimal };

/** Why nothing is ordered for a stocking point: the reasons, those that decide first. */
export interface NoOrderExplanation extends ExplainedPlace {
  readonly about: "noOrder";
  readonly reasons: readonly NoOrderReason[];
  /** `null` for a phantom, which has no floor. */
  readonly lowest: LowestStock | null;
}
