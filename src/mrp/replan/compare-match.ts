import { compareText } from "../../core/index.js";
import type { PlannedOrder } from "../plan/order-list.js";

/** Orders of two plans that go together, and those that do not. */
export interface MatchedOrders {
  readonly pairs: readonly (readonly [PlannedOrder, PlannedOrder])[];
  readonly left: { readonly a: readonly PlannedOrder[]; readonly b: readonly PlannedOrder[] };
}

/**
 * Finds which order of one plan another plan has on another day or in another quantity. Those that are
 * equal are left out. Of each source those of one quantity go together in the order of their due days;
 * then what is left of the source does. The same pairs come out whichever plan is the first one.
 */
export function matchOrders(a: readonly PlannedOrder[], b: readonly PlannedOrder[]): MatchedOrders {
  const wayOf = ({ source, kind, supplier, from }: PlannedOrder): string =>
    JSON.stringify([source, kind, supplier ?? null, from ?? null]);
  // Orders that became late may have come to stand where another one stood: nothing differs there.
  const { left } = pairUp(a, b, (order) => {
    const { quantity, startQuantity, orderDate, start, deliveryDate, due } = order;
    const days = [orderDate, start, deliveryDate, due];
    return JSON.stringify([wayOf(order), quantity, startQuantity, days]);
  });
  const moved = pairUp(left.a, left.b, (order) => `${wayOf(order)} ${order.quantity}`);
  const resized = pairUp(moved.left.a, moved.left.b, wayOf);
  return { pairs: [...moved.pairs, ...resized.pairs], left: resized.left };
}

/** Puts the k-th order of a key in one plan beside the k-th in the other; the others stay in their order. */
function pairUp(
  a: readonly PlannedOrder[],
  b: readonly PlannedOrder[],
  keyOf: (order: PlannedOrder) => string,
): MatchedOrders {
  const groupsB = byKey(b, keyOf);
  const pairs: (readonly [PlannedOrder, PlannedOrder])[] = [];
  for (const [key, ofA] of byKey(a, keyOf)) {
    const ofB = groupsB.get(key) ?? [];
    for (let k = 0; k < Math.min(ofA.length, ofB.length); k++) pairs.push([ofA[k]!, ofB[k]!]);
  }
  const paired = new Set(pairs.flat());
  const isLeft = (order: PlannedOrder): boolean => !paired.has(order);
  return { pairs, left: { a: a.filter(isLeft), b: b.filter(isLeft) } };
}

/** Orders by a key, those of each in the order of their due days, of one day as the plan has them. */
function byKey(
  orders: readonly PlannedOrder[],
  keyOf: (order: PlannedOrder) => string,
): ReadonlyMap<string, readonly PlannedOrder[]> {
  const groups = new Map<string, PlannedOrder[]>();
  for (const order of [...orders].sort((one, other) => compareText(one.due, other.due))) {
    const key = keyOf(order);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [order]);
    else group.push(order);
  }
  return groups;
}
