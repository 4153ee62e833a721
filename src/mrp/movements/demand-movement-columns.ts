/** The demands of a plan, one row for each of `plan.demands`. Days are days since 1970-01-01. */
export interface DemandMovementColumns {
  readonly count: number;
  /** The number of its stocking point. */
  readonly point: Int32Array;
  /** Its own due day; of a forecast that began in the past, the planning start. */
  readonly due: Int32Array;
  /** What is still to be delivered, of a forecast what is left of it (D1), in counts of 10^-decimals of the item. */
  readonly quantity: Float64Array;
  /** 1: the need of another plant. */
  readonly isInterplant: Uint8Array;
  /** @param place - in `plan.demands` */
  id(place: number): string;
  /** `null` where none is given. */
  customer(place: number): string | null;
  /**
   * The day on which all of it that is due within the horizon is really there (N11); `null` when part of it
   * never is, and when nothing of it is due by then. The first call works out the feasible dates of the
   * whole plan.
   */
  available(place: number): number | null;
  /** Days by which its latest part is late, 0 when all is in time; `null` when part of it never is there. */
  daysLate(place: number): number | null;
}
