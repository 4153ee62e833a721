import { divideRatios, formatRatio, powerOfTen, ratioOf } from "../../core/index.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { goodOf } from "../sweep/lots.js";
import { figuresOf } from "./explanation-figures.js";
import type { LotLog, TurnLog } from "./explanation-log.js";
import { explainedPrice } from "./explanation-price.js";
import { type DueOf, type PassedSource, refusalOf, sourceName } from "./explanation-source.js";
import type { PartStep, QuotaStep, SourceStep, SplitStep } from "./explanation-source-steps.js";

/** The turn of a source in which it brings something. */
export type Turn = Extract<TurnLog, { kind: "turn" }>;

/** Which of the sources of a stocking point brings an order, and why the others do not (N10). */
export class SourceChoice {
  readonly #state: PlanState;
  readonly #point: number;
  readonly #lot: LotLog;
  readonly #dueOf: DueOf;

  constructor(state: PlanState, point: number, lot: LotLog, dueOf: DueOf) {
    this.#state = state;
    this.#point = point;
    this.#lot = lot;
    this.#dueOf = dueOf;
  }

  /**
   * The source that is taken, and the others.
   *
   * @param chosen - its place among those of the point
   * @param turn - in which it brings the order, where sources are asked in turn
   * @param startQuantity - of the order, in counts
   */
  step(chosen: number, turn: Turn | undefined, startQuantity: number): SourceStep {
    const source = this.#state.model.sources.at(this.#point)[chosen]!;
    return {
      step: "source",
      chosen: sourceName(this.#state, source),
      passedOver: this.passedOver(chosen, turn),
      price: explainedPrice(this.#state, this.#point, source, startQuantity),
    };
  }

  /**
   * The sources that do not bring an order, in the order of N10.
   *
   * @param chosen - the place of the one that does; {@link NONE} when none does
   */
  passedOver(chosen: number, turn: Turn | undefined): PassedSource[] {
    const sources = this.#state.model.sources.at(this.#point);
    return sources.flatMap((source, number) => {
      if (number === chosen) return [];
      const name = sourceName(this.#state, source);
      const isInTurn = this.#lot.turns.length > 0;
      return [isInTurn ? this.#inTurn(number, turn) : this.#inOrder(number, chosen)].map((why) => ({
        ...name,
        ...why,
      }));
    }) as PassedSource[];
  }

  /** Sources that take all or nothing. */
  #inOrder(number: number, chosen: number) {
    const isLater = chosen !== NONE && number > chosen;
    return isLater ? LATER : this.#refusal(number, this.#lot.asked.quantity);
  }

  /** Sources that are asked one after the other: what was last heard of it up to the turn. */
  #inTurn(number: number, turn: Turn | undefined) {
    const { turns } = this.#lot;
    const end = turn === undefined ? turns.length : turns.indexOf(turn);
    for (let k = end - 1; k >= 0; k--) {
      const heard = this.#heard(number, turns[k]!);
      if (heard !== undefined) return heard;
    }
    return LATER;
  }

  #heard(number: number, event: TurnLog) {
    const { face } = figuresOf(this.#state, this.#point);
    switch (event.kind) {
      case "refuses":
        return event.source === number ? this.#refusal(number, event.asked) : undefined;
      case "turn": {
        if (event.source !== number) return undefined;
        if (event.pieces.length > 0) {
          return { reason: "took", quantity: face(goodOf(event.pieces)) } as const;
        }
        return { reason: "noRoom", room: face(event.cut?.room ?? 0) } as const;
      }
      case "weighs":
        return event.candidates.some(({ source }) => source === number)
          ? ({ reason: "quota" } as const)
          : undefined;
      case "splits": {
        const part = event.parts.find(({ source }) => source === number);
        return part && ({ reason: "took", quantity: face(part.part) } as const);
      }
    }
  }

  #refusal(number: number, asked: number) {
    const source = this.#state.model.sources.at(this.#point)[number]!;
    return refusalOf(this.#state, this.#point, source, asked, this.#dueOf) ?? LATER;
  }
}

const LATER = { reason: "later" } as const;

/** N10: the part of a lot that a source was asked for in its turn, and how that part was found. */
export function partSteps(
  state: PlanState,
  point: number,
  { asked, turns }: LotLog,
  turn: Turn,
): (PartStep | QuotaStep | SplitStep)[] {
  const { face } = figuresOf(state, point);
  const end = turns.indexOf(turn);
  let before = 0;
  for (const event of turns.slice(0, end)) {
    if (event.kind === "turn") before += goodOf(event.pieces);
  }
  const part: PartStep = {
    step: "part",
    right: turn.right,
    lot: face(asked.quantity),
    before: face(before),
    quantity: face(turn.asked),
  };
  if (turn.right === "quota") return [quotaStep(state, point, lastOf(turns, end, "weighs")), part];
  if (turn.right === "split") return [splitStep(state, point, lastOf(turns, end, "splits")), part];
  return [part];
}

function lastOf<Kind extends TurnLog["kind"]>(
  turns: readonly TurnLog[],
  end: number,
  kind: Kind,
): Extract<TurnLog, { kind: Kind }> {
  const isIt = (event: TurnLog): event is Extract<TurnLog, { kind: Kind }> => event.kind === kind;
  return turns.slice(0, end).findLast(isIt)!;
}

/** K43: who was served least. */
function quotaStep(
  state: PlanState,
  point: number,
  { candidates }: Extract<TurnLog, { kind: "weighs" }>,
): QuotaStep {
  const { face } = figuresOf(state, point);
  const { model } = state;
  const unit = powerOfTen(model.problem.items[model.points.item[point]!]!.decimals);
  return {
    step: "quota",
    candidates: candidates.map(({ source: number, given }) => {
      const source = model.sources.at(point)[number]!;
      const { base, share } = source.row!.quota!;
      const served = divideRatios(ratioOf(BigInt(base) + BigInt(given), unit), share);
      return {
        ...sourceName(state, source),
        base: face(base),
        given: face(given),
        share: formatRatio(share),
        served: formatRatio(served),
      };
    }),
  };
}

/** K43: a lot in parts. */
function splitStep(
  state: PlanState,
  point: number,
  { parts }: Extract<TurnLog, { kind: "splits" }>,
): SplitStep {
  const { face } = figuresOf(state, point);
  const sources = state.model.sources.at(point);
  return {
    step: "split",
    lot: face(parts.reduce((sum, { part }) => sum + part, 0)),
    parts: parts.map(({ source: number, part }) => ({
      ...sourceName(state, sources[number]!),
      share: formatRatio(sources[number]!.row!.quota!.share),
      quantity: face(part),
    })),
  };
}
