import { planningParameters } from "../schema/parameters.js";
import type { PlanningRow } from "../schema/planning-input.js";
import type { Path } from "./path.js";

type ItemRow = PlanningRow<"items">;
type ItemSiteRow = PlanningRow<"itemSites">;
type Parameters = Omit<ItemSiteRow, "item" | "site">;

/** A row of parameters, and where each of its fields stands. */
export interface ParameterRow {
  readonly row: Parameters;
  readonly pathOf: (field: string) => Path;
}

const FIELDS = Object.keys(planningParameters) as (keyof Parameters)[];

/** The parameters of an item, with those that its row for a site gives put over them. */
export function parameterRow(
  item: ItemRow,
  itemNumber: number,
  atSite?: { readonly row: ItemSiteRow; readonly number: number },
): ParameterRow {
  if (atSite === undefined) return { row: item, pathOf: (field) => ["items", itemNumber, field] };
  const own: Parameters = atSite.row;
  const row: Record<string, unknown> = { attributes: own.attributes ?? item.attributes };
  if (item.attributes !== undefined && own.attributes !== undefined) {
    row.attributes = { ...item.attributes, ...own.attributes };
  }
  for (const field of FIELDS) row[field] = own[field] ?? item[field];
  return {
    row,
    pathOf: (field) =>
      own[field as keyof Parameters] === undefined
        ? ["items", itemNumber, field]
        : ["itemSites", atSite.number, field],
  };
}
