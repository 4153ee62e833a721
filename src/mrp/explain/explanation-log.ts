import type { OrderPiece } from "../sweep/lots.js";
import type {
  AskedLot,
  CutOrder,
  NetFlow,
  NettingObserver,
  PassedOver,
  SourceTurn,
  StockPosition,
  WeighedSource,
} from "../sweep/netting-observer.js";

/** A day of a netting. Days count from T0, quantities are counts. */
export interface DayLog {
  readonly day: number;
  /** Stock at the end of the day before. */
  readonly opening: number;
  received: number;
  expired: number;
  floor: number;
  /** Needs in the order in which they were taken: together, or one by one (N13). */
  readonly takes: number[];
  /** Stock at its end, what was drawn and ordered on it included. */
  closing: number;
}

/** A supply that was drawn. */
export interface DrawLog {
  readonly row: number;
  quantity: number;
  readonly ownQuantity: number;
  readonly lands: number;
}

/** What a lot rule saw ahead. */
export interface LookLog {
  /** The day before which it ended. */
  readonly end: number;
  readonly shortfalls: { readonly day: number; readonly missing: number }[];
  readonly periods: readonly number[];
  readonly covered: number;
}

/** A step of asking sources in turn. */
export type TurnLog =
  | { readonly kind: "refuses"; readonly source: number; readonly asked: number }
  | { readonly kind: "weighs"; readonly candidates: readonly WeighedSource[] }
  | {
      readonly kind: "splits";
      readonly parts: readonly { readonly source: number; readonly part: number }[];
    }
  | ({ readonly kind: "turn"; readonly cut: CutOrder | undefined } & SourceTurn);

/** What was asked of the sources, and the order rows that it led to. */
export interface LotLog {
  readonly asked: AskedLot;
  readonly look: LookLog | undefined;
  /** Empty where the first source that takes all gets all. */
  readonly turns: TurnLog[];
  readonly rows: number[];
}

/** A look at whether something is missing, with all that followed. */
export interface ShortageLog {
  readonly day: DayLog;
  /** The needs of the day that were taken since the last look, and before it. */
  readonly firstTake: number;
  readonly endTake: number;
  /** Stock before supplies were drawn for it. */
  readonly stock: number;
  readonly onItsWay: number;
  readonly drawn: DrawLog[];
  readonly passedOver: { readonly row: number; readonly reason: PassedOver }[];
  readonly lacks: { readonly point: number; readonly missing: number; readonly quantity: number }[];
  readonly lots: LotLog[];
}

/** Writes down what the netting of a stocking point does. */
export class NettingLog implements NettingObserver {
  days: DayLog[] = [];
  shortages: ShortageLog[] = [];
  /** Lots that a stock position or a net flow asked for. */
  forwardLots: LotLog[] = [];
  stockPosition: StockPosition | undefined;
  flow: NetFlow | undefined;
  #look: LookLog | undefined;
  #lastLot: LotLog | undefined;
  readonly #cuts = new Map<readonly OrderPiece[], CutOrder>();
  readonly #onBegin: () => void;

  /** @param onBegin - is called when the netting begins; the last one counts where it is done twice */
  constructor(onBegin: () => void) {
    this.#onBegin = onBegin;
  }

  begins(): void {
    this.days = [];
    this.shortages = [];
    this.forwardLots = [];
    this.stockPosition = undefined;
    this.flow = undefined;
    this.#onBegin();
  }

  dayBegins(day: number, stock: number): void {
    this.days.push({
      day,
      opening: stock,
      received: 0,
      expired: 0,
      floor: 0,
      takes: [],
      closing: 0,
    });
  }

  expires(quantity: number): void {
    this.#day.expired += quantity;
  }

  dayBegan(stock: number, floor: number): void {
    const day = this.#day;
    day.received = stock - day.opening + day.expired;
    day.floor = floor;
  }

  takes(quantity: number): void {
    this.#day.takes.push(quantity);
  }

  looks(stock: number, onItsWay: number): void {
    const day = this.#day;
    const last = this.shortages.at(-1);
    const firstTake = last?.day === day ? last.endTake : 0;
    this.#look = undefined;
    this.shortages.push({
      day,
      firstTake,
      endTake: day.takes.length,
      stock,
      onItsWay,
      drawn: [],
      passedOver: [],
      lacks: [],
      lots: [],
    });
  }

  draws(row: number, quantity: number, lands: number): void {
    this.#shortage.drawn.push({ row, quantity, ownQuantity: quantity, lands });
  }

  passesOver(row: number, reason: PassedOver): void {
    const { passedOver } = this.#shortage;
    if (!passedOver.some((one) => one.row === row)) passedOver.push({ row, reason });
  }

  resizes(row: number, _: number, to: number): void {
    this.#shortage.drawn.find((one) => one.row === row)!.quantity = to;
  }

  lacks(point: number, missing: number, quantity: number): void {
    this.#shortage.lacks.push({ point, missing, quantity });
  }

  looksAhead(end: number): void {
    this.#look = { end, shortfalls: [], periods: [], covered: 0 };
  }

  findsShort(day: number, missing: number): void {
    this.#look!.shortfalls.push({ day, missing });
  }

  covers(periods: readonly number[], covered: number): void {
    this.#look = { ...this.#look!, periods, covered };
  }

  asks(asked: AskedLot): void {
    this.#lastLot = { asked, look: this.#look, turns: [], rows: [] };
    // Before the days begin, it is the stock position that asks.
    (this.shortages.at(-1)?.lots ?? this.forwardLots).push(this.#lastLot);
  }

  refuses(source: number, asked: number): void {
    this.#lastLot!.turns.push({ kind: "refuses", source, asked });
  }

  weighs(candidates: readonly WeighedSource[]): void {
    this.#lastLot!.turns.push({ kind: "weighs", candidates });
  }

  splits(parts: readonly { readonly source: number; readonly part: number }[]): void {
    this.#lastLot!.turns.push({ kind: "splits", parts });
  }

  cuts(pieces: readonly OrderPiece[], order: CutOrder): void {
    this.#cuts.set(pieces, order);
  }

  turns(turn: SourceTurn): void {
    const cut = this.#cuts.get(turn.pieces);
    this.#lastLot!.turns.push({ kind: "turn", cut, ...turn });
  }

  writes(row: number): void {
    this.#lastLot!.rows.push(row);
  }

  dayEnds(stock: number): void {
    this.#day.closing = stock;
  }

  position(position: StockPosition): void {
    this.stockPosition = position;
  }

  netFlow(flow: NetFlow): void {
    this.flow = flow;
  }

  get #day(): DayLog {
    return this.days.at(-1)!;
  }

  get #shortage(): ShortageLog {
    return this.shortages.at(-1)!;
  }
}
