export type InputPath = readonly (string | number)[];

/** A value of an input and where it stands. */
export interface Placed {
  readonly path: InputPath;
  readonly value: unknown;
}

/** Every value of an input, what holds others too, but the input itself. */
export function* placedValues(value: unknown, path: InputPath = []): Generator<Placed> {
  if (path.length > 0) yield { path, value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, held] of Object.entries(value)) {
    yield* placedValues(held, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** The input with another value at a path; `undefined` leaves the field out. */
export function withValueAt(input: unknown, path: InputPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = Array.isArray(input) ? [...input] : { ...(input as object) };
  const fields = copy as Record<string | number, unknown>;
  const changed = withValueAt(fields[key], rest, value);
  if (changed === undefined && !Array.isArray(copy)) delete fields[key];
  else fields[key] = changed;
  return copy;
}
