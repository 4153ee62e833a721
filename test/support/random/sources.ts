import fc from "fast-check";
import { amount, countOf, written } from "./amounts.js";
import { validity, writeValidity } from "./bills.js";
import { modifierFigures, modifiers, soundMaximum, writeModifiers } from "./modifiers.js";
import { draft, given, often, rareFlag, rarely, type Value } from "./optional.js";
import { pick, type Scene, type SceneItem } from "./scene.js";

export const suppliers = fc.array(draft({ calendar: rarely(fc.nat(2)) }), { maxLength: 2 });

export function writeSuppliers(of: Value<typeof suppliers>, calendars: readonly string[]) {
  return of.map(({ calendar }, n) =>
    given({
      id: `u${n}`,
      calendar: calendar === undefined ? undefined : pick(calendars, calendar),
    }),
  );
}

const source = draft({
  item: fc.nat(8),
  site: fc.nat(2),
  kind: fc.constantFrom("buy", "make", "transfer"),
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

function writeSource(
  scene: Scene,
  of: Value<typeof source>,
  { item, site }: { readonly item: number; readonly site: number },
  id: string | undefined,
  suppliers: readonly string[],
) {
  const on = scene.items[item] as SceneItem;
  const shipping = scene.sites.slice(site + 1);
  const from = of.kind === "transfer" ? pick(shipping, of.from) : undefined;
  const kind = of.kind === "transfer" && from === undefined ? "buy" : of.kind;
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
    supplier: kind === "buy" ? pick(suppliers, of.supplier) : undefined,
    from,
    bomVersion:
      kind === "make" && of.version !== undefined
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
  });
}
