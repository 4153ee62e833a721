import { parseRatio, type Ratio } from "../../core/index.js";
import { CostRows } from "../standard-costs/cost-rows.js";
import type { LedgerSetting } from "./ledger-setting.js";
import { PointOrders } from "./point-orders.js";

/** What all postings of a plan are made with. */
export class LedgerBase {
  readonly setting: LedgerSetting;
  readonly orders: PointOrders;
  readonly rows: CostRows;
  readonly #setupCosts: (Ratio | null | undefined)[] = [];

  constructor(setting: LedgerSetting) {
    this.setting = setting;
    this.orders = new PointOrders(setting.movements);
    this.rows = new CostRows(setting.input);
  }

  /** The set-up cost of an order that a stocking point's item states, in the currency of the plan. */
  setupCostOf(point: number): Ratio | undefined {
    let cost = this.#setupCosts[point];
    if (cost === undefined) {
      const place = this.setting.points[point]!;
      cost = parseRatio(this.rows.parameter(place, "setupCost")) ?? null;
      this.#setupCosts[point] = cost;
    }
    return cost ?? undefined;
  }
}
