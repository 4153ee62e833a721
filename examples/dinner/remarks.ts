import type { Plan, PlannedOrder } from "../../src/index.js";
import { cheapest, eggPrices, money } from "./egg-prices.js";

function orderOf({ orders }: Plan, item: string): PlannedOrder {
  return [...orders].find((order) => order.item === item)!;
}

/** What the cook thinks of the first plan. */
export function firstRemark({ messages }: Plan): string {
  const late = [...messages].filter(({ code }) => code === "startsInPast").length;
  return `Two dishes need ten eggs and two are in the fridge: eight are short, a dozen is to be bought.
Plucking and drying a duck take the kitchen three days, so ${late} orders had to start before today.
The planner says so and keeps the day of the dinner; what to do about it is for the cook to decide.`;
}

/** What the cook thinks of the price of eggs, when the duck is settled. */
export function eggRemark(plan: Plan): string {
  const { one, six, twelve } = eggPrices(orderOf(plan, "egg"));
  const eight = cheapest(8, { one, six, twelve });
  return `The duck is in time, and nothing else has changed. A word on the eggs: eight would cost
${money(one.times(8))} one by one, ${money(six.plus(one.times(2)))} as half a dozen and two; the dozen costs ${money(twelve)}. An egg of the dozen is
cheapest (about ${money(twelve.dividedBy(12))}), but the dozen costs ${money(twelve.minus(eight))} more than eight eggs need cost, and pays
only if somebody eats the four that are left.`;
}

/** What the cook thinks when another table has ordered. */
export function rushRemark(plan: Plan): string {
  const prices = eggPrices(orderOf(plan, "egg"));
  const dozenAndTwo = prices.twelve.plus(cheapest(2, prices));
  const eightAndSix = cheapest(8, prices).plus(cheapest(6, prices));
  return `Somebody does: the other table. The dozen has to come a day earlier, and after the four that were
to be left eggs are short again, by two. Eight eggs first and six now would have cost ${money(eightAndSix)}; a
dozen first and two now cost ${money(dozenAndTwo)}, so the dozen was right after all. The planner asks for
another one, as the source of eggs says (orderMultiple: 12). It sees no prices, and ten eggs would
be left: if the market sells two, the cook knows better.`;
}
