import { ceilProduct, floorProduct, formatRatio, ratioOf } from "../../core/index.js";
import type { PointSource } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import type { OrderPiece } from "../sweep/lots.js";
import type { CutOrder } from "../sweep/netting-observer.js";
import { figuresOf } from "./explanation-figures.js";
import type {
  GoodStep,
  MaximumStep,
  MinimumStep,
  MultipleStep,
  YieldStep,
} from "./explanation-lot-steps.js";
import type { RoomStep } from "./explanation-source-steps.js";

/** A step from what is asked of a source to one of its orders. */
export type ModifierStep =
  | MaximumStep
  | YieldStep
  | MinimumStep
  | MultipleStep
  | RoomStep
  | GoodStep;

/** One of the orders that the modifiers of a source make of what it is asked for. */
export interface AskedPiece {
  readonly source: PointSource;
  /** Good counts. */
  readonly asked: number;
  /** All of them. */
  readonly pieces: readonly OrderPiece[];
  /** Which of them it is. */
  readonly number: number;
  /** To what it is cut; `undefined` when there is room for all of it. */
  readonly cut: CutOrder | undefined;
  /** Of what there must be room. */
  readonly room: RoomStep["of"];
}

/** L0, Q3: how the modifiers of a source make an order of what is asked; only what changes something. */
export function modifierSteps(state: PlanState, point: number, of: AskedPiece): ModifierStep[] {
  const { asked, pieces, number, cut } = of;
  const { minimum, multiple, maximum } = of.source.modifiers;
  const { face } = figuresOf(state, point);
  const piece = pieces[number]!;
  const loss = state.model.yields[point];
  const yielded = loss && formatRatio(ratioOf(BigInt(loss.num), BigInt(loss.den)));
  const steps: ModifierStep[] = [];
  const full = fullPieces(pieces, maximum);
  let left = asked;
  if (full !== undefined) {
    left -= full.times * full.quantity;
    steps.push({
      step: "maximum",
      quantity: face(asked),
      maximum: face(maximum),
      pieces: full.times,
      good: face(full.quantity),
      left: face(Math.max(0, left)),
      isLeft: piece !== full,
    });
  }
  if (piece !== full) {
    let start = left;
    if (loss !== undefined && yielded !== undefined) {
      start = ceilProduct(left, loss.den, loss.num);
      const startQuantity = face(start);
      steps.push({ step: "yield", quantity: face(left), yield: yielded, startQuantity });
    }
    if (start < minimum) {
      steps.push({ step: "minimum", from: face(start), to: face(minimum) });
      start = minimum;
    }
    if (piece.startQuantity !== start) {
      const to = face(piece.startQuantity);
      steps.push({ step: "multiple", multiple: face(multiple), from: face(start), to });
    }
  }
  if (cut !== undefined) {
    const { from, to, room } = cut;
    steps.push({ step: "room", of: of.room, from: face(from), room: face(room), to: face(to) });
  }
  if (loss !== undefined && yielded !== undefined) {
    const start = cut?.to ?? piece.startQuantity;
    const quantity = face(floorProduct(start, loss.num, loss.den));
    steps.push({ step: "good", startQuantity: face(start), yield: yielded, quantity });
  }
  return steps;
}

/** The pieces that are cut at the maximum, if the lot is. */
function fullPieces(pieces: readonly OrderPiece[], maximum: number): OrderPiece | undefined {
  const [first] = pieces;
  const isCut = pieces.length > 1 || first!.times > 1;
  return isCut && first!.startQuantity === maximum ? first : undefined;
}
