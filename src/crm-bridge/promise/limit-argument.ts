import {
  addMistake,
  type Issue,
  identifier,
  isPlainObject,
  listOf,
  type Place,
  readGuarded,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { LimitingPart } from "../../mrp/index.js";
import type { DelayLimit, PromiseLimit } from "./promise-limit.js";

/** By kind the fields that words are made of. */
type Needed<Kind extends string> = { readonly [K in Kind]: readonly string[] };

const JOB = ["item", "site", "order", "supply"] as const;

const DELAYS: Needed<DelayLimit["kind"]> = {
  material: [...JOB, "date", "because"],
  workCenter: [...JOB, "workCenter", "operation", "until"],
  shift: [...JOB, "workCenter", "operation", "until"],
  tool: [...JOB, "tools", "operation", "until"],
  held: [...JOB, "date"],
  ownTime: JOB,
  unscheduled: [...JOB, "operation"],
};

const LIMITS: Needed<PromiseLimit["kind"]> = {
  ...DELAYS,
  past: ["date"],
  horizon: ["date"],
  hold: ["customer"],
  quota: ["row", "left"],
  promise: ["demand", "due", "after", "because"],
};

const CAUSES: Needed<LimitingPart["because"]["kind"]> = {
  leadTime: [],
  planningStart: [],
  capacity: ["supplier"],
  fence: ["date"],
  sourceValidity: ["date"],
  noSource: ["date"],
  planned: [],
  loop: [],
  order: [],
  supply: [],
  stock: ["date"],
  uncovered: [],
};

interface AnyLimit {
  readonly [field: string]: unknown;
  readonly kind?: unknown;
  readonly because?: unknown;
  readonly tools?: unknown;
}

/**
 * Refuses what is no limit of a promise: callers without types may hand over anything.
 *
 * @throws PlanningInputError with every mistake
 */
export function refuseNoLimit(limit: unknown): void {
  const place = { path: ["limit"], issues: [] as Issue[] };
  readGuarded(limit, place, (value) => lookAt(value, LIMITS, place));
  refuseMistakes(place.issues);
}

function lookAt(value: unknown, kinds: Needed<string>, { path, issues }: Place): void {
  const limit = (isPlainObject(value) ? value : {}) as AnyLimit;
  const { kind, because } = limit;
  const needed = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (needed === undefined) {
    const message = `This (${showValue(value)}) is no limit of a promise. Hand over the limit of a line that promiseDelivery returned.`;
    addMistake({ path, issues }, "invalidType", message);
    return;
  }
  for (const field of needed) {
    if (limit[field] !== undefined) continue;
    const message = `The ${field} of the limit (${showValue(kind)}) is missing. Hand the limit over as the promise has it.`;
    addMistake({ path: [...path, field], issues }, "missingField", message);
  }
  if (kind === "tool" && limit.tools !== undefined) {
    listOf(identifier)(limit.tools, { path: [...path, "tools"], issues });
  }
  const below = { path: [...path, "because"], issues };
  if (because === undefined) return;
  if (kind === "material") lookAt(because, CAUSES, below);
  else if (kind === "promise" && because !== null) lookAt(because, DELAYS, below);
}
