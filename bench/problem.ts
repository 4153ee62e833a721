/** Items as columns. Quantities are whole numbers of 10^-decimals of their item. */
export interface ItemColumns {
  readonly onHand: Float64Array;
  readonly safetyStock: Float64Array;
  /** Q of a fixed order quantity, else 0. */
  readonly lotQuantity: Float64Array;
  /** 0: none. */
  readonly minimumOrder: Float64Array;
  /** 0: none. */
  readonly orderMultiple: Float64Array;
  readonly decimals: Int32Array;
  /** Days. */
  readonly leadTime: Int32Array;
  /** Index into {@link RULES}. */
  readonly rule: Int32Array;
  /** P of a period order quantity, else 0. */
  readonly periodDays: Int32Array;
}

/** Lines of bills as columns; items are numbered from 0. */
export interface LineColumns {
  readonly parent: Int32Array;
  readonly component: Int32Array;
  /** Per parent: quantity × 10^-quantityDecimals. */
  readonly quantity: Int32Array;
  readonly quantityDecimals: Int32Array;
  /** In ten-thousandths. */
  readonly scrap: Int32Array;
}

/** Demands or open purchases as columns. */
export interface RowColumns {
  readonly item: Int32Array;
  /** Days after the planning start. */
  readonly due: Int32Array;
  readonly quantity: Float64Array;
}

/** A planning problem of one site on which every day works, as columns. */
export interface BenchProblem {
  readonly days: number;
  readonly items: ItemColumns;
  readonly lines: LineColumns;
  readonly demands: RowColumns;
  readonly supplies: RowColumns;
}

/** The lot-sizing rules that a problem may use. */
export const RULES = ["lotForLot", "fixedOrderQuantity", "periodOrderQuantity"] as const;

/** Columns of so many items, to be written. */
export function emptyItems(count: number): ItemColumns {
  return {
    onHand: new Float64Array(count),
    safetyStock: new Float64Array(count),
    lotQuantity: new Float64Array(count),
    minimumOrder: new Float64Array(count),
    orderMultiple: new Float64Array(count),
    decimals: new Int32Array(count),
    leadTime: new Int32Array(count),
    rule: new Int32Array(count),
    periodDays: new Int32Array(count),
  };
}
