import { parseDay } from "../../../src/core/index.js";
import type { PlanningInput } from "../../../src/index.js";
import { shifted } from "./shifted.js";

type Row = Record<string, unknown>;

const LISTS = [
  "calendars",
  "units",
  "sites",
  "items",
  "itemSites",
  "sources",
  "boms",
  "suppliers",
  "workCenters",
  "tools",
  "routings",
  "stock",
  "supplies",
  "demands",
  "allocations",
  "reservations",
] as const;

/** Lists of rows that stand at a site. */
const PLACED: readonly string[] = [
  "itemSites",
  "sources",
  "boms",
  "workCenters",
  "routings",
  "stock",
  "supplies",
  "demands",
  "allocations",
];

/** What begins from a quantity, a time or a group on. */
const NO_IDS = ["priceBreaks", "shifts", "exceptions", "overtime", "setups"];

const IDS = [
  "id",
  "item",
  "followUp",
  "site",
  "segment",
  "calendar",
  "unit",
  "outputUnit",
  "orderUnit",
  "supplier",
  "source",
  "version",
  "bomVersion",
  "from",
  "demand",
  "supply",
  "workCenter",
  "routing",
  "operation",
];

const DATE = /^\d{4}-\d\d-\d\d$/;

/** The horizon of problems that leave it open. */
const LAST_DAY = "2026-03-01";

/** A problem under ids of its own, in which every row names its site. */
function apart(input: PlanningInput, prefix: string): PlanningInput {
  const only = (input.sites ?? [])[0]?.id ?? "main";
  const withSites = (rows: readonly Row[]) => rows.map((row) => ({ site: only, ...row }));
  const prefixed = (thing: unknown): unknown => {
    if (Array.isArray(thing)) return thing.map(prefixed);
    if (typeof thing !== "object" || thing === null) return thing;
    const fields = Object.entries(thing).map(([field, value]) => {
      if (NO_IDS.includes(field)) return [field, value];
      if (field === "after" || field === "tools") {
        return [field, (value as readonly string[]).map((id) => `${prefix}${id}`)];
      }
      const isId = IDS.includes(field) && typeof value === "string" && !DATE.test(value);
      return [field, isId ? `${prefix}${value}` : prefixed(value)];
    });
    return Object.fromEntries(fields);
  };
  const items = (input.items ?? []).map(({ onHand: _, ...item }) => item);
  const onHand = (input.items ?? []).flatMap((item) =>
    item.onHand === undefined ? [] : [{ item: item.id, quantity: item.onHand }],
  );
  const rows: Row = {
    ...input,
    items,
    sites: (input.sites ?? []).length === 0 ? [{ id: only }] : input.sites,
    // Every item of a problem with one site has a stocking point there (K22).
    stock: [
      ...(input.stock ?? []),
      ...onHand,
      ...((input.sites ?? []).length > 1 ? [] : items.map(({ id }) => ({ item: id, quantity: 0 }))),
    ],
  };
  return Object.fromEntries(
    Object.entries(rows).map(([list, of]) => [
      list,
      prefixed(PLACED.includes(list) ? withSites(of as readonly Row[]) : of),
    ]),
  ) as PlanningInput;
}

/**
 * Two problems that share nothing but the time and the conventions, and both of them in one. The right one
 * begins with the left one, all its dates with it: what must be valid on the planning start, as a routing
 * that a lead time follows from (K54), is so.
 *
 * @returns each alone, and the union, all with one horizon
 */
export function sideBySide(left: PlanningInput, later: PlanningInput) {
  const right = shifted(later, parseDay(left.startDate)! - parseDay(later.startDate)!);
  const ends = [left, right].map(({ horizonEnd }) => horizonEnd ?? LAST_DAY);
  const currency = left.currency ?? right.currency;
  const shared = {
    ...(currency === undefined ? {} : { currency }),
    startDate: left.startDate,
    horizonEnd: [left.startDate, ...ends].sort().at(-1),
    conventions: {
      ...left.conventions,
      maxOrders: 10_000,
      excessDigits: "round" as const,
      cycles: right.conventions?.cycles ?? left.conventions?.cycles ?? ("reject" as const),
    },
  };
  const [one, other] = [
    { ...apart(left, "l "), ...shared },
    { ...apart(right, "r "), ...shared },
  ];
  const lists = LISTS.map((list) => [list, [...(one[list] ?? []), ...(other[list] ?? [])]]);
  const union = { ...Object.fromEntries(lists), ...shared };
  return { one, other, union } as {
    one: PlanningInput;
    other: PlanningInput;
    union: PlanningInput;
  };
}
