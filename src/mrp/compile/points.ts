import { compressedRows, cycleGroups, lowLevelCodesOfEdges } from "../../bom/index.js";
import { PlanningInputError } from "../../core/index.js";
import { cycleIssues } from "../input/cycles.js";
import { issueSiteOf } from "../input/issue-site.js";
import { NONE, type Problem } from "../input/problem.js";
import { DraftPoints } from "./draft-points.js";
import { leadsOfCoProducts } from "./driven-by.js";
import { type Edges, findEdges } from "./edges.js";
import { sweepOrder } from "./sweep-order.js";

/** Stocking points in the order of the sweep, see {@link sweepOrder}. */
export interface Points {
  readonly count: number;
  readonly item: Int32Array;
  readonly site: Int32Array;
  /** The segment, {@link NONE} without one. */
  readonly segment: Int32Array;
  readonly level: Int32Array;
  /** The numbers of the points in the order of the input, in which their rows lie in memory. */
  readonly inInputOrder: Int32Array;
  /** The number of the point of each item, where there is one site and no segment. */
  readonly ofItem: Int32Array | undefined;
  /** What is known of bills where nothing but their lines leads from one point to another. */
  readonly ofBills: PointsOfBills | undefined;
  /** The group of those points that need each other, and so are covered from stock alone (B2). */
  readonly loops: ReadonlyMap<number, number>;
  /** The number of a stocking point, {@link NONE} when there is none. */
  readonly find: (item: number, site: number, segment: number) => number;
}

/** What is known of bills by stocking point when each item has one at most. */
export interface PointsOfBills {
  /** See {@link onlyBills}. */
  readonly onlyBill: Int32Array;
  /** Where the lines that name each point begin when they are grouped by it; one entry more than points. */
  readonly useStart: Int32Array;
}

/** Finds every stocking point, levels them over a list of edges, and puts them in sweep order. */
export function linkedPoints(problem: Problem): Points {
  const draft = new DraftPoints(problem);
  if (problem.sites.length > 1) seedItemSites(problem, draft);
  const found = findEdges(problem, draft);
  const itemSites = draft.count;
  const groups =
    problem.conventions.cycles === "stockOnly"
      ? cycleGroups(
          itemSites,
          found.from.subarray(0, found.relations),
          found.to.subarray(0, found.relations),
        )
      : undefined;
  const edges = groups === undefined ? found : outsideLoops(problem, draft, found, groups);
  const { codes, cycle } = lowLevelCodesOfEdges(itemSites, edges.from, edges.to);
  if (cycle !== null) throw new PlanningInputError(cycleIssues(problem.input));
  if (problem.segments.length > 0) {
    forEachPlace(problem, (item, site, segment) => draft.number(item, site, segment));
    followSegments(draft, withLeads(problem, draft, edges), itemSites);
  }
  const order = sweepOrder(problem, draft, itemSites, edges);
  return inOrder(problem, draft, codesOfSegments(draft, codes), groups, order);
}

/**
 * B2 under `cycles: "stockOnly"`: lines and lanes between item-sites that need each other lead nowhere.
 * A cycle through a phantom stays one, and what goes round without these lines and lanes (K38).
 */
function outsideLoops(
  { input, items }: Problem,
  draft: DraftPoints,
  { from, to, relations }: Edges,
  groups: Int32Array,
): Edges {
  const leads = (_: number, e: number): boolean =>
    e >= relations || groups[from[e]!] === NONE || groups[from[e]!] !== groups[to[e]!];
  for (let point = 0; point < groups.length; point++) {
    if (groups[point] === NONE || !items[draft.item[point]!]!.phantom) continue;
    throw new PlanningInputError(cycleIssues(input));
  }
  return { from: from.filter(leads), to: to.filter(leads), relations };
}

/** The item-sites that rows name, where not every item is at every site (K22). */
export function seedItemSites(problem: Problem, draft: DraftPoints): void {
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
  const { detail, segment } = problem.supplies;
  for (const [row, { components }] of detail) {
    if (components.length === 0) continue;
    const site = issueSiteOf(problem.supplies, row);
    for (const { component } of components) visit(component, site, segment[row]!);
  }
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

/** K40: a lead item that its co-products drive is planned in each segment in which one of them is. */
function withLeads(problem: Problem, draft: DraftPoints, edges: Edges): Edges {
  const leads = leadsOfCoProducts(problem, draft);
  if (leads.length === 0) return edges;
  return {
    from: Int32Array.from([...edges.from, ...leads.map(([coProduct]) => coProduct)]),
    to: Int32Array.from([...edges.to, ...leads.map(([, lead]) => lead)]),
    relations: edges.relations,
  };
}

/** A code is that of the item-site: bills and lanes are the same in every segment. */
function codesOfSegments(draft: DraftPoints, codes: Int32Array): Int32Array {
  if (draft.count === codes.length) return codes;
  const all = new Int32Array(draft.count);
  for (let point = 0; point < draft.count; point++) {
    all[point] = codes[draft.find(draft.item[point]!, draft.site[point]!, NONE)]!;
  }
  return all;
}

/** @param order - the draft point at each place in the sweep */
function inOrder(
  problem: Problem,
  draft: DraftPoints,
  codes: Int32Array,
  groups: Int32Array | undefined,
  order: Int32Array,
): Points {
  const { count } = draft;
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
    ofItem: oneSite && problem.segments.length === 0 ? place : undefined,
    ofBills: undefined,
    loops: groups === undefined ? NO_LOOPS : loopsOf(draft, groups, place),
    find(item, site, segment) {
      if (oneSite && segment === NONE) return place[item]!;
      const point = draft.find(item, site, segment);
      return point === NONE ? NONE : place[point]!;
    },
  };
}

const NO_LOOPS: ReadonlyMap<number, number> = new Map();

/** The groups of points by their number in the sweep; segments share those of their item-site. */
function loopsOf(draft: DraftPoints, groups: Int32Array, place: Int32Array): Map<number, number> {
  const loops = new Map<number, number>();
  for (let point = 0; point < draft.count; point++) {
    const group = groups[draft.find(draft.item[point]!, draft.site[point]!, NONE)]!;
    if (group !== NONE) loops.set(place[point]!, group);
  }
  return loops;
}

function placed(column: Int32Array, order: Int32Array): Int32Array {
  const inOrder = new Int32Array(order.length);
  for (let n = 0; n < order.length; n++) inOrder[n] = column[order[n]!]!;
  return inOrder;
}
