import { type Model, NETTING } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";

/** The stocking points that each may need, in compressed sparse rows. */
interface LinksBelow {
  readonly start: Int32Array;
  readonly component: Int32Array;
}

const knownLinks = new WeakMap<Model["links"], LinksBelow>();

/** Turns the where-used rows round. */
function linksBelow({ links, points }: Model): LinksBelow {
  let known = knownLinks.get(links);
  if (known === undefined) {
    known = turnedRound(links, points.count);
    knownLinks.set(links, known);
  }
  return known;
}

function turnedRound({ start, parent }: Model["links"], points: number): LinksBelow {
  const below = new Int32Array(points + 1);
  for (let k = 0; k < parent.length; k++) below[parent[k]! + 1]!++;
  for (let point = 0; point < points; point++) below[point + 1]! += below[point]!;
  const component = new Int32Array(parent.length);
  const next = below.slice(0, points);
  for (let point = 0; point < points; point++) {
    for (let k = start[point]!; k < start[point + 1]!; k++) {
      component[next[parent[k]!]!++] = point;
    }
  }
  return { start: below, component };
}

/** Where needs have moved to, by the stocking point of the order that needs it (K36, K37). */
function movedBelow({ orders }: PlanState): ReadonlyMap<number, ReadonlySet<number>> {
  const moved = new Map<number, Set<number>>();
  for (const [point, needs] of orders.receivedNeeds.entries()) {
    for (const { origin } of needs) {
      const there = moved.get(origin.point);
      if (there === undefined) moved.set(origin.point, new Set([point]));
      else there.add(point);
    }
  }
  return moved;
}

const knownMoves = new WeakMap<PlanState, ReadonlyMap<number, ReadonlySet<number>>>();

/** Where orders, or demands on a phantom, of a stocking point may have their needs. */
export function pointsBelow(state: PlanState, point: number): ReadonlySet<number> {
  const { model, orders } = state;
  const below = new Set<number>();
  const { start, component } = linksBelow(model);
  const ways = [point];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    for (let k = start[way]!; k < start[way + 1]!; k++) {
      const next = component[k]!;
      if (below.has(next)) continue;
      below.add(next);
      // What a phantom passes on stays a need of the order above it.
      if (model.netting[next] === NETTING.phantom) ways.push(next);
    }
  }
  if (orders.receivedNeeds.size > 0) {
    let moves = knownMoves.get(state);
    if (moves === undefined) {
      moves = movedBelow(state);
      knownMoves.set(state, moves);
    }
    for (const next of moves.get(point) ?? []) below.add(next);
  }
  return below;
}
