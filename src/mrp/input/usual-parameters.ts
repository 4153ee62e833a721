import { LOT_FOR_LOT } from "./lot-rule.js";
import { USUAL_FORECAST } from "./parameters.js";
import type { Conventions, LotRule, OrderWindow, Parameters } from "./problem.js";

/** What usual parameters differ in. */
export interface UsualFigures {
  readonly leadTime: number;
  /** In counts, 0: none. */
  readonly safetyStock: number;
  /** A fixed order quantity in counts, 0: none. */
  readonly lotQuantity: number;
  /** Of a period order quantity. */
  readonly window: OrderWindow | undefined;
  readonly isLotStated: boolean;
  readonly minimum: number;
  readonly multiple: number;
}

/** Whether planning needs no more than the columns of {@link ItemFigures}. */
export function isUsual(of: Parameters, startDay: number): boolean {
  const { lot, safetyStock } = of;
  return (
    of.method === "mrp" &&
    of.leadTimeBasis === undefined &&
    of.receivingTime === 0 &&
    of.releaseTime === 0 &&
    of.leadTimePerUnit === undefined &&
    of.safetyTime === 0 &&
    of.planningTimeFence === 0 &&
    of.yield === undefined &&
    of.discontinued === undefined &&
    (safetyStock.length === 0 || (safetyStock.length === 1 && safetyStock[0]!.day <= startDay)) &&
    (lot.rule === "lotForLot" ||
      lot.rule === "periodOrderQuantity" ||
      (lot.rule === "fixedOrderQuantity" && !lot.each)) &&
    of.modifiers.maximum === Number.POSITIVE_INFINITY
  );
}

/** Whether usual parameters have nothing beyond {@link UsualFigures}: then these make them again. */
export function saysNoMore(of: Parameters, conventions: Conventions): boolean {
  const { lot, safetyStock, modifiers } = of;
  return (
    (safetyStock.length === 0 ||
      (safetyStock[0]!.day === Number.NEGATIVE_INFINITY && safetyStock[0]!.quantity > 0)) &&
    of.expediteWithin === conventions.expediteWithin &&
    of.deferTolerance === conventions.deferTolerance &&
    of.forecast === USUAL_FORECAST &&
    of.demandTimeFence === 0 &&
    (lot.rule !== "fixedOrderQuantity" || lot.isEconomic === undefined) &&
    modifiers.lowered === undefined &&
    of.reorderPoint === 0 &&
    of.buffer === undefined &&
    of.attributes === undefined
  );
}

/** The figures of usual parameters. */
export function usualFigures(of: Parameters): UsualFigures {
  const { safetyStock, lot, modifiers } = of;
  return {
    leadTime: of.leadTime,
    safetyStock: safetyStock[0]?.quantity ?? 0,
    lotQuantity: lot.rule === "fixedOrderQuantity" ? lot.quantity : 0,
    window: lot.rule === "periodOrderQuantity" ? lot.window : undefined,
    isLotStated: of.isLotStated,
    minimum: modifiers.minimum,
    multiple: modifiers.multiple,
  };
}

function usualLot(quantity: number, window: OrderWindow | undefined): LotRule {
  if (quantity > 0) return { rule: "fixedOrderQuantity", quantity, each: false };
  return window === undefined ? LOT_FOR_LOT : { rule: "periodOrderQuantity", window };
}

const NO_STOCK: Parameters["safetyStock"] = [];
const NO_MODIFIERS = { minimum: 0, multiple: 0, maximum: Number.POSITIVE_INFINITY };

/** The parameters that have these figures, and say no more; written out, since it is asked for often. */
export function usualParameters(conventions: Conventions, figures: UsualFigures): Parameters {
  const { safetyStock: quantity, minimum, multiple } = figures;
  return {
    method: "mrp",
    leadTime: figures.leadTime,
    leadTimeBasis: undefined,
    receivingTime: 0,
    releaseTime: 0,
    leadTimePerUnit: undefined,
    safetyStock: quantity === 0 ? NO_STOCK : [{ day: Number.NEGATIVE_INFINITY, quantity }],
    safetyTime: 0,
    expediteWithin: conventions.expediteWithin,
    deferTolerance: conventions.deferTolerance,
    forecast: USUAL_FORECAST,
    demandTimeFence: 0,
    lot: usualLot(figures.lotQuantity, figures.window),
    isLotStated: figures.isLotStated,
    modifiers:
      minimum === 0 && multiple === 0
        ? NO_MODIFIERS
        : { minimum, multiple, maximum: Number.POSITIVE_INFINITY },
    reorderPoint: 0,
    buffer: undefined,
    planningTimeFence: 0,
    yield: undefined,
    discontinued: undefined,
    attributes: undefined,
  };
}
