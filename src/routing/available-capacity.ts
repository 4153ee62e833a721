import {
  type Decimal,
  type ExactNumber,
  exactNumber,
  multiplyRatios,
  ONE,
  optional,
  ratioOf,
  ratioToDecimal,
  readArgument,
  wholeNumber,
} from "../core/index.js";
import { nonNegative, part, positive } from "./exact-checks.js";

/** What a work centre has to offer in a period. */
export interface AvailableCapacityInput {
  /** Hours of a shift in the period, 0 or more. */
  readonly hours: ExactNumber;
  /** Shifts; 1 when left out. */
  readonly shifts?: ExactNumber | undefined;
  /** Machines or people; 1 when left out. */
  readonly units?: number | undefined;
  /** Part of the hours that is worked, above 0 up to 1; 1 when left out. */
  readonly utilization?: ExactNumber | undefined;
  /** Standard hours done in an hour of work, above 0; 1 when left out. */
  readonly efficiency?: ExactNumber | undefined;
}

const fields = {
  hours: nonNegative,
  shifts: optional(exactNumber(0), ONE),
  units: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER), 1),
  utilization: optional(part, ONE),
  efficiency: optional(positive, ONE),
};

/**
 * Computes the capacity of a work centre in a period: hours × shifts × units × utilization × efficiency.
 *
 * @param input - the figures, see {@link AvailableCapacityInput}
 * @returns standard hours, exact where they end within 60 digits
 * @throws PlanningInputError with every mistake of the argument
 *
 * Source: APICS dictionary, "rated capacity"; rule C2.
 *
 * @example
 * ```ts
 * const capacity = availableCapacity({ hours: 40, shifts: 2, units: 3, utilization: 0.85, efficiency: 0.9 });
 * `${capacity}`; // => "183.6"
 * ```
 */
export function availableCapacity(input: AvailableCapacityInput): Decimal {
  const { hours, shifts, units, utilization, efficiency } = readArgument(input, fields);
  const factors = [shifts, ratioOf(BigInt(units), 1n), utilization, efficiency];
  return ratioToDecimal(factors.reduce(multiplyRatios, hours));
}
