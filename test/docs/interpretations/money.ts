import {
  inventoryFigures,
  inventoryValue,
  type Ledger,
  type PlanningInput,
  productionPlan,
  standardCosts,
  workforcePlan,
} from "orlicky";
import type { FeedbackCase } from "./feedback.js";
import { columns, ledgerOf, planOf } from "./money-problem.js";
import { demand, purchase } from "./problem.js";

/** Postings of accounts: `day account amount`. */
function posted(ledger: Ledger, ...accounts: readonly string[]): readonly string[] {
  return [...ledger.postings]
    .filter(({ account }) => accounts.includes(account))
    .map(({ date, account, cause, amount }) => `${date.slice(5)} ${account} ${cause} ${amount}`);
}

const dollars = [
  { from: "USD", to: "EUR", rate: "0.9" },
  { from: "USD", to: "EUR", rate: "0.8", date: "2026-01-10" },
];

/** A cart of two wheels at 3, set up for 20 in lots of 10. */
const carts: Partial<PlanningInput> = {
  items: [
    { id: "cart", setupCost: 20, lotSizing: { rule: "fixedOrderQuantity", quantity: 10 } },
    { id: "wheel", unitCost: 3, onHand: 100 },
  ],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
  demands: [demand("d", 14, 20, "cart")],
};

/** What a ledger posts, and what stock and production come to. */
export const money: readonly FeedbackCase[] = [
  {
    k: "K75",
    shows:
      "an order has the rate of its order day; what is open is committed on the planning start",
    ask: () =>
      posted(
        ledgerOf(
          {
            items: [{ id: "a", unitCost: 2, leadTime: 3 }],
            sources: [{ item: "a", kind: "buy", supplier: "Smith", price: 5, currency: "USD" }],
            supplies: [purchase("open", 4, 9)],
            demands: [demand("d", 14, 19)],
          },
          { rates: dollars, terms: { defaultSupplier: { netDays: 5 } } },
        ),
        "purchaseCommitment",
        "purchasePriceVariance",
        "cashOut",
      ),
    answer: [
      "01-05 purchaseCommitment purchase 8",
      "01-14 cashOut purchase 8",
      "01-16 purchaseCommitment purchase 40",
      "01-19 purchasePriceVariance purchase 20",
      "01-24 cashOut purchase 40",
    ],
  },
  {
    k: "K75",
    shows: "what is done is cleared, cause by cause: one set-up instead of one for each ten",
    ask: () => posted(ledgerOf(carts), "productionVariance"),
    answer: [
      "01-20 productionVariance issue 120",
      "01-20 productionVariance setup 20",
      "01-20 productionVariance issue -120",
      "01-20 productionVariance setup -40",
    ],
  },
  {
    k: "K75",
    shows:
      "a scheduled order is in process until its own due day; what it is drawn for goes out then",
    ask: () => {
      const firm = { kind: "production", firm: true, scheduled: true } as const;
      const supply = { id: "MO 1", item: "cart", quantity: 20, start: "2026-01-16" } as const;
      return posted(
        ledgerOf({ ...carts, supplies: [{ ...supply, ...firm, due: "2026-01-21" }] }),
        ...["inventory", "workInProcess"],
      );
    },
    answer: [
      "01-05 inventory opening 300",
      "01-16 inventory issue -120",
      "01-16 workInProcess issue 120",
      "01-16 workInProcess setup 20",
      "01-21 inventory production 160",
      "01-21 inventory shipment -112",
      "01-21 workInProcess variance 160",
      "01-21 workInProcess production -160",
      "01-21 workInProcess variance -120",
      "01-21 workInProcess variance -20",
    ],
  },
  {
    k: "K75",
    shows: "an order that is done after the horizon is in process at its end, and has no variance",
    ask: () => {
      const firm = { kind: "production", firm: true, start: "2026-01-16" } as const;
      return posted(
        ledgerOf({
          ...carts,
          ...{ horizonEnd: "2026-01-19", demands: [] },
          supplies: [{ id: "MO 1", item: "cart", quantity: 20, ...firm, due: "2026-01-21" }],
        }),
        ...["inventory", "workInProcess", "productionVariance"],
      );
    },
    answer: [
      "01-05 inventory opening 300",
      "01-16 inventory issue -120",
      "01-16 workInProcess issue 120",
      "01-16 workInProcess setup 20",
    ],
  },
  {
    k: "K76",
    shows: "planned is what went into what is done, completed its standard cost",
    ask: () =>
      columns(
        productionPlan(ledgerOf(carts)).rows,
        ...["material", "setup", "planned", "completed", "variance", "setupVariance"],
      ),
    answer: ["120 20 140 160 -20 -20"],
  },
  {
    k: "K77",
    shows: "two people set up for an hour, one works on; who is not known is not 0",
    ask: () => {
      const plan = planOf({
        workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
        items: [{ id: "a", leadTime: 1 }],
        sources: [{ item: "a", kind: "make" }],
        routings: [
          { id: "r", item: "a", operations: [{ id: "1", workCenter: "saw", setup: 1, run: 2 }] },
        ],
        demands: [demand("d", 3, 8)],
      });
      const skills = [{ skill: "sawyer", workCenter: "saw", setupPeople: 2 }];
      const { rows, missing } = workforcePlan(plan, { skills });
      return [
        ...[...rows].map((row) => `${row.required} of ${row.available}`),
        ...missing.map(({ reason }) => reason),
      ];
    },
    answer: ["8 of null", "people"],
  },
  {
    k: "K78",
    shows:
      "what goes out before it comes stands below 0 at standard, and is corrected when it comes",
    ask: () => {
      const plan = planOf({
        horizonEnd: "2026-01-31",
        conventions: { pastDue: "forward" },
        items: [{ id: "a", unitCost: 4, leadTime: 4 }],
        sources: [{ item: "a", kind: "buy", price: 5 }],
        demands: [demand("d", 10, 5)],
      });
      const value = inventoryValue(plan, { costs: standardCosts(plan), method: "fifo" });
      return value
        .drill(value.rows[0]!)
        .map(({ date, cause, amount }) => `${date.slice(5)} ${cause} ${amount}`);
    },
    answer: ["01-05 demand -40", "01-09 order 50", "01-09 correction -10"],
  },
  {
    k: "K79",
    shows: "the average is that of the ends of days, and what goes out to nothing is obsolete",
    ask: () => {
      const plan = planOf({
        horizonEnd: "2026-01-14",
        items: [
          { id: "a", unitCost: 2, onHand: 10 },
          { id: "b", unitCost: 1, onHand: 7 },
        ],
        demands: [demand("d", 10, 10)],
      });
      const { rows } = inventoryFigures(plan, { costs: standardCosts(plan), by: ["item"] });
      return columns(rows, "item", "averageValue", "issuedValue", "obsoleteValue");
    },
    answer: ["a 10 20 0", "b 7 0 7"],
  },
];
