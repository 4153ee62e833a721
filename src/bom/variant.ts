import { formatPath } from "../core/index.js";
import {
  type Issues,
  isObject,
  noteContradiction,
  noteType,
  type Path,
  readFields,
  readId,
  readList,
  readMap,
  readOwnFields,
  readQuantity,
  refuseAll,
} from "./argument.js";
import type { BomRow } from "./bom-row.js";
import { isList, show } from "./issue.js";

/** What an attribute of a variant may be; `1` and `"1"` are two values. */
export type AttributeValue = string | number | boolean;

/** What an attribute must be for a line to apply. */
export interface Condition {
  /** Name of the attribute. */
  readonly attribute: string;
  /** One of these, at least one. */
  readonly values: readonly AttributeValue[];
}

/** A row of a bill that may apply to some variants of its parent only. */
export interface VariantRow extends BomRow {
  /** All of them must match; a row without any applies to every variant. */
  readonly when?: readonly Condition[] | undefined;
}

interface ReadRow {
  readonly parent: string;
  readonly component: string;
  readonly when: readonly Condition[];
  readonly rest: Readonly<Record<string, unknown>>;
}

/**
 * Filters the lines of a bill by the attributes of one variant.
 *
 * A line applies when all of its conditions match. No line of another variant ever stands in for one
 * that is not there: an item that the variant contains and that has lines, of which none applies, is
 * refused, and so is a condition on an attribute that the variant does not have.
 *
 * @param rows - rows of a bill with conditions; further fields are handed through
 * @param attributes - name → value of each attribute of the variant; there may be more than are asked
 * @returns the rows that apply, in their order, without `when`
 * @throws PlanningInputError with everything that is wrong: an attribute that is missing
 * (`missingField`), an item of the variant without a line that applies (`contradiction`)
 *
 * Source: APICS dictionary, "variant bill of material", "configured".
 *
 * @example
 * ```ts
 * const rows = [
 *   { parent: "desk", component: "screw", quantity: 8 },
 *   { parent: "desk", component: "oak top", quantity: 1, when: [{ attribute: "top", values: ["oak"] }] },
 *   { parent: "desk", component: "ash top", quantity: 1, when: [{ attribute: "top", values: ["ash"] }] },
 * ];
 * const oak = variantRows(rows, new Map([["top", "oak"]]));
 * oak.map(({ component }) => component); // => ["screw", "oak top"]
 * ```
 */
export function variantRows<Row extends VariantRow>(
  rows: readonly Row[],
  attributes: ReadonlyMap<string, AttributeValue>,
): readonly Omit<Row, "when">[] {
  const issues: Issues = [];
  const variant = readVariant(attributes, issues);
  const read = readList(rows, ["rows"], issues).map((row, n) => readRow(row, ["rows", n], issues));
  if (issues.length === 0) noteMissingAttributes(read, variant, issues);
  refuseAll(issues);
  const applying = read.filter(({ when }) =>
    when.every(({ attribute, values }) => values.includes(variant.get(attribute)!)),
  );
  noteEmptied(read, applying, variant, issues);
  refuseAll(issues);
  return applying.map(({ rest }) => rest) as unknown as Omit<Row, "when">[];
}

const VALUE_FORM = "a text, a finite number, true or false";

function readVariant(value: unknown, issues: Issues): Map<string, AttributeValue> {
  const path = ["attributes"];
  const entries = readMap(value, path, issues);
  return new Map(entries.map(([name, one]) => [name, readValue(one, [...path, name], issues)]));
}

function readValue(value: unknown, path: Path, issues: Issues): AttributeValue {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value + 0; // no −0
  noteType(value, path, VALUE_FORM, issues);
  return "";
}

function readRow(value: unknown, path: Path, issues: Issues): ReadRow {
  if (!isObject(value)) noteType(value, path, "an object { parent, component, quantity }", issues);
  const row = isObject(value) ? readOwnFields(value, path, issues) : undefined;
  if (row === undefined) return { parent: "", component: "", when: [], rest: {} };
  const { when = [], ...rest } = row;
  readQuantity(rest.quantity, [...path, "quantity"], "0 or more", issues);
  return {
    parent: readId(rest.parent, [...path, "parent"], issues),
    component: readId(rest.component, [...path, "component"], issues),
    when: readList(when, [...path, "when"], issues).map((condition, n) =>
      readCondition(condition, [...path, "when", n], issues),
    ),
    rest,
  };
}

function readCondition(value: unknown, path: Path, issues: Issues): Condition {
  const fields = readFields(value, path, ["attribute", "values"], issues);
  const where = [...path, "values"];
  const values = readList(fields.values, where, issues);
  if (isList(fields.values) && values.length === 0) {
    const message = `The ${formatPath(where)} must hold a value, else the line would never apply. Take the line out.`;
    noteContradiction(where, message, issues);
  }
  return {
    attribute: readId(fields.attribute, [...path, "attribute"], issues),
    values: values.map((one, n) => readValue(one, [...where, n], issues)),
  };
}

/** Notes each attribute that a condition asks for and the variant does not have, once. */
function noteMissingAttributes(
  rows: readonly ReadRow[],
  variant: ReadonlyMap<string, AttributeValue>,
  issues: Issues,
): void {
  const noted = new Set<string>();
  for (const [n, { when }] of rows.entries()) {
    for (const { attribute, values } of when) {
      if (variant.has(attribute) || noted.has(attribute)) continue;
      noted.add(attribute);
      const message = `The attribute ${show(attribute)} is missing, and rows[${n}] depends on it. Give the variant one, such as ${show(values[0])}.`;
      issues.push({ code: "missingField", path: ["attributes", attribute], message });
    }
  }
}

/** Notes the items that the variant contains and that have lines, of which none applies. */
function noteEmptied(
  rows: readonly ReadRow[],
  applying: readonly ReadRow[],
  variant: ReadonlyMap<string, AttributeValue>,
  issues: Issues,
): void {
  const bills = new Map<string, { place: number; applying: string[] }>(); // of items with lines
  for (const [place, { parent }] of rows.entries()) {
    if (!bills.has(parent)) bills.set(parent, { place, applying: [] });
  }
  for (const { parent, component } of applying) bills.get(parent)!.applying.push(component);
  const components = new Set(rows.map(({ component }) => component));
  const contained = new Set([...bills.keys()].filter((item) => !components.has(item)));
  for (const item of contained) {
    // A set goes on through what is added to it on the way.
    const bill = bills.get(item);
    for (const component of bill?.applying ?? []) contained.add(component);
    if (bill?.applying.length !== 0) continue;
    const values = [...variant].map(([name, value]) => `${name} ${show(value)}`).join(", ");
    const message = `No line of ${show(item)} applies to this variant (${values}). Give it a line for the variant, or one without conditions.`;
    noteContradiction(["rows", bill.place, "parent"], message, issues);
  }
}
