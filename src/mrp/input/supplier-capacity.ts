import { floorDivide, parseRatio, powerOfTen } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { PARAMETER, readAmount } from "./amounts.js";
import { type Context, itemNumber } from "./context.js";
import { grouped } from "./grouped.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import { NONE, type SupplierCapacity } from "./problem.js";
import { readDay } from "./read-day.js";

type SupplierRow = PlanningRow<"suppliers">;
type CapacityRow = NonNullable<SupplierRow["capacity"]>[number];

/** Capacities are counted in 10^-9 of a stock unit, in which items of any decimals are whole. */
export const CAPACITY_DECIMALS = 9;

/** K46: what suppliers can bring, by the id of the supplier; those without rows are left out. */
export function readSupplierCapacities(
  context: Context,
): ReadonlyMap<string, readonly SupplierCapacity[]> {
  const capacities = new Map<string, readonly SupplierCapacity[]>();
  for (const [k, { id, capacity }] of (context.input.suppliers ?? []).entries()) {
    if (capacity === undefined || capacity.length === 0) continue;
    const path = ["suppliers", k, "capacity"];
    const rows = capacity.map((row, n) => ({ n, ...readRow(context, id, row, [...path, n]) }));
    // A row that names no item that is known says nothing of all items.
    const known = rows.filter(({ n, item }) => item !== NONE || capacity[n]!.item === undefined);
    refuseOverlaps(context, id, known, path);
    capacities.set(id, rows);
  }
  return capacities;
}

function readRow(
  context: Context,
  supplier: string,
  row: CapacityRow,
  path: Path,
): SupplierCapacity {
  const { issues } = context;
  const from = readDay(row.from, [...path, "from"], issues);
  const until = readDay(row.until, [...path, "until"], issues);
  if (row.until < row.from && !issues.isInDoubt([...path, "from"])) {
    const message = `The until (${show(row.until)}) of this capacity of supplier ${show(supplier)} must not lie before its from (${show(row.from)}).`;
    issues.add("contradiction", [...path, "until"], message);
  }
  if (row.item === undefined) {
    const quantity = readQuantity(context, supplier, row.quantity, [...path, "quantity"]);
    return { from, until, item: NONE, quantity };
  }
  const item = itemNumber(context, row.item, path);
  if (item === NONE) return { from, until, item, quantity: 0n };
  const of = context.items[item]!;
  const counts = readAmount(context, of, row.quantity, path, PARAMETER, "quantity");
  return {
    from,
    until,
    item,
    quantity: BigInt(counts) * powerOfTen(CAPACITY_DECIMALS - of.decimals),
  };
}

/** The sum over items as it is written; what is finer than every item makes no difference. */
function readQuantity(
  { issues }: Context,
  supplier: string,
  value: number | string,
  path: Path,
): bigint {
  const quantity = parseRatio(value);
  const where = `The quantity (${show(value)}) of this capacity of supplier ${show(supplier)}`;
  if (quantity === undefined) {
    const message = `${where} must be a number, or a decimal as text with a point.`;
    issues.add("invalidQuantity", path, message, { value });
    return 0n;
  }
  if (quantity.num < 0n) {
    issues.add("outOfRange", path, `${where} must be 0 or more.`, { value });
    return 0n;
  }
  return floorDivide(quantity.num * powerOfTen(CAPACITY_DECIMALS), quantity.den);
}

/** A row, and its number. */
type ReadRow = SupplierCapacity & { readonly n: number };

/** Rows of one item, or of all, that speak of one day contradict each other. */
function refuseOverlaps(
  { issues }: Context,
  supplier: string,
  rows: readonly ReadRow[],
  path: Path,
): void {
  for (const group of grouped(rows, ({ item }) => item).values()) {
    const inOrder = group
      .filter(({ n, from, until }) => from <= until && !issues.isInDoubt([...path, n]))
      .sort((a, b) => a.from - b.from || a.n - b.n);
    let last: ReadRow | undefined;
    for (const row of inOrder) {
      if (last !== undefined && row.from <= last.until) {
        const message = `This capacity of supplier ${show(supplier)} speaks of days of which capacity[${last.n}] speaks, too. Part their days, or add them up.`;
        issues.add("contradiction", [...path, row.n, "from"], message);
      }
      if (last === undefined || row.until > last.until) last = row;
    }
  }
}
