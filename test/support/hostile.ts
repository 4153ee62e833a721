import { fc } from "@fast-check/vitest";

/** Values that break whoever takes an argument as it comes. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    "3",
    "1/0",
    "2026-02-30",
    "__proto__",
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e308,
    -0,
    -1,
    0.1,
    5e-324,
    2 ** 53,
    1n,
    true,
    Symbol("s"),
    () => 1,
    [],
    {},
    [[]],
    [{}],
    { num: 1n, den: 0n },
    new Proxy({}, { get: () => refuseToBeRead(), ownKeys: () => refuseToBeRead() }),
    new Proxy({}, { get: () => refuseToBeRead(), getPrototypeOf: () => refuseToBeRead() }),
  ),
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
);

function refuseToBeRead(): never {
  throw new Error("This cannot be read.");
}

/** A place in an argument: the way down to it. */
type Way = readonly (string | number)[];

/**
 * Sound arguments of which some places hold something else, and things that are none at all.
 *
 * @param sound - an argument that a function takes
 */
export function spoiled<T>(sound: T): fc.Arbitrary<T> {
  const ways = [...waysIn(sound, [])];
  const place = fc.tuple(fc.constantFrom(...ways), hostile);
  const some = fc.array(place, { minLength: 1, maxLength: 3 }).map((places) => {
    let argument: unknown = sound;
    for (const [way, value] of places) argument = withValue(argument, way, value);
    return argument;
  });
  return fc.oneof({ weight: 9, arbitrary: some }, hostile) as fc.Arbitrary<T>;
}

/** Every place of a value, with one more field of each object. */
function* waysIn(value: unknown, way: Way): Generator<Way> {
  yield way;
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [...way, "another"];
  for (const key of Object.keys(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    yield* waysIn((value as Record<string, unknown>)[key], [...way, step]);
  }
}

/** A copy with another value at a place; as it was where the way is blocked. */
function withValue(from: unknown, way: Way, value: unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined) return value;
  if (typeof from !== "object" || from === null) return from;
  try {
    if (from instanceof Date) return from;
    const copy = (Array.isArray(from) ? [...from] : { ...from }) as Record<
      string | number,
      unknown
    >;
    copy[step] = withValue(copy[step], rest, value);
    return copy;
  } catch {
    return from;
  }
}

/** What comes of a call: its value, or the name of what it throws. */
export function outcomeOf(call: () => unknown): {
  readonly value?: unknown;
  readonly threw?: string;
} {
  try {
    return { value: call() };
  } catch (error) {
    return { threw: error instanceof Error ? error.name : typeof error };
  }
}

/** Every number in a value. */
export function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) yield* numbersIn(inner);
}
