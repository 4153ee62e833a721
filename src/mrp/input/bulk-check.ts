import { parseDay } from "../../core/index.js";
import { type BulkList, bulkRowSchemas, type PlanningInput } from "../schema/planning-input.js";

/** A row as it comes: any field may hold anything, or nothing. */
type Unchecked<List extends BulkList> = {
  readonly [Field in keyof NonNullable<PlanningInput[List]>[number]]?: unknown;
};

const DECIMAL_TEXT = /^-?\d+(\.\d+)?$/;

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}

function isId(value: unknown): boolean {
  return typeof value === "string" && value.length > 0;
}

function isDate(value: unknown): boolean {
  return parseDay(value) !== undefined;
}

function isQuantity(value: unknown): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" && value.length <= 100 && DECIMAL_TEXT.test(value);
}

function isOneOf(values: readonly string[]): (value: unknown) => boolean {
  const known = new Set<unknown>(values);
  return (value) => known.has(value);
}

const { stock, supplies, demands, allocations } = bulkRowSchemas;
const isStatus = isOneOf(stock.shape.status.unwrap().options);
const isSupplyKind = isOneOf(supplies.shape.kind.options);
const isDemandKind = isOneOf(demands.shape.kind.unwrap().options);

/** Fields that few rows have are left to the schema. */
function areAttributes(value: unknown): boolean {
  return demands.shape.attributes.safeParse(value).success;
}

function areComponents(value: unknown): boolean {
  return supplies.shape.components.safeParse(value).success;
}

function isProgress(value: unknown): boolean {
  return supplies.shape.progress.safeParse(value).success;
}

/** A field that may be left out, which most rows do. */
function mayBe(value: unknown, check: (value: unknown) => boolean): boolean {
  return value === undefined || check(value);
}

function isAtPlace(row: Unchecked<BulkList>): boolean {
  return isId(row.item) && mayBe(row.site, isId) && mayBe(row.segment, isId);
}

function isStock(row: Unchecked<"stock">): boolean {
  return (
    isAtPlace(row) &&
    isQuantity(row.quantity) &&
    mayBe(row.unit, isId) &&
    mayBe(row.lot, isText) &&
    mayBe(row.expires, isDate) &&
    mayBe(row.status, isStatus) &&
    mayBe(row.availableFrom, isDate) &&
    mayBe(row.attributes, areAttributes)
  );
}

function isSupply(row: Unchecked<"supplies">): boolean {
  return (
    isId(row.id) &&
    isAtPlace(row) &&
    isQuantity(row.quantity) &&
    mayBe(row.unit, isId) &&
    isDate(row.due) &&
    mayBe(row.start, isDate) &&
    isSupplyKind(row.kind) &&
    mayBe(row.firm, isFlag) &&
    mayBe(row.frozen, isFlag) &&
    mayBe(row.completed, isQuantity) &&
    mayBe(row.scheduled, isFlag) &&
    mayBe(row.components, areComponents) &&
    mayBe(row.progress, isProgress) &&
    mayBe(row.supplier, isId) &&
    mayBe(row.from, isId) &&
    mayBe(row.source, isId) &&
    mayBe(row.bomVersion, isId) &&
    mayBe(row.expires, isDate) &&
    mayBe(row.attributes, areAttributes)
  );
}

function isDemand(row: Unchecked<"demands">): boolean {
  return (
    isId(row.id) &&
    isAtPlace(row) &&
    isQuantity(row.quantity) &&
    mayBe(row.unit, isId) &&
    isDate(row.due) &&
    mayBe(row.until, isDate) &&
    mayBe(row.kind, isDemandKind) &&
    mayBe(row.shipped, isQuantity) &&
    mayBe(row.consumption, isQuantity) &&
    mayBe(row.customer, isText) &&
    mayBe(row.customerClass, isText) &&
    mayBe(row.priority, isNumber) &&
    mayBe(row.attributes, areAttributes)
  );
}

function isAllocation(row: Unchecked<"allocations">): boolean {
  return (
    isAtPlace(row) &&
    isQuantity(row.quantity) &&
    mayBe(row.due, isDate) &&
    mayBe(row.attributes, areAttributes)
  );
}

const IS_SOUND: { readonly [List in BulkList]: (row: Unchecked<List>) => boolean } = {
  stock: isStock,
  supplies: isSupply,
  demands: isDemand,
  allocations: isAllocation,
};

const KNOWN_FIELDS: Readonly<Record<BulkList, ReadonlySet<string>>> = {
  stock: new Set(Object.keys(stock.shape)),
  supplies: new Set(Object.keys(supplies.shape)),
  demands: new Set(Object.keys(demands.shape)),
  allocations: new Set(Object.keys(allocations.shape)),
};

/**
 * Whether a bulk row is sound: the verdict that its schema gives, without the cost.
 *
 * Fields are read by their names, not as they come, so that each list has one shape of row and a
 * million of them are checked in a fraction of a second.
 *
 * @param list - the list that holds the row
 * @param row - anything
 */
export function isSoundRow(list: BulkList, row: unknown): boolean {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return false;
  const known = KNOWN_FIELDS[list];
  for (const name in row) {
    if (!known.has(name)) return false;
  }
  return IS_SOUND[list](row as Unchecked<BulkList>);
}
