import { formatDay, lazySequence, PlanningInputError, type Sequence } from "../../core/index.js";
import type { PlanningColumns } from "../input/columns.js";
import { type PlanningIssue, show } from "../input/issues.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { asDayIssue } from "./day-guard.js";
import {
  consumptionSequence,
  demandSequence,
  type PlannedConsumption,
  type PlannedDemand,
} from "./demand-list.js";
import { drawsOf } from "./draws.js";
import type { PlanMessage } from "./message.js";
import { planMessages } from "./message-list.js";
import { readOptions } from "./options.js";
import { type OrderIndex, orderIndexOf } from "./order-index.js";
import { orderSequence, type PlannedOrder } from "./order-list.js";
import { type PlanColumns, planColumns } from "./plan-columns.js";
import { type PlanJSON, planToJSON } from "./plan-json.js";
import { hideState, type PlanState } from "./plan-state.js";
import { type PlanProgress, ROWS_A_STEP, stateSteps } from "./plan-steps.js";
import { type PlannedSupply, supplySequence } from "./supply-list.js";

/**
 * A plan: what to order, when, and what to do with what is already on order. It never changes, and
 * its parts are made when they are read.
 */
export interface Plan {
  /** T0, the day from which is planned. */
  readonly startDate: string;
  /** The last day planned for (N12). */
  readonly horizonEnd: string;
  /** In the order of `stockingPoints`, and of one point in that in which they arise. */
  readonly orders: Sequence<PlannedOrder>;
  /** Worked out for the whole plan when they are first read, which may take longer than the plan. */
  readonly messages: Sequence<PlanMessage>;
  readonly demands: Sequence<PlannedDemand>;
  /** How much of which forecast each order consumed. */
  readonly consumptions: Sequence<PlannedConsumption>;
  readonly supplies: Sequence<PlannedSupply>;
  /** All orders as numbers, made when they are first read; do not write into them. */
  readonly columns: PlanColumns;
  /** The plan as plain data, its input included; see {@link planFromJSON}. */
  toJSON(): PlanJSON;
}

/** How to plan. */
export interface PlanOptions {
  /** Bulk rows as columns beside the input. */
  readonly columns?: PlanningColumns | undefined;
  /** Is told how far planning has come, every few thousand rows or orders. */
  readonly onProgress?: ((progress: PlanProgress) => void) | undefined;
  /**
   * Is asked whenever `onProgress` would be told; when it says `true`, planning ends (`stopped`). It
   * answers `true` or `false` and nothing else, no promise.
   */
  readonly shouldStop?: (() => boolean) | undefined;
}

/**
 * Plans: nets the requirements of every item at every site, level by level, and sizes and dates the
 * orders that cover them (chapters T, Q, B, L, N of the planning rules).
 *
 * @param input - the rows of the data contract; quantities are taken as the decimals that are written.
 * The plan keeps the rows and does not copy them (but for those of a class whose fields are getters):
 * leave them as they are while it is in use
 * @param options - demands, supplies or stock as columns, instead of the rows of that name; they are
 * copied. Who is told how planning goes, and may stop it
 * @returns an immutable plan; bad news are its `messages`, never an exception
 * @throws PlanningInputError with every mistake of the input; with `stopped` when it was stopped, and
 * then nothing is left of it
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", leadTime: 2 }, { id: "wheel", onHand: 3, leadTime: 4 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 *   demands: [{ id: "order 1", item: "bike", quantity: 10, due: "2026-01-16" }],
 * });
 * [...plan.orders].map((order) => `${order.item}: ${order.quantity} from ${order.start}`);
 * // => ["bike: 10 from 2026-01-14", "wheel: 17 from 2026-01-10"]
 * ```
 */
export function planRequirements(input: PlanningInput, options: PlanOptions = {}): Plan {
  const read = checkedOptions(options, CALLBACKS);
  const { onProgress, shouldStop } = read;
  const isWatched = onProgress !== undefined || shouldStop !== undefined;
  const steps = planInSteps(input, read, isWatched ? ROWS_A_STEP : Number.POSITIVE_INFINITY);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    onProgress?.(step.value);
    if (shouldStop !== undefined && saysStop(shouldStop())) throw stopped(step.value);
  }
}

/**
 * Plans like {@link planRequirements}, piece by piece, for hosts that must not block: whoever calls may do
 * something else between two pieces, or call no more. Most pieces take a few milliseconds; a longer one
 * is each stage of compiling a large problem, a row that holds very many others, and what says all
 * mistakes of an input that has some.
 *
 * @param input - the rows of the data contract; leave them as they are meanwhile
 * @param options - demands, supplies or stock as columns, instead of the rows of that name
 * @returns a generator of what comes next, and how much of the work is done; at its end the plan
 * @throws PlanningInputError with every mistake of the input, when the piece that finds it is asked for
 *
 * @example
 * ```ts
 * const steps = planSteps({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel" }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 10, due: "2026-01-16" }],
 * });
 * const phases: string[] = [];
 * let step = steps.next();
 * for (; step.done !== true; step = steps.next()) phases.push(step.value.phase);
 * [...new Set(phases)]; // => ["reading", "compiling", "planning"]
 * step.value.orders.length; // => 1
 * ```
 */
export function planSteps(
  input: PlanningInput,
  options: Pick<PlanOptions, "columns"> = {},
): Generator<PlanProgress, Plan> {
  return planInSteps(input, checkedOptions(options, []), ROWS_A_STEP);
}

function* planInSteps(
  input: PlanningInput,
  { columns }: PlanOptions,
  rows: number,
): Generator<PlanProgress, Plan> {
  try {
    return makePlan(yield* stateSteps(input, columns, rows));
  } catch (error) {
    throw asDayIssue(error);
  }
}

/** Callers without types may answer anything; a promise would be no answer before planning ends. */
function saysStop(answer: unknown): boolean {
  if (typeof answer === "boolean") return answer;
  const message = `shouldStop returned ${show(answer)}. It must return true or false, at once: it cannot be async.`;
  const issue = { code: "invalidType", path: ["options", "shouldStop"], message };
  throw new PlanningInputError([issue]);
}

function stopped({ phase, level, levels, share }: PlanProgress): PlanningInputError {
  const early = `${share === 0 ? "before" : "while"} ${phase}`;
  const where = level === null ? early : `before level ${level} of ${levels} was done`;
  const message = `Planning was stopped ${where}: shouldStop returned true. Nothing is left of it; plan again.`;
  return new PlanningInputError([{ code: "stopped", path: ["options", "shouldStop"], message }]);
}

/** Either a plan, or every mistake of the input. */
export type PlanResult =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly issues: readonly PlanningIssue[] };

/**
 * Plans like {@link planRequirements}, and returns the mistakes of the input instead of throwing.
 *
 * @param input - anything at all
 * @param options - demands, supplies or stock as columns, instead of the rows of that name
 * @returns `{ ok: true, plan }` or `{ ok: false, issues }`
 *
 * @example
 * ```ts
 * const result = safePlanRequirements({ startDate: "2026-02-30" });
 * result.ok; // => false
 * if (!result.ok) result.issues.map((issue) => issue.code); // => ["invalidDate"]
 * ```
 */
export function safePlanRequirements(input: unknown, options: PlanOptions = {}): PlanResult {
  try {
    return { ok: true, plan: planRequirements(input as PlanningInput, options) };
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return { ok: false, issues: error.issues as readonly PlanningIssue[] };
  }
}

const CALLBACKS = ["onProgress", "shouldStop"] as const;

/** Callers without types may hand over anything. */
function checkedOptions(
  given: PlanOptions,
  callbacks: typeof CALLBACKS | readonly [],
): PlanOptions {
  const options = readOptions(given, ["columns", ...callbacks]);
  const issues = callbacks
    .filter((name) => options[name] !== undefined && typeof options[name] !== "function")
    .map((name) => ({
      code: "invalidType",
      path: ["options", name],
      message: `${name} (${show(options[name])}) must be a function.`,
    }));
  if (issues.length > 0) throw new PlanningInputError(issues);
  return options;
}

/** The plan that a host sees of a state. */
export function makePlan(state: PlanState): Plan {
  const { startDay, problem } = state.model;
  const index = (): OrderIndex => orderIndexOf(state);
  const draws = once(() => drawsOf(state));
  const messages = once(() => {
    const all = planMessages(state, index, draws()).map((message) => Object.freeze(message));
    return lazySequence(all.length, (k) => all[k]!);
  });
  const supplies = once(() => supplySequence(state, (row) => draws().wanted.at(row)));
  const orderColumns = once(() => planColumns(state));
  const plan = {
    startDate: formatDay(startDay),
    horizonEnd: formatDay(problem.horizonEnd),
    orders: orderSequence(state, index),
    get messages() {
      return messages();
    },
    demands: demandSequence(state),
    consumptions: consumptionSequence(state),
    get supplies() {
      return supplies();
    },
    get columns() {
      return orderColumns();
    },
    toJSON() {
      const { input, columns } = state.given();
      return planToJSON(plan, input, columns);
    },
  };
  hideState(plan, state);
  return Object.freeze(plan);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
