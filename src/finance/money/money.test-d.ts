import { expectTypeOf } from "vitest";
import {
  addMoney,
  compareMoney,
  exchangeMoney,
  type Money,
  money,
  scaleMoney,
  subtractMoney,
  sumMoney,
} from "./index.js";

const euros = money("EUR", 1);
const dollars = money("USD", 1);

// An amount knows its currency, whatever is done with it.
expectTypeOf(euros).toEqualTypeOf<Money<"EUR">>();
expectTypeOf(addMoney(euros, euros)).toEqualTypeOf<Money<"EUR">>();
expectTypeOf(scaleMoney(euros, "1/3")).toEqualTypeOf<Money<"EUR">>();
expectTypeOf(sumMoney("EUR", [euros])).toEqualTypeOf<Money<"EUR">>();

// @ts-expect-error: two currencies do not add
addMoney(euros, dollars);
// @ts-expect-error: nor is one taken from the other
subtractMoney(euros, dollars);
// @ts-expect-error: nor are they compared
compareMoney(euros, dollars);
// @ts-expect-error: nor summed
sumMoney("EUR", [euros, dollars]);

// Exchanged, it is of the other currency.
const exchanged = exchangeMoney(dollars, { to: "EUR", rates: [], on: "2026-01-05" });
expectTypeOf(exchanged).toEqualTypeOf<Money<"EUR">>();
addMoney(euros, exchanged);
