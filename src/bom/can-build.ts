import { ceilDivide, Decimal, powerOfTen } from "../core/index.js";
import { type Issues, readFields, readGraphOf, readMap, readWhole, refuseAll } from "./argument.js";
import type { AvailableKits } from "./available-kits.js";
import { type BuildTree, type ScaledTree, scaleTree, shortages } from "./build-need.js";
import type { BomGraph } from "./columns.js";
import { reach } from "./roll.js";
import { type BuildStock, readKit, readStock, readUnlimiting } from "./stock-on-hand.js";

/** What there is to build from, and how finely its parts are counted. */
export interface TreeStock extends BuildStock {
  /**
   * Item → its decimals, 0 to 12: it is needed and made in whole 10^-decimals, each line rounded up.
   * Items that are not there may be divided at will.
   */
  readonly decimals?: ReadonlyMap<string, number> | undefined;
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
 * Source: rules Q2, B9; APICS dictionary, "clear-to-build".
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
  const tree = { graph: bom, items, stock, neverLimits, unit };
  if (!hasLimit(tree)) return { available: "unlimited", limiting: [] };
  const exact = scaleTree({ ...tree, unit: unit.map(() => 0n) });
  const scaled = unit.every((one) => one === 0n) ? exact : scaleTree(tree);
  const most = mostWithoutRounding(exact);
  const built = scaled === exact ? most : mostBelow(most, scaled);
  const limiting = shortages(built + 1n, scaled).map(({ place }) => items[place]!);
  return {
    available: new Decimal(built.toString()),
    limiting: limiting.sort((a, b) => a - b).map((n) => bom.items[n]!),
  };
}

/**
 * How many can be built when nothing is rounded.
 *
 * What is missing then is a convex function of what is built, so that its tangents (Newton's method) lead
 * down to where nothing is missing and never past it: a few steps, whatever the size of the number.
 */
function mostWithoutRounding(exact: ScaledTree): bigint {
  let most = 1n;
  while (shortages(most, exact).length === 0) most = most * most * 2n;
  for (;;) {
    let farthest = 0n;
    for (const { missing, slope } of shortages(most, exact)) {
      const step = ceilDivide(missing, slope);
      if (step > farthest) farthest = step;
    }
    if (farthest === 0n) return most;
    most -= farthest;
  }
}

/** How many can be built when needs are rounded up, no more than without it: by halving. */
function mostBelow(most: bigint, scaled: ScaledTree): bigint {
  const suffices = (quantity: bigint) => shortages(quantity, scaled).length === 0;
  if (suffices(most)) return most;
  let [built, short] = [most - 1n, most];
  while (built > 0n && !suffices(built)) [built, short] = [most - 2n * (most - built), built];
  if (built < 0n) built = 0n; // none can always be built
  while (short - built > 1n) {
    const middle = (built + short) / 2n;
    if (suffices(middle)) built = middle;
    else short = middle;
  }
  return built;
}

/** Whether the item takes anything that has no components and does not come without end. */
function hasLimit({ graph, items, neverLimits }: BuildTree): boolean {
  const { start, row } = graph.linesBelow;
  const taken = new Set([items[0]!]);
  for (const n of items) {
    if (!taken.has(n)) continue;
    if (start[n] === start[n + 1]) return true;
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      if (!neverLimits(row[k]!)) taken.add(graph.lineComponent[row[k]!]!);
    }
  }
  return false;
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
