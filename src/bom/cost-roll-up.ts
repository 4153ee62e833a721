import {
  addRatios,
  divideRatios,
  largestRemainder,
  multiplyRatios,
  ONE,
  powerOfTen,
  type Ratio,
  ratioOf,
} from "../core/index.js";
import { type Issues, readGraphOf, refuseAll } from "./argument.js";
import type { ReadCoProducts } from "./co-product.js";
import type { BomGraph } from "./columns.js";
import {
  type Cost,
  type CostElements,
  CostSum,
  costElements,
  NO_COST,
  scaleCost,
} from "./cost-elements.js";
import { show } from "./issue.js";
import { type BomCosts, type ReadCosts, readCosts } from "./item-cost.js";
import { lowLevelCodesOfEdges } from "./low-level-code.js";

/** The cost of one unit of an item. */
export interface RolledUpCost {
  /** What this level adds. */
  readonly own: CostElements;
  /** With everything below. Of an item with co-products: the part that it bears. */
  readonly rolledUp: CostElements;
  /** What it costs to make one, with all that comes out besides: before the split. */
  readonly making: CostElements;
}

/**
 * Rolls costs up through a bill of material, from the lowest level to the top.
 *
 * Own cost = material + setup ÷ costing lot + run × rate + overhead + subcontract. Making cost = own
 * cost + Σ over lines: quantity × (1 + scrap) × rolled-up cost of the component, less what by-products
 * bring in. It is the rolled-up cost, unless there are co-products: then each bears its share, and the
 * lead item the rest. The parts add up to the whole exactly. All figures are exact and by element.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param costs - own costs of items; scrap by row; co-products and by-products
 * @returns item → cost of one unit, in level order; co-products that are in no bill come last, by id
 * @throws PlanningInputError with everything that is wrong: an item that is bought without a cost
 * (`missingField`), a co-product that has a bill or a cost of its own too (`contradiction`) or goes into
 * its own lead item (`bomCycle`)
 *
 * Source: rule B9; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*, "cost
 * roll-up"; APICS dictionary, "by-product", "co-product".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "cart", component: "board", quantity: "1.5" },
 * ]);
 * const itemCosts = new Map([
 *   ["wheel", { material: "2.50" }],
 *   ["board", { material: 8 }],
 *   ["cart", { setup: 30, costingLot: 20, run: "0.25", rate: 40 }],
 * ]);
 * const { own, rolledUp } = costRollUp(graph, { itemCosts, scraps: [undefined, "0.1"] }).get("cart")!;
 * [own.total.ratio, rolledUp.material.ratio, rolledUp.total.ratio]; // => ["11.5", "23.2", "34.7"]
 * ```
 */
export function costRollUp(graph: BomGraph, costs: BomCosts): ReadonlyMap<string, RolledUpCost> {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const read = readCosts(bom, costs, issues);
  const items = [...bom.items, ...newItems(bom, read.coProducts)];
  const order = issues.length > 0 ? [] : rollingOrder(bom, items, read.coProducts, issues);
  refuseAll(issues);
  const making = new Map<string, Cost>();
  const rolledUp = new Map<string, Cost>();
  for (const id of order) {
    if (read.coProducts.rowOf.has(id)) continue; // its lead item, which came before, has set it
    const n = bom.numberOf.get(id)!;
    const whole = makingCost(bom, n, read, rolledUp);
    making.set(id, whole);
    rolledUp.set(id, whole);
    if (read.coProducts.shares.has(n)) splitCost(id, n, whole, read, rolledUp);
  }
  const shown = [...Array.from(bom.order, (n) => bom.items[n]!), ...items.slice(bom.items.length)];
  return new Map(
    shown.map((id) => {
      const borne = rolledUp.get(id)!;
      return [id, rolledUpCost(read.own.get(id) ?? NO_COST, borne, making.get(id) ?? borne)];
    }),
  );
}

/** Faces are made when they are read: a bill has many items and somebody asks for few. */
function rolledUpCost(own: Cost, rolledUp: Cost, making: Cost): RolledUpCost {
  return {
    get own() {
      return costElements(own);
    },
    get rolledUp() {
      return costElements(rolledUp);
    },
    get making() {
      return costElements(making);
    },
  };
}

function makingCost(
  graph: BomGraph,
  n: number,
  { own, scrap, coProducts }: ReadCosts,
  rolledUp: ReadonlyMap<string, Cost>,
): Cost {
  const { start, row } = graph.linesBelow;
  const sum = new CostSum(own.get(graph.items[n]!) ?? NO_COST);
  for (let k = start[n]!; k < start[n + 1]!; k++) {
    const line = row[k]!;
    const component = graph.items[graph.lineComponent[line]!]!;
    const markup = addRatios(ONE, scrap(line));
    const gross = multiplyRatios(graph.lineRatio[line]!, markup);
    sum.add(rolledUp.get(component)!, gross);
  }
  const cost = sum.total();
  const credit = coProducts.credits.get(n);
  if (credit === undefined) return cost;
  return cost.map((figure, e) => (e === cost.length - 1 ? addRatios(figure, credit) : figure));
}

/** Splits the cost of making a lead item over itself and its co-products, element by element. */
function splitCost(
  lead: string,
  n: number,
  making: Cost,
  { coProducts, lots, decimals }: ReadCosts,
  rolledUp: Map<string, Cost>,
): void {
  const parts = coProducts.shares.get(n)!;
  const borne = parts.map(({ share }) => share).reduce(addRatios);
  const rest = addRatios(ONE, { num: -borne.num, den: borne.den });
  const all = [{ item: lead, quantity: ONE, share: rest }, ...parts];
  if (decimals === undefined) {
    for (const { item, quantity, share } of all) {
      rolledUp.set(item, scaleCost(making, divideRatios(share, quantity)));
    }
    return;
  }
  const lot = lots.get(lead) ?? ONE;
  // By id, so that a tie does not depend on the order of the rows.
  all.sort((a, b) => (a.item < b.item ? -1 : 1));
  const shares = all.map(({ share }) => share);
  const unit = powerOfTen(decimals);
  const split = making.map((figure) => largestRemainder(roundHalfUp(figure, lot, unit), shares));
  for (const [k, { item, quantity }] of all.entries()) {
    const share = split.map((amounts) => ratioOf(amounts[k]!, unit));
    rolledUp.set(item, scaleCost(share, divideRatios(ONE, multiplyRatios(quantity, lot))));
  }
}

function roundHalfUp(figure: Ratio, lot: Ratio, unit: bigint): bigint {
  const [num, den] = [figure.num * lot.num * unit, figure.den * lot.den];
  return (2n * num + den) / (2n * den);
}

/** Items such that each comes after its components, and a co-product after its lead item. */
function rollingOrder(
  graph: BomGraph,
  items: readonly string[],
  { shares }: ReadCoProducts,
  issues: Issues,
): string[] {
  const numberOf = new Map(items.map((id, n) => [id, n]));
  const from = [...graph.lineParent];
  const to = [...graph.lineComponent];
  for (const [lead, parts] of shares) {
    for (const { item } of parts) {
      from.push(numberOf.get(item)!);
      to.push(lead);
    }
  }
  const [above, below] = [Int32Array.from(from), Int32Array.from(to)];
  const { order, cycle } = lowLevelCodesOfEdges(items.length, above, below);
  if (cycle !== null) {
    const ids = cycle.map((n) => items[n]!);
    const message = `${show(ids[0])} goes into what it comes out of, so that its cost depends on itself. Take it out of the bill, or make it a by-product with a credit.`;
    issues.push({ code: "bomCycle", path: ["costs", "coProducts"], message, cycle: ids });
  }
  return Array.from(order.reverse(), (n) => items[n]!);
}

/** Co-products that stand in no line of the bill. */
function newItems(graph: BomGraph, { rowOf }: ReadCoProducts): string[] {
  return [...rowOf.keys()].filter((id) => !graph.numberOf.has(id)).sort();
}
