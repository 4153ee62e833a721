import type * as z from "zod";
import { formatPath, showValue } from "../../core/index.js";
import type { CrmIssueCode } from "../records/issue.js";
import { EXPECTED } from "../schema/values.js";
import { FOREIGN } from "./foreign-values.js";

/** Which code the words of a refusal stand for. */
const CODES: ReadonlyMap<string, CrmIssueCode> = new Map([
  [EXPECTED.date, "invalidDate"],
  [FOREIGN.time, "invalidDate"],
  [EXPECTED.quantity, "invalidQuantity"],
  [EXPECTED.ratio, "invalidQuantity"],
  [FOREIGN.percent, "invalidQuantity"],
]);

/** An issue of zod as the house says it. */
export interface ShapeIssue {
  readonly code: CrmIssueCode;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly figures: Readonly<Record<string, unknown>>;
}

/**
 * Says what is wrong with the shape of a foreign record.
 *
 * @param issue - as zod found it
 * @param copy - the record
 * @param owner - how the message calls it
 */
export function describeShape(issue: z.core.$ZodIssue, copy: unknown, owner: string): ShapeIssue {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    copy,
  );
  const name = formatPath(path);
  if (value === undefined) {
    const message = `The field ${name}${owner} is missing. It must be ${issue.message}.`;
    return { code: "missingField", path, message, figures: {} };
  }
  const isOfKind = typeof value === "string" || typeof value === "number";
  const code = isOfKind ? (CODES.get(issue.message) ?? "invalidType") : "invalidType";
  const message = `The ${name} (${showValue(value)})${owner} must be ${issue.message}.`;
  const figures = { value: isOfKind ? value : showValue(value) };
  return { code, path, message, figures };
}
