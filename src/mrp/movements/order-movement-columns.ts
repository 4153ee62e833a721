/**
 * The planned orders of a stocking point in the order of `plan.orders`, equal ones of the same days
 * together. Days are days since 1970-01-01, quantities counts of 10^-decimals of the item of one order.
 * The columns may be longer than `count`, and two that say the same may be one.
 */
export interface OrderMovementColumns {
  readonly count: number;
  /** The place in `plan.orders`, of equal orders of the first. */
  readonly place: Int32Array;
  /** How many equal orders a row stands for; `undefined`: one each. */
  readonly times: Int32Array | undefined;
  /** T7; as in the plan: under `pastDue: "forward"` the feasible ones (N11). */
  readonly due: Int32Array;
  readonly start: Int32Array;
  /** The later of `start` and the planning start. */
  readonly release: Int32Array;
  readonly orderDate: Int32Array;
  /** The good quantity (Q3). */
  readonly quantity: Float64Array;
  readonly startQuantity: Float64Array;
  /** The number of its source among those of the stocking point; `undefined`: 0. */
  readonly source: Int32Array | undefined;
}
