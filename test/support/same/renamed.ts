import type { PlanningInput } from "../../../src/index.js";
import type { PlainPlan } from "../compare-plans.js";

/** What an id may be the id of. */
type Kind =
  | "calendar"
  | "item"
  | "operation"
  | "routing"
  | "tool"
  | "workCenter"
  // A demand or a supply: messages may name either in one field.
  | "row"
  | "segment"
  | "site"
  | "source"
  | "supplier"
  | "unit"
  | "version";

const KIND_OF_LIST: Readonly<Record<string, Kind>> = {
  calendars: "calendar",
  units: "unit",
  sites: "site",
  items: "item",
  sources: "source",
  suppliers: "supplier",
  workCenters: "workCenter",
  tools: "tool",
  routings: "routing",
  operations: "operation",
  supplies: "row",
  demands: "row",
};

const KIND_OF_FIELD: Readonly<Record<string, Kind>> = {
  item: "item",
  followUp: "item",
  site: "site",
  from: "site",
  calendar: "calendar",
  unit: "unit",
  outputUnit: "unit",
  orderUnit: "unit",
  supplier: "supplier",
  workCenter: "workCenter",
  routing: "routing",
  operation: "operation",
  segment: "segment",
  source: "source",
  version: "version",
  bomVersion: "version",
  supply: "row",
  demand: "row",
};

/** Lists of ids within a row. */
const KIND_OF_IDS: Readonly<Record<string, Kind>> = { after: "operation", tools: "tool" };

/** What begins from a quantity, a time or a group on. */
const NO_IDS = ["priceBreaks", "shifts", "exceptions", "overtime", "setups"];

const DATE = /^\d{4}-\d\d-\d\d$/;

type Rename = (kind: Kind, id: string) => string;

function renameFields(thing: unknown, list: string, rename: Rename): unknown {
  if (Array.isArray(thing)) return thing.map((row) => renameFields(row, list, rename));
  if (typeof thing !== "object" || thing === null) return thing;
  const fields = Object.entries(thing).map(([field, value]) => {
    const kind = field === "id" ? KIND_OF_LIST[list] : KIND_OF_FIELD[field];
    if (NO_IDS.includes(field)) return [field, value];
    const kindOfIds = KIND_OF_IDS[field];
    if (kindOfIds !== undefined) {
      return [field, (value as readonly string[]).map((id) => rename(kindOfIds, id))];
    }
    if (field === "operations") return [field, renameFields(value, field, rename)];
    // A step of the safety stock is valid from a day, a message says from which day a supply moves.
    const isId = kind !== undefined && typeof value === "string" && !DATE.test(value);
    return [field, isId ? rename(kind, value) : renameFields(value, list, rename)];
  });
  return Object.fromEntries(fields);
}

function renameLists(input: PlanningInput, rename: Rename): PlanningInput {
  return Object.fromEntries(
    Object.entries(input).map(([list, rows]) => [list, renameFields(rows, list, rename)]),
  ) as PlanningInput;
}

/** The same problem under other ids, each kind of which keeps its order; and the plan under them. */
export function renamed(input: PlanningInput): {
  readonly input: PlanningInput;
  readonly plan: (plan: PlainPlan) => PlainPlan;
} {
  const ids = new Map<Kind, Set<string>>();
  renameLists(input, (kind, id) => {
    ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
    return id;
  });
  const names = new Map<string, string>();
  for (const [kind, known] of ids) {
    for (const [n, id] of [...known].sort().entries()) {
      names.set(JSON.stringify([kind, id]), `${kind} ${String(n).padStart(3, "0")}`);
    }
  }
  const rename: Rename = (kind, id) => names.get(JSON.stringify([kind, id])) ?? id;
  return { input: renameLists(input, rename), plan: (plan) => renamePlan(plan, rename) };
}

/** R3: the id of a planned order holds those of its item, site, segment and source. */
function renameOrder(id: string, rename: Rename): string {
  if (!id.startsWith("[")) return rename("row", id);
  const [item, site, segment, due, source, n] = JSON.parse(id);
  return JSON.stringify([
    rename("item", item),
    rename("site", site),
    segment === null ? null : rename("segment", segment),
    due,
    source === null ? null : rename("source", source),
    n,
  ]);
}

function renamedOrder({ order }: Record<string, unknown>, rename: Rename): { order?: string } {
  return typeof order === "string" ? { order: renameOrder(order, rename) } : {};
}

function renamePlan(plan: PlainPlan, rename: Rename): PlainPlan {
  const rows = (of: readonly unknown[], list: string) =>
    of.map((row) => renameFields(row, list, rename)) as Record<string, unknown>[];
  return {
    horizonEnd: plan.horizonEnd,
    lowLevelCodes: plan.lowLevelCodes.map((entry) => {
      const [item, code] = entry as [string, number];
      return [rename("item", item), code];
    }),
    orders: rows(plan.orders, "orders").map((order) => ({
      ...order,
      id: renameOrder(order.id as string, rename),
    })),
    supplies: rows(plan.supplies, "supplies"),
    demands: rows(plan.demands, "demands"),
    consumptions: rows(plan.consumptions, "consumptions").map((row) => ({
      ...row,
      order: rename("row", row.order as string),
      forecast: rename("row", row.forecast as string),
    })),
    messages: rows(plan.messages, "messages").map((message) => ({
      ...message,
      ...renamedOrder(message, rename),
      ...(message.limitedBy === undefined
        ? {}
        : {
            limitedBy: {
              ...(message.limitedBy as object),
              ...renamedOrder(message.limitedBy as Record<string, unknown>, rename),
            },
          }),
    })),
    records: rows(plan.records, "records"),
  };
}
