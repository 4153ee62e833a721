import { addRatios, formatPath, multiplyRatios, ONE, type Ratio } from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  type Path,
  readFields,
  readGraphOf,
  readId,
  readList,
  readQuantities,
  readQuantity,
  refuseAll,
} from "./argument.js";
import type { BomGraph } from "./columns.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { partsOfKit, readKits } from "./kit-explosion.js";
import type { AskedQuantity } from "./question.js";

/** A supply that is on its way. */
export interface OpenSupply {
  readonly item: string;
  /** What is still to come, 0 or more. */
  readonly quantity: AskedQuantity;
}

/** A need that is not met yet, or not whole. */
export interface OpenDemand {
  readonly item: string;
  /** What was wanted in all, 0 or more. */
  readonly quantity: AskedQuantity;
  /** What of it has left the stock already; 0 when left out. */
  readonly consumed?: AskedQuantity | undefined;
  /** What of the rest is reserved in the stock; 0 when left out. */
  readonly allocated?: AskedQuantity | undefined;
}

/** Stock, supplies and needs, with the kits among their items. */
export interface OpenPosition {
  /** Item → quantity on hand, reserved or not. */
  readonly stock: ReadonlyMap<string, AskedQuantity>;
  readonly supplies?: readonly OpenSupply[] | undefined;
  readonly demands?: readonly OpenDemand[] | undefined;
  /** Ids of the kits, each an item of the graph with components; they count as their parts. */
  readonly kits?: readonly string[] | undefined;
}

/** Where an item stands when everything that is open has been done. */
export interface ProjectedAvailability {
  /** Stock then; below 0 when more is wanted than there is and comes. */
  readonly projected: ExactQuantity;
  /** What is wanted and neither in stock nor on its way. */
  readonly required: ExactQuantity;
  /** Of the stock on hand, what no need has reserved; may be below 0. */
  readonly free: ExactQuantity;
}

interface Sums {
  projected: Ratio;
  free: Ratio;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/**
 * Projects the stock of each item to the day on which all that is open has been done.
 *
 * Projected = stock + supplies − what of the needs has not left the stock yet. What is reserved is in
 * the stock still, so that it is wanted once and not twice. A kit in a need, a supply or the stock
 * counts as its parts.
 *
 * @param graph - the bills of the kits; other bills may be in it, see {@link bomGraph}
 * @param position - stock, supplies, needs; ids of the kits
 * @returns item → projected stock, what is still to be got, and free stock, by id; kits are not there
 * @throws PlanningInputError with everything that is wrong; more consumed and allocated than was wanted
 * is a `contradiction`
 *
 * Source: APICS dictionary, "projected available balance", "allocation".
 *
 * @example
 * ```ts
 * const graph = bomGraph([{ parent: "set", component: "cup", quantity: 6 }]);
 * const cup = projectedAvailability(graph, {
 *   kits: ["set"],
 *   stock: new Map([["cup", 20]]),
 *   demands: [{ item: "set", quantity: 3, allocated: 2 }, { item: "cup", quantity: 5, consumed: 1 }],
 * }).get("cup");
 * [cup?.projected.ratio, cup?.required.ratio, cup?.free.ratio]; // => ["-2", "2", "8"]
 * ```
 */
export function projectedAvailability(
  graph: BomGraph,
  position: OpenPosition,
): ReadonlyMap<string, ProjectedAvailability> {
  const issues: Issues = [];
  const bom = readGraphOf(graph, ["graph"], issues);
  const fields = readFields(
    position,
    ["position"],
    ["stock", "supplies", "demands", "kits"],
    issues,
  );
  const kits = readKits(bom, fields.kits ?? [], ["position", "kits"], issues);
  const stock = readQuantities(fields.stock, ["position", "stock"], "any number", issues);
  const supplies = readRows(fields.supplies, "supplies", readSupply, issues);
  const demands = readRows(fields.demands, "demands", readDemand, issues);
  refuseAll(issues);
  const sums = new Map<string, Sums>();
  const parts = new Map<number, [number, Ratio][]>(); // of a kit that was taken apart before
  const add = (item: string, projected: Ratio, free: Ratio): void => {
    const n = bom.numberOf.get(item) ?? -1;
    if (!kits.has(n)) {
      addTo(sums, item, projected, free);
      return;
    }
    let below = parts.get(n);
    if (below === undefined) {
      below = partsOfKit(bom, kits, n);
      parts.set(n, below);
    }
    for (const [part, per] of below) {
      addTo(sums, bom.items[part]!, multiplyRatios(projected, per), multiplyRatios(free, per));
    }
  };
  for (const [item, quantity] of stock) add(item, quantity, quantity);
  for (const { item, quantity } of supplies) add(item, quantity, ZERO);
  for (const { item, open, allocated } of demands) add(item, negative(open), negative(allocated));
  const items = [...sums.keys()].sort();
  return new Map(
    items.map((item) => {
      const { projected, free } = sums.get(item)!;
      const required = projected.num < 0n ? negative(projected) : ZERO;
      const faces = {
        projected: exactQuantity(projected),
        required: exactQuantity(required),
        free: exactQuantity(free),
      };
      return [item, faces] as const;
    }),
  );
}

function addTo(sums: Map<string, Sums>, item: string, projected: Ratio, free: Ratio): void {
  const sum = sums.get(item);
  if (sum === undefined) sums.set(item, { projected, free });
  else {
    sum.projected = addRatios(sum.projected, projected);
    sum.free = addRatios(sum.free, free);
  }
}

function negative(ratio: Ratio): Ratio {
  return multiplyRatios(ratio, { num: -ONE.num, den: ONE.den });
}

function readRows<Row>(
  value: unknown,
  name: string,
  read: (row: unknown, path: Path, issues: Issues) => Row,
  issues: Issues,
): Row[] {
  const path = ["position", name];
  const list = value === undefined ? [] : readList(value, path, issues);
  return list.map((row, n) => read(row, [...path, n], issues));
}

function readSupply(row: unknown, path: Path, issues: Issues) {
  const { item, quantity } = readFields(row, path, ["item", "quantity"], issues);
  return {
    item: readId(item, [...path, "item"], issues),
    quantity: readQuantity(quantity, [...path, "quantity"], "0 or more", issues),
  };
}

function readDemand(row: unknown, path: Path, issues: Issues) {
  const names = ["item", "quantity", "consumed", "allocated"] as const;
  const fields = readFields(row, path, names, issues);
  const item = readId(fields.item, [...path, "item"], issues);
  const read = (field: "quantity" | "consumed" | "allocated", value: unknown) =>
    readQuantity(value, [...path, field], "0 or more", issues);
  const quantity = read("quantity", fields.quantity);
  const consumed = read("consumed", fields.consumed ?? 0);
  const allocated = read("allocated", fields.allocated ?? 0);
  const open = addRatios(quantity, negative(consumed));
  if (addRatios(open, negative(allocated)).num < 0n) {
    const message = `More of ${formatPath(path)} is consumed and allocated than its quantity. Correct one of the three.`;
    noteContradiction(path, message, issues);
  }
  return { item, open, allocated };
}
