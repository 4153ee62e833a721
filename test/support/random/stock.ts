import fc from "fast-check";
import { draft, given, rareFlag, rarely, upTo, type Value } from "./optional.js";
import { place, placed, rowQuantity, writeQuantity } from "./places.js";
import type { Scene } from "./scene.js";

const row = draft({
  place,
  quantity: rowQuantity,
  short: rareFlag,
  expires: rarely(fc.integer({ min: -2, max: 20 })),
  status: rarely(fc.constantFrom("available", "inspection", "blocked")),
  availableFrom: rarely(fc.integer({ min: -2, max: 12 })),
});

export const stock = upTo(row, 5);

export function writeStock(scene: Scene, of: Value<typeof stock>) {
  return of.flatMap((one) => {
    const { item, fields } = placed(scene, one.place);
    if (item.phantom && !scene.has("phantomStock")) return [];
    const quantity = writeQuantity(scene, item, one.quantity).fields;
    const status = scene.has("status") ? one.status : undefined;
    const availableFrom = scene.has("status") ? one.availableFrom : undefined;
    const from = availableFrom ?? 0;
    // What would count only once it has expired is refused, unless it never counts.
    const isRefused = status !== "blocked" && from > 0 && from >= (one.expires ?? from + 1);
    const expires = scene.has("expiry") && !isRefused ? one.expires : undefined;
    // Only what is simply on hand can be less than nothing.
    const isPlain = expires === undefined && status === undefined && availableFrom === undefined;
    const isShort = scene.has("negativeStock") && one.short && isPlain;
    return [
      given({
        ...fields,
        ...quantity,
        ...(isShort ? { quantity: negative(quantity.quantity) } : {}),
        expires: expires === undefined ? undefined : scene.date(expires),
        status,
        availableFrom: availableFrom === undefined ? undefined : scene.date(availableFrom),
      }),
    ];
  });
}

function negative(quantity: number | string): number | string {
  return typeof quantity === "number" ? -quantity : `-${quantity}`;
}
