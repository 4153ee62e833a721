import { compile } from "../compile/compile.js";
import type { Model } from "../compile/model.js";
import type { PlanningColumns } from "../input/columns.js";
import { readInput } from "../input/read-input.js";
import { guardDays } from "../plan/day-guard.js";
import { readOptions } from "../plan/options.js";
import { makePlan, type Plan } from "../plan/plan.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { isDivisible, levelsOf } from "./levels.js";
import type { PlanningNotes } from "./notes.js";
import { refused } from "./refused.js";
import { checkSharedMemory, newSharedMemory, type SharedPlanMemory } from "./shared-memory.js";
import { SharedSweep } from "./shared-sweep.js";

/** The part of one thread in a plan that several make. */
export interface PlanningShare {
  /** The first stocking point of each level, and at the end how many there are. */
  readonly levels: readonly number[];
  /**
   * Whether the work can be divided: `false` where stocking points of a level depend on each other, or
   * leave more than numbers. {@link plan} then plans all of it.
   */
  readonly isDivisible: boolean;
  /** Made when it is first read, which one thread does; to be posted to the others. */
  readonly memory: SharedPlanMemory;
  /** Joins the thread whose memory it is. */
  join(memory: SharedPlanMemory): void;
  /**
   * Plans the stocking points of a level from `first` up to `end`; the levels above are whole. An empty
   * range is nothing to do.
   */
  sweepRange(first: number, end: number): void;
  /** What this thread has to tell to the one that makes the plan, when all is planned. */
  notes(): PlanningNotes;
  /** The plan, when all is planned; `notes` are those of all other threads. */
  plan(notes: readonly PlanningNotes[]): Plan;
}

/**
 * Shares the sweep of a plan with other threads. Each reads and compiles the same input; then they plan
 * ranges of stocking points of a level in memory that they share, wait until the level is whole, and go
 * on with the next. The plan is that of {@link planRequirements}, however many threads there are and whoever plans what.
 *
 * The library starts no thread and waits for none: that is the host's (see `examples/parallel`). It
 * refuses a range that comes too early or twice, and a plan that is not whole.
 *
 * @param input - the rows of the data contract, the same in every thread; leave them as they are meanwhile
 * @param options - demands, supplies or stock as columns, the same in every thread
 * @returns the share of this thread
 * @throws PlanningInputError with every mistake of the input
 *
 * @example
 * ```ts
 * const input = {
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike" }, { id: "bell" }, { id: "wheel" }],
 *   boms: [{ item: "bike", lines: [{ item: "bell", quantity: 1 }, { item: "wheel", quantity: 2 }] }],
 *   demands: [{ id: "order 1", item: "bike", quantity: 10, due: "2026-01-16" }],
 * };
 * const share = sharePlanning(input);
 * const other = sharePlanning(input); // in another thread
 * other.join(share.memory);
 * share.levels; // => [0, 1, 3]
 * share.sweepRange(0, 1);
 * share.memory.planned[0]; // => 1
 * other.sweepRange(1, 2);
 * share.sweepRange(2, 3);
 * const plan = share.plan([other.notes()]);
 * [...plan.orders].map((order) => `${order.quantity} ${order.item}`); // => ["10 bike", "10 bell", "20 wheel"]
 * ```
 */
export function sharePlanning(
  input: PlanningInput,
  options: { readonly columns?: PlanningColumns | undefined } = {},
): PlanningShare {
  const { columns } = readOptions(options, ["columns"]);
  return guardDays(() => shareOf(compile(readInput(input, columns))));
}

function shareOf(model: Model): PlanningShare {
  let sweep: SharedSweep | undefined;
  let plan: Plan | undefined;
  const begun = (): SharedSweep => {
    if (sweep === undefined) {
      sweep = new SharedSweep(model, newSharedMemory(model));
      sweep.clear();
    }
    return sweep;
  };
  return Object.freeze({
    levels: Object.freeze(levelsOf(model)),
    isDivisible: isDivisible(model),
    get memory() {
      return begun().memory;
    },
    join(memory: SharedPlanMemory) {
      checkSharedMemory(model, memory);
      if (sweep !== undefined) throw refused("contradiction", "memory", HAS_BEGUN);
      sweep = new SharedSweep(model, memory);
    },
    sweepRange(first: number, end: number) {
      begun().sweepRange(first, end);
    },
    notes: () => begun().notes(),
    plan(notes: readonly PlanningNotes[]) {
      plan ??= guardDays(() => makePlan(begun().state(notes)));
      return plan;
    },
  });
}

const HAS_BEGUN =
  "This share has a memory already. Join another thread before the memory of this one is read.";
