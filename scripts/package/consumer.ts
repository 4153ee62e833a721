// What a user of the package writes. The package check compiles it as an ES module and as CommonJS,
// under the newest and the oldest supported compiler, against the packed types.
import type { Decimal, Plan, PlanMessage, PlannedOrder, PlanningInput } from "orlicky";
import {
  PlanningInputError,
  planningRecord,
  planRequirements,
  safePlanRequirements,
} from "orlicky";
import { bomGraph, lowLevelCodesOf, toGraph } from "orlicky/bom";
import { Decimal as CoreDecimal } from "orlicky/core";
import { type AccountId, type ReadRecords, readCrmRecords } from "orlicky/crm-bridge";
import { type StandardCosts, standardCosts } from "orlicky/finance";
import { type EconomicOrderQuantity, economicOrderQuantity } from "orlicky/inventory";
import { type ConsumedForecast, consumeForecast } from "orlicky/mps";
import * as mrp from "orlicky/mrp";

const input: PlanningInput = {
  startDate: "2026-03-02",
  items: [{ id: "table" }, { id: "leg", onHand: 2, leadTime: 3 }],
  boms: [{ item: "table", lines: [{ item: "leg", quantity: "4" }] }],
  demands: [{ id: "order 1", item: "table", quantity: 5, due: "2026-03-20" }],
};

const plan: Plan = planRequirements(input);
const same: mrp.Plan = mrp.planRequirements(input);
const first: PlannedOrder | undefined = plan.orders.at(0);
const quantity: Decimal | undefined = first?.quantity;
const twice: CoreDecimal = new CoreDecimal(quantity ?? 0).times(2);
const total: number = planningRecord(same, "leg").rows.reduce(
  (sum, row) => sum + row.gross.toNumber(),
  0,
);
const dues: Int32Array = plan.columns.due;

function advice(message: PlanMessage): string {
  switch (message.code) {
    case "expedite":
      return `${message.supply}: ${message.from} to ${message.to}`;
    case "startsInPast":
      return `${message.order}: ${message.days} days`;
    default:
      return message.item;
  }
}

function paths(rows: unknown): string[] {
  const result = safePlanRequirements(rows);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path.join(".")}`);
}

function mistakes(error: unknown): number {
  return error instanceof PlanningInputError ? error.issues.length : 0;
}

const graph = bomGraph([{ parent: "table", component: "leg", quantity: 4 }]);
const code: number | undefined = lowLevelCodesOf(graph).get("leg");
const edges: number = toGraph(graph).edgeCount();

const economic: EconomicOrderQuantity = economicOrderQuantity({
  fixedCost: 10,
  holdingCost: 0.5,
  demandRate: 1000,
});

const consumed: ConsumedForecast = consumeForecast({
  startDate: "2026-03-02",
  forecasts: [{ id: "March", from: "2026-03-01", until: "2026-03-31", quantity: "12" }],
  orders: [{ id: "order 1", due: "2026-03-20", quantity: 5 }],
});
const left: Decimal = consumed.totals.planned;

const records: ReadRecords = readCrmRecords({
  accounts: [{ id: "Miller" }],
  contacts: [{ id: "Ann", account: "Miller" }],
});
const account: AccountId | undefined = records.contacts[0]?.account;

const costs: StandardCosts = standardCosts(input);
const cost: Decimal | null = costs.unitCost("leg").cost;

export { account, advice, code, cost, dues, economic, edges, left, mistakes, paths, total, twice };
