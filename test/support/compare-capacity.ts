import { Decimal } from "decimal.js";
import { capacityRequirements, loadProfile, overloadMessages } from "../../src/capacity/index.js";
import type { PlanningInput } from "../../src/index.js";
import { planRequirements } from "../../src/index.js";
import {
  type Bucket,
  type CapacityOptions,
  referenceCapacity,
  TooLong,
} from "../reference/capacity/index.js";
import type { PlanningInput as ReferenceInput } from "../reference/index.js";
import { sorted } from "./compare-plans.js";

/** What two planners say of the work of a plan, as plain data. */
export interface PlainCapacity {
  readonly orders: readonly unknown[];
  readonly loads: readonly unknown[];
  readonly pastDue: readonly unknown[];
  readonly overloads: readonly unknown[];
}

/** Decimals as full texts, however small they are. */
function plain(thing: unknown): unknown {
  if (thing instanceof Decimal) return thing.toFixed();
  if (typeof thing !== "object" || thing === null) return thing;
  const list = thing as Iterable<unknown>;
  if (typeof list[Symbol.iterator] === "function") return [...list].map(plain);
  return Object.fromEntries(Object.entries(thing).map(([field, of]) => [field, plain(of)]));
}

/** In the engine an operation also names its order. */
function operationOf(operation: Record<string, unknown>) {
  const { order: _, supply: __, item, site, segment, routing, ...rest } = operation;
  return rest;
}

export function capacityByEngine(
  input: PlanningInput,
  options: CapacityOptions,
  bucket: Bucket,
): PlainCapacity {
  const requirements = capacityRequirements(planRequirements(input), options);
  const orders = plain(requirements.orders) as { operations: Record<string, unknown>[] }[];
  const profile = loadProfile(requirements, { bucket });
  return {
    orders: sorted(
      orders.map((order) => ({ ...order, operations: sorted(order.operations.map(operationOf)) })),
    ),
    loads: sorted(plain(profile.rows) as unknown[]),
    pastDue: sorted(plain(profile.pastDue) as unknown[]),
    // What is never done is in no bucket of the reference.
    overloads: plain(
      overloadMessages(requirements, { bucket }).filter(({ from }) => from !== null),
    ) as unknown[],
  };
}

/** Undefined where the minutes are too many to be walked. */
export function capacityByReference(
  input: PlanningInput,
  options: CapacityOptions,
  bucket: Bucket,
): PlainCapacity | undefined {
  try {
    const capacity = referenceCapacity(input as ReferenceInput, options);
    return {
      orders: sorted(
        capacity.orders.map((order) => ({ ...order, operations: sorted(order.operations) })),
      ),
      loads: sorted(capacity.loads(bucket)),
      pastDue: sorted(capacity.pastDue),
      overloads: capacity.overloads(bucket),
    };
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}
