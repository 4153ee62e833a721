import { addRatios, multiplyRatios, parseRatio, type Ratio, ratioOf } from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import type { TimedOperation, WorkCenter } from "../../routing/index.js";
import { negative } from "../signed-ratio.js";
import { earliness, type JobPlace, type LevelJob, lateness } from "./level-job.js";
import type { ReadLevellingOptions } from "./levelling-options.js";

const NOTHING: Ratio = { num: 0n, den: 1n };
const MINUTES_AN_HOUR = 60n;

/** What remedies cost; `undefined` is a cost that is not known. */
export class LevellingCosts {
  readonly #ofItem: ReadonlyMap<string, Ratio>;
  readonly #own = new Map<string, Ratio>();
  readonly #lateness: Ratio;

  constructor(
    { holdingCostPerDay, latenessCostPerDay }: ReadLevellingOptions,
    { items = [], itemSites = [] }: PlanningInput,
  ) {
    this.#ofItem = holdingCostPerDay;
    this.#lateness = latenessCostPerDay;
    for (const { id, holdingCost } of items) {
      if (holdingCost !== undefined) this.#own.set(keyOf(id), parseRatio(holdingCost)!);
    }
    for (const { item, site, holdingCost } of itemSites) {
      if (holdingCost !== undefined) {
        this.#own.set(keyOf(item, site), parseRatio(holdingCost)!);
      }
    }
  }

  /** Of an order that is there on another day: holding of days too early, and lateness. */
  ofMove(job: LevelJob, before: JobPlace, after: JobPlace): Ratio | undefined {
    const early = earliness(job, after) - earliness(job, before);
    const late = lateness(job, after) - lateness(job, before);
    const lateCost = multiplyRatios(this.#lateness, ratioOf(BigInt(late), 1n));
    if (early === 0) return lateCost;
    const holding = this.#holding(job);
    if (holding === undefined) return undefined;
    const days = multiplyRatios(job.quantity, ratioOf(BigInt(early), 1n));
    return addRatios(lateCost, multiplyRatios(holding, days));
  }

  #holding({ item, site }: LevelJob): Ratio | undefined {
    return this.#ofItem.get(item) ?? this.#own.get(keyOf(item, site)) ?? this.#own.get(keyOf(item));
  }
}

/** Of an operation that is done at another work centre. */
export function costOfAlternate(before: TimedOperation, after: TimedOperation): Ratio | undefined {
  const [old, now] = [hourly(before), hourly(after)];
  if (old === undefined || now === undefined) return undefined;
  return addRatios(now, negative(old));
}

function hourly({ load, workCenter }: TimedOperation): Ratio | undefined {
  const cost = workCenter?.costPerHour;
  return cost === undefined ? undefined : multiplyRatios(load, cost);
}

/** Of overtime: all units of the work centre are paid. */
export function costOfOvertime(
  { overtimeCostPerHour, units }: WorkCenter,
  minutes: number,
): Ratio | undefined {
  if (overtimeCostPerHour === undefined) return undefined;
  const hours = ratioOf(BigInt(minutes) * BigInt(units), MINUTES_AN_HOUR);
  return multiplyRatios(overtimeCostPerHour, hours);
}

/** The sum of costs; `undefined` as soon as one is not known. */
export function sumOfCosts(costs: readonly (Ratio | undefined)[]): Ratio | undefined {
  let sum = NOTHING;
  for (const cost of costs) {
    if (cost === undefined) return undefined;
    sum = addRatios(sum, cost);
  }
  return sum;
}

function keyOf(item: string, site?: string): string {
  return JSON.stringify([item, site]);
}
