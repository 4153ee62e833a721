import type { Model, PointSource } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { orderPieces } from "./lots.js";
import { takesDay, takesQuantity } from "./place-order.js";

/** For whom sources are asked one after the other, and what is known of them. Days count from T0. */
export interface Turn {
  readonly model: Model;
  readonly arena: Arena;
  readonly point: number;
  /** Good quantity that each source of the point was given before (K43). */
  readonly given: Float64Array;
  /** The day on which an order of a start quantity would be usable. */
  readonly dueOf: (source: PointSource, startQuantity: number) => number;
  /** The raw start of an order of a start quantity. */
  readonly startOf: (source: PointSource, startQuantity: number) => number;
}

/** The day on which the first order for a lot would be usable. */
export function firstDue({ model, point, dueOf }: Turn, source: PointSource, lot: number): number {
  const [piece] = orderPieces(lot, source.modifiers, model.yields[point]);
  return dueOf(source, piece!.startQuantity);
}

/** Whether a source is valid on the day on which the first order for a lot would come. */
export function isValidFor(turn: Turn, source: PointSource, lot: number): boolean {
  return takesDay(turn.model, turn.point, source, firstDue(turn, source, lot));
}

/** K11: whether a source takes every order that its modifiers make of a lot. */
export function takesWhole(turn: Turn, source: PointSource, lot: number): boolean {
  const { model, point, dueOf } = turn;
  return orderPieces(lot, source.modifiers, model.yields[point]).every(
    ({ startQuantity }) =>
      takesQuantity(source, startQuantity) &&
      takesDay(model, point, source, dueOf(source, startQuantity)),
  );
}
