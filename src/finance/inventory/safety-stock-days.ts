import { addRatios, multiplyRatios, parseDay, parseRatio, type Ratio } from "../../core/index.js";
import type { PlanningRow } from "../../mrp/index.js";

type SafetyStock = PlanningRow<"items">["safetyStock"];

const NOTHING: Ratio = { num: 0n, den: 1n };

/** The safety stock of a span of days, added up over them: stock units × days. */
export function safetyStockDays(
  stated: SafetyStock,
  { startDay, endDay }: { readonly startDay: number; readonly endDay: number },
): Ratio {
  if (stated === undefined) return NOTHING;
  const steps = Array.isArray(stated) ? stated : [{ from: undefined, quantity: stated }];
  const days = steps.map(({ from }) => (from === undefined ? startDay : parseDay(from)!));
  let sum = NOTHING;
  for (const [n, { quantity }] of steps.entries()) {
    const from = Math.max(days[n]!, startDay);
    const later = days.filter((day) => day > days[n]!);
    const until = Math.min(endDay, ...later);
    if (until <= from) continue;
    const part = multiplyRatios(parseRatio(`${quantity}`)!, { num: BigInt(until - from), den: 1n });
    sum = addRatios(sum, part);
  }
  return sum;
}
