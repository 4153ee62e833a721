import {
  type PlanMovements,
  STOCK_MOVEMENT_KINDS,
  type StockMovementKind,
} from "../../mrp/index.js";
import type { CountedLayer } from "./opening-layers.js";
import type { ReceiptCosts } from "./receipt-costs.js";
import type { StockFlow } from "./stock-flow.js";
import type { UnitCosts } from "./unit-costs.js";

type Stock = ReturnType<PlanMovements["stock"]>;

/** In which order things happen on one day: all comes in before anything goes out (T2). */
const ON_ONE_DAY: readonly StockMovementKind[] = [
  ...(["opening", "release", "supply", "coProductOfSupply", "coProduct", "order"] as const),
  ...(["expiry", "allocation", "demand", "issueToSupply", "issue"] as const),
  ...(["transferOutToSupply", "transferOut"] as const),
];

const TURN = Uint8Array.from(STOCK_MOVEMENT_KINDS, (kind) => ON_ONE_DAY.indexOf(kind));
const KIND_COUNT = STOCK_MOVEMENT_KINDS.length;
/** The kind of what is there on the planning start. */
export const OPENING: number = STOCK_MOVEMENT_KINDS.indexOf("opening");
const ORDER = STOCK_MOVEMENT_KINDS.indexOf("order");

/** With more days than this for each movement they are sorted by comparison. */
const DAYS_A_MOVEMENT = 16;

interface Span {
  readonly startDay: number;
  readonly endDay: number;
}

/** What comes into the stock of a stocking point within the horizon and leaves it, put in order. */
export class PointFlow implements StockFlow {
  count = 0;
  /** How many rows are what is there from the start; they come first. */
  openingCount = 0;
  movement = new Int32Array(256);
  day = new Int32Array(256);
  quantity = new Float64Array(256);
  cost = new Int32Array(256);
  #byKind = new Int32Array(256);
  #inOrder = new Int32Array(256);
  /** Where the next movement of a kind, of a day stands. */
  readonly #kindEnds = new Int32Array(KIND_COUNT + 1);
  #dayEnds = new Int32Array(0);
  readonly #costs: UnitCosts;

  constructor(costs: UnitCosts) {
    this.#costs = costs;
  }

  /** Takes on the movements of a stocking point, which `receipts` has started on. */
  read(
    stock: Stock,
    span: Span,
    receipts: ReceiptCosts,
    layers: readonly CountedLayer[] = [],
  ): void {
    this.count = 0;
    this.openingCount = 0;
    this.#makeRoom(2 * stock.count + layers.length + 1);
    const found = this.#sortByKind(stock, span);
    const isDense = span.endDay - span.startDay <= DAYS_A_MOVEMENT * stock.count;
    if (isDense) this.#sortByDay(stock, span, found);
    else {
      const { day } = stock;
      this.#inOrder.set(this.#byKind.subarray(0, found).sort(inTurn(stock, day)));
    }
    const inOrder = this.#inOrder;
    for (let n = 0; n < found; n++) this.#put(stock, inOrder[n]!, receipts, layers);
  }

  /** Counts, and puts each where its kind ends. */
  #sortByKind({ count, day, kind, quantity }: Stock, { endDay }: Span): number {
    const ends = this.#kindEnds.fill(0);
    for (let n = 0; n < count; n++) {
      if (quantity[n] !== 0 && day[n]! < endDay) ends[TURN[kind[n]!]! + 1]!++;
    }
    for (let turn = 0; turn < KIND_COUNT; turn++) ends[turn + 1]! += ends[turn]!;
    const found = ends[KIND_COUNT]!;
    for (let n = 0; n < count; n++) {
      if (quantity[n] !== 0 && day[n]! < endDay) this.#byKind[ends[TURN[kind[n]!]!]!++] = n;
    }
    return found;
  }

  /** Days in turn, and on one day kinds as they stand. */
  #sortByDay({ day }: Stock, { startDay, endDay }: Span, found: number): void {
    const days = endDay - startDay;
    if (this.#dayEnds.length <= days) this.#dayEnds = new Int32Array(days + 1);
    const ends = this.#dayEnds.fill(0, 0, days + 1);
    const [byKind, inOrder] = [this.#byKind, this.#inOrder];
    for (let n = 0; n < found; n++) ends[day[byKind[n]!]! - startDay + 1]!++;
    for (let n = 0; n < days; n++) ends[n + 1]! += ends[n]!;
    for (let n = 0; n < found; n++) {
      const movement = byKind[n]!;
      inOrder[ends[day[movement]! - startDay]!++] = movement;
    }
  }

  #put(stock: Stock, n: number, receipts: ReceiptCosts, layers: readonly CountedLayer[]): void {
    const quantity = stock.quantity[n]!;
    const day = stock.day[n]!;
    const { standard } = receipts;
    const kind = stock.kind[n];
    if (kind === ORDER) {
      const { cost, last } = receipts.ofOrder(stock.row[n]!);
      if (cost === last || quantity === 1) this.#add(n, day, quantity, last);
      else {
        this.#add(n, day, quantity - 1, cost);
        this.#add(n, day, 1, last);
      }
    } else if (kind === OPENING && layers.length > 0 && quantity > 0) {
      this.#open(n, day, quantity, standard, layers);
    } else this.#add(n, day, quantity, standard);
    if (kind === OPENING) this.openingCount = this.count;
  }

  /** Of layers the last count; what they do not reach was there before them. */
  #open(
    n: number,
    day: number,
    quantity: number,
    standard: number,
    layers: readonly CountedLayer[],
  ): void {
    let first = layers.length;
    let rest = quantity;
    while (first > 0 && rest > 0) rest -= layers[--first]!.quantity;
    if (rest > 0) this.#add(n, day, rest, standard);
    for (const [place, layer] of layers.slice(first).entries()) {
      const there = place === 0 && rest < 0 ? layer.quantity + rest : layer.quantity;
      if (there > 0) this.#add(n, day, there, this.#costs.of(layer.unitCost));
    }
  }

  #add(movement: number, day: number, quantity: number, cost: number): void {
    const n = this.count++;
    this.movement[n] = movement;
    this.day[n] = day;
    this.quantity[n] = quantity;
    this.cost[n] = cost;
  }

  #makeRoom(length: number): void {
    if (length <= this.movement.length) return;
    this.movement = new Int32Array(2 * length);
    this.day = new Int32Array(2 * length);
    this.quantity = new Float64Array(2 * length);
    this.cost = new Int32Array(2 * length);
    this.#byKind = new Int32Array(2 * length);
    this.#inOrder = new Int32Array(2 * length);
  }
}

function inTurn({ kind }: Stock, day: Int32Array): (a: number, b: number) => number {
  return (a, b) => day[a]! - day[b]! || TURN[kind[a]!]! - TURN[kind[b]!]! || a - b;
}
