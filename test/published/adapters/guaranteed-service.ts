import { guaranteedService, guaranteedServiceCost } from "../../../src/inventory/index.js";
import { compareFigures } from "./figures.js";

/** The fields of `expected` that are compared. */
export const GUARANTEED_SERVICE = ["cost", "serviceTimes", "published"];

/** The fields of a stage, as the cases call them and as the library does. */
const STAGE_FIELDS: Readonly<Record<string, string>> = {
  id: "id",
  stageTime: "stageTime",
  holdingCost: "holdingCost",
  safetyFactor: "safetyFactor",
  demandSd: "demandDeviation",
  externalInboundServiceTime: "externalInboundServiceTime",
  maxServiceTime: "maxServiceTime",
};

type Network = Omit<Parameters<typeof guaranteedServiceCost>[0], "serviceTimes">;
type Times = Readonly<Record<string, number>>;

interface Expected {
  readonly cost: number;
  readonly serviceTimes: Times;
  readonly published?: { readonly cost?: number; readonly stageCosts?: Times };
}

/**
 * Several vectors of service times may cost the same. So the least cost is compared, and both the
 * vector found and that of the case must come to it.
 */
export function compareGuaranteedService(input: unknown, expected: unknown): string[] {
  const { stages, arcs } = input as Network;
  const network = { stages: stages.map(stageOf), arcs } as unknown as Network;
  const { cost, serviceTimes, published = {} } = expected as Expected;
  const found = guaranteedService(network);
  const own = guaranteedServiceCost({ ...network, serviceTimes: found.serviceTimes });
  const theirs = guaranteedServiceCost({ ...network, serviceTimes });
  const stageCosts = Object.fromEntries(theirs.stages.map((stage) => [stage.id, stage.cost]));
  return [
    ...compareFigures("cost", cost, found.cost, 1e-6),
    ...compareFigures("cost of the service times found", cost, own.cost, 1e-6),
    ...compareFigures("cost of the service times of the case", cost, theirs.cost, 1e-6),
    ...compareFigures("stageCosts", published.stageCosts ?? {}, stageCosts, 1e-3),
    // What is printed is rounded to thousands.
    ...compareFigures("published cost", published.cost ?? cost, cost, 1e-3),
  ];
}

function stageOf(stage: object): object {
  return Object.fromEntries(
    Object.entries(stage).flatMap(([field, value]) => {
      const name = STAGE_FIELDS[field];
      return name === undefined ? [] : [[name, value]];
    }),
  );
}
