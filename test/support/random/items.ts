import fc from "fast-check";
import { amount, countOf, written } from "./amounts.js";
import { draft, given, rareFlag, rarely, sometimes, upTo, type Value } from "./optional.js";
import {
  bufferFigures,
  demandFigures,
  type ParameterFigures,
  parameterFigures,
  parameters,
  soundFigures,
  writeParameters,
} from "./parameters.js";
import type { Scene, SceneItem } from "./scene.js";

/** Ids are opaque: some have an order by code units that no locale has, some look like code. */
const STRANGE = ["a", "B", "é", "Z", "😀", "[", '"', "\uffff", "constructor", "__proto__"];

/** Units in which items may be counted, with the decimals of each. */
export const unitRows = [
  { id: "piece", decimals: 0 },
  { id: "kg", decimals: 3 },
];

export const item = draft({
  letter: fc.nat(9),
  unit: rarely(fc.nat(1)),
  decimals: sometimes(fc.constantFrom(0, 1, 2, 3, 6, 9)),
  box: fc.constantFrom(2, 6, 12),
  pack: fc.constantFrom(0.5, "1/3", "2/7", "7/2"),
  inPacks: fc.boolean(),
  phantom: sometimes(fc.constant(true)),
  onHand: sometimes(amount),
  short: rareFlag,
  parameters,
});

export type ItemDraft = Value<typeof item>;

export const items = upTo(item, 9, 1);

function unitOf(has: Scene["has"], of: ItemDraft) {
  return has("units") && of.unit !== undefined ? unitRows[of.unit] : undefined;
}

function defaultDecimals(has: Scene["has"], of: ItemDraft): number {
  return unitOf(has, of)?.decimals ?? 6;
}

/** How an item is counted and called. */
export function sceneItem(has: Scene["has"], of: ItemDraft, n: number): SceneItem {
  const letter = STRANGE[of.letter] ?? "a";
  const phantom = has("phantoms") && of.phantom === true;
  return {
    id: has("strangeIds") && n === 0 ? letter : `${has("strangeIds") ? letter : "i"}${9 - n}`,
    decimals: has("decimals") ? (of.decimals ?? defaultDecimals(has, of)) : 0,
    phantom,
    consumesForecast: phantom || !of.parameters.bothForecastAndOrders,
    box: has("units") && of.inPacks ? of.box : undefined,
    pack: has("units") && of.inPacks ? of.pack : undefined,
  };
}

/** Parameters of an item that fit together; a phantom has none (B3). */
export function itemFigures(has: Scene["has"], of: ItemDraft, on: SceneItem): ParameterFigures {
  if (on.phantom) return has("consumption") ? demandFigures(has, of.parameters) : {};
  const figures = {
    ...parameterFigures(has, of.parameters, on.decimals, on.box),
    ...bufferFigures(has, of.parameters),
  };
  return { ...figures, ...soundFigures(figures, on.decimals, on.box) };
}

function onHandOf(
  has: Scene["has"],
  on: SceneItem,
  { onHand, short }: { onHand: Value<typeof amount> | undefined; short: boolean },
) {
  if (onHand === undefined || (on.phantom && !has("phantomStock"))) return undefined;
  const count = countOf(onHand, on.decimals);
  return written(has("negativeStock") && short ? -count : count, on.decimals);
}

export function writeItem(scene: Scene, of: ItemDraft, n: number, figures: ParameterFigures) {
  const on = scene.items[n] as SceneItem;
  return given({
    id: on.id,
    unit: unitOf(scene.has, of)?.id,
    decimals: on.decimals === defaultDecimals(scene.has, of) ? undefined : on.decimals,
    units:
      on.box === undefined || on.pack === undefined
        ? undefined
        : [
            { unit: "box", contains: on.box },
            { unit: "pack", contains: on.pack },
          ],
    phantom: on.phantom ? true : undefined,
    ...writeParameters(figures, on.decimals, scene.date),
    // With several sites the item's stock stands in rows that name one.
    onHand: scene.sites.length > 1 ? undefined : onHandOf(scene.has, on, of),
  });
}

export const itemSite = draft({
  item: fc.nat(8),
  site: fc.nat(2),
  onHand: sometimes(amount),
  short: rareFlag,
  parameters,
});

/** What a row of itemSites says, and what it must say so that the item's own does not contradict. */
export function itemSiteFigures(
  has: Scene["has"],
  of: Value<typeof itemSite>,
  on: SceneItem,
  ofItem: ParameterFigures,
): ParameterFigures {
  if (on.phantom) return has("consumption") ? demandFigures(has, of.parameters) : {};
  const { forecast, method, ...others } = parameterFigures(has, of.parameters, on.decimals, on.box);
  const rest = has("consumption") ? given({ ...others, forecast }) : others;
  // The buffer of an item would contradict another method at a site.
  const own = method === undefined || ofItem.method === "ddmrp" ? rest : { ...rest, method };
  return { ...own, ...soundFigures({ ...ofItem, ...own }, on.decimals, on.box) };
}

export function writeItemSite(
  scene: Scene,
  of: Value<typeof itemSite>,
  place: { readonly item: number; readonly site: number },
  figures: ParameterFigures,
  onItem: boolean,
) {
  const on = scene.items[place.item] as SceneItem;
  return given({
    item: on.id,
    site: scene.sites[place.site],
    ...writeParameters(figures, on.decimals, scene.date),
    onHand: onItem ? undefined : onHandOf(scene.has, on, of),
  });
}
