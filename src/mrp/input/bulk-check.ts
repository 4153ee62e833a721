import { parseDay } from "../../core/index.js";
import { type BulkList, bulkRowSchemas } from "../schema/planning-input.js";

type Check = (value: unknown) => boolean;

const DECIMAL_TEXT = /^-?\d+(\.\d+)?$/;

const isText: Check = (value) => typeof value === "string";
const isFlag: Check = (value) => typeof value === "boolean";
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isId: Check = (value) => typeof value === "string" && value.length > 0;
const isDate: Check = (value) => parseDay(value) !== undefined;
const isQuantity: Check = (value) =>
  typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" && value.length <= 100 && DECIMAL_TEXT.test(value);
const isOneOf = (values: readonly string[]): Check => {
  const known = new Set<unknown>(values);
  return (value) => known.has(value);
};

/** Fields that few rows have are left to zod. */
const byZod = (schema: { safeParse(value: unknown): { success: boolean } }): Check => {
  return (value) => schema.safeParse(value).success;
};

interface RowCheck {
  readonly required: readonly string[];
  readonly fields: ReadonlyMap<string, Check>;
}

const place: [string, Check][] = [
  ["item", isId],
  ["site", isId],
  ["segment", isId],
  ["quantity", isQuantity],
];

const CHECKS: Record<BulkList, RowCheck> = {
  demands: rowCheck(
    ["id", "item", "quantity", "due"],
    [
      ...place,
      ["id", isId],
      ["unit", isId],
      ["due", isDate],
      ["until", isDate],
      ["kind", isOneOf(["order", "forecast", "service", "interplant"])],
      ["shipped", isQuantity],
      ["customer", isText],
      ["customerClass", isText],
      ["priority", isNumber],
      ["attributes", byZod(bulkRowSchemas.demands.shape.attributes)],
    ],
  ),
  supplies: rowCheck(
    ["id", "item", "quantity", "due", "kind"],
    [
      ...place,
      ["id", isId],
      ["unit", isId],
      ["due", isDate],
      ["start", isDate],
      ["kind", isOneOf(["purchase", "production", "transfer", "subcontract"])],
      ["firm", isFlag],
      ["frozen", isFlag],
      ["completed", isQuantity],
      ["components", byZod(bulkRowSchemas.supplies.shape.components)],
      ["supplier", isId],
      ["from", isId],
      ["source", isId],
      ["bomVersion", isId],
      ["expires", isDate],
      ["attributes", byZod(bulkRowSchemas.supplies.shape.attributes)],
    ],
  ),
  stock: rowCheck(
    ["item", "quantity"],
    [
      ...place,
      ["unit", isId],
      ["lot", isText],
      ["expires", isDate],
      ["status", isOneOf(["available", "inspection", "blocked"])],
      ["availableFrom", isDate],
      ["attributes", byZod(bulkRowSchemas.stock.shape.attributes)],
    ],
  ),
  allocations: rowCheck(
    ["item", "quantity"],
    [...place, ["due", isDate], ["attributes", byZod(bulkRowSchemas.allocations.shape.attributes)]],
  ),
};

function rowCheck(required: readonly string[], fields: [string, Check][]): RowCheck {
  return { required, fields: new Map(fields) };
}

/**
 * Whether a bulk row is sound: the verdict that its zod schema gives, without the cost.
 *
 * @param list - the list that holds the row
 * @param row - anything
 */
export function isSoundRow(list: BulkList, row: unknown): boolean {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return false;
  const { required, fields } = CHECKS[list];
  const values = row as Record<string, unknown>;
  for (const name of required) {
    if (values[name] === undefined) return false;
  }
  for (const name in values) {
    const check = fields.get(name);
    if (check === undefined) return false;
    const value = values[name];
    if (value !== undefined && !check(value)) return false;
  }
  return true;
}
