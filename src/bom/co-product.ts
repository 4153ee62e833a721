import { addRatios, formatRatio, type Ratio } from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  noteTwice,
  noteUnknown,
  readFields,
  readId,
  readList,
  readQuantity,
} from "./argument.js";
import type { BomGraph } from "./columns.js";
import { show } from "./issue.js";
import type { AskedQuantity } from "./question.js";

/** What comes out of making an item besides the item: a co-product or a by-product. */
export interface CoProductRow {
  /** Id of the lead item, which the bill makes. */
  readonly parent: string;
  /** Id of what comes out besides. */
  readonly item: string;
  /** How much of it comes with one of the lead item, above 0. */
  readonly quantity: AskedQuantity;
  /** Of a co-product: the part of the whole cost that it bears, 0 to 1; the lead item bears the rest. */
  readonly costShare?: AskedQuantity | undefined;
  /** Of a by-product: what one unit of it brings in, 0 or more; it bears no cost. */
  readonly credit?: AskedQuantity | undefined;
}

/** A co-product that was read. */
export interface ReadCoProduct {
  readonly item: string;
  readonly quantity: Ratio;
  readonly share: Ratio;
}

/** Co-products and by-products by the number of their lead item. */
export interface ReadCoProducts {
  readonly shares: ReadonlyMap<number, readonly ReadCoProduct[]>;
  /** What all by-products of an item bring in, for one of it. */
  readonly credits: ReadonlyMap<number, Ratio>;
  /** Co-product → index of its row. */
  readonly rowOf: ReadonlyMap<string, number>;
}

const FIELDS = ["parent", "item", "quantity", "costShare", "credit"] as const;
const ONE: Ratio = { num: 1n, den: 1n };
const ZERO: Ratio = { num: 0n, den: 1n };

/** Reads the rows of what comes out besides; an item may bear a share in one place only. */
export function readCoProducts(graph: BomGraph, value: unknown, issues: Issues): ReadCoProducts {
  const shares = new Map<number, ReadCoProduct[]>();
  const credits = new Map<number, Ratio>();
  const rowOf = new Map<string, number>();
  const list = value === undefined ? [] : readList(value, ["costs", "coProducts"], issues);
  for (const [n, row] of list.entries()) {
    const path = ["costs", "coProducts", n];
    const fields = readFields(row, path, FIELDS, issues);
    const item = readId(fields.item, [...path, "item"], issues);
    const parent = readParent(graph, fields.parent, [...path, "parent"], issues);
    const quantity = readQuantity(fields.quantity, [...path, "quantity"], "above 0", issues);
    if ((fields.costShare === undefined) === (fields.credit === undefined)) {
      const message = `Row ${n} of the co-products (${show(item)}) must have either a costShare, as a co-product, or a credit, as a by-product.`;
      noteContradiction(path, message, issues);
    } else if (fields.credit !== undefined) {
      const credit = readQuantity(fields.credit, [...path, "credit"], "0 or more", issues);
      const sum = credits.get(parent) ?? ZERO;
      credits.set(parent, addRatios(sum, product(quantity, credit)));
    } else {
      const share = readQuantity(fields.costShare, [...path, "costShare"], "0 or more", issues);
      if (item !== "" && rowOf.has(item)) noteTwice(item, [...path, "item"], issues);
      rowOf.set(item, n);
      const others = shares.get(parent);
      if (others === undefined) shares.set(parent, [{ item, quantity, share }]);
      else others.push({ item, quantity, share });
    }
  }
  for (const [parent, parts] of shares) noteTooMuch(graph, parent, parts, issues);
  return { shares, credits, rowOf };
}

function product(a: Ratio, b: Ratio): Ratio {
  return addRatios(ZERO, { num: a.num * b.num, den: a.den * b.den });
}

/** A lead item has a bill: without one nothing says what the making costs. */
function readParent(
  graph: BomGraph,
  value: unknown,
  path: readonly (string | number)[],
  issues: Issues,
): number {
  const id = readId(value, path, issues);
  const n = graph.numberOf.get(id);
  if (n !== undefined && graph.linesBelow.start[n]! < graph.linesBelow.start[n + 1]!) return n;
  if (id !== "") noteUnknown(id, path, issues);
  return -1;
}

function noteTooMuch(
  graph: BomGraph,
  parent: number,
  parts: readonly ReadCoProduct[],
  issues: Issues,
): void {
  const sum = parts.map(({ share }) => share).reduce(addRatios);
  if (sum.num <= sum.den * ONE.num) return;
  const message = `The cost shares of the co-products of ${show(graph.items[parent])} are ${formatRatio(sum)} in all. They must not exceed 1; the lead item bears the rest.`;
  noteContradiction(["costs", "coProducts"], message, issues);
}
