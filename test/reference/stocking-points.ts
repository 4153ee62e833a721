/**
 * Stocking points: an item at a site, in a segment where one is given; with its stock, open supply
 * and needs. Independent needs come from the rows of the input (input-rows.ts), dependent ones from
 * the orders of the parents, which may make new points on later levels.
 */
import type { Day } from "./calendar.js";
import { leadItems } from "./driven-bills.js";
import type { Loops } from "./loops.js";
import type { Fraction } from "./numbers.js";
import { compareText } from "./numbers.js";
import type { ReferenceConsumption, ReferenceDemand } from "./plan.js";
import type { Policy } from "./policy.js";
import { inSegment, readPolicy } from "./policy.js";
import type { Problem } from "./problem.js";
import { key } from "./problem.js";
import type { PlannedOrder } from "./schedule.js";
import type { SupplyRow } from "./types.js";

/** Where a dependent need comes from: one order of the parent (or one demand on a phantom). */
export interface Origin {
  id: string;
  item: string;
  site: string;
  segment: string | null;
  /** Raw start: sorts (K12) and is what offsets are counted from (N7). */
  start: Day;
  /** Of a firm order that is moved in: when it would have to start for its new day (K47). */
  wantedStart?: Day;
  /** The day on which versions and lines are judged (B8). */
  judged: Day;
  firm: boolean;
  /** The n-th planned order of its stocking point. */
  sequence: number;
}

/**
 * An allocation, a component still to be issued, a demand (K12), or what one parent order needs.
 */
export type NeedKind = "allocation" | "component" | "demand" | "dependent";

export interface Need {
  kind: NeedKind;
  /** Id of the demand; of the supply, for a component still to be issued. */
  id: string;
  /** Own due day. */
  own: Day;
  quantity: bigint;
  priority: number;
  forecast: boolean;
  /** Only of a dependent need. */
  origin?: Origin;
  /** Working days from the start of the parent order to the day of the line (N7); 0 when absent. */
  offset?: number;
  /** Of needs that were added up: what of it is wanted on which day (N11). */
  lines?: readonly NeedLine[];
  /** Only of a bill line with substitutes, until the need is settled (K36). */
  substitutes?: readonly Substitute[];
}

/** What one order needs on one own day, and the least offset of its lines (N11). */
export interface NeedLine {
  own: Day;
  offset: number;
  quantity: bigint;
}

/** What would be needed of a substitute instead, in the order of priority and id. */
export interface Substitute {
  item: string;
  priority: number;
  quantity: bigint;
}

/** What one way through the BOMs to a phantom needs of it, not rounded (B3). */
export interface PhantomNeed {
  need: Need;
  amount: Fraction;
  offset: number;
  origin: Origin;
}

/** A need with the day on which it is netted. */
export interface NettedNeed {
  day: Day;
  need: Need;
}

export interface OpenSupply {
  row: SupplyRow;
  id: string;
  /** What is open by its row. */
  open: bigint;
  /** What it counts with: what is open, until it is resized (K33). */
  quantity: bigint;
  due: Day;
  expires: Day;
  /** The day it counts on: its own due, not before T0, until it is moved in. */
  landing: Day;
  /** The day for which it is drawn (N4). */
  wanted?: Day;
  /** Why it is drawn: projected stock was negative, or only below the floor. */
  reason?: "demand" | "safetyStock";
  /** Where a message proposes to move it in to (M1). */
  expediteTo?: Day;
  /** Never drawn: what expires of it expires whole (K15). */
  undrawn?: boolean;
  /** Of a firm order: what its needs below come from. */
  origin?: Origin;
}

export interface StockLot {
  quantity: bigint;
  availableFrom: Day;
  expires: Day;
  /** How much of it is of which lot, for reservations. */
  lots?: Map<string, bigint>;
}

/** What one order brings beside its own item, on the day on which it comes in as wanted. */
export interface CoProductReceipt {
  day: Day;
  quantity: bigint;
  origin: Origin;
}

export interface StockingPoint {
  item: string;
  site: string;
  segment: string | null;
  policy: Policy;
  stock: StockLot[];
  supplies: OpenSupply[];
  needs: Need[];
  phantomNeeds: PhantomNeed[];
  /** What orders of other items bring (B4). */
  coProducts: CoProductReceipt[];
  /** What lines with substitutes have been promised from a day on (B7). */
  granted: { day: Day; quantity: bigint }[];
  /** Whether all its orders are exploded. */
  planned: boolean;
  /**
   * Once it is planned: by how much projected stock lies above its floor at the end of a day, less
   * what was granted since (K44).
   */
  spare: Map<Day, bigint>;
  /** Filled when the point is planned. */
  orders: PlannedOrder[];
  /** The needs as they were netted (of a phantom: what its stock gave them), for pegging. */
  netted: NettedNeed[];
  /** Under `rescheduling: "never"`: the second look at its supplies, when all is planned (K17). */
  lookAgain?: () => void;
  /** How many of `needs` the netting has seen; later ones came from points planned after it. */
  seen: number;
  /** Of a phantom: its own demands, what its stock gave them, and as what the rest was passed on. */
  passedOn: { need: Need; given: bigint; origin: Origin }[];
  gross: Map<Day, bigint>;
  expired: Map<Day, bigint>;
}

/** Its dates were decided by a capacity schedule (K57). */
export function isScheduled({ row }: OpenSupply): boolean {
  return row.scheduled === true;
}

/** The day on which a scheduled supply really comes: its own, not before T0 (T5). */
export function ownDay({ startDay }: Pick<Problem, "startDay">, { due }: OpenSupply): Day {
  return Math.max(due, startDay);
}

/** The day on which a supply really comes, as planned; it may count on another (K57). */
export function comesOn(problem: Pick<Problem, "startDay">, supply: OpenSupply): Day {
  return isScheduled(supply) ? ownDay(problem, supply) : supply.landing;
}

/** All stocking points, made when first asked for. */
export interface Points {
  problem: Problem;
  all: Map<string, StockingPoint>;
  /** Points by level: dependent needs only ever make points on later levels. */
  byLevel: StockingPoint[][];
  levels: ReadonlyMap<string, number>;
  loops: Loops;
  policies: Map<string, Policy>;
  /** What became of the rows of demand (K42). */
  demands: ReferenceDemand[];
  consumptions: ReferenceConsumption[];
}

export function policyAt(points: Points, item: string, site: string): Policy {
  const known = points.policies.get(key(item, site));
  if (known !== undefined) {
    return known;
  }
  const onLoop = points.loops.has(key(item, site));
  const policy = { ...readPolicy(points.problem, item, site), onLoop };
  points.policies.set(key(item, site), policy);
  return policy;
}

export function pointAt(
  points: Points,
  item: string,
  site: string,
  segment: string | null,
): StockingPoint {
  const name = key(item, site, segment);
  const known = points.all.get(name);
  if (known !== undefined) {
    return known;
  }
  const point: StockingPoint = {
    item,
    site,
    segment,
    policy: inSegment(policyAt(points, item, site), segment),
    stock: [],
    supplies: [],
    needs: [],
    phantomNeeds: [],
    coProducts: [],
    granted: [],
    planned: false,
    spare: new Map(),
    orders: [],
    netted: [],
    seen: 0,
    passedOn: [],
    gross: new Map(),
    expired: new Map(),
  };
  points.all.set(name, point);
  const level = points.levels.get(key(item, site)) ?? 0;
  while (points.byLevel.length <= level) {
    points.byLevel.push([]);
  }
  points.byLevel[level]?.push(point);
  for (const lead of leadItems(points.problem, item, site)) {
    pointAt(points, lead, site, segment); // K40
  }
  return point;
}

/** The order of stocking points on one level. */
export function comparePoints(a: StockingPoint, b: StockingPoint): number {
  return (
    compareText(a.item, b.item) || compareText(a.site, b.site) || compareText(a.segment, b.segment)
  );
}
