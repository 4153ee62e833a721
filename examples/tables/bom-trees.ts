import { type BomRow, bomGraph, bomTreeText } from "../../src/bom/index.js";
import {
  divideRatios,
  formatRatio,
  multiplyRatios,
  ONE,
  parseRatio,
  type Ratio,
} from "../../src/core/index.js";
import type { PlanningInput, PlanningRow } from "../../src/mrp/index.js";
import { plain, shorten } from "./table.js";

type Bom = PlanningRow<"boms">;
type Line = Bom["lines"][number];

const MOST_TREES = 5;
const MOST_LINES = 40;

/**
 * The trees below all items that go into nothing, site by site, from the bills that are valid on
 * the planning start. Quantities are per stock unit of the parent, with scrap in them; what is fixed
 * for an order stands below the trees.
 */
export function bomTrees(input: PlanningInput): string[][] {
  return sitesOf(input).flatMap((site) => {
    const bills = validBills(input, site);
    const rows = bills.flatMap((bom) => bomRows(input, bom));
    const components = new Set(rows.map(({ component }) => component));
    const parents = [...new Set(rows.map(({ parent }) => parent))];
    const tops = parents.filter((item) => !components.has(item));
    const graph = bomGraph(rows);
    const { shown, left } = shorten(tops, MOST_TREES);
    const title = site === undefined ? [] : [`at ${plain(site)}:`];
    const trees = shown.map((top) => [
      ...title,
      ...bomTreeText(graph, top, { maximumLines: MOST_LINES }).split("\n"),
    ]);
    const fixed = bills.flatMap(fixedLines);
    if (fixed.length > 0) trees.push(fixed);
    if (left > 0) trees.push([`… and ${left} more trees`]);
    return trees;
  });
}

/** A bill of material as rows of the graph, for drawings of other kinds. */
export function allBomRows(input: PlanningInput): BomRow[] {
  return sitesOf(input).flatMap((site) =>
    validBills(input, site).flatMap((bom) => bomRows(input, bom)),
  );
}

function sitesOf({ boms = [] }: PlanningInput): (string | undefined)[] {
  return [...new Set(boms.map((bom) => bom.site))];
}

/** B8: of the versions that are valid on the planning start the one that began last. */
function validBills({ boms = [], startDate }: PlanningInput, site: string | undefined): Bom[] {
  const byItem = new Map<string, Bom>();
  for (const bom of boms) {
    if (bom.site !== site || !isValid(bom, startDate)) continue;
    const other = byItem.get(bom.item);
    if (other === undefined || (other.validFrom ?? "") < (bom.validFrom ?? "")) {
      byItem.set(bom.item, bom);
    }
  }
  return [...byItem.values()];
}

function isValid(row: Pick<Line, "validFrom" | "validTo">, day: string): boolean {
  return (row.validFrom ?? day) <= day && (row.validTo === undefined || day < row.validTo);
}

function bomRows(input: PlanningInput, bom: Bom): BomRow[] {
  const output = multiplyRatios(
    parseRatio(bom.output ?? 1) ?? ONE,
    stockUnits(input, bom.item, bom.outputUnit),
  );
  return bom.lines.flatMap((line) => {
    if (line.fixed === true || !isValid(line, input.startDate)) return [];
    const quantity = divideRatios(grossQuantity(input, line), output);
    return [{ parent: bom.item, component: line.item, quantity: formatRatio(quantity) }];
  });
}

/** Net quantity × (1 + scrap), in stock units of the component. */
function grossQuantity(input: PlanningInput, line: Line): Ratio {
  const scrap = parseRatio(line.scrap ?? 0) ?? ONE;
  const gross = { num: scrap.num + scrap.den, den: scrap.den };
  const quantity = multiplyRatios(parseRatio(line.quantity) ?? ONE, gross);
  return multiplyRatios(quantity, stockUnits(input, line.item, line.unit));
}

/** How many stock units one unit of an item holds. */
function stockUnits({ items = [] }: PlanningInput, id: string, unit: string | undefined): Ratio {
  if (unit === undefined) return ONE;
  const units = items.find((item) => item.id === id)?.units ?? [];
  return parseRatio(units.find((known) => known.unit === unit)?.contains ?? 1) ?? ONE;
}

function fixedLines(bom: Bom): string[] {
  return bom.lines
    .filter((line) => line.fixed === true)
    .map(
      (line) =>
        `besides ${line.quantity} × ${plain(line.item)} for each order of ${plain(bom.item)}`,
    );
}
