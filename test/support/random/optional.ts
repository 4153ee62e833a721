import fc from "fast-check";

/** What an arbitrary generates. */
export type Value<Of> = Of extends fc.Arbitrary<infer Generated> ? Generated : never;

/** A field that is mostly given. */
export function often<Generated>(of: fc.Arbitrary<Generated>) {
  return optional(of, 1, 4);
}

/** A field that is given now and then. */
export function sometimes<Generated>(of: fc.Arbitrary<Generated>) {
  return optional(of, 2, 1);
}

/** A field that is an exception. */
export function rarely<Generated>(of: fc.Arbitrary<Generated>) {
  return optional(of, 7, 1);
}

/** It shrinks to "not given". */
function optional<Generated>(of: fc.Arbitrary<Generated>, without: number, given: number) {
  return fc.oneof(
    { weight: without, arbitrary: fc.constant(undefined) },
    { weight: given, arbitrary: of },
  );
}

/** A true flag, as an exception. */
export const rareFlag: fc.Arbitrary<boolean> = rarely(fc.constant(true)).map(
  (flag) => flag ?? false,
);

/** An array of any length up to the most, also the longest ones. */
export function upTo<Generated>(of: fc.Arbitrary<Generated>, most: number, least = 0) {
  return fc.array(of, { minLength: least, maxLength: most, size: "max" });
}

/** A record that is a plain object. */
export function draft<Fields extends Record<string, unknown>>(
  fields: {
    [Field in keyof Fields]: fc.Arbitrary<Fields[Field]>;
  },
): fc.Arbitrary<Fields> {
  return fc.record(fields, { noNullPrototype: true }) as fc.Arbitrary<Fields>;
}

/** The fields with a value; a row of the input leaves the others out. */
export function given<Row extends object>(
  row: Row,
): { [Field in keyof Row]: Exclude<Row[Field], undefined> } {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Field in keyof Row]: Exclude<Row[Field], undefined> };
}
