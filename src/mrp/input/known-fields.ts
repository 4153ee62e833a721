import type * as z from "zod";

/**
 * A sound value as plain data with the fields that its schema knows: rows may be objects of any class,
 * and those with mistakes are views of what is sound in them.
 */
export function knownFields<Row>(schema: z.ZodType, row: Row): Row {
  return copyOf(schema, row) as Row;
}

function copyOf(schema: z.core.$ZodType, value: unknown): unknown {
  if (value === undefined) return undefined;
  const def = schema._zod.def as {
    readonly type: string;
    readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
    readonly element?: z.core.$ZodType;
    readonly innerType?: z.core.$ZodType;
  };
  switch (def.type) {
    case "optional":
      return copyOf(def.innerType!, value);
    case "array":
      return (value as readonly unknown[]).map((entry) => copyOf(def.element!, entry));
    case "object": {
      const copy: Record<string, unknown> = {};
      for (const [name, field] of Object.entries(def.shape!)) {
        const given = copyOf(field, (value as Readonly<Record<string, unknown>>)[name]);
        if (given !== undefined) copy[name] = given;
      }
      return copy;
    }
    default:
      return value;
  }
}
