import type { PlanningInput } from "../schema/planning-input.js";
import type { ChangedList } from "./plan-changes.js";

type Fields = Readonly<Record<string, unknown>>;

/** The fields that make the key of a row of each list. */
const KEY_FIELDS: Readonly<Record<ChangedList, readonly string[]>> = {
  calendars: ["id"],
  units: ["id"],
  sites: ["id"],
  items: ["id"],
  suppliers: ["id"],
  workCenters: ["id"],
  tools: ["id"],
  routings: ["id"],
  supplies: ["id"],
  demands: ["id"],
  itemSites: ["item", "site"],
  sources: ["item", "site", "id", "kind", "supplier", "from", "bomVersion", "validFrom"],
  boms: ["item", "site", "version", "validFrom"],
  stock: ["item", "site", "segment", "lot", "expires", "status", "availableFrom"],
  allocations: ["item", "site", "segment", "due"],
  reservations: ["demand", "supply", "lot"],
};

/** The fields that tell rows of a list apart. */
export function keyFields(list: ChangedList): readonly string[] {
  return KEY_FIELDS[list];
}

/** Whether the rows of a list are known by their id alone. */
export function hasIds(list: ChangedList): boolean {
  return KEY_FIELDS[list][0] === "id";
}

/** The site of a row that names none. */
export function onlySite({ sites }: Pick<PlanningInput, "sites">): string {
  return sites?.length === 1 ? sites[0]!.id : "main";
}

/**
 * The key of a row as one text, or of the fields that a change names: its id, else JSON, so that no
 * two keys of different ids are alike.
 *
 * @param site - the site of rows that name none
 */
export function rowKey(list: ChangedList, row: unknown, site: string): string {
  const fields = row as Fields;
  if (hasIds(list)) return fields.id as string;
  if (list === "sources" && fields.id !== undefined) {
    return keyText([fields.item, fields.site ?? site, fields.id]);
  }
  // A version has one row, whatever its days.
  if (list === "boms" && fields.version !== undefined) {
    return keyText([fields.item, fields.site ?? site, fields.version]);
  }
  const parts = KEY_FIELDS[list].map((field) =>
    field === "site" ? (fields.site ?? site) : (fields[field] ?? DEFAULTS[field] ?? null),
  );
  return keyText(parts);
}

/** Values of a wrong form are told when the row is read; here they only have to be told apart from others. */
function keyText(parts: readonly unknown[]): string {
  const isPlain = (part: unknown): boolean =>
    part === null || ["string", "number", "boolean"].includes(typeof part);
  return JSON.stringify(parts.map((part) => (isPlain(part) ? part : [typeof part])));
}

/** What a field that is left out says. */
const DEFAULTS: Fields = { status: "available" };
