import { fc } from "@fast-check/vitest";
import {
  type Bucket,
  type CrmRecordsInput,
  Decimal,
  demandFromCrm,
  type PlanningInput,
  planningRecord,
  planRequirements,
  readCrmRecords,
  type ScenarioPolicy,
} from "../../../src/index.js";

type Opportunity = NonNullable<CrmRecordsInput["opportunities"]>[number];

/** How they become demand. */
export const policy: ScenarioPolicy = {
  asOf: "2026-03-02",
  needDate: { from: "requestedOrClose", days: 10 },
  forecast: { prefer: "adjusted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "excluded",
};

const date = (day: number) => `2026-03-${`${day}`.padStart(2, "0")}`;

/** Probabilities are twelfths, so that brute force counts in whole numbers. */
const deal = fc.record({
  twelfths: fc.nat(12),
  closes: fc.integer({ min: 1, max: 20 }),
  requested: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
  isLinked: fc.boolean(),
  isQuoted: fc.boolean(),
  lines: fc.array(
    fc.record({ product: fc.constantFrom("a", "b"), quantity: fc.integer({ min: 0, max: 30 }) }),
    { minLength: 1, maxLength: 2 },
  ),
});

/** A few deals, a forecast that some are part of, and by how many days deals slip. */
export const pipeline = fc.record({
  deals: fc.array(deal, { maxLength: 4 }),
  slip: fc.constantFrom([0], [0, 0, 15], [-3, 9]),
  forecast: fc.integer({ min: 0, max: 40 }),
  bucket: fc.constantFrom<Bucket>("day", "week", "month"),
});

/** What {@link pipeline} makes. */
export type Pipeline = typeof pipeline extends fc.Arbitrary<infer Of> ? Of : never;
type Deal = Pipeline["deals"][number];

/** A deal as it is written: its place, how much later it comes, how likely it is. */
interface Written {
  readonly id: number;
  readonly deal: Deal;
  readonly slip: number;
  readonly twelfths: number;
}

/** A deal as an opportunity, or an opportunity with a quote; later by some days. */
function recordOf(deals: readonly Written[], forecast: number): CrmRecordsInput {
  const opportunities: Opportunity[] = [];
  const quotes: NonNullable<CrmRecordsInput["quotes"]>[number][] = [];
  for (const { id, deal: of, slip, twelfths } of deals) {
    const later = (day: number) =>
      new Date(Date.UTC(2026, 2, day + slip)).toISOString().slice(0, 10);
    const lines = of.lines.map((line, n) => ({ ...line, id: `${n}` }));
    // A forecast may be named only by what has its product.
    const isLinked = of.isLinked && lines.some(({ product }) => product === "a");
    const name = `${String.fromCharCode(122 - id)}${id}`;
    opportunities.push({
      ...{ id: name, account: "Bell", stage: "offer", status: "open" as const },
      ...{ probability: `${twelfths}/12`, closeDate: later(of.closes), lines },
      ...(of.requested === undefined ? {} : { requestedDate: later(of.requested) }),
      ...(isLinked ? { forecast: "F" } : {}),
    });
    if (!of.isQuoted) continue;
    quotes.push({
      ...{ id: `Q${name}`, account: "Bell", opportunity: name, version: 1 },
      ...{ status: "sent" as const, date: "2026-03-01" },
      lines: lines.map((line) => ({ ...line, quantity: line.quantity + 1 })),
      ...(of.requested === undefined ? {} : { requestedDate: later(of.requested) }),
    });
  }
  return {
    accounts: [{ id: "Bell" }],
    products: ["a", "b"].map((id) => ({ id, decimals: 0 })),
    ...{ opportunities, quotes },
    forecasts: [
      {
        ...{ id: "F", product: "a", from: date(9), until: date(15), quantity: forecast },
        ...{ version: 1, status: "submitted" },
      },
    ],
    orders: [
      {
        ...{ id: "O", account: "Bell", status: "open", date: "2026-03-01" },
        lines: [{ id: "1", product: "a", quantity: 5, requestedDate: date(12) }],
      },
    ],
  };
}

/** The records of a pipeline as they are. */
export const asIs = ({ deals, forecast }: Pipeline) =>
  recordOf(
    deals.map((one, id) => ({ id, deal: one, slip: 0, twelfths: one.twelfths })),
    forecast,
  );

/** What is planned with: two products, a part in packs by price break, a bolt at a unit cost. */
export const input: PlanningInput = {
  startDate: "2026-03-02",
  horizonEnd: "2026-05-31",
  currency: "EUR",
  items: [
    { id: "a", decimals: 0, leadTime: 3 },
    { id: "b", decimals: 0, leadTime: 1, onHand: 12 },
    { id: "part", decimals: 0, leadTime: 4, orderMultiple: 7 },
    { id: "bolt", decimals: 0, unitCost: "0.35" },
  ],
  boms: [
    {
      item: "a",
      lines: [
        { item: "part", quantity: 2 },
        { item: "bolt", quantity: 8 },
      ],
    },
    { item: "b", lines: [{ item: "part", quantity: 1 }] },
  ],
  sources: [{ item: "part", kind: "buy", price: 12, priceBreaks: [{ from: 60, price: "10.25" }] }],
};

/** Shares that are asked for. */
export const shares = [0, "1/12", 0.5, 0.9, 1];

/** Every way in which it may come out, each planned from the beginning without scenarios. */
export function bruteForce({ deals, slip, forecast, bucket }: Pipeline) {
  const outcomes: { weight: number; needs: Map<string, number>; cost: Decimal }[] = [];
  const walk = (id: number, coming: readonly Written[], weight: number): void => {
    const one = deals[id];
    if (weight === 0) return;
    if (one !== undefined) {
      walk(id + 1, coming, weight * (12 - one.twelfths) * slip.length);
      for (const days of slip) {
        const certain = { id, deal: one, slip: days, twelfths: 12 };
        walk(id + 1, [...coming, certain], weight * one.twelfths);
      }
      return;
    }
    const records = readCrmRecords(recordOf(coming, forecast));
    const certain = { use: "threshold", above: 0 } as const;
    const { demands } = demandFromCrm(records, { ...policy, deals: certain });
    const plan = planRequirements({ ...input, demands });
    const needs = new Map<string, number>();
    for (const item of ["a", "b", "part", "bolt"]) {
      for (const row of planningRecord(plan, item, { bucket }).rows)
        if (!row.gross.isZero()) needs.set(`${item} ${row.date}`, row.gross.toNumber());
    }
    let cost = new Decimal(0);
    for (const { item, startQuantity, price } of plan.orders) {
      if (item === "part") cost = cost.plus(price!.amount);
      if (item === "bolt") cost = cost.plus(startQuantity.times("0.35"));
    }
    outcomes.push({ weight, needs, cost });
  };
  walk(0, [], 1);
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  const percentiles = (figure: (outcome: (typeof outcomes)[number]) => Decimal) =>
    shares.map((share) => {
      const [num = 0, den = 1] = share === "1/12" ? [1, 12] : [Number(share) * 10, 10];
      let upTo = 0;
      for (const outcome of outcomes.toSorted((x, y) => figure(x).cmp(figure(y)))) {
        upTo += outcome.weight;
        if (upTo * den >= num * total) return `${figure(outcome)}`;
      }
      return "none";
    });
  const places = new Set(outcomes.flatMap(({ needs }) => [...needs.keys()]));
  const requirements = [...places]
    .sort()
    .map((place) => `${place}: ${percentiles(({ needs }) => new Decimal(needs.get(place) ?? 0))}`);
  return { requirements, costs: percentiles(({ cost }) => cost) };
}
