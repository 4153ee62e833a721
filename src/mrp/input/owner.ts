import { show } from "./issues.js";
import type { Path } from "./path.js";

/** What a row of each list is called, and which of its fields tells it from the others. */
const CALLED: ReadonlyMap<unknown, readonly [name: string, field: string]> = new Map([
  ["calendars", ["calendar", "id"]],
  ["units", ["unit", "id"]],
  ["sites", ["site", "id"]],
  ["items", ["item", "id"]],
  ["itemSites", ["item", "item"]],
  ["sources", ["the source of item", "item"]],
  ["boms", ["the bill of item", "item"]],
  ["suppliers", ["supplier", "id"]],
  ["workCenters", ["work center", "id"]],
  ["tools", ["tool", "id"]],
  ["routings", ["routing", "id"]],
  ["stock", ["the stock of item", "item"]],
  ["supplies", ["supply", "id"]],
  ["demands", ["demand", "id"]],
  ["allocations", ["the allocation of item", "item"]],
]);

/**
 * The row that holds a field, as a message names it: ` of item "wheel"`.
 *
 * @param input - what the host gave
 * @param path - of what holds the field
 * @returns nothing when the field stands in no row, or the row does not say which it is
 */
export function ownerOf(input: unknown, path: Path): string {
  const called = CALLED.get(path[0]);
  if (called === undefined || path.length < 2) return "";
  const [name, field] = called;
  const rows = (input as Record<string, unknown> | null)?.[path[0] as string];
  const row: unknown = (rows as unknown[] | undefined)?.[path[1] as number];
  if (typeof row !== "object" || row === null) return "";
  const id = (row as Record<string, unknown>)[field];
  return typeof id === "string" ? ` of ${name} ${show(id)}` : "";
}
