import {
  countRatio,
  type Day,
  type Decimal,
  exactDecimal,
  multiplyRatios,
  ONE,
  parseRatio,
  type Ratio,
  readDecimal,
} from "../../core/index.js";
import type { CrmIssue, CrmIssueCode, CrmRecordRef, ReadRecords } from "../records/index.js";
import type { CrmAccount, CrmContract } from "../schema/index.js";

/** What is sold, as planning knows it. */
export interface PlannedProduct {
  readonly id: string;
  readonly item: string;
  readonly site: string | undefined;
  readonly unit: string | undefined;
  readonly decimals: number;
}

/** The records with what is looked up in them, and what turns out to be wrong. */
export interface RecordContext {
  readonly records: ReadRecords;
  readonly asOf: Day;
  readonly products: ReadonlyMap<string, PlannedProduct>;
  readonly accounts: ReadonlyMap<string, CrmAccount>;
  readonly contracts: ReadonlyMap<string, CrmContract>;
  /** How many of a product's units are in another unit, by the JSON text of `[product, unit]`. */
  readonly factors: ReadonlyMap<string, Ratio>;
  readonly issues: CrmIssue[];
}

/** Where a field stands, and of which record. */
export interface RecordPlace {
  readonly record: CrmRecordRef;
  readonly path: readonly (string | number)[];
}

const USUAL_DECIMALS = 6;

/** Looks the records over once. */
export function recordContext(
  records: ReadRecords,
  asOf: Day,
  factors: RecordContext["factors"] = new Map(),
): RecordContext {
  return {
    records,
    asOf,
    factors,
    products: new Map(
      records.products.map(({ id, item, site, unit, decimals }) => [
        id,
        { id, item: item ?? id, site, unit, decimals: decimals ?? USUAL_DECIMALS },
      ]),
    ),
    accounts: new Map(records.accounts.map((account) => [account.id, account])),
    contracts: new Map(records.contracts.map((contract) => [contract.id, contract])),
    issues: [],
  };
}

/** Notes what is wrong with a field of a record. */
export function noteRecord(
  context: RecordContext,
  { record, path }: RecordPlace,
  code: CrmIssueCode,
  message: string,
): void {
  context.issues.push({ code, path, message, record });
}

/** A field below a place. */
export function below(place: RecordPlace, ...fields: readonly (string | number)[]): RecordPlace {
  return { record: place.record, path: [...place.path, ...fields] };
}

/** Finds the product of a row; none that the records do not hold. */
export function productOf(
  context: RecordContext,
  id: string,
  place: RecordPlace,
): PlannedProduct | undefined {
  const product = context.products.get(id);
  if (product === undefined) {
    const message = `The product (${JSON.stringify(id)}) is not in products. Add it or correct its id.`;
    noteRecord(context, below(place, "product"), "unknownId", message);
  }
  return product;
}

/**
 * Counts a quantity of a product in whole 10^-decimals of it; 0 where none is given. Another unit than
 * the product's takes a factor that the policy states (Q5).
 */
export function countOf(
  context: RecordContext,
  product: PlannedProduct,
  value: number | string | undefined,
  place: RecordPlace,
  unit?: string | undefined,
): bigint | undefined {
  if (value === undefined) return 0n;
  const said = parseRatio(value);
  const factor = factorOf(context, product, unit);
  const field = place.path.at(-1);
  const what = `The ${field} (${value}) of ${JSON.stringify(place.record.id)}`;
  if (said === undefined || said.num < 0n) {
    const code = said === undefined ? "invalidQuantity" : "outOfRange";
    noteRecord(context, place, code, `${what} must be a number or the text of one, 0 or more.`);
    return undefined;
  }
  if (factor === undefined) {
    const own = product.unit === undefined ? "no unit" : JSON.stringify(product.unit);
    const message = `${what} is in ${JSON.stringify(unit)}, and its product ${JSON.stringify(product.id)} has ${own}. State a factor in units, or convert it.`;
    noteRecord(context, place, "unknownUnit", message);
    return undefined;
  }
  const count = countRatio(multiplyRatios(said, factor), product.decimals, "exact");
  if (typeof count === "number") return BigInt(count);
  const message =
    count === "tooFine"
      ? `${what} is finer than the ${product.decimals} decimals of product ${JSON.stringify(product.id)}. Round it, or give the product more decimals.`
      : `${what} is larger than can be counted exactly.`;
  noteRecord(context, place, count, message);
  return undefined;
}

/** How many units of a product are in a unit; none where nobody says it. */
function factorOf(
  { factors }: RecordContext,
  { id, unit: own }: PlannedProduct,
  unit: string | undefined,
): Ratio | undefined {
  return unit === undefined || unit === own ? ONE : factors.get(JSON.stringify([id, unit]));
}

/** A quantity as a record says it, whatever its product. */
export function saidQuantity(value: unknown): Decimal {
  return exactDecimal(readDecimal(value) ?? { digits: 0n, decimals: 0 });
}
