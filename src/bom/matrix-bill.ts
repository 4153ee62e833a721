import { addRatios, ONE, type Ratio } from "../core/index.js";
import {
  type Issues,
  noteTwice,
  noteType,
  readChoice,
  readFields,
  readGraphOf,
  readItemOf,
  readList,
  refuseAll,
} from "./argument.js";
import type { BomGraph } from "./columns.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { isList } from "./issue.js";
import { roll } from "./roll.js";

/** How deep a matrix bill looks. */
export interface MatrixBillOptions {
  /** `"single"` (when left out): what goes straight into each parent; `"all"`: over all levels. */
  readonly levels?: "single" | "all" | undefined;
}

/** One component of a family and what each member needs of it. */
export interface MatrixRow {
  /** Id of the component. */
  readonly component: string;
  /** Parent → quantity in one of it, in the order of the parents; parents without it are not there. */
  readonly quantities: ReadonlyMap<string, ExactQuantity>;
  /** Whether all parents need it, and the same quantity. */
  readonly common: boolean;
}

/**
 * Sets the bills of a family side by side: components down, parents across.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param parents - ids of the family, each once, at least one
 * @param options - `levels`
 * @returns one row for each component of any of them, in level order: by low-level code, then by id
 * @throws PlanningInputError with everything that is wrong: a parent that the graph does not know
 * (`unknownId`) or that is named twice (`duplicateId`)
 *
 * Source: rule B9; APICS dictionary, "matrix bill of material".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "cart", component: "seat", quantity: 1 },
 *   { parent: "barrow", component: "wheel", quantity: 1 },
 * ]);
 * const rows = matrixBill(graph, ["cart", "barrow"]);
 * rows.map(({ component, quantities }) => [
 *   component,
 *   quantities.get("cart")?.ratio,
 *   quantities.get("barrow")?.ratio,
 * ]); // => [["seat", "1", undefined], ["wheel", "4", "1"]]
 * ```
 */
export function matrixBill(
  graph: BomGraph,
  parents: readonly string[],
  options: MatrixBillOptions = {},
): readonly MatrixRow[] {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const family = readFamily(bom, parents, issues);
  const fields = readFields(options, ["options"], ["levels"], issues);
  const { levels: asked = "single" } = fields;
  const levels = readChoice(asked, ["options", "levels"], ["single", "all"], issues);
  refuseAll(issues);
  const cells = new Map<number, Map<number, Ratio>>(); // component → parent → quantity
  for (const parent of family) {
    const below = levels === "all" ? roll(bom, parent, ONE, "down") : singleLevel(bom, parent);
    for (const [component, quantity] of below) {
      if (!cells.has(component)) cells.set(component, new Map());
      cells.get(component)!.set(parent, quantity);
    }
  }
  const components = [...cells.keys()].sort((a, b) => bom.codes[a]! - bom.codes[b]! || a - b);
  return components.map((component) => {
    const row = cells.get(component)!;
    const quantities = [...row].map(([n, exact]) => [bom.items[n]!, exactQuantity(exact)] as const);
    return {
      component: bom.items[component]!,
      quantities: new Map(quantities),
      common: row.size === family.length && allEqual([...row.values()]),
    };
  });
}

function readFamily(graph: BomGraph, parents: unknown, issues: Issues): number[] {
  const list = readList(parents, ["parents"], issues);
  if (isList(parents) && list.length === 0) {
    noteType(parents, ["parents"], "a list of at least one id", issues);
  }
  const family = new Set<number>();
  for (const [n, parent] of list.entries()) {
    const number = readItemOf(graph, parent, ["parents", n], issues);
    if (number >= 0 && family.has(number)) noteTwice(`${parent}`, ["parents", n], issues);
    family.add(number);
  }
  return [...family];
}

/** The components that go straight into an item, those of several lines added up. */
function singleLevel(graph: BomGraph, parent: number): Map<number, Ratio> {
  const { start, row } = graph.linesBelow;
  const sums = new Map<number, Ratio>();
  for (let k = start[parent]!; k < start[parent + 1]!; k++) {
    const component = graph.lineComponent[row[k]!]!;
    const sum = sums.get(component);
    const ratio = graph.lineRatio[row[k]!]!;
    sums.set(component, sum === undefined ? ratio : addRatios(sum, ratio));
  }
  return sums;
}

function allEqual(ratios: readonly Ratio[]): boolean {
  return ratios.every(({ num, den }) => num === ratios[0]!.num && den === ratios[0]!.den);
}
