import { multiplyRatios, type Ratio } from "../../core/index.js";
import { readRatio } from "./amounts.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { ParameterRow } from "./parameter-row.js";
import type { Buffer, Item } from "./problem.js";

const HALF: Ratio = { num: 1n, den: 2n };

/** Reads the buffer of an item that is planned by `ddmrp`; `undefined` for any other method. */
export function readBuffer(context: Context, item: Item, from: ParameterRow): Buffer | undefined {
  const { row, pathOf } = from;
  const given = row.ddmrp;
  const isBuffered = row.method === "ddmrp";
  if (given === undefined && !isBuffered) return undefined;
  const path = pathOf("ddmrp");
  if (context.issues.isInDoubt(path) || context.issues.isInDoubt(pathOf("method"))) {
    return undefined;
  }
  if (given === undefined) {
    const message = `The field ddmrp is missing. The method "ddmrp" of item ${show(item.id)} needs the parameters of its buffer.`;
    context.issues.add("missingField", [...pathOf("method").slice(0, -1), "ddmrp"], message);
    return undefined;
  }
  if (!isBuffered) {
    const message = `The ddmrp of item ${show(item.id)} contradicts its method (${show(row.method ?? "mrp")}). Set method to "ddmrp", or leave the buffer out.`;
    context.issues.add("contradiction", path, message);
    return undefined;
  }
  const ratio = (field: "averageDailyUsage" | "leadTimeFactor" | "variabilityFactor"): Ratio =>
    readRatio(context, given[field], path, true, field);
  const counts: Ratio = { num: 10n ** BigInt(item.decimals), den: 1n };
  return {
    averageDailyUsage: multiplyRatios(ratio("averageDailyUsage"), counts),
    leadTimeFactor: ratio("leadTimeFactor"),
    variabilityFactor: ratio("variabilityFactor"),
    orderCycle: given.orderCycle ?? 0,
    spikeHorizon: given.spikeHorizon,
    spikeShare:
      given.spikeShare === undefined
        ? HALF
        : readRatio(context, given.spikeShare, path, false, "spikeShare"),
    decoupledLeadTime: given.decoupledLeadTime,
  };
}
