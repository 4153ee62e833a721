import type * as z from "zod";
import { planningInputSchema } from "../../src/index.js";

/** One field of the data contract: its name with `[]` for the rows of a list, and its schema. */
export interface ContractField {
  readonly name: string;
  readonly schema: z.core.$ZodType;
  /** It may be left out. */
  readonly optional: boolean;
}

/** Every field of the data contract at every depth, as its schema says it. */
export function contractFields(): ContractField[] {
  return [...below(planningInputSchema, "")];
}

/** The name of the field at a path: `boms[].lines[].item`. */
export function fieldName(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === "number") return `${name}[]`;
    return name === "" ? key : `${name}.${key}`;
  }, "");
}

/** The choices of a field; none when it takes other values. */
export function choicesOf(schema: z.core.$ZodType): readonly string[] {
  const def = bare(schema)._zod.def as { type: string; entries?: Record<string, string> };
  return def.type === "enum" ? Object.values(def.entries ?? {}) : [];
}

/** The name under which a form of value stands in the schema, such as `Quantity`. */
export function formOf(schema: z.core.$ZodType): string | undefined {
  return (schema as z.ZodType).meta()?.id ?? (bare(schema) as z.ZodType).meta()?.id;
}

function* below(schema: z.core.$ZodType, name: string): Generator<ContractField> {
  const within = bare(schema);
  const def = within._zod.def as {
    type: string;
    shape?: Record<string, z.core.$ZodType>;
    element?: z.core.$ZodType;
    options?: readonly z.core.$ZodType[];
  };
  for (const [key, field] of Object.entries(def.shape ?? {})) {
    const at = name === "" ? key : `${name}.${key}`;
    yield { name: at, schema: field, optional: field._zod.def.type === "optional" };
    yield* below(field, at);
  }
  if (def.element !== undefined) yield* below(def.element, `${name}[]`);
  for (const option of def.options ?? []) yield* below(option, name);
}

/** A schema without what says that the field may be left out. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as { type: string; innerType?: z.core.$ZodType };
  return def.type === "optional" && def.innerType !== undefined ? bare(def.innerType) : schema;
}
