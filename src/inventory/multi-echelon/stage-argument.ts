import { countWords } from "../../core/index.js";
import {
  add,
  type Check,
  identifier,
  listOf,
  objectOf,
  optional,
  type Place,
  wrongType,
} from "../argument.js";
import { nonNegative, numberThat, positive } from "../number-argument.js";

/** One stage of a supply chain: it makes, moves or buys one thing, and may keep a stock of it. */
export interface ServiceStage {
  /** Its name, unlike that of any other stage. */
  readonly id: string;
  /** Periods from the day on which all it needs is there to the day on which it can deliver (T). */
  readonly stageTime: number;
  /** Cost of holding one unit for one unit of time (h). */
  readonly holdingCost: number;
  /** How many standard deviations of demand the stock covers (z). */
  readonly safetyFactor: number;
  /**
   * Standard deviation of demand in one period, of all that the stage serves (σ). A stage that
   * supplies others may leave it out: then the demand of the end stages below it is pooled, each
   * independent of the others.
   */
  readonly demandDeviation?: number | undefined;
  /** Mean demand in one period; left out where it is the sum over the end stages below, or unknown. */
  readonly demandMean?: number | undefined;
  /** Whole periods in which suppliers outside the network deliver to the stage; 0 without. */
  readonly externalInboundServiceTime?: number | undefined;
  /** Whole periods that customers of the stage are ready to wait. Every end stage must say it. */
  readonly maxServiceTime?: number | undefined;
}

/** Goods flow from the first stage to the second; a third entry is the quantity per unit, else 1. */
export type ServiceArc =
  | readonly [from: string, to: string]
  | readonly [from: string, to: string, quantity: number];

/** A supply chain. */
export interface ServiceNetworkInput {
  readonly stages: readonly ServiceStage[];
  readonly arcs: readonly ServiceArc[];
}

/** No time of a stage is longer, in periods. */
const LONGEST_TIME = 1_000_000;

/** A stage time; parts of periods are allowed. */
const stageTime: Check<number> = (value, place) =>
  numberThat(
    value,
    place,
    `from 0 to ${LONGEST_TIME} periods; choose a longer unit of time for more`,
    (periods) => periods >= 0 && periods <= LONGEST_TIME,
  );

/** A promise, in whole periods. */
export const wholePeriods: Check<number> = (value, place) =>
  numberThat(
    value,
    place,
    `a whole number of periods from 0 to ${LONGEST_TIME}; choose a shorter unit of time for parts of one`,
    (periods) => Number.isInteger(periods) && periods >= 0 && periods <= LONGEST_TIME,
  );

/** An arc as it is read. */
export interface ReadArc {
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
}

function arc(value: unknown, place: Place): ReadArc {
  if (!Array.isArray(value)) {
    wrongType(value, place, "a list of two stages");
    return { from: "", to: "", quantity: 1 };
  }
  if (value.length < 2 || value.length > 3) {
    const message = `The arc has ${countWords(value.length, "entry", "entries")}. It must be [from, to] or [from, to, quantity].`;
    add(place, "invalidType", message);
    return { from: "", to: "", quantity: 1 };
  }
  const at = (n: number): Place => ({ ...place, path: [...place.path, n] });
  return {
    from: identifier(value[0], at(0)),
    to: identifier(value[1], at(1)),
    quantity: value.length === 2 ? 1 : positive(value[2], at(2)),
  };
}

/** The checks of the fields of a network. */
export const NETWORK_FIELDS = {
  stages: listOf(
    objectOf({
      id: identifier,
      stageTime,
      holdingCost: nonNegative,
      safetyFactor: nonNegative,
      demandDeviation: optional(nonNegative),
      demandMean: optional(nonNegative),
      externalInboundServiceTime: optional(wholePeriods, 0),
      maxServiceTime: optional(wholePeriods),
    }),
    1,
  ),
  arcs: listOf(arc),
};

/** A stage as it is read. */
export type ReadStage = ReturnType<typeof NETWORK_FIELDS.stages>[number];
