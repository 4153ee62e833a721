import type { PlanState } from "../plan/plan-state.js";
import type { PointPegs, SupplyColumns } from "./peg-columns.js";
import { matchFirstPegs, matchPegs } from "./peg-matching.js";
import { NeedReader } from "./peg-needs.js";
import { isSpecial } from "./peg-special.js";
import { SupplyReader } from "./peg-supplies.js";
import { PegWriter } from "./peg-writer.js";
import { hasSpecialNeeds } from "./special-needs.js";

/**
 * Pegs stocking points one after the other in buffers that are used again. Nothing of it is kept by
 * the plan: pegs follow from the intervals of needs and supplies.
 */
export class PegReader {
  readonly #state: PlanState;
  readonly #needs: NeedReader;
  readonly #supplies: SupplyReader;
  readonly #pegs = new PegWriter();

  constructor(state: PlanState) {
    this.#state = state;
    this.#needs = new NeedReader(state);
    this.#supplies = new SupplyReader(state);
  }

  /**
   * The pegs of a stocking point.
   *
   * @returns columns that hold until the next call
   */
  read(point: number): PointPegs {
    const needs = this.#needs.read(point);
    const supplies = this.#supplies.read(point);
    const pegs = this.#pegs;
    matchPegs(this.#state, point, needs, supplies, pegs);
    const { count, need, supply, quantity } = pegs;
    return { point, needs, supplies, count, need, supply, quantity };
  }

  /**
   * Of the pegs of a stocking point those of the first needs: of all that take something of some of its
   * supplies, each with all of its pegs. What no need takes is not named.
   *
   * @param lastOf - the last of these supplies; −1: none
   * @param withFirstDay - whether all needs of T0 are told, too
   * @returns pegs that hold until the next call; `undefined` where needs are not served in turn
   */
  readFirst(
    point: number,
    lastOf: (supplies: SupplyColumns) => number,
    withFirstDay: boolean,
  ): FirstPegs | undefined {
    const state = this.#state;
    if (hasSpecialNeeds(state, point)) return undefined;
    const supplies = this.#supplies.read(point);
    if (isSpecial(state, point, supplies)) return undefined;
    const pegs = this.#pegs;
    const last = lastOf(supplies);
    const end = state.model.days - 1;
    // New orders are due with the first need that they serve, so those after that take of later ones.
    let until = last + 1 < supplies.count ? supplies.day[last + 1]! : end;
    for (; ; until = 2 * until + 1) {
      const needs = this.#needs.read(point, Math.min(until, end));
      const isAsked = (k: number): boolean => withFirstDay && needs.day[k] === 0;
      const isAll = matchFirstPegs(needs, supplies, last, isAsked, pegs);
      if (!isAll && until < end) continue;
      const { count, need, supply, quantity } = pegs;
      const lastNeed = count === 0 ? -1 : needs.day[need[count - 1]!]!;
      return {
        pegs: { point, needs, supplies, count, need, supply, quantity },
        until: isAll ? lastNeed : end,
      };
    }
  }
}

/** The pegs of the first needs of a stocking point. */
export interface FirstPegs {
  readonly pegs: PointPegs;
  /** The last day on which a need may be one of them. */
  readonly until: number;
}

/** The pegs of a plan that were asked for, by stocking point. */
interface KnownPegs {
  readonly reader: PegReader;
  readonly points: Map<number, PointPegs>;
  /** Points that were looked at once in passing. */
  readonly passed: Set<number>;
}

const knownPegs = new WeakMap<PlanState, KnownPegs>();

function knownOf(state: PlanState): KnownPegs {
  let known = knownPegs.get(state);
  if (known === undefined) {
    known = { reader: new PegReader(state), points: new Map(), passed: new Set() };
    knownPegs.set(state, known);
  }
  return known;
}

/** The pegs of a stocking point, worked out when they are first asked for, and kept (P1, K48). */
export function pegsOf(state: PlanState, point: number): PointPegs {
  const { reader, points } = knownOf(state);
  let pegs = points.get(point);
  if (pegs === undefined) {
    pegs = copyOf(reader.read(point));
    points.set(point, pegs);
  }
  return pegs;
}

/**
 * The pegs of a stocking point for the moment: they hold until those of another one are asked for. They
 * are kept only when somebody comes back to them, since a way down passes by many points.
 */
export function pegsForNow(state: PlanState, point: number): PointPegs {
  const { reader, points, passed } = knownOf(state);
  const pegs = points.get(point);
  if (pegs !== undefined) return pegs;
  if (passed.has(point)) return pegsOf(state, point);
  passed.add(point);
  return reader.read(point);
}

/** A copy in one block of memory: a stocking point has a dozen short columns. */
function copyOf({ point, needs, supplies, count, need, supply, quantity }: PointPegs): PointPegs {
  const block = new Block(
    8 * (needs.count + supplies.count + count) +
      4 * (7 * needs.count + 4 * supplies.count + 2 * count) +
      needs.count +
      supplies.count,
  );
  // The widest first, so that all begin where their width allows.
  const [needed, supplied, pegged] = [
    block.reals(needs.quantity, needs.count),
    block.reals(supplies.quantity, supplies.count),
    block.reals(quantity, count),
  ];
  const more = (column: Int32Array | undefined): Int32Array | undefined =>
    column === undefined ? undefined : block.integers(column, needs.count);
  const ofNeeds = {
    count: needs.count,
    day: block.integers(needs.day, needs.count),
    row: block.integers(needs.row, needs.count),
    link: block.integers(needs.link, needs.count),
    repeat: more(needs.repeat),
    times: more(needs.times),
    ownDay: more(needs.ownDay),
    offset: more(needs.offset),
  };
  const ofSupplies = {
    count: supplies.count,
    day: block.integers(supplies.day, supplies.count),
    row: block.integers(supplies.row, supplies.count),
    from: block.integers(supplies.from, supplies.count),
    expires:
      supplies.expires === undefined ? undefined : block.integers(supplies.expires, supplies.count),
  };
  return {
    point,
    count,
    need: block.integers(need, count),
    supply: block.integers(supply, count),
    quantity: pegged,
    needs: { quantity: needed, kind: block.bytes(needs.kind, needs.count), ...ofNeeds },
    supplies: {
      quantity: supplied,
      kind: block.bytes(supplies.kind, supplies.count),
      ...ofSupplies,
    },
  };
}

/** Memory that is given out from the front. */
class Block {
  readonly #buffer: ArrayBuffer;
  #offset = 0;

  constructor(bytes: number) {
    this.#buffer = new ArrayBuffer(bytes);
  }

  reals(from: Float64Array, count: number): Float64Array {
    const copy = new Float64Array(this.#buffer, this.#offset, count);
    for (let k = 0; k < count; k++) copy[k] = from[k]!;
    this.#offset += copy.byteLength;
    return copy;
  }

  integers(from: Int32Array, count: number): Int32Array {
    const copy = new Int32Array(this.#buffer, this.#offset, count);
    for (let k = 0; k < count; k++) copy[k] = from[k]!;
    this.#offset += copy.byteLength;
    return copy;
  }

  bytes(from: Uint8Array, count: number): Uint8Array {
    const copy = new Uint8Array(this.#buffer, this.#offset, count);
    for (let k = 0; k < count; k++) copy[k] = from[k]!;
    this.#offset += copy.byteLength;
    return copy;
  }
}
