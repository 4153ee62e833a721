/**
 * Resizing open supply (K33, M1): of the supplies drawn for a shortage that lasts, the one that will
 * stand last grows instead of a new order; one that lifts stock above an order-up-to level shrinks.
 * The plan counts what the messages propose.
 */
import type { Day } from "./calendar.js";
import { isPhasedOut } from "./discontinued.js";
import { kindOfSupply } from "./firm-source.js";
import { asOneOrder } from "./lots.js";
import { compare } from "./needs.js";
import type { Resize, WalkState } from "./netting.js";
import { compareText } from "./numbers.js";
import type { Policy } from "./policy.js";
import type { Problem } from "./problem.js";
import { earliestArrival, isValidOn, receiptDay } from "./schedule.js";
import type { Source } from "./sources.js";
import type { OpenSupply, StockingPoint } from "./stocking-points.js";
import { isScheduled } from "./stocking-points.js";

/** The lot that the rule gives for a shortage, before modifiers. */
export type LotFor = (day: Day, level: bigint, shortage: bigint, state: WalkState) => bigint;

/** A released production or subcontract order has drawn its components; what is shipped has left. */
function isResizable({ row, expires }: OpenSupply): boolean {
  const mayChange = row.kind === "purchase" || row.firm === true;
  return mayChange && row.frozen !== true && expires === Infinity;
}

/** The source by which another quantity of the supply is judged; without one it keeps its own. */
function ownSource({ onLoop, sources }: Policy, { row }: OpenSupply): Source | undefined {
  if (onLoop) {
    return undefined; // nothing is ordered on a loop (K38)
  }
  if (row.source !== undefined) {
    return sources.find(({ id }) => id === row.source);
  }
  const kind = kindOfSupply(row);
  return sources.find(
    (source) =>
      source.kind === kind &&
      (kind !== "transfer" || source.from === row.from) &&
      (row.supplier === undefined || source.supplier === row.supplier),
  );
}

/** The good quantity of one order of `total` for `day`, where the supply's source makes just one. */
function wouldBring(
  problem: Problem,
  { policy }: StockingPoint,
  supply: OpenSupply,
  day: Day,
  total: bigint,
): bigint | undefined {
  const source = ownSource(policy, supply);
  const isValid =
    source !== undefined &&
    !source.onlyFromStock &&
    isValidOn(source, receiptDay(problem, policy, day)) &&
    !isPhasedOut(problem, policy, day);
  return isValid ? asOneOrder(policy, source, total) : undefined;
}

/** The day on which a drawn supply will stand once its message is carried out. */
function standsOn(problem: Problem, policy: Policy, fence: Day, supply: OpenSupply): Day {
  const { due, landing, wanted } = supply;
  if (wanted === undefined || due > wanted) {
    return isScheduled(supply) ? due : landing;
  }
  const counted = Math.max(problem.startDay, due);
  const receipt = receiptDay(problem, policy, wanted);
  // No message speaks of what is drawn inside the fence (K5).
  const isLate = wanted >= fence && wanted - counted > policy.deferTolerance;
  return isLate && receipt > counted ? receipt : due;
}

/** `fence` is the first day on which something new may arrive. */
export function resizing(
  problem: Problem,
  point: StockingPoint,
  fence: Day,
  lotFor: LotFor,
): Resize {
  const { policy } = point;
  const { lots } = policy;
  const achievable = problem.conventions.rescheduling === "achievable";
  const firstDay = achievable ? earliestArrival(problem, policy) : problem.startDay;
  const inStandingOrder = (a: OpenSupply, b: OpenSupply) =>
    compare(standsOn(problem, policy, fence, a), standsOn(problem, policy, fence, b)) ||
    compare(a.quantity, b.quantity) ||
    compareText(a.id, b.id);
  // What stays inside the fence does not grow; what a message moves out of it may.
  const mayGrow = (supply: OpenSupply, day: Day) => {
    const due = Math.max(supply.due, problem.startDay);
    const stays = due < fence && day - due <= policy.deferTolerance;
    return isResizable(supply) && supply.landing <= day && !stays;
  };
  return {
    less: (drawn, day, now, state) => {
      const last = [...drawn].sort(inStandingOrder).at(-1);
      const level = lots.orderUpTo ?? 0n;
      if (last === undefined || lots.rule !== "orderUpTo" || now <= level) {
        return undefined;
      }
      const wanted = level - (now - last.quantity);
      if (!isResizable(last) || last.landing > day || wanted <= 0n) {
        return undefined;
      }
      const quantity = wouldBring(problem, point, last, day, wanted);
      if (quantity === undefined || quantity >= last.quantity) {
        return undefined;
      }
      const lowered = { ...last, quantity };
      const others = state.drawn.filter((one) => one !== last);
      const isLast = others.every((one) => inStandingOrder(one, lowered) < 0);
      return isLast ? { supply: last, quantity } : undefined;
    },
    more: (drawn, day, level, shortage, state) => {
      const last = [...drawn].sort(inStandingOrder).at(-1);
      if (last === undefined || !drawn.every((supply) => mayGrow(supply, day))) {
        return undefined;
      }
      const isOvertaken = state.drawn.some((one) => inStandingOrder(one, last) > 0);
      const byEach = lots.rule === "fixedOrderQuantity" && lots.each;
      // K57: one that is scheduled grows as under "assume".
      const isTooEarly = day < firstDay && !isScheduled(last);
      if (isOvertaken || isTooEarly || byEach) {
        return undefined;
      }
      const lot = lotFor(day, level, shortage, state);
      // At the floor (K7) a level that is reached asks for nothing.
      const quantity =
        lot > 0n ? wouldBring(problem, point, last, day, last.quantity + lot) : undefined;
      return quantity === undefined ? undefined : { supply: last, quantity };
    },
  };
}
