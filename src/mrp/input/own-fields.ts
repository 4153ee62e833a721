import * as z from "zod";
import { type PlanningInput, planningInputSchema } from "../schema/planning-input.js";

type Fields = Readonly<Record<string, unknown>>;

/** Returns a value, or a copy in which objects have as their own what the contract knows of them. */
type Owning = (value: unknown) => unknown;

/**
 * Makes what gives objects the fields that they only have by their class (getters) or from another
 * object: what copies or writes a row sees nothing but its own fields. Values in which nothing is
 * borrowed are returned as they are, and so is what is unsound.
 *
 * @param schema - which fields are known, at any depth
 * @returns `undefined` when there are no objects in such values
 */
export function owning(schema: z.core.$ZodType): Owning | undefined {
  const def = schema._zod.def as {
    readonly type: string;
    readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
    readonly element?: z.core.$ZodType;
    readonly innerType?: z.core.$ZodType;
    readonly options?: readonly z.core.$ZodType[];
  };
  switch (def.type) {
    case "optional":
      return owning(def.innerType!);
    case "array":
      return owningList(owning(def.element!));
    case "object":
      return owningFields(def.shape!);
    case "union":
      return owningOneOf(def.options!);
    default:
      return undefined;
  }
}

function owningFields(shape: Readonly<Record<string, z.core.$ZodType>>): Owning {
  const known = Object.keys(shape);
  const deep = known.flatMap((name): [string, Owning][] => {
    const own = owning(shape[name]!);
    return own === undefined ? [] : [[name, own]];
  });
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    let copy = borrows(value, known) ? ownCopy(value as Fields, known) : undefined;
    for (const [name, own] of deep) {
      const field = (copy ?? (value as Fields))[name];
      const kept = own(field);
      if (Object.is(kept, field)) continue;
      copy ??= ownCopy(value as Fields, known);
      copy[name] = kept;
    }
    return copy ?? value;
  };
}

function owningList(own: Owning | undefined): Owning | undefined {
  if (own === undefined) return undefined;
  return (value) => {
    if (!Array.isArray(value)) return value;
    let copy: unknown[] | undefined;
    for (const [n, entry] of value.entries()) {
      const kept = own(entry);
      if (Object.is(kept, entry)) continue;
      copy ??= Array.from(value);
      copy[n] = kept;
    }
    return copy ?? value;
  };
}

function owningOneOf(options: readonly z.core.$ZodType[]): Owning | undefined {
  const forms = options.flatMap((option): [z.core.$ZodType, Owning][] => {
    const own = owning(option);
    return own === undefined ? [] : [[option, own]];
  });
  if (forms.length === 0) return undefined;
  return (value) => {
    if (typeof value !== "object" || value === null || isOrdinary(value)) return value;
    return forms.find(([option]) => z.safeParse(option, value).success)?.[1](value) ?? value;
  };
}

/** Whether an object is of no class, and can borrow nothing. */
function isOrdinary(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether an object has known fields that are not its own. */
export function borrows(value: object, known: readonly string[]): boolean {
  if (isOrdinary(value)) return false;
  return known.some((name) => name in value && !Object.hasOwn(value, name));
}

/** A plain object with all that can be listed of a value, and with its known fields. */
function ownCopy(value: Fields, known: readonly string[]): Record<string, unknown> {
  const names = new Set<string>();
  // What is not known stays too: it is for others to refuse.
  for (const name in value) names.add(name);
  for (const name of known) if (name in value) names.add(name);
  const fields: [string, unknown][] = [];
  for (const name of names) {
    const field = value[name];
    if (field !== undefined || Object.hasOwn(value, name)) fields.push([name, field]);
  }
  return Object.fromEntries(fields);
}

const ownInput = owning(planningInputSchema)!;

/**
 * An input whose rows have all their fields as their own: rows of a class with getters are copied, all
 * others and lists without such rows are the same.
 *
 * @param input - one that is sound, or at least an object
 */
export function withOwnFields(input: PlanningInput): PlanningInput {
  return ownInput(input) as PlanningInput;
}
