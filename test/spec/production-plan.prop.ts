import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  Decimal,
  type Ledger,
  type LedgerReport,
  type PlanningInput,
  PlanningInputError,
  type ProductionColumn,
  type ProductionRow,
  planLedger,
  productionPlan,
  type ReportKey,
  type ReportOptions,
  standardCosts,
} from "../../src/index.js";
import { spoiled } from "../support/hostile.js";
import { costed, rates } from "../support/ledger-problem.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import { realArrivals } from "../support/real-stock.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: Math.ceil(runs / 16) };

/** Problems with a shop floor; what is made has a cost of its own now and then, else a rolled one. */
const madeProblem: fc.Arbitrary<PlanningInput> = fc
  .tuple(
    costed(problemOf({ with: ["routings"], without: ["reservations"] })),
    fc.infiniteStream(fc.nat(3)),
  )
  .map(([input, draws]) => {
    const made = new Set((input.boms ?? []).map(({ item }) => item));
    return {
      ...input,
      workCenters: (input.workCenters ?? []).map((center) => ({ ...center, costPerHour: 30 })),
      items: (input.items ?? []).map(({ unitCost, ...item }) =>
        made.has(item.id) && draws.next().value > 0 ? item : { ...item, unitCost },
      ),
    };
  });

/** A ledger that knows what an hour is made of at every other work centre. */
function ledgerOf(input: PlanningInput): Ledger {
  const plan = planOf(input);
  const divided = (input.workCenters ?? []).filter((_, n) => n % 2 === 0);
  const hourCosts = Object.fromEntries(
    divided.map(({ id }) => [id, { labor: "62/3", machine: 5, overhead: "13/3" }]),
  );
  return planLedger(plan, { costs: standardCosts(plan, { rates }), rates, hourCosts });
}

const keys = fc.subarray<ReportKey>([
  ...(["family", "item", "site", "segment", "order", "supply", "supplier", "workCenter"] as const),
]);
const bucket = fc.constantFrom(undefined, "day", "week", "month", "quarter", "year");

type Report = LedgerReport<ProductionRow, ProductionColumn>;

const near = (value: Decimal): string => value.toDecimalPlaces(30).plus(0).toFixed();

const sumOf = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, one) => sum.plus(one), new Decimal(0));

const INPUTS = [
  "material",
  "labor",
  "machine",
  "overhead",
  "hours",
  "setup",
  "subcontract",
] as const;
const VARIANCES = [
  "materialVariance",
  "setupVariance",
  "runVariance",
  "subcontractVariance",
  "openingVariance",
  "coProductVariance",
  "otherVariance",
] as const;
/** What leaves work in process is counted as it comes of it. */
const OUTGOING: ReadonlySet<ProductionColumn> = new Set(["planned", "completed"]);
const COLUMNS: readonly ProductionColumn[] = [
  ...INPUTS,
  ...VARIANCES,
  ...(["opening", "absorbed", "planned", "closing", "completed", "variance"] as const),
];

const someColumns = fc.subarray([...COLUMNS], { minLength: 1, maxLength: 4 });

/** What the ledger posted for each order, by its name, under some accounts and causes. */
function byOrder(ledger: Ledger, account: string, causes?: readonly string[]) {
  const sums = new Map<string, Decimal>();
  for (const posting of ledger.postings) {
    if (posting.account !== account || causes?.includes(posting.cause) === false) continue;
    const name = JSON.stringify([posting.order, posting.supply]);
    sums.set(name, (sums.get(name) ?? new Decimal(0)).plus(posting.amount));
  }
  return (name: string): Decimal => sums.get(name) ?? new Decimal(0);
}

describe("A production plan", () => {
  test.prop([madeProblem, keys, bucket], cases)(
    "adds up in every row: work in process opens with what is left of the period before, takes in what is absorbed, loses what goes into orders that are done; standard and variance are what is planned, and causes the variance",
    (input, by, length) => {
      const { rows } = productionPlan(ledgerOf(input), { by, bucket: length });
      const left = new Map<string, Decimal>();
      for (const row of rows) {
        const { opening, absorbed, planned, closing, completed, variance } = row;
        expect(near(opening.plus(absorbed).minus(planned))).toBe(near(closing));
        // What comes of an order is of no work centre, what goes in may be.
        if (!by.includes("workCenter")) {
          expect(near(completed.plus(variance))).toBe(near(planned));
        }
        expect(near(sumOf(INPUTS.map((name) => row[name])))).toBe(near(absorbed));
        expect(near(sumOf(VARIANCES.map((name) => row[name])))).toBe(near(variance));
        const name = JSON.stringify(by.map((key) => row[key]));
        const before = left.get(name);
        if (before !== undefined) expect(near(opening)).toBe(near(before));
        left.set(name, closing);
      }
    },
    patience,
  );

  test.prop([madeProblem, keys, bucket, someColumns], cases)(
    "has in every figure the sum of its postings, and in all rows those of the whole, for every grouping",
    (input, by, length, columns) => {
      const ledger = ledgerOf(input);
      const report: Report = productionPlan(ledger, { by, bucket: length });
      const [whole] = productionPlan(ledger).rows;
      for (const column of columns) {
        for (const row of report.rows) {
          const behind = Array.from(report.drill(row, column), ({ amount }) => amount);
          const sum = OUTGOING.has(column) ? sumOf(behind).negated() : sumOf(behind);
          expect(near(row[column])).toBe(near(sum));
        }
        if (column === "opening" || column === "closing") continue;
        expect(near(sumOf(report.rows.map((row) => row[column])))).toBe(
          near(whole?.[column] ?? new Decimal(0)),
        );
      }
    },
    patience,
  );

  test.prop([madeProblem], cases)(
    "takes into an order what is absorbed for it, and has what comes of it at standard cost as stock has it; of an order that is done nothing is in process, of one that is done after the horizon all that went in",
    (input) => {
      const ledger = ledgerOf(input);
      const left = byOrder(ledger, "workInProcess");
      const plan = planOf(input);
      const done = new Set(
        [
          ...Array.from(plan.orders, ({ id, due }) => ({ name: [id, null], due })),
          ...[...realArrivals(plan)].map(([id, due]) => ({ name: [null, id], due })),
        ].flatMap(({ name, due }) => (due <= plan.horizonEnd ? [JSON.stringify(name)] : [])),
      );
      const material = byOrder(ledger, "materialIssued");
      const ofSetup = byOrder(ledger, "setupAbsorbed");
      const ofRun = byOrder(ledger, "runAbsorbed");
      const ofSuppliers = byOrder(ledger, "subcontract");
      const received = byOrder(ledger, "inventory", ["production", "subcontract", "coProduct"]);
      for (const row of productionPlan(ledger, { by: ["order", "supply"] }).rows) {
        const name = JSON.stringify([row.order, row.supply]);
        const hours = sumOf([row.labor, row.machine, row.overhead, row.hours, row.setup]);
        expect(
          [row.material, hours, row.subcontract, row.completed, row.closing].map(near),
        ).toEqual(
          [
            material(name),
            ofSetup(name).plus(ofRun(name)),
            ofSuppliers(name),
            received(name),
            done.has(name) ? new Decimal(0) : left(name),
          ].map(near),
        );
        if (!done.has(name)) expect(near(row.planned)).toBe("0");
      }
    },
    patience,
  );

  const plan = planOf({
    startDate: "2026-01-05",
    items: [{ id: "cart" }, { id: "wheel", unitCost: 2 }],
    boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
    demands: [{ id: "d1", item: "cart", quantity: 3, due: "2026-01-16" }],
  });
  const ledger = planLedger(plan, { costs: standardCosts(plan) });
  const sound = { by: ["item"], bucket: "week", round: { decimals: 2, on: "total" } };
  const noLedger = fc.constantFrom<unknown>(undefined, null, 3, "ledger", [], {}, plan, {
    group: 1,
  });
  const given = fc.oneof({ weight: 3, arbitrary: fc.constant<unknown>(ledger) }, noLedger);
  test.prop([given, spoiled(sound)], { numRuns: runs / 2 })(
    "is made, or there is a list of mistakes, whatever is asked",
    (of, options) => {
      try {
        expect(productionPlan(of as Ledger, options as ReportOptions)).toBeDefined();
      } catch (error) {
        expect((error as Error).name).toBe(PlanningInputError.name);
      }
    },
  );
});
