import {
  addRatios,
  divideRatios,
  multiplyRatios,
  parseRatio,
  type Ratio,
} from "../../core/index.js";
import { timedOperations } from "../../routing/index.js";
import type { CostPlace } from "./cost-rows.js";
import type { CostSetting } from "./cost-setting.js";
import type { CostWay } from "./cost-way.js";
import { costingLot } from "./costing-lot.js";
import { firstSource } from "./first-source.js";
import { routingOf } from "./order-hours.js";
import type { CostParts, WorkCost } from "./work-cost.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** Finds of what a cost that is rolled up consists, beside components. */
export function costParts(
  setting: CostSetting,
  place: CostPlace,
  { own, coProducts }: CostWay,
  making: Ratio,
): CostParts {
  const { rows, day, inCurrency } = setting;
  const credit = coProducts.reduce<Ratio>(
    (sum, { quantity, credit: each }) =>
      each === undefined ? sum : addRatios(sum, multiplyRatios(quantity, each)),
    NOTHING,
  );
  const parts = { making, subcontract: own.subcontract, credit };
  if (own.setup.num === 0n && own.run.num === 0n) return { ...parts, setup: [], run: [] };
  const source = firstSource(rows, place, day);
  if (source?.kind !== "make") return { ...parts, setup: [], run: [] };
  const lot = costingLot(rows, place, source.row);
  const routing = routingOf(setting, place, source);
  const operations = routing === undefined ? [] : timedOperations(routing, lot.start);
  const setup: WorkCost[] = [];
  const run: WorkCost[] = [];
  for (const { workCenter, load, runHours } of operations) {
    const rate = workCenter?.costPerHour;
    if (workCenter === undefined || rate === undefined) continue;
    const others = addRatios(load, { num: -runHours.num, den: runHours.den });
    for (const [list, hours] of [
      [setup, others],
      [run, runHours],
    ] as const) {
      const cost = inCurrency(multiplyRatios(hours, rate), undefined);
      if (cost === undefined || cost.num === 0n) continue;
      list.push({ workCenter: workCenter.id, cost: divideRatios(cost, lot.good) });
    }
  }
  const isStated = parseRatio(rows.parameter(place, "setupCost")) !== undefined;
  const stated = own.setup.num === 0n ? [] : [{ workCenter: null, cost: own.setup }];
  return { ...parts, setup: isStated ? stated : setup, run };
}
