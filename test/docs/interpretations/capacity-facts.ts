import { type PlanningInput, planRequirements } from "orlicky";
import {
  capacityRequirements,
  loadProfile,
  overloadMessages,
  type RequirementOptions,
} from "orlicky/capacity";
import { type CapacityOptions, referenceCapacity } from "../../reference/capacity/index.js";
import type { PlanningInput as ReferenceInput } from "../../reference/index.js";
import { decimalOf } from "../../support/decimal-of.js";

/** What the cases of capacity speak of, from both planners in the same words. */
export function capacityFacts(input: PlanningInput, options: RequirementOptions = {}) {
  const requirements = capacityRequirements(planRequirements(input), options);
  const profile = loadProfile(requirements, { bucket: "day" });
  const reference = referenceCapacity(input as ReferenceInput, options as CapacityOptions);
  const pastDue = (rows: readonly { readonly workCenter: string; readonly load: unknown }[]) =>
    rows.map(({ workCenter, load }) => {
      return { workCenter, from: null, until: input.startDate, load, capacity: 0 };
    });
  const loaded = (rows: readonly Load[]) =>
    rows.filter(({ load }) => decimalOf(load) !== "0").map(loadText);
  return {
    engine: {
      ...factsOf([...requirements.orders]),
      loads: loaded([...pastDue(profile.pastDue), ...profile.rows]),
      overloads: overloadMessages(requirements).map(overloadText),
    },
    reference: {
      ...factsOf(reference.orders),
      loads: loaded([...pastDue(reference.pastDue), ...reference.loads("day")]),
      overloads: reference.overloads("week").map(overloadText),
    },
  };
}

interface Order {
  readonly direction: string;
  readonly end: string | null;
  readonly realDue: string | null;
  readonly daysLate: number | null;
  readonly operations: readonly {
    readonly operation: string;
    readonly workCenter: string | null;
    readonly start: string | null;
    readonly end: string | null;
    readonly load: unknown;
  }[];
}

function factsOf(orders: readonly Order[]) {
  return {
    operations: orders.flatMap(({ operations }) =>
      operations.map(
        ({ operation, workCenter, start, end, load }) =>
          `${operation} at ${workCenter ?? "none"} ${start} > ${end}: ${decimalOf(load)}`,
      ),
    ),
    dates: orders.map(
      ({ direction, end, realDue, daysLate }) => `${direction} ${end}: ${realDue}, ${daysLate}`,
    ),
  };
}

interface Load {
  readonly workCenter: string;
  readonly from: string | null;
  readonly until: string;
  readonly load: unknown;
  readonly capacity: unknown;
}

function loadText({ workCenter, from, until, load, capacity }: Load): string {
  const hours = `${decimalOf(load)} of ${decimalOf(capacity)}`;
  return `${workCenter} ${from ?? "past due"} > ${until}: ${hours}`;
}

interface Overload {
  readonly workCenter: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly excess: unknown;
}

function overloadText({ workCenter, from, until, excess }: Overload): string {
  return `${workCenter} ${from} > ${until}: ${decimalOf(excess)}`;
}
