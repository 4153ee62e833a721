import { type Issue, PlanningInputError } from "../../core/index.js";
import { refuse, show } from "../argument.js";
import { acyclicOrder } from "./acyclic-order.js";
import { pooledDemand } from "./pooled-demand.js";
import {
  longestReplenishment,
  type ServiceNetwork,
  serviceNetwork,
  UNLIMITED,
} from "./service-network.js";
import type { ReadArc, ReadStage } from "./stage-argument.js";

/** A network as it was asked for: in columns, with the demand that each stage sees. */
export interface AskedNetwork {
  readonly network: ServiceNetwork;
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly safetyFactor: Float64Array;
  readonly holdingCost: Float64Array;
  readonly demandDeviation: Float64Array;
  /** NaN where it is not known. */
  readonly demandMean: Float64Array;
}

/** Steps that a table of all service times of all stages may take: about a second. */
const MOST_STEPS = 1e9;

/** Entries of all tables of service times. */
const MOST_ENTRIES = 2e7;

/**
 * Builds the columns of a network from its sound fields.
 *
 * @throws PlanningInputError when stages and arcs do not go together, with all that is wrong
 */
export function readNetwork(stages: readonly ReadStage[], arcs: readonly ReadArc[]): AskedNetwork {
  const issues: Issue[] = [];
  const numberOf = new Map<string, number>();
  for (const [n, { id }] of stages.entries()) {
    if (!numberOf.has(id)) numberOf.set(id, n);
    else {
      const message = `The id (${show(id)}) stands for two stages. Give each its own.`;
      issues.push({ code: "contradiction", path: ["stages", n, "id"], message });
    }
  }
  issues.push(...mistakesOfArcs(arcs, numberOf));
  if (issues.length > 0) throw new PlanningInputError(issues);

  const from = Int32Array.from(arcs, (arc) => numberOf.get(arc.from)!);
  const to = Int32Array.from(arcs, (arc) => numberOf.get(arc.to)!);
  refuseCycle(stages, from, to);
  refuseEndsThatDoNotSay(stages, from);

  const column = (read: (stage: ReadStage) => number) => Float64Array.from(stages, read);
  const holdingCost = column((stage) => stage.holdingCost);
  const safetyFactor = column((stage) => stage.safetyFactor);
  const flows = { from, to, quantity: Float64Array.from(arcs, (arc) => arc.quantity) };
  const { demandDeviation, demandMean } = pooledDemand(
    flows,
    column((stage) => stage.demandDeviation ?? Number.NaN),
    column((stage) => stage.demandMean ?? Number.NaN),
  );
  const network = serviceNetwork({
    from,
    to,
    stageTime: column((stage) => stage.stageTime),
    weight: demandDeviation.map((deviation, n) => holdingCost[n]! * safetyFactor[n]! * deviation),
    external: Int32Array.from(stages, (stage) => stage.externalInboundServiceTime),
    longestPromise: Int32Array.from(stages, (stage) => stage.maxServiceTime ?? UNLIMITED),
  });
  refuseWhatIsTooLarge(network);
  const ids = stages.map(({ id }) => id);
  return { network, ids, numberOf, safetyFactor, holdingCost, demandDeviation, demandMean };
}

function mistakesOfArcs(arcs: readonly ReadArc[], numberOf: ReadonlyMap<string, number>): Issue[] {
  const issues: Issue[] = [];
  const known = new Set<string>();
  for (const [n, { from, to }] of arcs.entries()) {
    for (const [end, id] of [from, to].entries()) {
      if (numberOf.has(id)) continue;
      const message = `The stage (${show(id)}) of an arc is none of the stages. Add it, or correct the id.`;
      issues.push({ code: "contradiction", path: ["arcs", n, end], message });
    }
    const key = JSON.stringify([from, to]);
    if (known.has(key)) {
      const message = `The arc from ${show(from)} to ${show(to)} is given twice. Add up the quantities in one.`;
      issues.push({ code: "contradiction", path: ["arcs", n], message });
    }
    known.add(key);
  }
  return issues;
}

function refuseCycle(stages: readonly ReadStage[], from: Int32Array, to: Int32Array): void {
  const { cycle } = acyclicOrder(stages.length, from, to);
  if (cycle === undefined) return;
  const ids = cycle.map((n) => show(stages[n]!.id));
  const around = ids.length > 10 ? [...ids.slice(0, 9), "…", ids[0]] : ids;
  const message = `The stages ${around.join(" → ")} supply one another in a circle. Take one of the arcs out.`;
  refuse("contradiction", ["arcs"], message);
}

/** Whoever supplies no other stage serves customers, and must say what they may expect. */
function refuseEndsThatDoNotSay(stages: readonly ReadStage[], from: Int32Array): void {
  const supplies = new Set(from);
  const issues: Issue[] = [];
  for (const [n, stage] of stages.entries()) {
    if (supplies.has(n)) continue;
    const needed = [
      ["maxServiceTime", "how long its customers wait at most, 0 when they take from stock"],
      ["demandDeviation", "the standard deviation of its demand in one period"],
    ] as const;
    for (const [field, what] of needed) {
      if (stage[field] !== undefined) continue;
      const message = `The ${field} of the end stage ${show(stage.id)} is missing. Say ${what}.`;
      issues.push({ code: "missingField", path: ["stages", n, field], message });
    }
  }
  if (issues.length > 0) throw new PlanningInputError(issues);
}

/** Refuses networks whose tables would take too long or too much room, and costs beyond numbers. */
function refuseWhatIsTooLarge(network: ServiceNetwork): void {
  const { from, to, weight } = network;
  const longest = longestReplenishment(network);
  const steps = longest.reduce((sum, periods) => sum + (periods + 1) ** 2, 0);
  let entries = longest.reduce((sum, periods) => sum + 4 * (periods + 1), 0);
  for (let e = 0; e < from.length; e++) entries += longest[from[e]!]! + longest[to[e]!]! + 2;
  if (steps > MOST_STEPS || entries > MOST_ENTRIES) {
    const most = longest.reduce((a, b) => Math.max(a, b), 0);
    const message = `The stage times of the ${network.count} stages add up to ${most} periods on the longest way, too many to try. Choose a longer unit of time.`;
    refuse("outOfRange", ["stages"], message);
  }
  const total = weight.reduce((sum, factor) => sum + factor, 0);
  if (!(total < 1e150)) {
    const message =
      "The products of holdingCost, safetyFactor and demandDeviation add up to 1e150 or more. Choose other units.";
    refuse("outOfRange", ["stages"], message);
  }
}
