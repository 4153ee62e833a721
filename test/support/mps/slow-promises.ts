/** A row of supply or orders; days are counted from T0, quantities are whole numbers. */
export interface SlowRow {
  readonly day: number;
  readonly quantity: number;
}

/** What a profile is made of, as the slow model knows it. */
export interface SlowProblem {
  readonly onHand: number;
  readonly supply: readonly SlowRow[];
  readonly orders: readonly SlowRow[];
  /** The first day with infinite supply. */
  readonly fence?: number | undefined;
  readonly pastDueSupplyDays?: number | undefined;
  readonly pastDueOrderDays?: number | undefined;
}

/** Days that the slow model looks at: all of a problem lie in them. */
export const SLOW_DAYS = 60;

/**
 * The stock at the end of each day, summed anew from every row and every promise.
 *
 * @param promises - what was promised beside the orders
 */
export function slowBalance(problem: SlowProblem, promises: readonly SlowRow[]): number[] {
  const counts = (rows: readonly SlowRow[], pastDueDays: number | undefined) =>
    rows.filter(({ day }) => pastDueDays === undefined || -day <= pastDueDays);
  const supply = counts(problem.supply, problem.pastDueSupplyDays);
  const orders = [...counts(problem.orders, problem.pastDueOrderDays), ...promises];
  const upTo = (rows: readonly SlowRow[], today: number) =>
    rows.filter(({ day }) => day <= today).reduce((sum, { quantity }) => sum + quantity, 0);
  const days = problem.fence ?? SLOW_DAYS;
  return Array.from(
    { length: days },
    (_, today) => problem.onHand + upTo(supply, today) - upTo(orders, today),
  );
}

/** What can be promised for a day: the least stock from it on. */
export function slowQuantity(balance: readonly number[], day: number): number | "unlimited" {
  return day >= balance.length ? "unlimited" : Math.max(0, Math.min(...balance.slice(day)));
}

/** The first day on which so much can be promised: every day is tried. */
export function slowDay(
  { fence }: SlowProblem,
  balance: readonly number[],
  quantity: number,
  notBefore: number,
): number | undefined {
  for (let day = notBefore; day < balance.length; day++) {
    if (Math.min(...balance.slice(day)) >= quantity) return day;
  }
  return fence === undefined ? undefined : Math.max(fence, notBefore);
}
