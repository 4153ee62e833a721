import type { Calendar } from "../core/index.js";
import type { WorkCenter } from "./work-center.js";

/** Where the ids of a routing lead. */
export interface RoutingLookups {
  /** The work centre of an id; `"inDoubt"`: there is one, but with mistakes of its own. */
  readonly workCenter: (id: string) => WorkCenter | "inDoubt" | undefined;
  /** Whether there is such a tool; any id is one when left out. */
  readonly tool?: ((id: string) => boolean) | undefined;
  /** The calendar of a supplier, `undefined` where there is no such supplier. When left out, any id is
   * one that works every day. */
  readonly supplierCalendar?: ((id: string) => Calendar | undefined) | undefined;
}
