import {
  addMistake,
  type Decimal,
  type ExactNumber,
  exactNumber,
  listOf,
  multiplyRatios,
  type Place,
  ratioToDecimal,
  refuseMistakes,
} from "../core/index.js";
import { readRouting } from "./make-routing.js";
import type { TimedOperation } from "./operation-time.js";
import type { RoutingInput } from "./routing.js";
import { timedOperations } from "./timed-operations.js";
import { readWorkCenter, type WorkCenter, type WorkCenterInput } from "./work-center.js";

/** What an operation takes for a quantity. */
export interface OperationTime {
  readonly operation: string;
  /** Id of the work centre; `undefined` where a supplier does it. */
  readonly workCenter: string | undefined;
  /** What goes into it, before its own yield. */
  readonly quantity: Decimal;
  /** What comes out of it. */
  readonly goodQuantity: Decimal;
  readonly parts: number;
  /** Standard hours of all parts. */
  readonly load: Decimal;
  /** Of the load. */
  readonly setupHours: Decimal;
  /** Of the load. */
  readonly runHours: Decimal;
  /** Open minutes in which each part is worked, at the efficiency of the centre. */
  readonly workMinutes: number;
  /** Open minutes before the work. */
  readonly queueMinutes: number;
  /** Minutes of the clock after it. */
  readonly waitMoveMinutes: number;
}

/**
 * Computes what each operation of a routing takes for a quantity, each at its own work centre.
 *
 * @param routing - the row of the data contract
 * @param workCenters - those that it names, as rows of the data contract
 * @param startQuantity - what the order starts, 0 or more
 * @returns one row an operation, each after all those before it
 * @throws PlanningInputError with every mistake of the arguments; a transfer batch that is not below the
 * quantity is one, and so are minutes that are not held exactly (2^53)
 *
 * Source: K53, rules C2 and C3.
 *
 * @example
 * ```ts
 * const shifts = [{ from: "06:00", until: "14:00" }];
 * const operations = [
 *   { id: "10", workCenter: "saw", setup: 0.5, run: 0.1, yield: 0.8 },
 *   { id: "20", workCenter: "drill", run: 0.25, split: 2 },
 * ];
 * const routing = { id: "legs", item: "leg", operations };
 * const workCenters = [{ id: "saw", shifts }, { id: "drill", shifts, units: 2, efficiency: 1.25 }];
 * operationTimes(routing, workCenters, 100).map(
 *   (row) => `${row.operation}: ${row.quantity} in ${row.load} h, ${row.workMinutes} min`,
 * );
 * // => ["10: 100 in 10.5 h, 630 min", "20: 80 in 20 h, 480 min"]
 * ```
 */
export function operationTimes(
  routing: RoutingInput,
  workCenters: readonly WorkCenterInput[],
  startQuantity: ExactNumber,
): readonly OperationTime[] {
  const issues: Place["issues"] = [];
  const centers = new Map<string, WorkCenter | "inDoubt">();
  const place = { path: ["workCenters"], issues };
  listOf((row, at) => {
    const center = readWorkCenter(row, undefined, at);
    const id = center === undefined ? (row as WorkCenterInput | null)?.id : center.id;
    if (typeof id !== "string") return;
    if (centers.has(id)) {
      const message = `The work centre ${JSON.stringify(id)} stands here for the second time. Give each its own id.`;
      addMistake({ ...at, path: [...at.path, "id"] }, "duplicateId", message, { id });
    }
    centers.set(id, center ?? "inDoubt");
  })(workCenters, place);
  const lookups = { workCenter: (id: string) => centers.get(id) };
  const compiled = readRouting(routing, lookups, { path: ["routing"], issues });
  const quantity = exactNumber(0)(startQuantity, { path: ["startQuantity"], issues });
  refuseMistakes(issues);
  const all = timedOperations(compiled, quantity, { strict: true });
  refuseEndless(all);
  return all.map((timed): OperationTime => {
    const good = multiplyRatios(timed.quantity, compiled.operations[timed.operation]!.yield);
    return {
      operation: timed.id,
      workCenter: timed.workCenter?.id,
      quantity: ratioToDecimal(timed.quantity),
      goodQuantity: ratioToDecimal(good),
      parts: timed.parts,
      load: ratioToDecimal(timed.load),
      setupHours: ratioToDecimal(timed.setupHours),
      runHours: ratioToDecimal(timed.runHours),
      workMinutes: timed.work,
      queueMinutes: timed.queue,
      waitMoveMinutes: timed.waitMove,
    };
  });
}

/** The times that may have no end, each by the fields that it is made of. */
const TIMES = [
  ["queue", "queue"],
  ["work", "set-up, run and teardown"],
  ["waitMove", "wait and move"],
] as const;

/** What is scheduled with such times never ends, and says so; here they are the answer (Q4). */
function refuseEndless(all: readonly TimedOperation[]): void {
  const issues: Place["issues"] = [];
  for (const timed of all) {
    for (const [time, fields] of TIMES) {
      if (timed[time] !== Number.POSITIVE_INFINITY) continue;
      const path = ["routing", "operations", timed.operation];
      const message = `The ${fields} of operation ${JSON.stringify(timed.id)} must take no more minutes than are held exactly (2^53). Correct the times or the quantity.`;
      addMistake({ path, issues }, "outOfRange", message);
    }
  }
  refuseMistakes(issues);
}
