import type { Decimal } from "../../core/index.js";
import type { LimitingPart } from "../../mrp/index.js";

/** What keeps something from being there sooner: a part of it, or where that is made. */
export type DelayLimit =
  | LimitingPart
  /** A work centre at which an operation waits for its turn, or that is taken so that an alternate does it, and until when. */
  | (LimitedJob & {
      readonly kind: "workCenter";
      readonly workCenter: string;
      readonly operation: string;
      readonly until: string;
    })
  /** A work centre at which an operation did not fit into the shift in which its turn came, and until when. */
  | (LimitedJob & {
      readonly kind: "shift";
      readonly workCenter: string;
      readonly operation: string;
      readonly until: string;
    })
  /** Tools, for one of which an operation waits, and until when. */
  | (LimitedJob & {
      readonly kind: "tool";
      readonly tools: readonly string[];
      readonly operation: string;
      readonly until: string;
    })
  /** Nothing else, but a day to which it is held, as by an earlier schedule. */
  | (LimitedJob & { readonly kind: "held"; readonly date: string })
  /** Nothing but the time its operations take from the planning start. */
  | (LimitedJob & { readonly kind: "ownTime" })
  /** Work that has no place within the horizon. */
  | (LimitedJob & { readonly kind: "unscheduled"; readonly operation: string | null });

/** The order or open supply that is held up. */
export interface LimitedJob {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly order: string | null;
  readonly supply: string | null;
}

/** Why something does not hold on the day wanted. */
export type PromiseLimit =
  /** The day lies before the planning start. */
  | { readonly kind: "past"; readonly date: string }
  /** The day lies after the last one that may be promised. */
  | { readonly kind: "horizon"; readonly date: string }
  /** The customer is on hold. */
  | { readonly kind: "hold"; readonly customer: string }
  /** A quota, by its place in `rows` (`null`: no row lists it), and what it leaves. */
  | { readonly kind: "quota"; readonly row: number | null; readonly left: Decimal }
  /** It would be there, but would break what was promised before; `because` of what that would come late. */
  | {
      readonly kind: "promise";
      readonly demand: string;
      readonly due: string;
      readonly before: string | null;
      readonly after: string | null;
      readonly because: DelayLimit | null;
    }
  | DelayLimit;
