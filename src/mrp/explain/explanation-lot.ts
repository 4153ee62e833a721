import { formatRatio, powerOfTen, ratioOf } from "../../core/index.js";
import type { PlanState } from "../plan/plan-state.js";
import { type Figures, figuresOf } from "./explanation-figures.js";
import type { LookLog, LotLog } from "./explanation-log.js";
import type { CostLotStep, LotStep } from "./explanation-lot-steps.js";
import type { Replay } from "./explanation-replay.js";

/** The name of each lot rule in chapter L. */
const LAW_OF: Readonly<Record<LotStep["rule"], string>> = {
  lotForLot: "L1",
  fixedOrderQuantity: "L2",
  periodOrderQuantity: "L3",
  economicOrderQuantity: "L4",
  leastUnitCost: "L5",
  leastTotalCost: "L6",
  partPeriodBalancing: "L7",
  silverMeal: "L8",
  groff: "L9",
  incrementalOrderQuantity: "L10",
  wagnerWhitin: "L11",
  orderUpTo: "L12",
  topOfGreen: "K39",
};

/** How the lot rule of a stocking point sized what was asked. */
export function lotStep(state: PlanState, replay: Replay, lot: LotLog, lots: number): LotStep {
  const { model } = state;
  const { point, log } = replay;
  const { asked, look } = lot;
  const figures = figuresOf(state, point);
  const { face, date } = figures;
  const { lot: rule } = model.detail(point);
  const head = <Rule extends LotStep["rule"]>(name: Rule) =>
    ({
      step: "lot",
      rule: name,
      law: LAW_OF[name],
      net: face(Math.max(0, asked.net)),
      quantity: face(asked.quantity),
    }) as const;
  if (log.flow !== undefined) {
    const { onHand, onOrder, qualifiedDemand, topOfGreen } = log.flow;
    const netFlow = onHand + onOrder - qualifiedDemand;
    return { ...head("topOfGreen"), level: face(topOfGreen), projected: face(netFlow) };
  }
  if (rule.rule === "fixedOrderQuantity") {
    const above =
      model.conventions.trigger === "atOrBelow" && asked.isOwn && isCommon(state, point);
    const name = rule.isEconomic === true ? "economicOrderQuantity" : "fixedOrderQuantity";
    const isEach = rule.each;
    const number = isEach ? lots : Math.round(asked.quantity / rule.quantity);
    return { ...head(name), lot: face(rule.quantity), lots: number, each: isEach, above };
  }
  // K40: what only a co-product lacks is ordered as it is; so is what a stock position lacks.
  if (!asked.isShort || rule.rule === "lotForLot") return head("lotForLot");
  if (rule.rule === "orderUpTo") {
    const { stockPosition } = log;
    const projected = stockPosition === undefined ? asked.projected : positionOf(stockPosition);
    return { ...head("orderUpTo"), level: face(rule.orderUpTo), projected: face(projected) };
  }
  if (look === undefined) return head("lotForLot");
  if (rule.rule === "periodOrderQuantity") {
    const shortfalls = look.shortfalls.map(shortfall(figures));
    return { ...head(rule.rule), until: date(look.end - 1), shortfalls };
  }
  return {
    ...head(rule.rule),
    economicPartPeriod: economicPartPeriod(state, point),
    periods: look.periods.map(face),
    coveredPeriods: look.covered,
    shortfalls: coveredShortfalls(look).map(shortfall(figures)),
  };
}

function isCommon({ model }: PlanState, point: number): boolean {
  return model.points.segment[point]! < 0;
}

/** N9: the sum of the parts of a stock position. */
export function positionOf(parts: NonNullable<Replay["log"]["stockPosition"]>): number {
  const { onHand, openSupply, coProducts, booked, pastDueDemand } = parts;
  return onHand + openSupply + coProducts + booked - pastDueDemand;
}

function shortfall({ face, date }: Figures) {
  return ({ day, missing }: LookLog["shortfalls"][number]) => ({
    date: date(day),
    missing: face(missing),
  });
}

/** The days that are missing something and that the lot covers. */
export function coveredShortfalls({
  shortfalls,
  periods,
  covered,
}: LookLog): LookLog["shortfalls"] {
  if (periods.length === 0) return shortfalls;
  let left = periods.slice(0, covered).reduce((sum, need) => sum + need, 0);
  return shortfalls.filter(({ missing }) => {
    const isCovered = left > 0;
    left -= missing;
    return isCovered;
  });
}

function economicPartPeriod(
  { model }: PlanState,
  point: number,
): CostLotStep["economicPartPeriod"] {
  const { lot } = model.detail(point);
  if (!("figures" in lot) || lot.figures.costs.holding === 0n) return null;
  const { setup, holding } = lot.figures.costs;
  const { decimals } = model.problem.items[model.points.item[point]!]!;
  return formatRatio(ratioOf(setup, holding * powerOfTen(decimals)));
}
