import fc from "fast-check";
import { amount, countOf, someOf, written } from "./amounts.js";
import { draft, rareFlag, type Value } from "./optional.js";

const periods = draft({
  unit: fc.constantFrom("days", "workingDays", "weeks", "months"),
  length: fc.integer({ min: 1, max: 6 }),
});

/** A lot-sizing rule of chapter L that this version plans with. */
export const lotSizing = draft({
  rule: fc.constantFrom("lotForLot", "fixedOrderQuantity", "periodOrderQuantity", "orderUpTo"),
  quantity: amount,
  each: rareFlag,
  period: periods,
});

/** A lot rule with its quantities in counts of the item. */
export interface LotFigures {
  readonly rule: Value<typeof lotSizing>["rule"];
  readonly quantity?: number;
  readonly each?: boolean;
  readonly orderUpTo?: number;
  readonly period?: Value<typeof periods>;
}

export function lotFigures(
  { rule, quantity, each, period }: Value<typeof lotSizing>,
  decimals: number,
  months: boolean,
): LotFigures {
  switch (rule) {
    case "lotForLot":
      return { rule };
    case "fixedOrderQuantity":
      return { rule, quantity: someOf(quantity, decimals), ...(each ? { each } : {}) };
    case "periodOrderQuantity":
      return {
        rule,
        period: !months && period.unit === "months" ? { ...period, unit: "weeks" } : period,
      };
    case "orderUpTo":
      return { rule, orderUpTo: countOf(quantity, decimals) };
  }
}

export function writeLotSizing(of: LotFigures, decimals: number) {
  switch (of.rule) {
    case "lotForLot":
      return { rule: of.rule };
    case "fixedOrderQuantity":
      return {
        rule: of.rule,
        quantity: written(of.quantity ?? 1, decimals),
        ...(of.each === undefined ? {} : { each: of.each }),
      };
    case "periodOrderQuantity":
      return { rule: of.rule, [of.period?.unit ?? "days"]: of.period?.length ?? 1 };
    case "orderUpTo":
      return {
        rule: of.rule,
        ...(of.orderUpTo === undefined ? {} : { orderUpTo: written(of.orderUpTo, decimals) }),
      };
  }
}
