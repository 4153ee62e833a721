import {
  bomGraph,
  costRollUp,
  cumulativeLeadTimes,
  explodeSummarised,
  lowLevelCodesOf,
} from "../../../src/bom/index.js";
import { Decimal, planRequirements } from "../../../src/index.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";
import { type Num, quantityText, sumOf } from "./quantities.js";

interface Line {
  readonly parent: string;
  readonly component: string;
  readonly quantity: Num;
}

interface Input {
  readonly bom: readonly Line[];
  readonly demand?: Readonly<Record<string, Num>>;
  readonly phantoms?: readonly string[];
}

interface Expected {
  readonly totals?: Readonly<Record<string, Num>>;
  readonly lowLevelCodes?: Readonly<Record<string, number>>;
  readonly noOrdersFor?: readonly string[];
}

interface CostInput {
  readonly bom: readonly Line[];
  readonly ownCost: Readonly<Record<string, Num>>;
  readonly leadTime?: Readonly<Record<string, number>>;
}

interface CostExpected {
  readonly rolledUpCost?: Readonly<Record<string, Num>>;
  readonly cumulativeLeadTime?: Readonly<Record<string, number>>;
  readonly lowLevelCodes?: Readonly<Record<string, number>>;
}

interface ScrapInput {
  readonly quantity: Num;
  readonly assemblyScrap: Num;
  readonly lines: readonly { readonly quantity: Num; readonly componentScrap: Num }[];
}

interface ScrapExpected {
  readonly orderQuantity: Num;
  readonly assemblyScrap: Num;
  readonly required: readonly Num[];
  readonly componentScrap: readonly Num[];
}

const EXPLOSION: readonly (keyof Expected)[] = ["totals", "lowLevelCodes", "noOrdersFor"];

const COST_ROLL_UP: readonly (keyof CostExpected)[] = [
  "rolledUpCost",
  "cumulativeLeadTime",
  "lowLevelCodes",
];

const SCRAP_MARKUP: readonly (keyof ScrapExpected)[] = [
  "orderQuantity",
  "assemblyScrap",
  "required",
  "componentScrap",
];

/** Runs a case of the area `bom`, by its kind. */
export function bom(published: PublishedCase): Verdict {
  switch (published.kind) {
    case "explosion":
    case "lowLevelCodes":
      return verdictOf([
        ...faultsOfExpected(published.expected, EXPLOSION),
        ...explosion(published.input as Input, published.expected as Expected),
      ]);
    case "costRollUp":
      return verdictOf([
        ...faultsOfExpected(published.expected, COST_ROLL_UP),
        ...costs(published.input as CostInput, published.expected as CostExpected),
      ]);
    case "scrapMarkup":
      return verdictOf([
        ...faultsOfExpected(published.expected, SCRAP_MARKUP),
        ...scrapMarkup(published.input as ScrapInput, published.expected as ScrapExpected),
      ]);
    default:
      return { outcome: "notYet", reason: `the kind ${published.kind} has no function` };
  }
}

function explosion({ bom: lines, demand = {}, phantoms = [] }: Input, expected: Expected) {
  const graph = bomGraph(lines);
  const totals = new Map<string, Decimal>();
  const add = (item: string, quantity: Decimal | Num): void => {
    totals.set(item, sumOf([totals.get(item) ?? 0, quantity]));
  };
  for (const [item, quantity] of Object.entries(demand)) {
    add(item, quantity);
    if (!graph.numberOf.has(item)) continue;
    for (const [component, total] of explodeSummarised(graph, item, quantity)) {
      add(component, total.quantity);
    }
  }
  const codes = lowLevelCodesOf(graph);
  const ordered = new Set(expected.noOrdersFor ? ordersOf(lines, demand, phantoms) : []);
  const named = [expected.totals, expected.lowLevelCodes].flatMap((of) => Object.keys(of ?? {}));
  return [
    ...[...named, ...(expected.noOrdersFor ?? [])].flatMap((item) =>
      codes.has(item) || item in demand ? [] : [`the case has no item ${item}`],
    ),
    ...differences("total of", expected.totals, (item) => totals.get(item) ?? 0),
    ...differences("low-level code of", expected.lowLevelCodes, (item) => codes.get(item) ?? -1),
    ...(expected.noOrdersFor ?? []).flatMap((item) =>
      ordered.has(item) ? [`orders for ${item}: expected none`] : [],
    ),
  ];
}

/** Own costs, whatever they are spent on, are the material of an item here. */
function costs({ bom: lines, ownCost, leadTime }: CostInput, expected: CostExpected): string[] {
  const graph = bomGraph(lines);
  const itemCosts = new Map(Object.entries(ownCost).map(([id, material]) => [id, { material }]));
  const rolledUp = costRollUp(graph, { itemCosts });
  const codes = lowLevelCodesOf(graph);
  const leadTimes = new Map(Object.entries(leadTime ?? {}));
  const days = expected.cumulativeLeadTime && cumulativeLeadTimes(graph, { leadTimes });
  return [
    ...Object.entries(expected.rolledUpCost ?? {}).flatMap(([item, figure]) => {
      const found = rolledUp.get(item)?.rolledUp.total.amount;
      // As the area says: published figures may be rounded.
      if (found?.minus(quantityText(figure)).abs().lte("1e-9") === true) return [];
      return [`rolled-up cost of ${item}: expected ${figure}, found ${found ?? "none"}`];
    }),
    ...differences("lead time of", expected.cumulativeLeadTime, (item) => days?.get(item) ?? -1),
    ...differences("low-level code of", expected.lowLevelCodes, (item) => codes.get(item) ?? -1),
  ];
}

/** The items that a plan of the demand has orders for. */
function ordersOf(
  lines: readonly Line[],
  demand: Readonly<Record<string, Num>>,
  phantoms: readonly string[],
): string[] {
  const ids = [...lines.flatMap(({ parent, component }) => [parent, component])];
  const items = [...new Set([...ids, ...Object.keys(demand)])];
  const parents = [...new Set(lines.map(({ parent }) => parent))];
  const plan = planRequirements({
    startDate: START,
    items: items.map((id) => ({ id, phantom: phantoms.includes(id) })),
    boms: parents.map((item) => ({
      item,
      lines: lines
        .filter(({ parent }) => parent === item)
        .map(({ component, quantity }) => ({ item: component, quantity })),
    })),
    demands: Object.entries(demand).map(([item, quantity], n) => ({
      id: `d${n}`,
      item,
      quantity,
      due: START,
    })),
  });
  return [...plan.orders].map(({ item }) => item);
}

const START = "2026-01-05";

/** A markup is the `scrap` of a line: the assembly's on the line that wants it, and so on down. */
function scrapMarkup(input: ScrapInput, expected: ScrapExpected): string[] {
  const components = input.lines.map((_, n) => `component ${n}`);
  const plan = planRequirements({
    startDate: START,
    items: ["wanted", "assembly", ...components].map((id) => ({ id })),
    boms: [
      {
        item: "wanted",
        lines: [{ item: "assembly", quantity: 1, scrap: input.assemblyScrap }],
      },
      {
        item: "assembly",
        lines: input.lines.map(({ quantity, componentScrap }, n) => ({
          item: components[n]!,
          quantity,
          scrap: componentScrap,
        })),
      },
    ],
    demands: [{ id: "d", item: "wanted", quantity: input.quantity, due: START }],
  });
  const orders = [...plan.orders];
  const ordered = (id: string): Decimal =>
    sumOf(orders.filter(({ item }) => item === id).map(({ quantity }) => quantity));
  const assemblies = ordered("assembly");
  const required = components.map(ordered);
  const wanted = new Decimal(quantityText(input.quantity));
  const net = input.lines.map(({ quantity }) => wanted.times(quantityText(quantity)));
  const found: Record<keyof ScrapExpected, Decimal | Decimal[]> = {
    orderQuantity: assemblies,
    assemblyScrap: assemblies.minus(quantityText(input.quantity)),
    required,
    componentScrap: required.map((quantity, n) => quantity.minus(net[n] ?? new Decimal(0))),
  };
  const text = (figures: Num | Decimal | readonly (Num | Decimal)[]): string =>
    [figures].flat().map(quantityText).join(" ");
  return SCRAP_MARKUP.flatMap((field) => {
    if (expected[field] === undefined) return [];
    const [figures, got] = [text(expected[field]), text(found[field])];
    return figures === got ? [] : [`${field}: expected ${figures}, found ${got}`];
  });
}

function differences(
  what: string,
  expected: Readonly<Record<string, Num>> | undefined,
  found: (item: string) => Num | Decimal,
): string[] {
  return Object.entries(expected ?? {}).flatMap(([item, figure]) => {
    const [wanted, got] = [quantityText(figure), quantityText(found(item))];
    return wanted === got ? [] : [`${what} ${item}: expected ${wanted}, found ${got}`];
  });
}
