import type { Calendar, Ratio } from "../../core/index.js";
import type { ByItemSite } from "../input/by-item-site.js";
import type {
  Bill,
  Conventions,
  LotRule,
  Modifiers,
  Parameters,
  Problem,
  Source,
  SupplierCapacity,
} from "../input/problem.js";
import type { MadeList, PagedIntegers, PagedMap, PagedNumbers, RowRanges } from "../pages/index.js";
import type { CoverRows, PointCover } from "./cover-rows.js";
import type { DayTables } from "./day-tables.js";
import type { LeadTimeSteps } from "./lead-time-steps.js";
import type { Points } from "./points.js";
import type { Routings, RoutingTime } from "./routing-time.js";

/** What kind of netting a stocking point takes. */
export const NETTING = {
  /** One source, one floor, nothing that moves: the fast loop. */
  plain: 0,
  /** Everything else that orders by level of stock, and what is unplanned. */
  general: 1,
  /** N9: one look at the stock position. */
  reorderPoint: 2,
  /** B3: a phantom that has stock or demand of its own. */
  phantom: 3,
  /** B3: a phantom that its parents' links pass by. */
  passedBy: 4,
} as const;

/** Lot rules of the fast loop as small integers. */
export const LOT_RULE = {
  lotForLot: 0,
  fixedOrderQuantity: 1,
  periodOrderQuantity: 2,
  orderUpTo: 3,
} as const;

/** No bill and no lane: what is bought needs nothing here. */
export const NO_SELECTOR = -1;
/** The bill that B8 chooses by date. */
export const BILL_BY_DATE = 0;

/**
 * Which links an order follows: {@link BILL_BY_DATE}, 1 + the number of a named bill,
 * {@link NO_SELECTOR}, or −2 − the number of the site that ships; larger than all bills where
 * components are drawn at another site, see selectors.ts.
 */
export type Selector = number;

/** A source of a stocking point, ready for planning. Days count from T0. */
export interface PointSource {
  /** The row; `undefined` for the default source of an item without source rows. */
  readonly row: Source | undefined;
  readonly kind: Source["kind"];
  readonly steps: LeadTimeSteps;
  readonly releaseTime: number;
  /** Extra days per count of start quantity. */
  readonly leadTimePerCount: Ratio | undefined;
  /** Where its lead time follows from a routing (K54); that of its steps is then without a quantity. */
  readonly routingTime: RoutingTime | undefined;
  readonly selector: Selector;
  readonly minQuantity: number;
  readonly maxQuantity: number;
  readonly modifiers: Modifiers;
  readonly validFrom: number;
  readonly validTo: number;
}

/** Yield as two numbers that are exact as doubles; 1/1 without loss. */
export interface Yield {
  readonly num: number;
  readonly den: number;
}

/**
 * What one stocking point may need of another, in compressed sparse rows by component: the
 * where-used rows. A link turns an order of the parent into a need of the component.
 */
export interface Links {
  /** The links of component p are rows start[p] … start[p + 1] − 1. */
  readonly start: Int32Array;
  readonly parent: Int32Array;
  /** A need is ceil(start quantity × num / den) counts, exactly; 0/1 for a fixed line. */
  readonly num: Float64Array;
  readonly den: Float64Array;
  /** Ratios that do not fit two doubles of 52 bits, by link. */
  readonly huge: ReadonlyMap<number, Ratio>;
  /** Counts per order whatever its quantity; 0 when the link is not fixed. */
  readonly fixed: Float64Array;
  /** A need is raised to a multiple of these counts; 0: it is not. */
  readonly multiple: Float64Array;
  readonly selector: Int32Array;
  /** Offset in working days of the parent's site. */
  readonly offset: Int32Array;
  /** Days of effect of the parent's order, [from, to), from T0. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /**
   * The table of netting days by due day, when every planned order of the parent takes this link
   * within a range of due days [dueFrom, dueTo); −1 when each order must be looked at.
   */
  readonly table: PagedIntegers;
  readonly dueFrom: Int32Array;
  readonly dueTo: Int32Array;
  /** Some link with a table is taken by due days of a part of the horizon only. */
  readonly hasRanges: boolean;
  /** Exact ratios of links into kept phantoms, whose needs are not rounded. */
  readonly exact: ReadonlyMap<number, Ratio>;
  /** What may be taken in place of the component, in its order (B5). */
  readonly substitutes: ReadonlyMap<number, readonly SubstituteLink[]>;
  /** Components that have substitutes on some link. */
  readonly preferred: ReadonlySet<number>;
}

/** What may be taken in place of the component of a link (B5). */
export interface SubstituteLink {
  readonly point: number;
  /** Counts of the substitute per count of the parent, or per order when fixed. */
  readonly ratio: Ratio;
  readonly fixed: boolean;
  /** The smaller one goes first. */
  readonly priority: number;
}

/** A stocking point whose orders bring something to another one (B4). */
export interface CoProductLink {
  /** The point of the lead item. */
  readonly parent: number;
  /** Which of its orders: those that follow this selector, */
  readonly selector: Selector;
  /** and whose day of effect from T0 lies in [from, to). */
  readonly from: number;
  readonly to: number;
  /** Counts of the co-product per count that an order starts. */
  readonly ratio: Ratio;
  /** Whether what is missing of the co-product makes orders of the lead item (K40). */
  readonly drives: boolean;
}

/** A co-product whose need makes orders of its lead item (K40). */
export interface DrivingCoProduct {
  readonly point: number;
  /** Of each of its rows: counts per count that an order of the lead item starts. */
  readonly ratios: readonly Ratio[];
}

/** A stocking point that is ordered no further (B6). Days count from T0. */
export interface EndedPoint {
  /** No new order is due on this day or later. */
  readonly from: number;
  /** The first day whose receipt would be due then. */
  readonly lastsUntil: number;
  /** The point to which its needs move; {@link NONE} without one. */
  readonly followUp: number;
  /** Counts of the follow-up per count. */
  readonly ratio: Ratio;
  readonly newFirst: boolean;
}

/** An open supply that is netted. Days count from T0 and may lie before it. */
export interface OpenSupply {
  /** The row among the supplies of the problem. */
  readonly row: number;
  readonly due: number;
  readonly quantity: number;
  readonly expires: number;
  readonly frozen: boolean;
  /** Its dates were decided by a capacity schedule: it is drawn for any day, and keeps them (K57). */
  readonly scheduled: boolean;
}

/** A firm order: an open supply that is exploded. */
export interface FirmOrder {
  readonly row: number;
  readonly startQuantity: number;
  readonly selector: Selector;
  /** How its start follows from its receipt when it has none of its own or is moved in. */
  readonly steps: LeadTimeSteps;
  /** Days by quantity, in counts of start quantity. */
  readonly leadTimePerCount: Ratio | undefined;
  readonly routingTime: RoutingTime | undefined;
  /** Its own start, from T0; NaN when none is given. */
  readonly start: number;
  /** Its own dates stay when it counts on another day (K57). */
  readonly scheduled: boolean;
}

/** Stock or standing supply that leaves on a day. */
export interface Lot {
  readonly day: number;
  readonly quantity: number;
  readonly expires: number;
  /** As in {@link Changes}. */
  readonly origin: number;
}

/** Changes of stock that stand before planning, in compressed sparse rows by stocking point. */
export interface Changes {
  readonly rows: RowRanges;
  /** Netting day from T0. */
  readonly day: Int32Array;
  /** Supply is positive, a need negative. */
  readonly quantity: Float64Array;
  /** Which row it is: 4 × row + its list, see {@link CHANGE}; −1 for stock. */
  readonly origin: Int32Array;
}

/** The list of a change's row. */
export const CHANGE = { demand: 0, allocation: 1, component: 2, supply: 3 } as const;

/** A component still to be issued to a released order. */
export interface ComponentToIssue {
  readonly supplyRow: number;
  readonly component: number;
  readonly day: number;
  readonly quantity: number;
}

/** What general netting asks of a stocking point. */
export interface PointDetail extends PointCover {
  readonly parameters: Parameters;
  readonly calendar: Calendar;
  readonly lot: LotRule;
  /** Steps of the floor from T0: a level from a day on. */
  readonly floor: readonly { readonly day: number; readonly level: number }[];
  /** The first working day after the fence; 0 without a fence. */
  readonly fenceEnd: number;
  /** N5, N3: the day on which a new order can arrive at the earliest. */
  readonly earliestArrival: number;
  /** Supplies that may move, in the order of N4, */
  readonly waiting: readonly OpenSupply[];
  /** and those of them that the sweep draws: all, or under `rescheduling: "never"` scheduled ones. */
  readonly drawable: readonly OpenSupply[];
  readonly standing: readonly OpenSupply[];
  /** Stock and standing supply with an expiry, by the day from which it counts. */
  readonly lots: readonly Lot[];
  /** N9: stock that is released later less what is promised to released orders, of any day. */
  readonly booked: number;
}

/** The problem in columns, ready to be swept any number of times. */
export interface Model {
  readonly problem: Problem;
  readonly conventions: Conventions;
  readonly startDay: number;
  /** Days from T0 to the end of the horizon, both included. */
  readonly days: number;
  readonly points: Points;
  readonly netting: Uint8Array;
  /** On hand at T0. */
  readonly onHand: PagedNumbers;
  /** The floor of plain points. */
  readonly floor: Float64Array;
  /** Lot rule of plain points, see {@link LOT_RULE}. */
  readonly lotRule: Uint8Array;
  /** Lot quantity or order-up-to level of plain points. */
  readonly lotFigure: Float64Array;
  readonly minimum: Float64Array;
  readonly multiple: Float64Array;
  /** The window table of a period order quantity, else −1. */
  readonly window: Int32Array;
  /** T6: in working days. */
  readonly safetyTime: Int32Array;
  /** T3: the table from the day of a need to the day of its receipt. */
  readonly receipt: Int32Array;
  /** One source and a start that follows from the due day: the table of raw starts, else −1. */
  readonly startTable: Int32Array;
  readonly yields: readonly (Yield | undefined)[];
  readonly hasYield: boolean;
  /** Some order may stand for several equal ones. */
  readonly hasRepeats: boolean;
  /** Some point has orders whose start does not follow from their due day alone. */
  readonly hasOwnStarts: boolean;
  readonly sources: MadeList<readonly PointSource[]>;
  /** Points whose sources share a lot: by quota, from stock alone, or as far as a supplier can (N10). */
  readonly asksInTurn: ReadonlySet<number>;
  /**
   * Whether orders depend on what points besides their parents and components do: on what another site
   * has free, or on what a supplier can bring all (K44, K46).
   */
  readonly asksOthers: boolean;
  /** What suppliers can bring, by their id (K46). */
  readonly capacities: ReadonlyMap<string, readonly SupplierCapacity[]>;
  readonly changes: Changes;
  readonly toIssue: readonly ComponentToIssue[];
  readonly links: Links;
  readonly firm: ReadonlyMap<number, readonly FirmOrder[]>;
  readonly routings: Routings;
  /** What comes to stocking points with orders of others (B4). */
  readonly coProducts: ReadonlyMap<number, readonly CoProductLink[]>;
  /** The co-products that drive the orders of a lead item, by its point (K40). */
  readonly driving: ReadonlyMap<number, readonly DrivingCoProduct[]>;
  /** Points that are ordered no further from some day on (B6). */
  readonly ended: ReadonlyMap<number, EndedPoint>;
  /** Needs of some point may move to others before it is netted. */
  readonly movesNeeds: boolean;
  readonly tables: DayTables;
  readonly bills: ByItemSite<Bill>;
  /** By point in days (K39); `undefined` when nothing is buffered. */
  readonly decoupledLeadTime: Float64Array | undefined;
  /** By buffer the day, from T0, on which its order goes out (K39). */
  readonly goesOut: ReadonlyMap<number, number>;
  readonly detail: (point: number) => PointDetail;
  /** Where details hold how points cover; `undefined` where some of them were put anew. */
  readonly coverRows: CoverRows | undefined;
  /** Independent needs after the horizon by point: how many and how much (N12). */
  readonly beyond: PagedMap<Beyond>;
  /** The rows of a stocking point: those of other plans, or gone, are not among them. */
  readonly rowsOf: (point: number) => RowsOfPoint;
  /** Puts the rows of one stocking point there anew, those of a changed problem (R1). */
  readonly placeAgain: (problem: Problem, point: number, rows: RowsOfPoint) => PlacedPoint;
  /**
   * The model with the planning parameters of some stocking points read again (R1); `undefined` when
   * it would have to be compiled anew.
   */
  readonly withParameters: (change: ParameterChange) => ChangedModel | undefined;
}

/** Stocking points whose planning parameters are others. */
export interface ParameterChange {
  /** The problem with these parameters. */
  readonly problem: Problem;
  readonly points: readonly number[];
  /** As the model has it now: points may have left the fast loop since it was compiled. */
  readonly netting: Uint8Array;
  /** The source rows of an item-site. */
  readonly sourcesAt: (item: number, site: number) => readonly Source[];
  /** The stocking points whose needs follow from the orders of a point. */
  readonly below: (point: number) => Iterable<number>;
}

/** A model with other planning parameters. */
export interface ChangedModel {
  /** Everything of it that follows from them, and the problem. */
  readonly model: Partial<Model> & Pick<Model, "netting" | "placeAgain">;
  /** Points whose orders start otherwise though they may be due as before. */
  readonly restarted: readonly number[];
}

/** Independent needs after the horizon. */
export interface Beyond {
  readonly count: number;
  readonly quantity: number;
}

/** The rows of a stocking point, list by list; components to be issued by their number among all. */
export interface RowsOfPoint {
  readonly stock: readonly number[];
  readonly supplies: readonly number[];
  readonly demands: readonly number[];
  readonly allocations: readonly number[];
  readonly components: readonly number[];
}

/** What the rows of one stocking point come to. */
export interface PlacedPoint {
  readonly onHand: number;
  readonly changes: readonly {
    readonly day: number;
    readonly quantity: number;
    readonly origin: number;
  }[];
  /** Whether the fast loop may net it, if it may net the point at all. */
  readonly isPlain: boolean;
  readonly beyond: Beyond | undefined;
  readonly detail: () => PointDetail;
}
