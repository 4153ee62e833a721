import type { StandardCosts } from "../../finance/index.js";
import type { Plan } from "../../mrp/index.js";
import type { CreditHold } from "../demand/index.js";
import type { BookedPromise, PromiseOptions } from "../promise/index.js";
import type { ReadRecords } from "../records/index.js";

/** What is known at a moment. Of what one of two states leaves out, nothing is told. */
export interface CrmState {
  readonly plan: Plan;
  readonly records?: ReadRecords | undefined;
  /** Every promise that stands. */
  readonly booked?: readonly BookedPromise[] | undefined;
  readonly costs?: StandardCosts | undefined;
  /** What `creditHolds` gives; of the records on the day when left out. */
  readonly holds?: readonly CreditHold[] | undefined;
  /** The day; the planning start when left out. */
  readonly asOf?: string | undefined;
  /** By what lead times of quotes are promised. */
  readonly promise?: PromiseOptions | undefined;
}
