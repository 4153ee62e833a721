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

/** What another work centre for an operation has, in a routing or in a job for finite loading. */
export interface AlternateFields<Hours> {
  readonly workCenter: string;
  /** Standard hours there, instead of the operation's own. */
  readonly setup?: Hours | undefined;
  /** Standard hours there, instead of the operation's own, and for as much as those. */
  readonly run?: Hours | undefined;
}

/** Another work centre for an operation. */
export interface AlternateInput extends AlternateFields<RowNumber> {
  /** Lower is first; a whole number, 0 or more. */
  readonly priority: number;
}

/**
 * What an operation has, in a routing or in a job for finite loading; times are hours, 0 or more, 0 when
 * left out.
 */
export interface OperationFields<Hours> {
  /** Its id, unique among the operations beside it. */
  readonly id: string;
  /** The work centre of its first choice; none where it is done elsewhere. */
  readonly workCenter?: string | undefined;
  /** Standard hours of setting up, for each part of a split quantity again. */
  readonly setup?: Hours | undefined;
  /** Standard hours of clearing away, for each part again. */
  readonly teardown?: Hours | undefined;
  /** Hours for which it stands before the work centre, while that is open. */
  readonly queue?: Hours | undefined;
  /** Hours of the clock for which it waits when it is done. */
  readonly wait?: Hours | undefined;
  /** Hours of the clock for which it is moved on. */
  readonly move?: Hours | undefined;
  /** Into how many parts it is split, each worked on by a unit of its own; 1 when left out. */
  readonly split?: number | undefined;
  /** Ids of the operations before it; the one above it in the list when left out, none when empty. */
  readonly after?: readonly string[] | undefined;
  /** Ids of tools of which each part needs one, all of them held while it is worked. */
  readonly tools?: readonly string[] | undefined;
  /** What its work centre is set up for, for the matrix of setups. */
  readonly setupGroup?: string | undefined;
}

/** An operation, as the data contract says it; either `workCenter` or `subcontract` is given. */
export interface OperationInput extends OperationFields<RowNumber> {
  readonly name?: string | undefined;
  readonly subcontract?: SubcontractInput | undefined;
  /** Standard hours per unit, or per batch where one is given. */
  readonly run?: RowNumber | undefined;
  /** Units that are run at once, above 0. */
  readonly batch?: RowNumber | undefined;
  /** Part of the quantity that is good, above 0 up to 1; 1 when left out. */
  readonly yield?: RowNumber | undefined;
  /** Units that move on before the rest is done, above 0. */
  readonly transferBatch?: RowNumber | undefined;
  readonly alternates?: readonly AlternateInput[] | undefined;
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
