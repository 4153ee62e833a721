import fc from "fast-check";
import { amount } from "./amounts.js";
import { draft, given, often, rarely, sometimes, upTo, type Value } from "./optional.js";
import { done, place, placed, rowQuantity, writeQuantity } from "./places.js";
import type { Scene } from "./scene.js";

/** How a forecast is consumed and spread (D1), of an item or of an item at a site. */
export const forecastRules = draft({
  consume: often(
    fc.constantFrom("backwardForward", "backward", "forward", "forwardBackward", "none"),
  ),
  backward: often(fc.nat(9)),
  forward: often(fc.nat(9)),
  spread: sometimes(fc.constantFrom("daily", "first")),
  cap: rarely(fc.constantFrom(0.5, "1/3", 1, 0.25, "2/3", 0.01)),
});

export interface ForecastFigures {
  readonly consume?: "backwardForward" | "backward" | "forward" | "forwardBackward" | "none";
  readonly backward?: number;
  readonly forward?: number;
  readonly spread?: "first" | "daily";
  readonly cap?: number | string;
}

/** A forecast or an order near another demand: in its place, or in one of its own. */
const nearDemand = draft({
  letter: fc.nat(25),
  near: often(fc.nat(5)),
  place,
  quantity: rowQuantity,
  days: fc.integer({ min: -7, max: 7 }),
  lasts: sometimes(fc.nat(12)),
  isOrder: sometimes(fc.constantFrom("order", "service", "interplant")),
  shipped: rarely(done),
  consumption: sometimes(amount),
  priority: rarely(fc.nat(2)),
});

export const forecasts = upTo(nearDemand, 7);

/** What a demand that others come near to says of itself. */
interface Demanded {
  readonly place: Value<typeof place>;
  readonly due: number;
}

/** Rows of demand that consume each other, beside those that are there. */
export function writeForecasts(
  scene: Scene,
  of: Value<typeof forecasts>,
  demands: readonly Demanded[],
) {
  if (!scene.has("consumption")) return [];
  return of.map((one, n) => {
    const near = one.near === undefined ? undefined : demands[one.near % demands.length];
    const at = placed(scene, near?.place ?? one.place);
    const { fields, done: shipped } = writeQuantity(scene, at.item, one.quantity, one.shipped);
    const part = one.consumption && { amount: one.consumption, more: false };
    const { done: consumption } = writeQuantity(scene, at.item, one.quantity, part);
    const due = (near?.due ?? 7) + one.days;
    const isForecast = one.isOrder === undefined;
    return given({
      id: `${String.fromCharCode(97 + one.letter)}f${n}`,
      ...at.fields,
      ...fields,
      due: scene.date(due),
      until: isForecast && one.lasts !== undefined ? scene.date(due + one.lasts) : undefined,
      kind: isForecast ? ("forecast" as const) : one.isOrder,
      shipped: scene.has("completed") ? shipped : undefined,
      consumption,
      priority: one.priority,
    });
  });
}
