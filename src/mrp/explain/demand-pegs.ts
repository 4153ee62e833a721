import type { PlanState } from "../plan/plan-state.js";
import { NEED_KIND, type PointPegs } from "./peg-columns.js";
import { pegsByName, type SinglePeg } from "./peg-pieces.js";

/** A peg, and its place among those of the stocking point. */
interface PlacedPeg {
  readonly place: number;
  readonly peg: SinglePeg;
}

type PegsByRow = ReadonlyMap<number, readonly PlacedPeg[]>;

const known = new WeakMap<PointPegs, PegsByRow>();

/**
 * The pegs that cover demands of a stocking point here, not at a component of a phantom. They are sorted out
 * when one is first asked for: who asks for one often asks for all.
 *
 * @param pegs - of the stocking point, kept
 * @param rows - of the demands
 */
export function pegsOfDemands(
  state: PlanState,
  pegs: PointPegs,
  rows: Iterable<number>,
): SinglePeg[] {
  let byRow = known.get(pegs);
  if (byRow === undefined) {
    byRow = sortedOut(state, pegs);
    known.set(pegs, byRow);
  }
  const found = [...rows].flatMap((row) => byRow.get(row) ?? []);
  return found.sort((a, b) => a.place - b.place).map(({ peg }) => peg);
}

function sortedOut(state: PlanState, pegs: PointPegs): PegsByRow {
  const { needs, point } = pegs;
  const byRow = new Map<number, PlacedPeg[]>();
  for (const [place, peg] of pegsByName(state, pegs).entries()) {
    const { need } = peg;
    if (need < 0 || needs.kind[need] !== NEED_KIND.demand) continue;
    if (needs.link[need] !== -1 - point) continue;
    const row = needs.row[need]!;
    const there = byRow.get(row);
    if (there === undefined) byRow.set(row, [{ place, peg }]);
    else there.push({ place, peg });
  }
  return byRow;
}
