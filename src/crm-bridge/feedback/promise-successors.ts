import {
  compareText,
  type Decimal,
  multiplyRatios,
  parseRatio,
  ratioToDecimal,
} from "../../core/index.js";
import { type Plan, promiseItem } from "../../mrp/index.js";
import { demandId } from "../demand/need.js";
import { variantId } from "../demand/variants.js";
import { type FormerPromise, isOrderOf } from "../promise/former-promise.js";
import { productOf } from "../promise/requested-lines.js";
import type { ReadRecords } from "../records/index.js";
import type { CrmOrder, CrmOrderLine } from "../schema/index.js";
import { decimalOf } from "./open-lines.js";

/** The line of an order that has taken the place of a promise. */
export interface PromiseSuccessor {
  /** The id of its demand. */
  readonly demand: string;
  readonly date: string;
  /** In stock units, as that of the promise. */
  readonly quantity: Decimal;
}

/**
 * Finds for promises the lines of orders that have taken their place: those of the order that was asked
 * for, or of an order of its quote, for the same item, and with a day promised. Of several each goes to
 * one of its day and quantity, else of its day, else to the next.
 *
 * @param promises - booked promises
 * @param records - with the orders
 * @param plan - knows the units of items
 * @returns by the demand of the promise
 */
export function successorsOf(
  promises: readonly FormerPromise[],
  records: ReadRecords,
  plan: Plan,
): ReadonlyMap<string, PromiseSuccessor> {
  const found = new Map<string, PromiseSuccessor>();
  const known = [...promises].sort((a, b) => compareText(a.demand, b.demand));
  const asking = new Set(known.map(({ record, request }) => record?.id ?? request));
  for (const order of records.orders) {
    if (order.status === "cancelled") continue;
    const { id, quote = id } = order;
    if (!asking.has(id) && !asking.has(quote)) continue;
    const open = known.filter((one) => !found.has(one.demand) && isOrderOf(one, order));
    match(open, linesOf(records, order, plan), found);
  }
  return found;
}

interface OrderLine extends PromiseSuccessor {
  readonly items: readonly string[];
  /** The line of the quote that it is of. */
  readonly quoteLine: string | undefined;
}

/** What a plan calls the items of an order, and how much of them is promised for when. */
function linesOf(records: ReadRecords, { id, lines }: CrmOrder, plan: Plan): OrderLine[] {
  const inOrder = lines.toSorted((a, b) => compareText(a.id, b.id));
  return inOrder.flatMap((line) => {
    if (line.promisedDate === undefined) return [];
    const { product, unit } = productOf(records, line.product, line.unit);
    const item = product.item ?? product.id;
    return [
      {
        ...{ demand: demandId("order", id, line.id), date: line.promisedDate },
        quantity: inStock(line, promiseItem(plan, item)?.contains.get(unit ?? "")),
        items: [item, variantId(item, line.options ?? {})],
        quoteLine: line.quoteLine,
      },
    ];
  });
}

function inStock({ quantity }: CrmOrderLine, contains: ReturnType<typeof parseRatio>): Decimal {
  if (contains === undefined) return decimalOf(quantity);
  return ratioToDecimal(multiplyRatios(parseRatio(quantity)!, contains));
}

function match(
  promises: readonly FormerPromise[],
  lines: readonly OrderLine[],
  found: Map<string, PromiseSuccessor>,
): void {
  const taken = new Set<OrderLine>();
  for (const isAlike of ALIKE) {
    for (const promise of promises) {
      if (found.has(promise.demand)) continue;
      const line = lines.find(
        (one) => !taken.has(one) && mayBe(promise, one) && isAlike(promise, one),
      );
      if (line === undefined) continue;
      taken.add(line);
      found.set(promise.demand, line);
    }
  }
}

function mayBe({ item, line }: FormerPromise, { items, quoteLine }: OrderLine): boolean {
  return items.includes(item) && (quoteLine === undefined || quoteLine === line);
}

type Alike = (promise: FormerPromise, line: PromiseSuccessor) => boolean;

/** How alike a promise and a line are, the closest first. */
const ALIKE: readonly Alike[] = [
  (promise, line) => promise.date === line.date && promise.quantity.eq(line.quantity),
  (promise, line) => promise.date === line.date,
  () => true,
];
