/** L0: what works on every order after the rule, in counts; 0 where there is none. */
export interface LotModifiers {
  readonly minimum: number;
  readonly multiple: number;
  /** A multiple of `multiple`, and not below the minimum raised to it. */
  readonly maximum: number;
}

/**
 * The largest allowed order under a multiple: the maximum, lowered to a multiple.
 *
 * @returns 0 when no order fits between minimum, multiple and maximum
 */
export function loweredMaximum({ minimum, multiple, maximum }: LotModifiers): number {
  const lowered = multiple > 0 ? maximum - (maximum % multiple) : maximum;
  return lowered < minimum ? 0 : lowered;
}

/**
 * Makes orders of a lot: cut at the maximum, each raised to the minimum and up to the multiple (L0).
 *
 * @param lot - in counts, above 0
 * @returns how many orders have the size of the maximum, and the one that is left, 0 if none
 */
export function modifiedOrders(lot: number, modifiers: LotModifiers): [full: number, rest: number] {
  const { minimum, multiple, maximum } = modifiers;
  const rest = maximum > 0 ? lot % maximum : lot;
  const full = maximum > 0 ? (lot - rest) / maximum : 0;
  if (rest === 0) return [full, 0];
  const raised = Math.max(rest, minimum);
  return [full, multiple > 0 ? Math.ceil(raised / multiple) * multiple : raised];
}

/** Whether modifiers make another quantity of a lot, in one order or several. */
export function isModified(lot: number, modifiers: LotModifiers): boolean {
  const [full, rest] = modifiedOrders(lot, modifiers);
  return full * modifiers.maximum + rest !== lot;
}
