import { NONE, type SupplyRows } from "./problem.js";

/** K45: the site at which the components of a released order are issued: its own `from`, else that of the order. */
export function issueSiteOf({ detail, site }: SupplyRows, row: number): number {
  const from = detail.get(row)?.from ?? NONE;
  return from === NONE ? site[row]! : from;
}
