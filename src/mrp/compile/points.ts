import { lowLevelCodesOfEdges } from "../../bom/index.js";
import { compareText, PlanningInputError } from "../../core/index.js";
import { cycleIssues } from "../input/cycles.js";
import { type Bill, NONE, type Problem, type Source } from "../input/problem.js";

/** Stocking points in sweep order: by low-level code, then item id, site id, segment (B1). */
export interface Points {
  readonly count: number;
  readonly item: Int32Array;
  readonly site: Int32Array;
  /** The segment, {@link NONE} without one. */
  readonly segment: Int32Array;
  readonly level: Int32Array;
  /** The number of a stocking point, {@link NONE} when there is none. */
  readonly find: (item: number, site: number, segment: number) => number;
}

/** Rows by item and site, for those that have any. */
export interface ByItemSite<Row> {
  readonly at: (item: number, site: number) => readonly Row[];
}

/** Groups rows by the item-site that they speak of, in their order. */
export function byItemSite<Row extends { readonly item: number; readonly site: number }>(
  rows: readonly Row[],
  sites: number,
): ByItemSite<Row> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const key = row.item * sites + row.site;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return { at: (item, site) => groups.get(item * sites + site) ?? [] };
}

/** Finds every stocking point, levels them, and puts them in sweep order. */
export function findPoints(
  problem: Problem,
  bills: ByItemSite<Bill>,
  sources: ByItemSite<Source>,
): Points {
  const draft = new DraftPoints(problem);
  const below = componentsBelow(problem, bills, sources);
  seedItemSites(problem, draft);
  const from: number[] = [];
  const to: number[] = [];
  for (let point = 0; point < draft.item.length; point++) {
    for (const [item, site] of below(draft.item[point]!, draft.site[point]!)) {
      from.push(point);
      to.push(draft.number(item, site, NONE));
    }
  }
  const itemSites = draft.item.length;
  const graph = lowLevelCodesOfEdges(itemSites, Int32Array.from(from), Int32Array.from(to));
  if (graph.cycle !== null) throw new PlanningInputError(cycleIssues(problem.input));
  if (problem.segments.length > 0) {
    seedSegments(problem, draft);
    for (let point = itemSites; point < draft.item.length; point++) {
      for (const [item, site] of below(draft.item[point]!, draft.site[point]!)) {
        draft.number(item, site, draft.segment[point]!);
      }
    }
  }
  // A code is that of the item-site: bills and lanes are the same in every segment.
  const codes = Int32Array.from(draft.item, (item, point) => {
    return graph.codes[draft.find(item, draft.site[point]!, NONE)]!;
  });
  return inSweepOrder(problem, draft, codes);
}

/** What an item-site may need of others: components of all its bills, and sites that ship to it. */
function componentsBelow(
  problem: Problem,
  bills: ByItemSite<Bill>,
  sources: ByItemSite<Source>,
): (item: number, site: number) => Generator<readonly [item: number, site: number]> {
  const lanes = firmLanes(problem);
  return function* below(item, site) {
    for (const bill of bills.at(item, site)) {
      for (const line of bill.lines) yield [line.component, site];
    }
    for (const source of sources.at(item, site)) {
      if (source.kind === "transfer") yield [item, source.from];
    }
    for (const from of lanes.get(item * problem.sites.length + site) ?? []) yield [item, from];
  };
}

/** Stocking points as they are found; their numbers are not yet those of the sweep. */
class DraftPoints {
  readonly item: number[] = [];
  readonly site: number[] = [];
  readonly segment: number[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #items: number;
  readonly #sites: number;

  constructor(problem: Problem) {
    this.#items = problem.items.length;
    this.#sites = problem.sites.length;
  }

  number(item: number, site: number, segment: number): number {
    const key = this.#key(item, site, segment);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.item.length;
      this.#numbers.set(key, number);
      this.item.push(item);
      this.site.push(site);
      this.segment.push(segment);
    }
    return number;
  }

  find(item: number, site: number, segment: number): number {
    return this.#numbers.get(this.#key(item, site, segment)) ?? NONE;
  }

  #key(item: number, site: number, segment: number): number {
    return ((segment + 1) * this.#items + item) * this.#sites + site;
  }
}

/** The item-sites that rows name; all others are reached from them (K22). */
function seedItemSites(problem: Problem, draft: DraftPoints): void {
  if (problem.sites.length === 1) {
    for (const item of ranked(problem.items)) draft.number(item, 0, NONE);
    return;
  }
  for (const rows of [problem.itemSites, problem.sources, problem.bills]) {
    for (const { item, site } of rows) draft.number(item, site, NONE);
  }
  forEachPlace(problem, (item, site) => draft.number(item, site, NONE));
}

function seedSegments(problem: Problem, draft: DraftPoints): void {
  forEachPlace(problem, (item, site, segment) => draft.number(item, site, segment));
}

/** The places that bulk rows name, components to be issued included. */
function forEachPlace(
  problem: Problem,
  visit: (item: number, site: number, segment: number) => void,
): void {
  for (const rows of [problem.stock, problem.demands, problem.supplies, problem.allocations]) {
    const { item, site, segment } = rows;
    for (let r = 0; r < rows.count; r++) visit(item[r]!, site[r]!, segment[r]!);
  }
  const { site, segment } = problem.supplies;
  for (const [row, { components }] of problem.supplies.detail) {
    for (const { component } of components) visit(component, site[row]!, segment[row]!);
  }
}

/** Firm transfers ship from a site, also where no source says so; by item × sites + site. */
function firmLanes(problem: Problem): Map<number, number[]> {
  const lanes = new Map<number, number[]>();
  const { item, site } = problem.supplies;
  for (const [row, { firm, from }] of problem.supplies.detail) {
    if (!firm || problem.supplies.kind(row) !== "transfer") continue;
    const key = item[row]! * problem.sites.length + site[row]!;
    lanes.set(key, [...(lanes.get(key) ?? []), from]);
  }
  return lanes;
}

/** Numbers of things in the order of their ids. */
function ranked(things: readonly { readonly id: string }[]): number[] {
  return things.map((_, k) => k).sort((a, b) => compareText(things[a]!.id, things[b]!.id));
}

function inverse(order: readonly number[]): Int32Array {
  const place = new Int32Array(order.length);
  order.forEach((thing, rank) => {
    place[thing] = rank;
  });
  return place;
}

function inSweepOrder(problem: Problem, draft: DraftPoints, codes: Int32Array): Points {
  const count = draft.item.length;
  const itemRank = inverse(ranked(problem.items));
  const siteRank = inverse(ranked(problem.sites));
  const segmentRank = inverse(ranked(problem.segments.map((id) => ({ id }))));
  const key = new Float64Array(count);
  const segments = problem.segments.length + 1;
  for (let p = 0; p < count; p++) {
    const segment = draft.segment[p]!;
    const place = itemRank[draft.item[p]!]! * problem.sites.length + siteRank[draft.site[p]!]!;
    key[p] = place * segments + (segment === NONE ? 0 : segmentRank[segment]! + 1);
  }
  const byPlace = Int32Array.from({ length: count }, (_, p) => p);
  if (!isAscending(key)) byPlace.sort((a, b) => key[a]! - key[b]!);
  const order = byLevel(byPlace, codes);
  const place = new Int32Array(count);
  for (let n = 0; n < count; n++) place[order[n]!] = n;
  const { item, site, segment } = draft;
  return {
    count,
    item: order.map((p) => item[p]!),
    site: order.map((p) => site[p]!),
    segment: order.map((p) => segment[p]!),
    level: order.map((p) => codes[p]!),
    find(ofItem, ofSite, ofSegment) {
      const point = draft.find(ofItem, ofSite, ofSegment);
      return point === NONE ? NONE : place[point]!;
    },
  };
}

function isAscending(key: Float64Array): boolean {
  for (let k = 1; k < key.length; k++) {
    if (key[k]! < key[k - 1]!) return false;
  }
  return true;
}

/** Stable counting sort by low-level code. */
function byLevel(points: Int32Array, codes: Int32Array): Int32Array {
  let deepest = 0;
  for (const code of codes) deepest = Math.max(deepest, code);
  const next = new Int32Array(deepest + 2);
  for (const code of codes) next[code + 1]!++;
  for (let code = 0; code <= deepest; code++) next[code + 1]! += next[code]!;
  const order = new Int32Array(points.length);
  for (const point of points) order[next[codes[point]!]!++] = point;
  return order;
}
