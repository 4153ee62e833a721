import type { Model, OpenSupply, PointDetail } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { ExpiringStock } from "./expiring-stock.js";
import { keptSupplies } from "./kept-supplies.js";
import { type LargestNeed, largestNeedOf } from "./largest-need.js";
import type { Need } from "./need.js";
import { WaitingSupplies } from "./waiting-supplies.js";

/** What a pass over a stocking point is for. */
export interface Pass {
  /** Whether shortages lead to orders; else only supplies are drawn (K17, N9). */
  readonly orders: boolean;
  /** Supplies that wait to be drawn, in the order of N4. */
  readonly waiting: readonly OpenSupply[];
  /** Whether a drawn supply that is late is moved in; else it stands at its own day. */
  readonly moves: boolean;
  /** Stock and standing supply that expires. */
  readonly lots: PointDetail["lots"];
  /** Single needs in the order of T2, each a net requirement of its own (N13). */
  readonly needs: readonly Need[] | undefined;
  /** Whether fence shortages and expired stock are reported. */
  readonly reports: boolean;
  /** Whether a discontinued item passes on what it lacks (B6). */
  readonly ends: boolean;
}

/** K33: a supply that is drawn, as it will be once its message is carried out. */
export interface DrawnSupply {
  readonly supply: OpenSupply;
  readonly quantity: number;
  readonly standsOn: number;
  /** Whether it may bring less. */
  readonly mayShrink: boolean;
  /** Whether it may bring more for the shortage for which it is drawn. */
  readonly mayGrow: boolean;
}

/** How far a pass over a stocking point has come. Days count from T0, quantities are counts. */
export interface Netting {
  readonly model: Model;
  readonly arena: Arena;
  readonly point: number;
  readonly pass: Pass;
  readonly detail: PointDetail;
  /** T3: from the day of a need to the day of its receipt. */
  readonly receipt: Int32Array;
  /** `undefined` when nothing expires. */
  readonly expiring: ExpiringStock | undefined;
  /** K7: a shortage begins at the floor, not below it. */
  readonly ordersAtFloor: boolean;
  /** The last day of the fence within the horizon; −1 without a fence. */
  readonly lastDayOfFence: number;
  /** From this day on nothing is ordered, since the item is discontinued (B6). */
  readonly lastsUntil: number;
  /** Projected stock of what stands and is drawn, after the needs that are taken. */
  projected: number;
  /** What was owed when the day began, and its needs: they take what expires first, but only when it ends. */
  taken: number;
  /** Drawn, but not landed yet. */
  onItsWay: number;
  /** What co-products lack that drive orders; `undefined` where none do (K40). */
  readonly largestNeed: LargestNeed | undefined;
  /** K33: what is drawn for the shortage at work; `undefined` where nothing is resized. */
  drawn: DrawnSupply[] | undefined;
  /** K33: of what was drawn for earlier shortages the one that will stand last. */
  drawnBefore: DrawnSupply | undefined;
  /** Where sources are asked in turn: good quantity that each was given (K43). */
  readonly given: Float64Array | undefined;
  floor: number;
  /** The first step of the floor and single need that have not come. */
  nextStep: number;
  nextNeed: number;
  /** The waiting supplies that are not drawn. */
  readonly waiting: WaitingSupplies;
  saidNoSource: boolean;
  saidBelow: boolean;
}

/** A pass over a stocking point that has not begun. */
export function startNetting(model: Model, arena: Arena, point: number, pass: Pass): Netting {
  const detail = model.detail(point);
  const { rule } = detail.lot;
  const expires = pass.lots.length > 0 || pass.waiting.some((supply) => supply.expires !== NEVER);
  return {
    model,
    arena,
    point,
    pass,
    detail,
    receipt: model.tables.tables[model.receipt[point]!]!,
    expiring: expires ? new ExpiringStock(pass.lots) : undefined,
    ordersAtFloor:
      model.conventions.trigger === "atOrBelow" &&
      model.points.segment[point] === NONE &&
      (rule === "fixedOrderQuantity" || rule === "orderUpTo"),
    lastDayOfFence: Math.min(detail.fenceEnd, model.days) - 1,
    lastsUntil: pass.ends ? (model.ended.get(point)?.lastsUntil ?? NEVER) : NEVER,
    projected: model.onHand.at(point),
    taken: 0,
    onItsWay: 0,
    largestNeed: pass.orders ? largestNeedOf(model, arena, point) : undefined,
    drawn: model.conventions.resize && pass.orders ? [] : undefined,
    drawnBefore: undefined,
    given: model.asksInTurn.has(point)
      ? new Float64Array(model.sources.at(point).length)
      : undefined,
    floor: 0,
    nextStep: 0,
    nextNeed: 0,
    waiting: new WaitingSupplies(
      pass.waiting,
      expires ? keptSupplies(model, arena, point, pass.waiting, pass.lots) : [],
    ),
    saidNoSource: false,
    saidBelow: false,
  };
}

/** N3: whether a stock is a shortage. */
export function isShort(netting: Netting, stock: number): boolean {
  return stock < netting.floor || (netting.ordersAtFloor && stock <= netting.floor);
}
