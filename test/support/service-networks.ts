import { fc } from "@fast-check/vitest";
import type { ServiceArc, ServiceNetworkInput, ServiceStage } from "../../src/inventory/index.js";

/** A stage as it is drawn; what only an end stage says is taken where it is one. */
const stage = fc.record({
  halves: fc.nat({ max: 9 }),
  holdingCost: fc.nat({ max: 20 }),
  external: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
  wait: fc.nat({ max: 3 }),
  innerWait: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
});

/**
 * Small networks without circles, many of them with loops; some in several parts.
 *
 * @param most - stages at most
 */
export function serviceNetworks(most: number): fc.Arbitrary<ServiceNetworkInput> {
  return fc
    .record({
      drawn: fc.array(stage, { minLength: 1, maxLength: most }),
      density: fc.nat({ max: 9 }),
      dice: fc.array(fc.nat({ max: 9 }), { minLength: most * most, maxLength: most * most }),
    })
    .map(({ drawn, density, dice }) => {
      const arcs = drawn.flatMap((_, to) =>
        drawn.slice(0, to).flatMap((_, from): ServiceArc[] => {
          return dice[from * most + to]! < density ? [[`s${from}`, `s${to}`]] : [];
        }),
      );
      const supplies = new Set(arcs.map(([from]) => from));
      const stages = drawn.map(({ halves, holdingCost, external, wait, innerWait }, n) => {
        const id = `s${n}`;
        const maxServiceTime = supplies.has(id) ? innerWait : wait;
        return {
          id,
          stageTime: halves / 2,
          holdingCost,
          safetyFactor: 1,
          demandDeviation: 1,
          ...(external === undefined ? {} : { externalInboundServiceTime: external }),
          ...(maxServiceTime === undefined ? {} : { maxServiceTime }),
        };
      });
      return { stages, arcs };
    });
}

/** The inbound service time of a stage, as its definition says. */
export function inboundOf(
  { arcs }: ServiceNetworkInput,
  { id, externalInboundServiceTime = 0 }: ServiceStage,
  serviceTimes: Readonly<Record<string, number>>,
): number {
  const promised = arcs.filter(([, to]) => to === id).map(([from]) => serviceTimes[from] ?? 0);
  return Math.max(externalInboundServiceTime, ...promised);
}

/** The least cost over every vector of service times; stages stand behind their suppliers. */
export function leastCostByTrying(network: ServiceNetworkInput): number {
  const serviceTimes: Record<string, number> = {};
  let least = Number.POSITIVE_INFINITY;
  const decide = (n: number, cost: number): void => {
    const stage = network.stages[n];
    if (stage === undefined) least = Math.min(least, cost);
    if (stage === undefined || cost >= least) return;
    const longest = inboundOf(network, stage, serviceTimes) + stage.stageTime;
    const last = Math.min(Math.floor(longest), stage.maxServiceTime ?? longest);
    for (let time = last; time >= 0; time--) {
      serviceTimes[stage.id] = time;
      const weight = stage.holdingCost * stage.safetyFactor * (stage.demandDeviation ?? 0);
      decide(n + 1, cost + weight * Math.sqrt(longest - time));
    }
    serviceTimes[stage.id] = 0;
  };
  decide(0, 0);
  return least;
}
