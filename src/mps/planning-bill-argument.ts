/** The check of a planning bill; see `argument.ts`. */
import { explodePlanningBill, type PlanningBillRow } from "../bom/index.js";
import { type Issue, PlanningInputError } from "../core/index.js";
import { type Check, type Doubtful, identifier, listOf, objectOf, optional } from "./argument.js";
import { askedOf, exactNumber, quantity } from "./exact-argument.js";

/** `null` is what was left out. */
const row = objectOf({
  component: identifier,
  quantity: optional<ReturnType<typeof quantity> | null>(quantity, null),
  percentage: optional<ReturnType<typeof quantity> | null>(exactNumber(0, 100), null),
  group: optional<string | null>(identifier, null),
});

/** A planning bill as it was read. */
export type ReadBill = readonly ReturnType<typeof row>[];

/** A planning bill of at least one row. */
export const planningBill: Check<ReadBill> = listOf(row, 1);

/** The rows as {@link explodePlanningBill} takes them. */
export function billRows(bill: ReadBill): PlanningBillRow[] {
  return bill.map(({ component, quantity: per, percentage, group }) => ({
    component,
    ...(per === null ? {} : { quantity: askedOf(per) }),
    ...(percentage === null ? {} : { percentage: askedOf(percentage) }),
    ...(group === null ? {} : { group }),
  }));
}

/** Notes what is wrong with the rows of a bill together, where that can be said. */
export function noteBill(bill: Doubtful<ReadBill>, issues: Issue[]): void {
  if (bill === undefined) return;
  const unknown = new Set(
    bill.flatMap((one) => (one?.percentage === undefined ? [one?.group] : [])),
  );
  const isAnyUnknown = bill.some((one) => one?.group === undefined);
  const rows = bill.map((one, n): ReadBill[number] => {
    const isJudged = !isAnyUnknown && !unknown.has(one?.group ?? null);
    return {
      component: one?.component ?? `(${n})`,
      quantity: null,
      percentage: (isJudged && one?.percentage) || null,
      group: (isJudged && one?.group) || null,
    };
  });
  try {
    explodePlanningBill(billRows(rows), 0);
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    for (const issue of error.issues) {
      const path = ["bill", ...issue.path.slice(1)];
      issues.push({ ...issue, path, message: issue.message.replaceAll("rows", "bill") });
    }
  }
}
