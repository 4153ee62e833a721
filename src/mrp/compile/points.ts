import { compressedRows, lowLevelCodesOfEdges } from "../../bom/index.js";
import { PlanningInputError } from "../../core/index.js";
import { cycleIssues } from "../input/cycles.js";
import { NONE, type Problem } from "../input/problem.js";
import type { BillColumns } from "./bill-columns.js";
import { DraftPoints } from "./draft-points.js";
import { sweepOrder } from "./sweep-order.js";

/** Stocking points in sweep order: by low-level code, then item id, site id, segment (B1). */
export interface Points {
  readonly count: number;
  readonly item: Int32Array;
  readonly site: Int32Array;
  /** The segment, {@link NONE} without one. */
  readonly segment: Int32Array;
  readonly level: Int32Array;
  /** The numbers of the points in the order of the input, in which their rows lie in memory. */
  readonly inInputOrder: Int32Array;
  /** The number of a stocking point, {@link NONE} when there is none. */
  readonly find: (item: number, site: number, segment: number) => number;
}

/** Which item-site may need something of which: an edge each, by the numbers of draft points. */
interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Finds every stocking point, levels them, and puts them in sweep order. */
export function findPoints(problem: Problem, bills: BillColumns): Points {
  const draft = new DraftPoints(problem);
  if (problem.sites.length > 1) seedItemSites(problem, draft);
  const edges = findEdges(problem, bills, draft);
  const itemSites = draft.count;
  const { codes, cycle } = lowLevelCodesOfEdges(itemSites, edges.from, edges.to);
  if (cycle !== null) throw new PlanningInputError(cycleIssues(problem.input));
  if (problem.segments.length === 0) return inSweepOrder(problem, draft, codes);
  forEachPlace(problem, (item, site, segment) => draft.number(item, site, segment));
  followSegments(draft, edges, itemSites);
  return inSweepOrder(problem, draft, codesOfSegments(draft, codes));
}

/** The item-sites that rows name, where not every item is at every site (K22). */
function seedItemSites(problem: Problem, draft: DraftPoints): void {
  for (const { item, site } of problem.itemSites) draft.number(item, site, NONE);
  forEachPlace(problem, (item, site) => draft.number(item, site, NONE));
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

/**
 * What an item-site may need of others: components of all its bills, and sites that ship to it, firm
 * transfers included. Item-sites that only stand there as a component are found here.
 */
function findEdges(problem: Problem, bills: BillColumns, draft: DraftPoints): Edges {
  const lanes = findLanes(problem);
  const lines = bills.component.length;
  const from = new Int32Array(lines + lanes.length);
  const to = new Int32Array(lines + lanes.length);
  for (let b = 0; b < bills.count; b++) {
    const site = bills.site[b]!;
    const parent = draft.number(bills.item[b]!, site, NONE);
    for (let l = bills.start[b]!; l < bills.start[b + 1]!; l++) {
      from[l] = parent;
      to[l] = draft.number(bills.component[l]!, site, NONE);
    }
  }
  for (let lane = 0; lane < lanes.length; lane++) {
    const { item, site, shipsFrom } = lanes[lane]!;
    from[lines + lane] = draft.number(item, site, NONE);
    to[lines + lane] = draft.number(item, shipsFrom, NONE);
  }
  // A source that ships nothing still names its item-site.
  for (const { item, site } of problem.sources) draft.number(item, site, NONE);
  return { from, to };
}

/** From which other site an item may be shipped to a site. */
interface Lane {
  readonly item: number;
  readonly site: number;
  readonly shipsFrom: number;
}

function findLanes({ sources, supplies }: Problem): Lane[] {
  const lanes: Lane[] = [];
  for (const { kind, item, site, from } of sources) {
    if (kind === "transfer") lanes.push({ item, site, shipsFrom: from });
  }
  for (const [row, { firm, from }] of supplies.detail) {
    if (!firm || supplies.kind(row) !== "transfer") continue;
    lanes.push({ item: supplies.item[row]!, site: supplies.site[row]!, shipsFrom: from });
  }
  return lanes;
}

/** Dependent needs stay in their parent's segment: makes the points that they reach. */
function followSegments(draft: DraftPoints, { from, to }: Edges, itemSites: number): void {
  const below = compressedRows(itemSites, from);
  for (let point = itemSites; point < draft.count; point++) {
    const parent = draft.find(draft.item[point]!, draft.site[point]!, NONE);
    for (let k = below.start[parent]!; k < below.start[parent + 1]!; k++) {
      const component = to[below.row[k]!]!;
      draft.number(draft.item[component]!, draft.site[component]!, draft.segment[point]!);
    }
  }
}

/** A code is that of the item-site: bills and lanes are the same in every segment. */
function codesOfSegments(draft: DraftPoints, codes: Int32Array): Int32Array {
  const all = new Int32Array(draft.count);
  for (let point = 0; point < draft.count; point++) {
    all[point] = codes[draft.find(draft.item[point]!, draft.site[point]!, NONE)]!;
  }
  return all;
}

function inSweepOrder(problem: Problem, draft: DraftPoints, codes: Int32Array): Points {
  const { count } = draft;
  const order = sweepOrder(problem, draft, codes);
  const place = new Int32Array(count); // the place in the sweep of each draft point
  for (let n = 0; n < count; n++) place[order[n]!] = n;
  const oneSite = problem.sites.length === 1;
  return {
    count,
    item: placed(draft.item, order),
    site: placed(draft.site, order),
    segment: placed(draft.segment, order),
    level: placed(codes, order),
    inInputOrder: place,
    find(item, site, segment) {
      if (oneSite && segment === NONE) return place[item]!;
      const point = draft.find(item, site, segment);
      return point === NONE ? NONE : place[point]!;
    },
  };
}

function placed(column: Int32Array, order: Int32Array): Int32Array {
  const inOrder = new Int32Array(order.length);
  for (let n = 0; n < order.length; n++) inOrder[n] = column[order[n]!]!;
  return inOrder;
}
