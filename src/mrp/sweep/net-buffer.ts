import { PlanningInputError } from "../../core/index.js";
import { type BufferZoneCounts, bufferZoneCounts } from "../../inventory/index.js";
import { overflow } from "../compile/changes.js";
import type { Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { coProductsOf } from "./co-products.js";
import { orderForward } from "./order-forward.js";

/**
 * DDMRP (chapter 11, K39): compares the net flow with the zones of the buffer once, at T0, and
 * orders up to the top of green, forward from the day on which what is below can be there.
 *
 * Needs stand in `arena.delta` by netting day; they are left as they are.
 */
export function netBuffer(model: Model, arena: Arena, point: number): void {
  const buffer = model.detail(point).parameters.buffer!;
  const { spikeThreshold, topOfYellow, topOfGreen } = zonesOf(model, point);
  const horizon = buffer.spikeHorizon ?? model.decoupledLeadTime![point]!;
  const parts = {
    onHand: usableAtStart(model, point),
    onOrder: onOrder(model, arena, point),
    qualifiedDemand: qualifiedDemand(model, arena, spikeThreshold, horizon),
  };
  const figures = { spikeThreshold, spikesUntil: horizon, topOfYellow, topOfGreen };
  arena.observe?.netFlow({ ...parts, ...figures });
  const netFlow = parts.onHand + parts.onOrder - parts.qualifiedDemand;
  const isEnough =
    model.conventions.trigger === "atOrBelow" ? netFlow > topOfYellow : netFlow >= topOfYellow;
  if (isEnough) return;
  orderForward(model, arena, point, {
    missing: topOfYellow - netFlow,
    quantity: topOfGreen - netFlow,
    each: false,
    above: false,
  });
}

/** @throws PlanningInputError when a zone leaves the exact range */
function zonesOf(model: Model, point: number): BufferZoneCounts {
  const { buffer, modifiers } = model.detail(point).parameters;
  const { averageDailyUsage, leadTimeFactor, variabilityFactor, orderCycle, spikeShare } = buffer!;
  try {
    return bufferZoneCounts({
      averageDailyUsage,
      decoupledLeadTime: model.decoupledLeadTime![point]!,
      leadTimeFactor,
      variabilityFactor,
      orderCycle,
      minimumOrder: modifiers.minimum,
      spikeShare,
    });
  } catch (error) {
    // All its arguments are checked: only the size of a zone can be refused.
    if (error instanceof PlanningInputError) {
      throw overflow(model.problem, model.points.item[point]!);
    }
    throw error;
  }
}

/** Stock that may be used on T0, what expires then left out. */
function usableAtStart(model: Model, point: number): number {
  let stock = model.onHand.at(point);
  for (const lot of model.detail(point).lots) {
    if (lot.origin === NONE && lot.day <= 0 && lot.expires > 0) stock += lot.quantity;
  }
  return stock;
}

/** All open supply, and co-products within the horizon (K35), whenever they are due. */
function onOrder(model: Model, arena: Arena, point: number): number {
  let sum = 0;
  coProductsOf(model, arena, point, (_, quantity) => {
    sum += quantity;
  });
  for (const { quantity } of model.detail(point).standing) sum += quantity;
  return sum;
}

/** What is due by T0, and the days after it that are spikes, whole. */
function qualifiedDemand(model: Model, { delta }: Arena, spike: number, horizon: number): number {
  let sum = -delta[0]!;
  for (let day = 1; day <= horizon && day < model.days; day++) {
    const need = -delta[day]!;
    if (need > 0 && need >= spike) sum += need;
  }
  return sum;
}
