import type { LedgerParts } from "./ledger-parts.js";
import { LegLists } from "./leg-lists.js";
import { looseEntries } from "./loose-entries.js";
import { mayMiss } from "./may-miss.js";
import type { MissingFigure } from "./missing-figure.js";
import { postOrders } from "./order-batches.js";
import { type Entry, LEDGER_ACCOUNTS, type LedgerAccount } from "./posting.js";
import type { BatchVisitor } from "./posting-batch.js";
import { postSales } from "./sale-batches.js";
import { postStock } from "./stock-batches.js";
import { postSupplies } from "./supply-batches.js";
import { withinHorizon } from "./within-horizon.js";

const OF_PURCHASES: readonly LedgerAccount[] = [
  "purchaseCommitment",
  "purchaseReceipt",
  "payable",
  "cashOut",
  "purchaseDiscount",
  "purchasePriceVariance",
];
const OF_JOBS: readonly LedgerAccount[] = ["workInProcess", "productionVariance"];
const OF_WORK: readonly LedgerAccount[] = [
  "setupAbsorbed",
  "runAbsorbed",
  "subcontract",
  ...OF_JOBS,
];
/** What is left of open orders, and suppliers' operations among it. */
const OF_LOOSE: readonly LedgerAccount[] = [...OF_PURCHASES, ...OF_WORK];
const OF_RECEIPTS: readonly LedgerAccount[] = ["inventory", ...OF_JOBS];
const OF_STOCK: readonly LedgerAccount[] = ["materialIssued", ...OF_RECEIPTS];
const OF_SALES: readonly LedgerAccount[] = ["revenue", "costOfSales", "receivable", "cashIn"];
/** All that is missing is met on the way to these. */
const OF_ALL_BUT_STOCK: ReadonlySet<LedgerAccount> = new Set(
  LEDGER_ACCOUNTS.filter((account) => !OF_STOCK.includes(account)),
);

/** The postings of a plan, made whenever they are asked for, stocking point after stocking point. */
export class LedgerStream {
  readonly parts: LedgerParts;
  #loose: readonly Entry[] | undefined;
  #isMissingKnown = false;

  constructor(parts: LedgerParts) {
    this.parts = parts;
  }

  /**
   * Hands over all that is posted to accounts, and perhaps to others.
   *
   * @param asksParts - whether standard cost is posted part by part, or as a whole
   */
  visit(accounts: ReadonlySet<LedgerAccount>, visit: BatchVisitor, asksParts = true): void {
    this.#visit(accounts, visit, asksParts, () => true);
  }

  #visit(
    accounts: ReadonlySet<LedgerAccount>,
    visit: BatchVisitor,
    asksParts: boolean,
    asksOrders: (point: number) => boolean,
  ): void {
    const { parts } = this;
    const asks = (some: readonly LedgerAccount[]): boolean =>
      some.some((account) => accounts.has(account));
    const [stock, sales] = [asks(OF_STOCK), asks(OF_SALES)];
    const asked = {
      purchases: asks(OF_PURCHASES),
      work: asks(OF_WORK),
      receipts: asks(OF_RECEIPTS),
      jobs: asks(OF_JOBS),
      parts: asksParts,
    };
    const walk = {
      ...{ parts, asked, lists: new LegLists() },
      visit: withinHorizon(parts.setting, visit),
    };
    const orders = asked.purchases || asked.work || asked.receipts;
    // Made before orders are read, since it reads them too.
    if (stock || asked.work) void parts.unknown;
    const { pointCount } = parts.setting.movements;
    for (let point = 0; point < pointCount; point++) {
      if (stock) postStock(walk, point);
      if (orders && asksOrders(point)) {
        postOrders(walk, point);
        postSupplies(walk, point);
      }
      if (sales) postSales(walk, point);
    }
  }

  /** Postings that stand in no columns, of accounts and perhaps of others. */
  loose(accounts: ReadonlySet<LedgerAccount>): readonly Entry[] {
    if (!OF_LOOSE.some((account) => accounts.has(account))) return [];
    this.#loose ??= looseEntries(this.parts);
    return this.#loose;
  }

  /** What is not posted because something is not known. */
  get missing(): Iterable<MissingFigure> {
    if (!this.#isMissingKnown) {
      const { parts } = this;
      void parts.unknown;
      this.#visit(OF_ALL_BUT_STOCK, ignore, false, (point) => mayMiss(parts, point));
      this.#isMissingKnown = true;
    }
    return this.parts.setting.missed;
  }
}

function ignore(): void {
  // What is missing is noted on the way.
}
