/**
 * Low-level codes (B1): 0 for what is in nothing, else 1 + the highest code of everything it goes
 * into, over all relations of product-graph.ts, dated and outdated ones too, without what lies inside
 * a loop (K38). A code is of an item at a site. Without recursion, so that thousands of levels do not
 * overflow the stack: a node is done when all it goes into are done.
 */
import { isInside, loopsOf } from "./loops.js";
import type { Problem } from "./problem.js";
import { key } from "./problem.js";
import { linesAndLanes, otherRelations } from "./product-graph.js";

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
  const loops = loopsOf(problem);
  const relations = linesAndLanes(problem).filter((relation) => !isInside(loops, relation));
  for (const { component, parent } of [...relations, ...otherRelations(problem)]) {
    goesInto(component, parent);
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
