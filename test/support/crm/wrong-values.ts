import type * as z from "zod";

const WRONG: readonly unknown[] = [
  ...[undefined, null, true, Symbol("a"), () => 5, 1n, {}, [], "", "x", "9".repeat(200)],
  ...[Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 2 ** 60],
];

/** Values that are something else than a schema says, and others with one of these anywhere within. */
export function wrongValues(schema: z.core.$ZodType): unknown[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return [
        ...WRONG,
        ...Object.entries(def.shape).flatMap(([name, field]) => within(name, field)),
      ];
    case "record":
      return [...WRONG, ...within("x", def.valueType)];
    case "array":
      return [...WRONG, ...wrongValues(def.element).map((value) => [value])];
    case "tuple":
      return [...WRONG, [1, 2, 3, 4, 5], ...def.items.flatMap(inTuple)];
    case "union":
      return def.options.flatMap(wrongValues);
    case "optional":
      return wrongValues(def.innerType);
    case "pipe":
      return wrongValues(def.in);
    default:
      return [...WRONG];
  }
}

function within(name: string, field: z.core.$ZodType): object[] {
  return wrongValues(field).map((value) => ({ [name]: value }));
}

/** Lists with something wrong at one place; what is at the others makes no difference. */
function inTuple(item: z.core.$ZodType, at: number, items: readonly unknown[]): unknown[] {
  return wrongValues(item).flatMap((value) => {
    const sound = (rest: unknown) => items.map((_, n) => (n === at ? value : rest));
    return [sound(1), sound("x")];
  });
}
