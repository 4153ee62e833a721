import { SPAN } from "../compile/cover-table.js";

/** Where the figures of {@link Cover} stand: in a typed array, so that loops know that they are doubles. */
const FIGURE = {
  stock: 0,
  highest: 1,
  largest: 2,
  mostAtOnce: 3,
  minimum: 4,
  multiple: 5,
  maximum: 6,
  lot: 7,
} as const;

/**
 * How far the covering of a stocking point has come, and by which figures. Stock is counted from the
 * floor, so that a shortage is a negative number.
 */
export class Cover {
  /** The next row of orders. */
  row = 0;
  /** Orders that share a row with an equal one. */
  alike = 0;
  private readonly figures = new Float64Array(Object.keys(FIGURE).length);

  begin(stock: number, row: number): void {
    this.row = row;
    this.alike = 0;
    const { figures } = this;
    figures[FIGURE.stock] = stock;
    figures[FIGURE.highest] = stock;
    figures[FIGURE.largest] = 0;
    figures[FIGURE.mostAtOnce] = 0;
  }

  /**
   * Takes the figures by which lots are sized.
   *
   * @param lot - lot quantity, or the order-up-to level above the floor
   */
  size(minimum: number, multiple: number, maximum: number, lot: number): void {
    const { figures } = this;
    figures[FIGURE.maximum] = maximum;
    figures[FIGURE.minimum] = minimum;
    figures[FIGURE.multiple] = multiple;
    figures[FIGURE.lot] = lot;
  }

  /** Takes the figures of a span, see {@link SPAN}. */
  sizeBy(spans: Float64Array, span: number): void {
    this.size(
      spans[span + SPAN.minimum]!,
      spans[span + SPAN.multiple]!,
      spans[span + SPAN.maximum]!,
      spans[span + SPAN.lot]!,
    );
  }

  /** Notes what was ordered once a day. */
  went(stock: number, highest: number, largest: number, row: number): void {
    this.row = row;
    this.stock = stock;
    this.highest = highest;
    if (largest > this.largest) this.largest = largest;
    if (largest > this.mostAtOnce) this.mostAtOnce = largest;
  }

  get stock(): number {
    return this.figures[FIGURE.stock]!;
  }

  set stock(stock: number) {
    this.figures[FIGURE.stock] = stock;
  }

  /** The most that was left of stock by a day on which nothing was ordered. */
  get highest(): number {
    return this.figures[FIGURE.highest]!;
  }

  set highest(stock: number) {
    this.figures[FIGURE.highest] = stock;
  }

  /** The most that an order has ordered, */
  get largest(): number {
    return this.figures[FIGURE.largest]!;
  }

  set largest(quantity: number) {
    this.figures[FIGURE.largest] = quantity;
  }

  /** and a day. */
  get mostAtOnce(): number {
    return this.figures[FIGURE.mostAtOnce]!;
  }

  set mostAtOnce(quantity: number) {
    this.figures[FIGURE.mostAtOnce] = quantity;
  }

  get minimum(): number {
    return this.figures[FIGURE.minimum]!;
  }

  get multiple(): number {
    return this.figures[FIGURE.multiple]!;
  }

  get maximum(): number {
    return this.figures[FIGURE.maximum]!;
  }

  get lot(): number {
    return this.figures[FIGURE.lot]!;
  }
}
