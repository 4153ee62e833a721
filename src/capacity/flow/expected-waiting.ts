import {
  addMistake,
  type Doubtful,
  type Issue,
  mustBe,
  optional,
  readArgument,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import { numberFrom } from "./number-from.js";
import { queueTime } from "./queue-time.js";

/** What {@link expectedWaiting} is asked; how busy the centre is, is said in one of two ways. */
export type ExpectedWaitingInput = {
  /** Effective time of one job on a machine, set-ups and failures in it, on average; hours, above 0. */
  readonly processTime: number;
  /** Machines, or people, that do the same work; 1 when left out. */
  readonly machines?: number | undefined;
  /** Standard deviation ÷ mean of the time between two jobs that come in; 1: at random, 0: in step. */
  readonly arrivalVariation: number;
  /** Standard deviation ÷ mean of the time of a job. */
  readonly processVariation: number;
} & (
  | {
      /** Jobs that come in an hour, on average. */
      readonly arrivalRate: number;
      readonly utilization?: undefined;
    }
  | {
      readonly arrivalRate?: undefined;
      /** Part of the time in which a machine is busy, 0 or more; not in percent. */
      readonly utilization: number;
    }
);

/** What to expect before and at a work centre, on average and in the long run. */
export interface ExpectedWaiting {
  /** Part of the time in which a machine is busy; 1 and more: it never catches up. */
  readonly utilization: number;
  /** Hours in the queue; `null` where there is no steady state, since more comes in than can be done. */
  readonly waiting: number | null;
  /** Hours in the queue and at the machine. */
  readonly cycleTime: number | null;
  /** Jobs in the queue. */
  readonly queueLength: number | null;
  /** Jobs in the queue and at the machines. */
  readonly workInProcess: number | null;
}

const LEAST_TIME = 1e-9;
const MOST_MACHINES = 1_000_000;

const fields = {
  processTime: numberFrom(LEAST_TIME),
  machines: optional(wholeNumber(1, MOST_MACHINES), 1),
  arrivalVariation: numberFrom(0),
  processVariation: numberFrom(0),
  arrivalRate: optional(numberFrom(0)),
  utilization: optional(numberFrom(0)),
};

/**
 * Computes how long a job is expected to wait before a work centre: variability × utilization × time.
 *
 * @param input - the time of a job (hours), machines, the variation of arrivals and of process times
 * (standard deviation ÷ mean), and either the rate of arrivals (jobs an hour) or the utilization
 * @returns hours in the queue and in all, jobs in the queue and in all, floating-point; `null` for each
 * when the utilization is 1 or more: there is no steady state then
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: W. J. Hopp and M. L. Spearman, *Factory Physics*, chapter 8: CTq = (ca² + ce²) ÷ 2 ×
 * u ÷ (1 − u) × te, after J. F. C. Kingman, "The single server queue in heavy traffic", Mathematical
 * Proceedings of the Cambridge Philosophical Society 57 (1961); for m machines u^(√(2(m + 1)) − 1) ÷
 * (m(1 − u)) in the middle, after H. Sakasegawa, "An approximation formula Lq ≃ α·ρ^β/(1 − ρ)", Annals
 * of the Institute of Statistical Mathematics 29 (1977). Jobs from hours by Little's law. Rule C4.
 *
 * @example
 * ```ts
 * const { waiting, cycleTime } = expectedWaiting({
 *   processTime: 0.5,
 *   utilization: 0.9,
 *   arrivalVariation: 1,
 *   processVariation: 1,
 * });
 * waiting?.toFixed(6); // => "4.500000"
 * cycleTime?.toFixed(6); // => "5.000000"
 * ```
 */
export function expectedWaiting(input: ExpectedWaitingInput): ExpectedWaiting {
  const read = readArgument(input, fields, noteBusy);
  const { processTime, machines } = read;
  const utilization = read.utilization ?? ((read.arrivalRate ?? 0) * processTime) / machines;
  const waiting = queueTime({ ...read, utilization });
  if (waiting === null) {
    return { utilization, waiting: null, cycleTime: null, queueLength: null, workInProcess: null };
  }
  const cycleTime = waiting + processTime;
  // As many come in as keep the machines so busy.
  const rate = (utilization * machines) / processTime;
  return {
    utilization,
    waiting,
    cycleTime,
    queueLength: rate * waiting,
    workInProcess: rate * cycleTime,
  };
}

/** Notes that it is not said, or said twice, how busy the centre is. */
function noteBusy(
  {
    arrivalRate,
    utilization,
  }: { readonly arrivalRate: Doubtful<number>; readonly utilization: Doubtful<number> },
  issues: Issue[],
): void {
  const isNoted = issues.some(({ path }) => path[0] === "arrivalRate" || path[0] === "utilization");
  if (isNoted || (arrivalRate === undefined) !== (utilization === undefined)) return;
  const place = { path: ["utilization"], issues };
  if (utilization === undefined) wrongType(undefined, place, "a number, or arrivalRate be given");
  else
    addMistake(place, "contradiction", mustBe(utilization, place, "not stand beside arrivalRate"));
}
