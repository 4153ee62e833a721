import { amount, countOf, roughly, someOf, written } from "./amounts.js";
import { draft, given, rareFlag, rarely, type Value } from "./optional.js";

/** Order modifiers (L0) of an item or a source. */
export const modifiers = draft({
  minimumOrder: rarely(amount),
  orderMultiple: rarely(amount),
  maximumOrder: rarely(amount),
  inBoxes: rareFlag,
});

/** Modifiers in counts of what they are given in: the stock unit, or boxes. */
export interface ModifierFigures {
  readonly minimumOrder?: number;
  readonly orderMultiple?: number;
  readonly maximumOrder?: number;
  readonly orderUnit?: "box";
}

export function modifierFigures(
  of: Value<typeof modifiers>,
  decimals: number,
  hasBox: boolean,
): ModifierFigures {
  const inBoxes = of.inBoxes && hasBox;
  // Whole boxes and a fine multiple of a box meet only in orders without measure.
  const decimalsOfMultiple = inBoxes ? Math.min(1, decimals) : decimals;
  const scale = 10 ** (decimals - decimalsOfMultiple);
  return given({
    minimumOrder: of.minimumOrder && countOf(of.minimumOrder, decimals),
    orderMultiple: of.orderMultiple && someOf(of.orderMultiple, decimalsOfMultiple) * scale,
    // A maximum of less than one unit would cut random needs into thousands of orders.
    maximumOrder: of.maximumOrder && Math.max(10 ** decimals, countOf(of.maximumOrder, decimals)),
    orderUnit: inBoxes ? ("box" as const) : undefined,
  });
}

/**
 * A maximum that does not contradict what stands beside it (L0): it holds a multiple, the minimum,
 * and a good piece.
 */
export function soundMaximum(
  of: ModifierFigures,
  decimals: number,
  box: number | undefined,
  goodPart: number | string | undefined,
): Pick<ModifierFigures, "maximumOrder"> {
  if (of.maximumOrder === undefined) return {};
  const inUnit = of.orderUnit === undefined ? 1 : (box ?? 1);
  const whole = of.orderUnit === undefined ? 1 : inUnit * 10 ** decimals;
  const multiple = leastCommonMultiple(whole, (of.orderMultiple ?? 1) * inUnit);
  const least = Math.max(
    (of.minimumOrder ?? 0) * inUnit,
    multiple,
    Math.ceil(1 / roughly(goodPart ?? 1)) + 1,
  );
  const most = of.maximumOrder * inUnit;
  if (most - (most % multiple) >= least) return {};
  return { maximumOrder: (Math.ceil(least / multiple) * multiple) / inUnit };
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

export function writeModifiers(of: ModifierFigures, decimals: number) {
  const write = (count: number | undefined) =>
    count === undefined ? undefined : written(count, decimals);
  return given({
    minimumOrder: write(of.minimumOrder),
    orderMultiple: write(of.orderMultiple),
    maximumOrder: write(of.maximumOrder),
    orderUnit: of.orderUnit,
  });
}
