import type { Calendar, Minute } from "../../core/index.js";
import type { WorkCenter, WorkTime } from "../../routing/index.js";
import type { DayBasis } from "./elapsed-days.js";
import type { Efficiency, Hours } from "./hours.js";

/** A work centre as it is loaded. */
export interface ShopCenter {
  readonly center: WorkCenter;
  /** With overtime where that is used. */
  readonly time: WorkTime;
  readonly efficiency: Efficiency;
}

/** What of an operation goes on before it is done. */
export interface LinkOverlap {
  readonly firstBatch: Hours;
  readonly lastBatch: Hours;
}

/** Days until a material can be used. */
export interface MaterialDays {
  readonly days: number;
  readonly calendar: Calendar | undefined;
  /** Where it can be used sooner than they say. */
  readonly sooner: SoonerUse | undefined;
}

/** From when on a material can be used that is done by a minute. */
export interface SoonerUse {
  readonly doneBy: Minute;
  readonly from: Minute;
}

/**
 * What is to be loaded, as columns.
 *
 * Jobs stand by id, work centres and tools too, operations by job and place, so that the order of the
 * rows that were given is gone. *Nodes* are the operations, then two for each job, its begin and its
 * end; *links* lead from what comes before to what comes after it. A *task* is a part of an operation;
 * a *choice* is a work centre that can do it, that of the first choice first.
 */
export interface Shop {
  readonly start: Minute;
  readonly until: Minute;
  readonly centers: readonly ShopCenter[];
  readonly toolIds: readonly string[];
  readonly toolUnits: Int32Array;

  readonly jobIds: readonly string[];
  /** By job: minutes; −Infinity and Infinity where there is none. */
  readonly release: Float64Array;
  readonly due: Float64Array;
  /** By job; Infinity where there is none. */
  readonly jobRank: Float64Array;
  /** By job, one more than jobs: its first operation. */
  readonly firstOperation: Int32Array;

  readonly operationIds: readonly string[];
  /** By node. */
  readonly jobOf: Int32Array;
  /** By operation: days it takes; −1 for one at a work centre. */
  readonly days: Int32Array;
  readonly dayCalendar: readonly (Calendar | undefined)[];
  /** By operation. */
  readonly dayBasis: readonly DayBasis[];
  /** By node, minutes: open ones at the work centre, and of the clock. */
  readonly queue: Float64Array;
  readonly waitMove: Float64Array;
  readonly teardown: readonly Hours[];
  /** By operation, number of a group of setups; −1 for none. */
  readonly group: Int32Array;
  readonly groupIds: readonly string[];
  /** By operation, number of a set of tools; 0 for none. */
  readonly toolSet: Int32Array;
  readonly toolSets: readonly (readonly number[])[];

  /** By operation, one more than operations: its first task, its first choice. */
  readonly firstTask: Int32Array;
  readonly firstChoice: Int32Array;
  /** By task: its operation. */
  readonly operationOf: Int32Array;
  /** By choice: its work centre, the minutes of a task there, and the hours of setup and run. */
  readonly choiceCenter: Int32Array;
  readonly choiceWork: Float64Array;
  readonly choiceSetup: readonly Hours[];
  readonly choiceRun: readonly Hours[];

  /** By link. */
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  readonly overlaps: ReadonlyMap<number, LinkOverlap>;
  readonly materials: ReadonlyMap<number, MaterialDays>;
  /** Links by the node they lead from, and by the node they lead to. */
  readonly linksFrom: LinkRows;
  readonly linksTo: LinkRows;
}

/** Links by node: those of a node stand from `start[node]` to before `start[node + 1]` in `link`. */
export interface LinkRows {
  readonly start: Int32Array;
  readonly link: Int32Array;
}

/** The node at which a job begins. */
export function beginNode(shop: Shop, job: number): number {
  return shop.operationIds.length + 2 * job;
}

/** The node at which a job ends. */
export function endNode(shop: Shop, job: number): number {
  return beginNode(shop, job) + 1;
}

/** How many parts an operation is split into. */
export function partsOf(shop: Shop, operation: number): number {
  return shop.firstTask[operation + 1]! - shop.firstTask[operation]!;
}
