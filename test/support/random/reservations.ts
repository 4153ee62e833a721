import fc from "fast-check";
import { Decimal, type PlanningInput, type PlanningRow } from "../../../src/index.js";
import { draft, given, upTo, type Value } from "./optional.js";
import type { Scene } from "./scene.js";

const reservation = draft({
  demand: fc.nat(5),
  of: fc.constantFrom("supply", "lot", "stock"),
  target: fc.nat(5),
  quarters: fc.integer({ min: 1, max: 4 }),
});

export const reservations = upTo(reservation, 3);

type DemandRow = PlanningRow<"demands">;
type Quantity = number | string;

/** A row of a stocking point. */
interface Row {
  readonly item: string;
  readonly site?: string | undefined;
  readonly segment?: string | undefined;
}

/** What may be reserved: by which name, and how much there is. */
interface Target {
  readonly row: object;
  readonly quantity: Quantity;
  readonly names: { readonly supply?: string | undefined; readonly lot?: string | undefined };
}

/**
 * Reserves part of what demands need of supplies, lots and stock of their stocking points, as far as
 * that is there. Rows whose quantity cannot be read off are left alone.
 */
export function withReservations(
  scene: Scene,
  of: Value<typeof reservations>,
  input: PlanningInput,
): PlanningInput {
  const rows = lotsOf(input);
  const left = new Map<object, Decimal>();
  const written = of.flatMap((one) => {
    const demands = (rows.demands ?? []).filter(isWhole);
    const demand = demands[one.demand % Math.max(1, demands.length)];
    if (demand === undefined) return [];
    const there = targetsOf(rows, one.of, demand);
    const target = there[one.target % Math.max(1, there.length)];
    if (target === undefined) return [];
    const open = Decimal.min(
      leftOf(left, demand, demand.quantity),
      leftOf(left, target.row, target.quantity),
    );
    const { decimals } = scene.items.find(({ id }) => id === demand.item)!;
    const part = open.times(one.quarters).div(4).toDecimalPlaces(decimals, Decimal.ROUND_DOWN);
    if (!part.gt(0)) return [];
    left.set(demand, leftOf(left, demand, demand.quantity).minus(part));
    left.set(target.row, leftOf(left, target.row, target.quantity).minus(part));
    return [given({ demand: demand.id, ...target.names, quantity: part.toFixed() })];
  });
  return written.length === 0 ? input : { ...rows, reservations: written };
}

/** Every row of stock is a lot of its own. */
function lotsOf(input: PlanningInput): PlanningInput {
  if (input.stock === undefined) return input;
  return { ...input, stock: input.stock.map((row, n) => ({ ...row, lot: `lot ${n}` })) };
}

/** Whether a demand is left as it is written. */
function isWhole({ kind, shipped, unit, quantity }: DemandRow): boolean {
  return (
    kind !== "forecast" &&
    shipped === undefined &&
    unit === undefined &&
    !`${quantity}`.includes("/")
  );
}

function targetsOf(
  { stock = [], supplies = [], items = [], itemSites = [] }: PlanningInput,
  of: "supply" | "lot" | "stock",
  demand: DemandRow,
): readonly Target[] {
  const isThere = (row: Row): boolean =>
    row.item === demand.item && row.site === demand.site && row.segment === demand.segment;
  if (of === "supply") {
    return supplies
      .filter((row) => isThere(row) && row.completed === undefined && row.unit === undefined)
      .map((row) => ({ row, quantity: row.quantity, names: { supply: row.id } }));
  }
  const lots = stock.filter(isThere);
  const amounts = [...lots.map(({ quantity }) => quantity)];
  for (const { onHand } of [...items, ...itemSites]) if (onHand !== undefined) amounts.push(onHand);
  // More may have been taken out of stock than a row holds.
  if (amounts.some((quantity) => Number(quantity) < 0)) return [];
  return lots
    .filter(
      ({ unit, status, availableFrom, expires }) =>
        unit === undefined &&
        (status ?? "available") === "available" &&
        availableFrom === undefined &&
        (of === "lot" || expires === undefined),
    )
    .map((row) => ({
      row,
      quantity: row.quantity,
      names: of === "lot" ? { lot: row.lot } : {},
    }));
}

function leftOf(left: Map<object, Decimal>, row: object, quantity: Quantity): Decimal {
  return left.get(row) ?? new Decimal(quantity);
}
