import {
  addMistake,
  type Check,
  countWords,
  type Doubtful,
  type ExactNumber,
  exactNumber,
  type Issue,
  identifier,
  listOf,
  mustBe,
  objectOf,
  oneOf,
  optional,
  type Ratio,
  UNSOUND,
  wrongType,
} from "../../core/index.js";

/** What a resource is. */
export type ResourceKind = "labor" | "machine" | "storage" | "supplier" | "money";

/** Something that a master schedule takes, and how much of it there is. */
export interface ResourceInput {
  readonly id: string;
  /** `"machine"` when left out. */
  readonly kind?: ResourceKind | undefined;
  /** What it is counted in. Hours when left out, for people and machines; all others must say it. */
  readonly unit?: string | undefined;
  /**
   * How much of it there is in each period, 0 or more: one number for all of them, or one each. When
   * left out, only the load is said.
   */
  readonly capacity?: ExactNumber | readonly ExactNumber[] | undefined;
}

/** A resource as it was read. */
export interface Resource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly unit: string;
  /** One for all periods, a list with one for each, or not known. */
  readonly capacity: Ratio | readonly Ratio[] | undefined;
}

const amount = exactNumber(0);
const amounts = listOf(amount);

const fields = objectOf({
  id: identifier,
  kind: optional<ResourceKind>(
    oneOf<ResourceKind>("labor", "machine", "storage", "supplier", "money"),
    "machine",
  ),
  unit: optional(identifier),
  capacity: optional<Ratio | Ratio[]>((value, place) =>
    Array.isArray(value) ? amounts(value, place) : amount(value, place),
  ),
});

/** Checks a resource. */
export const resource: Check<Resource> = (value, place) => {
  const read = fields(value, place);
  if (read === UNSOUND) return UNSOUND;
  if (read.unit === undefined && read.kind !== UNSOUND && !isWork(read.kind)) {
    const form = `a text: in what this ${read.kind} is counted`;
    wrongType(undefined, { ...place, path: [...place.path, "unit"] }, form);
  }
  return { ...read, unit: read.unit ?? "hours" };
};

/** What a resource is that only bills name. */
export function machineOf(id: string): Resource {
  return { id, kind: "machine", unit: "hours", capacity: undefined };
}

/** Notes a list of capacities that has not one for each period. */
export function noteCapacities(
  resources: Doubtful<readonly Resource[] | undefined>,
  periods: number,
  issues: Issue[],
): void {
  for (const [n, { capacity } = {}] of (resources ?? []).entries()) {
    if (!Array.isArray(capacity) || capacity.length === periods) continue;
    const path = ["resources", n, "capacity"];
    const message = `The resources[${n}].capacity has ${countWords(capacity.length, "entry", "entries")}. Give one for each period (${periods}), or one number for all.`;
    addMistake({ path, issues }, "contradiction", message);
  }
}

/** Notes ids of resources that stand twice. */
export function noteResourcesTwice(
  resources: Doubtful<readonly Resource[] | undefined>,
  issues: Issue[],
): void {
  const known = new Set<string>();
  for (const [n, { id } = {}] of (resources ?? []).entries()) {
    if (id === undefined) continue;
    const place = { path: ["resources", n, "id"], issues };
    if (known.has(id)) addMistake(place, "duplicateId", mustBe(id, place, "stand once"), { id });
    known.add(id);
  }
}

/** Notes rows that name a resource which is not there. */
export function noteUnknownResources(
  named: readonly (string | undefined)[],
  known: ReadonlySet<string | undefined>,
  list: string,
  issues: Issue[],
): void {
  // A resource whose id is not known might be any.
  if (known.has(undefined)) return;
  for (const [n, id] of named.entries()) {
    if (id === undefined || known.has(id)) continue;
    const place = { path: [list, n, "resource"], issues };
    addMistake(place, "unknownId", mustBe(id, place, "be the id of one of the resources"), { id });
  }
}

/** Capacity of a period, counted from 0; `undefined` where it is not known. */
export function capacityIn({ capacity }: Resource, period: number): Ratio | undefined {
  return isList(capacity) ? capacity[period] : capacity;
}

function isList(capacity: Resource["capacity"]): capacity is readonly Ratio[] {
  return Array.isArray(capacity);
}

function isWork(kind: ResourceKind): boolean {
  return kind === "labor" || kind === "machine";
}
