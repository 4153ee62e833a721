import { countWords, type Issue, PlanningInputError } from "../../core/index.js";
import { type Check, readArgument, show, wrongType } from "../argument.js";
import { finite } from "../finite.js";
import { type AskedNetwork, readNetwork } from "./read-network.js";
import { UNLIMITED } from "./service-network.js";
import { inboundTimes, placementOf, type ServicePlacement } from "./service-placement.js";
import { NETWORK_FIELDS, type ServiceNetworkInput, wholePeriods } from "./stage-argument.js";

/** A supply chain, and what its stages promise. */
export interface GuaranteedServiceCostInput extends ServiceNetworkInput {
  /** Whole periods that each stage promises to all whom it serves, by its id. */
  readonly serviceTimes: Readonly<Record<string, number>>;
}

/**
 * What safety stock costs when the stages promise given service times.
 *
 * @param input - stages and arcs as for {@link guaranteedService}, and a service time for each stage
 * @returns safety stock and cost by stage, and the cost of all
 * @throws PlanningInputError when a field is wrong, when a stage has no service time, or when it
 * promises less than its inbound and stage time can be (the stock would cover negative time), or more
 * than its customers accept
 *
 * S. C. Graves and S. P. Willems, M&SOM 2 (2000); Snyder & Shen §6.3.
 *
 * @example
 * ```ts
 * const { cost, stages } = guaranteedServiceCost({
 *   stages: [
 *     { id: "bake", stageTime: 4, holdingCost: 1, safetyFactor: 2, demandDeviation: 5 },
 *     { id: "shop", stageTime: 0, holdingCost: 3, safetyFactor: 2, demandDeviation: 5, maxServiceTime: 0 },
 *   ],
 *   arcs: [["bake", "shop"]],
 *   serviceTimes: { bake: 0, shop: 0 },
 * });
 * cost; // => 20
 * stages.map(({ id, safetyStock }) => `${id} ${safetyStock}`); // => ["bake 20", "shop 0"]
 * ```
 */
export function guaranteedServiceCost(input: GuaranteedServiceCostInput): ServicePlacement {
  const { stages, arcs, serviceTimes } = readArgument(input, {
    ...NETWORK_FIELDS,
    serviceTimes: periodsById,
  });
  const asked = readNetwork(stages, arcs);
  const outbound = Int32Array.from(asked.ids, (id) => serviceTimes.get(id) ?? 0);
  const issues = [
    ...mistakesOfNames(asked, serviceTimes),
    ...mistakesOfPromises(asked, serviceTimes, outbound),
  ];
  if (issues.length > 0) throw new PlanningInputError(issues);
  return finite(placementOf(asked, outbound));
}

/** Reads whole periods by the id of a stage. */
const periodsById: Check<ReadonlyMap<string, number>> = (value, place) => {
  const periods = new Map<string, number>();
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    wrongType(value, place, "an object with the service time of each stage");
    return periods;
  }
  for (const [id, time] of Object.entries(value)) {
    periods.set(id, wholePeriods(time, { ...place, path: [...place.path, id] }));
  }
  return periods;
};

function mistakesOfNames(
  { ids, numberOf }: AskedNetwork,
  serviceTimes: ReadonlyMap<string, number>,
): Issue[] {
  const missing = ids.filter((id) => !serviceTimes.has(id));
  const unknown = [...serviceTimes.keys()].filter((id) => !numberOf.has(id));
  return [
    ...missing.map((id) => ({
      code: "missingField",
      path: ["serviceTimes", id],
      message: `The service time of the stage ${show(id)} is missing.`,
    })),
    ...unknown.map((id) => ({
      code: "unknownField",
      path: ["serviceTimes", id],
      message: `The stage (${show(id)}) with a service time is none of the stages. Correct the id.`,
    })),
  ];
}

function mistakesOfPromises(
  asked: AskedNetwork,
  serviceTimes: ReadonlyMap<string, number>,
  outbound: Int32Array,
): Issue[] {
  const { ids, network } = asked;
  const inbound = inboundTimes(asked, outbound);
  const issues: Issue[] = [];
  for (const [n, id] of ids.entries()) {
    if (!serviceTimes.has(id)) continue;
    const promise = outbound[n]!;
    const needed = inbound[n]! + network.stageTime[n]!;
    const accepted = network.longestPromise[n]!;
    const say = (message: string): void => {
      issues.push({ code: "contradiction", path: ["serviceTimes", id], message });
    };
    if (promise > needed) {
      say(
        `The stage ${show(id)} needs ${countWords(needed, "period")} when it keeps no stock. Its service time (${promise}) must not be longer.`,
      );
    }
    if (accepted !== UNLIMITED && promise > accepted) {
      say(
        `The customers of the stage ${show(id)} wait ${countWords(accepted, "period")}. Its service time (${promise}) must not be longer.`,
      );
    }
  }
  return issues;
}
