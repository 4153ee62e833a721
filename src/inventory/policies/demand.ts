import { countWords } from "../../core/index.js";
import { add, type Check, listOf, objectOf, oneOf, type Place, refuse } from "../argument.js";
import { type DiscreteDistribution, discreteSum } from "../distributions/discrete-terms.js";
import { poissonMean } from "../distributions/poisson.js";
import { poissonExcess, poissonLevel, poissonTails } from "../distributions/poisson-terms.js";
import { standardLevel, standardLoss, standardTail } from "../distributions/standard-normal.js";
import { deviationOr, nonNegative, share, wholeNumber } from "../number-argument.js";

/** The demand of one period, independent from period to period. */
export type Demand = NormalDemand | PoissonDemand | DiscreteDemand;

/** Normal demand. */
export interface NormalDemand {
  readonly distribution: "normal";
  /** Mean of a period. */
  readonly mean: number;
  /** Standard deviation of a period, above 0. */
  readonly deviation: number;
}

/** Poisson demand: whole units, at most 1e9 on average. */
export interface PoissonDemand {
  readonly distribution: "poisson";
  /** Mean of a period. */
  readonly mean: number;
}

/** Demand of whole units with given probabilities. */
export interface DiscreteDemand {
  readonly distribution: "discrete";
  /** Each demand, 0 to 100,000, with its probability; together 1 (to a billionth). */
  readonly probabilities: readonly { readonly demand: number; readonly probability: number }[];
}

/** What a policy asks of the demand over some periods. */
export interface DemandModel {
  readonly mean: number;
  readonly variance: number;
  /** Whether only whole levels make sense. */
  readonly whole: boolean;
  /** P(D > level). */
  tail(level: number): number;
  /** E[(D − level)+]. */
  excess(level: number): number;
  /** The least level that holds a probability, given from both sides: upTo + above = 1. */
  level(upTo: number, above: number): number;
}

const LARGEST_DEMAND = 100_000;

const normalDeviation = deviationOr(
  'for demand that never varies take the distribution "discrete", with one demand of probability 1',
);

const KINDS = {
  normal: objectOf({
    distribution: oneOf("normal"),
    mean: nonNegative,
    deviation: normalDeviation,
  }),
  poisson: objectOf({ distribution: oneOf("poisson"), mean: poissonMean }),
  discrete: objectOf({ distribution: oneOf("discrete"), probabilities: readProbabilities }),
};
const DISTRIBUTIONS = oneOf("normal", "poisson", "discrete");

/** Checks a {@link Demand}. */
export const readDemand: Check<Demand> = (value, place) => {
  const kind: unknown =
    typeof value === "object" && value !== null
      ? (value as Record<string, unknown>).distribution
      : undefined;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    if (typeof kind !== "string" || !Object.hasOwn(KINDS, kind)) {
      DISTRIBUTIONS(kind, { ...place, path: [...place.path, "distribution"] });
      return value as Demand;
    }
    return KINDS[kind as keyof typeof KINDS](value, place) as Demand;
  }
  return KINDS.normal(value, place);
};

function readProbabilities(value: unknown, place: Place): DiscreteDemand["probabilities"] {
  const before = place.issues.length;
  const rows = listOf(objectOf({ demand: wholeNumber(0, LARGEST_DEMAND), probability: share }), 1)(
    value,
    place,
  );
  if (place.issues.length > before) return rows;
  const seen = new Set(rows.map(({ demand }) => demand));
  if (seen.size < rows.length) {
    add(place, "contradiction", "The probabilities name a demand twice. Give each demand once.");
  }
  const total = rows.reduce((sum, { probability }) => sum + probability, 0);
  if (Math.abs(total - 1) > 1e-9) {
    add(place, "contradiction", `The probabilities sum to ${total}. They must sum to 1.`);
  } else if (rows.every(({ demand, probability }) => demand === 0 || probability === 0)) {
    add(place, "contradiction", "There is never any demand. Give one above 0 a probability.");
  }
  return rows;
}

/**
 * The demand over so many periods, a fraction of one too unless it is given by probabilities.
 *
 * @param periods - above 0
 * @param path - the field that says how many, for the refusal
 * @throws PlanningInputError when the sum is no whole number of periods, or is too much to compute
 */
export function demandOver(demand: Demand, periods: number, path: readonly string[]): DemandModel {
  switch (demand.distribution) {
    case "normal":
      return normalModel(demand.mean * periods, demand.deviation * Math.sqrt(periods));
    case "poisson":
      return poissonModel(demand.mean * periods, path);
    case "discrete":
      return discreteModel(discreteOver(demand, periods, path));
  }
}

/** Probabilities by count. */
export function probabilitiesByCount({ probabilities }: DiscreteDemand): Float64Array {
  const largest = probabilities.reduce((most, { demand }) => Math.max(most, demand), 0);
  const byCount = new Float64Array(largest + 1);
  for (const { demand, probability } of probabilities) byCount[demand] = probability;
  return byCount;
}

function normalModel(mean: number, deviation: number): DemandModel {
  return {
    mean,
    variance: deviation * deviation,
    whole: false,
    tail: (level) => standardTail((level - mean) / deviation),
    excess: (level) => deviation * standardLoss((level - mean) / deviation),
    level: (upTo, above) => mean + deviation * standardLevel(upTo, above),
  };
}

function poissonModel(mean: number, path: readonly string[]): DemandModel {
  if (!(mean <= 1e9)) {
    const message = `The demand of that time is ${mean} on average. Poisson demand is computed up to 1e9; take the normal distribution.`;
    refuse("outOfRange", path, message);
  }
  return {
    mean,
    variance: mean,
    whole: true,
    tail: (level) => poissonTails(level, mean).above,
    excess: (level) => poissonExcess(level, mean),
    level: (upTo, above) => poissonLevel(upTo, above, mean),
  };
}

function discreteModel({
  terms,
  tails,
  excess,
  mean,
  variance,
}: DiscreteDistribution): DemandModel {
  return {
    mean,
    variance,
    whole: true,
    tail: (level) => (level < 0 ? 1 : (tails[level] ?? 0)),
    excess: (level) => (level < 0 ? mean - level : (excess[level] ?? 0)),
    level: (upTo, above) => {
      // Decimals sum to a little more or less.
      if (above < upTo) return tails.findIndex((tail) => tail <= above * (1 + 1e-12));
      let sum = 0;
      return terms.findIndex((term) => {
        sum += term;
        return sum >= upTo * (1 - 1e-12);
      });
    },
  };
}

function discreteOver(
  demand: DiscreteDemand,
  periods: number,
  path: readonly string[],
): DiscreteDistribution {
  if (!Number.isInteger(periods)) {
    const message = `Demand given by its probabilities is that of whole periods, not of ${periods}. Give whole times.`;
    refuse("contradiction", path, message);
  }
  const sum = discreteSum(probabilitiesByCount(demand), periods);
  if (sum === undefined) {
    const message = `The demand of ${countWords(periods, "period")} takes too many sums of probabilities. Count in larger units, or take the normal distribution.`;
    refuse("outOfRange", path, message);
  }
  return sum;
}
