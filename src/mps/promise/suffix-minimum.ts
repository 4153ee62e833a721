/**
 * Running balances over days, in which adding from a day on and asking for the least from a day on
 * both take a step a level: a segment tree that grows only where something changes.
 *
 * A node is never changed; adding copies the way down to it, so that a balance is a value like any
 * other and the one before it stays. What is added to a whole node stands in it and is never pushed
 * down.
 */
export interface Balance {
  /** The least of its days, what was added to it counted. */
  readonly least: number;
  /** What was added to all of its days. */
  readonly added: number;
  /** Its halves; none where all of its days are alike. */
  readonly early: Balance | undefined;
  readonly late: Balance | undefined;
}

/** Levels of a tree: 2^17 days are more than those from 1900 to 2199. */
const LEVELS = 17;

/** The days are 0 to this less one. */
export const BALANCE_DAYS: number = 2 ** LEVELS;

/** The balance that is 0 on every day. */
export const ZERO_BALANCE: Balance = {
  least: 0,
  added: 0,
  early: undefined,
  late: undefined,
};

/** Adds a quantity on a day and all later ones. */
export function addFrom(balance: Balance, day: number, quantity: number): Balance {
  return addBelow(balance, day, quantity, BALANCE_DAYS);
}

/** `day` counts from the first day of the node, which has `size` days. */
function addBelow(node: Balance, day: number, quantity: number, size: number): Balance {
  const { least, added } = node;
  if (day <= 0) return nodeOf(least + quantity, added + quantity, node.early, node.late);
  const half = size / 2;
  let early = node.early ?? ZERO_BALANCE;
  let late = node.late ?? ZERO_BALANCE;
  if (day < half) early = addBelow(early, day, quantity, half);
  late = addBelow(late, day - half, quantity, half);
  return nodeOf(added + Math.min(early.least, late.least), added, early, late);
}

function nodeOf(
  least: number,
  added: number,
  early: Balance | undefined,
  late: Balance | undefined,
): Balance {
  return { least, added, early, late };
}

/** The least balance of a day and all later ones. */
export function leastFrom(balance: Balance, day: number): number {
  let node = balance;
  let [from, size] = [day, BALANCE_DAYS];
  let added = 0;
  let least = Number.POSITIVE_INFINITY;
  while (from > 0 && node.early !== undefined && node.late !== undefined) {
    size /= 2;
    added += node.added;
    if (from < size) {
      least = Math.min(least, added + node.late.least);
      node = node.early;
    } else {
      from -= size;
      node = node.late;
    }
  }
  return Math.min(least, added + node.least);
}

/** The balance of one day. */
export function balanceOn(balance: Balance, day: number): number {
  let node: Balance | undefined = balance;
  let [at, size] = [day, BALANCE_DAYS];
  let total = 0;
  while (node !== undefined) {
    total += node.added;
    size /= 2;
    const isLate: boolean = at >= size;
    if (isLate) at -= size;
    node = isLate ? node.late : node.early;
  }
  return total;
}

/** The first day from which on the balance is never below a quantity; `BALANCE_DAYS` when none is. */
export function firstDayWith(balance: Balance, quantity: number): number {
  if (balance.least >= quantity) return 0;
  let node = balance;
  let [start, size] = [0, BALANCE_DAYS];
  let wanted = quantity;
  // The last day that is below the quantity: in the later half if anything there is.
  while (node.early !== undefined && node.late !== undefined) {
    size /= 2;
    wanted -= node.added;
    if (node.late.least < wanted) {
      start += size;
      node = node.late;
    } else node = node.early;
  }
  return start + size;
}
