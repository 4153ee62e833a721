import { STOCK_MOVEMENT_KINDS } from "../../mrp/index.js";
import type { LedgerBase } from "./ledger-base.js";
import { routedOrders } from "./made-orders.js";
import { pricedOrders } from "./order-prices.js";
import { routingWork } from "./routing-work.js";
import { standardPrice } from "./standard-price.js";

/** Movements for an order of another stocking point, or with one. */
const OF_JOBS = new Set(
  (["issue", "issueToSupply", "coProduct", "coProductOfSupply"] as const).map((kind) =>
    STOCK_MOVEMENT_KINDS.indexOf(kind),
  ),
);

/**
 * The stocking points of which work in process is not known, since something that goes into an order there,
 * or comes of it, has no cost: of none of their orders it is posted.
 */
export class UnknownWork {
  readonly #parts: LedgerBase;
  readonly #flags: Uint8Array;
  readonly isEmpty: boolean;

  constructor(parts: LedgerBase, incomplete: ReadonlySet<number>) {
    this.#parts = parts;
    const { setting } = parts;
    const { pointCount } = setting.movements;
    this.#flags = new Uint8Array(pointCount);
    for (let point = 0; point < pointCount; point++) {
      if (setting.costs[point] === undefined) this.#markTakers(point);
    }
    for (const point of incomplete) this.#flags[point] = 1;
    const asksWork =
      setting.planRate === undefined ||
      setting.model.routings.some((routing) => routingWork(routing).isSubcontractMissing);
    for (let point = 0; point < pointCount; point++) this.#markOrders(point, asksWork);
    this.isEmpty = this.#flags.every((flag) => flag === 0);
    for (const [point, flag] of this.#flags.entries()) {
      if (flag === 1) setting.miss(setting.points[point]!, "workInProcess");
    }
  }

  has(point: number): boolean {
    return this.#flags[point] === 1;
  }

  /** Of the rows from one up to another those whose other point is known; `undefined`: all. */
  knownRows(first: number, end: number, otherPoint: Int32Array): Int32Array | undefined {
    if (this.isEmpty) return undefined;
    const known: number[] = [];
    for (let row = first; row < end; row++) {
      if (this.#flags[otherPoint[row]!] !== 1) known.push(row);
    }
    return known.length === end - first ? undefined : Int32Array.from(known);
  }

  /** What takes something without a cost, or comes with it. */
  #markTakers(point: number): void {
    const { count, kind, otherPoint } = this.#parts.setting.movements.stock(point);
    for (let n = 0; n < count; n++) {
      if (OF_JOBS.has(kind[n]!)) this.#flags[otherPoint[n]!] = 1;
    }
  }

  #markOrders(point: number, asksWork: boolean): void {
    const { setting, orders } = this.#parts;
    const { movements, costs } = setting;
    const sources = movements.sourceCount(point);
    let isRead = false;
    for (let number = 0; number < sources; number++) {
      const source = movements.source(point, number);
      const isSubcontract = source.kind === "subcontract";
      if (source.kind !== "make" && !isSubcontract) continue;
      if (!isSubcontract && !asksWork && costs[point] !== undefined) continue;
      if (!isRead) orders.read(point);
      isRead = true;
      const rows = orders.rowsOf(number, sources);
      if ((rows?.length ?? orders.count) === 0) continue;
      const isUnknown =
        costs[point] === undefined ||
        (isSubcontract
          ? this.#lacksPrice(point, number, rows)
          : this.#lacksWork(point, number, rows));
      if (isUnknown) this.#flags[point] = 1;
    }
  }

  #lacksPrice(point: number, number: number, rows: Int32Array | undefined): boolean {
    const { setting, orders } = this.#parts;
    const source = setting.movements.source(point, number);
    return pricedOrders(setting, point, source, orders, rows).some(
      ({ lacks }) =>
        lacks === "rate" ||
        (lacks === "price" && standardPrice(setting, point, "subcontract") === undefined),
    );
  }

  #lacksWork(point: number, number: number, rows: Int32Array | undefined): boolean {
    const { setting, orders } = this.#parts;
    const lacksRate = setting.planRate === undefined;
    const stated = this.#parts.setupCostOf(point);
    if (lacksRate && stated !== undefined && stated.num !== 0n) return true;
    return routedOrders(setting, point, number, orders, rows).some(({ routing }) => {
      const { works, isSubcontractMissing } = routingWork(routing);
      const asked = works.filter(({ cause }) => stated === undefined || cause !== "setup");
      return isSubcontractMissing || (lacksRate && asked.length > 0);
    });
  }
}
