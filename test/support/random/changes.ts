import fc from "fast-check";
import { formatDay, parseDay } from "../../../src/core/index.js";
import type { PlanChanges, PlanningInput } from "../../../src/index.js";
import { parameterChange } from "./changed-parameters.js";

const BULK = ["demands", "supplies", "stock", "allocations"] as const;
const MASTER = [
  "items",
  "itemSites",
  "boms",
  "sources",
  "calendars",
  "workCenters",
  "tools",
  "routings",
] as const;

/** One random change, to be fitted to whatever input it meets. */
export interface ChangeDraft {
  readonly what: number;
  readonly list: number;
  readonly row: number;
  readonly other: number;
  readonly amount: number;
  readonly days: number;
}

export const changeDraft: fc.Arbitrary<ChangeDraft> = fc.record({
  what: fc.nat(26),
  list: fc.nat(99),
  row: fc.nat(99),
  other: fc.nat(99),
  amount: fc.integer({ min: 1, max: 40 }),
  days: fc.integer({ min: -5, max: 12 }),
});

type Row = Readonly<Record<string, unknown>>;

/** Writes a change of an input: rows that are there are moved, resized, swapped, doubled, removed. */
export function changesOf(input: PlanningInput, draft: ChangeDraft): PlanChanges {
  const { what, days } = draft;
  if (what < 13) return bulkChange(input, draft);
  if (what < 16) return masterChange(input, draft);
  if (what === 16) return { startDate: shifted(input.startDate, Math.abs(days) % 4) };
  if (what === 17) return { conventions: { grouping: days % 2 === 0 ? "day" : "demand" } };
  if (what === 18) return booking(input, draft);
  if (what === 20) return { ...bulkChange(input, draft), ...parameterChange(input, draft) };
  if (what > 20) return parameterChange(input, draft);
  return { ...bulkChange(input, draft), ...bulkChange(input, { ...draft, list: draft.list + 1 }) };
}

function bulkChange(input: PlanningInput, draft: ChangeDraft): PlanChanges {
  const lists = BULK.filter((name) => (input[name] ?? []).length > 0);
  const list = lists[draft.list % Math.max(1, lists.length)] ?? "demands";
  const rows = (input[list] ?? []) as readonly Row[];
  const row = rows[draft.row % Math.max(1, rows.length)];
  if (row === undefined) return addDemand(input, draft);
  const other = rows[draft.other % rows.length]!;
  switch (draft.what % 7) {
    case 0:
      return { [list]: { remove: [keyOf(list, row)] } } as PlanChanges;
    case 1:
      return put(list, { ...row, quantity: draft.amount });
    case 2: {
      const moved = withDay(row, draft.days);
      if (draft.other % 2 === 0 || !("id" in row)) return put(list, moved);
      return { [list]: { change: [{ id: row.id, due: moved.due }] } } as PlanChanges;
    }
    case 3:
      return put(list, { ...row, item: other.item, ...siteOf(other) });
    case 4:
      return put(list, {
        ...row,
        ...("id" in row ? { id: `more ${draft.amount}` } : {}),
        quantity: other.quantity,
      });
    case 5:
      return {
        [list]: { put: [{ ...row, quantity: other.quantity }, { ...withDay(other, 1) }] },
      } as PlanChanges;
    default:
      return addDemand(input, draft);
  }
}

function masterChange(input: PlanningInput, draft: ChangeDraft): PlanChanges {
  const lists = MASTER.filter((name) => (input[name] ?? []).length > 0);
  const list = lists[draft.list % Math.max(1, lists.length)];
  if (list === undefined) return {};
  const rows = (input[list] ?? []) as readonly Row[];
  const row = rows[draft.row % rows.length]!;
  if (list === "items" || list === "itemSites") {
    const figures = [
      { leadTime: draft.amount % 5 },
      { safetyStock: draft.amount },
      { lotSizing: { rule: "fixedOrderQuantity", quantity: draft.amount } },
      { planningTimeFence: draft.amount % 7 },
    ];
    return put(list, { ...row, ...figures[draft.other % figures.length] });
  }
  if (draft.what === 13) return { [list]: { remove: [keyOf(list, row)] } } as PlanChanges;
  if (list === "boms") {
    const lines = row.lines as readonly Row[];
    return put(list, { ...row, lines: lines.slice(1) });
  }
  if (list === "workCenters") return put(list, { ...row, efficiency: draft.amount });
  if (list === "tools") return put(list, { ...row, units: draft.amount });
  if (list === "routings") {
    const operations = (row.operations as readonly Row[]).map((one) =>
      one.workCenter === undefined ? one : { ...one, setup: draft.amount },
    );
    return put(list, { ...row, operations });
  }
  if (list === "calendars") {
    const exceptions = [{ date: shifted(input.startDate, draft.amount), working: false }];
    return put(list, { ...row, exceptions });
  }
  return put(list, { ...row, rank: draft.amount });
}

function booking(input: PlanningInput, draft: ChangeDraft): PlanChanges {
  const demand = input.demands?.[draft.row % Math.max(1, input.demands.length)];
  const supply = input.supplies?.[draft.row % Math.max(1, input.supplies.length)];
  const quantity = `${draft.amount}`;
  if (draft.other % 2 === 0 && supply !== undefined) {
    return { bookings: [{ kind: "receipt", supply: supply.id, quantity }] };
  }
  if (demand === undefined) return {};
  return { bookings: [{ kind: "shipment", demand: demand.id, quantity }] };
}

function addDemand(input: PlanningInput, draft: ChangeDraft): PlanChanges {
  const items = input.items ?? [];
  const item = items[draft.row % Math.max(1, items.length)];
  if (item === undefined) return {};
  const site = input.sites?.[draft.other % input.sites.length]?.id;
  const demand = {
    id: `new ${draft.other % 5}`,
    item: item.id,
    ...(site === undefined ? {} : { site }),
    quantity: draft.amount,
    due: shifted(input.startDate, draft.days),
  };
  return { demands: { put: [demand] } };
}

function put(list: string, row: Row): PlanChanges {
  return { [list]: { put: [row] } } as PlanChanges;
}

function siteOf(row: Row): Row {
  return row.site === undefined ? {} : { site: row.site };
}

function withDay(row: Row, days: number): Row {
  const field = "due" in row ? "due" : "availableFrom";
  return { ...row, [field]: shifted((row[field] ?? "2026-02-05") as string, days) };
}

function shifted(date: string, days: number): string {
  return formatDay(parseDay(date)! + days);
}

const KEY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  stock: ["item", "site", "segment", "lot", "expires", "status", "availableFrom"],
  allocations: ["item", "site", "segment", "due"],
  itemSites: ["item", "site"],
  boms: ["item", "site", "version", "validFrom"],
  sources: ["item", "site", "id", "kind", "supplier", "from", "bomVersion", "validFrom"],
};

/** What names a row that is to be removed. */
function keyOf(list: string, row: Row): unknown {
  const fields = KEY_FIELDS[list];
  if (fields === undefined) return row.id;
  return Object.fromEntries(
    fields.flatMap((field) => (row[field] === undefined ? [] : [[field, row[field]]])),
  );
}
