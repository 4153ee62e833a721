import { parseDay, showValue } from "../../core/index.js";
import type { CrmList } from "../schema/crm-records.js";
import type { CrmRow } from "./draft.js";
import { checkLines, checkProductLines } from "./line-checks.js";
import { checkOptions, checkPrices } from "./product-checks.js";
import { checkAmount, type RowCheck } from "./row-check.js";

/** What the fields of one row say together, list by list. */
const CHECKS: { readonly [List in CrmList]?: (row: CrmRow<List>, check: RowCheck) => void } = {
  accounts: ({ paymentTerms }, check) => {
    if (paymentTerms?.discountDays === undefined) return;
    if (paymentTerms.discountDays <= paymentTerms.netDays) return;
    const message = `The discountDays (${paymentTerms.discountDays})${check.owner} must not be more than netDays (${paymentTerms.netDays}).`;
    check.refuse("contradiction", ["paymentTerms", "discountDays"], message);
  },
  products: checkOptions,
  priceLists: (row, check) => {
    checkSpan(row, "validFrom", "validTo", check);
    checkPrices(row, check);
  },
  opportunities: (row, check) => checkLines(row.lines, check),
  quotes: (row, check) => {
    checkSpan(row, "date", "validUntil", check);
    checkLines(row.lines, check);
  },
  orders: (row, check) => {
    checkLines(row.lines, check);
    row.lines.forEach((line, n) => {
      checkAmount(line, "shipped", ["lines", n], check);
    });
  },
  contracts: (row, check) => {
    checkSpan(row, "validFrom", "validTo", check);
    checkProductLines(row.lines, check);
    checkCallOffs(row, check);
  },
  forecasts: (row, check) => {
    checkSpan(row, "from", "until", check);
    checkAmount(row, "quantity", [], check);
  },
  campaigns: (row, check) => {
    checkSpan(row, "from", "until", check);
    checkAmount(row, "quantity", [], check);
    if (row.uplift !== undefined && row.quantity !== undefined) {
      const message = `The quantity${check.owner} stands beside an uplift. Give one of the two.`;
      check.refuse("contradiction", ["quantity"], message);
    } else if (row.uplift === undefined && row.quantity === undefined) {
      const message = `The field uplift${check.owner} is missing. Give it, or a quantity.`;
      check.refuse("missingField", ["uplift"], message);
    }
  },
  returns: (row, check) => {
    checkAmount(row, "quantity", [], check);
    checkAmount(row, "completed", [], check);
  },
  serviceNeeds: (row, check) => {
    checkAmount(row, "quantity", [], check);
    checkAmount(row, "shipped", [], check);
  },
};

/** The last day of a span must not lie before the first. */
function checkSpan<Row>(
  row: Row,
  from: keyof Row & string,
  until: keyof Row & string,
  check: RowCheck,
): void {
  const [first, last] = [parseDay(row[from]), parseDay(row[until])];
  if (first === undefined || last === undefined || last >= first) return;
  const message = `The ${until} (${showValue(row[until])})${check.owner} must not lie before ${from} (${showValue(row[from])}).`;
  check.refuse("contradiction", [until], message);
}

/** Call-offs name lines of their contract. */
function checkCallOffs({ lines, callOffs = [] }: CrmRow<"contracts">, check: RowCheck): void {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const seen = new Set<string>();
  callOffs.forEach((callOff, n) => {
    const path = ["callOffs", n] as const;
    if (seen.has(callOff.id)) {
      const message = `The id (${showValue(callOff.id)}) of callOffs[${n}]${check.owner} is taken. Give each call-off its own.`;
      check.refuse("duplicateId", [...path, "id"], message);
    }
    seen.add(callOff.id);
    const line = lineOf.get(callOff.line);
    if (line === undefined) {
      const message = `The line (${showValue(callOff.line)}) of callOffs[${n}]${check.owner} is none of its lines.`;
      check.refuse("unknownId", [...path, "line"], message);
      return;
    }
    const { product, unit } = line;
    const { quantity, shipped } = callOff;
    checkAmount({ product, unit, quantity }, "quantity", path, check);
    checkAmount({ product, unit, shipped }, "shipped", path, check);
  });
}

/**
 * Checks what the fields of one row say together.
 *
 * @param list - the list of the row
 * @param row - the row, sound in itself
 * @param check - finds products, takes mistakes
 */
export function checkRow<List extends CrmList>(
  list: List,
  row: CrmRow<List>,
  check: RowCheck,
): void {
  const checks: ((row: CrmRow<List>, check: RowCheck) => void) | undefined = CHECKS[list];
  checks?.(row, check);
}
