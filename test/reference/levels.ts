/**
 * Low-level codes (B1): 0 for what is in nothing, else 1 + the highest code of everything it goes
 * into, over all relations of product-graph.ts, dated and outdated ones too, without what lies inside
 * a loop (K38). A code is of an item at a site. Without recursion, so that thousands of levels do not
 * overflow the stack: a node is done when all it goes into are done.
 */
import { isInside, loopsOf } from "./loops.js";
import { compareText } from "./numbers.js";
import type { Problem } from "./problem.js";
import { key } from "./problem.js";
import { linesAndLanes, otherRelations } from "./product-graph.js";

/** What comes after each item at each site, by `key(item, site)`; each but once. */
function componentsOf(problem: Problem): Map<string, Set<string>> {
  const below = new Map<string, Set<string>>();
  for (const item of problem.items.keys()) {
    for (const site of problem.siteIds) {
      below.set(key(item, site), new Set());
    }
  }
  const loops = loopsOf(problem);
  const relations = linesAndLanes(problem).filter((relation) => !isInside(loops, relation));
  for (const { component, parent } of [...relations, ...otherRelations(problem)]) {
    below.get(parent)?.add(component);
  }
  return below;
}

/** The code of every item at every site, by `key(item, site)`. */
export function levelsOf(problem: Problem): Map<string, number> {
  const below = componentsOf(problem);
  const parentsLeft = new Map([...below.keys()].map((node) => [node, 0]));
  for (const component of [...below.values()].flatMap((components) => [...components])) {
    parentsLeft.set(component, (parentsLeft.get(component) ?? 0) + 1);
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

/**
 * The place of every item at every site among all when they are planned and listed (K83): by code, those
 * of one code by the last in this order of all that they go into, then by item and site.
 */
export function sweepPlaces(
  problem: Problem,
  levels: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const below = componentsOf(problem);
  const deepest = [...levels.values()].reduce((a, b) => Math.max(a, b), 0);
  const waves = Array.from({ length: deepest + 1 }, (): string[] => []);
  for (const [node, level] of levels) waves[level]?.push(node);
  const places = new Map<string, number>();
  const lastParent = new Map<string, number>();
  const inOrder = (a: string, b: string): number => {
    const [[itemA, siteA], [itemB, siteB]] = [namesOf(a), namesOf(b)];
    const byParent = (lastParent.get(a) ?? -1) - (lastParent.get(b) ?? -1);
    return byParent || compareText(itemA, itemB) || compareText(siteA, siteB);
  };
  for (const wave of waves) {
    for (const node of wave.sort(inOrder)) {
      const place = places.size;
      places.set(node, place);
      for (const component of below.get(node) ?? []) lastParent.set(component, place);
    }
  }
  return places;
}

/** The item and the site of a `key(item, site)`. */
function namesOf(node: string): [item: string, site: string] {
  return JSON.parse(node);
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
