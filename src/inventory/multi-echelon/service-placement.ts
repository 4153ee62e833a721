import type { AskedNetwork } from "./read-network.js";

/** What one stage promises and keeps. */
export interface StagePlacement {
  readonly id: string;
  /** Periods that it waits for the last of what it takes in (SI). */
  readonly inboundServiceTime: number;
  /** Periods that it promises to all whom it serves (S). */
  readonly serviceTime: number;
  /** Periods of demand that its stock must cover: inbound + stage time − service time. */
  readonly netReplenishmentTime: number;
  /** Standard deviation of the demand in one period, given or pooled. */
  readonly demandDeviation: number;
  /** safetyFactor × demandDeviation × √netReplenishmentTime. */
  readonly safetyStock: number;
  /** Cost of holding the safety stock for one unit of time. */
  readonly cost: number;
  /** Mean stock in work or on the way within the stage: mean demand × stage time, if that is known. */
  readonly pipelineStock?: number;
  /** What stock and open supply are brought up to: mean demand in that time + safety stock. */
  readonly baseStockLevel?: number;
}

/** Where safety stock lies, and what it costs. */
export interface ServicePlacement {
  /** Cost of holding all safety stock for one unit of time. */
  readonly cost: number;
  /** The stages in the order in which they were given. */
  readonly stages: readonly StagePlacement[];
}

/** The service times that a stage waits for, from those that the stages promise. */
export function inboundTimes(
  { network }: Pick<AskedNetwork, "network">,
  outbound: Int32Array,
): Int32Array {
  const inbound = network.external.slice();
  for (let e = 0; e < network.from.length; e++) {
    const to = network.to[e]!;
    inbound[to] = Math.max(inbound[to]!, outbound[network.from[e]!]!);
  }
  return inbound;
}

/** What each stage keeps when it promises these times, which must be possible. */
export function placementOf(asked: AskedNetwork, outbound: Int32Array): ServicePlacement {
  const { network, ids, safetyFactor, holdingCost, demandDeviation, demandMean } = asked;
  const inbound = inboundTimes(asked, outbound);
  let cost = 0;
  const stages = ids.map((id, n): StagePlacement => {
    const periods = inbound[n]! + network.stageTime[n]! - outbound[n]!;
    const safetyStock = safetyFactor[n]! * demandDeviation[n]! * Math.sqrt(periods);
    const mean = demandMean[n]!;
    cost += holdingCost[n]! * safetyStock;
    return {
      id,
      inboundServiceTime: inbound[n]!,
      serviceTime: outbound[n]!,
      netReplenishmentTime: periods,
      demandDeviation: demandDeviation[n]!,
      safetyStock,
      cost: holdingCost[n]! * safetyStock,
      ...(Number.isNaN(mean)
        ? {}
        : {
            pipelineStock: mean * network.stageTime[n]!,
            baseStockLevel: mean * periods + safetyStock,
          }),
    };
  });
  return { cost, stages };
}
