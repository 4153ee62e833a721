import { fewestDecimals, parseDay } from "../../src/core/index.js";
import type { PlanningInput, PlanningRow } from "../../src/mrp/index.js";
import {
  type BenchProblem,
  emptyItems,
  type ItemColumns,
  type LineColumns,
  type RowColumns,
  RULES,
} from "../problem.js";

/**
 * Rows to columns by plain loops: what is left of reading when every row is believed and nothing but what
 * the yardstick plans is known. Of what is wrong, nothing would be said.
 */

const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const SCRAP_DECIMALS = 4;

/** Reads the rows that `planningRows` makes of a problem; all fields that it does not write are left out. */
export function readBare(input: PlanningInput): BenchProblem {
  const { items = [], boms = [], demands = [], supplies = [] } = input;
  const itemOf = new Map<string, number>();
  for (let item = 0; item < items.length; item++) itemOf.set(items[item]!.id, item);
  const start = parseDay(input.startDate)!;
  const columns = readItems(items);
  const at = { start, itemOf, decimals: columns.decimals, dayOf: new Map<string, number>() };
  return {
    days: parseDay(input.horizonEnd)! - start + 1,
    items: columns,
    lines: readLines(boms, itemOf),
    demands: readRows(demands, at),
    supplies: readRows(supplies, at),
  };
}

function readItems(rows: readonly PlanningRow<"items">[]): ItemColumns {
  const count = rows.length;
  const items = emptyItems(count);
  for (let item = 0; item < count; item++) {
    const row = rows[item]!;
    const { lotSizing } = row;
    const decimals = row.decimals!;
    items.decimals[item] = decimals;
    items.leadTime[item] = row.leadTime!;
    items.onHand[item] = countOf(row.onHand ?? 0, decimals);
    items.safetyStock[item] = countOf((row.safetyStock as number) ?? 0, decimals);
    items.minimumOrder[item] = countOf(row.minimumOrder ?? 0, decimals);
    items.orderMultiple[item] = countOf(row.orderMultiple ?? 0, decimals);
    switch (lotSizing?.rule) {
      case "fixedOrderQuantity":
        items.rule[item] = RULES.indexOf(lotSizing.rule);
        items.lotQuantity[item] = countOf(lotSizing.quantity, decimals);
        break;
      case "periodOrderQuantity":
        items.rule[item] = RULES.indexOf(lotSizing.rule);
        items.periodDays[item] = lotSizing.days!;
    }
  }
  return items;
}

function readLines(
  boms: readonly PlanningRow<"boms">[],
  itemOf: ReadonlyMap<string, number>,
): LineColumns {
  let count = 0;
  for (let b = 0; b < boms.length; b++) count += boms[b]!.lines.length;
  const columns: LineColumns = {
    parent: new Int32Array(count),
    component: new Int32Array(count),
    quantity: new Int32Array(count),
    quantityDecimals: new Int32Array(count),
    scrap: new Int32Array(count),
  };
  let line = 0;
  for (let b = 0; b < boms.length; b++) {
    const { item, lines } = boms[b]!;
    const parent = itemOf.get(item)!;
    for (let l = 0; l < lines.length; l++) {
      const { item: component, quantity, scrap = 0 } = lines[l]!;
      const decimals = fewestDecimals(quantity as number)!;
      columns.parent[line] = parent;
      columns.component[line] = itemOf.get(component)!;
      columns.quantity[line] = countOf(quantity, decimals);
      columns.quantityDecimals[line] = decimals;
      columns.scrap[line++] = countOf(scrap, SCRAP_DECIMALS);
    }
  }
  return columns;
}

/** What it takes to read a row of demands or supplies. */
interface Known {
  readonly start: number;
  readonly itemOf: ReadonlyMap<string, number>;
  readonly decimals: Int32Array;
  /** The days of texts that were read. */
  readonly dayOf: Map<string, number>;
}

function readRows(
  rows: readonly (PlanningRow<"demands"> | PlanningRow<"supplies">)[],
  { start, itemOf, decimals, dayOf }: Known,
): RowColumns {
  const count = rows.length;
  const columns: RowColumns = {
    item: new Int32Array(count),
    due: new Int32Array(count),
    quantity: new Float64Array(count),
  };
  for (let r = 0; r < count; r++) {
    const row = rows[r]!;
    const item = itemOf.get(row.item)!;
    let due = dayOf.get(row.due);
    if (due === undefined) {
      due = parseDay(row.due)! - start;
      dayOf.set(row.due, due);
    }
    columns.item[r] = item;
    columns.due[r] = due;
    columns.quantity[r] = countOf(row.quantity, decimals[item]!);
  }
  return columns;
}

/** A quantity that is a number, in counts. */
function countOf(quantity: number | string, decimals: number): number {
  return Math.round((quantity as number) * POWERS_OF_TEN[decimals]!);
}
