import type { OrderPiece } from "./lots.js";

/** Why a supply that waits is not drawn for a shortage (N4, N5). */
export type PassedOver = "tooFarOff" | "afterFence" | "expires";

/** What is asked of the sources for a shortage, in counts of the item. */
export interface AskedLot {
  /** What is missing at least. */
  readonly net: number;
  /** Whether it is the item's own shortage that decides, not that of a co-product (K40). */
  readonly isOwn: boolean;
  /** Whether the item itself is short at all. */
  readonly isShort: boolean;
  /** Stock when it is asked, and the floor that it should keep. */
  readonly projected: number;
  readonly floor: number;
  /** What the lot rule orders, before modifiers; with `each` one lot. */
  readonly quantity: number;
}

/** By what right a source gets what it is asked for where sources are asked in turn (N10). */
export type TurnRight =
  /** Its place in the order of N10. */
  | "order"
  /** A lane that gives what the other site has free (K44). */
  | "fromStock"
  /** It has had least of its share (K43). */
  | "quota"
  /** A lot is split by shares (K43). */
  | "split"
  /** No source brings it on its day, and its supplier can later (K46). */
  | "later"
  /** Not even later: it is ordered beyond what the supplier can bring (K46). */
  | "beyondCapacity";

/** What a source is asked for, and what it brings, in good counts. */
export interface SourceTurn {
  readonly source: number;
  readonly right: TurnRight;
  readonly asked: number;
  readonly pieces: readonly OrderPiece[];
  /** How many days later than wanted (K46). */
  readonly daysLate: number;
}

/** What a source that is weighed by its share was given before, in good counts (K43). */
export interface WeighedSource {
  readonly source: number;
  readonly given: number;
}

/** An order that is cut to what there is room for, in start quantities (K44, K46). */
export interface CutOrder {
  readonly from: number;
  /** 0: nothing fits. */
  readonly to: number;
  readonly room: number;
}

/** The stock position of a reorder point (N9), in counts of the item. */
export interface StockPosition {
  readonly onHand: number;
  readonly openSupply: number;
  readonly coProducts: number;
  /** Stock that is released later less what is promised to released orders. */
  readonly booked: number;
  readonly pastDueDemand: number;
}

/** The net flow of a buffer and its zones (K39), in counts of the item; days count from T0. */
export interface NetFlow {
  readonly onHand: number;
  readonly onOrder: number;
  readonly qualifiedDemand: number;
  readonly spikeThreshold: number;
  readonly spikesUntil: number;
  readonly topOfYellow: number;
  readonly topOfGreen: number;
}

/**
 * Is told what the netting of a stocking point does, in the order in which it does it, so that it can
 * be explained (P3). Planning itself has none. Days count from T0, quantities are counts.
 */
export interface NettingObserver {
  /** The stocking point is about to be netted; its needs are known. */
  begins(): void;
  /** A day begins with the stock of the day before. */
  dayBegins(day: number, stock: number): void;
  /** Stock leaves, since it expires. */
  expires(quantity: number): void;
  /** What expires has left, what is due has come; the floor of the day. */
  dayBegan(stock: number, floor: number): void;
  /** Needs are taken: all of a day, or where each is a net requirement of its own one (N13). */
  takes(quantity: number): void;
  /** It is looked whether something is missing, before supplies are drawn. */
  looks(stock: number, onItsWay: number): void;
  draws(supplyRow: number, quantity: number, lands: number): void;
  passesOver(supplyRow: number, reason: PassedOver): void;
  /** A drawn supply is to bring another quantity (K33). */
  resizes(supplyRow: number, from: number, to: number): void;
  /** A co-product lacks something, and so much of the item would bring it (K40). */
  lacks(point: number, missing: number, quantity: number): void;
  /** A lot rule looks ahead to the day before `end`. */
  looksAhead(end: number): void;
  /** What a day that it looks at lacks on top of the days before. */
  findsShort(day: number, missing: number): void;
  /** The first periods of these needs are covered. */
  covers(needs: readonly number[], periods: number): void;
  asks(lot: AskedLot): void;
  /** A source that is asked in turn does not take so much. */
  refuses(source: number, asked: number): void;
  /** One of these is to get a lot. */
  weighs(candidates: readonly WeighedSource[]): void;
  /** These get their parts of a lot. */
  splits(parts: readonly { readonly source: number; readonly part: number }[]): void;
  /** The last of the pieces that a source brings is cut, or none is brought. */
  cuts(pieces: readonly OrderPiece[], order: CutOrder): void;
  /** A source has been asked in turn. */
  turns(turn: SourceTurn): void;
  /** An order row is written for what was last asked. */
  writes(row: number): void;
  dayEnds(stock: number): void;
  position(position: StockPosition): void;
  netFlow(flow: NetFlow): void;
}
