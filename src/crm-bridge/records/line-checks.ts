import { showValue } from "../../core/index.js";
import type { CrmContractLine, CrmLine } from "../schema/crm-records.js";
import { checkAmount, type RowCheck } from "./row-check.js";

/**
 * Checks the lines of a deal: ids of their own, amounts of their products, and options that the
 * product has where it says which.
 */
export function checkLines(lines: readonly CrmLine[], check: RowCheck): void {
  checkProductLines(lines, check);
  lines.forEach((line, n) => {
    const known = check.product(line.product)?.options;
    if (known === undefined) return;
    for (const [name, value] of Object.entries(line.options ?? {})) {
      const values = known.find(({ attribute }) => attribute === name)?.values;
      const path = ["lines", n, "options", name] as const;
      const owner = ` of lines[${n}]${check.owner}`;
      if (values === undefined) {
        const message = `The option ${showValue(name)}${owner} is none of product ${showValue(line.product)}.`;
        check.refuse("unknownId", path, message);
      } else if (!values.includes(value)) {
        const message = `The option ${showValue(name)} (${showValue(value)})${owner} must be one of ${values.map(showValue).join(", ")}.`;
        check.refuse("outOfRange", path, message, { value });
      }
    }
  });
}

/** Checks ids and amounts of lines. */
export function checkProductLines(
  lines: readonly Pick<CrmContractLine, "id" | "product" | "quantity" | "unit">[],
  check: RowCheck,
): void {
  const seen = new Set<string>();
  lines.forEach((line, n) => {
    if (seen.has(line.id)) {
      const message = `The id (${showValue(line.id)}) of lines[${n}]${check.owner} is taken. Give each line its own.`;
      check.refuse("duplicateId", ["lines", n, "id"], message);
    }
    seen.add(line.id);
    checkAmount(line, "quantity", ["lines", n], check);
  });
}
