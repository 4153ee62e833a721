import { compareText } from "../../core/index.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { segmentOf } from "../plan/segment.js";

/** A stocking point that one of two plans has, or both. */
export interface PointPair {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** The number of the stocking point in each plan, {@link NONE} where it has none. */
  readonly a: number;
  readonly b: number;
}

/** The stocking points of two plans, each once, in no order that means anything. */
export function pointPairs(a: PlanState, b: PlanState): PointPair[] {
  const pairs: PointPair[] = [];
  const inB = pointFinder(a, b);
  const isInBoth = new Uint8Array(b.model.points.count);
  for (let point = 0; point < a.model.points.count; point++) {
    const other = inB(point);
    if (other !== NONE) isInBoth[other] = 1;
    pairs.push({ ...placeOf(a, point), a: point, b: other });
  }
  for (let point = 0; point < isInBoth.length; point++) {
    if (isInBoth[point] === 0) pairs.push({ ...placeOf(b, point), a: NONE, b: point });
  }
  return pairs;
}

/** Leads from the number of a stocking point in one plan to its number in another. */
function pointFinder(from: PlanState, to: PlanState): (point: number) => number {
  const { points, problem } = from.model;
  if (points === to.model.points) return (point) => point;
  const there = to.model.problem;
  const siteOf = new Map(there.sites.map(({ id }, number) => [id, number]));
  const segmentNumber = new Map(there.segments.map((id, number) => [id, number]));
  return (point) => {
    const item = there.itemOf.get(problem.items[points.item[point]!]!.id);
    const site = siteOf.get(problem.sites[points.site[point]!]!.id);
    const segment = segmentOf(from, point);
    const number = segment === null ? NONE : segmentNumber.get(segment);
    if (item === undefined || site === undefined || number === undefined) return NONE;
    return to.model.points.find(item, site, number);
  };
}

function placeOf(state: PlanState, point: number): Pick<PointPair, "item" | "site" | "segment"> {
  const { points, problem } = state.model;
  return {
    item: problem.items[points.item[point]!]!.id,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
  };
}

/** Stocking points from the top of both plans down, then by item, site and segment. */
export function inLevelOrder(
  pairs: readonly PointPair[],
  a: PlanState,
  b: PlanState,
): readonly PointPair[] {
  const levelIn = ({ model }: PlanState, point: number): number =>
    point === NONE ? 0 : model.points.level[point]!;
  const level = (pair: PointPair): number => Math.max(levelIn(a, pair.a), levelIn(b, pair.b));
  return [...pairs].sort((one, other) => level(one) - level(other) || comparePlaces(one, other));
}

/** By item, site and segment, none first. */
export function comparePlaces(
  a: Pick<PointPair, "item" | "site" | "segment">,
  b: Pick<PointPair, "item" | "site" | "segment">,
): number {
  return (
    compareText(a.item, b.item) ||
    compareText(a.site, b.site) ||
    compareText(a.segment ?? "", b.segment ?? "")
  );
}
