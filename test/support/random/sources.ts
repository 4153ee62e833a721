import fc from "fast-check";
import { amount, countOf, written } from "./amounts.js";
import { validity, writeValidity } from "./bills.js";
import { modifierFigures, modifiers, soundMaximum, writeModifiers } from "./modifiers.js";
import { draft, given, often, rareFlag, rarely, sometimes, type Value } from "./optional.js";
import { prices, writePrices } from "./prices.js";
import { pick, type Scene, type SceneItem } from "./scene.js";

const capacity = draft({
  item: sometimes(fc.nat(8)),
  /** Days from the last row of the same item on. */
  after: fc.integer({ min: 0, max: 8 }),
  days: fc.nat(12),
  quantity: amount,
});

export const suppliers = fc.array(
  draft({
    calendar: rarely(fc.nat(2)),
    capacity: fc.array(capacity, { maxLength: 4, size: "max" }),
  }),
  { maxLength: 2 },
);

export function writeSuppliers(
  { has, date, items }: Pick<Scene, "has" | "date" | "items">,
  of: Value<typeof suppliers>,
  calendars: readonly string[],
) {
  return of.map(({ calendar, capacity: rows }, n) => {
    const next = new Map<string | undefined, number>();
    const capacityRows = rows.map(({ item, after, days, quantity }) => {
      const on = item === undefined ? undefined : pick(items, item);
      const from = (next.get(on?.id) ?? -1) + after;
      next.set(on?.id, from + days + 1);
      return given({
        from: date(from),
        until: date(from + days),
        item: on?.id,
        quantity: written(countOf(quantity, on?.decimals ?? 3), on?.decimals ?? 3),
      });
    });
    return given({
      id: `u${n}`,
      calendar: calendar === undefined ? undefined : pick(calendars, calendar),
      capacity: has("capacities") && capacityRows.length > 0 ? capacityRows : undefined,
    });
  });
}

export const source = draft({
  item: fc.nat(8),
  site: fc.nat(2),
  kind: fc.constantFrom("buy", "make", "transfer", "subcontract"),
  named: often(fc.constant(true)),
  supplier: fc.nat(2),
  from: fc.nat(1),
  version: rarely(fc.nat(2)),
  calendar: rarely(fc.nat(2)),
  minQuantity: rarely(amount),
  maxQuantity: rarely(amount),
  leadTime: rarely(fc.nat(6)),
  leadTimeBasis: rarely(fc.constantFrom("working", "calendar")),
  rank: rarely(fc.nat(2)),
  modified: rareFlag,
  modifiers,
  dated: rareFlag,
  validity,
  prices,
});

export const sources = fc.array(source, { maxLength: 6, size: "max" });

/** Sources of supply; a transfer comes from a site further on, so that no goods go round. */
export function writeSources(
  scene: Scene,
  of: Value<typeof sources>,
  suppliers: readonly string[],
) {
  const anonymous = new Set<string>();
  return of.flatMap((one, n) => {
    const item = one.item % scene.items.length;
    const on = scene.items[item] as SceneItem;
    const site = one.site % Math.max(1, scene.sites.length);
    if (on.phantom) return [];
    const place = `${item} ${site}`;
    // N10 tells sources apart by their ids at last: no two of a place go without.
    const named = one.named || anonymous.has(place);
    if (!named) anonymous.add(place);
    return [writeSource(scene, one, { item, site }, named ? `s${9 - n}` : undefined, suppliers)];
  });
}

/** A source; a subcontractor draws at the site itself or further on. */
export function writeSource(
  scene: Scene,
  of: Value<typeof source>,
  { item, site }: { readonly item: number; readonly site: number },
  id: string | undefined,
  suppliers: readonly string[],
) {
  const on = scene.items[item] as SceneItem;
  const shipping = scene.sites.slice(site + 1);
  const wanted = of.kind === "subcontract" && !scene.has("subcontract") ? "make" : of.kind;
  const elsewhere = wanted === "subcontract" ? [...shipping, undefined] : shipping;
  const from =
    wanted === "transfer" || wanted === "subcontract" ? pick(elsewhere, of.from) : undefined;
  const kind = wanted === "transfer" && from === undefined ? "buy" : wanted;
  const figures = scene.figures(item, site);
  const own =
    of.modified && scene.has("modifiers")
      ? modifierFigures(of.modifiers, on.decimals, on.box !== undefined)
      : {};
  const sound =
    Object.keys(own).length === 0
      ? {}
      : soundMaximum({ ...figures, ...own }, on.decimals, on.box, figures.yield);
  const limits = scene.has("limitedSources");
  const least = limits && of.minQuantity ? countOf(of.minQuantity, on.decimals) : undefined;
  const most = limits && of.maxQuantity ? countOf(of.maxQuantity, on.decimals) : undefined;
  return given({
    id,
    item: on.id,
    site: scene.sites[site],
    kind,
    supplier: kind === "buy" || kind === "subcontract" ? pick(suppliers, of.supplier) : undefined,
    from,
    bomVersion:
      (kind === "make" || kind === "subcontract") && of.version !== undefined
        ? pick(scene.versions(item, site), of.version)
        : undefined,
    calendar: of.calendar === undefined ? undefined : pick(scene.calendars, of.calendar),
    minQuantity: least === undefined ? undefined : written(least, on.decimals),
    maxQuantity: most === undefined ? undefined : written((least ?? 0) + most, on.decimals),
    leadTime: of.leadTime,
    leadTimeBasis: of.leadTimeBasis,
    rank: of.rank,
    ...writeModifiers({ ...own, ...sound }, on.decimals),
    ...(scene.has("datedSources") && of.dated ? writeValidity(of.validity, scene.date) : {}),
    ...writePrices(scene, of.prices, on.decimals),
  });
}
