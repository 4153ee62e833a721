import { Decimal } from "../../../src/index.js";

/** A number of a case: the decimal that is written. */
export type Num = number | string;

/** A quantity as the one text that equal quantities share. */
export function quantityText(quantity: Num | Decimal): string {
  return new Decimal(typeof quantity === "number" ? `${quantity}` : quantity).toFixed();
}

/** The exact sum of quantities. */
export function sumOf(quantities: readonly (Num | Decimal)[]): Decimal {
  return quantities.reduce<Decimal>((sum, one) => sum.plus(quantityText(one)), new Decimal(0));
}
