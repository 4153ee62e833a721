import fc from "fast-check";
import { amount, someOf, written } from "./amounts.js";
import { draft, given, often, rarely, sometimes, upTo, type Value } from "./optional.js";
import type { Scene } from "./scene.js";

/** Money as a row writes it: now as a number, now as a text. */
const money = draft({ cents: fc.nat(5_000), decimals: fc.nat(4) });

/** What a source asks for a stock unit, in breaks that fall or go up and down. */
export const prices = draft({
  price: often(money),
  breaks: sometimes(upTo(draft({ step: amount, price: money }), 3, 1)),
  fromNothing: rarely(fc.constant(true)),
  falls: fc.boolean(),
  currency: rarely(fc.constantFrom("CHF", "USD")),
});

/** The fields of a source that price it. */
export function writePrices(
  { has }: Pick<Scene, "has">,
  { price, breaks = [], fromNothing, falls, currency }: Value<typeof prices>,
  decimals: number,
) {
  if (!has("prices")) return {};
  const asked = [...(price === undefined ? [] : [price]), ...breaks.map((one) => one.price)];
  if (falls) asked.sort((a, b) => amountOf(b) - amountOf(a));
  const texts = asked.map((one) => written(one.cents, one.decimals));
  let from = 0;
  const rows = breaks.map(({ step }, n) => {
    if (n > 0 || !fromNothing) from += someOf(step, decimals);
    return { from: written(from, decimals), price: texts[n + asked.length - breaks.length]! };
  });
  return given({
    price: price === undefined ? undefined : texts[0],
    priceBreaks: rows.length === 0 ? undefined : rows,
    currency,
  });
}

function amountOf({ cents, decimals }: Value<typeof money>): number {
  return cents / 10 ** decimals;
}
