import type { ItemSiteGraph } from "./item-site-graph.js";

/** Item-sites that cannot be planned apart: numbers of groups by item-site. */
export interface Groups {
  readonly count: number;
  readonly of: Int32Array;
}

/**
 * The connected groups of a graph.
 *
 * @param order - every item-site once: groups are numbered as they appear in it
 */
export function groupsOf({ count, from, to, ties }: ItemSiteGraph, order: Int32Array): Groups {
  const parent = Int32Array.from({ length: count }, (_, n) => n);
  const root = (number: number): number => {
    let at = number;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const join = (a: number, b: number): void => {
    parent[root(a)] = root(b);
  };
  for (let e = 0; e < from.length; e++) join(from[e]!, to[e]!);
  for (const [a, b] of ties) join(a, b);
  const numberOf = new Int32Array(count).fill(-1); // by root
  const of = new Int32Array(count);
  let groups = 0;
  for (const number of order) {
    const top = root(number);
    if (numberOf[top]! < 0) numberOf[top] = groups++;
    of[number] = numberOf[top]!;
  }
  return { count: groups, of };
}
