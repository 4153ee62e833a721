/**
 * What goes into the reference planner: the plain data of the planning contract, typed loosely,
 * since it is taken to be valid.
 */

import type { RoutingRow, ToolRow, WorkCenterRow } from "./capacity/rows.js";

/**
 * A number that stands for the decimal that is written, a decimal text or (for ratios) a fraction.
 */
export type Num = number | string;

export interface LotSizingRow {
  rule: string;
  quantity?: Num;
  each?: boolean;
  days?: number;
  workingDays?: number;
  weeks?: number;
  months?: number;
  orderUpTo?: Num;
  annualDemand?: Num;
  period?: "days" | "weeks" | "months";
  lookAhead?: boolean;
  lookBack?: boolean;
  setupCost?: Num;
  holdingCost?: Num;
}

export interface ModifierRow {
  minimumOrder?: Num;
  orderMultiple?: Num;
  maximumOrder?: Num;
  orderUnit?: string;
}

export interface DdmrpRow {
  averageDailyUsage: Num;
  leadTimeFactor: Num;
  variabilityFactor: Num;
  orderCycle?: number;
  spikeHorizon?: number;
  spikeShare?: Num;
  decoupledLeadTime?: number;
}

export interface ParameterRow extends ModifierRow {
  method?: string;
  onHand?: Num;
  leadTime?: number;
  leadTimeBasis?: LeadTimeBasis;
  receivingTime?: number;
  releaseTime?: number;
  leadTimePerUnit?: Num;
  safetyStock?: Num | { from: string; quantity: Num }[];
  safetyTime?: number;
  expediteWithin?: number;
  deferTolerance?: number;
  forecast?: {
    consume?: string;
    backward?: number;
    forward?: number;
    spread?: "first" | "daily";
    cap?: Num;
  };
  lotSizing?: LotSizingRow;
  reorderPoint?: Num;
  orderUpTo?: Num;
  demandTimeFence?: number;
  planningTimeFence?: number;
  yield?: Num;
  setupCost?: Num;
  holdingCost?: Num;
  ddmrp?: DdmrpRow;
  discontinued?: {
    from: string;
    followUp?: string;
    factor?: Num;
    use?: "stockFirst" | "newFirst";
  };
}

export interface ItemRow extends ParameterRow {
  id: string;
  unit?: string;
  decimals?: number;
  units?: { unit: string; contains: Num }[];
  phantom?: boolean;
}

export interface ItemSiteRow extends ParameterRow {
  item: string;
  site?: string;
}

export type LeadTimeBasis = "working" | "calendar" | "routing";

export type OrderKind = "make" | "transfer" | "subcontract" | "buy";

export interface SourceRow extends ModifierRow {
  id?: string;
  item: string;
  site?: string;
  kind: string;
  supplier?: string;
  from?: string;
  bomVersion?: string;
  calendar?: string;
  minQuantity?: Num;
  maxQuantity?: Num;
  leadTime?: number;
  leadTimeBasis?: LeadTimeBasis;
  routing?: string;
  rank?: number;
  share?: Num;
  quotaBase?: Num;
  minimumSplit?: Num;
  onlyFromStock?: boolean;
  validFrom?: string;
  validTo?: string;
  price?: Num;
  currency?: string;
  priceBreaks?: { from: Num; price: Num }[];
}

export interface CapacityRow {
  from: string;
  until: string;
  quantity: Num;
  item?: string;
}

export interface LineRow {
  item: string;
  quantity: Num;
  unit?: string;
  fixed?: boolean;
  scrap?: Num;
  multiple?: Num;
  offset?: number;
  validFrom?: string;
  validTo?: string;
  substitutes?: SubstituteRow[];
}

export interface SubstituteRow {
  item: string;
  quantity: Num;
  priority: number;
}

export interface CoProductRow {
  item: string;
  quantity: Num;
  costShare?: Num;
}

export interface BomRow {
  item: string;
  site?: string;
  version?: string;
  validFrom?: string;
  validTo?: string;
  output?: Num;
  outputUnit?: string;
  lines: LineRow[];
  coProducts?: CoProductRow[];
  drivenBy?: "leadItem" | "largestNeed";
}

interface PointRow {
  item: string;
  site?: string;
  segment?: string;
}

export interface StockRow extends PointRow {
  quantity: Num;
  unit?: string;
  expires?: string;
  lot?: string;
  status?: string;
  availableFrom?: string;
}

export interface SupplyRow extends PointRow {
  id: string;
  quantity: Num;
  unit?: string;
  due: string;
  start?: string;
  kind: string;
  firm?: boolean;
  frozen?: boolean;
  scheduled?: boolean;
  progress?: { operation: string; completed: Num }[];
  completed?: Num;
  components?: { item: string; quantity: Num; due?: string }[];
  supplier?: string;
  from?: string;
  source?: string;
  bomVersion?: string;
  expires?: string;
}

export interface DemandRow extends PointRow {
  id: string;
  quantity: Num;
  unit?: string;
  due: string;
  until?: string;
  kind?: string;
  shipped?: Num;
  consumption?: Num;
  customer?: string;
  priority?: number;
}

export interface AllocationRow extends PointRow {
  quantity: Num;
  due?: string;
}

/** A fixed peg (P2, K48). */
export interface ReservationRow {
  demand: string;
  supply?: string;
  lot?: string;
  quantity: Num;
}

export interface PlanningInput {
  startDate: string;
  horizonEnd?: string;
  currency?: string;
  conventions?: {
    grouping?: string;
    rescheduling?: string;
    resize?: boolean;
    pastDue?: string;
    expediteWithin?: number;
    safetyStock?: string;
    excessDigits?: string;
    trigger?: string;
    maxOrders?: number;
    effectivity?: string;
    phantomStock?: string;
    deferTolerance?: number;
    cycles?: string;
    pastForecastDays?: number;
    weekStart?: string;
  };
  calendars?: {
    id: string;
    workingDays?: string[];
    exceptions?: { date: string; working: boolean }[];
  }[];
  units?: { id: string; decimals: number }[];
  sites?: { id: string; calendar?: string }[];
  items?: ItemRow[];
  itemSites?: ItemSiteRow[];
  sources?: SourceRow[];
  boms?: BomRow[];
  workCenters?: WorkCenterRow[];
  tools?: ToolRow[];
  routings?: RoutingRow[];
  suppliers?: { id: string; calendar?: string; capacity?: CapacityRow[] }[];
  stock?: StockRow[];
  supplies?: SupplyRow[];
  demands?: DemandRow[];
  allocations?: AllocationRow[];
  reservations?: ReservationRow[];
}
