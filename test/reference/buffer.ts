/**
 * The parameters of a buffer and its zones in whole 10^-decimals (chapter 11, K39).
 */
import type { Fraction } from "./numbers.js";
import { ceil, fraction, larger, powerOfTen, readRatio, times } from "./numbers.js";
import type { DdmrpRow } from "./types.js";

export interface Buffer {
  /** 10^-decimals of the item a day. */
  usage: Fraction;
  leadTimeFactor: Fraction;
  variabilityFactor: Fraction;
  orderCycle: number;
  /** Of the item at the site, whatever its sources say. */
  minimumOrder: bigint;
  /** Undefined: the decoupled lead time. */
  spikeHorizon?: number;
  spikeShare: Fraction;
  /** Undefined: as computed. */
  decoupledLeadTime?: number;
}

export function bufferOf(row: DdmrpRow, decimals: number, minimumOrder: bigint): Buffer {
  const { spikeHorizon, decoupledLeadTime } = row;
  return {
    usage: times(readRatio(row.averageDailyUsage), powerOfTen(decimals)),
    leadTimeFactor: readRatio(row.leadTimeFactor),
    variabilityFactor: readRatio(row.variabilityFactor),
    orderCycle: row.orderCycle ?? 0,
    minimumOrder,
    ...(spikeHorizon === undefined ? {} : { spikeHorizon }),
    spikeShare: readRatio(row.spikeShare ?? "1/2"),
    ...(decoupledLeadTime === undefined ? {} : { decoupledLeadTime }),
  };
}

/** Each zone in whole 10^-decimals, rounded up. */
export function zonesOf(buffer: Buffer, leadTime: number) {
  const { usage, leadTimeFactor, variabilityFactor, orderCycle, minimumOrder } = buffer;
  const inDays = (days: number) => times(usage, fraction(BigInt(days), 1n));
  const redBase = times(inDays(leadTime), leadTimeFactor);
  const red = ceil(redBase) + ceil(times(redBase, variabilityFactor));
  const topOfYellow = red + ceil(inDays(leadTime));
  const green = larger(larger(ceil(inDays(orderCycle)), ceil(redBase)), minimumOrder);
  return { red, topOfYellow, topOfGreen: topOfYellow + green };
}
