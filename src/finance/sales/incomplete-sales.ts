import type { Ledger } from "../ledger/index.js";
import type { SalesKey, SalesOptions } from "./sales-options.js";

/** Reasons for which a demand has only a price or only a cost. */
const REASONS: ReadonlySet<string> = new Set(["salesPrice", "standardCost", "rate"]);

type Row = Readonly<Record<string, unknown>>;

/**
 * Finds the rows of a sales plan in which a demand has revenue without its cost, or cost without revenue.
 *
 * @returns whether a row is one of them; `undefined` when there can be none
 */
export function isIncomplete(
  ledger: Ledger,
  { by = [], bucket }: SalesOptions,
): ((row: object) => boolean) | undefined {
  if (!ledger.missing.some(({ reason }) => REASONS.has(reason))) return undefined;
  const keys: readonly SalesKey[] = by;
  const nameOf = (row: Row): string => JSON.stringify([row.from, ...keys.map((key) => row[key])]);
  const groups = ledger.group({
    by: [...new Set<SalesKey>([...keys, "demand"]), "account"],
    bucket,
    accounts: ["revenue", "costOfSales"],
  });
  const posted = new Map<
    string,
    { readonly name: string; readonly accounts: Set<string | null> }
  >();
  for (const row of groups) {
    const name = nameOf(row as Row);
    const sale = JSON.stringify([name, row.demand]);
    const accounts = posted.get(sale)?.accounts ?? new Set();
    posted.set(sale, { name, accounts: accounts.add(row.account) });
  }
  const found = new Set<string>();
  for (const { name, accounts } of posted.values()) if (accounts.size === 1) found.add(name);
  return (row) => found.has(nameOf(row as Row));
}
