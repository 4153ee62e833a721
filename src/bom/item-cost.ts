import { divideRatios, multiplyRatios, ONE, type Ratio } from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  readByRow,
  readFields,
  readMap,
  readQuantity,
} from "./argument.js";
import { type CoProductRow, type ReadCoProducts, readCoProducts } from "./co-product.js";
import type { BomGraph } from "./columns.js";
import type { Cost } from "./cost-elements.js";
import { show } from "./issue.js";
import type { AskedQuantity } from "./question.js";
import { readSplitDecimals } from "./share-split.js";

/** What an item costs by itself, without its components. All of it 0 or more, 0 when left out. */
export interface ItemCost {
  /** Price of one unit bought. */
  readonly material?: AskedQuantity | undefined;
  /** Cost of one setup; needs a `costingLot`. */
  readonly setup?: AskedQuantity | undefined;
  /** Units over which a setup is spread, above 0. */
  readonly costingLot?: AskedQuantity | undefined;
  /** Hours of one unit; needs a `rate`. */
  readonly run?: AskedQuantity | undefined;
  /** Money for an hour. */
  readonly rate?: AskedQuantity | undefined;
  /** Overhead of one unit. */
  readonly overhead?: AskedQuantity | undefined;
  /** Price of the work of others on one unit. */
  readonly subcontract?: AskedQuantity | undefined;
}

/** The costs that are rolled up. */
export interface BomCosts {
  /** Item → its own cost. Everything without a bill of its own has one; there may be further items. */
  readonly itemCosts: ReadonlyMap<string, ItemCost>;
  /** One entry for each row of the bill: the part by which its need is marked up, 0 or more. */
  readonly scraps?: readonly (AskedQuantity | undefined)[] | undefined;
  /** What comes out of a bill besides its item. */
  readonly coProducts?: readonly CoProductRow[] | undefined;
  /**
   * When given, 0 to 12: what a costing lot costs is rounded half up to whole 10^-decimals of the
   * currency before it is split over co-products, by largest remainder.
   */
  readonly decimals?: number | undefined;
}

/** Costs that were read. */
export interface ReadCosts {
  readonly own: ReadonlyMap<string, Cost>;
  readonly lots: ReadonlyMap<string, Ratio>;
  readonly scrap: (row: number) => Ratio;
  readonly coProducts: ReadCoProducts;
  /** undefined: split exactly. */
  readonly decimals: number | undefined;
}

const ITEM = ["material", "setup", "costingLot", "run", "rate", "overhead", "subcontract"] as const;
const COSTS = ["itemCosts", "scraps", "coProducts", "decimals"] as const;
const ZERO: Ratio = { num: 0n, den: 1n };

/** Reads the costs that are rolled up, and notes every item that nothing gives a cost. */
export function readCosts(graph: BomGraph, value: unknown, issues: Issues): ReadCosts {
  const fields = readFields(value, ["costs"], COSTS, issues);
  const own = new Map<string, Cost>();
  const lots = new Map<string, Ratio>();
  for (const [id, cost] of readMap(fields.itemCosts, ["costs", "itemCosts"], issues)) {
    const { figures, lot } = readItemCost(cost, ["costs", "itemCosts", id], issues);
    own.set(id, figures);
    lots.set(id, lot);
  }
  const coProducts = readCoProducts(graph, fields.coProducts, issues);
  noteOwnCosts(graph, coProducts, own, issues);
  noteWithoutCost(graph, coProducts, own, issues);
  const scrap = readByRow(
    fields.scraps,
    ["costs", "scraps"],
    graph.lineRatio.length,
    (entry, path) => readQuantity(entry, path, "0 or more", issues),
    ZERO,
    issues,
  );
  const decimals =
    fields.decimals === undefined
      ? undefined
      : readSplitDecimals(fields.decimals, ["costs", "decimals"], issues);
  return { own, lots, scrap, coProducts, decimals };
}

function readItemCost(value: unknown, path: readonly string[], issues: Issues) {
  const fields = readFields(value, path, ITEM, issues);
  const figure = (field: keyof ItemCost): Ratio =>
    fields[field] === undefined
      ? ZERO
      : readQuantity(fields[field], [...path, field], "0 or more", issues);
  // What is given without the other half says nothing.
  const needs = (field: keyof ItemCost, other: keyof ItemCost): void => {
    if (fields[field] === undefined || fields[other] !== undefined) return;
    const message = `The ${other} of ${show(path.at(-1))} is missing, and its ${field} needs one.`;
    issues.push({ code: "missingField", path: [...path, other], message });
  };
  needs("setup", "costingLot");
  needs("run", "rate");
  needs("rate", "run");
  const lot =
    fields.costingLot === undefined
      ? ONE
      : readQuantity(fields.costingLot, [...path, "costingLot"], "above 0", issues);
  const setup = lot.num > 0n ? divideRatios(figure("setup"), lot) : ZERO;
  const run = multiplyRatios(figure("run"), figure("rate"));
  const figures: Cost = [
    figure("material"),
    setup,
    run,
    figure("overhead"),
    figure("subcontract"),
    ZERO,
  ];
  return { figures, lot };
}

/** A co-product gets its cost from its lead item, and from nowhere else. */
function noteOwnCosts(
  graph: BomGraph,
  { rowOf }: ReadCoProducts,
  own: ReadonlyMap<string, Cost>,
  issues: Issues,
): void {
  for (const [id, row] of rowOf) {
    if (!own.has(id) && !hasBill(graph, graph.numberOf.get(id))) continue;
    const message = `The co-product ${show(id)} bears a share of its lead item's cost and has a ${own.has(id) ? "cost" : "bill"} of its own too. Take one of them out.`;
    noteContradiction(["costs", "coProducts", row, "item"], message, issues);
  }
}

function noteWithoutCost(
  graph: BomGraph,
  { rowOf }: ReadCoProducts,
  own: ReadonlyMap<string, Cost>,
  issues: Issues,
): void {
  for (const [n, id] of graph.items.entries()) {
    if (own.has(id) || rowOf.has(id) || hasBill(graph, n)) continue;
    const message = `The cost of ${show(id)} is missing, and no bill says what it is made of. Give its material, 0 if it is free.`;
    issues.push({ code: "missingField", path: ["costs", "itemCosts", id], message });
  }
}

function hasBill({ linesBelow }: BomGraph, n: number | undefined): boolean {
  return n !== undefined && linesBelow.start[n]! < linesBelow.start[n + 1]!;
}
