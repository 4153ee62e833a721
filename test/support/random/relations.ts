import fc from "fast-check";
import type { PlanningInput } from "../../../src/index.js";
import { type Amount, amount, countOf, written } from "./amounts.js";
import { draft, given, rareFlag, type Value } from "./optional.js";
import { pick, type Scene, type SceneItem } from "./scene.js";

/** An item that is no phantom and comes after another, so that relations never go round. */
export function itemAfter(
  scene: Scene,
  item: string,
  which: number,
  except: readonly string[] = [],
): SceneItem | undefined {
  const place = scene.items.findIndex(({ id }) => id === item);
  const later = scene.items.slice(place + 1);
  return pick(
    later.filter(({ id, phantom }) => !phantom && !except.includes(id)),
    which,
  );
}

export function isPhantom(scene: Scene, item: string): boolean {
  return scene.items.some(({ id, phantom }) => phantom && id === item);
}

/** A quantity of an item as a row writes it. */
export function quantityOf(scene: Scene, item: string, amount: Amount): number | string {
  const decimals = scene.items.find(({ id }) => id === item)?.decimals ?? 0;
  return written(countOf(amount, decimals), decimals);
}

/** Some more stock of an item, as a row. */
export function stockOf(
  scene: Scene,
  place: { readonly item: string; readonly site: string | undefined },
  of: { readonly amount: Amount; readonly segment: boolean },
) {
  return given({
    item: place.item,
    site: place.site,
    segment: of.segment && scene.has("segments") ? "t" : undefined,
    quantity: quantityOf(scene, place.item, of.amount),
  });
}

export const wanted = draft({ amount, due: fc.integer({ min: -2, max: 25 }), segment: rareFlag });

/** One more demand, as a list of rows; none where it would consume a forecast, without consumption. */
export function demandOf(
  scene: Scene,
  input: PlanningInput,
  place: { readonly id: string; readonly item: string; readonly site: string | undefined },
  of: Value<typeof wanted> | undefined,
) {
  const isForecast =
    !scene.has("consumption") &&
    (input.demands ?? []).some(({ item, kind }) => item === place.item && kind === "forecast");
  if (of === undefined || isForecast) return [];
  return [
    given({
      ...place,
      segment: of.segment && scene.has("segments") ? "t" : undefined,
      quantity: quantityOf(scene, place.item, of.amount),
      due: scene.date(of.due),
    }),
  ];
}

/** The same problem with more rows of stock, supplies or demands; a list without rows is left out. */
export function withRows(
  input: PlanningInput,
  more: Pick<PlanningInput, "stock" | "supplies" | "demands">,
): PlanningInput {
  const lists = (["stock", "supplies", "demands"] as const).map((list) => [
    list,
    [...(input[list] ?? []), ...(more[list] ?? [])],
  ]);
  return {
    ...input,
    ...Object.fromEntries(lists.filter(([, rows]) => (rows ?? []).length > 0)),
  };
}
