import {
  type Decimal,
  formatDay,
  multiplyRatios,
  powerOfTen,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  sumOfRatios,
} from "../../core/index.js";
import { STOCK_MOVEMENT_KINDS, type StockMovementKind } from "../../mrp/index.js";
import { OPENING } from "./point-flow.js";
import type { PointValue, PointValues } from "./point-values.js";
import { ISSUE } from "./valued-entries.js";

/** What comes into stock or leaves it, and its value. */
export interface ValuedMovement {
  readonly date: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** Of which figure of a row it is part. */
  readonly side: "opening" | "receipts" | "issues";
  /** `"correction"`: something that went out before it came is there, and cost other than the standard. */
  readonly cause: StockMovementKind | "correction";
  /** In stock units; above 0 in, below 0 out, and 0 of a correction. */
  readonly quantity: Decimal;
  /** Above 0 adds to the value of stock, below 0 takes from it. */
  readonly amount: Decimal;
  /** The planned order that comes in, brings or takes it; of several equal ones the first. */
  readonly order: string | null;
  /** How many equal planned orders are in it, else 1. */
  readonly orders: number;
  /** The open supply that comes in, brings or takes it. */
  readonly supply: string | null;
  readonly demand: string | null;
}

/** A movement with its exact amount. */
export interface ExactMovement {
  readonly movement: ValuedMovement;
  readonly amount: Ratio;
}

const OF_ORDERS: ReadonlySet<string> = new Set(["order", "coProduct", "issue", "transferOut"]);
const OF_SUPPLIES: ReadonlySet<string> = new Set([
  ...["supply", "coProductOfSupply", "issueToSupply", "transferOutToSupply"],
]);

interface Gathered {
  readonly row: number;
  readonly isCorrection: boolean;
  readonly amounts: Ratio[];
}

/** What moves at a stocking point in a span of days, valued, in the order in which it happens. */
export function valuedMovements(
  values: PointValues,
  point: number,
  span: { readonly from: number; readonly until: number },
): readonly ExactMovement[] {
  const value = values.at(point);
  if (value === undefined) return [];
  const { flow, entries, costs } = value;
  const unit = powerOfTen(values.movements.decimals(point));
  const found = new Map<string, Gathered>();
  for (let n = 0; n < entries.count; n++) {
    const row = entries.row[n]!;
    const day = flow.day[row]!;
    if (day < span.from || day >= span.until) continue;
    const isCorrection = entries.side[n] === ISSUE && flow.quantity[row]! > 0;
    const name = `${flow.movement[row]} ${isCorrection}`;
    let gathered = found.get(name);
    if (gathered === undefined) {
      gathered = { row, isCorrection, amounts: [] };
      found.set(name, gathered);
    }
    const cost = entries.cost[n]!;
    const quantity = ratioOf(BigInt(entries.quantity[n]!), unit);
    gathered.amounts.push(multiplyRatios(ratioOf(costs.nums[cost]!, costs.dens[cost]!), quantity));
  }
  return [...found.values()].map((one) => written(values, point, value, one));
}

function written(
  { movements }: PointValues,
  point: number,
  { stock, flow }: PointValue,
  { row, isCorrection, amounts }: Gathered,
): ExactMovement {
  const n = flow.movement[row]!;
  const kind = STOCK_MOVEMENT_KINDS[stock.kind[n]!]!;
  const of = stock.row[n]!;
  const { item, site, segment } = movements.point(point);
  const sum = sumOfRatios(amounts);
  const amount = ratioOf(sum.num, sum.den);
  const moved = isCorrection ? 0n : BigInt(stock.quantity[n]!);
  const isOpening = stock.kind[n] === OPENING;
  const isIssue = isCorrection || stock.quantity[n]! < 0;
  const movement = Object.freeze({
    ...{ date: formatDay(flow.day[row]!), item, site, segment },
    side: isOpening ? "opening" : isIssue ? "issues" : "receipts",
    cause: isCorrection ? "correction" : kind,
    quantity: ratioToDecimal(ratioOf(moved, powerOfTen(movements.decimals(point)))),
    amount: ratioToDecimal(amount),
    order: OF_ORDERS.has(kind) ? movements.orderId(of) : null,
    orders: OF_ORDERS.has(kind) ? (stock.times?.[n] ?? 1) : 1,
    supply: OF_SUPPLIES.has(kind) ? movements.supplies.id(of) : null,
    demand: kind === "demand" ? movements.demands.id(of) : null,
  } as const);
  return { movement, amount };
}
