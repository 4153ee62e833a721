import type { PlanState } from "../plan/plan-state.js";
import type { Need } from "../sweep/need.js";
import type { OrderStep } from "./explanation.js";
import { figuresOf } from "./explanation-figures.js";
import type { LotLog, ShortageLog } from "./explanation-log.js";
import { coveredShortfalls, positionOf } from "./explanation-lot.js";
import { explainedNeed } from "./explanation-need.js";
import type { Replay } from "./explanation-replay.js";
import {
  coProductsStep,
  drawnInTime,
  fallOfStock,
  needsUpTo,
  openSupplyStep,
} from "./explanation-stock.js";
import type {
  LaterNeedsStep,
  NeedsStep,
  NetFlowStep,
  PositionStep,
} from "./explanation-trigger-steps.js";

/** N1 – N4, N8: how stock came to fall short of its floor, and what was drawn first. */
export function shortageSteps(
  state: PlanState,
  replay: Replay,
  shortage: ShortageLog,
  { asked }: LotLog,
): OrderStep[] {
  const { point } = replay;
  const { face, date } = figuresOf(state, point);
  const { day } = shortage.day;
  const { fenceEnd } = state.model.detail(point);
  const { step, needs } = fallOfStock(state, replay, shortage);
  const openSupply = openSupplyStep(state, replay, shortage);
  const coProducts = coProductsStep(state, point, shortage);
  return [
    step,
    needsStep(state, point, "needs", needs),
    ...(fenceEnd > 0 && day === fenceEnd ? [{ step: "fence", date: date(fenceEnd) } as const] : []),
    ...(openSupply === undefined ? [] : [openSupply]),
    {
      step: "shortage",
      date: date(day),
      projected: face(asked.projected),
      placed: face(asked.projected - shortage.stock - drawnInTime(shortage)),
      floor: face(asked.floor),
      net: face(Math.max(0, asked.floor - asked.projected)),
    },
    ...(coProducts === undefined ? [] : [coProducts]),
  ];
}

/** Needs of later days that a rule that looks ahead covers too. */
export function laterNeedsSteps(
  state: PlanState,
  replay: Replay,
  shortage: ShortageLog,
  { asked, look }: LotLog,
): LaterNeedsStep[] {
  const last = look && asked.isShort ? coveredShortfalls(look).at(-1) : undefined;
  if (last === undefined) return [];
  const needs = needsUpTo(replay, shortage, last.day);
  return needs.length === 0 ? [] : [needsStep(state, replay.point, "laterNeeds", needs)];
}

function needsStep<Step extends "needs" | "laterNeeds">(
  state: PlanState,
  point: number,
  step: Step,
  needs: readonly Need[],
): { readonly step: Step } & Pick<NeedsStep, "needs" | "quantity"> {
  const { face } = figuresOf(state, point);
  const quantity = needs.reduce((sum, need) => sum.plus(face(need.quantity)), face(0));
  return { step, needs: needs.map((need) => explainedNeed(state, point, need)), quantity };
}

/** N9, K39: the stock position or the net flow at T0. */
export function positionSteps(
  state: PlanState,
  { point, log }: Replay,
  { asked }: LotLog,
): OrderStep[] {
  if (log.flow !== undefined) return [netFlowStep(state, point, log.flow)];
  return [positionStep(state, point, log.stockPosition!, asked.projected)];
}

/** N9: the stock position against the reorder point. */
export function positionStep(
  state: PlanState,
  point: number,
  parts: NonNullable<Replay["log"]["stockPosition"]>,
  placed: number,
): PositionStep {
  const { face, date } = figuresOf(state, point);
  const { reorderPoint } = state.model.detail(point).parameters;
  const position = positionOf(parts);
  return {
    step: "position",
    date: date(0),
    onHand: face(parts.onHand),
    openSupply: face(parts.openSupply),
    coProducts: face(parts.coProducts),
    booked: face(parts.booked),
    pastDueDemand: face(parts.pastDueDemand),
    position: face(position),
    placed: face(placed),
    reorderPoint: face(reorderPoint),
    net: face(Math.max(0, reorderPoint - position - placed)),
  };
}

/** K39: the net flow against the top of yellow. */
export function netFlowStep(
  state: PlanState,
  point: number,
  flow: NonNullable<Replay["log"]["flow"]>,
): NetFlowStep {
  const { face, date } = figuresOf(state, point);
  const netFlow = flow.onHand + flow.onOrder - flow.qualifiedDemand;
  return {
    step: "netFlow",
    date: date(0),
    onHand: face(flow.onHand),
    onOrder: face(flow.onOrder),
    qualifiedDemand: face(flow.qualifiedDemand),
    spikeThreshold: face(flow.spikeThreshold),
    spikesUntil: date(flow.spikesUntil),
    netFlow: face(netFlow),
    topOfYellow: face(flow.topOfYellow),
    net: face(Math.max(0, flow.topOfYellow - netFlow)),
  };
}
