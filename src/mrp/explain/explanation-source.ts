import type { Decimal } from "../../core/index.js";
import { dueForward as dueOfForward } from "../compile/arrival.js";
import { goesOutOn } from "../compile/goes-out.js";
import type { PointSource } from "../compile/model.js";
import { ALWAYS, NEVER, NONE } from "../input/problem.js";
import type { PlannedOrder } from "../plan/order-list.js";
import type { PlanState } from "../plan/plan-state.js";
import { orderPieces } from "../sweep/lots.js";
import { checkedLeadTime, takesDay, takesQuantity } from "../sweep/place-order.js";
import { figuresOf } from "./explanation-figures.js";

/** A source as an explanation names it. */
export interface ExplainedSource {
  /** The id of its row, `null` where it has none. */
  readonly source: string | null;
  readonly kind: PlannedOrder["kind"];
  readonly rank: number;
  readonly supplier?: string;
  /** The site that ships, or that of a subcontractor's stock. */
  readonly from?: string;
}

/** Why a source does not take what is asked (K11). */
export type SourceRefusal =
  | {
      readonly reason: "notValid";
      /** The due day that its order would have, and the days in which it is valid; the last is excluded. */
      readonly due: string;
      readonly validFrom: string | null;
      readonly validTo: string | null;
    }
  | {
      /** B6: nothing is due on the item's last day or later. */
      readonly reason: "discontinued";
      readonly due: string;
      readonly discontinued: string;
    }
  | {
      readonly reason: "belowMinQuantity";
      readonly startQuantity: Decimal;
      readonly minQuantity: Decimal;
    }
  | {
      readonly reason: "aboveMaxQuantity";
      readonly startQuantity: Decimal;
      readonly maxQuantity: Decimal;
    }
  /** K38: the item needs itself. */
  | { readonly reason: "loop" };

/** A source that does not bring an order, and why not (N10). */
export type PassedSource = ExplainedSource &
  (
    | SourceRefusal
    /** It comes later in the order of rank, kind, partner and id. */
    | { readonly reason: "later" }
    /** It brings another part of the lot. */
    | { readonly reason: "took"; readonly quantity: Decimal }
    /** The other site has nothing free, or the supplier can bring no order: so much room there is. */
    | { readonly reason: "noRoom"; readonly room: Decimal }
    /** K43: another source of its rank was served less for its share. */
    | { readonly reason: "quota" }
  );

/** The day from T0 on which an order of a start quantity from a source would be usable. */
export type DueOf = (source: PointSource, startQuantity: number) => number;

/**
 * Why a source does not take a quantity; `undefined` when it does.
 *
 * @param asked - good counts
 */
export function refusalOf(
  state: PlanState,
  point: number,
  source: PointSource,
  asked: number,
  dueOf: DueOf,
): SourceRefusal | undefined {
  const { model } = state;
  if (model.points.loops.has(point)) return { reason: "loop" };
  for (const { startQuantity } of orderPieces(asked, source.modifiers, model.yields[point])) {
    if (!takesQuantity(source, startQuantity)) {
      return refusedQuantity(state, point, source, startQuantity);
    }
    const due = dueOf(source, startQuantity);
    if (!takesDay(model, point, source, due)) return refusedDay(state, point, source, due);
  }
  return undefined;
}

function refusedQuantity(
  state: PlanState,
  point: number,
  { minQuantity, maxQuantity }: PointSource,
  count: number,
): SourceRefusal {
  const { face } = figuresOf(state, point);
  const startQuantity = face(count);
  return count < minQuantity
    ? { reason: "belowMinQuantity", startQuantity, minQuantity: face(minQuantity) }
    : { reason: "aboveMaxQuantity", startQuantity, maxQuantity: face(maxQuantity) };
}

function refusedDay(
  state: PlanState,
  point: number,
  { validFrom, validTo }: PointSource,
  day: number,
): SourceRefusal {
  const { date } = figuresOf(state, point);
  const due = date(day);
  const until = state.model.ended.get(point)?.from ?? NEVER;
  if (day >= until) return { reason: "discontinued", due, discontinued: date(until) };
  return {
    reason: "notValid",
    due,
    validFrom: validFrom === ALWAYS ? null : date(validFrom),
    validTo: validTo === NEVER ? null : date(validTo),
  };
}

/** What tells a source from others. */
export function sourceName({ model }: PlanState, { row, kind }: PointSource): ExplainedSource {
  return {
    source: row?.id ?? null,
    kind,
    rank: row?.rank ?? 0,
    ...(row?.supplier === undefined ? {} : { supplier: row.supplier }),
    ...(row === undefined || row.from === NONE ? {} : { from: model.problem.sites[row.from]!.id }),
  };
}

/**
 * The due day of any order for a shortage (T3).
 *
 * @param day - the day that is short, from T0
 */
export function dueBy({ model }: PlanState, point: number, day: number): DueOf {
  const due = model.tables.tables[model.receipt[point]!]![day]!;
  return () => due;
}

/** The due day of an order that is scheduled forward (N9). */
export function dueForward({ model }: PlanState, point: number): DueOf {
  const goesOut = model.startDay + goesOutOn(model, point)!;
  return (source, startQuantity) => {
    const leadTime = checkedLeadTime(model, point, source, startQuantity);
    return dueOfForward(source, goesOut, leadTime) - model.startDay;
  };
}
