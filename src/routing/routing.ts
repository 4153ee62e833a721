import type { Calendar, Ratio } from "../core/index.js";
import type { OperationRates } from "./operation-rates.js";
import type { RowAttributes, RowNumber } from "./shift.js";
import type { WorkCenter } from "./work-center.js";

/** Work that a supplier does. */
export interface SubcontractInput {
  readonly supplier: string;
  /** Days of the supplier's calendar, 0 or more. */
  readonly leadTime: number;
  /** Per unit. */
  readonly cost?: RowNumber | undefined;
}

/** Another work centre for an operation. */
export interface AlternateInput {
  readonly workCenter: string;
  /** Lower is first; a whole number, 0 or more. */
  readonly priority: number;
  /** Hours, instead of the operation's own. */
  readonly setup?: RowNumber | undefined;
  readonly run?: RowNumber | undefined;
}

/** An operation, as the data contract says it; times are hours, 0 or more, 0 when left out. */
export interface OperationInput {
  readonly id: string;
  readonly name?: string | undefined;
  /** Either this or `subcontract`. */
  readonly workCenter?: string | undefined;
  readonly subcontract?: SubcontractInput | undefined;
  readonly setup?: RowNumber | undefined;
  /** Per unit, or per batch where one is given. */
  readonly run?: RowNumber | undefined;
  /** Units that are run at once, above 0. */
  readonly batch?: RowNumber | undefined;
  readonly teardown?: RowNumber | undefined;
  /** Before the work, in open time. */
  readonly queue?: RowNumber | undefined;
  /** After the work, by the clock. */
  readonly wait?: RowNumber | undefined;
  readonly move?: RowNumber | undefined;
  /** Part of the quantity that is good, above 0 up to 1; 1 when left out. */
  readonly yield?: RowNumber | undefined;
  /** Units of its work centre on which the quantity is worked side by side; 1 when left out. */
  readonly split?: number | undefined;
  /** Units that move on before the rest is done, above 0. */
  readonly transferBatch?: RowNumber | undefined;
  /** The operations before it; the one before it in the list when left out, none when empty. */
  readonly after?: readonly string[] | undefined;
  readonly alternates?: readonly AlternateInput[] | undefined;
  /** Ids of tools, all of them held while it is worked. */
  readonly tools?: readonly string[] | undefined;
  readonly setupGroup?: string | undefined;
  readonly attributes?: RowAttributes | undefined;
}

/** A routing: the operations that make an item, as the data contract says it. */
export interface RoutingInput {
  readonly id: string;
  readonly item: string;
  readonly site?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
  readonly operations: readonly OperationInput[];
  readonly attributes?: RowAttributes | undefined;
}

/** Another work centre for an operation, with the times there. */
export interface Alternate {
  readonly workCenter: WorkCenter;
  readonly priority: number;
  readonly setup: Ratio;
  readonly run: Ratio;
  readonly rates: OperationRates;
}

/** An operation with its times compiled. */
export interface Operation {
  readonly id: string;
  /** Exactly one of the two is given. */
  readonly workCenter: WorkCenter | undefined;
  readonly subcontract: Subcontract | undefined;
  /** Hours. */
  readonly setup: Ratio;
  readonly run: Ratio;
  readonly teardown: Ratio;
  readonly queue: Ratio;
  readonly wait: Ratio;
  readonly move: Ratio;
  readonly batch: Ratio | undefined;
  readonly transferBatch: Ratio | undefined;
  readonly yield: Ratio;
  /** Quantity into it per unit of start quantity: the yields of all operations on the ways to it. */
  readonly inflow: Ratio;
  readonly split: number;
  /** Whole minutes of the queue, and of wait and move together. */
  readonly queueMinutes: number;
  readonly waitMoveMinutes: number;
  /** Set-up, run and teardown, multiplied out. */
  readonly rates: OperationRates;
  /** Places in `operations` of those right before it. */
  readonly before: readonly number[];
  /** By priority, then as given. */
  readonly alternates: readonly Alternate[];
  readonly tools: readonly string[];
  readonly setupGroup: string | undefined;
}

/** Work that a supplier does. */
export interface Subcontract {
  readonly supplier: string;
  readonly leadTimeDays: number;
  readonly cost: Ratio | undefined;
  readonly calendar: Calendar;
}

/** A routing whose ids are resolved. */
export interface Routing {
  readonly id: string;
  readonly item: string;
  readonly site: string | undefined;
  /** As given. */
  readonly operations: readonly Operation[];
  /** Places of the operations, each after all that stand before it; as given where that is one. */
  readonly order: readonly number[];
  /** The product of the yields of all operations. */
  readonly yield: Ratio;
}
