import { formatDay, parseDay } from "../src/core/index.js";
import type { PlanningColumns, PlanningInput, PlanningRow } from "../src/mrp/index.js";
import { type BenchProblem, type ItemColumns, type RowColumns, RULES } from "./problem.js";

/** Day 0 of every problem. */
export const START_DATE = "2026-01-01";
/** The same in days since 1970-01-01. */
export const START_DAY = parseDay(START_DATE)!;

type ItemRow = PlanningRow<"items">;
type BomRow = PlanningRow<"boms">;
type DemandRow = PlanningRow<"demands">;
type SupplyRow = PlanningRow<"supplies">;

/** The master data of a problem as rows; its demands and open purchases are left out. */
export function masterData(problem: BenchProblem): PlanningInput {
  return {
    startDate: START_DATE,
    horizonEnd: dateOf(problem.days - 1),
    conventions: { rescheduling: "never", maxOrders: 100_000_000 },
    items: Array.from(problem.items.decimals, (_, item) => itemRow(problem.items, item)),
    boms: bomRows(problem),
  };
}

/** The demands and open purchases of a problem as columns. */
export function bulkColumns(problem: BenchProblem): PlanningColumns {
  return { demands: placed(problem.demands), supplies: placed(problem.supplies) };
}

/** The demands and open purchases of a problem as rows. */
export function bulkRows(problem: BenchProblem): Pick<PlanningInput, "demands" | "supplies"> {
  return { demands: demandRows(problem), supplies: supplyRows(problem) };
}

/** The whole problem as rows of the data contract. */
export function planningRows(problem: BenchProblem): PlanningInput {
  return { ...masterData(problem), ...bulkRows(problem) };
}

/** The id of an item. Ids in their order are item numbers in theirs. */
export function itemId(item: number): string {
  return `I${`${item}`.padStart(7, "0")}`;
}

function dateOf(day: number): string {
  return formatDay(START_DAY + day);
}

function itemRow(items: ItemColumns, item: number): ItemRow {
  const decimals = items.decimals[item]!;
  const rule = RULES[items.rule[item]!]!;
  return {
    id: itemId(item),
    decimals,
    leadTime: items.leadTime[item]!,
    ...given("onHand", items.onHand[item]!, decimals),
    ...given("safetyStock", items.safetyStock[item]!, decimals),
    lotSizing: lotSizing(rule, items, item),
    ...given("minimumOrder", items.minimumOrder[item]!, decimals),
    ...given("orderMultiple", items.orderMultiple[item]!, decimals),
  };
}

function lotSizing(
  rule: (typeof RULES)[number],
  items: ItemColumns,
  item: number,
): NonNullable<ItemRow["lotSizing"]> {
  switch (rule) {
    case "lotForLot":
      return { rule };
    case "fixedOrderQuantity":
      return { rule, quantity: amount(items.lotQuantity[item]!, items.decimals[item]!) };
    case "periodOrderQuantity":
      return { rule, days: items.periodDays[item]! };
  }
}

function given(name: string, count: number, decimals: number): Record<string, number> {
  return count > 0 ? { [name]: amount(count, decimals) } : {};
}

/** The decimal that a count stands for: the double nearest to it is written as it. */
function amount(count: number, decimals: number): number {
  return count / 10 ** decimals;
}

function bomRows({ lines }: BenchProblem): BomRow[] {
  const rows = new Map<number, BomRow["lines"][number][]>();
  for (let line = 0; line < lines.parent.length; line++) {
    const parent = lines.parent[line]!;
    let below = rows.get(parent);
    if (below === undefined) {
      below = [];
      rows.set(parent, below);
    }
    const scrap = lines.scrap[line]!;
    below.push({
      item: itemId(lines.component[line]!),
      quantity: amount(lines.quantity[line]!, lines.quantityDecimals[line]!),
      ...(scrap > 0 ? { scrap: amount(scrap, 4) } : {}),
    });
  }
  return Array.from(rows, ([parent, below]) => ({ item: itemId(parent), lines: below }));
}

function demandRows({ demands, items }: BenchProblem): DemandRow[] {
  const rows: DemandRow[] = [];
  for (let row = 0; row < demands.item.length; row++) {
    const item = demands.item[row]!;
    rows.push({
      id: `D${row}`,
      item: itemId(item),
      quantity: amount(demands.quantity[row]!, items.decimals[item]!),
      due: dateOf(demands.due[row]!),
    });
  }
  return rows;
}

function supplyRows({ supplies, items }: BenchProblem): SupplyRow[] {
  const rows: SupplyRow[] = [];
  for (let row = 0; row < supplies.item.length; row++) {
    const item = supplies.item[row]!;
    rows.push({
      id: `S${row}`,
      item: itemId(item),
      quantity: amount(supplies.quantity[row]!, items.decimals[item]!),
      due: dateOf(supplies.due[row]!),
      kind: "purchase",
    });
  }
  return rows;
}

function placed({ item, due, quantity }: RowColumns): NonNullable<PlanningColumns["demands"]> {
  return { item, day: due.map((day) => day + START_DAY), quantity };
}
