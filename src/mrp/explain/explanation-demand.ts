import type { Decimal } from "../../core/index.js";
import type { ExplainedLimit } from "./explanation-limit.js";
import type { ExplainedPlace } from "./explanation-place.js";
import type { PegSupply } from "./peg-names.js";

/** What covers part of a demand, and when it is there. */
export interface DemandCover {
  /** `components`: of a phantom what goes through to its components. */
  readonly supply: PegSupply | { readonly kind: "components" };
  readonly quantity: Decimal;
  /** The day on which it is really there (N11); `null`: never. */
  readonly available: string | null;
}

/** What of a demand is due on one day. */
export interface DemandPart {
  readonly due: string;
  /** The day on which it is really there (N11); `null`: never. */
  readonly available: string | null;
}

/** An order, or a firm one, on the way down to what makes a demand late. */
export interface DelayedOrder extends ExplainedPlace {
  /** The id of a planned order; else `null`, and it is the firm order `supply`. */
  readonly order: string | null;
  readonly supply: string | null;
  readonly quantity: Decimal;
  /** Start and due day to be in time, */
  readonly start: string;
  readonly due: string;
  /** its due day in the plan (under `pastDue: "forward"` a later one), */
  readonly planned: string;
  /** and those that are possible; `null`: never. */
  readonly feasibleStart: string | null;
  readonly feasibleDue: string | null;
  /** What sets that start: the order or supply that is next, or what ends the chain. */
  readonly limit: ExplainedLimit;
}

/** When a demand is covered, from what, and why it is late (P3, N11). */
export interface DemandExplanation extends ExplainedPlace {
  readonly about: "demand";
  readonly demand: string;
  /** What is still to be delivered; of a forecast what is planned. */
  readonly quantity: Decimal;
  readonly due: string;
  /**
   * The day on which all of it is there that is due within the horizon; `null`: never, or nothing is.
   */
  readonly available: string | null;
  /** Days by which its latest part is late: 0 when all is in time, `null` when part of it is never there. */
  readonly daysLate: number | null;
  /** In the order in which pegs go; none when nothing of it is to come within the horizon. */
  readonly covers: readonly DemandCover[];
  /** What is due after the horizon, and not planned; with the covers it is `quantity`. */
  readonly beyondHorizon: Decimal;
  /**
   * Its latest part: of a forecast that is spread over days that of the day that is late the most, else
   * all of it; `null` when it is in time.
   */
  readonly latestPart: DemandPart | null;
  /** What comes last of its latest part; `null` when it is in time. */
  readonly limit: ExplainedLimit | null;
  /** From there down to the order that limits: each waits for the next one. */
  readonly chain: readonly DelayedOrder[];
}
