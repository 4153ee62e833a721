import {
  addRatios,
  countQuantity,
  formatRatio,
  isPlainObject,
  parseRatio,
  type Ratio,
} from "../../core/index.js";
import { unknownNames } from "../input/read-fields.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";
import { withArrived } from "./arrived-progress.js";
import type { DecimalsOf } from "./booked-decimals.js";
import type { ChangeIssues } from "./change-issues.js";
import type { Booking } from "./plan-changes.js";
import { onlySite, rowKey } from "./row-key.js";

type Path = readonly (string | number)[];

const FIELDS: Readonly<Record<Booking["kind"], readonly string[]>> = {
  receipt: ["kind", "supply", "quantity", "lot", "expires"],
  shipment: ["kind", "demand", "quantity", "lot"],
  issue: ["kind", "supply", "item", "quantity", "lot"],
};

/** The rows that bookings change. */
export interface Ledger {
  readonly supply: (id: string) => PlanningRow<"supplies"> | undefined;
  readonly setSupply: (row: PlanningRow<"supplies">) => void;
  readonly demand: (id: string) => PlanningRow<"demands"> | undefined;
  readonly setDemand: (row: PlanningRow<"demands">) => void;
  /** The place of the stock row that is like a row, and in its unit. */
  readonly stockLike: (row: Place) => number | undefined;
  /** The place of the row of a lot of an item at its site. */
  readonly stockOfLot: (row: Place) => number | undefined;
  readonly stock: (place: number) => PlanningRow<"stock">;
  readonly setStock: (place: number | undefined, row: PlanningRow<"stock">) => void;
  readonly decimalsOf: DecimalsOf;
}

/** Where stock stands, and what tells it apart. */
export type Place = Omit<PlanningRow<"stock">, "quantity">;

/**
 * Books receipts, shipments and issues: what has come or gone changes stock, and what is still to
 * come or to go, by the same quantity. Quantities are in the unit of the order or demand.
 */
export function bookAll(
  input: PlanningInput,
  bookings: readonly Booking[],
  decimalsOf: DecimalsOf,
  issues: ChangeIssues,
): PlanningInput {
  if (bookings.length === 0) return input;
  const supplies = [...(input.supplies ?? [])];
  const demands = [...(input.demands ?? [])];
  const stock = [...(input.stock ?? [])];
  const site = onlySite(input);
  const placesOf = (rows: readonly { readonly id: string }[]) =>
    new Map(rows.map(({ id }, place) => [id, place]));
  const [supplyAt, demandAt] = [placesOf(supplies), placesOf(demands)];
  const likeAt = firstPlaces(stock, (row) => likeKey(row, site));
  const lotAt = firstPlaces(stock, (row) => lotKey(row, site));
  bookInto(
    {
      supply: (id) => supplies[supplyAt.get(id) ?? -1],
      setSupply: (row) => {
        supplies[supplyAt.get(row.id)!] = row;
      },
      demand: (id) => demands[demandAt.get(id) ?? -1],
      setDemand: (row) => {
        demands[demandAt.get(row.id)!] = row;
      },
      stockLike: (row) => likeAt.get(likeKey(row, site)),
      stockOfLot: (row) => lotAt.get(lotKey(row, site)),
      stock: (place) => stock[place]!,
      setStock: (place, row) => {
        const at = place ?? stock.length;
        stock[at] = row;
        if (place !== undefined) return;
        likeAt.set(likeKey(row, site), at);
        if (!lotAt.has(lotKey(row, site))) lotAt.set(lotKey(row, site), at);
      },
      decimalsOf,
    },
    bookings,
    issues,
  );
  return {
    ...input,
    ...(supplies.length > 0 ? { supplies } : {}),
    ...(demands.length > 0 ? { demands } : {}),
    ...(stock.length > 0 ? { stock } : {}),
  };
}

function firstPlaces<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, row] of rows.entries()) {
    const key = keyOf(row);
    if (!places.has(key)) places.set(key, place);
  }
  return places;
}

/** What stock rows that add up have in common. */
export function likeKey(row: Place, site: string): string {
  return JSON.stringify([rowKey("stock", row, site), `${row.unit ?? ""}`]);
}

function lotKey({ item, site, segment, lot }: Place, only: string): string {
  return JSON.stringify([item, site ?? only, segment ?? null, lot ?? null]);
}

/** Books into rows; mistakes are noted. */
export function bookInto(ledger: Ledger, bookings: readonly Booking[], issues: ChangeIssues): void {
  for (const [k, booking] of bookings.entries()) {
    const path = ["bookings", k];
    if (isSound(booking, path, issues)) book(ledger, booking, path, issues);
  }
}

function isSound(given: unknown, path: Path, issues: ChangeIssues): boolean {
  if (!isPlainObject(given)) {
    issues.wrongType(path, given, "a booking");
    return false;
  }
  const booking = given as Readonly<Record<string, unknown>>;
  const { kind } = booking;
  if (kind !== "receipt" && kind !== "shipment" && kind !== "issue") {
    issues.wrongType([...path, "kind"], kind, '"receipt", "shipment" or "issue"');
    return false;
  }
  for (const field of unknownNames(booking, FIELDS[kind])) {
    issues.unknownField([...path, field], FIELDS[kind]);
  }
  const texts = FIELDS[kind].filter((field) => field !== "kind" && field !== "quantity");
  const wrong = texts.filter((field) => !isText(booking[field], field));
  for (const field of wrong) issues.wrongType([...path, field], booking[field], "a text");
  const { quantity } = booking;
  const isDecimal = countQuantity(quantity, 9) !== "invalidQuantity";
  const amount = isDecimal ? parseRatio(quantity as number | string) : undefined;
  if (amount !== undefined && amount.num > 0n) return wrong.length === 0;
  issues.invalidQuantity([...path, "quantity"], quantity);
  return false;
}

/** Lots and days of expiry may be left out. */
function isText(value: unknown, field: string): boolean {
  return typeof value === "string" || (value === undefined && OPTIONAL.has(field));
}

const OPTIONAL: ReadonlySet<string> = new Set(["lot", "expires"]);

function book(ledger: Ledger, booking: Booking, path: Path, issues: ChangeIssues): void {
  const amount = parseRatio(booking.quantity)!;
  if (booking.kind === "shipment") {
    const demand = ledger.demand(booking.demand);
    if (demand === undefined) {
      issues.unknownRow([...path, "demand"], "demands", booking.demand);
      return;
    }
    if (!isCounted(ledger, demand, booking, path, issues)) return;
    ledger.setDemand({ ...demand, shipped: sum(demand.shipped ?? 0, amount) });
    take(ledger, placeOf(demand, booking), amount, path, issues);
    return;
  }
  const supply = ledger.supply(booking.supply);
  if (supply === undefined) {
    issues.unknownRow([...path, "supply"], "supplies", booking.supply);
  } else if (booking.kind === "receipt") {
    if (!isCounted(ledger, supply, booking, path, issues)) return;
    ledger.setSupply(withArrived(supply, sum(supply.completed ?? 0, amount)));
    const { lot, expires = supply.expires } = booking;
    const place = placeOf(supply, { lot, expires });
    const at = ledger.stockLike(place);
    const before = at === undefined ? 0 : ledger.stock(at).quantity;
    ledger.setStock(at, {
      ...(at === undefined ? place : ledger.stock(at)),
      quantity: sum(before, amount),
    });
  } else issueComponent(ledger, supply, booking, amount, path, issues);
}

/** Whether the quantity of a booking is one of its item: not too fine (Q1), nor beyond the exact range (Q4). */
function isCounted(
  { decimalsOf }: Ledger,
  { item, unit }: Pick<Place, "item" | "unit">,
  { quantity }: Booking,
  path: Path,
  issues: ChangeIssues,
): boolean {
  const decimals = decimalsOf(item, unit);
  if (decimals === undefined) return true;
  const count = countQuantity(quantity, decimals);
  if (count !== "tooFine" && count !== "quantityOverflow") return true;
  issues.uncounted(count, [...path, "quantity"], quantity, { item, decimals });
  return false;
}

function issueComponent(
  ledger: Ledger,
  supply: PlanningRow<"supplies">,
  booking: Extract<Booking, { kind: "issue" }>,
  amount: Ratio,
  path: Path,
  issues: ChangeIssues,
): void {
  const components = [...(supply.components ?? [])];
  if (!components.some(({ item }) => item === booking.item)) {
    const message = `The supply ${JSON.stringify(supply.id)} has no component ${JSON.stringify(booking.item)} to be issued.`;
    issues.contradiction([...path, "item"], message);
    return;
  }
  if (!isCounted(ledger, { item: booking.item }, booking, path, issues)) return;
  // One row after another; what is issued beyond them all is gone all the same.
  let more = amount;
  for (const [at, component] of components.entries()) {
    if (component.item !== booking.item || more.num <= 0n) continue;
    const left = addRatios(parseRatio(component.quantity)!, minus(more));
    components[at] = { ...component, quantity: left.num < 0n ? 0 : formatRatio(left) };
    more = minus(left);
  }
  ledger.setSupply({ ...supply, components });
  const isElsewhere = supply.kind === "subcontract" && supply.from !== undefined;
  const at = isElsewhere ? { ...supply, site: supply.from } : supply; // K45
  const { unit: _, ...place } = placeOf({ ...at, item: booking.item }, booking);
  take(ledger, place, amount, path, issues);
}

function placeOf(
  row: Pick<Place, "item" | "site" | "segment" | "unit">,
  { lot, expires }: { readonly lot?: string | undefined; readonly expires?: string | undefined },
): Place {
  return {
    item: row.item,
    ...(row.site === undefined ? {} : { site: row.site }),
    ...(row.segment === undefined ? {} : { segment: row.segment }),
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    ...(lot === undefined ? {} : { lot }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** Takes from the lot, or from what is plainly on hand, which may have been taken before it was booked in. */
function take(ledger: Ledger, place: Place, amount: Ratio, path: Path, issues: ChangeIssues): void {
  const at = place.lot === undefined ? ledger.stockLike(place) : ledger.stockOfLot(place);
  if (at !== undefined) {
    const row = ledger.stock(at);
    ledger.setStock(at, { ...row, quantity: sum(row.quantity, minus(amount)) });
  } else if (place.lot !== undefined) {
    issues.unknownRow([...path, "lot"], "stock", place.lot);
  } else ledger.setStock(undefined, { ...place, quantity: formatRatio(minus(amount)) });
}

function sum(quantity: number | string, amount: Ratio): string {
  return formatRatio(addRatios(parseRatio(quantity)!, amount));
}

function minus({ num, den }: Ratio): Ratio {
  return { num: -num, den };
}
