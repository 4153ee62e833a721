import { addRatios, multiplyRatios, type Ratio } from "../../core/index.js";
import { type Routing, type TimedOperation, timedOperations } from "../../routing/index.js";
import { type CostPlace, latestOn } from "./cost-rows.js";
import type { CostSetting } from "./cost-setting.js";
import type { CostingLot } from "./costing-lot.js";
import type { FirstSource } from "./first-source.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** What the work on a costing lot costs, in the currency of the input. */
export interface OrderHours {
  /** Set-up and teardown × cost of an hour. */
  readonly setup: Ratio;
  readonly run: Ratio;
  /** What suppliers do. */
  readonly subcontract: Ratio;
  /** An operation of a supplier states no cost. */
  readonly isSubcontractUnknown: boolean;
}

const NO_WORK: OrderHours = {
  setup: NOTHING,
  run: NOTHING,
  subcontract: NOTHING,
  isSubcontractUnknown: false,
};

/**
 * What the work on a costing lot costs: hours of its operations, each at its own work centre (K53), ×
 * the cost of an hour there. A centre that states none costs nothing, and is named.
 */
export function orderHours(
  setting: CostSetting,
  place: CostPlace,
  source: FirstSource,
  { start }: CostingLot,
): OrderHours {
  const routing = routingOf(setting, place, source);
  if (routing === undefined) return NO_WORK;
  return timedOperations(routing, start).reduce(
    (sum, operation) => withOperation(sum, operation, setting.withoutRate),
    NO_WORK,
  );
}

/** The routing by which a costing lot is made. */
export function routingOf(
  { rows, day, routings }: CostSetting,
  place: CostPlace,
  source: FirstSource,
): Routing | undefined {
  const named = source.row?.routing;
  const namedAny = new Set(rows.sources(place).map(({ routing }) => routing));
  // K52: what no source names is chosen by its dates.
  const id =
    named ??
    latestOn(
      rows.routings(place).filter((row) => !namedAny.has(row.id)),
      day,
    )?.id;
  return id === undefined ? undefined : routings.get(id);
}

function withOperation(
  sum: OrderHours,
  { workCenter, subcontract, quantity, load, runHours }: TimedOperation,
  withoutRate: Set<string>,
): OrderHours {
  if (subcontract !== undefined) {
    if (subcontract.cost === undefined) return { ...sum, isSubcontractUnknown: true };
    const cost = multiplyRatios(subcontract.cost, quantity);
    return { ...sum, subcontract: addRatios(sum.subcontract, cost) };
  }
  const rate = workCenter?.costPerHour;
  if (rate === undefined) {
    if (workCenter !== undefined && load.num > 0n) withoutRate.add(workCenter.id);
    return sum;
  }
  const others = addRatios(load, { num: -runHours.num, den: runHours.den });
  return {
    ...sum,
    setup: addRatios(sum.setup, multiplyRatios(others, rate)),
    run: addRatios(sum.run, multiplyRatios(runHours, rate)),
  };
}
