/**
 * What lies on a loop, or between two.
 *
 * @param below - what each waits for
 */
export function loopsIn(below: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const above = new Map<string, string[]>();
  for (const [key, others] of below) {
    for (const other of others) {
      const list = above.get(other);
      if (list === undefined) above.set(other, [key]);
      else list.push(key);
    }
  }
  const left = withoutEnds([...below.keys()], below, above);
  return left.length === 0 ? left : withoutEnds(left, above, below);
}

/** Takes away what waits for nothing that is left, again and again. */
function withoutEnds(
  keys: readonly string[],
  below: ReadonlyMap<string, readonly string[]>,
  above: ReadonlyMap<string, readonly string[]>,
): string[] {
  const left = new Set(keys);
  const waits = new Map<string, number>();
  const ends: string[] = [];
  for (const key of keys) {
    const count = (below.get(key) ?? []).filter((other) => left.has(other)).length;
    waits.set(key, count);
    if (count === 0) ends.push(key);
  }
  for (let key = ends.pop(); key !== undefined; key = ends.pop()) {
    left.delete(key);
    for (const other of above.get(key) ?? []) {
      const count = (waits.get(other) ?? 0) - 1;
      waits.set(other, count);
      if (count === 0 && left.has(other)) ends.push(other);
    }
  }
  return [...left];
}
