import { Decimal, type PlannedOrder } from "../../src/index.js";

/** What one egg, half a dozen and a dozen cost. */
export interface EggPrices {
  readonly one: Decimal;
  readonly six: Decimal;
  readonly twelve: Decimal;
}

/**
 * The prices that stand in the attributes of the eggs' source. The planner hands attributes through
 * to the orders and never reads them: what an order costs is for the cook to reckon.
 */
export function eggPrices({ attributes = {} }: Pick<PlannedOrder, "attributes">): EggPrices {
  const price = (name: string): Decimal => new Decimal(Number(attributes[name]));
  return {
    one: price("priceOfOne"),
    six: price("priceOfSix"),
    twelve: price("priceOfTwelve"),
  };
}

/** The least that so many eggs cost, in whatever packs, none of them left over. */
export function cheapest(eggs: number, { one, six, twelve }: EggPrices): Decimal {
  let least = one.times(eggs);
  for (let dozens = 0; dozens * 12 <= eggs; dozens++) {
    for (let sixes = 0; dozens * 12 + sixes * 6 <= eggs; sixes++) {
      const single = eggs - dozens * 12 - sixes * 6;
      const cost = twelve.times(dozens).plus(six.times(sixes)).plus(one.times(single));
      if (cost.lessThan(least)) least = cost;
    }
  }
  return least;
}

/** An amount of money as text. */
export function money(amount: Decimal): string {
  return amount.toFixed(2);
}
