import type { PlanningInput } from "../../src/index.js";

/**
 * Small problems in which fields count that no published case has. Each field of each problem does
 * something there: without it, or with another value, the plan is another one.
 */
export const SCENARIOS: readonly PlanningInput[] = [
  {
    startDate: "2026-01-05",
    currency: "EUR",
    items: [{ id: "bolt" }, { id: "nut" }],
    sources: [
      { item: "bolt", kind: "buy", price: 2, currency: "CHF" },
      { item: "nut", kind: "buy", price: 3, priceBreaks: [{ from: 5, price: 2 }] },
    ],
    demands: [
      { id: "d1", item: "bolt", quantity: 5, due: "2026-01-09" },
      { id: "d2", item: "nut", quantity: 5, due: "2026-01-09" },
    ],
  },
  {
    startDate: "2026-01-05",
    items: [{ id: "bolt" }],
    stock: [
      { item: "bolt", quantity: 5, lot: "L1" },
      { item: "bolt", quantity: 5, lot: "L2" },
    ],
    supplies: [
      { id: "s1", item: "bolt", quantity: 10, due: "2026-01-20", kind: "purchase", frozen: true },
    ],
    demands: [
      { id: "d1", item: "bolt", quantity: 5, due: "2026-01-09" },
      { id: "d2", item: "bolt", quantity: 5, due: "2026-01-10" },
    ],
    reservations: [
      { demand: "d1", supply: "s1", quantity: 3 },
      { demand: "d2", lot: "L2", quantity: 2 },
    ],
  },
  {
    startDate: "2026-01-05",
    conventions: {
      expediteWithin: 5,
      deferTolerance: 2,
      resize: false,
      pastDue: "report",
      cycles: "reject",
    },
    items: [
      { id: "late", attributes: { planner: "ann" } },
      { id: "far", expediteWithin: 12, deferTolerance: 20 },
      { id: "early", deferTolerance: 3 },
      { id: "soon" },
    ],
    supplies: [
      { id: "s1", item: "late", quantity: 5, due: "2026-01-20", kind: "purchase" },
      { id: "s2", item: "far", quantity: 5, due: "2026-01-20", kind: "purchase" },
      { id: "s3", item: "early", quantity: 5, due: "2026-01-06", kind: "purchase" },
      { id: "s4", item: "soon", quantity: 5, due: "2026-01-06", kind: "purchase" },
    ],
    demands: [
      { id: "d1", item: "late", quantity: 5, due: "2026-01-09", customer: "smith" },
      { id: "d2", item: "far", quantity: 5, due: "2026-01-09", attributes: { project: 7 } },
      { id: "d3", item: "early", quantity: 5, due: "2026-01-10" },
      { id: "d4", item: "soon", quantity: 5, due: "2026-01-09" },
    ],
  },
  {
    startDate: "2026-01-05",
    conventions: { resize: true },
    items: [{ id: "more" }],
    supplies: [{ id: "s1", item: "more", quantity: 5, due: "2026-01-09", kind: "purchase" }],
    demands: [{ id: "d1", item: "more", quantity: 7, due: "2026-01-09" }],
  },
  {
    startDate: "2026-01-05",
    conventions: { excessDigits: "round", trigger: "atOrBelow", maxOrders: 3 },
    items: [
      {
        id: "bolt",
        decimals: 0,
        onHand: "12.6",
        safetyStock: 3,
        lotSizing: { rule: "fixedOrderQuantity", quantity: 20 },
      },
      { id: "nut", orderUpTo: 9, lotSizing: { rule: "orderUpTo" } },
      { id: "oil", forecast: { consume: "none", spread: "first" } },
    ],
    demands: [
      { id: "d1", item: "bolt", quantity: 10, due: "2026-01-09" },
      { id: "d2", item: "nut", quantity: 1, due: "2026-01-07" },
      { id: "d3", item: "nut", quantity: 1, due: "2026-01-12" },
      { id: "d4", item: "oil", quantity: 0, due: "2026-01-12" },
      {
        id: "d5",
        item: "oil",
        quantity: 0,
        due: "2026-01-09",
        until: "2026-01-25",
        kind: "forecast",
      },
    ],
  },
  {
    startDate: "2026-01-05",
    conventions: { phantomStock: "ignore" },
    items: [{ id: "bike" }, { id: "kit", phantom: true, onHand: 2 }, { id: "bolt" }],
    boms: [
      { item: "bike", lines: [{ item: "kit", quantity: 1 }] },
      {
        item: "kit",
        lines: [
          { item: "bolt", quantity: 4, validFrom: "2026-01-02" },
          { item: "bolt", quantity: 1, validFrom: "2026-01-12" },
        ],
      },
    ],
    demands: [
      { id: "d1", item: "bike", quantity: 5, due: "2026-01-09" },
      { id: "d2", item: "bike", quantity: 5, due: "2026-01-12" },
    ],
  },
  {
    startDate: "2026-01-05",
    calendars: [{ id: "saturdays", workingDays: ["sat"] }],
    sites: [{ id: "north" }, { id: "south" }],
    suppliers: [{ id: "smith" }],
    items: [
      { id: "paint", units: [{ unit: "can", contains: 5 }], decimals: 0 },
      { id: "resin", units: [{ unit: "drum", contains: 200 }] },
      { id: "lid" },
      { id: "box" },
    ],
    boms: [
      {
        item: "paint",
        site: "north",
        version: "A",
        output: 2,
        outputUnit: "can",
        lines: [{ item: "resin", quantity: 1 }],
      },
      { item: "paint", site: "north", version: "B", lines: [{ item: "lid", quantity: 1 }] },
      { item: "box", site: "north", lines: [{ item: "lid", quantity: 1 }] },
    ],
    sources: [
      {
        id: "own",
        item: "paint",
        site: "north",
        kind: "make",
        bomVersion: "A",
        calendar: "saturdays",
        leadTime: 1,
        leadTimeBasis: "working",
        maxQuantity: 60,
        attributes: { line: 1 },
      },
      {
        id: "other",
        item: "paint",
        site: "north",
        kind: "make",
        bomVersion: "B",
        rank: 1,
        minQuantity: 60,
        leadTime: 4,
      },
      {
        id: "bought",
        item: "resin",
        site: "north",
        kind: "buy",
        minimumOrder: 300,
        orderMultiple: 1,
        orderUnit: "drum",
        maximumOrder: 400,
        validFrom: "2026-01-05",
      },
      {
        item: "lid",
        site: "north",
        kind: "transfer",
        from: "south",
        minimumOrder: 3,
        orderMultiple: 7,
        maximumOrder: 14,
      },
      { item: "lid", site: "south", kind: "buy", supplier: "smith", leadTime: 2 },
      { item: "box", site: "south", kind: "buy" },
    ],
    stock: [{ item: "paint", site: "north", segment: "job", quantity: 1 }],
    supplies: [
      {
        id: "s1",
        item: "paint",
        site: "north",
        segment: "job",
        quantity: 30,
        due: "2026-01-20",
        start: "2026-01-13",
        kind: "production",
        firm: true,
        source: "other",
        attributes: { batch: "x" },
      },
      {
        id: "s2",
        item: "paint",
        site: "north",
        quantity: 30,
        due: "2026-01-20",
        kind: "production",
        firm: true,
        bomVersion: "A",
      },
      {
        id: "s3",
        item: "box",
        site: "north",
        quantity: 5,
        due: "2026-01-12",
        kind: "transfer",
        firm: true,
        from: "south",
        expires: "2026-01-16",
      },
      {
        id: "s4",
        item: "lid",
        site: "north",
        segment: "job",
        quantity: 40,
        due: "2026-01-12",
        kind: "purchase",
      },
    ],
    demands: [
      { id: "d1", item: "paint", site: "north", quantity: 150, due: "2026-01-20" },
      { id: "d2", item: "paint", site: "north", quantity: 40, due: "2026-01-27" },
      { id: "d3", item: "paint", site: "north", segment: "job", quantity: 90, due: "2026-01-28" },
      { id: "d4", item: "lid", site: "south", quantity: 9, due: "2026-01-28" },
      { id: "d5", item: "box", site: "north", quantity: 5, due: "2026-01-23" },
    ],
    allocations: [
      { item: "lid", site: "north", segment: "job", quantity: 20, due: "2026-01-09" },
      { item: "lid", site: "south", quantity: 20 },
    ],
  },
  {
    startDate: "2026-01-05",
    conventions: { weekStart: "thu" },
    items: [{ id: "nut", lotSizing: { rule: "periodOrderQuantity", weeks: 1 } }],
    demands: [7, 8, 9, 10, 11, 12, 13, 14].map((day) => ({
      id: `d${day}`,
      item: "nut",
      quantity: day,
      due: `2026-01-${`${day}`.padStart(2, "0")}`,
    })),
  },
  {
    startDate: "2026-01-05",
    items: [{ id: "wheel" }],
    demands: [
      {
        id: "f",
        item: "wheel",
        quantity: 5,
        due: "2026-01-09",
        until: "2026-01-25",
        kind: "forecast",
      },
    ],
  },
  {
    startDate: "2026-01-05",
    items: [{ id: "wheel" }, { id: "tyre" }],
    boms: [{ item: "wheel", lines: [{ item: "tyre", quantity: 1 }] }],
    supplies: [
      { id: "s", item: "wheel", quantity: 5, due: "2026-01-12", kind: "subcontract", firm: true },
    ],
    demands: [
      { id: "d", item: "wheel", quantity: 5, due: "2026-01-12", kind: "interplant" },
      { id: "f", item: "tyre", quantity: 5, due: "2026-01-12", kind: "service" },
    ],
  },
  {
    startDate: "2026-01-05",
    items: [{ id: "oil" }, { id: "cake" }, { id: "acid" }],
    boms: [
      {
        item: "oil",
        lines: [],
        coProducts: [
          { item: "cake", quantity: "1/2", costShare: "1/2" },
          { item: "acid", quantity: "1/4", costShare: "1/2" },
        ],
      },
    ],
    demands: [
      { id: "d1", item: "oil", quantity: 8, due: "2026-01-09" },
      { id: "d2", item: "cake", quantity: 8, due: "2026-01-09" },
      { id: "d3", item: "acid", quantity: 8, due: "2026-01-09" },
    ],
  },
  {
    startDate: "2026-01-05",
    items: [{ id: "oil" }, { id: "cake" }],
    boms: [
      {
        item: "oil",
        lines: [],
        coProducts: [{ item: "cake", quantity: 2 }],
        drivenBy: "largestNeed",
      },
    ],
    demands: [
      { id: "d1", item: "oil", quantity: 3, due: "2026-01-09" },
      { id: "d2", item: "cake", quantity: 8, due: "2026-01-09" },
    ],
  },
  {
    startDate: "2026-01-05",
    items: [
      { id: "bike" },
      {
        id: "old",
        onHand: 5,
        discontinued: { from: "2026-01-09", followUp: "new", factor: 2, use: "newFirst" },
      },
      { id: "new" },
      { id: "steel" },
      { id: "alloy", onHand: 9 },
      { id: "carbon", onHand: 9 },
    ],
    boms: [
      {
        item: "bike",
        lines: [
          { item: "old", quantity: 1 },
          {
            item: "steel",
            quantity: 1,
            substitutes: [
              { item: "alloy", quantity: 1, priority: 2 },
              { item: "carbon", quantity: 1, priority: 3 },
            ],
          },
        ],
      },
    ],
    demands: [
      { id: "d1", item: "bike", quantity: 4, due: "2026-01-08" },
      { id: "d2", item: "bike", quantity: 4, due: "2026-01-12" },
    ],
  },
  ...[
    { rule: "leastUnitCost", setupCost: 9, holdingCost: 1, period: "days" },
    { rule: "leastTotalCost", setupCost: 9, holdingCost: 1, period: "weeks" },
    { rule: "silverMeal", setupCost: 30, holdingCost: 1, period: "months" },
    { rule: "groff", setupCost: 9, holdingCost: 1 },
    { rule: "incrementalOrderQuantity", setupCost: 9, holdingCost: 1 },
    { rule: "wagnerWhitin", setupCost: 9, holdingCost: 1 },
    { rule: "economicOrderQuantity", annualDemand: 365, setupCost: 9, holdingCost: 1 },
  ].map((lotSizing) => lots(lotSizing, [4, 6, 2, 9, 3, 1, 8, 2, 5])),
  // The looks ahead and back of Orlicky's chapter on lot sizing.
  lots(
    { rule: "partPeriodBalancing", setupCost: 100, holdingCost: 1, lookAhead: true },
    [20, 40, 30, 10, 40, 30, 35, 20, 40],
  ),
  lots(
    { rule: "partPeriodBalancing", setupCost: 100, holdingCost: 1, lookBack: true },
    [20, 40, 30, 15, 30, 25, 50, 20, 40],
  ),
  {
    startDate: "2026-01-05",
    items: [
      { id: "nut", setupCost: 9, holdingCost: 1, lotSizing: { rule: "wagnerWhitin" } },
      {
        id: "bolt",
        method: "ddmrp",
        leadTime: 4,
        onHand: 20,
        ddmrp: {
          averageDailyUsage: 3,
          leadTimeFactor: "1/2",
          variabilityFactor: "1/2",
          orderCycle: 5,
          spikeHorizon: 6,
          spikeShare: "3/4",
        },
      },
      {
        id: "screw",
        method: "ddmrp",
        ddmrp: {
          averageDailyUsage: 3,
          leadTimeFactor: 1,
          variabilityFactor: 1,
          decoupledLeadTime: 4,
        },
      },
    ],
    demands: [
      { id: "d1", item: "nut", quantity: 4, due: "2026-01-06" },
      { id: "d2", item: "nut", quantity: 4, due: "2026-01-07" },
      { id: "d3", item: "nut", quantity: 4, due: "2026-01-12" },
      { id: "d4", item: "bolt", quantity: 9, due: "2026-01-10" },
      { id: "d5", item: "bolt", quantity: 6, due: "2026-01-09" },
    ],
  },
  ...(["backwardForward", "backward", "forward", "forwardBackward", "none"] as const).map(
    (consume): PlanningInput => ({
      startDate: "2026-01-05",
      items: [
        {
          id: "nut",
          method: "mps",
          demandTimeFence: 3,
          forecast: { consume, backward: 6, forward: 6, spread: "daily", cap: "3/4" },
        },
      ],
      demands: [
        { id: "f1", item: "nut", quantity: 9, due: "2026-01-05", until: "2026-01-09" },
        { id: "f2", item: "nut", quantity: 20, due: "2026-01-12", until: "2026-01-16" },
        { id: "f3", item: "nut", quantity: 30, due: "2026-01-19", until: "2026-01-23" },
      ]
        .map((row) => ({ ...row, kind: "forecast" as const }))
        .concat([{ id: "o1", item: "nut", quantity: 25, due: "2026-01-14" } as never]),
    }),
  ),
  {
    startDate: "2026-01-05",
    items: [{ id: "nut" }],
    demands: [
      { id: "f", item: "nut", quantity: 9, due: "2026-01-12", kind: "forecast", consumption: 7 },
      { id: "o", item: "nut", quantity: 8, due: "2026-01-12" },
    ],
  },
  {
    startDate: "2026-01-05",
    items: [{ id: "nut" }, { id: "bolt" }],
    suppliers: [{ id: "jones" }, { id: "smith" }],
    sources: [
      { item: "nut", kind: "buy", supplier: "jones", share: 60, quotaBase: 5, leadTime: 1 },
      { item: "nut", kind: "buy", supplier: "smith", share: 40, minimumSplit: 9, leadTime: 2 },
    ],
    demands: [
      { id: "d1", item: "nut", quantity: 4, due: "2026-01-09" },
      { id: "d2", item: "nut", quantity: 6, due: "2026-01-10" },
      { id: "d3", item: "nut", quantity: 9, due: "2026-01-12" },
    ],
  },
  {
    startDate: "2026-01-05",
    sites: [{ id: "north" }, { id: "south" }],
    items: [{ id: "nut" }, { id: "steel" }],
    sources: [
      { item: "nut", site: "north", kind: "transfer", from: "south", onlyFromStock: true },
      { item: "nut", site: "north", kind: "subcontract", from: "south", rank: 1, leadTime: 2 },
    ],
    boms: [{ item: "nut", site: "north", lines: [{ item: "steel", quantity: 1 }] }],
    stock: [{ item: "nut", site: "south", quantity: 3 }],
    demands: [{ id: "d1", item: "nut", site: "north", quantity: 5, due: "2026-01-12" }],
  },
  {
    startDate: "2026-01-05",
    items: [{ id: "nut" }, { id: "bolt" }],
    suppliers: [
      {
        id: "smith",
        capacity: [
          { from: "2026-01-05", until: "2026-01-09", quantity: 7 },
          { from: "2026-01-05", until: "2026-01-16", quantity: 3, item: "nut" },
        ],
      },
    ],
    sources: [
      { item: "nut", kind: "buy", supplier: "smith" },
      { item: "bolt", kind: "buy", supplier: "smith" },
    ],
    supplies: [
      {
        id: "s1",
        item: "bolt",
        quantity: 2,
        due: "2026-01-08",
        kind: "purchase",
        supplier: "smith",
      },
    ],
    demands: [
      { id: "d1", item: "nut", quantity: 4, due: "2026-01-09" },
      { id: "d2", item: "bolt", quantity: 6, due: "2026-01-09" },
      { id: "d3", item: "bolt", quantity: 1, due: "2026-01-20" },
    ],
  },
  {
    startDate: "2026-01-05",
    calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
    suppliers: [{ id: "painter" }, { id: "smith" }],
    sites: [{ id: "main" }],
    tools: [{ id: "jig", units: 1 }],
    workCenters: [
      {
        id: "lathe",
        site: "main",
        calendar: "week",
        shifts: [
          {
            from: "06:00",
            until: "14:00",
            breaks: [{ from: "10:00", until: "10:30" }],
            days: ["mon", "tue", "wed", "thu", "fri", "sat"],
            validFrom: "2026-01-01",
            validTo: "2026-01-16",
          },
          { from: "14:00", until: "15:00" },
        ],
        exceptions: [
          {
            date: "2026-01-07",
            shifts: [
              { from: "06:00", until: "08:00", breaks: [{ from: "07:00", until: "07:10" }] },
            ],
          },
        ],
        overtime: [{ from: "2026-01-05T16:00", until: "2026-01-05T18:00" }],
        efficiency: "9/10",
        utilization: 0.8,
        setups: [{ from: "blue", to: "red", hours: 5 }],
      },
      {
        id: "saw",
        units: 2,
        finishWithinShift: true,
        shifts: [{ from: "06:00", until: "18:00" }],
      },
      { id: "mill", shifts: [{ from: "06:00", until: "18:00" }] },
    ],
    items: [
      { id: "leg", yield: 0.5, decimals: 0, leadTimeBasis: "routing" },
      { id: "top", decimals: 0, leadTime: 3 },
    ],
    sources: [
      { id: "own", item: "top", kind: "make", routing: "tops" },
      { item: "leg", kind: "make" },
    ],
    routings: [
      {
        id: "legs",
        item: "leg",
        site: "main",
        validFrom: "2026-01-01",
        validTo: "2026-01-17",
        operations: [
          {
            id: "10",
            workCenter: "lathe",
            setup: 1,
            run: 0.5,
            batch: 3,
            teardown: 0.25,
            queue: 1,
            wait: 2,
            move: 3,
            yield: 0.5,
            transferBatch: 5,
            setupGroup: "red",
            tools: ["jig"],
            alternates: [
              { workCenter: "saw", priority: 1, setup: 2, run: 0.3 },
              { workCenter: "mill", priority: 2, setup: 2, run: 0.3 },
            ],
          },
          { id: "20", workCenter: "saw", run: 1, split: 2, tools: ["jig"] },
          { id: "30", subcontract: { supplier: "painter", leadTime: 2 }, after: ["10"] },
        ],
      },
      {
        id: "others",
        item: "leg",
        validTo: "2026-01-01",
        operations: [{ id: "10", workCenter: "saw" }],
      },
      {
        id: "tops",
        item: "top",
        operations: [
          { id: "1", workCenter: "lathe", setup: 3, run: 0.1, setupGroup: "blue", tools: ["jig"] },
          { id: "2", workCenter: "saw", run: "2/3" },
          { id: "3", workCenter: "lathe", run: 0.2, setupGroup: "red" },
        ],
      },
    ],
    supplies: [
      {
        id: "s1",
        item: "leg",
        quantity: 12,
        due: "2026-01-20",
        kind: "production",
        completed: 2,
        progress: [{ operation: "10", completed: 9 }],
      },
      {
        id: "s2",
        item: "top",
        quantity: 4,
        due: "2026-01-20",
        kind: "production",
        firm: true,
        scheduled: true,
      },
    ],
    demands: [
      { id: "d1", item: "leg", quantity: 20, due: "2026-01-20" },
      { id: "d2", item: "top", quantity: 9, due: "2026-01-13" },
      { id: "d3", item: "top", quantity: 7, due: "2026-01-19" },
    ],
  },
];

function lots(lotSizing: object, needs: readonly number[]): PlanningInput {
  return {
    startDate: "2026-01-05",
    items: [{ id: "nut", lotSizing: lotSizing as never }],
    demands: needs.map((quantity, n) => ({
      id: `d${n}`,
      item: "nut",
      quantity,
      due: `2026-01-${`${n + 6}`.padStart(2, "0")}`,
    })),
  };
}
