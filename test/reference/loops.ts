/**
 * Loops of bill lines and transfer lanes under `cycles: "stockOnly"` (B2, K38). What stands on one
 * is covered from stock and open supply alone; lines and lanes inside a loop lead nowhere.
 */

import type { Problem } from "./problem.js";
import type { Relation } from "./product-graph.js";
import { linesAndLanes, otherRelations } from "./product-graph.js";

/** Every item-site on a loop, with a name that those of the same loop share. */
export type Loops = ReadonlyMap<string, string>;

/** The components of each parent. */
function belowOf(relations: readonly Relation[]): Map<string, string[]> {
  const below = new Map<string, string[]>();
  for (const { parent, component } of relations) {
    below.set(parent, [...(below.get(parent) ?? []), component]);
  }
  return below;
}

/** All that `start` reaches by one relation or more. */
function reachedFrom(start: string, below: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of below.get(node) ?? []) {
      if (!reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
    }
  }
  return reached;
}

/** Two item-sites are on the same loop when each reaches the other; none without the convention. */
export function loopsOf(problem: Problem): Loops {
  const loops = new Map<string, string>();
  if (problem.conventions.cycles !== "stockOnly") {
    return loops;
  }
  const below = belowOf(linesAndLanes(problem));
  for (const node of below.keys()) {
    const reached = reachedFrom(node, below);
    if (reached.has(node) && !loops.has(node)) {
      for (const other of reached) {
        if (reachedFrom(other, below).has(node)) {
          loops.set(other, node);
        }
      }
    }
  }
  return loops;
}

/** Whether a line or lane leads from one item-site of a loop to another of the same. */
export function isInside(loops: Loops, { parent, component }: Relation): boolean {
  const loop = loops.get(parent);
  return loop !== undefined && loop === loops.get(component);
}

/** Whether a relation that is no line or lane goes round, which no convention allows (K38). */
export function goesRoundElsewhere(problem: Problem): boolean {
  const others = otherRelations(problem);
  const below = belowOf([...linesAndLanes(problem), ...others]);
  return others.some(({ parent, component }) => reachedFrom(component, below).has(parent));
}
