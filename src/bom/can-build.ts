import {
  addRatios,
  ceilDivide,
  Decimal,
  multiplyRatios,
  powerOfTen,
  type Ratio,
  ratioOf,
} from "../core/index.js";
import { type Issues, readFields, readGraphOf, readMap, readWhole, refuseAll } from "./argument.js";
import type { AvailableKits } from "./available-kits.js";
import type { BomGraph } from "./columns.js";
import { reach } from "./roll.js";
import { type BuildStock, readKit, readStock, readUnlimiting } from "./stock-on-hand.js";

/** What there is to build from, and how finely its parts are counted. */
export interface TreeStock extends BuildStock {
  /**
   * Item → its decimals, 0 to 12: it is needed and made in whole 10^-decimals, each line rounded up.
   * Items that are not there may be divided at will.
   */
  readonly decimals?: ReadonlyMap<string, number>;
}

interface Tree {
  readonly graph: BomGraph;
  readonly top: number;
  /** The top and all below it, parents before components. */
  readonly items: readonly number[];
  readonly stock: readonly Ratio[];
  readonly neverLimits: (row: number) => boolean;
  /** 10^decimals by item; 0 where it may be divided at will. */
  readonly unit: readonly bigint[];
}

const DECIMALS = [0, 12] as const;

/**
 * Counts how many whole ones of an item can be built from stock through all levels.
 *
 * Stock of sub-assemblies is used first; what it does not cover is built from their components, down to
 * what has none and must be there. Stock of the item itself is not counted: it need not be built.
 * A component that is short on one way is not taken from what another way holds: all of them share
 * one stock. Exact, so that no binary fraction loses one.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param kit - id of what is built, an item with components
 * @param from - stock of everything below; rows that never limit; decimals
 * @returns how many can be built, and the components that are short for the next one
 * @throws PlanningInputError with everything that is wrong; an item without components is a
 * `contradiction`
 *
 * Source: rules Q2, B9; APICS dictionary, "clear-to-build". The need of a component never falls as more
 * are built, so that halving the range finds the number.
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "cart", component: "wheel", quantity: 4 },
 *   { parent: "wheel", component: "spoke", quantity: 12 },
 * ]);
 * const stock = new Map([["wheel", 6], ["spoke", 100]]);
 * const { available, limiting } = canBuild(graph, "cart", { stock });
 * [`${available}`, limiting]; // => ["3", ["spoke"]]
 * ```
 */
export function canBuild(graph: BomGraph, kit: string, from: TreeStock): AvailableKits {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const top = readKit(bom, kit, issues);
  const fields = readFields(from, ["from"], ["stock", "consumables", "decimals"], issues);
  const stock = readStock(bom, fields.stock, issues);
  const neverLimits = readUnlimiting(bom, fields.consumables, issues);
  const unit = readUnits(bom, fields.decimals, issues);
  refuseAll(issues);
  const items = reach(bom, top, "down");
  const tree = { graph: bom, top, items, stock, neverLimits, unit };
  if (!hasLimit(tree)) return { available: "unlimited", limiting: [] };
  let [built, short] = [0n, 1n]; // none can always be built
  while (shortages(short, tree).length === 0) [built, short] = [short, short * 2n];
  while (short - built > 1n) {
    const middle = (built + short) / 2n;
    if (shortages(middle, tree).length === 0) built = middle;
    else short = middle;
  }
  const limiting = shortages(short, tree).sort((a, b) => a - b);
  return {
    available: new Decimal(built.toString()),
    limiting: limiting.map((n) => bom.items[n]!),
  };
}

/** Whether the item takes anything that has no components and does not come without end. */
function hasLimit({ graph, top, items, neverLimits }: Tree): boolean {
  const { start, row } = graph.linesBelow;
  const taken = new Set([top]);
  for (const n of items) {
    if (!taken.has(n)) continue;
    if (start[n] === start[n + 1]) return true;
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      if (!neverLimits(row[k]!)) taken.add(graph.lineComponent[row[k]!]!);
    }
  }
  return false;
}

/** The items without components of which there is not enough to build so many. */
function shortages(quantity: bigint, tree: Tree): number[] {
  const { graph, top, items, stock, neverLimits, unit } = tree;
  const { start, row } = graph.linesBelow;
  const needs = new Map<number, Ratio>([[top, { num: quantity, den: 1n }]]);
  const short: number[] = [];
  for (const n of items) {
    const need = needs.get(n);
    if (need === undefined) continue;
    const order = n === top ? need : less(need, stock[n]!);
    if (order.num <= 0n) continue;
    if (start[n] === start[n + 1]) short.push(n);
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      const line = row[k]!;
      if (neverLimits(line)) continue;
      const component = graph.lineComponent[line]!;
      const part = roundUp(multiplyRatios(order, graph.lineRatio[line]!), unit[component]!);
      const sum = needs.get(component);
      needs.set(component, sum === undefined ? part : addRatios(sum, part));
    }
  }
  return short;
}

function less(a: Ratio, b: Ratio): Ratio {
  return b.num === 0n ? a : addRatios(a, { num: -b.num, den: b.den });
}

/** Rounds up to whole parts of a unit (Q2); not at all where there are none. */
function roundUp(ratio: Ratio, unit: bigint): Ratio {
  return unit === 0n ? ratio : ratioOf(ceilDivide(ratio.num * unit, ratio.den), unit);
}

function readUnits(graph: BomGraph, value: unknown, issues: Issues): bigint[] {
  const path = ["from", "decimals"];
  const entries = value === undefined ? [] : readMap(value, path, issues);
  const units = new Map(
    entries.map(([id, decimals]) => {
      return [id, powerOfTen(readWhole(decimals, [...path, id], DECIMALS, issues))] as const;
    }),
  );
  return graph.items.map((id) => units.get(id) ?? 0n);
}
