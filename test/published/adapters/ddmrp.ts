import {
  averageDailyUsage,
  type BufferRounding,
  type BufferTrigger,
  bufferZones,
  executionPriority,
  incomingSupply,
  netFlowPosition,
  orderRecommendation,
  planningPriority,
  qualifiedDemand,
} from "../../../src/inventory/index.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";

interface BufferRow {
  readonly id?: string;
  readonly adu?: number;
  readonly dlt?: number;
  readonly leadTimeFactor?: number;
  readonly variabilityFactor?: number;
  readonly moq?: number;
  readonly orderCycle?: number;
  readonly spikeThresholdShareOfRed?: number;
  readonly red?: number;
  readonly yellow?: number;
  readonly green?: number;
  readonly onHand?: number;
  readonly onOrder?: number;
  readonly qualifiedDemand?: number;
  readonly netFlow?: number;
  readonly orderMultiple?: number;
  readonly multipleTolerancePercent?: number;
}

interface BuffersInput {
  readonly buffers: readonly BufferRow[];
  readonly rounding?: BufferRounding;
  readonly trigger?: "belowTopOfYellow" | "atOrBelowTopOfYellow";
}

interface DemandInput {
  readonly today: string;
  readonly spikeHorizonDays?: number;
  readonly spikeThreshold: number;
  readonly byOrder?: boolean;
  readonly demands: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly due: string;
  }[];
}

interface IncomingInput {
  readonly today: string;
  readonly dlt: number;
  readonly receipts: readonly { readonly quantity: number; readonly due: string }[];
}

interface UsageInput {
  readonly today: string;
  readonly pastDays?: number;
  readonly history?: readonly {
    readonly date: string;
    readonly quantity: number;
    readonly kind?: string;
  }[];
  readonly pastFactor?: number;
  readonly futureDays?: number;
  readonly futureFactor?: number;
  readonly forecasts?: readonly { readonly date: string; readonly quantity: number }[];
}

type Figure = number | string | boolean | readonly string[] | null | undefined;
type Figures = Readonly<Record<string, Figure>>;

/** Absolute, of figures that are not rounded. */
const TOLERANCE = 1e-6;

/** Runs a case of the area `ddmrp`, by its kind. */
export function ddmrp({ kind, input, expected }: PublishedCase): Verdict {
  switch (kind) {
    case "zones":
    case "netFlow":
    case "order":
      return verdictOf(ofBuffers(input as BuffersInput, expected));
    case "qualifiedDemand":
      return verdictOf(faults(expected, demandFigures(input as DemandInput)));
    case "incoming":
      return verdictOf(faults(expected, incomingFigures(input as IncomingInput)));
    case "adu":
      return verdictOf(faults(expected, usageFigures(input as UsageInput)));
    default:
      return { outcome: "notYet", reason: `the kind ${kind} has no function` };
  }
}

function ofBuffers(input: BuffersInput, expected: unknown): string[] {
  const wrong = faultsOfExpected(expected, ["buffers"]);
  if (wrong.length > 0) return wrong;
  const { buffers } = expected as { buffers: readonly unknown[] };
  if (buffers.length !== input.buffers.length) return ["not as many buffers as in the input"];
  return input.buffers.flatMap((buffer, n) =>
    faults(buffers[n], bufferFigures(buffer, input)).map((fault) => `buffer ${n}: ${fault}`),
  );
}

function bufferFigures(buffer: BufferRow, { rounding, trigger }: BuffersInput): Figures {
  const zones = zonesOf(buffer, rounding ?? "none");
  const { red, yellow, green } = zones;
  const topOfYellow = red + yellow;
  const topOfGreen = topOfYellow + green;
  const when: BufferTrigger = trigger === "atOrBelowTopOfYellow" ? "atOrBelow" : "below";
  const { onHand, onOrder = 0, qualifiedDemand: qualified = 0 } = buffer;
  const netFlow =
    buffer.netFlow ??
    (onHand === undefined
      ? undefined
      : netFlowPosition({ onHand, onOrder, qualifiedDemand: qualified }));
  const execution = onHand === undefined ? undefined : executionPriority({ onHand, red });
  const figures = { ...zones, topOfYellow, topOfGreen, executionPriority: execution?.color };
  const onHandPercentOfRed = toTwoDecimals(execution?.percent);
  if (netFlow === undefined) return { ...figures, onHandPercentOfRed };
  const planning = planningPriority({ netFlow, red, yellow, green, trigger: when });
  const asked = {
    netFlow,
    topOfYellow,
    topOfGreen,
    trigger: when,
    minimumOrder: buffer.moq ?? 0,
    ...(buffer.orderMultiple === undefined ? {} : { orderMultiple: buffer.orderMultiple }),
    multipleTolerancePercent: buffer.multipleTolerancePercent ?? 0,
  };
  const order = orderRecommendation(asked);
  return {
    ...figures,
    onHandPercentOfRed,
    netFlow,
    netFlowPercent: toTwoDecimals(planning.percent),
    planningPriority: planning.color,
    need: order.need,
    recommend: order.quantity,
    recommendRoundedUp: orderRecommendation({ ...asked, wholeUnits: true }).quantity,
    orderNeeded: order.orderNeeded,
    netFlowAfter: order.netFlowAfter,
    overTopOfGreen: order.overTopOfGreen,
  };
}

/** The zones as they are given, or as they follow from usage and factors. */
function zonesOf(buffer: BufferRow, rounding: BufferRounding) {
  const { adu, dlt, leadTimeFactor, variabilityFactor } = buffer;
  if (adu === undefined || dlt === undefined) {
    const { red = 0, yellow = 0, green = 0 } = buffer;
    return { red, yellow, green };
  }
  const zones = bufferZones({
    averageDailyUsage: adu,
    decoupledLeadTime: dlt,
    leadTimeFactor: leadTimeFactor ?? 1,
    variabilityFactor: variabilityFactor ?? 0,
    minimumOrder: buffer.moq ?? 0,
    orderCycle: buffer.orderCycle ?? 0,
    spikeShare: buffer.spikeThresholdShareOfRed ?? 0.5,
    rounding,
  });
  return {
    redBase: zones.redBase,
    redSafety: zones.redSafety,
    red: buffer.red ?? zones.red,
    yellow: buffer.yellow ?? zones.yellow,
    green: buffer.green ?? zones.green,
    greenOrderCycle: zones.greenOrderCycle,
    greenLeadTime: zones.greenLeadTime,
    greenMoq: zones.greenMinimumOrder,
    spikeThreshold: zones.spikeThreshold,
  };
}

function demandFigures(input: DemandInput): Figures {
  const { today, demands, spikeThreshold, spikeHorizonDays, byOrder } = input;
  const found = qualifiedDemand({
    today,
    demands,
    spikeThreshold,
    ...(spikeHorizonDays === undefined ? {} : { spikeHorizon: spikeHorizonDays }),
    by: byOrder ? "order" : "day",
  });
  return {
    qualifiedDemand: found.quantity,
    qualified: found.qualified,
    outsideHorizon: found.outsideHorizon,
  };
}

function incomingFigures({ today, dlt, receipts }: IncomingInput): Figures {
  const found = incomingSupply({ today, decoupledLeadTime: dlt, receipts });
  return { incomingWithinDlt: found.withinLeadTime, incomingOutsideDlt: found.afterLeadTime };
}

function usageFigures(input: UsageInput): Figures {
  const { today, pastDays, history = [], futureDays, forecasts = [] } = input;
  const usage = history.map(({ date, quantity, kind }) => ({
    date,
    quantity,
    kind: kind === "inventory-loss" ? ("loss" as const) : ("usage" as const),
  }));
  const weight = (factor: number | undefined) => (factor === undefined ? {} : { weight: factor });
  const found = averageDailyUsage({
    today,
    ...(pastDays === undefined
      ? {}
      : { past: { days: pastDays, usage, ...weight(input.pastFactor) } }),
    ...(futureDays === undefined
      ? {}
      : { future: { days: futureDays, forecast: forecasts, ...weight(input.futureFactor) } }),
  });
  return { adu: found.averageDailyUsage };
}

/** What differs, with what is expected and never computed. */
function faults(expected: unknown, found: Figures): string[] {
  const wrong = faultsOfExpected(expected, Object.keys(found));
  if (wrong.length > 0) return wrong;
  return Object.entries(expected as Figures).flatMap(([field, figure]) => {
    const same = isSame(figure, found[field]);
    return same ? [] : [`${field}: expected ${figure}, found ${found[field]}`];
  });
}

function isSame(wanted: Figure, found: Figure): boolean {
  return typeof wanted === "number" && typeof found === "number"
    ? Math.abs(wanted - found) <= TOLERANCE
    : JSON.stringify(wanted) === JSON.stringify(found);
}

function toTwoDecimals(percent: number | null | undefined): number | null | undefined {
  return typeof percent === "number" ? Math.round(percent * 100) / 100 : percent;
}
