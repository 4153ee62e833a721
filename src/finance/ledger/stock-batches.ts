import {
  STOCK_MOVEMENT_KINDS,
  type StockMovementColumns,
  type StockMovementKind,
} from "../../mrp/index.js";
import type { Factor } from "./factor.js";
import { inputLegs, legOf, outputLegs, partOf } from "./legs.js";
import type { PostingCause } from "./posting.js";
import type { BatchOf, PostingLeg } from "./posting-batch.js";
import type { PostingWalk } from "./posting-walk.js";

/** How movements of a kind are posted; orders and open supplies that come in are posted apart. */
const KINDS: Readonly<
  Partial<Record<StockMovementKind, { readonly cause: PostingCause; readonly of: BatchOf }>>
> = {
  opening: { cause: "opening", of: null },
  release: { cause: "release", of: null },
  expiry: { cause: "expiry", of: null },
  coProduct: { cause: "coProduct", of: "order" },
  coProductOfSupply: { cause: "coProduct", of: "supply" },
  demand: { cause: "shipment", of: "demand" },
  issue: { cause: "issue", of: "order" },
  issueToSupply: { cause: "issue", of: "supply" },
  transferOut: { cause: "transfer", of: "order" },
  transferOutToSupply: { cause: "transfer", of: "supply" },
  allocation: { cause: "allocation", of: null },
};

/** Movements of one kind that stand one after the other. */
interface MovementRun {
  readonly point: number;
  readonly stock: StockMovementColumns;
  readonly cause: PostingCause;
  readonly of: BatchOf;
  readonly first: number;
  readonly end: number;
}

/** What is posted of movements: as stock, as issued, into and out of work in process. */
type Posted = "stock" | "issue" | "job" | "issue and job";

/**
 * Posts what else comes into the stock of a point, and all that goes out: components for orders also as
 * issued and as work in process, co-products as what comes of it.
 */
export function postStock(walk: PostingWalk, point: number): void {
  const { setting } = walk.parts;
  const cost = setting.costs[point];
  if (cost === undefined) return;
  const factors = [cost];
  const stock = setting.movements.stock(point);
  const { count, kind } = stock;
  for (let first = 0; first < count; ) {
    const number = kind[first]!;
    let end = first + 1;
    while (end < count && kind[end] === number) end++;
    const posted = KINDS[STOCK_MOVEMENT_KINDS[number]!];
    if (posted !== undefined) {
      postRun(walk, { point, stock, cause: posted.cause, of: posted.of, first, end }, factors);
    }
    first = end;
  }
}

function postRun(walk: PostingWalk, run: MovementRun, factors: readonly Factor[]): void {
  const { cause, stock, first, end } = run;
  const hasJobs = walk.asked.jobs && (cause === "issue" || cause === "coProduct");
  const known = hasJobs ? walk.parts.unknown.knownRows(first, end, stock.otherPoint) : undefined;
  if (cause !== "issue") {
    put(walk, run, undefined, legsOf(walk, run, "stock"), factors);
    if (hasJobs) postOutput(walk, run, known);
  } else if (!hasJobs) put(walk, run, undefined, legsOf(walk, run, "issue"), factors);
  else if (known === undefined) put(walk, run, known, legsOf(walk, run, "issue and job"), factors);
  else {
    put(walk, run, undefined, legsOf(walk, run, "issue"), factors);
    put(walk, run, known, legsOf(walk, run, "job"), factors);
  }
}

/** @param rows - some of the run; `undefined`: all */
function put(
  { visit }: PostingWalk,
  { point, stock, of, first, end }: MovementRun,
  rows: Int32Array | undefined,
  legs: readonly PostingLeg[],
  factors: readonly Factor[],
): void {
  const count = rows?.length ?? end - first;
  if (count === 0) return;
  const { row, times, otherSource } = stock;
  visit({
    point,
    rows,
    first: rows === undefined ? first : 0,
    count,
    of,
    ref: row,
    times,
    takerSource: otherSource,
    legs,
    factors,
  });
}

function legsOf(
  { lists, parts }: PostingWalk,
  { stock, cause, first, end }: MovementRun,
  posted: Posted,
): readonly PostingLeg[] {
  const { quantity, day, otherDue, otherPoint } = stock;
  const isJob = posted === "job" || posted === "issue and job";
  const done = isJob ? parts.clearedDays.of(stock, first, end) : otherDue;
  return lists.of([posted, cause, quantity, done], () => {
    const part = partOf(quantity);
    const moved = legOf("inventory", { cause, supplier: null }, day, 1, part, quantity);
    const out = { cause, element: "material", supplier: null } as const;
    const issued = legOf("materialIssued", out, day, -1, part, quantity);
    const spent = inputLegs({
      ...{ cause, account: undefined, element: "material", supplier: "taker", point: otherPoint },
      ...{ day, done, sign: -1, part },
    });
    switch (posted) {
      case "stock":
        return [moved];
      case "issue":
        return [moved, issued];
      case "job":
        return spent;
      case "issue and job":
        return [moved, issued, ...spent];
    }
  });
}

/** What comes with orders, as part of what comes of them. */
function postOutput(walk: PostingWalk, run: MovementRun, known: Int32Array | undefined): void {
  const { parts, asked, lists } = walk;
  const { point, stock, cause } = run;
  const { quantity, day, otherDue, otherPoint } = stock;
  for (const [lead, rows] of byLead(run, known)) {
    const standard = parts.standards.of(point, lead, asked.parts);
    if (standard === undefined) continue;
    const of = { cause, supplier: "taker", point: otherPoint, day, done: otherDue } as const;
    const legs = lists.of(["with", standard.shape, quantity], () =>
      outputLegs({ ...of, quantity }, standard.shape),
    );
    put(walk, run, Int32Array.from(rows), legs, standard.factors);
  }
}

function byLead(
  { stock, first, end }: MovementRun,
  known: Int32Array | undefined,
): Map<number, number[]> {
  const { otherPoint } = stock;
  const found = new Map<number, number[]>();
  const count = known?.length ?? end - first;
  for (let k = 0; k < count; k++) {
    const row = known?.[k] ?? first + k;
    const list = found.get(otherPoint[row]!);
    if (list === undefined) found.set(otherPoint[row]!, [row]);
    else list.push(row);
  }
  return found;
}
