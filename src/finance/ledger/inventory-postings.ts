import { type Day, multiplyRatios, parseDay, type Ratio } from "../../core/index.js";
import {
  type PlanningRecord,
  pegs,
  planningRecord,
  type StockingPoint,
  stockingPoints,
} from "../../mrp/index.js";
import { decimalRatio } from "./decimal-ratio.js";
import type { LedgerSetting } from "./ledger-setting.js";
import { placeOf } from "./place-of.js";
import type { PostingCause, PostingPlace } from "./posting.js";
import { coProductsOf, type Movement, withdrawalsOf } from "./stock-movements.js";

/** Of a kind of order, what a receipt comes of. */
const CAUSES: Readonly<Record<string, PostingCause>> = {
  make: "production",
  production: "production",
  buy: "purchase",
  purchase: "purchase",
  subcontract: "subcontract",
  transfer: "transfer",
};

/** The value of what is in stock at a stocking point, as it is posted. */
interface StockValue {
  readonly place: PostingPlace;
  /** `undefined`: nobody knows, and nothing is posted. */
  readonly cost: Ratio | undefined;
}

/**
 * Posts stock at standard cost: what is there on the planning start, what comes in with orders, open
 * supplies and co-products, what is released, and what goes out to demands, orders and the bin. At the end
 * of every day it is standard cost × projected stock.
 */
export function postInventory(setting: LedgerSetting): void {
  const values = new Map<string, StockValue>();
  for (const point of stockingPoints(setting.plan)) {
    const cost = setting.options.costs.exactCost(point.item, point.site);
    const value = { place: placeOf(point), cost };
    if (cost === undefined) setting.miss(point, "standardCost");
    values.set(keyOf(point), value);
    postPoint(setting, point, value);
  }
  for (const order of setting.plan.orders) {
    const value = values.get(keyOf(order))!;
    const supplier = order.supplier ?? null;
    const of = { order: order.id, supplier };
    post(setting, value, {
      ...{ day: parseDay(order.due)!, cause: CAUSES[order.kind]!, of },
      quantity: decimalRatio(order.quantity),
    });
  }
  for (const supply of setting.plan.supplies) {
    const value = values.get(keyOf(supply))!;
    const row = setting.supplyRow(supply.id);
    const of = { supply: supply.id, supplier: row.supplier ?? null };
    post(setting, value, {
      ...{ day: parseDay(supply.date)!, cause: CAUSES[row.kind]!, of },
      quantity: decimalRatio(supply.newQuantity ?? supply.quantity),
    });
  }
}

/** What the rows of a record and the pegs of a point say. */
function postPoint(setting: LedgerSetting, point: StockingPoint, value: StockValue): void {
  const { segment, site } = point;
  const record = planningRecord(setting.plan, point.item, { site, segment });
  const all = pegs(setting.plan, point.item, { site, segment });
  for (const movement of [
    ...stockOf(record, setting.startDay),
    ...coProductsOf(setting, all),
    ...withdrawalsOf(setting, all),
  ]) {
    post(setting, value, movement);
  }
}

/** Opening stock, what is released later, and what expires. */
function* stockOf({ openingStock, rows }: PlanningRecord, startDay: Day): Iterable<Movement> {
  if (!openingStock.isZero()) {
    yield { day: startDay, cause: "opening", quantity: decimalRatio(openingStock), of: {} };
  }
  for (const { date, releasedStock, expired } of rows) {
    const day = parseDay(date)!;
    if (!releasedStock.isZero()) {
      yield { day, cause: "release", quantity: decimalRatio(releasedStock), of: {} };
    }
    if (!expired.isZero()) {
      yield { day, cause: "expiry", quantity: decimalRatio(expired.negated()), of: {} };
    }
  }
}

function post(setting: LedgerSetting, { place, cost }: StockValue, movement: Movement): void {
  const { day, cause, quantity, of } = movement;
  const amount = cost && multiplyRatios(cost, quantity);
  const entry = { ...place, ...of, day, account: "inventory", cause, quantity } as const;
  if (amount !== undefined) setting.entries.push({ ...entry, amount });
  setting.jobs.note(entry, amount);
}

function keyOf({ item, site, segment }: Pick<PostingPlace, "item" | "site" | "segment">): string {
  return JSON.stringify([item, site, segment]);
}
