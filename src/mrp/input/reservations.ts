import { formatQuantity } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { readAmount, SUPPLY } from "./amounts.js";
import { type Context, unknownId } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import {
  type DemandRows,
  NONE,
  type PlacedRows,
  type Reservation,
  type StockRows,
  type SupplyRows,
} from "./problem.js";

type ReservationRow = PlanningRow<"reservations">;

/** The rows that reservations tie to each other. */
export interface ReservableRows {
  readonly demands: DemandRows;
  readonly supplies: SupplyRows;
  readonly stock: StockRows;
}

/** P2: fixed pegs, each of a demand to an open supply, a lot, or stock on hand of its stocking point. */
export function readReservations(context: Context, rows: ReservableRows): Reservation[] {
  const given = context.input.reservations ?? [];
  if (given.length === 0) return [];
  const book = new ReservationBook(context, rows);
  return given.flatMap((row, k) => book.read(row, ["reservations", k]) ?? []);
}

class ReservationBook {
  readonly #context: Context;
  readonly #rows: ReservableRows;
  readonly #demandOf: ReadonlyMap<string, number>;
  readonly #supplyOf: ReadonlyMap<string, number>;
  readonly #lots: ReadonlyMap<string, readonly number[]>;
  /** Stock on hand by stocking point. */
  readonly #onHand = new Map<string, number>();
  /** By what is reserved: how much of it so far. */
  readonly #reserved = new Map<string, number>();

  constructor(context: Context, rows: ReservableRows) {
    this.#context = context;
    this.#rows = rows;
    this.#demandOf = rowsById(rows.demands.given, rows.demands.id);
    this.#supplyOf = rowsById(rows.supplies.count, rows.supplies.id);
    this.#lots = rowsByLot(context, rows.stock);
    const { stock } = rows;
    for (let r = 0; r < stock.count; r++) {
      if (stock.day[r]! > context.startDay) continue;
      const place = placeOf(stock, r);
      this.#onHand.set(place, (this.#onHand.get(place) ?? 0) + stock.quantity[r]!);
    }
  }

  /** One row; `undefined` when it has a mistake, which is noted. */
  read(row: ReservationRow, path: Path): Reservation | undefined {
    const { issues, items } = this.#context;
    const { demands } = this.#rows;
    const demand = this.#demand(row, path);
    if (row.supply !== undefined && row.lot !== undefined) {
      const message = `The lot (${show(row.lot)}) of a reservation contradicts its supply (${show(row.supply)}): what is reserved is one of them. Leave one out.`;
      issues.add("contradiction", [...path, "lot"], message);
      return undefined;
    }
    const supply = this.#supply(row, path);
    if (demand === undefined || supply === undefined) return undefined;
    const item = items[demands.item[demand]!]!;
    const quantity = readAmount(this.#context, item, row.quantity, path, SUPPLY, "quantity");
    if (supply !== NONE && !this.#isTogether(demand, supply, row, path)) return undefined;
    const lotRows = (row.lot === undefined ? [] : (this.#lots.get(row.lot) ?? [])).filter(
      (r) => placeOf(this.#rows.stock, r) === placeOf(demands, demand),
    );
    if (lotRows.length === 0 && row.lot !== undefined) {
      const message = `The lot (${show(row.lot)}) is none of the stock of item ${show(item.id)} where demand ${show(row.demand)} is. Name a lot of that stock.`;
      issues.add("unknownId", [...path, "lot"], message);
      return undefined;
    }
    const reservation = { demand, supply, lot: row.lot, lotRows, quantity };
    return this.#holds(reservation, row, path) ? reservation : undefined;
  }

  #demand({ demand: id }: ReservationRow, path: Path): number | undefined {
    const row = this.#demandOf.get(id);
    if (row !== undefined) return row;
    const { input, issues } = this.#context;
    const at = [...path, "demand"];
    // One with a mistake of its own is no row, and is noted already.
    const isGiven = input.demands?.some((one) => one.id === id) ?? false;
    if (!isGiven) unknownId(this.#context, "demand", id, at);
    else if (issues.found.length === 0) {
      const message = `The demand (${show(id)}) of a reservation is past forecast, of which nothing is planned. Leave the reservation out.`;
      issues.add("contradiction", at, message);
    }
    return undefined;
  }

  #supply({ supply: id }: ReservationRow, path: Path): number | undefined {
    if (id === undefined) return NONE;
    const row = this.#supplyOf.get(id);
    if (row !== undefined) return row;
    const isGiven = this.#context.input.supplies?.some((one) => one.id === id) ?? false;
    if (!isGiven) unknownId(this.#context, "supply", id, [...path, "supply"]);
    return undefined;
  }

  #isTogether(demand: number, supply: number, row: ReservationRow, path: Path): boolean {
    const { demands, supplies } = this.#rows;
    if (placeOf(demands, demand) === placeOf(supplies, supply)) return true;
    const message = `The supply (${show(row.supply)}) is not where demand ${show(row.demand)} is: item, site and segment of both must be the same. Reserve a supply of its stocking point.`;
    this.#context.issues.add("contradiction", [...path, "supply"], message);
    return false;
  }

  /** Whether demand and supply hold what is reserved of them together. */
  #holds(reservation: Reservation, row: ReservationRow, path: Path): boolean {
    const { demand, supply, lot, lotRows, quantity } = reservation;
    const { demands, supplies, stock } = this.#rows;
    const place = placeOf(demands, demand);
    const ofDemand = this.#demandQuantity(demand);
    const checks: [key: string, what: string, held: number][] = [
      [JSON.stringify(["demand", demand]), `demand ${show(row.demand)}`, ofDemand],
    ];
    if (supply !== NONE) {
      const what = `supply ${show(row.supply)}`;
      checks.push([JSON.stringify(["supply", supply]), what, supplies.quantity[supply]!]);
    } else if (lot !== undefined) {
      const held = lotRows.reduce((sum, r) => sum + Math.max(0, stock.quantity[r]!), 0);
      checks.push([JSON.stringify(["lot", lot, place]), `lot ${show(lot)}`, held]);
    }
    const isOnHand =
      supply === NONE && lotRows.every((r) => stock.day[r]! <= this.#context.startDay);
    if (isOnHand) {
      const held = this.#onHand.get(place) ?? 0;
      checks.push([JSON.stringify(["stock", place]), "the stock on hand", held]);
    }
    for (const [key, what, held] of checks) {
      const sum = (this.#reserved.get(key) ?? 0) + quantity;
      this.#reserved.set(key, sum);
      if (sum <= held) continue;
      const { decimals } = this.#context.items[demands.item[demand]!]!;
      const message = `The quantity (${show(row.quantity)}) brings what is reserved of ${what} to ${formatQuantity(sum, decimals)}, more than the ${formatQuantity(Math.max(0, held), decimals)} that it holds. Reserve less.`;
      this.#context.issues.add("contradiction", [...path, "quantity"], message);
      return false;
    }
    return true;
  }

  /** Of a forecast that is spread over days the sum of them. */
  #demandQuantity(demand: number): number {
    const { demands } = this.#rows;
    return demands.forecast(demand)?.planned ?? demands.quantity[demand]!;
  }
}

function rowsById(count: number, idOf: (row: number) => string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < count; row++) rows.set(idOf(row), row);
  return rows;
}

function rowsByLot({ input }: Context, { count }: StockRows): ReadonlyMap<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [r, { lot }] of (input.stock ?? []).entries()) {
    if (lot === undefined || r >= count) continue;
    const found = rows.get(lot);
    if (found === undefined) rows.set(lot, [r]);
    else found.push(r);
  }
  return rows;
}

/** The stocking point of a row as a key. */
function placeOf({ item, site, segment }: PlacedRows, row: number): string {
  return `${item[row]} ${site[row]} ${segment[row]}`;
}
