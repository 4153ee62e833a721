import { cycleGroups, cyclesOfEdges } from "../../bom/index.js";
import { compareText } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { type PlanningIssue, show } from "./issues.js";
import type { Path } from "./path.js";
import { type PlaceKey, type Way, waysOf } from "./ways.js";

/** Names that a message spells out at each end of a long cycle. */
const SPELLED_OUT = 6;

/**
 * B2: the cycles of bills, transfer lanes and firm transfers, co-products, substitutes and follow-ups,
 * one for each group of items that need each other, with the whole way round.
 *
 * Under `cycles: "stockOnly"` those of bills and lanes alone are none, unless a phantom is on them
 * (K38).
 *
 * @param input - rows of a right form; those that name unknown items or sites are passed over
 */
export function cycleIssues(input: PlanningInput): PlanningIssue[] {
  const stockOnly = input.conventions?.cycles === "stockOnly";
  const ways = stockOnly ? waysThatLead(input) : waysOf(input);
  const { places, from, to } = graphOf(ways);
  return cyclesOfEdges(places.length, from, to).map((numbers) => {
    const cycle = numbers.map((n) => JSON.parse(places[n]!) as [item: string, site: string]);
    const first = ways.find((_, w) => from[w] === numbers[0] && to[w] === numbers[1])!;
    return cycleIssue(cycle, first.path);
  });
}

/** The groups of item-sites that need each other by bills and lanes, by their keys (K38). */
export function loopsOf(input: PlanningInput): ReadonlyMap<PlaceKey, number> {
  const { places, from, to } = graphOf(waysOf(input).filter(({ isRelation }) => !isRelation));
  const loops = new Map<PlaceKey, number>();
  for (const [n, group] of cycleGroups(places.length, from, to).entries()) {
    if (group >= 0) loops.set(places[n]!, group);
  }
  return loops;
}

/** All ways but lines and lanes within a loop without a phantom. */
function waysThatLead(input: PlanningInput): Way[] {
  const loops = loopsOf(input);
  const phantoms = new Set((input.items ?? []).flatMap(({ id, phantom }) => (phantom ? [id] : [])));
  const withPhantom = new Set<number>();
  for (const [place, group] of loops) {
    if (phantoms.has(JSON.parse(place)[0])) withPhantom.add(group);
  }
  return waysOf(input).filter(({ from, to, isRelation }) => {
    const group = loops.get(from);
    if (isRelation || group === undefined || group !== loops.get(to)) return true;
    return withPhantom.has(group);
  });
}

/** Ways as edges between numbers. */
function graphOf(ways: readonly Way[]) {
  // In the order of ids, so that the order of rows changes nothing.
  const places = [...new Set(ways.flatMap(({ from, to }) => [from, to]))].sort(compareText);
  const numberOf = new Map(places.map((place, n) => [place, n]));
  return {
    places,
    from: Int32Array.from(ways, (way) => numberOf.get(way.from)!),
    to: Int32Array.from(ways, (way) => numberOf.get(way.to)!),
  };
}

function cycleIssue(cycle: readonly (readonly [string, string])[], path: Path): PlanningIssue {
  const several = new Set(cycle.map(([, site]) => site)).size > 1;
  const names = cycle.map(([id, site]) => (several ? `${show(id)} at ${show(site)}` : show(id)));
  const left = names.length - 2 * SPELLED_OUT;
  const way =
    left > 1
      ? [...names.slice(0, SPELLED_OUT), `… ${left} more …`, ...names.slice(-SPELLED_OUT)]
      : names;
  const message = `${names[0]} needs itself: ${way.join(" > ")}. Take one step of this way out.`;
  const [ids, sites] = [cycle.map(([id]) => id), cycle.map(([, site]) => site)];
  return { code: "bomCycle", path, message, cycle: ids, sites };
}
