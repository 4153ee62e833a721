/**
 * Pegs (P1, P2, K48): the needs of a stocking point and its supplies, matched in exact quantities:
 * reservations first, then the first need with the first supply, whatever the days; where something
 * expires, what is there with the earliest expiry first. What is in no peg is named.
 */
import type { Day } from "./calendar.js";
import { floorOf } from "./floor.js";
import { addedUp, compare, compareNeeds, compareOrigins, nettingDay } from "./needs.js";
import { compareText, smaller } from "./numbers.js";
import type { Problem } from "./problem.js";
import { reserve } from "./reservations.js";
import type { PlannedOrder } from "./schedule.js";
import type { Need, OpenSupply, Origin, StockingPoint } from "./stocking-points.js";

/** A need as it is pegged; without `need` it is stock that is missing at T0. */
export interface PegNeed {
  day: Day;
  quantity: bigint;
  need?: Need;
  pegs: Peg[];
  /** What no supply covers. */
  uncovered: bigint;
}

/** What a piece of supply is. */
export type SupplyOf =
  | { kind: "stock" }
  | { kind: "supply"; supply: OpenSupply }
  | { kind: "coProduct"; origin: Origin }
  | { kind: "order"; order: PlannedOrder };

export interface PegSupply {
  of: SupplyOf;
  /** The day on which it is there as planned, of a planned order the due day wanted. */
  day: Day;
  /** Infinity: never. */
  expires: Day;
  /** How much of which lot is in it; only of stock. */
  lots: ReadonlyMap<string, bigint>;
  quantity: bigint;
  /** What no need has taken yet. */
  left: bigint;
  expired: bigint;
}

export interface Peg {
  supply: PegSupply;
  quantity: bigint;
}

export type RestName = "safetyStock" | "targetLevel" | "lotSurplus" | "excess" | "expired";

export interface Rest {
  name: RestName;
  supply: PegSupply;
  quantity: bigint;
}

export interface PointPegs {
  point: StockingPoint;
  /** In the order of T2. */
  needs: PegNeed[];
  /** In the order in which they are there. */
  supplies: PegSupply[];
  rest: Rest[];
}

function neededAt(problem: Problem, point: StockingPoint): PegNeed[] {
  const late = point.needs
    .slice(point.seen)
    .filter((need) => !point.policy.phantom && need.own <= problem.horizonDay);
  const byDay = new Map<Day, Need[]>();
  const all = [
    ...point.netted,
    ...late.map((need) => ({ day: nettingDay(problem, point, need), need })),
  ];
  for (const { day, need } of all) {
    byDay.set(day, [...(byDay.get(day) ?? []), need]);
  }
  const needs = [...byDay]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, ofDay]) =>
      addedUp(ofDay, () => day)
        .sort(compareNeeds)
        .map((need) => ({ day, need, quantity: need.quantity, pegs: [], uncovered: 0n })),
    );
  const missing = point.stock
    .filter(({ quantity }) => quantity < 0n)
    .reduce((sum, { quantity }) => sum - quantity, 0n);
  const first = { day: problem.startDay, quantity: missing, pegs: [], uncovered: 0n };
  return missing > 0n ? [first, ...needs] : needs;
}

const KINDS: readonly SupplyOf["kind"][] = ["stock", "supply", "coProduct", "order"];

function compareSupplies(a: PegSupply, b: PegSupply): number {
  return (
    compare(a.day, b.day) ||
    KINDS.indexOf(a.of.kind) - KINDS.indexOf(b.of.kind) ||
    compareOfOneKind(a, b)
  );
}

/** Planned orders keep their order, since sorting is stable. */
function compareOfOneKind(a: PegSupply, b: PegSupply): number {
  if (a.of.kind === "supply" && b.of.kind === "supply") {
    const [one, other] = [a.of.supply, b.of.supply];
    return (
      compare(one.due, other.due) ||
      compare(one.quantity, other.quantity) ||
      compareText(one.id, other.id)
    );
  }
  if (a.of.kind === "coProduct" && b.of.kind === "coProduct") {
    return compareOrigins(a.of.origin, b.of.origin);
  }
  return a.of.kind === "stock" ? compare(a.expires, b.expires) : 0;
}

/** What one order brings of a co-product in several rows is one supply. */
function coProductSupplies(problem: Problem, point: StockingPoint): PegSupply[] {
  const byOrder = new Map<Origin, PegSupply>();
  for (const { day, quantity, origin } of point.coProducts) {
    const same = byOrder.get(origin);
    if (same !== undefined) {
      same.quantity += quantity;
      same.left += quantity;
    } else if (day <= problem.horizonDay) {
      byOrder.set(origin, supplyOf({ kind: "coProduct", origin }, day, Infinity, quantity));
    }
  }
  return [...byOrder.values()];
}

function supplyOf(of: SupplyOf, day: Day, expires: Day, quantity: bigint): PegSupply {
  return { of, day, expires, lots: new Map(), quantity, left: quantity, expired: 0n };
}

function suppliesAt(problem: Problem, point: StockingPoint): PegSupply[] {
  const supplies = [
    ...point.stock
      .filter(({ quantity }) => quantity > 0n)
      .map(({ quantity, availableFrom, expires, lots }) => ({
        ...supplyOf({ kind: "stock" }, availableFrom, expires, quantity),
        lots: new Map(lots),
      })),
    ...point.supplies.map((supply) =>
      supplyOf({ kind: "supply", supply }, supply.landing, supply.expires, supply.quantity),
    ),
    ...coProductSupplies(problem, point),
    ...point.orders.map((order) =>
      supplyOf({ kind: "order", order }, order.wanted, Infinity, order.quantity),
    ),
  ];
  return supplies.sort(compareSupplies);
}

/** What leaves expired is taken off the rows that leave on the day, those used last first (N2). */
function takeExpired(problem: Problem, point: StockingPoint, supplies: readonly PegSupply[]): void {
  const isUndrawn = ({ of }: PegSupply) => of.kind === "supply" && of.supply.undrawn === true;
  for (const [day, quantity] of point.expired) {
    if (day > problem.horizonDay) {
      continue;
    }
    const leaving = supplies
      .filter((supply) => Math.max(supply.expires, supply.day) === day)
      .reverse();
    let left = quantity;
    for (const supply of [...leaving.filter(isUndrawn), ...leaving]) {
      const part = smaller(supply.left, left);
      supply.left -= part;
      supply.expired += part;
      left -= part;
    }
  }
}

/** Takes from the supply for the need as much as both hold, but no more than `limit`. */
export function peg(need: PegNeed, supply: PegSupply, limit: bigint): bigint {
  const quantity = smaller(smaller(need.uncovered, supply.left), limit);
  if (quantity > 0n) {
    need.uncovered -= quantity;
    supply.left -= quantity;
    const same = need.pegs.find((one) => one.supply === supply);
    if (same === undefined) {
      need.pegs.push({ supply, quantity });
    } else {
      same.quantity += quantity;
    }
  }
  return quantity;
}

/** From which supply a need is served next; undefined when nothing is left. */
function nextFor(
  need: PegNeed,
  supplies: readonly PegSupply[],
  byExpiry: boolean,
): PegSupply | undefined {
  if (!byExpiry) {
    return supplies.find((supply) => supply.left > 0n);
  }
  const isGone = ({ day, expires }: PegSupply) => Math.max(day, expires) <= need.day;
  const left = supplies.filter((supply) => supply.left > 0n && !isGone(supply));
  const earliest = (some: readonly PegSupply[]) =>
    [...some].sort((a, b) => compare(a.expires, b.expires))[0];
  const there = left.filter(({ day }) => day <= need.day);
  return earliest(there) ?? earliest(left.filter(({ day }) => day === left[0]?.day));
}

/** What is in no peg, from the end of the supplies (K48). */
function restOf(problem: Problem, point: StockingPoint, supplies: readonly PegSupply[]): Rest[] {
  const { policy } = point;
  const isUpTo = policy.lots.rule === "orderUpTo" || policy.method === "ddmrp";
  let floor = floorOf(problem, point)(problem.horizonDay);
  const rest: Rest[] = [];
  const name = (as: RestName, supply: PegSupply, quantity: bigint) => {
    if (quantity > 0n) {
      rest.push({ name: as, supply, quantity });
    }
  };
  for (const supply of [...supplies].reverse()) {
    name("expired", supply, supply.expired);
    const kept = floor > 0n ? smaller(floor, supply.left) : 0n;
    floor -= kept;
    name("safetyStock", supply, kept);
    const surplus = isUpTo ? "targetLevel" : "lotSurplus";
    name(supply.of.kind === "order" ? surplus : "excess", supply, supply.left - kept);
  }
  return rest.reverse();
}

export function pegsOf(problem: Problem, point: StockingPoint): PointPegs {
  const needs = neededAt(problem, point);
  const supplies = suppliesAt(problem, point);
  for (const need of needs) {
    need.uncovered = need.quantity;
  }
  takeExpired(problem, point, supplies);
  reserve(problem, point, needs, supplies, peg);
  const byExpiry = supplies.some(({ expires }) => expires < Infinity);
  for (const need of needs) {
    let supply = nextFor(need, supplies, byExpiry);
    while (need.uncovered > 0n && supply !== undefined) {
      peg(need, supply, need.uncovered);
      supply = nextFor(need, supplies, byExpiry);
    }
    need.pegs.sort((a, b) => supplies.indexOf(a.supply) - supplies.indexOf(b.supply));
  }
  return { point, needs, supplies, rest: restOf(problem, point, supplies) };
}
