import * as z from "zod";
import { allocation, demand, reservation, stock, supply } from "./bulk-rows.js";
import { routing, tool, workCenter } from "./capacity.js";
import {
  bom,
  calendar,
  conventions,
  item,
  itemSite,
  site,
  source,
  supplier,
  unit,
} from "./master-data.js";
import { date, id, list, row } from "./values.js";

/**
 * The data contract of a planning run as a zod schema: shape, choices and forms of values.
 *
 * Ids, units and figures that contradict each other are checked by `planRequirements` after it.
 * No field is transformed, so a JSON Schema can be made of it: {@link planningInputJsonSchema}.
 */
export const planningInputSchema = row({
  startDate: date,
  horizonEnd: date.optional(),
  currency: id.optional(),
  conventions: conventions.optional(),
  calendars: list(calendar).optional(),
  units: list(unit).optional(),
  sites: list(site).optional(),
  items: list(item).optional(),
  itemSites: list(itemSite).optional(),
  sources: list(source).optional(),
  boms: list(bom).optional(),
  suppliers: list(supplier).optional(),
  workCenters: list(workCenter).optional(),
  tools: list(tool).optional(),
  routings: list(routing).optional(),
  stock: list(stock).optional(),
  supplies: list(supply).optional(),
  demands: list(demand).optional(),
  allocations: list(allocation).optional(),
  reservations: list(reservation).optional(),
}).meta({ title: "PlanningInput" });

/** Data that nobody changes, all the way down. */
type DeepReadonly<T> = T extends readonly (infer Entry)[]
  ? readonly DeepReadonly<Entry>[]
  : T extends object
    ? { readonly [Field in keyof T]: DeepReadonly<T[Field]> }
    : T;

/** What a planning run starts from, as plain data. Quantities are numbers or decimal texts. */
export type PlanningInput = DeepReadonly<z.infer<typeof planningInputSchema>>;

/** The name of a list of a {@link PlanningInput}. */
export type PlanningList = {
  [Name in keyof PlanningInput]-?: NonNullable<PlanningInput[Name]> extends readonly unknown[]
    ? Name
    : never;
}[keyof PlanningInput];

/**
 * A row of a list of a {@link PlanningInput}, by the name of the list.
 *
 * @example
 * ```ts
 * const bolt: PlanningRow<"items"> = { id: "bolt", leadTime: 5 };
 * planRequirements({ startDate: "2026-01-05", items: [bolt] }).orders.length; // => 0
 * ```
 */
export type PlanningRow<List extends PlanningList> = NonNullable<PlanningInput[List]>[number];

/** The rows whose number grows with the business; they are checked by hand-written loops. */
export const bulkRowSchemas = { stock, supplies: supply, demands: demand, allocations: allocation };

/** The name of a list of bulk rows. */
export type BulkList = keyof typeof bulkRowSchemas;

const bulkLists = { stock: true, supplies: true, demands: true, allocations: true } as const;

/** All but the bulk rows. */
export const masterDataSchema = planningInputSchema.omit(bulkLists).extend({
  stock: list(z.unknown()).optional(),
  supplies: list(z.unknown()).optional(),
  demands: list(z.unknown()).optional(),
  allocations: list(z.unknown()).optional(),
});

/**
 * The data contract as JSON Schema (draft 2020-12), for hosts that check or document their own data.
 *
 * @returns a new schema, which is the caller's to change
 *
 * @example
 * ```ts
 * planningInputJsonSchema().required; // => ["startDate"]
 * ```
 */
export function planningInputJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(planningInputSchema) as Record<string, unknown>;
}
