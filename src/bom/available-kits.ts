import { addRatios, Decimal, divideRatios, floorDivide, type Ratio } from "../core/index.js";
import { type Issues, readFields, readGraphOf, refuseAll } from "./argument.js";
import type { BomGraph } from "./columns.js";
import { type BuildStock, readKit, readStock, readUnlimiting } from "./stock-on-hand.js";

/** How many of an item can be had. */
export interface AvailableKits {
  /** Whole ones; `"unlimited"` when nothing that it takes limits them. */
  readonly available: Decimal | "unlimited";
  /** The components that stop the next one, by id. */
  readonly limiting: readonly string[];
}

/**
 * Counts how many whole kits the stock of their components makes, looking one level down.
 *
 * Stock of the kit itself is not counted: it need not be made. Quantities are exact, so that no kit is
 * lost to a binary fraction.
 *
 * @param graph - a bill of material, see {@link bomGraph}
 * @param kit - id of the kit, an item with components
 * @param from - stock of the components; rows that never limit
 * @returns whole kits, and the components that stop the next one
 * @throws PlanningInputError with everything that is wrong; a kit without components is a
 * `contradiction`
 *
 * Source: APICS dictionary, "kit", "clear-to-build".
 *
 * @example
 * ```ts
 * const graph = bomGraph([
 *   { parent: "drink", component: "syrup", quantity: "0.1" },
 *   { parent: "drink", component: "water", quantity: "0.4" },
 * ]);
 * const stock = new Map([["syrup", "0.3"], ["water", "2"]]);
 * const { available, limiting } = availableKits(graph, "drink", { stock });
 * [`${available}`, limiting]; // => ["3", ["syrup"]]
 * ```
 */
export function availableKits(graph: BomGraph, kit: string, from: BuildStock): AvailableKits {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const top = readKit(bom, kit, issues);
  const fields = readFields(from, ["from"], ["stock", "consumables"], issues);
  const stock = readStock(bom, fields.stock, issues);
  const neverLimits = readUnlimiting(bom, fields.consumables, issues);
  refuseAll(issues);
  const { start, row } = bom.linesBelow;
  const needs = new Map<number, Ratio>();
  for (let k = start[top]!; k < start[top + 1]!; k++) {
    const line = row[k]!;
    if (neverLimits(line)) continue;
    const component = bom.lineComponent[line]!;
    const need = bom.lineRatio[line]!;
    const sum = needs.get(component);
    needs.set(component, sum === undefined ? need : addRatios(sum, need));
  }
  let fewest: bigint | undefined;
  let limiting: number[] = [];
  for (const [component, need] of needs) {
    const ratio = divideRatios(stock[component]!, need);
    const kits = floorDivide(ratio.num, ratio.den);
    if (fewest === undefined || kits < fewest) [fewest, limiting] = [kits, []];
    if (kits === fewest) limiting.push(component);
  }
  limiting.sort((a, b) => a - b);
  return {
    available: fewest === undefined ? "unlimited" : new Decimal(fewest.toString()),
    limiting: limiting.map((n) => bom.items[n]!),
  };
}
