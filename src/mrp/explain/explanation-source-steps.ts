import type { Decimal } from "../../core/index.js";
import type { TurnRight } from "../sweep/netting-observer.js";
import type { ExplainedPrice } from "./explanation-price.js";
import type { ExplainedSource, PassedSource } from "./explanation-source.js";

/** N10: the source that is taken, and those before and after it. */
export interface SourceStep {
  readonly step: "source";
  readonly chosen: ExplainedSource;
  readonly passedOver: readonly PassedSource[];
  /** `null` where the source states no price. */
  readonly price: ExplainedPrice | null;
}

/**
 * N10: the part of a lot that is asked of the source where sources are asked in turn: by their order; of
 * what another site has free (K44); by quota or split by shares (K43); later, or beyond what a supplier can
 * bring (K46).
 */
export interface PartStep {
  readonly step: "part";
  readonly right: TurnRight;
  readonly lot: Decimal;
  /** What sources before it bring of the lot. */
  readonly before: Decimal;
  readonly quantity: Decimal;
}

/** A source that is weighed by what it was given: served = (base + given) ÷ share. */
export type WeighedSource = ExplainedSource & {
  readonly base: Decimal;
  readonly given: Decimal;
  /** Ratios. */
  readonly share: string;
  readonly served: string;
};

/** K43: of these the one that is served least gets the lot; of equal ones the first. */
export interface QuotaStep {
  readonly step: "quota";
  readonly candidates: readonly WeighedSource[];
}

/** K43: a lot is split by shares. */
export interface SplitStep {
  readonly step: "split";
  readonly lot: Decimal;
  readonly parts: readonly (ExplainedSource & {
    readonly share: string;
    readonly quantity: Decimal;
  })[];
}

/** K44, K46: an order is cut to what there is room for. In start quantity. */
export interface RoomStep {
  readonly step: "room";
  /** What the shipping site has free, or what the supplier can bring on the day. */
  readonly of: "freeStock" | "capacity";
  readonly from: Decimal;
  readonly room: Decimal;
  readonly to: Decimal;
}
