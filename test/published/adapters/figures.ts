/**
 * Compares figures that are floating-point numbers, in relation to their size; texts must be equal.
 *
 * @param what - what they are, for the words
 * @param expected - of the case; an object is compared in the fields that it has
 * @param found - by the library
 * @param tolerance - the largest difference, in relation to the larger of both
 * @returns what differs, in words
 */
export function compareFigures(
  what: string,
  expected: unknown,
  found: unknown,
  tolerance: number,
): string[] {
  if (typeof expected === "object" && expected !== null && typeof found === "object" && found) {
    if (Array.isArray(expected) && expected.length !== (found as unknown[]).length) {
      return [`${what}: expected ${expected.length} entries, found ${(found as []).length}`];
    }
    const fields = found as Record<string, unknown>;
    return Object.entries(expected).flatMap(([name, one]) =>
      compareFigures(`${what}.${name}`, one, fields[name], tolerance),
    );
  }
  if (typeof expected === "number" && typeof found === "number") {
    const size = Math.max(Math.abs(expected), Math.abs(found));
    if (Math.abs(expected - found) <= tolerance * size) return [];
  } else if (expected === found) return [];
  return [`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
}

/** A figure rounded to as many decimals as a printed one has. */
export function roundedLike(printed: number, found: number): number {
  const [, decimals = ""] = `${printed}`.split(".");
  return Number(found.toFixed(decimals.length));
}
