import type { PlanState } from "../plan/plan-state.js";
import { NEED_KIND, type NeedColumns, type PointPegs, REST } from "./peg-columns.js";
import { equalOrdersOf, type Lead, leadOf, leadOfSupply } from "./peg-leads.js";
import { originOf } from "./peg-origin.js";
import { pegsOf } from "./peg-point.js";
import { type Piece, shareOfEqual } from "./peg-shares.js";
import { PointQueue } from "./point-queue.js";

/** Where a way up ends: at a need of a stocking point, or at a rest of it. */
export interface Top {
  readonly point: number;
  /** The number of the need at the point, or a rest. */
  readonly need: number;
}

/** Part of an order, from the end of the part before it, and where it leads up to. */
interface LabelledPart {
  readonly to: number;
  readonly top: Top;
}

/** An order or supply above, and where. */
interface Above {
  readonly point: number;
  readonly lead: Lead;
}

/**
 * Walks from an order up to the demands that need it (P2). First all orders above are found; then, from
 * the top down, each is told of each of its counts where it leads, so that quantities stay whole.
 */
export class Ascent {
  readonly #state: PlanState;
  /** The orders above and the order itself, by stocking point. */
  readonly #above = new Map<number, Set<Lead>>();
  readonly #labels = new Map<Lead, LabelledPart[]>();
  readonly #tops = new Map<string, Top>();

  constructor(state: PlanState) {
    this.#state = state;
  }

  /**
   * Where part of an order leads up to.
   *
   * @returns what is needed of it at each top, in counts; the sum is the part
   */
  tops({ point, lead }: Above, { from, to }: Piece): ReadonlyMap<Top, number> {
    this.#findAbove({ point, lead });
    this.#label();
    const found = new Map<Top, number>();
    let at = 0;
    for (const part of this.#labels.get(lead)!) {
      const [low, high] = [Math.max(from, at), Math.min(to, part.to)];
      if (low < high) found.set(part.top, (found.get(part.top) ?? 0) + high - low);
      at = part.to;
    }
    return found;
  }

  #findAbove(order: Above): void {
    const queue = new PointQueue();
    const waiting = new Map<number, Set<Lead>>();
    const add = ({ point, lead }: Above): void => {
      let known = this.#above.get(point);
      if (known === undefined) {
        known = new Set();
        this.#above.set(point, known);
      }
      if (known.has(lead)) return;
      known.add(lead);
      const there = waiting.get(point);
      if (there !== undefined) there.add(lead);
      else {
        waiting.set(point, new Set([lead]));
        queue.add(-point);
      }
    };
    add(order);
    for (let next = queue.take(); next !== undefined; next = queue.take()) {
      const leads = waiting.get(-next)!;
      waiting.delete(-next);
      const pegs = pegsOf(this.#state, -next);
      for (let k = 0; k < pegs.count && pegs.need[k]! >= 0; k++) {
        const supply = pegs.supply[k]!;
        if (supply < 0 || !leads.has(leadOf(pegs.supplies, supply)!)) continue;
        const above = aboveNeed(this.#state, pegs.needs, pegs.need[k]!);
        if (above !== undefined) add(above);
      }
    }
  }

  /** Labels all orders above, the highest first. */
  #label(): void {
    let points = [...this.#above.keys()].sort((a, b) => a - b);
    while (points.length > 0) {
      const left = points.filter((point) => !this.#labelPoint(point, false));
      if (left.length < points.length) points = left;
      else {
        // An order that waits for itself leads no further up.
        this.#labelPoint(left[0]!, true);
        points = left.slice(1);
      }
    }
  }

  /**
   * Labels the orders of a stocking point.
   *
   * @param anyhow - also those of which some need is of an order that has no labels yet
   * @returns whether all are labelled
   */
  #labelPoint(point: number, anyhow: boolean): boolean {
    const leads = this.#above.get(point)!;
    const pegs = pegsOf(this.#state, point);
    const parts = new Map<Lead, LabelledPart[]>();
    const open = new Set<Lead>();
    let last = Number.NaN;
    let at = 0;
    for (let k = 0; k < pegs.count; k++) {
      const need = pegs.need[k]!;
      if (need !== last) at = 0;
      last = need;
      const from = at;
      at += pegs.quantity[k]!;
      const supply = pegs.supply[k]!;
      const lead = supply < 0 ? undefined : leadOf(pegs.supplies, supply);
      if (lead === undefined || !leads.has(lead) || this.#labels.has(lead)) continue;
      const list = parts.get(lead) ?? [];
      parts.set(lead, list);
      const isDone = this.#labelPeg(pegs, need, { from, to: at }, list);
      if (isDone) continue;
      if (anyhow) addPart(list, at - from, this.#top(point, REST.lotSurplus));
      else open.add(lead);
    }
    for (const [lead, list] of parts) if (!open.has(lead)) this.#labels.set(lead, list);
    return open.size === 0;
  }

  /** Labels the part of an order that a piece of a need takes; returns whether that is known yet. */
  #labelPeg(pegs: PointPegs, need: number, piece: Piece, list: LabelledPart[]): boolean {
    const size = piece.to - piece.from;
    const above = need < 0 ? undefined : aboveNeed(this.#state, pegs.needs, need);
    if (above === undefined) {
      addPart(list, size, this.#top(pegs.point, need));
      return true;
    }
    const labels = this.#labels.get(above.lead);
    if (labels === undefined) return false;
    const whole = pegs.needs.quantity[need]!;
    const orders = equalOrdersOf(this.#state, pegs.needs, need);
    let from = 0;
    for (const { to, top } of labels) {
      const end = shareOfEqual(whole, to, orders);
      const part = Math.min(end, piece.to) - Math.max(from, piece.from);
      if (part > 0) addPart(list, part, top);
      from = end;
    }
    return true;
  }

  /** One object for each top. */
  #top(point: number, need: number): Top {
    const key = `${point} ${need}`;
    let top = this.#tops.get(key);
    if (top === undefined) {
      top = { point, need };
      this.#tops.set(key, top);
    }
    return top;
  }
}

function addPart(list: LabelledPart[], size: number, top: Top): void {
  const last = list.at(-1);
  const to = (last?.to ?? 0) + size;
  if (last?.top === top) list[list.length - 1] = { to, top };
  else list.push({ to, top });
}

/** The order or supply whose need it is; nothing above a demand. */
function aboveNeed(state: PlanState, needs: NeedColumns, need: number): Above | undefined {
  const { model } = state;
  const row = needs.row[need]!;
  switch (needs.kind[need]) {
    case NEED_KIND.order:
      return { point: originOf(state, needs, need), lead: row };
    case NEED_KIND.firm:
      return { point: originOf(state, needs, need), lead: leadOfSupply(row) };
    case NEED_KIND.component: {
      const { supplyRow } = model.toIssue[row]!;
      return { point: pointOfSupply(state, supplyRow), lead: leadOfSupply(supplyRow) };
    }
    default:
      return undefined;
  }
}

/** The stocking point of an open supply. */
export function pointOfSupply({ model }: PlanState, row: number): number {
  const { item, site, segment } = model.problem.supplies;
  return model.points.find(item[row]!, site[row]!, segment[row]!);
}
