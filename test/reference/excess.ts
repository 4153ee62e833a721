/** Stock and open supply that nothing within the horizon needs (K49). */
import type { Day } from "./calendar.js";
import { isPhasedOut } from "./discontinued.js";
import { floorOf } from "./floor.js";
import { say } from "./messages.js";
import { decimalText, larger, smaller } from "./numbers.js";
import type { Problem } from "./problem.js";
import type { OpenSupply, StockingPoint } from "./stocking-points.js";

const sumOf = (quantities: readonly bigint[]) => quantities.reduce((sum, q) => sum + q, 0n);

/** What comes to a stocking point; `isIdle` says that it is excess when nothing needs it. */
interface Arrival {
  day: Day;
  quantity: bigint;
  isIdle: boolean;
}

/** In the order in which they come: on a day stock, open supply, co-products, planned orders. */
function arrivalsOf(point: StockingPoint, supplies: readonly OpenSupply[]): Arrival[] {
  const arrivals: Arrival[] = [
    ...point.stock.map(({ availableFrom: day, quantity }) => ({ day, quantity, isIdle: true })),
    ...supplies.map(({ landing: day, quantity }) => ({ day, quantity, isIdle: true })),
    ...point.coProducts.map(({ day, quantity }) => ({ day, quantity, isIdle: false })),
    ...point.orders.map(({ wanted: day, quantity }) => ({ day, quantity, isIdle: false })),
  ];
  return arrivals.sort((a, b) => a.day - b.day);
}

/** What the end of the horizon keeps: the floor, or the level up to which is ordered until then. */
function keptAtTheEnd(problem: Problem, point: StockingPoint): bigint {
  const floor = larger(0n, floorOf(problem, point)(problem.horizonDay));
  const { rule, orderUpTo } = point.policy.lots;
  const isOrdered = !isPhasedOut(problem, point.policy, problem.horizonDay);
  return rule === "orderUpTo" && isOrdered ? larger(floor, orderUpTo ?? 0n) : floor;
}

function excessOf(problem: Problem, point: StockingPoint, cancelled: ReadonlySet<string>): bigint {
  const { horizonDay } = problem;
  // What is cancelled and expires has left by then.
  const supplies = point.supplies.filter(({ id }) => !cancelled.has(id));
  const stale = point.supplies.filter(({ id, expires, landing }) => {
    const leaves = Math.max(expires, landing);
    return cancelled.has(id) && leaves <= horizonDay;
  });
  const arrivals = arrivalsOf(point, supplies).filter(({ day }) => day <= horizonDay);
  const gone = [...point.gross, ...point.expired].filter(([day]) => day <= horizonDay);
  const there =
    sumOf(arrivals.map(({ quantity }) => quantity)) +
    sumOf(stale.map(({ quantity }) => quantity)) -
    sumOf(gone.map(([, quantity]) => quantity));
  let kept = keptAtTheEnd(problem, point);
  let left = there;
  const idle: { day: Day; quantity: bigint }[] = [];
  for (const { day, quantity, isIdle } of [...arrivals].reverse()) {
    const part = larger(0n, smaller(left, quantity));
    left -= part;
    const keeps = smaller(kept, part);
    kept -= keeps;
    if (isIdle) {
      idle.push({ day: Math.max(day, problem.startDay), quantity: part - keeps });
    }
  }
  const returned = stale.map(({ expires, landing, quantity }) => ({
    day: Math.max(expires, landing),
    quantity,
  }));
  return sumOf(dispensable(problem, point, [...arrivals, ...returned], gone, idle));
}

/** Of each idle quantity, the last first, what can go so that no day's stock falls below its floor for it. */
function dispensable(
  problem: Problem,
  point: StockingPoint,
  come: readonly { day: Day; quantity: bigint }[],
  gone: readonly (readonly [Day, bigint])[],
  idle: readonly { day: Day; quantity: bigint }[],
): bigint[] {
  const floorOn = floorOf(problem, point);
  const upTo = (day: Day) =>
    sumOf(come.filter((one) => one.day <= day).map(({ quantity }) => quantity)) -
    sumOf(gone.filter(([on]) => on <= day).map(([, quantity]) => quantity));
  const dismissed: { day: Day; quantity: bigint }[] = [];
  for (const { day: first, quantity } of idle) {
    let most = quantity;
    for (let day = first; day <= problem.horizonDay; day++) {
      const without = sumOf(dismissed.filter((one) => one.day <= day).map((one) => one.quantity));
      most = smaller(most, upTo(day) - without - larger(0n, floorOn(day)));
    }
    dismissed.push({ day: first, quantity: larger(0n, most) });
  }
  return dismissed.map((one) => one.quantity);
}

/** What is counted on: not where orders go by the stock position, nor a phantom's ignored stock. */
function isJudged(problem: Problem, { policy }: StockingPoint): boolean {
  const { method, phantom } = policy;
  const byPosition = method === "reorderPoint" || method === "ddmrp";
  return phantom ? problem.conventions.phantomStock === "net" : !byPosition;
}

/** One message a stocking point. */
export function reportExcess(problem: Problem, points: readonly StockingPoint[]): void {
  const cancels = problem.messages.filter(({ code }) => code === "cancel");
  const cancelled = new Set(cancels.map(({ supply }) => String(supply)));
  for (const point of points) {
    const excess = isJudged(problem, point) ? excessOf(problem, point, cancelled) : 0n;
    if (excess > 0n) {
      const quantity = decimalText(excess, point.policy.decimals);
      say(problem, point, "excess", { quantity });
    }
  }
}
