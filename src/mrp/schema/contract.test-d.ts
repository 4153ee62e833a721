/** The published data contract, written by hand: what the types of the schema must be. */

export type Maybe<Fields> = { [Field in keyof Fields]?: Fields[Field] | undefined };

type Quantity = number | string;
type Ratio = number | string;
type Day = string;
type Attributes = Maybe<{ attributes: Record<string, string | number | boolean> }>;

type Costs = Maybe<{ setupCost: Quantity; holdingCost: Quantity }>;
type ByPeriod = Costs & Maybe<{ period: "days" | "weeks" | "months" }>;

type LotSizing =
  | { rule: "lotForLot" }
  | ({ rule: "fixedOrderQuantity"; quantity: Quantity } & Maybe<{ each: boolean }>)
  | ({ rule: "periodOrderQuantity" } & Maybe<{
      days: number;
      workingDays: number;
      weeks: number;
      months: number;
    }>)
  | ({ rule: "orderUpTo" } & Maybe<{ orderUpTo: Quantity }>)
  | ({ rule: "economicOrderQuantity" } & Costs & Maybe<{ annualDemand: Quantity }>)
  | ({ rule: "leastUnitCost" } & ByPeriod)
  | ({ rule: "leastTotalCost" } & ByPeriod)
  | ({ rule: "partPeriodBalancing" } & ByPeriod & Maybe<{ lookAhead: boolean; lookBack: boolean }>)
  | ({ rule: "silverMeal" } & ByPeriod)
  | ({ rule: "groff" } & ByPeriod)
  | ({ rule: "incrementalOrderQuantity" } & ByPeriod)
  | ({ rule: "wagnerWhitin" } & ByPeriod);

type LeadTime = Maybe<{ leadTime: number; leadTimeBasis: "working" | "calendar" | "routing" }>;

type Modifiers = Maybe<{
  minimumOrder: Quantity;
  orderMultiple: Quantity;
  maximumOrder: Quantity;
  orderUnit: string;
}>;

type Parameters = LeadTime &
  Modifiers &
  Costs &
  Maybe<{
    method: "mrp" | "mps" | "reorderPoint" | "minMax" | "ddmrp" | "unplanned";
    onHand: Quantity;
    receivingTime: number;
    releaseTime: number;
    leadTimePerUnit: Ratio;
    safetyStock: Quantity | { from: Day; quantity: Quantity }[];
    safetyTime: number;
    expediteWithin: number;
    deferTolerance: number;
    forecast: Maybe<{
      consume: "backwardForward" | "backward" | "forward" | "forwardBackward" | "none";
      backward: number;
      forward: number;
      spread: "first" | "daily";
      cap: Ratio;
    }>;
    lotSizing: LotSizing;
    reorderPoint: Quantity;
    orderUpTo: Quantity;
    ddmrp: { averageDailyUsage: Ratio; leadTimeFactor: Ratio; variabilityFactor: Ratio } & Maybe<{
      orderCycle: number;
      spikeHorizon: number;
      spikeShare: Ratio;
      decoupledLeadTime: number;
    }>;
    demandTimeFence: number;
    planningTimeFence: number;
    yield: Ratio;
    shelfLifeDays: number;
    minimumRemainingLife: number;
    discontinued: { from: Day } & Maybe<{
      followUp: string;
      factor: Ratio;
      use: "stockFirst" | "newFirst";
    }>;
    unitCost: Quantity;
  }>;

type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

type Conventions = Maybe<{
  grouping: "day" | "demand";
  rescheduling: "assume" | "achievable" | "never";
  expediteWithin: number;
  resize: boolean;
  pastDue: "report" | "forward";
  safetyStock: "floor" | "leadTime" | "never";
  excessDigits: "reject" | "round";
  trigger: "below" | "atOrBelow";
  maxOrders: number;
  effectivity: "start" | "due";
  phantomStock: "net" | "ignore";
  deferTolerance: number;
  cycles: "reject" | "stockOnly";
  pastForecastDays: number;
  weekStart: Weekday;
}>;

type Validity = Maybe<{ validFrom: Day; validTo: Day }>;

type Line = { item: string; quantity: Ratio } & Validity &
  Attributes &
  Maybe<{
    unit: string;
    fixed: boolean;
    scrap: Ratio;
    multiple: Quantity;
    offset: number;
    substitutes: { item: string; quantity: Ratio; priority: number }[];
  }>;

type Bom = { item: string; lines: Line[] } & Validity &
  Attributes &
  Maybe<{
    site: string;
    version: string;
    output: Ratio;
    outputUnit: string;
    coProducts: ({ item: string; quantity: Ratio } & Maybe<{ costShare: Ratio }>)[];
    drivenBy: "leadItem" | "largestNeed";
  }>;

type Source = { item: string; kind: "make" | "buy" | "transfer" | "subcontract" } & LeadTime &
  Modifiers &
  Validity &
  Attributes &
  Maybe<{
    id: string;
    site: string;
    supplier: string;
    from: string;
    bomVersion: string;
    routing: string;
    calendar: string;
    minQuantity: Quantity;
    maxQuantity: Quantity;
    minimumSplit: Quantity;
    quotaBase: Quantity;
    onlyFromStock: boolean;
    rank: number;
    share: Ratio;
    price: Quantity;
    currency: string;
    priceBreaks: { from: Quantity; price: Quantity }[];
  }>;

type Place = { item: string } & Maybe<{ site: string; segment: string }>;

type Stock = Place & { quantity: Quantity } & Attributes &
  Maybe<{
    unit: string;
    lot: string;
    expires: Day;
    status: "available" | "inspection" | "blocked";
    availableFrom: Day;
  }>;

type Supply = Place & {
  id: string;
  quantity: Quantity;
  due: Day;
  kind: "purchase" | "production" | "transfer" | "subcontract";
} & Attributes &
  Maybe<{
    unit: string;
    start: Day;
    firm: boolean;
    frozen: boolean;
    scheduled: boolean;
    completed: Quantity;
    components: ({ item: string; quantity: Quantity } & Maybe<{ due: Day }>)[];
    progress: { operation: string; completed: Quantity }[];
    supplier: string;
    from: string;
    source: string;
    bomVersion: string;
    expires: Day;
  }>;

type Demand = Place & { id: string; quantity: Quantity; due: Day } & Attributes &
  Maybe<{
    unit: string;
    until: Day;
    kind: "order" | "forecast" | "service" | "interplant";
    shipped: Quantity;
    consumption: Quantity;
    customer: string;
    customerClass: string;
    priority: number;
  }>;

export type Item = { id: string } & Parameters &
  Attributes &
  Maybe<{
    name: string;
    family: string;
    unit: string;
    decimals: number;
    units: { unit: string; contains: Ratio }[];
    phantom: boolean;
  }>;

type Calendar = { id: string } & Attributes &
  Maybe<{ workingDays: Weekday[]; exceptions: { date: Day; working: boolean }[] }>;

type Supplier = { id: string } & Attributes &
  Maybe<{
    calendar: string;
    capacity: ({ from: Day; until: Day; quantity: Quantity } & Maybe<{ item: string }>)[];
    terms: unknown;
  }>;

/** "HH:mm". */
type TimeOfDay = string;
/** "YYYY-MM-DDTHH:mm". */
type Minute = string;
type Hours = Ratio;

type DayShift = { from: TimeOfDay; until: TimeOfDay } & Maybe<{
  breaks: { from: TimeOfDay; until: TimeOfDay }[];
}>;

type WorkCenter = {
  id: string;
  shifts: (DayShift & Validity & Maybe<{ days: Weekday[] }>)[];
} & Attributes &
  Maybe<{
    name: string;
    site: string;
    calendar: string;
    exceptions: { date: Day; shifts: DayShift[] }[];
    overtime: { from: Minute; until: Minute }[];
    units: number;
    efficiency: Ratio;
    utilization: Ratio;
    finishWithinShift: boolean;
    setups: { from: string; to: string; hours: Hours }[];
    costPerHour: Quantity;
    overtimeCostPerHour: Quantity;
  }>;

type Operation = { id: string } & Attributes &
  Maybe<{
    name: string;
    workCenter: string;
    subcontract: { supplier: string; leadTime: number } & Maybe<{ cost: Quantity }>;
    setup: Hours;
    run: Hours;
    batch: Quantity;
    teardown: Hours;
    queue: Hours;
    wait: Hours;
    move: Hours;
    yield: Ratio;
    split: number;
    transferBatch: Quantity;
    after: string[];
    alternates: ({ workCenter: string; priority: number } & Maybe<{ setup: Hours; run: Hours }>)[];
    tools: string[];
    setupGroup: string;
  }>;

type Routing = { id: string; item: string; operations: Operation[] } & Validity &
  Attributes &
  Maybe<{ site: string }>;

export type Contract = { startDate: Day } & Maybe<{
  horizonEnd: Day;
  currency: string;
  conventions: Conventions;
  calendars: Calendar[];
  units: ({ id: string; decimals: number } & Attributes)[];
  sites: ({ id: string } & Maybe<{ calendar: string }> & Attributes)[];
  items: Item[];
  itemSites: ({ item: string } & Maybe<{ site: string }> & Parameters & Attributes)[];
  sources: Source[];
  boms: Bom[];
  suppliers: Supplier[];
  workCenters: WorkCenter[];
  tools: ({ id: string } & Maybe<{ name: string; units: number }> & Attributes)[];
  routings: Routing[];
  stock: Stock[];
  supplies: Supply[];
  demands: Demand[];
  allocations: (Place & { quantity: Quantity } & Maybe<{ due: Day }> & Attributes)[];
  reservations: ({ demand: string; quantity: Quantity } & Maybe<{ supply: string; lot: string }> &
    Attributes)[];
}>;
