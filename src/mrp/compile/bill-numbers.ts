import { type Bill, NONE, type Problem } from "../input/problem.js";

/**
 * Finds the number of a bill by the version that it names; {@link NONE} when there is none. Versions
 * are gathered when one is first asked for.
 */
export function billNumbers({
  bills,
}: Problem): (item: number, site: number, version: string) => number {
  let numbers: Map<string, number> | undefined;
  return (item, site, version) => {
    numbers ??= versionNumbers(bills);
    return numbers.get(keyOf(item, site, version)) ?? NONE;
  };
}

function versionNumbers(bills: readonly Bill[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (let b = 0; b < bills.length; b++) {
    const { item, site, version } = bills[b]!;
    if (version !== undefined) numbers.set(keyOf(item, site, version), b);
  }
  return numbers;
}

function keyOf(item: number, site: number, version: string): string {
  return JSON.stringify([item, site, version]);
}
