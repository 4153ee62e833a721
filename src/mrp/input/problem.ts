import type { Calendar, Day, DecimalText, Ratio } from "../../core/index.js";
import type { LookAheadRuleName, LotFigures } from "../../inventory/index.js";
import type { Routing, WorkCenter } from "../../routing/index.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";
import type { InputAdjustedMessage } from "./adjustment.js";
import type { BillColumns } from "./bill-columns.js";
import type { PlanningColumns } from "./planning-columns.js";

/** Attributes of a row, handed through and never read. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** "Not given", for numbers of rows and places. */
export const NONE = -1;

/** The choices of a run, every one of them stated. */
export interface Conventions {
  readonly grouping: "day" | "demand";
  readonly rescheduling: "assume" | "achievable" | "never";
  readonly expediteWithin: number;
  readonly resize: boolean;
  readonly safetyStock: "floor" | "leadTime" | "never";
  readonly excessDigits: "reject" | "round";
  readonly pastDue: "report" | "forward";
  readonly trigger: "below" | "atOrBelow";
  readonly maxOrders: number;
  readonly effectivity: "start" | "due";
  readonly phantomStock: "net" | "ignore";
  readonly deferTolerance: number;
  readonly cycles: "reject" | "stockOnly";
  readonly pastForecastDays: number;
  /** Monday is 0. */
  readonly weekStart: number;
}

export interface Site {
  readonly id: string;
  readonly calendar: Calendar;
}

export interface Item {
  readonly id: string;
  readonly decimals: number;
  readonly unit: string | undefined;
  /** Stock units that one of each other unit holds. */
  readonly factors: ReadonlyMap<string, Ratio>;
  readonly phantom: boolean;
}

/** The window of a period order quantity (L3). */
export interface OrderWindow {
  readonly length: number;
  readonly unit: "days" | "workingDays" | "weeks" | "months";
}

/** A lot-sizing rule with its figures in counts of the item. */
export type LotRule =
  | { readonly rule: "lotForLot" }
  | {
      readonly rule: "fixedOrderQuantity";
      readonly quantity: number;
      readonly each: boolean;
      /** Whether it is an economic order quantity (L4). */
      readonly isEconomic?: boolean;
    }
  | { readonly rule: "periodOrderQuantity"; readonly window: OrderWindow }
  | { readonly rule: "orderUpTo"; readonly orderUpTo: number }
  | LotByCost;

/** A rule that weighs setup against holding over the periods to come (L5 – L11). */
export interface LotByCost {
  readonly rule: Exclude<LookAheadRuleName, "lotForLot" | "periodOrderQuantity">;
  /** One period. */
  readonly window: OrderWindow;
  readonly figures: LotFigures;
}

/** Order modifiers (L0) in counts of the item; 0 is "none", no maximum is Infinity. */
export interface Modifiers {
  readonly minimum: number;
  readonly multiple: number;
  readonly maximum: number;
  /** Set when the maximum was lowered to a multiple: what to say where it is used. */
  readonly lowered?: InputAdjustedMessage;
}

export type Method = "mrp" | "reorderPoint" | "minMax" | "ddmrp" | "unplanned";

/** The parameters of a buffer, checked and counted (chapter 11, K39). */
export interface Buffer {
  /** Counts of the item a day. */
  readonly averageDailyUsage: Ratio;
  readonly leadTimeFactor: Ratio;
  readonly variabilityFactor: Ratio;
  readonly orderCycle: number;
  /** Days after T0 in which spikes count; `undefined`: the decoupled lead time. */
  readonly spikeHorizon: number | undefined;
  /** The share of the red zone from which the need of a day is a spike. */
  readonly spikeShare: Ratio;
  /** Days; `undefined`: the longest way that no buffer interrupts. */
  readonly decoupledLeadTime: number | undefined;
}

/** How forecast of an item is consumed and planned (D1). */
export interface ForecastParameters {
  readonly consume: "backwardForward" | "backward" | "forward" | "forwardBackward" | "none";
  readonly backward: number;
  readonly forward: number;
  readonly spread: "first" | "daily";
  /** The share of a row that one order takes at most. */
  readonly cap: Ratio | undefined;
}

/** Planning parameters of an item at a site, checked and counted. */
export interface Parameters {
  readonly method: Method;
  readonly leadTime: number;
  readonly leadTimeBasis: "working" | "calendar" | "routing" | undefined;
  readonly receivingTime: number;
  readonly releaseTime: number;
  readonly leadTimePerUnit: Ratio | undefined;
  /** Steps of the safety stock by day, ascending. */
  readonly safetyStock: readonly { readonly day: Day; readonly quantity: number }[];
  readonly safetyTime: number;
  readonly expediteWithin: number;
  readonly deferTolerance: number;
  readonly forecast: ForecastParameters;
  /** Days from T0 in which no forecast is planned (D2). */
  readonly demandTimeFence: number;
  readonly lot: LotRule;
  /** Whether the lot rule is stated, not derived from `orderUpTo`. */
  readonly isLotStated: boolean;
  readonly modifiers: Modifiers;
  readonly reorderPoint: number;
  /** Of the method `ddmrp`. */
  readonly buffer: Buffer | undefined;
  readonly planningTimeFence: number;
  readonly yield: Ratio | undefined;
  readonly discontinued: Discontinued | undefined;
  readonly attributes: Attributes | undefined;
}

/** Items as columns by their numbers: what planning asks of every one of them. */
export interface ItemFigures {
  readonly decimals: Uint8Array;
  /** Whether some item is a phantom. */
  readonly hasPhantoms: boolean;
  /** The place of each item by its id (UTF-16 code units); `undefined` when they stand in that order. */
  readonly rank: Int32Array | undefined;
  /**
   * 1: planned at every site by nothing but a lead time, a safety stock that stays the same, a fixed
   * quantity or a window, a minimum and a multiple. The columns below are those of such items.
   */
  readonly isUsual: Uint8Array;
  readonly leadTime: Int32Array;
  readonly safetyStock: Float64Array;
  /** A fixed order quantity; 0: none. */
  readonly lotQuantity: Float64Array;
  readonly minimum: Float64Array;
  readonly multiple: Float64Array;
  /** The number of the window of a period order quantity, {@link NONE} without one. */
  readonly window: Int32Array;
  readonly windows: readonly OrderWindow[];
}

export type SourceKind = "make" | "buy" | "transfer" | "subcontract";

/** The part of a source in what the sources of its rank get (K43). */
export interface Quota {
  readonly share: Ratio;
  /** What counts as given before, in counts. */
  readonly base: number;
  /** The smallest lot that is split; Infinity where it does not say. */
  readonly minimumSplit: number;
}

/** What a supplier can bring in a range of days, both ends included (K46). */
export interface SupplierCapacity {
  readonly from: Day;
  readonly until: Day;
  /** The item that it limits; {@link NONE}: all items together. */
  readonly item: number;
  /** Start quantity in 10^-9 of the stock unit, whole: finer ones make no difference. */
  readonly quantity: bigint;
}

/** What a source asks for a stock unit, by what an order starts (K50). */
export interface PriceList {
  /** Below the first break. */
  readonly price: DecimalText | undefined;
  /** Ascending. */
  readonly breaks: readonly PriceBreak[];
  /** Its own, else that of the input. */
  readonly currency: string | undefined;
}

/** A price for the whole of an order that starts so much or more. */
export interface PriceBreak {
  /** In counts of the item. */
  readonly from: number;
  readonly price: DecimalText;
}

/** A source of supply of an item at a site, its own figures already put over the item's. */
export interface Source {
  readonly id: string | undefined;
  readonly item: number;
  readonly site: number;
  readonly kind: SourceKind;
  readonly supplier: string | undefined;
  /** The shipping site of a transfer, the site of a subcontractor's stock, else {@link NONE}. */
  readonly from: number;
  readonly bomVersion: string | undefined;
  /** Its own calendar, else its supplier's; `undefined`: T3 decides by kind. */
  readonly calendar: Calendar | undefined;
  readonly minQuantity: number;
  readonly maxQuantity: number;
  readonly leadTime: number;
  /** `"routing"` of a make alone (K54). */
  readonly leadTimeBasis: "working" | "calendar" | "routing";
  /** The number of the routing that it names; {@link NONE} without one. */
  readonly routing: number;
  readonly modifiers: Modifiers;
  readonly rank: number;
  /** Its part of what the sources of its rank get; `undefined`: they get it by the order of N10 (K43). */
  readonly quota: Quota | undefined;
  /** A transfer of no more than the other site has free (K44). */
  readonly onlyFromStock: boolean;
  readonly validFrom: Day;
  readonly validTo: Day;
  /** `undefined` where it states no price. */
  readonly prices: PriceList | undefined;
  readonly attributes: Attributes | undefined;
}

export interface BillLine {
  readonly component: number;
  /** Stock units of the component per stock unit of the parent, or per order when fixed. */
  readonly ratio: Ratio;
  readonly fixed: boolean;
  /** In counts of the component; 0 is "none". */
  readonly multiple: number;
  readonly offset: number;
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** One version of the bill of material of an item at a site. */
export interface Bill {
  readonly item: number;
  readonly site: number;
  readonly version: string | undefined;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly lines: readonly BillLine[];
}

/** What may be taken in place of the component of a line (B5). */
export interface Substitute {
  readonly item: number;
  /** As the ratio of its line, in stock units of the substitute. */
  readonly ratio: Ratio;
  readonly priority: number;
}

/** An item that is planned no further (B6). */
export interface Discontinued {
  /** The first day on which no new order is due. */
  readonly from: Day;
  /** The item to which its needs move; {@link NONE} without one. */
  readonly followUp: number;
  /** Stock units of the follow-up in place of a stock unit. */
  readonly factor: Ratio;
  /** Whether needs move from that day on though there is stock left. */
  readonly newFirst: boolean;
}

/** What every order by a bill brings besides its own item (B4). */
export interface CoProduct {
  /** The number of the bill. */
  readonly bill: number;
  readonly item: number;
  /** Stock units per stock unit that an order starts. */
  readonly ratio: Ratio;
  /** Whether what is missing of it makes orders of the lead item (K40). */
  readonly drives: boolean;
}

/** How an item is made at a site (K52). */
export interface ItemRouting {
  readonly item: number;
  readonly site: number;
  readonly validFrom: Day;
  readonly validTo: Day;
  /** Whether some source names it: then no order takes it by its dates. */
  readonly isNamed: boolean;
  readonly routing: Routing;
}

/** What operations hold while they are worked. */
export interface Tool {
  readonly id: string;
  readonly units: number;
}

/** Rows that stand at a stocking point: where, when (days are days since 1970) and how much. */
export interface PlacedRows {
  readonly count: number;
  readonly item: Int32Array;
  readonly site: Int32Array;
  readonly segment: Int32Array;
  readonly day: Int32Array;
  readonly quantity: Float64Array;
}

export interface StockRows extends PlacedRows {
  /** `day` is the day from which it counts; the expiry day, or {@link NEVER}. */
  readonly expires: Int32Array;
}

export interface DemandRows extends PlacedRows {
  readonly id: (row: number) => string;
  readonly attributes: (row: number) => Attributes | undefined;
  readonly customer: (row: number) => string | undefined;
  /** Smaller is served first, Infinity where none is given; `undefined`: none is anywhere, see `priorityOf`. */
  readonly priority: Float64Array | undefined;
  /** How many were given. */
  readonly given: number;
  /** The row of the one at a place among them; other rows are further days of forecasts. */
  readonly rowAt: (place: number) => number;
  /** A number that is less for what stands before; of a further day that of its forecast. */
  readonly placeOf: (row: number) => number;
  readonly isForecast: (row: number) => boolean;
  /** Where a row that was given stands in the input: dropped forecasts are no rows. */
  readonly placeInInput: (row: number) => number;
  /** Of a row of forecast what is planned and what orders took of it (D1). */
  readonly forecast: (row: number) => ForecastLeft | undefined;
  readonly consumptions: readonly Consumption[];
}

/** What of a forecast is planned, and what orders took of it, in counts. */
export interface ForecastLeft {
  /** The day on which it begins, T0 when that is past. */
  readonly day: Day;
  readonly planned: number;
  readonly consumed: number;
}

/** What an order took of a forecast, by rows of demands, in counts. */
export interface Consumption {
  readonly order: number;
  readonly forecast: number;
  readonly quantity: number;
}

export interface SupplyComponent {
  readonly component: number;
  readonly quantity: number;
  readonly day: Day;
}

/** What only some open supplies have. */
export interface SupplyDetail {
  readonly start: Day | undefined;
  readonly firm: boolean;
  /** Its dates were decided by a capacity schedule (K57). */
  readonly scheduled: boolean;
  readonly source: string | undefined;
  readonly supplier: string | undefined;
  readonly from: number;
  readonly bomVersion: string | undefined;
  readonly components: readonly SupplyComponent[];
  /** Of a production order what has arrived, in stock units; `undefined`: nothing. */
  readonly completed: Ratio | undefined;
  /** What operations have completed, in stock units by their id (K53). */
  readonly progress: ReadonlyMap<string, Ratio>;
  readonly attributes: Attributes | undefined;
}

export interface SupplyRows extends PlacedRows {
  readonly id: (row: number) => string;
  readonly kind: (row: number) => "purchase" | "production" | "transfer" | "subcontract";
  readonly frozen: Uint8Array;
  readonly expires: Int32Array;
  readonly detail: ReadonlyMap<number, SupplyDetail>;
}

/** Bulk rows as they come. */
export interface BulkRows {
  readonly stock: readonly unknown[];
  readonly supplies: readonly unknown[];
  readonly demands: readonly unknown[];
  readonly allocations: readonly unknown[];
}

/** Bulk rows, read. */
export interface MoreRows {
  readonly stock: StockRows;
  readonly supplies: SupplyRows;
  readonly demands: DemandRows;
  readonly allocations: PlacedRows;
  /** The last day that one of the demands covers. */
  readonly lastDay: Day;
}

/** The rows that planning parameters are read from, by their numbers, and which of them are others. */
export interface ParameterRows {
  readonly item: (row: number) => PlanningRow<"items">;
  readonly itemSite: (row: number) => PlanningRow<"itemSites">;
  readonly source: (row: number) => PlanningRow<"sources">;
  readonly changed: {
    readonly items: readonly number[];
    readonly itemSites: readonly number[];
    readonly sources: readonly number[];
  };
}

/** Planning parameters at an item and site where something is said of them anew. */
export interface MoreParameters {
  readonly item: number;
  readonly site: number;
  readonly parameters: Parameters;
  readonly sources: readonly Source[];
}

/** A fixed peg (P2): part of a demand is covered by a supply, a lot or stock on hand. */
export interface Reservation {
  /** The row of the demand. */
  readonly demand: number;
  /** The row of the open supply; {@link NONE} where stock is reserved. */
  readonly supply: number;
  /** The lot and its rows of stock; `undefined`, and none, where it names none. */
  readonly lot: string | undefined;
  readonly lotRows: readonly number[];
  readonly quantity: number;
}

/** Later than every day. */
export const NEVER = 2_147_483_647;
/** Earlier than every day. */
export const ALWAYS = -2_147_483_648;

/** The input, checked: ids are numbers of rows, quantities are counts, dates are days. */
export interface Problem {
  readonly input: PlanningInput;
  /** The bulk rows that were given as columns beside it. */
  readonly columns: PlanningColumns | undefined;
  readonly startDay: Day;
  readonly horizonEnd: Day;
  readonly conventions: Conventions;
  readonly items: readonly Item[];
  readonly itemOf: ReadonlyMap<string, number>;
  /** Items and the parameters of most of them as columns. */
  readonly figures: ItemFigures;
  readonly sites: readonly Site[];
  readonly segments: readonly string[];
  readonly parameters: (item: number, site: number) => Parameters;
  /** Item-sites that some row speaks of beyond bills, sources and bulk rows. */
  readonly itemSites: readonly { readonly item: number; readonly site: number }[];
  readonly sources: readonly Source[];
  readonly workCenters: readonly WorkCenter[];
  readonly tools: readonly Tool[];
  readonly routings: readonly ItemRouting[];
  /** Of suppliers that have any, by their id. */
  readonly capacities: ReadonlyMap<string, readonly SupplierCapacity[]>;
  readonly bills: readonly Bill[];
  /** The same as columns. */
  readonly billColumns: BillColumns;
  readonly coProducts: readonly CoProduct[];
  /** Of the few lines that have any, those that go first before others. */
  readonly substitutes: ReadonlyMap<BillLine, readonly Substitute[]>;
  /** Whether some item is followed by another one. */
  readonly hasFollowUps: boolean;
  readonly stock: StockRows;
  readonly demands: DemandRows;
  readonly supplies: SupplyRows;
  readonly allocations: PlacedRows;
  readonly reservations: readonly Reservation[];
  /** What was said already while reading: adjustments and dropped forecasts. */
  readonly messages: readonly InputAdjustedMessage[];
  /**
   * Reads further bulk rows as those of the problem, by parameters that may be others; `undefined` when
   * anything is to be said of them.
   */
  readonly readMore: (rows: BulkRows, parameters?: Problem["parameters"]) => MoreRows | undefined;
  /** Reads parameters where rows say something else; `undefined` when anything is to be said of them. */
  readonly readParameters: (rows: ParameterRows) => readonly MoreParameters[] | undefined;
}
