import fc from "fast-check";
import { countOf, written } from "./amounts.js";
import { draft, given, rarely, upTo, type Value } from "./optional.js";
import { done, place, placed, rowQuantity, writeQuantity } from "./places.js";
import type { Scene } from "./scene.js";

/** Days from the planning start: mostly ahead, some past due, many on one day. */
const dueDay = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 25 }) },
  { weight: 1, arbitrary: fc.integer({ min: -6, max: 0 }) },
  { weight: 1, arbitrary: fc.constantFrom(5, 10, 11) },
);

const demand = draft({
  letter: fc.nat(25),
  place,
  quantity: rowQuantity,
  due: dueDay,
  forecastDays: rarely(fc.nat(8)),
  kind: rarely(fc.constantFrom("order", "service", "interplant")),
  shipped: rarely(done),
  priority: rarely(fc.nat(2)),
});

export const demands = upTo(demand, 6);

export function writeDemands(scene: Scene, of: Value<typeof demands>) {
  const rows = of.map((one, n) => ({ one, n, at: placed(scene, one.place) }));
  const isForecast = ({ forecastDays }: Value<typeof demand>) =>
    scene.has("forecasts") && forecastDays !== undefined;
  const placeOf = (at: (typeof rows)[number]["at"]) => JSON.stringify(at.fields);
  // Without consumption, a forecast that orders would consume becomes an order.
  const ordered = new Set(rows.filter(({ one }) => !isForecast(one)).map(({ at }) => placeOf(at)));
  return rows.map(({ one, n, at }) => {
    const both = !scene.has("consumption") && ordered.has(placeOf(at)) && at.item.consumesForecast;
    const forecast = isForecast(one) && !both;
    const { fields, done: shipped } = writeQuantity(
      scene,
      at.item,
      one.quantity,
      scene.has("completed") ? one.shipped : undefined,
    );
    const lasts = one.forecastDays ?? 0;
    return given({
      id: `${String.fromCharCode(97 + one.letter)}${n}`,
      ...at.fields,
      ...fields,
      due: scene.date(one.due),
      until: forecast && lasts > 0 ? scene.date(one.due + lasts) : undefined,
      kind: forecast ? ("forecast" as const) : one.kind,
      shipped,
      priority: one.priority,
    });
  });
}

const allocation = draft({ place, quantity: rowQuantity, due: rarely(dueDay) });

export const allocations = fc.array(allocation, { maxLength: 2 });

export function writeAllocations(scene: Scene, of: Value<typeof allocations>) {
  if (!scene.has("allocations")) return [];
  return of.map(({ place: where, quantity, due }) => {
    const { item, fields } = placed(scene, where);
    return given({
      ...fields,
      quantity: written(countOf(quantity.amount, item.decimals), item.decimals),
      due: due === undefined ? undefined : scene.date(due),
    });
  });
}
