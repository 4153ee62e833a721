import { NETTING } from "../compile/model.js";
import { pointOfComponent } from "../compile/place-row.js";
import type { PlanState } from "../plan/plan-state.js";
import { pointsBelow } from "./peg-below.js";
import { NEED_KIND, type NeedColumns, type PointPegs, SUPPLY_KIND } from "./peg-columns.js";
import { equalOrdersOf, type Lead, leadOf, leadOfSupply, THE_DEMAND } from "./peg-leads.js";
import { piecesOfNeed } from "./peg-pieces.js";
import { pegsForNow } from "./peg-point.js";
import { type NeedRef, needRef, type SupplyRef, supplyRef } from "./peg-refs.js";
import { addPiece, type Piece, shareOfEqual } from "./peg-shares.js";
import { PointQueue } from "./point-queue.js";

/** One peg on the way down: part of a supply of a stocking point for a need of what leads there. */
export interface Step {
  readonly level: number;
  readonly lead: Lead;
  /** Which of the equal orders of the row it is that leads there. */
  readonly repeat: number;
  readonly point: number;
  /** The need; of several of one order the first. */
  readonly need: NeedRef;
  /** What covers it; `undefined`: nothing does. */
  readonly supply: SupplyRef | undefined;
  /** Part of the supply, in counts; of stock and what is not covered only the sum says something. */
  readonly pieces: Piece[];
}

/** A need and what covers it, by their numbers at a stocking point, and whose need it is. */
interface Found extends Pick<Step, "lead" | "repeat"> {
  readonly need: number;
  readonly supply: number;
}

/** What was reached of a lead, and from what it follows. */
interface Arrival {
  /** The longest way from the demand. */
  level: number;
  readonly pieces: Piece[];
}

/** What was reached of the orders of a stocking point. */
interface Reached extends Arrival {
  /** What was not passed on yet. */
  fresh: Piece[];
}

/** A demand with the rows of its parts, at its stocking point. */
export interface DemandRowsAt {
  readonly point: number;
  readonly rows: ReadonlySet<number>;
}

/**
 * Walks from a demand down to the last purchase (P2), stocking point by stocking point in the order of
 * levels, so that each is looked at once: what several ways reach is one piece.
 */
export class Descent {
  readonly #state: PlanState;
  readonly #demand: DemandRowsAt;
  readonly #reached = new Map<Lead, Reached>();
  /** What is to be followed at each stocking point. */
  readonly #arrivals = new Map<number, Map<Lead, Arrival>>();
  readonly #waiting = new PointQueue();
  readonly #steps = new Map<string, Step>();

  constructor(state: PlanState, demand: DemandRowsAt) {
    this.#state = state;
    this.#demand = demand;
  }

  /** All pegs below the demand, level by level. */
  steps(): Step[] {
    const { model } = this.#state;
    const { point } = this.#demand;
    this.#arrive(point, THE_DEMAND, 0, []);
    if (model.netting[point] === NETTING.phantom) {
      // What a phantom passes on is a need of the demand itself.
      for (const below of pointsBelow(this.#state, point)) this.#arrive(below, THE_DEMAND, 0, []);
    }
    for (let next = this.#waiting.take(); next !== undefined; next = this.#waiting.take()) {
      const arrivals = this.#arrivals.get(next)!;
      this.#arrivals.delete(next);
      this.#follow(pegsForNow(this.#state, next), arrivals);
    }
    return [...this.#steps.values()].sort((a, b) => a.level - b.level);
  }

  #arrive(point: number, lead: Lead, level: number, pieces: readonly Piece[]): void {
    let there = this.#arrivals.get(point);
    if (there === undefined) {
      there = new Map();
      this.#arrivals.set(point, there);
      this.#waiting.add(point);
    }
    const before = there.get(lead);
    if (before === undefined) there.set(lead, { level, pieces: [...pieces] });
    else {
      before.level = Math.max(before.level, level);
      for (const piece of pieces) addPiece(before.pieces, piece);
    }
  }

  /** Follows the needs of what has arrived at a stocking point to what covers them. */
  #follow(pegs: PointPegs, arrivals: ReadonlyMap<Lead, Arrival>): void {
    const taken = new Float64Array(pegs.supplies.count);
    const touched = new Set<number>();
    let need = -1;
    let at = 0;
    let lead: Lead = THE_DEMAND;
    let arrival: Arrival | undefined;
    let wanted: readonly Piece[] = [];
    for (let k = 0; k < pegs.count && pegs.need[k]! >= 0; k++) {
      if (pegs.need[k] !== need) {
        need = pegs.need[k]!;
        at = 0;
        lead = this.#leadOf(pegs.needs, need);
        arrival = arrivals.get(lead);
        wanted = arrival === undefined ? [] : this.#wantedOf(pegs.needs, need, lead, arrival);
      }
      const supply = pegs.supply[k]!;
      const quantity = pegs.quantity[k]!;
      const base = supply < 0 ? 0 : taken[supply]!;
      for (const { from, to } of wanted) {
        const [low, high] = [Math.max(from, at), Math.min(to, at + quantity)];
        if (low >= high) continue;
        for (const part of piecesOfNeed(pegs.needs, need, { from: low, to: high })) {
          const piece = { from: base + part.from - at, to: base + part.to - at };
          this.#note(pegs, { need, supply, lead, repeat: part.repeat }, arrival!.level, piece);
        }
        if (supply >= 0) touched.add(supply);
      }
      at += quantity;
      if (supply >= 0) taken[supply] = base + quantity;
    }
    this.#passOn(pegs, touched);
  }

  /** From what a need comes; nothing that could have arrived where it leads up no further. */
  #leadOf({ kind, row }: NeedColumns, need: number): Lead {
    switch (kind[need]) {
      case NEED_KIND.order:
        return row[need]!;
      case NEED_KIND.firm:
        return leadOfSupply(row[need]!);
      case NEED_KIND.component:
        return leadOfSupply(this.#state.model.toIssue[row[need]!]!.supplyRow);
      case NEED_KIND.demand:
        return this.#demand.rows.has(row[need]!) ? THE_DEMAND : Number.NaN;
      default:
        return Number.NaN;
    }
  }

  /** What of a need was reached: the share for which the pieces of its order stand. */
  #wantedOf(needs: NeedColumns, need: number, lead: Lead, { pieces }: Arrival): Piece[] {
    const whole = needs.quantity[need]!;
    if (lead === THE_DEMAND) return [{ from: 0, to: whole }];
    const orders = equalOrdersOf(this.#state, needs, need);
    const wanted: Piece[] = [];
    for (const { from, to } of pieces) {
      const low = shareOfEqual(whole, from, orders);
      const high = shareOfEqual(whole, to, orders);
      if (low < high) addPiece(wanted, { from: low, to: high });
    }
    return wanted;
  }

  #note(pegs: PointPegs, { need, supply, lead, repeat }: Found, level: number, piece: Piece): void {
    const { point, needs, supplies } = pegs;
    const covers = supply < 0 ? undefined : supplyRef(supplies, supply);
    // Only days tell stock apart.
    const isStock = covers?.kind === SUPPLY_KIND.stock;
    const key = `${lead} ${repeat} ${point} ${isStock ? `stock ${covers.day}` : supply}`;
    let step = this.#steps.get(key);
    if (step === undefined) {
      const needed = needRef(this.#state, needs, need);
      step = { level, lead, repeat, point, need: needed, supply: covers, pieces: [] };
      this.#steps.set(key, step);
    }
    if (supply < 0 || isStock) {
      // Several needs of an order may lack something, several pieces of stock be one, each from a
      // count of its own on; nothing is below them.
      const end = step.pieces.at(-1)?.to ?? 0;
      addPiece(step.pieces, { from: end, to: end + piece.to - piece.from });
      return;
    }
    addPiece(step.pieces, piece);
    const reached = this.#reachedOf(pegs, supply);
    if (reached === undefined) return;
    reached.level = Math.max(reached.level, level + 1);
    for (const fresh of addPiece(reached.pieces, piece)) addPiece(reached.fresh, fresh);
  }

  /** What is known of an order that covers a need; nothing where the way ends. */
  #reachedOf({ supplies }: PointPegs, supply: number): Reached | undefined {
    const lead = leadOf(supplies, supply);
    if (lead === undefined) return undefined;
    let reached = this.#reached.get(lead);
    if (reached === undefined) {
      reached = { level: 0, pieces: [], fresh: [] };
      this.#reached.set(lead, reached);
    }
    return reached;
  }

  /** Passes what was reached of the orders of a stocking point on to where their needs are. */
  #passOn(pegs: PointPegs, touched: ReadonlySet<number>): void {
    const { model } = this.#state;
    const { point, supplies } = pegs;
    let below: ReadonlySet<number> | undefined;
    for (const supply of touched) {
      const lead = leadOf(supplies, supply);
      if (lead === undefined) continue;
      const reached = this.#reached.get(lead)!;
      const { level, fresh } = reached;
      reached.fresh = [];
      if (fresh.length === 0) continue;
      const row = supplies.row[supply]!;
      const detail = lead < 0 ? model.problem.supplies.detail.get(row) : undefined;
      if (lead >= 0 || detail?.firm === true) {
        below ??= pointsBelow(this.#state, point);
        for (const next of below) this.#arrive(next, lead, level, fresh);
      }
      for (const { component } of detail?.components ?? []) {
        const next = pointOfComponent(model.problem, model.points, { supplyRow: row, component });
        this.#arrive(next, lead, level, fresh);
        if (model.netting[next] !== NETTING.phantom) continue;
        for (const further of pointsBelow(this.#state, next)) {
          this.#arrive(further, lead, level, fresh);
        }
      }
    }
  }
}
