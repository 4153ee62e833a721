import { NONE, type Problem } from "../input/problem.js";
import type { DayTables } from "./day-tables.js";
import type { Model, PointDetail, PointSource } from "./model.js";

/** Lot rules as small integers. */
export const LOT_RULE = {
  lotForLot: 0,
  fixedOrderQuantity: 1,
  periodOrderQuantity: 2,
  orderUpTo: 3,
} as const;

type PlainColumns = {
  -readonly [Name in
    | "floor"
    | "lotRule"
    | "lotFigure"
    | "minimum"
    | "multiple"
    | "window"
    | "receipt"]: Model[Name];
};

interface PlainNetting extends PlainColumns {
  /** Takes a stocking point into the columns of the fast loop, when nothing speaks against it. */
  take(
    problem: Problem,
    point: number,
    detail: PointDetail,
    source: PointSource,
    tables: DayTables,
  ): boolean;
  /** Sets the window table of a point that the general loop nets. */
  takeWindow(problem: Problem, point: number, detail: PointDetail, tables: DayTables): void;
}

/** Empty columns for the fast netting loop. */
export function plainNetting(count: number): PlainNetting {
  return {
    floor: new Float64Array(count),
    lotRule: new Uint8Array(count),
    lotFigure: new Float64Array(count),
    minimum: new Float64Array(count),
    multiple: new Float64Array(count),
    window: new Int32Array(count).fill(NONE),
    receipt: new Int32Array(count).fill(NONE),
    take(problem, point, detail, source, tables) {
      if (!isPlain(problem, detail, source, tables.days)) return false;
      const { lot } = detail;
      this.floor[point] = detail.floor[0]!.level;
      this.lotRule[point] = LOT_RULE[lot.rule];
      if (lot.rule === "fixedOrderQuantity") this.lotFigure[point] = lot.quantity;
      if (lot.rule === "orderUpTo") this.lotFigure[point] = lot.orderUpTo;
      this.minimum[point] = source.modifiers.minimum;
      this.multiple[point] = source.modifiers.multiple;
      if (lot.rule === "fixedOrderQuantity" && source.modifiers.minimum === 0 && source.modifiers.multiple === 0) {
        this.lotRule[point] = LOT_RULE.lotForLot;
        this.multiple[point] = lot.quantity;
      }
      this.takeWindow(problem, point, detail, tables);
      return true;
    },
    takeWindow(problem, point, detail, tables) {
      if (detail.lot.rule !== "periodOrderQuantity") return;
      const { weekStart } = problem.conventions;
      this.window[point] = tables.windows(detail.lot.window, detail.calendar, weekStart);
    },
  };
}

function isPlain(
  problem: Problem,
  detail: PointDetail,
  source: PointSource,
  days: number,
): boolean {
  const { conventions } = problem;
  const { parameters, lot } = detail;
  return (
    (parameters.method === "mrp" || parameters.method === "minMax") &&
    conventions.grouping === "day" &&
    (conventions.trigger === "below" ||
      lot.rule === "lotForLot" ||
      lot.rule === "periodOrderQuantity") &&
    source.validFrom <= 0 &&
    source.validTo >= days &&
    source.minQuantity === 0 &&
    source.maxQuantity === Number.POSITIVE_INFINITY &&
    source.modifiers.maximum === Number.POSITIVE_INFINITY &&
    !(lot.rule === "fixedOrderQuantity" && lot.each) &&
    parameters.yield === undefined &&
    detail.floor.length === 1 &&
    detail.fenceEnd === 0 &&
    detail.lots.length === 0 &&
    (detail.waiting.length === 0 || conventions.rescheduling === "never")
  );
}
