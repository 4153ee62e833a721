import fc from "fast-check";
import { draft, given, often, rarely, sometimes, type Value } from "./optional.js";

/** The parameters of a buffer (K39). */
export const buffer = draft({
  averageDailyUsage: fc.constantFrom(0, 0.5, 1, "1/3", 2, 2.75, 5, 10),
  leadTimeFactor: fc.constantFrom(0.2, 0.5, 1, "1/3", 0),
  variabilityFactor: fc.constantFrom(0, 0.25, "1/2", 1, 0.3),
  orderCycle: often(fc.nat(10)),
  spikeHorizon: sometimes(fc.nat(14)),
  spikeShare: sometimes(fc.constantFrom(0.25, "1/3", 0.5, 1, 2)),
  decoupledLeadTime: rarely(fc.nat(12)),
});

/** The fields `method` and `ddmrp` of a row of items or item-sites. */
export function writeBuffer(of: Value<typeof buffer>) {
  return { method: "ddmrp" as const, ddmrp: given(of) };
}
