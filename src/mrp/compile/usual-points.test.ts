import { describe, expect, test } from "vitest";
import { readInput } from "../input/read-input.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";
import { compile } from "./compile.js";
import type { Model } from "./model.js";

type ItemRow = PlanningRow<"items">;

const items: ItemRow[] = [
  { id: "z-bike", decimals: 0, leadTime: 3, safetyStock: 2 },
  {
    id: "wheel",
    decimals: 2,
    leadTime: 1,
    lotSizing: { rule: "fixedOrderQuantity", quantity: 40 },
  },
  { id: "rim", leadTime: 1, lotSizing: { rule: "periodOrderQuantity", weeks: 2 }, minimumOrder: 5 },
  { id: "spoke", decimals: 3, orderMultiple: 0.125, onHand: 7 },
  {
    id: "steel",
    leadTime: 10,
    safetyStock: [{ from: "2025-01-01", quantity: 4 }],
    lotSizing: { rule: "fixedOrderQuantity", quantity: 30 },
    minimumOrder: 60,
  },
];

const bike: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  items,
  boms: [
    { item: "z-bike", lines: [{ item: "wheel", quantity: 2, scrap: 0.05 }] },
    {
      item: "wheel",
      lines: [
        { item: "rim", quantity: 1 },
        { item: "spoke", quantity: "100/3" },
        { item: "steel", quantity: 0 },
      ],
    },
    { item: "rim", lines: [{ item: "steel", quantity: 0.25 }] },
  ],
  demands: [
    { id: "late", item: "z-bike", quantity: 3, due: "2026-06-01" },
    { id: "past", item: "rim", quantity: 1, due: "2026-01-01" },
    { id: "d1", item: "z-bike", quantity: 3, due: "2026-02-16" },
  ],
  supplies: [{ id: "s1", item: "rim", quantity: 9, due: "2026-01-20", kind: "purchase" }],
};

/** The columns of points. */
function columnsOf(model: Model): object {
  const { netting, safetyTime, startTable, receipt, window, floor, lotRule } = model;
  const { lotFigure, minimum, multiple, sources, tables } = model;
  const columns = { netting, safetyTime, floor, lotRule, lotFigure, minimum, multiple };
  const daysOf = (column: Int32Array) => Array.from(column, (table) => tables.tables[table]);
  return {
    ...columns,
    sources: Array.from(netting, (_, point) => sources.at(point)),
    startTable: daysOf(startTable),
    receipt: daysOf(receipt),
    window: daysOf(window),
  };
}

/** The links into the first points, as many as there are of them. */
function linksInto(points: readonly string[], model: Model): object[] {
  const { links, problem } = model;
  const idOf = (point: number): string => problem.items[model.points.item[point]!]!.id;
  return points.flatMap((id) => {
    const component = model.points.find(problem.itemOf.get(id)!, 0, -1);
    return Array.from({ length: links.start[component + 1]! - links.start[component]! }, (_, n) => {
      const k = links.start[component]! + n;
      const ratio = [links.num[k], links.den[k]];
      const figures = { ratio, fixed: links.fixed[k], multiple: links.multiple[k] };
      const days = [links.offset[k], links.from[k], links.to[k], links.dueFrom[k], links.dueTo[k]];
      const table = model.tables.tables[links.table.at(k)];
      const selector = links.selector[k];
      return { into: id, from: idOf(links.parent[k]!), ...figures, selector, days, table };
    });
  });
}

describe("Items that are planned as most are", () => {
  test.each([
    {},
    { trigger: "atOrBelow" },
    { safetyStock: "leadTime" },
    { safetyStock: "never" },
    { grouping: "demand" },
  ] as const)("have the columns of those that are looked at one by one: %j", (conventions) => {
    const input: PlanningInput = { ...bike, conventions };
    // A row for the site that says nothing is read with care.
    const oneByOne = { ...input, itemSites: items.map(({ id }) => ({ item: id })) };
    const [usual, other] = [compile(readInput(input)), compile(readInput(oneByOne))];
    expect(usual.problem.figures.isUsual).toEqual(Uint8Array.of(1, 1, 1, 1, 1));
    expect(other.problem.figures.isUsual).toEqual(Uint8Array.of(0, 0, 0, 0, 0));
    expect(columnsOf(usual)).toEqual(columnsOf(other));
  });

  test("have the links of a problem in which each order is looked at", () => {
    const phantom: ItemRow = { id: "zz", phantom: true };
    const ids = items.map(({ id }) => id);
    const plain = linksInto(ids, compile(readInput(bike)));
    const other = linksInto(ids, compile(readInput({ ...bike, items: [...items, phantom] })));
    expect(plain).toHaveLength(4);
    expect(plain).toEqual(other);
  });
});
