import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { soundRows } from "../../test/support/random-bom.js";
import { runs } from "../../test/support/runs.js";
import {
  addRatios,
  divideRatios,
  formatRatio,
  multiplyRatios,
  parseRatio,
  type Ratio,
} from "../core/index.js";
import type { BomRow } from "./bom-row.js";
import { costRollUp } from "./cost-roll-up.js";
import { explodeSummarised } from "./explosion.js";
import { bomGraph } from "./graph.js";
import type { ItemCost } from "./item-cost.js";

const options = { numRuns: runs };
const money = fc.oneof(fc.nat({ max: 99 }), fc.constantFrom("0.01", "2.5", "1/3", "19.99"));
const itemCost = fc.record(
  { material: money, overhead: money, subcontract: money },
  { requiredKeys: [] },
);
const lot = fc.constantFrom<ItemCost>({}, { setup: 30, costingLot: 7 });
const hours = fc.constantFrom<ItemCost>({}, { run: "0.25", rate: "41.60" });
const cost = fc.tuple(itemCost, lot, hours).map((parts): ItemCost => Object.assign({}, ...parts));
const nine = <Value>(of: fc.Arbitrary<Value>) => fc.array(of, { minLength: 9, maxLength: 9 });
const scraps = fc.array(fc.constantFrom(undefined, 0, "0.05", "1/7"), {
  minLength: 16,
  maxLength: 16,
});

const exact = (value: number | string): Ratio => parseRatio(value)!;
const sum = (ratios: readonly Ratio[]): Ratio => ratios.reduce(addRatios, exact(0));

/** Rounds half up to whole 10^-decimals, exactly: what a lot costs may end in half a cent. */
function halfUp({ num, den }: Ratio, decimals: number): Ratio {
  const power = 10n ** BigInt(decimals);
  const doubled = 2n * num * power + den;
  return divideRatios({ num: doubled / (2n * den), den: 1n }, { num: power, den: 1n });
}

/** A lot of 7 costs 89.675; seven times 60 digits of the cost of one is less. */
const halfACent: [BomRow[], ItemCost[], [number, number][], 2] = [
  [
    { parent: "a", component: "b", quantity: 1.54 },
    { parent: "b", component: "c", quantity: "14/48" },
  ],
  Array.from({ length: 9 }, (_, n) => (n < 3 ? { setup: 30, costingLot: 7 } : {})),
  [[1, 0]],
  2,
];

/** What an item costs by itself, written out. */
function ownOf(one: ItemCost): Ratio {
  const of = (field: keyof ItemCost): Ratio => exact((one[field] ?? 0) as number | string);
  const setup = one.setup === undefined ? exact(0) : divideRatios(of("setup"), of("costingLot"));
  const run = multiplyRatios(of("run"), of("rate"));
  return sum([of("material"), setup, run, of("overhead"), of("subcontract")]);
}

/** Own cost and that of all below, by recursion over the rows. */
function recursive(
  rows: readonly BomRow[],
  item: string,
  own: (item: string) => Ratio,
  scrap: (row: number) => Ratio,
): Ratio {
  const lines = rows.flatMap(({ parent, component, quantity }, row) => {
    if (parent !== item) return [];
    const gross = multiplyRatios(exact(quantity), addRatios(exact(1), scrap(row)));
    return [multiplyRatios(gross, recursive(rows, component, own, scrap))];
  });
  return sum([own(item), ...lines]);
}

describe("Cost roll-up (B9)", () => {
  test.prop([soundRows, nine(cost), scraps], options)(
    "is own cost and that of the components, level by level",
    (rows, costs, markups) => {
      const graph = bomGraph(rows);
      const itemCosts = new Map(graph.items.map((id, n) => [id, costs[n % 9]!]));
      const found = costRollUp(graph, { itemCosts, scraps: markups.slice(0, rows.length) });
      const own = (id: string): Ratio => ownOf(itemCosts.get(id)!);
      const scrap = (row: number): Ratio => exact(markups[row] ?? 0);
      for (const item of graph.items) {
        const { own: here, rolledUp, making } = found.get(item)!;
        expect(here.total.ratio).toBe(formatRatio(own(item)));
        expect(rolledUp.total.ratio).toBe(formatRatio(recursive(rows, item, own, scrap)));
        expect(making).toEqual(rolledUp);
      }
    },
  );

  test.prop([soundRows, nine(money)], options)(
    "with bought material alone is the explosion × the prices",
    (rows, prices) => {
      const graph = bomGraph(rows);
      const parents = new Set(rows.map(({ parent }) => parent));
      const leaves = graph.items.filter((id) => !parents.has(id));
      const itemCosts = new Map(leaves.map((id, n) => [id, { material: prices[n % 9]! }]));
      const found = costRollUp(graph, { itemCosts });
      for (const item of parents) {
        const parts = [...explodeSummarised(graph, item)].map(([id, { ratio }]) =>
          multiplyRatios(exact(ratio), exact(itemCosts.get(id)?.material ?? 0)),
        );
        expect(found.get(item)?.rolledUp.total.ratio).toBe(formatRatio(sum(parts)));
      }
    },
  );

  const share = fc.tuple(fc.constantFrom(1, "2.5", "1/3"), fc.nat({ max: 30 }));
  const decimals = fc.constantFrom(undefined, 0, 2, 4);
  const besides = fc.array(share, { maxLength: 3 });
  test.prop([soundRows, nine(cost), besides, decimals], { ...options, examples: [halfACent] })(
    "is split over co-products without anything lost or added",
    (rows, costs, shares, places) => {
      fc.pre(rows.length > 0);
      const graph = bomGraph(rows);
      const lead = rows[0]!.parent;
      const itemCosts = new Map(graph.items.map((id, n) => [id, costs[n % 9]!]));
      const coProducts = shares.map(([quantity, percent], n) => ({
        parent: lead,
        item: `besides ${n}`,
        quantity,
        costShare: `${percent}/100`,
      }));
      const rounding = places === undefined ? {} : { decimals: places };
      const found = costRollUp(graph, { itemCosts, coProducts, ...rounding });
      const { making, rolledUp } = found.get(lead)!;
      const total = (item: string): Ratio => exact(found.get(item)!.rolledUp.total.ratio);
      const parts = coProducts.map((row) => multiplyRatios(exact(row.quantity), total(row.item)));
      const borne = sum([exact(rolledUp.total.ratio), ...parts]);
      if (places === undefined || shares.length === 0) {
        expect(formatRatio(borne)).toBe(making.total.ratio);
        return;
      }
      // Each element of the lot was rounded by itself before it was split.
      const size = exact((itemCosts.get(lead)?.costingLot ?? 1) as number);
      const elements = ["material", "setup", "run", "overhead", "subcontract"] as const;
      const whole = elements.map((element) =>
        halfUp(multiplyRatios(exact(making[element].ratio), size), places),
      );
      expect(formatRatio(multiplyRatios(borne, size))).toBe(formatRatio(sum(whole)));
    },
  );
});
