/** What stands in {@link SupplyMovementColumns.kind}. */
export const SUPPLY_MOVEMENT_KINDS = ["purchase", "production", "transfer", "subcontract"] as const;

/** The open supplies of a plan, one row for each of `plan.supplies`. Days are days since 1970-01-01. */
export interface SupplyMovementColumns {
  readonly count: number;
  /**
   * Behind those of `plan.supplies`, up to this place, stand others of which nothing is to come, but for which
   * components are still to be issued.
   */
  readonly rows: number;
  /** Those of the n-th stocking point are rows first[n] up to first[n + 1]. */
  readonly first: Int32Array;
  /** The number of its stocking point. */
  readonly point: Int32Array;
  /** The day on which it counts in the plan; of `realMovements` that on which it really comes. */
  readonly day: Int32Array;
  /** Its own due day. */
  readonly due: Int32Array;
  /** The good quantity with which it counts (K33), in counts of 10^-decimals of the item. */
  readonly quantity: Float64Array;
  /** The place in {@link SUPPLY_MOVEMENT_KINDS}. */
  readonly kind: Uint8Array;
  /** 1: a firm order of what is not purchased: its components are still to be drawn as its bill says. */
  readonly isFirm: Uint8Array;
  /** @param place - in `plan.supplies` */
  id(place: number): string;
  /** That of its source where it names none itself; `null` where neither does. */
  supplier(place: number): string | null;
}
