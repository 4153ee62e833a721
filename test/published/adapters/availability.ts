import {
  availableKits,
  type BomRow,
  bomGraph,
  canBuild,
  projectedAvailability,
} from "../../../src/bom/index.js";
import {
  divideRatios,
  formatRatio,
  multiplyRatios,
  parseRatio,
  type Ratio,
} from "../../../src/core/index.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";
import { type Num, quantityText, sumOf } from "./quantities.js";

interface Line {
  readonly item: string;
  readonly quantity: Num;
  readonly unit?: string;
  readonly consumable?: boolean;
}

interface Bill {
  readonly item: string;
  readonly output: Num;
  readonly lines: readonly Line[];
}

interface Unit {
  readonly unit: string;
  readonly contains: Num;
}

interface KitInput {
  readonly kit: string;
  readonly boms: readonly Bill[];
  readonly stock: readonly Line[];
  readonly units?: readonly Unit[];
}

interface BuildInput {
  readonly stock: readonly Line[];
  readonly lines: readonly Line[];
}

interface Demand {
  readonly item: string;
  readonly quantity: Num;
  readonly consumed?: Num;
  readonly allocated?: Num;
}

interface ProjectedInput {
  readonly boms: readonly Bill[];
  readonly stock: readonly Line[];
  readonly supplies: readonly { readonly item: string; readonly quantity: Num }[];
  readonly demands: readonly Demand[];
}

interface AvailableExpected {
  readonly available: Num;
}

type Figures = Readonly<Record<string, Num>>;

interface ProjectedExpected {
  readonly projected?: Figures;
  readonly required?: Figures;
}

/** Runs a case of the area `availability`, by its kind. */
export function availability({ kind, input, expected }: PublishedCase): Verdict {
  switch (kind) {
    case "kitAvailable":
      return verdictOf([
        ...faultsOfExpected(expected, ["available"]),
        ...kitAvailable(input as KitInput, expected as AvailableExpected),
      ]);
    case "canBuild":
      return verdictOf([
        ...faultsOfExpected(expected, ["available"]),
        ...built(input as BuildInput, expected as AvailableExpected),
      ]);
    case "projected":
      return verdictOf([
        ...faultsOfExpected(expected, ["projected", "required"]),
        ...projected(input as ProjectedInput, expected as ProjectedExpected),
      ]);
    default:
      return { outcome: "notYet", reason: `the kind ${kind} has no function` };
  }
}

/** The kit is taken apart through all bills of the case: what else has one is a kit in it. */
function kitAvailable({ kit, boms, stock, units = [] }: KitInput, expected: AvailableExpected) {
  const graph = bomGraph(rowsOf(boms, units));
  const onHand = stockOf(stock, units);
  const ways = boms.length === 1 ? [availableKits, canBuild] : [canBuild];
  return ways.flatMap((ask) => differs(ask(graph, kit, { stock: onHand }).available, expected));
}

function built({ stock, lines }: BuildInput, expected: AvailableExpected): string[] {
  const graph = bomGraph(rowsOf([{ item: "what is built", output: 1, lines }], []));
  const consumables = lines.map(({ consumable }) => consumable);
  const from = { stock: stockOf(stock, []), consumables };
  return [availableKits, canBuild].flatMap((ask) =>
    differs(ask(graph, "what is built", from).available, expected),
  );
}

function projected(
  { boms, stock, supplies, demands }: ProjectedInput,
  expected: ProjectedExpected,
): string[] {
  const found = projectedAvailability(bomGraph(rowsOf(boms, [])), {
    kits: boms.map(({ item }) => item),
    stock: stockOf(stock, []),
    supplies,
    demands,
  });
  return (["projected", "required"] as const).flatMap((field) =>
    Object.entries(expected?.[field] ?? {}).flatMap(([item, figure]) => {
      const [wanted, got] = [quantityText(figure), found.get(item)?.[field].ratio];
      return wanted === got ? [] : [`${field} of ${item}: expected ${wanted}, found ${got}`];
    }),
  );
}

function differs(found: unknown, expected: AvailableExpected): string[] {
  const [wanted, got] = [quantityText(expected?.available ?? -1), `${found}`];
  return wanted === got ? [] : [`available: expected ${wanted}, found ${got}`];
}

function rowsOf(boms: readonly Bill[], units: readonly Unit[]): BomRow[] {
  return boms.flatMap(({ item: parent, output, lines }) =>
    lines.map((line) => ({
      parent,
      component: line.item,
      quantity: formatRatio(divideRatios(inStockUnits(line, units), exact(output))),
    })),
  );
}

/** Rows of one item add up. */
function stockOf(stock: readonly Line[], units: readonly Unit[]): Map<string, string> {
  const sums = new Map<string, string>();
  for (const line of stock) {
    const quantity = formatRatio(inStockUnits(line, units));
    sums.set(line.item, sumOf([sums.get(line.item) ?? 0, quantity]).toFixed());
  }
  return sums;
}

function inStockUnits({ quantity, unit }: Line, units: readonly Unit[]): Ratio {
  if (unit === undefined) return exact(quantity);
  const known = units.find((other) => other.unit === unit);
  if (known === undefined) throw new Error(`the case has no unit ${unit}`);
  return multiplyRatios(exact(quantity), exact(known.contains));
}

function exact(value: Num): Ratio {
  const ratio = parseRatio(value);
  if (ratio === undefined) throw new Error(`${value} is no quantity`);
  return ratio;
}
