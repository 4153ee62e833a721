/** What makes work wait; see `expectedWaiting`. */
export interface QueueFacts {
  /** Part of the time in which a machine is busy. */
  readonly utilization: number;
  /** Hours of one job on a machine. */
  readonly processTime: number;
  readonly machines: number;
  /** Standard deviation ÷ mean. */
  readonly arrivalVariation: number;
  readonly processVariation: number;
}

/**
 * Hours in the queue, by variability × utilization × time; `null` where there is no steady state.
 *
 * Source: as of `expectedWaiting`.
 */
export function queueTime(facts: QueueFacts): number | null {
  const { utilization, processTime, machines, arrivalVariation, processVariation } = facts;
  if (utilization >= 1) return null;
  const variability = (arrivalVariation ** 2 + processVariation ** 2) / 2;
  const busyness =
    utilization ** (Math.sqrt(2 * (machines + 1)) - 1) / (machines * (1 - utilization));
  return variability * busyness * processTime;
}
