import {
  addMistake,
  type Check,
  identifier,
  type Place,
  recordOf,
  showValue,
} from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";

/** Of what an option may name one by its id. */
export type KnownKind = keyof typeof READERS;

/** By kind: the ids that an input defines, or texts by which its rows are known. */
const READERS = {
  demand: ({ demands = [] }: PlanningInput) => demands.map(({ id }) => id),
  /** There is no list of customers: demands name them. */
  customer: ({ demands = [] }: PlanningInput) => demands.map(({ customer }) => customer),
  item: ({ items = [] }: PlanningInput) => items.map(({ id }) => id),
  family: ({ items = [] }: PlanningInput) => items.map(({ family }) => family),
  /** Whoever is named elsewhere is listed here too, or the input is refused. */
  supplier: ({ suppliers = [] }: PlanningInput) => suppliers.map(({ id }) => id),
  supply: ({ supplies = [] }: PlanningInput) => supplies.map(({ id }) => id),
  workCenter: ({ workCenters = [] }: PlanningInput) => workCenters.map(({ id }) => id),
};

/** What inputs define, so that an id that is misspelt is found out; each kind is read when it is first asked for. */
export class KnownIds {
  readonly #inputs: readonly PlanningInput[];
  readonly #customer: string | undefined;
  readonly #read = new Map<KnownKind, ReadonlySet<string | undefined>>();

  /**
   * @param inputs - of one plan, or of several that are compared
   * @param customer - one who is known besides
   */
  constructor(inputs: readonly PlanningInput[], customer?: string) {
    this.#inputs = inputs;
    this.#customer = customer;
  }

  /** Whether something of an input has the id. */
  has(kind: KnownKind, id: string): boolean {
    return this.#of(kind).has(id) || (kind === "customer" && id === this.#customer);
  }

  #of(kind: KnownKind): ReadonlySet<string | undefined> {
    const read = this.#read.get(kind) ?? new Set(this.#inputs.flatMap(READERS[kind]));
    this.#read.set(kind, read);
    return read;
  }
}

/** Notes an id that nothing defines. @param kind - what it is of, as a field is called */
export function noteUnknown(kind: string, id: string, place: Place): void {
  const name = kind === "workCenter" ? "work center" : kind;
  const message = `The plan has no ${name} ${showValue(id)}. Name one that it has, or leave it out.`;
  addMistake(place, "unknownId", message, { id });
}

/** Makes the check of an id that a plan knows. */
export function knownId(known: KnownIds, kind: KnownKind): Check<string> {
  return (value, place) => {
    const id = identifier(value, place);
    if (id !== undefined && !known.has(kind, id)) noteUnknown(kind, id, place);
    return id;
  };
}

/** Makes the check of an object with a value for each of some ids that a plan knows. */
export function byKnownId<T>(
  known: KnownIds,
  kind: KnownKind,
  check: Check<T>,
): Check<ReadonlyMap<string, T>> {
  const record = recordOf(check);
  return (value, place) => {
    const read = record(value, place) as ReadonlyMap<string, T> | undefined;
    for (const id of read?.keys() ?? []) {
      // An empty key is refused by itself.
      if (id === "" || known.has(kind, id)) continue;
      noteUnknown(kind, id, { ...place, path: [...place.path, id] });
    }
    return read as ReadonlyMap<string, T>;
  };
}
