import * as z from "zod";
import type { ForeignList } from "./foreign-draft.js";

/** By list, the names of its fields by what they say. */
type OwnFields = Readonly<Record<string, object | undefined>>;

/**
 * The lists of a system, with the fields of its own that an organisation uses: what they must hold is
 * asked where they are read.
 */
export function withOwnFields<Lists extends Readonly<Record<string, ForeignList>>>(
  lists: Lists,
  fields: OwnFields,
): Lists {
  const extended = Object.entries(lists).map(([name, list]) => {
    const schema = list.schema.extend(ownShape(list.schema.shape, fields[name]));
    return [name, { ...list, schema }];
  });
  return Object.fromEntries(extended) as Lists;
}

/** The fields of an organisation's own beside those that a shape has. */
export function ownShape(shape: object, fields: object = {}): z.ZodRawShape {
  const named = Object.values(fields as Readonly<Record<string, string | undefined>>);
  const own = named.filter((field) => field !== undefined && !(field in shape));
  return Object.fromEntries(own.map((field) => [field, z.unknown().optional()]));
}
