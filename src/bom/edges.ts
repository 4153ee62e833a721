import { formatPath } from "../core/index.js";
import { type Issues, noteContradiction, noteType, readWhole, refuseAll } from "./argument.js";
import { isInt32Array } from "./int32-array.js";

/** No map of ids holds more than this, and no graph that is made from rows. */
const MOST_NODES = 2 ** 24;

/** No refusal lists more ends; a last mistake says how many more there are. */
const MANY = 1000;

/**
 * Checks the nodes of a graph of plain integers and one end of each of its edges, in a plain loop.
 *
 * @throws PlanningInputError when the count is none, or an end lies outside it
 */
export function checkNodes(count: unknown, nodes: unknown, name: string): void {
  const issues: Issues = [];
  const nodeCount = readNodeCount(count, issues);
  noteEnds(nodeCount, nodes, name, issues);
  refuseAll(issues);
}

/**
 * Checks a graph of plain integers, in time that grows with its edges.
 *
 * @throws PlanningInputError with everything that is wrong: the count, an end that lies outside it, an
 * edge that has one end only
 */
export function checkEdges(count: unknown, from: unknown, to: unknown): void {
  const issues: Issues = [];
  const nodeCount = readNodeCount(count, issues);
  const leaving = noteEnds(nodeCount, from, "from", issues);
  const entering = noteEnds(nodeCount, to, "to", issues);
  if (leaving !== undefined && entering !== undefined && leaving !== entering) {
    const message = `The to (${entering} ends) must have as many entries as from (${leaving}): each edge leaves one node and enters one.`;
    noteContradiction(["to"], message, issues);
  }
  refuseAll(issues);
}

/** How many nodes there are; without end where that is wrong, so that no end is blamed for it. */
function readNodeCount(count: unknown, issues: Issues): number {
  const read = readWhole(count, ["count"], [0, MOST_NODES], issues);
  return issues.length === 0 ? read : Number.POSITIVE_INFINITY;
}

/** Notes every end that is no node; gives back how many ends there are, if that can be said. */
function noteEnds(count: number, ends: unknown, name: string, issues: Issues): number | undefined {
  if (!isInt32Array(ends)) {
    noteType(ends, [name], "an Int32Array of numbers of nodes", issues);
    return undefined;
  }
  if (count === Number.POSITIVE_INFINITY) return ends.length;
  let wrong = 0;
  for (let e = 0; e < ends.length; e++) {
    const node = ends[e]!;
    if (node >= 0 && node < count) continue;
    if (wrong++ < MANY) noteEnd(count, node, [name, e], issues);
  }
  if (wrong > MANY) {
    const message = `The ${name} has ${wrong - MANY} more mistakes. Correct these first.`;
    issues.push({ code: "moreMistakes", path: [name], message, count: wrong - MANY });
  }
  return ends.length;
}

function noteEnd(
  count: number,
  node: number,
  path: readonly (string | number)[],
  issues: Issues,
): void {
  const must = count > 0 ? `from 0 to ${count - 1}` : "below the count of nodes (0)";
  const message = `The ${formatPath(path)} (${node}) must be ${must}.`;
  issues.push({ code: "outOfRange", path, message, value: node });
}
