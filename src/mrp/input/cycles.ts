import { cyclesOfEdges } from "../../bom/index.js";
import { compareText } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { type PlanningIssue, show } from "./issues.js";
import type { Path } from "./path.js";
import { ONLY_SITE } from "./places.js";

/** An item at a site, as the text that is its key. */
type Place = string;

/** A row that says that something needs something else. */
interface Way {
  readonly from: Place;
  readonly to: Place;
  readonly path: Path;
}

/** Names that a message spells out at each end of a long cycle. */
const SPELLED_OUT = 6;

/**
 * B2: the cycles of bills, transfer lanes and firm transfers, one for each group of items that need
 * each other, with the whole way round.
 *
 * @param input - rows of a right form; those that name unknown items or sites are passed over
 */
export function cycleIssues(input: PlanningInput): PlanningIssue[] {
  if (input.conventions?.cycles === "stockOnly") return [];
  const ways = waysOf(input);
  // In the order of ids, so that the order of rows changes nothing.
  const places = [...new Set(ways.flatMap(({ from, to }) => [from, to]))].sort(compareText);
  const numberOf = new Map(places.map((place, n) => [place, n]));
  const from = Int32Array.from(ways, (way) => numberOf.get(way.from)!);
  const to = Int32Array.from(ways, (way) => numberOf.get(way.to)!);
  return cyclesOfEdges(places.length, from, to).map((numbers) => {
    const cycle = numbers.map((n) => JSON.parse(places[n]!) as [item: string, site: string]);
    const first = ways.find((_, w) => from[w] === numbers[0] && to[w] === numbers[1])!;
    return cycleIssue(cycle, first.path);
  });
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

function waysOf(input: PlanningInput): Way[] {
  const items = new Set((input.items ?? []).map(({ id }) => id));
  const sites = (input.sites ?? []).map(({ id }) => id);
  if (sites.length === 0) sites.push(ONLY_SITE);
  const known = new Set(sites);
  const ways: Way[] = [];
  const add = (
    from: readonly [item: string, site: string | undefined],
    to: readonly [item: string, site: string | undefined],
    path: Path,
  ): void => {
    const [parent, component] = [from, to].map(([item, site]) => {
      const at = site ?? (sites.length === 1 ? sites[0]! : "");
      return items.has(item) && known.has(at) ? JSON.stringify([item, at]) : undefined;
    });
    // A lane from a site to itself is a mistake of its own.
    const isLane = path[0] !== "boms";
    if (parent !== undefined && component !== undefined && !(isLane && parent === component)) {
      ways.push({ from: parent, to: component, path });
    }
  };
  for (const [k, { item, site, lines }] of (input.boms ?? []).entries()) {
    for (const [n, line] of lines.entries()) {
      add([item, site], [line.item, site], ["boms", k, "lines", n, "item"]);
    }
  }
  for (const [k, source] of (input.sources ?? []).entries()) {
    const { item, site, kind, from, onlyFromStock } = source;
    // B1: a lane that ships from stock alone sets off nothing at the other site.
    if (kind === "transfer" && !onlyFromStock)
      add([item, site], [item, from], ["sources", k, "from"]);
  }
  for (const [k, { item, site, kind, firm, from }] of (input.supplies ?? []).entries()) {
    if (kind === "transfer" && firm) add([item, site], [item, from], ["supplies", k, "from"]);
  }
  return ways;
}
