import { takenBack } from "./net-supply.js";

/** How what can be promised is counted (D3). */
export type AtpMethod =
  | "discrete"
  | "cumulative"
  | "cumulativeLookAhead"
  | "backward"
  | "backwardAccumulated";

/** Stock, receipts and customer orders by period, in counts. */
export interface SupplyCounts {
  readonly onHand: number;
  readonly supply: readonly number[];
  readonly orders: readonly number[];
}

/**
 * Counts what can be promised in each period before the infinite-supply fence (D3).
 *
 * @param counts - stock, receipts and orders
 * @param method - how
 * @param isShortageShown - whether `discrete` leaves a shortage in its period
 * @param fence - the first period with infinite supply: what is ordered there takes nothing from here
 * @returns an entry for each period before the fence; `null` where `discrete` has none
 */
export function atpCounts(
  { onHand, supply, orders }: SupplyCounts,
  method: AtpMethod,
  isShortageShown: boolean,
  fence: number = supply.length,
): (number | null)[] {
  const net = supply.slice(0, fence).map((quantity, period) => quantity - orders[period]!);
  if (net.length > 0) net[0]! += onHand;
  switch (method) {
    case "discrete":
      return discrete(net, supply, isShortageShown);
    case "cumulative":
      return runningTotal(net);
    case "cumulativeLookAhead":
      return leastFromHere(runningTotal(net));
    case "backward":
      return takenBack(net);
    case "backwardAccumulated":
      return accumulated(takenBack(net));
  }
}

/** A receipt with all orders before the next one; the first period begins with the stock. */
function discrete(
  net: readonly number[],
  supply: readonly number[],
  isShortageShown: boolean,
): (number | null)[] {
  const starts: number[] = [];
  const groups: number[] = [];
  for (const [period, quantity] of net.entries()) {
    if (period === 0 || supply[period]! > 0) {
      starts.push(period);
      groups.push(quantity);
    } else groups[groups.length - 1]! += quantity;
  }
  if (!isShortageShown) takenBack(groups);
  const atp = net.map((): number | null => null);
  for (const [n, start] of starts.entries()) atp[start] = groups[n]!;
  return atp;
}

function runningTotal(net: readonly number[]): number[] {
  let total = 0;
  return net.map((quantity) => {
    total += quantity;
    return total;
  });
}

/** The least of each entry and all later ones, not below 0. */
function leastFromHere(balance: number[]): number[] {
  for (let period = balance.length - 2; period >= 0; period--) {
    balance[period] = Math.min(balance[period]!, balance[period + 1]!);
  }
  return balance.map((least) => Math.max(0, least));
}

/** Surplus carried forward; a shortage that is left is shown where it is. */
function accumulated(net: readonly number[]): number[] {
  let carried = 0;
  return net.map((quantity) => {
    carried += Math.max(0, quantity);
    return quantity < 0 ? quantity : carried;
  });
}
