/**
 * Low-level codes (B1): 0 for what is in nothing, else 1 + the highest code of everything it goes
 * into, over all BOMs, versions, dates and transfer lanes. A code is of an item at a site. Without
 * recursion, so that thousands of levels do not overflow the stack: a node is done when all it goes
 * into are done.
 */
import type { Problem } from "./problem.js";
import { key, siteOf } from "./problem.js";

/** The code of every item at every site, by `key(item, site)`. */
export function levelsOf(problem: Problem): Map<string, number> {
  const below = new Map<string, Set<string>>();
  const parentsLeft = new Map<string, number>();
  for (const item of problem.items.keys()) {
    for (const site of problem.siteIds) {
      below.set(key(item, site), new Set());
      parentsLeft.set(key(item, site), 0);
    }
  }
  const goesInto = (component: string, parent: string) => {
    const components = below.get(parent);
    if (components !== undefined && !components.has(component)) {
      components.add(component);
      parentsLeft.set(component, (parentsLeft.get(component) ?? 0) + 1);
    }
  };
  for (const bom of problem.input.boms ?? []) {
    const site = siteOf(problem, bom);
    for (const line of bom.lines) {
      goesInto(key(line.item, site), key(bom.item, site));
    }
  }
  for (const source of problem.input.sources ?? []) {
    if (source.kind === "transfer" && source.from !== undefined) {
      goesInto(key(source.item, source.from), key(source.item, siteOf(problem, source)));
    }
  }
  for (const supply of problem.input.supplies ?? []) {
    // A firm transfer is a need at the site it comes from, also where no lane stands behind it.
    if (supply.kind === "transfer" && supply.firm === true && supply.from !== undefined) {
      goesInto(key(supply.item, supply.from), key(supply.item, siteOf(problem, supply)));
    }
  }

  const codes = new Map<string, number>();
  const ready = [...parentsLeft].filter(([, left]) => left === 0).map(([node]) => node);
  for (const node of ready) {
    codes.set(node, 0);
  }
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const component of below.get(node) ?? []) {
      codes.set(component, Math.max(codes.get(component) ?? 0, (codes.get(node) ?? 0) + 1));
      const left = (parentsLeft.get(component) ?? 0) - 1;
      parentsLeft.set(component, left);
      if (left === 0) {
        ready.push(component);
      }
    }
  }
  return codes;
}

/** Of items: the highest code over its sites. */
export function lowLevelCodes(problem: Problem, levels: ReadonlyMap<string, number>) {
  const codes = new Map<string, number>();
  for (const item of problem.items.keys()) {
    const all = problem.siteIds.map((site) => levels.get(key(item, site)) ?? 0);
    codes.set(
      item,
      all.reduce((a, b) => Math.max(a, b), 0),
    );
  }
  return codes;
}
