import { formatDay, parseDay } from "../../../src/core/index.js";
import type { PlanChanges, PlanningInput } from "../../../src/index.js";
import type { ChangeDraft } from "./changes.js";

type Row = Readonly<Record<string, unknown>>;

const LISTS = ["items", "itemSites", "sources"] as const;

/** Writes a change of what shapes the orders of an item, an item at a site or a source. */
export function parameterChange(input: PlanningInput, draft: ChangeDraft): PlanChanges {
  const lists = LISTS.filter((name) => (input[name] ?? []).length > 0);
  const list = lists[draft.list % Math.max(1, lists.length)];
  if (list === undefined) return {};
  const rows = input[list] as readonly Row[];
  const row = rows[draft.row % rows.length]!;
  const figures = list === "sources" ? sourceFigures(draft) : itemFigures(input, draft);
  const fields = figures[draft.other % figures.length]!;
  if (draft.days % 2 === 0) return { [list]: { put: [{ ...row, ...fields }] } } as PlanChanges;
  return { [list]: { change: [{ ...keyOf(row, rows), ...fields }] } } as PlanChanges;
}

/** The whole row where less would not tell it. */
function keyOf(row: Row, rows: readonly Row[]): Row {
  const { id, item, site } = row;
  if (id !== undefined && item === undefined) return { id };
  const isOnly = rows.filter((other) => other.item === item && other.site === site).length === 1;
  if (!isOnly || row.kind !== undefined) return row;
  return site === undefined ? { item } : { item, site };
}

function sourceFigures({ amount }: ChangeDraft): readonly Row[] {
  return [
    { leadTime: amount % 6 },
    { leadTime: undefined },
    { leadTimeBasis: amount % 2 === 0 ? "working" : "calendar" },
    { minimumOrder: amount },
    { orderMultiple: amount % 9 },
    { maximumOrder: 20 + amount },
    { rank: amount % 3 },
  ];
}

function itemFigures(input: PlanningInput, { amount, days, row }: ChangeDraft): readonly Row[] {
  const step = { from: formatDay(parseDay(input.startDate)! + days), quantity: amount };
  const costs = { setupCost: amount, holdingCost: "0.25" };
  return [
    { leadTime: amount % 6 },
    { leadTime: amount % 6 },
    { leadTime: undefined },
    { leadTime: 0, safetyTime: amount % 3 },
    { leadTimeBasis: amount % 2 === 0 ? "working" : "calendar" },
    { receivingTime: amount % 3 },
    { releaseTime: amount % 3 },
    { leadTimePerUnit: "1/10" },
    { leadTimePerUnit: undefined },
    { safetyStock: amount },
    { safetyStock: [step] },
    { safetyStock: undefined },
    { safetyTime: amount % 4 },
    { expediteWithin: amount % 5 },
    { deferTolerance: amount % 5 },
    { lotSizing: { rule: "lotForLot" } },
    { lotSizing: { rule: "fixedOrderQuantity", quantity: amount } },
    { lotSizing: { rule: "fixedOrderQuantity", quantity: amount, each: true } },
    { lotSizing: { rule: "periodOrderQuantity", days: 1 + (amount % 9) } },
    { lotSizing: { rule: "periodOrderQuantity", weeks: 1 } },
    { lotSizing: { rule: "orderUpTo", orderUpTo: 10 * amount } },
    { lotSizing: { rule: "silverMeal", period: "weeks" }, ...costs },
    { lotSizing: { rule: "economicOrderQuantity", annualDemand: 50 * amount, ...costs } },
    { minimumOrder: amount },
    { orderMultiple: 1 + (amount % 9) },
    { maximumOrder: 20 + amount },
    { minimumOrder: undefined, maximumOrder: undefined },
    { orderUnit: "box" },
    { method: "mrp", reorderPoint: amount },
    { method: "mrp", orderUpTo: 100 + amount },
    { reorderPoint: amount },
    { planningTimeFence: amount % 7 },
    { yield: amount % 2 === 0 ? "3/4" : 1 },
    { method: (["mrp", "minMax", "unplanned"] as const)[row % 3], reorderPoint: amount },
    { leadTime: -1 },
    { safetyStock: "some" },
    { minimumOrder: 50, maximumOrder: 20 },
  ];
}
