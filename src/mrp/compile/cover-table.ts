/** What stands in a row of {@link CoverTable.spans}. */
export const SPAN = {
  /** Netting days from T0, [from, to). */
  from: 0,
  to: 1,
  /** The place of the source that takes every order; −1 where each order is to be looked at. */
  source: 2,
  /** As in `LOT_RULE`. */
  rule: 3,
  /** Lot quantity, or the order-up-to level above the floor. */
  lot: 4,
  minimum: 5,
  multiple: 6,
  maximum: 7,
  /** The table of raw starts by due day; −1 where they follow from the point alone, or from the quantity. */
  starts: 8,
  width: 9,
} as const;

/** What stands in a row of {@link CoverTable.turns}. */
export const TURN = { day: 0, step: 1, width: 2 } as const;

/** What stands in a row of {@link CoverTable.supplies}: the row among all supplies, days from T0, counts. */
export const SUPPLY = { row: 0, due: 1, quantity: 2, width: 3 } as const;

/** What stands in a row of {@link CoverTable.heads}. */
const HEAD = {
  turn: 0,
  span: 1,
  supply: 2,
  fenceEnd: 3,
  earliestArrival: 4,
  expediteWithin: 5,
  selector: 6,
  kind: 7,
  width: 8,
} as const;

/** What is to be known of a covering before it begins, as bits. */
const KIND = { hasMaximum: 1, needsCare: 2 } as const;

/** No single selector. */
export const SEVERAL = -(2 ** 31);

/** A covering that is not in a table yet. */
export interface Covering {
  /** Rows as in {@link CoverTable.turns}, one behind the other. */
  readonly turns: readonly number[];
  /** Rows as in {@link CoverTable.spans}, one behind the other. */
  readonly spans: readonly number[];
  /** Rows as in {@link CoverTable.supplies}, one behind the other. */
  readonly supplies: readonly number[];
  readonly fenceEnd: number;
  readonly earliestArrival: number;
  readonly expediteWithin: number;
  readonly selector: number;
  readonly hasMaximum: boolean;
  readonly needsCare: boolean;
}

/**
 * How stocking points order where nothing but the day and what is missing decide: nothing of them
 * expires, is resized, discontinued, shared or limited by others, and the needs of a day are one.
 *
 * Columns and not an object for each point: a sweep reads them one after the other, and objects lie
 * where they were made.
 */
export class CoverTable {
  /** Days on which the floor steps up, or on which something may happen though stock does not change. */
  turns: Float64Array = new Float64Array(TURN.width);
  /** Stretches of days on which orders come about alike; those of a covering are together the horizon. */
  spans: Float64Array = new Float64Array(SPAN.width);
  /** Open supplies that are drawn, in the order of N4. */
  supplies: Float64Array = new Float64Array(0);
  private heads: Int32Array = new Int32Array(2 * HEAD.width);
  private count = 0;

  /** Adds a covering; returns its row. */
  add(covering: Covering): number {
    const at = this.count++ * HEAD.width;
    this.heads = grown(this.heads, at + 2 * HEAD.width);
    const { heads } = this;
    const { turns, spans, supplies, hasMaximum, needsCare } = covering;
    const turn = heads[at + HEAD.turn]!;
    const span = heads[at + HEAD.span]!;
    const supply = heads[at + HEAD.supply]!;
    heads[at + HEAD.fenceEnd] = covering.fenceEnd;
    heads[at + HEAD.earliestArrival] = covering.earliestArrival;
    heads[at + HEAD.expediteWithin] = covering.expediteWithin;
    heads[at + HEAD.selector] = covering.selector;
    heads[at + HEAD.kind] = (hasMaximum ? KIND.hasMaximum : 0) | (needsCare ? KIND.needsCare : 0);
    const next = at + HEAD.width;
    heads[next + HEAD.turn] = turn + turns.length;
    heads[next + HEAD.span] = span + spans.length;
    heads[next + HEAD.supply] = supply + supplies.length;
    this.turns = extended(this.turns, turn, turns);
    this.spans = extended(this.spans, span, spans);
    this.supplies = extended(this.supplies, supply, supplies);
    return this.count - 1;
  }

  /** Where the turns of a covering begin in {@link turns}; those of the next one, where they end. */
  firstTurn(row: number): number {
    return this.heads[row * HEAD.width + HEAD.turn]!;
  }

  /** Where the spans of a covering begin in {@link spans}; those of the next one, where they end. */
  firstSpan(row: number): number {
    return this.heads[row * HEAD.width + HEAD.span]!;
  }

  /** Where the supplies of a covering begin in {@link supplies}; those of the next one, where they end. */
  firstSupply(row: number): number {
    return this.heads[row * HEAD.width + HEAD.supply]!;
  }

  /** N5, N3: the day from T0 on which a new order can arrive at the earliest. */
  earliestArrival(row: number): number {
    return this.heads[row * HEAD.width + HEAD.earliestArrival]!;
  }

  /** N5: by how many days a supply may be moved in. */
  expediteWithin(row: number): number {
    return this.heads[row * HEAD.width + HEAD.expediteWithin]!;
  }

  /** The first working day after the fence; 0 without a fence. */
  fenceEnd(row: number): number {
    return this.heads[row * HEAD.width + HEAD.fenceEnd]!;
  }

  /** Which links every order of the point follows; {@link SEVERAL} where its sources differ in that. */
  selector(row: number): number {
    return this.heads[row * HEAD.width + HEAD.selector]!;
  }

  /** Some source has a maximum, so that a day may have two rows of orders. */
  hasMaximum(row: number): boolean {
    return (this.heads[row * HEAD.width + HEAD.kind]! & KIND.hasMaximum) !== 0;
  }

  /** Supplies wait to be drawn, or on some span each order is to be looked at. */
  needsCare(row: number): boolean {
    return (this.heads[row * HEAD.width + HEAD.kind]! & KIND.needsCare) !== 0;
  }
}

function extended(column: Float64Array, at: number, rows: readonly number[]): Float64Array {
  const longer = grown(column, at + rows.length);
  longer.set(rows, at);
  return longer;
}

function grown<Column extends Int32Array | Float64Array>(column: Column, length: number): Column {
  if (length <= column.length) return column;
  const make = column.constructor as new (length: number) => Column;
  const longer = new make(Math.max(length, 2 * column.length));
  longer.set(column);
  return longer;
}
