import {
  formatDay,
  formatMinute,
  MINUTES_A_DAY,
  type Ratio,
  type Sequence,
} from "../../core/index.js";
import { type CapacityModel, capacityModel, type Plan } from "../../mrp/index.js";
import { LOADS, type Loaded, type LoadSource } from "./load-source.js";
import { type OpenWork, openWorkOf } from "./open-work.js";
import type { RequirementColumns } from "./requirement-columns.js";
import { type RequirementOptions, readReductions } from "./requirement-options.js";
import type {
  OperationRequirement,
  OrderRequirement,
  RequirementNote,
} from "./requirement-rows.js";
import { operationRequirements, orderRequirements, timedOperationAt } from "./requirement-views.js";
import { type ScheduledWork, scheduleWork, type UnplacedWork } from "./schedule-work.js";

/** What the orders of a plan ask of the work centres, each order by itself (K55, K56). */
export interface CapacityRequirements extends Loaded {
  /** The orders of which a routing leaves something to do: of `plan.orders`, then of `plan.supplies`. */
  readonly orders: Sequence<OrderRequirement>;
  /** Their operations, order by order, each after all those before it. */
  readonly operations: Sequence<OperationRequirement>;
  /** What else is to be known. */
  readonly notes: readonly RequirementNote[];
}

/**
 * Plans capacity requirements: when each operation of the planned and open production orders is worked,
 * and what it loads, as if each order were alone.
 *
 * Backward from the day before which it is to be there, each operation as late as possible. An order
 * that would begin before the planning start is reduced as the options say, and if that does not help
 * scheduled forward from there: then it is late.
 *
 * @param plan - what `planRequirements` returned
 * @param options - what is done with orders that begin too early
 * @returns orders and operations, built when they are read; for {@link loadProfile} and the others
 * @throws PlanningInputError when it is no plan, or an option is none
 *
 * Source: K55, rules C2 and C3; Vollmann, Berry, Whybark & Jacobs, "Capacity planning and utilization".
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
 *   items: [{ id: "leg", leadTime: 2 }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [
 *     { id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", setup: 1, run: 0.25 }] },
 *   ],
 *   demands: [{ id: "d1", item: "leg", quantity: 40, due: "2026-01-09" }],
 * });
 * const { operations } = capacityRequirements(plan);
 * const sawing = operations.at(0)!;
 * `${sawing.load} h from ${sawing.start} to ${sawing.end}`;
 * // => "11 h from 2026-01-07T11:00 to 2026-01-08T14:00"
 * ```
 */
export function capacityRequirements(
  plan: Plan,
  options: RequirementOptions = {},
): CapacityRequirements {
  const reductions = readReductions(options);
  const model = capacityModel(plan);
  const work = openWorkOf(plan, model);
  const columns = new Columns(model);
  for (const one of work) {
    const result = scheduleWork(one, model, reductions);
    // What is all done asks for nothing any more.
    if (result.operations.length > 0) columns.add(one, result);
  }
  const requirements = columns.done();
  return {
    orders: orderRequirements(requirements),
    operations: operationRequirements(requirements),
    notes: columns.notes,
    [LOADS]: loadSource(model, requirements),
  };
}

/** Takes what was scheduled, order by order. */
class Columns {
  readonly notes: RequirementNote[] = [];
  readonly #places: ReadonlyMap<unknown, number>;
  readonly #work: OpenWork[] = [];
  readonly #scheduled: RequirementColumns["scheduled"][number][] = [];
  readonly #first: number[] = [0];
  readonly #order: number[] = [];
  readonly #operation: string[] = [];
  readonly #workCenter: number[] = [];
  readonly #isVain: boolean[] = [];
  readonly #minutes: number[] = [];
  readonly #load: Ratio[] = [];
  readonly #setup: Ratio[] = [];

  constructor({ workCenters }: CapacityModel) {
    this.#places = new Map(workCenters.map((center, place) => [center, place]));
  }

  add(work: OpenWork, result: ScheduledWork | UnplacedWork): void {
    const { order, supply } = work;
    const placed = "dates" in result ? result : undefined;
    if (!("dates" in result)) {
      this.notes.push({ code: "neverDone", order, supply, never: result.never });
    } else this.#noteBegin(work, result);
    for (const [n, operation] of result.operations.entries()) {
      const { id, workCenter, load, setupHours, transferBatchAboveLot } = operation;
      if (transferBatchAboveLot) {
        this.notes.push({ code: "transferBatchAboveLot", order, supply, operation: id });
      }
      const dates = placed?.dates[n];
      this.#isVain.push("short" in result && workCenter?.id !== result.short);
      this.#order.push(this.#work.length);
      this.#operation.push(id);
      this.#workCenter.push(workCenter === undefined ? -1 : this.#places.get(workCenter)!);
      this.#minutes.push(
        dates?.queueStart ?? Number.NaN,
        dates?.start ?? Number.NaN,
        dates?.end ?? Number.NaN,
        dates?.available ?? Number.NaN,
      );
      this.#load.push(load);
      this.#setup.push(setupHours);
    }
    this.#work.push(work);
    this.#first.push(this.#order.length);
    this.#scheduled.push(
      placed && {
        direction: placed.direction,
        reduction: placed.reduction,
        end: placed.end,
        realDue: placed.realDue,
      },
    );
  }

  #noteBegin({ order, supply, plannedStart }: OpenWork, { dates }: ScheduledWork): void {
    if (plannedStart === undefined) return;
    const begin = dates.reduce(
      (first, { queueStart }) => Math.min(first, queueStart),
      Number.POSITIVE_INFINITY,
    );
    if (begin >= plannedStart * MINUTES_A_DAY) return;
    this.notes.push({
      code: "beginsBeforeStart",
      order,
      supply,
      start: formatMinute(begin),
      plannedStart: formatDay(plannedStart),
    });
  }

  done(): RequirementColumns {
    const minutes = (kind: number): Float64Array =>
      Float64Array.from(this.#order, (_, n) => this.#minutes[4 * n + kind]!);
    return {
      work: this.#work,
      first: Int32Array.from(this.#first),
      scheduled: this.#scheduled,
      order: Int32Array.from(this.#order),
      operation: this.#operation,
      workCenter: Int32Array.from(this.#workCenter),
      isVain: this.#isVain,
      queueStart: minutes(0),
      start: minutes(1),
      end: minutes(2),
      available: minutes(3),
      load: this.#load,
      setup: this.#setup,
    };
  }
}

function loadSource(
  { startDay, horizonEndDay, weekStart, workCenters }: CapacityModel,
  columns: RequirementColumns,
): LoadSource {
  // Only who asks for waiting wants to know these.
  const timedAt = timedOperationAt(columns);
  return {
    startDay,
    horizonEndDay,
    weekStart,
    workCenters,
    length: columns.order.length,
    workCenter: (n) => columns.workCenter[n]!,
    start: (n) => columns.start[n]!,
    end: (n) => columns.end[n]!,
    isVain: (n) => columns.isVain[n]!,
    of: (n) => columns.work[columns.order[n]!]!,
    operation: (n) => columns.operation[n]!,
    load: (n) => columns.load[n]!,
    setup: (n) => columns.setup[n]!,
    parts: (n) => timedAt(n).parts,
    queue: (n) => timedAt(n).queue,
    quantity: (n) => columns.work[columns.order[n]!]!.quantity,
    workTime: (place) => workCenters[place]!.workTime,
  };
}
